//! What the Kremlin says without figures: the days of visits, and that it gives no figure of losses.

use crate::cues::Cue;
use crate::items::{Kind, Sentence};
use crate::phrase::Phrases;
use crate::reader::{Claim, Reader, Voice};
use crate::time::Time;
use crate::words::Words;
use gainsay_claim::{DateValue, DraftValue};
use gainsay_text::{Found, Span, When};
use std::sync::LazyLock;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// A refusal to give a figure.
    Refuses,
    /// Losses without a figure.
    GreatLosses,
    Visits,
    Films,
    /// Places that were named before.
    Those,
    Place(&'static str),
}

const TABLE: &[(Sign, &str)] = &[
    (
        Sign::Refuses,
        "отказал~|отказался|отказались|отказалась|не раскрыл~|не раскрывает|не называет|не назвал|не стал называть|не стал раскрывать|\
         не сообщает|не будет называть|не может назвать|не могу назвать|воздержал~|воздержался|\
         declined to|refused to|would not|did not disclose|does not disclose|gave no figure|gave no number|without giving",
    ),
    (
        Sign::GreatLosses,
        "значительн~ ?большие потер~|серьезн~ потер~|significant losses|heavy losses|substantial losses",
    ),
    (
        Sign::Visits,
        "побывал|посетил|ездил|приезжал|посещал|визит~|поездк~|visited|was in|travelled to|traveled to|went to|visit|trip|has been",
    ),
    (
        Sign::Films,
        "was filmed|were filmed|was shot|was recorded|?было ?была ?был снято/снята/снят|сняли|съемк~ прошли/состоялась/была",
    ),
    (Sign::Those, "those areas|both regions|those regions|these regions|обоих регион~|этих регион~"),
    (Sign::Place("kherson-oblast"), "херсонск~ област~|kherson region/oblast|kherson"),
    (
        Sign::Place("luhansk-oblast"),
        "луганск~ ?народн~ област~/республик~|лнр|luhansk/lugansk region/oblast|luhansk/lugansk people s republic",
    ),
    (
        Sign::Place("donetsk-oblast"),
        "донецк~ ?народн~ област~/республик~|днр|donetsk region/oblast|donetsk people s republic",
    ),
    (Sign::Place("zaporizhzhia-oblast"), "запорожск~ област~|zaporizhzhia/zaporozhye region/oblast"),
    (Sign::Place("mariupol"), "мариупол~|mariupol"),
    (Sign::Place("kursk-oblast"), "курск~ област~|kursk region/oblast"),
    (Sign::Place("sevastopol"), "севастопол~|sevastopol"),
];

static SIGNS: LazyLock<Phrases<Sign>> = LazyLock::new(|| Phrases::of(TABLE));

/// Reads the visits and refusals of a sentence.
pub(crate) fn read(reader: &mut Reader<'_, '_>, sentence: &Sentence<'_, '_>, dates: &[Found<When>]) {
    let (source, speaker) = match reader.voice {
        Voice::Kremlin(person) => ("kremlin", person),
        Voice::Ministry(person) => ("russian-mod", person),
        Voice::Unset | Voice::Other => return,
    };
    let counts = [Cue::Lost, Cue::Killed, Cue::RussianLoss].iter().any(|cue| sentence.has(*cue));
    if !counts && source != "kremlin" {
        return;
    }
    let signs = signs(sentence);
    if counts {
        undisclosed(reader, sentence, &signs, (source, speaker));
    }
    if source == "kremlin" {
        filming(reader, sentence, &signs, speaker, dates);
        visit(reader, sentence, &signs, speaker, dates);
    }
}

type Signs = Vec<(Sign, std::ops::Range<usize>)>;

fn signs(sentence: &Sentence<'_, '_>) -> Signs {
    let words: &Words<'_> = sentence.words;
    let mut found = Signs::new();
    let mut index = sentence.range.start;
    while index < sentence.range.end {
        match SIGNS.at(words, index, sentence.range.end) {
            Some((sign, next)) => {
                found.push((sign, index..next));
                index = next;
            }
            None => index += 1,
        }
    }
    found
}

/// A refusal to give a figure of the own losses, or losses without one.
fn undisclosed(
    reader: &mut Reader<'_, '_>,
    sentence: &Sentence<'_, '_>,
    signs: &Signs,
    (source, speaker): (&'static str, Option<&'static str>),
) {
    let refuses = signs.iter().find(|(sign, _)| *sign == Sign::Refuses);
    let great = signs.iter().find(|(sign, _)| *sign == Sign::GreatLosses).filter(|_| source == "kremlin");
    let Some((sign, words)) = refuses.or(great) else { return };
    let counts = sentence.items.iter().any(|item| matches!(item.kind, Kind::People | Kind::Whole(_)));
    let russian = sentence.has(Cue::Russian) || sentence.has(Cue::RussianLoss);
    let enemy = sentence.has(Cue::Ukrainian) && !russian;
    let named = sentence.cues.iter().any(|found| matches!(found.cue, Cue::Ministry(_) | Cue::Kremlin(_)));
    if counts || enemy || sentence.has(Cue::Civilians) || !named && !reader.same_paragraph {
        return;
    }
    let counted = sentence.cues.iter().find(|found| matches!(found.cue, Cue::Lost | Cue::Killed | Cue::RussianLoss));
    let last = counted.map_or(words.end, |found| found.words.end.max(words.end));
    let first = counted.map_or(words.start, |found| found.words.start.min(words.start));
    let bytes = Span::new(sentence.words.start(first), sentence.words.end(last - 1));
    let killed = sentence.has(Cue::Killed) && !sentence.has(Cue::Lost);
    let measure = if killed { "killed" } else { "personnel-losses" };
    let statement = if *sign == Sign::Refuses {
        "It gives no figure of Russian losses."
    } else {
        "It speaks of significant Russian losses and gives no figure."
    };
    let claim = Claim {
        id: format!("{measure}/russian-forces/undisclosed"),
        source,
        speaker,
        unnamed: false,
        measure,
        subject: "russian-forces",
        place: Some("ukraine"),
        time: Some(Time::Total),
        value: DraftValue::Undisclosed,
        hedge: None,
        statement: Some(statement),
    };
    reader.claim(claim, bytes);
    reader.miss_day(bytes);
    reader.cover(sentence.bytes);
}

/// The day on which a video of the president was filmed.
fn filming(
    reader: &mut Reader<'_, '_>,
    sentence: &Sentence<'_, '_>,
    signs: &Signs,
    speaker: Option<&'static str>,
    dates: &[Found<When>],
) {
    let named = sentence.cues.iter().any(|found| matches!(found.cue, Cue::Kremlin(_)));
    let films = signs.iter().find(|(sign, _)| *sign == Sign::Films);
    let Some((_, words)) = films.filter(|_| named && reader.president && !sentence.has(Cue::Denied)) else { return };
    let stated: Vec<&Found<When>> =
        dates.iter().filter(|date| matches!(date.what, When::Day(_) | When::Impossible(_))).collect();
    let [date] = stated[..] else { return };
    let day = match &date.what {
        When::Day(day) => *day,
        When::Impossible(problem) => {
            let help = "check the date in the source, then write the claim by hand";
            reader.unclear(date.span, problem.clone(), help, vec!["filming-date".to_owned()]);
            return;
        }
        _ => return,
    };
    let first = sentence.words.start(words.start).min(date.span.start);
    let last = sentence.words.end(words.end - 1).max(date.span.end);
    let video = reader.raw.vocabulary.find_subject(VIDEO).is_some();
    let claim = Claim {
        id: "filming-date".to_owned(),
        source: "kremlin",
        speaker,
        unnamed: false,
        measure: "filming-date",
        subject: if video { VIDEO } else { "vladimir-putin" },
        place: None,
        time: None,
        value: DraftValue::Date(DateValue::On(day)),
        hedge: None,
        statement: None,
    };
    reader.claim(claim, Span::new(first, last));
    reader.cover(sentence.bytes);
}

/// The video of the trip of April 2023, where the corpus has it as a subject.
const VIDEO: &str = "putin-video";

/// The day of a visit of the president to places that are named.
fn visit(
    reader: &mut Reader<'_, '_>,
    sentence: &Sentence<'_, '_>,
    signs: &Signs,
    speaker: Option<&'static str>,
    dates: &[Found<When>],
) {
    for (sign, _) in signs {
        if let Sign::Place(place) = sign
            && !reader.oblasts.contains(place)
        {
            reader.oblasts.push(place);
        }
    }
    let visits = signs.iter().any(|(sign, _)| *sign == Sign::Visits);
    let says = |stems: [&str; 2]| {
        let mut range = sentence.range.clone();
        range.any(|index| stems.iter().any(|stem| sentence.words.folded(index).starts_with(stem)))
    };
    // Another country's president is no less one.
    let president = says(["путин", "putin"]) || says(["президент", "president"]) && !sentence.has(Cue::Ukrainian);
    if !visits || sentence.has(Cue::Denied) {
        return;
    }
    let mut places: Vec<&'static str> = Vec::new();
    for (sign, _) in signs {
        match sign {
            Sign::Place(place) => places.push(place),
            Sign::Those => places.extend(&reader.oblasts),
            _ => {}
        }
    }
    places.dedup();
    // "to Mariupol, in Donetsk region": of a town and its region, the town.
    let vocabulary = reader.raw.vocabulary;
    let lies_in = |town: &&str, region: &&str| {
        let pair = vocabulary.find_place(region).zip(vocabulary.find_place(town));
        town != region && pair.is_some_and(|(region, town)| vocabulary.place_contains(region, town))
    };
    let named = places.clone();
    places.retain(|place| !named.iter().any(|town| lies_in(town, place)));
    let stated: Vec<&Found<When>> =
        dates.iter().filter(|date| matches!(date.what, When::Day(_) | When::Impossible(_))).collect();
    let [date] = stated[..] else { return };
    // "state media reported Sunday": the day on which it was told, and not that of the visit.
    let word = sentence.words.at(date.span.start);
    let told = ["reported", "said", "announced", "сообщил", "заявил", "сказал"];
    if word > sentence.range.start && told.iter().any(|verb| sentence.words.folded(word - 1).starts_with(verb)) {
        return;
    }
    match &date.what {
        When::Impossible(problem) => {
            let help = "check the date in the source, then write the claim by hand";
            reader.unclear(date.span, problem.clone(), help, vec!["visit-date".to_owned()]);
        }
        When::Day(day) if president => {
            for place in places {
                let claim = Claim {
                    id: format!("visit-date/{place}"),
                    source: "kremlin",
                    speaker,
                    unnamed: false,
                    measure: "visit-date",
                    subject: "vladimir-putin",
                    place: Some(place),
                    time: None,
                    value: DraftValue::Date(DateValue::On(*day)),
                    hedge: None,
                    statement: None,
                };
                reader.claim(claim, date.span);
                reader.cover(sentence.bytes);
            }
        }
        _ => {}
    }
}
