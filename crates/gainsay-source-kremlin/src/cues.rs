//! The words of a sentence that say who speaks, of whom, of when and of where.

use crate::phrase::Phrases;
use crate::words::Words;
use std::ops::Range;
use std::sync::LazyLock;

/// What words tell beside the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cue {
    /// From the start of the operation, in the ministry's own words.
    War,
    /// During the operation, which makes a total only of a long list.
    InWar,
    /// From the start of the war, in others' words.
    SinceWar,
    /// One day, the last.
    Day,
    /// The month before.
    LastMonth,
    /// From the first of January.
    ThisYear,
    /// The time that was spoken of before.
    Same,
    /// A time that is not plain in days: a night, a week, an offensive.
    Loose,
    /// A grand total, where nothing narrows it.
    Total,
    /// The Russian forces as those who did it.
    RussianForces,
    /// A part of the front, a place, a unit.
    Place,
    Destroyed,
    Lost,
    /// Losses of the Russian side, or words that only the other side uses.
    RussianLoss,
    Parts,
    /// The ministry, or a person who speaks for it.
    Ministry(Option<&'static str>),
    /// A ministry whose country is not named.
    BareMinistry,
    /// The Kremlin, or a person who speaks for it.
    Kremlin(Option<&'static str>),
    /// Another who is quoted.
    Other,
    Ukrainian,
    Russian,
    /// A verb of saying.
    Says,
    Civilians,
    /// Words with which a statement is denied or put into another's mouth.
    Denied,
    Killed,
    Wounded,
    Captured,
    KilledAndWounded,
}

use Cue::*;

const TABLE: &[(Cue, &str)] = &[
    (
        War,
        "с начала ?проведени~ ?российск~ ?специальн~ ?военн~ операци~|с начала ?проведени~ спецопераци~/сво|\
         с момента начала ?проведени~ ?специальн~ ?военн~ операци~/спецопераци~/сво|с начала ?специальн~ ?военн~ операци~|\
         за ?все время ?проведени~ ?специальн~ ?военн~ операци~/спецопераци~/сво|за весь период ?проведени~ ?специальн~ ?военн~ операци~/спецопераци~/сво|\
         с начала российск~ ?специальн~ ?военн~ операци~|всего в ходе ?проведени~ ?специальн~ ?военн~ операци~/спецопераци~/сво|\
         since the start/beginning/outset/launch/onset of the/russia/its ?s ?special ?military operation/campaign|\
         since the special military operation began/started|since the operation began/started|since it started/began|\
         during the ?entire ?whole ?course ?of ?the special military operation|in the ?course ?of ?the special military operation so far|\
         in the course of the special military operation|over the ?course ?of ?the special military operation|\
         since the start/beginning of the special operation",
    ),
    (
        InWar,
        "в ходе ?проведени~ ?специальн~ военн~ операци~|в ходе ?проведени~ спецопераци~/сво|during the ?special military operation|\
         in the course of the ?special operation",
    ),
    (
        SinceWar,
        "с начала войны/вторжения/конфликта|с начала ?полномасштабн~ войны/вторжения/конфликта|с начала боев~ действ~|\
         since ?the war began/started|с 24 феврал~|since february 24|since 24 february|since the start/beginning of the ?full ?scale war/invasion/hostilities/conflict|\
         so far|за время войны|с начала военных действ~",
    ),
    (
        Day,
        "за ?прошедш~/последн~/минувш~/истекш~/прошл~ сутки|за ?прошедш~/минувш~ день|в течение ?прошедш~/последн~/минувш~ суток|за день|\
         in the past/last 24 hours|over the past/last 24 hours|in the past/last day|over the past/last day|за ?прошедш~/последн~ 24 часа",
    ),
    (
        LastMonth,
        "за ?один ?прошедш~/последн~/минувш~/прошл~/истекш~ ?один месяц|in/over the past/last month|last month|за месяц",
    ),
    (
        ThisYear,
        "с начала ?этого ?текущ~ ?нынешн~ года|since the beginning/start of the year|since the beginning/start of this year|в этом/текущем году",
    ),
    (
        Same,
        "за тот же срок/период|за то же время|за этот срок/период/месяц|за это время|in the same period/time|over the same period/time",
    ),
    (
        Loose,
        "за ночь|ночью|за ?прошедш~/последн~ неделю|за неделю|с начала контрнаступлени~|с начала наступлени~|за вечер|утром|вечером|днем|\
         overnight|this week|in the past week|last week|за ?последн~ часы|за утро|с начала операции на|с начала недели|с начала месяца|за год|\
         since the counteroffensive|since the start of the counteroffensive|вчера|сегодня с",
    ),
    (
        Total,
        "всего|итого|к настоящему времени|на данный момент|в общей сложности|in all|altogether|in total|overall|all in all",
    ),
    (
        RussianForces,
        "российск~ вооруженн~ сил~|вооруженн~ сил~ российск~ федераци~|вооруженн~ сил~ росси~/рф|российск~ войск~/арми~|вс рф|\
         russian ?armed forces|russia s armed forces|russian army/troops",
    ),
    (
        Place,
        "в район~|в данн~ район~|районе|районах|направлени~|группировк~|населенн~ пункт~|на участк~|участок|участке|участках|в зоне действ~|\
         зону действ~|возле|близ|недалеко|под город~|direction|directions|battlegroup~|in the area~|settlement~|near|sector|\
         в результате удара|over the region|city of|town of|village of|бригад~|батальон~|в курск~|в белгородск~|курском|на территории белгородск~",
    ),
    (
        Destroyed,
        "уничтожен~|уничтожил~|поражен~|поразил~|сбит~|сбил~|сбиты|ликвидирован~|ликвидировал~|выведен~ из строя|подбит~|уничтоженн~|\
         уничтожено|уничтожены|уничтожена|поражены|поражено|выведены из строя|выведено из строя|разбит~|\
         destroyed|eliminated|shot down|downed|knocked out|wiped out|taken out|hit",
    ),
    (
        Lost,
        "потер~|потерял~|лишил~|лишилс~|лишились|лишился|лишилась|потеряли|потеряла|потерял|lost|loses|losses|loss|недосчитал~|недосчитался",
    ),
    (
        RussianLoss,
        "потер~ росси~/россиян/русск~/рф/оккупант~/захватчик~/агрессор~|потер~ вс рф|потер~ арми~ ?росси~ рф/росси~|потер~ российск~ ?оккупационн~ ?вооруженн~ войск~/арми~/сил~|\
         росси~ потеряла|рф потеряла|росси~ ?уже лишилась|россияне потеряли|российск~ арми~ потеряла|российск~ войска потеряли|\
         оккупант~|рашист~|захватчик~|орк~|personnel losses of russia|russian losses|russia has lost|russia lost|russia s losses|russian army has lost|\
         russian forces have lost|russian army lost|losses of russian/russia|occupier~|invader~|invading",
    ),
    (
        Parts,
        "в том числе|в т ч|из них|среди них|включая|из которых|из этого|including|of them|among them|of which|of these|among which",
    ),
    (BareMinistry, "минобороны|минобороне|министерств~ обороны|министр~ обороны"),
    (
        Ministry(None),
        "минобороны/минобороне рф/росси~|министерств~ обороны рф/росси~/российск~|министр~ обороны рф/росси~/российск~|российск~ минобороны|?российск~ военн~ ведомств~ ?рф ?росси~|оборонн~ ведомств~|мо рф|генштаб~ рф|генштаб~ вс рф|\
         генштаб~ росси~|russian ministry of defence/defense|russian defence/defense ministry/minister|russia s defence/defense ministry/minister|\
         russia s ministry of defence/defense|ministry of defence/defense of russia|ministry of defence/defense of the russian federation|\
         defence/defense ministry in moscow|moscow s defence/defense ministry|the russian mod",
    ),
    (Ministry(Some("igor-konashenkov")), "конашенков~|konashenkov"),
    (Ministry(Some("sergei-shoigu")), "шойгу|shoigu"),
    (Ministry(Some("andrei-belousov")), "белоусов~|belousov"),
    (Ministry(Some("sergei-rudskoy")), "рудск~|rudskoi|rudskoy"),
    (Kremlin(None), "кремл~|kremlin|пресс секретар~ президента|his administration"),
    (Kremlin(Some("dmitry-peskov")), "песков~|peskov"),
    (Kremlin(Some("vladimir-putin")), "путин~|putin"),
    (
        Other,
        "генштаб~ всу|генштаб~ украин~|украинск~ генштаб~|генеральн~ штаб~ всу|генеральн~ штаб~ вооруженн~ сил украин~|генеральн~ штаб~ украин~|общи~ боев~ потер~|\
         минобороны украин~/великобритани~/британи~/сша/германи~/франци~/польши|министерств~ обороны украин~/великобритани~/британи~/сша/германи~|\
         министр~ обороны украин~/великобритани~/сша/германи~|зеленск~|медиазон~|пентагон~|\
         всу сообщил~/заявил~|командовани~ всу|британск~ ?военн~ разведк~|разведк~ великобритани~|\
         ukrainian general staff|ukraine s general staff|general staff of the armed forces of ukraine|general staff of ukraine|\
         ukrainian ?defence/defense ministry|ukraine s ?ministry ?of defence/defense ?ministry|ukrainian ministry of defence/defense|\
         ukrainian military claimed/said|ministry of defence/defense of ukraine|ministry of defence/defense of the united kingdom|\
         uk ministry of defence/defense|uk s ministry of defence|united kingdom s ministry of defence|british ministry of defence|british ?defence ?military intelligence|\
         uk defence intelligence|zelensky|zelenskyy|zelenskiy|zelenskyi|independent russian media|independent media|international outlets|независим~ ?российск~ сми|mediazona|oryx|isw|institute for the study of war|заявили/сообщили/заявил в киеве|pentagon|us officials|western officials|us intelligence|bbc|би би си|cnn|new york times|\
         по данным украин~|по данным киева|по данным сша|киев заявил~|в киеве заявил~|украинск~ власти|украинск~ сторон~",
    ),
    (
        Ukrainian,
        "украин~|украинск~|всу|вооруженн~ сил украин~|вооруженн~ силы украин~|противник~|неприятел~|националист~|киевск~ режим~|киев~|боевик~|враг~|\
         нацист~|ukraine|ukrainian|ukrainians|enemy|kiev|kyiv|afu|nationalists",
    ),
    (
        Russian,
        "российск~ военнослужащ~/солдат~/военн~/бойц~/войск~/группировк~/арми~/офицер~|у нас|наш~|our|we lost|we have lost|наш~ ?боев~ товарищ~/военнослужащ~/бойц~/солдат~|россиян~|росси~ потеряла|\
        собственн~ потер~|росси~|русск~ ?солдат~|russian servicemen/soldiers/troops/service/military/personnel/forces/army|russia|russians|its own|our servicemen/troops/soldiers/comrades",
    ),
    (
        Says,
        "заявил~|заявила|сказал~|сказали|сообщил~|сообщила|сообщило|сообщили|отметил~|уточнил~|добавил~|рассказал~|подчеркнул~|заверил~|объяснил~|по словам|передает|признал~|признали|\
         said|says|told|stated|according|reported|announced|asserted|admitted|acknowledged|confirmed|insisted",
    ),
    (Civilians, "мирн~ жител~|мирн~ граждан~|мирн~ населени~|гражданск~|civilian~|дети|детей|children"),
    (
        Denied,
        "якобы|опроверг~|опровергл~|опровергает|опровергли|опровергло|дезинформаци~|фейк~|отрицает|неправд~|ложн~|не соответств~|denied|denies|denying|rejected|refuted|\
         allegedly|untrue|may have|may be|might|если|if|чтобы|могут|могли|может|would|could",
    ),
    (
        KilledAndWounded,
        "убит~/погибш~ и ранен~|убит~/погибш~ или ранен~|killed/dead and wounded|killed/dead or wounded/hurt/injured|killed and injured|dead and injured",
    ),
    (
        Killed,
        "убит~|убито|убиты|погибш~|погиб|погибли|погибло|погибла|погибнул~|killed|dead|died|fatalities|deaths|lost their lives",
    ),
    (
        Wounded,
        "ранен~|ранено|ранены|получил~ ?различн~ ранени~|получили ?различн~ ранени~|получило ранени~|wounded|injured|were hurt",
    ),
    (
        Captured,
        "пленн~|в плен ?добровольно сдал~/сдались/сдалось/попали/попало/взято/взяты|взят~ в плен|взято в плен|сдал~ в плен|сдались в плен|попали в плен|военнопленн~|captured|taken prisoner|prisoner~|prisoners of war",
    ),
];

static CUES: LazyLock<Phrases<Cue>> = LazyLock::new(|| Phrases::of(TABLE));

/// A cue and the words it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FoundCue {
    pub cue: Cue,
    pub words: Range<usize>,
}

/// The cues of a stretch of words in order; of two at one word the longer counts.
pub(crate) fn cues(words: &Words<'_>, range: Range<usize>) -> Vec<FoundCue> {
    let mut found = Vec::new();
    let mut index = range.start;
    while index < range.end {
        match CUES.at(words, index, range.end) {
            Some((cue, next)) => {
                found.push(FoundCue { cue, words: index..next });
                index = next;
            }
            None => index += 1,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<Cue> {
        let words = Words::of(text);
        cues(&words, 0..words.len()).into_iter().map(|found| found.cue).collect()
    }

    #[test]
    fn the_ministry_is_told_from_other_ministries() {
        for (text, expected) in [
            ("сообщило Минобороны РФ", vec![Says, Ministry(None)]),
            ("Минобороны Украины", vec![Other]),
            ("Министерство обороны Великобритании", vec![Other]),
            ("Russia's Defense Ministry", vec![Ministry(None)]),
            ("the United Kingdom's Ministry of Defence", vec![Other]),
            ("Генштаб ВСУ", vec![Other]),
            ("Генштаб РФ", vec![Ministry(None)]),
            ("генерал-майор Игорь Конашенков", vec![Ministry(Some("igor-konashenkov"))]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn a_total_of_the_war_is_told_from_a_day() {
        for (text, expected) in [
            ("Всего с начала проведения специальной военной операции уничтожены", vec![Total, War, Destroyed]),
            ("С НАЧАЛА СВО", vec![War]),
            ("За прошедшие сутки сбито", vec![Day, Destroyed]),
            ("за прошедший месяц", vec![LastMonth]),
            ("с начала года", vec![ThisYear]),
            ("since the start of Russia's special military operation", vec![War]),
            ("during the special military operation in Ukraine", vec![War, Ukrainian]),
            ("с начала учебного года", vec![]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
