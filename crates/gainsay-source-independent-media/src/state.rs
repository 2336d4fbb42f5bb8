//! Who holds a town: wholly, mostly, in part, or with fighting going on; and who agrees or says otherwise.

use crate::draft::Writer;
use crate::hold::{CUES, Extent, Hold, Holder, hold};
use crate::lexicon::Tags;
use crate::scene::Scene;
use crate::side::{self, Whose, enemy_of, own_of, side_of};
use crate::time::Time;
use crate::town::{Held, Town, is_governed, mention, segment};
use crate::voice::Speaker;
use chrono::{Days, NaiveDate};
use gainsay_claim::draft::{DraftPeriod, DraftValue};
use gainsay_claim::vocabulary::SubjectId;

/// Reads what a sentence says of who holds a town.
pub(crate) fn states<'a>(scene: &Scene<'_, '_, 'a, '_>, town: &mut Town, writer: &mut Writer<'a>) {
    let page = scene.page;
    let sentence = &scene.sentence;
    town.see(page, sentence);
    if town.id.is_none() || page.mark(sentence.next - 1) == Some('?') {
        return;
    }
    let spoken = !scene.heard.statements.is_empty();
    let mut said: Vec<Speaker> = Vec::new();
    let mut done = 0;
    if spoken {
        for at in page.tagged(sentence, CUES) {
            if at < done {
                continue;
            }
            let Some(hold) = hold(scene, town, at) else { continue };
            if let Some(speaker) = held(scene, town, writer, &hold) {
                done = hold.next;
                said.push(speaker);
            }
        }
    }
    if said.is_empty()
        && spoken
        && let Some(hold) = in_vain(scene, town)
    {
        said.extend(held(scene, town, writer, &hold));
    }
    if agreed(scene, town, writer).is_none() && said.is_empty() && spoken {
        contradicted(scene, town, writer).or_else(|| fought_over(scene, town, writer));
    }
}

/// Writes what a clause says of who holds a town, and tells who said it.
fn held<'a>(scene: &Scene<'_, '_, 'a, '_>, town: &mut Town, writer: &mut Writer<'a>, hold: &Hold) -> Option<Speaker> {
    let page = scene.page;
    let speaker = scene.speaker(hold.at)?;
    let denied = scene.statement(hold.at).is_some_and(|statement| statement.denies);
    let negated = hold.negated || denied;
    if denied && hold.extent == Extent::Left {
        return None;
    }
    // "the town has fallen" does not say to whom, unless that is denied.
    let fell = !negated && page.says(hold.at, &["fallen", "fell"]);
    let subject = holder(scene, hold, speaker).or_else(|| match (negated, conceded(scene, hold)) {
        (false, _) if fell => None,
        (false, false) => own_of(page, Some(speaker)),
        _ => enemy_of(page, Some(speaker)),
    })?;
    let state = match hold.extent {
        Extent::Wholly => "fully-controlled",
        Extent::Mostly => "mostly-controlled",
        Extent::Partly => "partly-controlled",
        Extent::Left => "not-controlled",
    };
    // Who has part of it is no answer to who does not.
    let value = if negated { DraftValue::IsNot("fully-controlled".into()) } else { DraftValue::Is(state.into()) };
    let days = days(scene, town, speaker, hold.at);
    if !negated {
        let (place, paragraph) = (hold.place.clone(), scene.sentence.paragraph);
        town.held = Some(Held { subject, by: speaker, place, state, days, paragraph });
    }
    write(scene, writer, speaker, subject, (&hold.place, days), value, (hold.first, hold.next));
    Some(speaker)
}

fn write<'a>(
    scene: &Scene<'_, '_, 'a, '_>,
    writer: &mut Writer<'a>,
    speaker: Speaker,
    subject: SubjectId,
    (place, days): (&str, Option<(NaiveDate, NaiveDate)>),
    value: DraftValue<'a>,
    words: (usize, usize),
) {
    let page = scene.page;
    // A headline only repeats what the text below it says.
    let repeated = scene.sentence.headline
        && writer.claims.iter().any(|claim| claim.measure == "control" && claim.place.as_deref() == Some(place));
    if page.raw.vocabulary.find_measure("control").is_none() || repeated {
        return;
    }
    let mut draft = writer.draft(page, speaker, "control", subject, value);
    draft.place = Some(place.to_owned().into());
    draft.period = days.map(|(from, to)| DraftPeriod { from, to });
    let hedges = page.within(&page.hedges, &scene.sentence);
    let hedge = hedges.iter().find(|hedge| words.0 <= hedge.first && hedge.next <= words.1);
    draft.hedge = hedge.map(|hedge| page.span(hedge.first, hedge.next).of(page.raw.text).into());
    writer.add(page, scene, draft, words);
}

/// The days of which a state is said: those beside its clause, else those on which it was said.
fn days(scene: &Scene<'_, '_, '_, '_>, town: &Town, speaker: Speaker, at: usize) -> Option<(NaiveDate, NaiveDate)> {
    let page = scene.page;
    if let Some(days) = from_before(scene, town, at) {
        return Some(days);
    }
    let near = |time: &&crate::time::TimeAt| page.distance(time.first, at).min(page.distance(time.next, at));
    let times = || scene.times.iter();
    let said = times().filter(|time| matches!(time.what, Time::Said(..) | Time::AsOf(_))).min_by_key(near);
    let within = times()
        .filter(|time| matches!(time.what, Time::Within(from, to) if (to - from).num_days() <= 7))
        .min_by_key(near);
    // A year of which somebody speaks is not the time of speaking.
    let short = |days: &(NaiveDate, NaiveDate)| (days.1 - days.0).num_days() <= 31;
    let stated = said.or(within).and_then(|time| match time.what {
        Time::Said(from, to) | Time::Within(from, to) if short(&(from, to)) => Some((from, to)),
        Time::AsOf(day) => Some((day, day)),
        _ => None,
    });
    // What answers a statement of some days speaks of the same days.
    let answered = || scene.speakers.said.last().filter(|said| said.from != said.to).map(|said| (said.from, said.to));
    let own = scene.speakers.said.iter().rev().find(|said| said.source == speaker.source);
    let answers = scene.heard.statements.iter().any(|statement| statement.denies);
    stated
        .or_else(|| if answers { answered() } else { None })
        .or_else(|| own.map(|said| (said.from, said.to)).filter(short))
        .or_else(|| answered().filter(short))
        .or_else(|| page.today.map(|day| (day, day)))
}

/// "the next day", "the same evening": days counted from what was said before.
fn from_before(scene: &Scene<'_, '_, '_, '_>, town: &Town, at: usize) -> Option<(NaiveDate, NaiveDate)> {
    let page = scene.page;
    let held = town.held.as_ref().filter(|held| scene.sentence.paragraph <= held.paragraph + 1);
    let said = || scene.speakers.said.last().map(|said| said.to);
    let last = held.and_then(|held| held.days).map(|(_, last)| last).or_else(said)?;
    let says = |index: usize, any: &[&str]| page.says(index, any);
    let (first, next) = segment(page, &scene.sentence, at);
    let (verb, end) = scene
        .statement(at)
        .map_or((first, first), |statement| segment(page, &scene.sentence, statement.at.min(scene.sentence.next - 1)));
    (first..next).chain(verb..end).find_map(|index| {
        let day = |index: usize| says(index, &["day", "evening", "день", "дня", "вечора", "вечера", "вечір", "вечер"]);
        if says(index, &["next", "following", "наступного", "следующий"]) && day(index + 1)
            || says(index, &["later"]) && says(index.saturating_sub(1), &["day"])
        {
            let next = last.checked_add_days(Days::new(1))?;
            return Some((next, next));
        }
        let same = says(index, &["same", "того", "тот", "цього"])
            && (day(index + 1) || says(index + 1, &["самого", "же", "ж"]) && day(index + 2));
        let bare = index == scene.sentence.first && says(index, &["вечером", "увечері", "ввечері"]);
        (same || bare).then_some((last, last))
    })
}

/// Whether a loss is admitted: who then holds the town is the other side.
fn conceded(scene: &Scene<'_, '_, '_, '_>, hold: &Hold) -> bool {
    let page = scene.page;
    hold.extent != Extent::Left
        && scene.statement(hold.at).is_some_and(|statement| {
            page.says(
                statement.at,
                &[
                    "admitted",
                    "admits",
                    "acknowledged",
                    "acknowledges",
                    "conceded",
                    "concedes",
                    "визнав",
                    "визнала",
                    "визнали",
                    "признал",
                    "признала",
                    "признали",
                    "признало",
                    "визнало",
                ],
            )
        })
}

/// "broke through so as to have the town, but without success".
fn in_vain(scene: &Scene<'_, '_, '_, '_>, town: &Town) -> Option<Hold> {
    let page = scene.page;
    let sentence = &scene.sentence;
    let end = (sentence.first + 1..sentence.next).find(|index| {
        page.is(*index - 1, Tags::NEGATION) && page.says(*index, &["success", "успіху", "успеха"])
            || page.says(*index, &["unsuccessfully", "безуспішно", "безуспешно", "марно", "тщетно"])
    })?;
    let goal = |index: &usize| {
        page.is(*index, CUES) || page.says(*index, &["have", "оволодіти", "овладеть", "взяти", "взять", "storm"])
    };
    let mention = (sentence.first..end).rev().take(24).find_map(|index| mention(page, town, index))?;
    let (first, _) = segment(page, sentence, mention.at);
    let at = (first..mention.at).rev().find(goal)?;
    let (place, extent, holder) = (mention.place, Extent::Wholly, Holder::Sentence);
    Some(Hold { place, extent, negated: true, at, first, next: end + 1, host: None, holder })
}

/// "the ministry confirmed it", «с этим согласилось Минобороны»: the same, said by another.
fn agreed<'a>(scene: &Scene<'_, '_, 'a, '_>, town: &Town, writer: &mut Writer<'a>) -> Option<()> {
    let page = scene.page;
    let sentence = &scene.sentence;
    let held = town.held.as_ref().filter(|held| sentence.paragraph <= held.paragraph + 1)?;
    let at = page.tagged(sentence, Tags::AGREE).find(|at| !page.is(at.saturating_sub(1), Tags::NEGATION))?;
    let (first, next) = segment(page, sentence, at);
    let that = (first..next).any(|index| {
        page.says(index, &["this", "it", "that", "claim", "это", "этим", "це", "цим", "слова", "capture", "взятие"])
    });
    let stated = scene.heard.statements.iter().find(|statement| (first..next).contains(&statement.at));
    let named = || {
        let name = (first..next).filter_map(|index| page.name(index)).find(|name| name.means.source.is_some())?;
        Some(Speaker { source: name.means.source?, person: name.means.speaker })
    };
    // "Wagner said so, and the ministry confirmed it": the ministry of the same side.
    let ministry = || {
        let bare = (first..next).any(|index| page.is(index, Tags::MINISTRY) && page.name(index).is_none());
        let id = match side_of(page, held.by).filter(|_| bare)? {
            side if side == Tags::UKRAINE => "ukrainian-mod",
            _ => "russian-mod",
        };
        Some(Speaker { source: page.raw.vocabulary.find_source(id)?, person: None })
    };
    let other = |speaker: &Speaker| speaker.source != held.by.source;
    let speaker = named().filter(other).or_else(ministry).or_else(|| stated.and_then(|statement| statement.speaker));
    let speaker = speaker.filter(other).filter(|_| that)?;
    let days = from_before(scene, town, at).or_else(|| days(scene, town, speaker, at));
    let value = DraftValue::Is(held.state.into());
    write(scene, writer, speaker, held.subject, (&held.place, days), value, (first, next));
    Some(())
}

/// «дійсності не відповідає», "this is not true": what was said before does not hold.
fn contradicted<'a>(scene: &Scene<'_, '_, 'a, '_>, town: &Town, writer: &mut Writer<'a>) -> Option<()> {
    let page = scene.page;
    let sentence = &scene.sentence;
    let held = town.held.as_ref().filter(|held| sentence.paragraph <= held.paragraph + 2)?;
    let at = (sentence.first..sentence.next).find(|index| {
        page.is(index.saturating_sub(1), Tags::NEGATION) && page.says(*index, &["відповідає", "соответствует"])
            || page.says(*index, &["true", "правда"])
                && (1..=2).any(|back| page.is(index.saturating_sub(back), Tags::NEGATION))
            || page.says(*index, &["untrue", "false"])
    })?;
    if page.within(&page.numbers, sentence).iter().any(|number| number.what.percent) {
        return None;
    }
    let speaker = scene.speaker(at).filter(|speaker| speaker.source != held.by.source)?;
    let words = segment(page, sentence, at);
    let days = days(scene, town, speaker, at);
    let value = DraftValue::IsNot("fully-controlled".into());
    write(scene, writer, speaker, held.subject, (&held.place, days), value, words);
    Some(())
}

/// "Fighting in the town goes on", «бої в Бахмуті не вщухають».
fn fought_over<'a>(scene: &Scene<'_, '_, 'a, '_>, town: &Town, writer: &mut Writer<'a>) -> Option<()> {
    let page = scene.page;
    let sentence = &scene.sentence;
    for at in page.tagged(sentence, Tags::FIGHTING) {
        let (first, next) = segment(page, sentence, at);
        let ceases = |index: usize| {
            page.says(
                index,
                &[
                    "вщухають",
                    "припиняються",
                    "припинилися",
                    "стихають",
                    "стихают",
                    "прекращаются",
                    "утихают",
                    "прекратились",
                    "over",
                    "stopped",
                    "ended",
                    "ceased",
                ],
            )
        };
        let negated = (first..next).any(|index| page.is(index, Tags::NEGATION));
        let verb = page.says(at, &["б'ються", "воюють"]);
        let goes_on = verb || (first..next).any(|index| page.is(index, Tags::CONTINUES) && index != at);
        let goes_on = if negated { (first..next).any(ceases) } else { goes_on };
        let placed = (first..next).find_map(|index| {
            let inside = is_governed(page, index, first)
                && page.says(
                    crate::town::opens(page, index, first).saturating_sub(1),
                    &["in", "for", "inside", "в", "у", "за"],
                );
            mention(page, town, index).filter(|_| inside)
        });
        let Some(placed) = placed.filter(|_| goes_on) else { continue };
        let speaker = scene.speaker(at)?;
        if scene.statement(at).is_some_and(|statement| statement.denies) {
            return None;
        }
        let subject = own_of(page, Some(speaker))?;
        let days = days(scene, town, speaker, at);
        let value = DraftValue::Is("contested".into());
        write(scene, writer, speaker, subject, (&placed.place, days), value, (first, next));
        return Some(());
    }
    None
}

/// Who is said to hold the town: the side beside the verb.
fn holder(scene: &Scene<'_, '_, '_, '_>, hold: &Hold, speaker: Speaker) -> Option<SubjectId> {
    let page = scene.page;
    let Hold { at, first, next, host, .. } = *hold;
    let speaks = |index: usize| {
        scene.heard.statements.iter().any(|statement| statement.first <= index && index < statement.next)
    };
    let own = || own_of(page, Some(speaker));
    let name = |index: usize| {
        let ours = page.is(index, Tags::POSSESSIVE)
            || page.says(index, &["наш", "наша", "нашим", "нашою", "нашей", "нашими", "our"]);
        let force = |index: usize| {
            page.is(index, Tags::PEOPLE.and(Tags::MILITARY).and(Tags::CONTROL_NOUN))
                || page.says(index, &["units", "підрозділи", "подразделения", "части", "частини", "війська"])
        };
        if ours && (force(index + 1) || force(index + 2) && page.is(index + 1, Tags::ADJECTIVE)) {
            return own();
        }
        let defenders = page.says(index, &["сили", "силы", "сил", "defence", "defense"])
            && page.says(index + 1, &["оборони", "обороны", "forces"]);
        if defenders && index > 0 && !page.is(index - 1, Tags::MINISTRY) {
            return page.forces(Tags::UKRAINE);
        }
        let we = page.says(index, &["they", "we", "вони", "они", "ми", "мы", "військо"]);
        if we && page.distance(index, at) <= 5 && !(page.says(index, &["they", "вони", "они"]) && own().is_none())
        {
            return own();
        }
        let state = page.says(index + 2, &["held", "controlled"]);
        let from = page.says(index.saturating_sub(1), &["від", "от", "from", "of"]);
        if speaks(index) || from || side::is_place(page, index) && !state {
            return None;
        }
        match side::at(page, index)? {
            Whose::Subject(subject) => Some(subject),
            Whose::Enemy => enemy_of(page, Some(speaker)),
            Whose::Own => own(),
        }
    };
    let before = || (first..at.max(first)).rev().find_map(name);
    let behind = |reach: usize| (at + 1..next.min(at + reach)).find_map(name);
    let host = || host.and_then(|(first, next)| (first..next).rev().find_map(name));
    let english = page.language == gainsay_text::Language::English;
    let by = || {
        let by = (at + 1..next).find(|index| page.says(*index, &["by", "to"]))?;
        (by + 1..next.min(by + 7)).find_map(name)
    };
    match hold.holder {
        // Whoever cleared it says so.
        Holder::Cleared => side_of(page, speaker).and(own()),
        Holder::Sentence => (scene.sentence.first..at).find_map(name),
        Holder::Beside => behind(5).or_else(before).or_else(host),
        Holder::By if english => by().or_else(|| (first.max(at.saturating_sub(2))..at).rev().find_map(name)),
        Holder::By => behind(7).or_else(|| (first..at).rev().take(3).find_map(name)),
        Holder::Doer if english => before().or_else(host).or_else(|| if hold.negated { behind(8) } else { None }),
        Holder::Doer => {
            let near = before().filter(|_| true);
            near.or_else(|| behind(7)).or_else(host)
        }
    }
    .or_else(|| {
        let wider = scene.sentence.first.max(at.saturating_sub(25));
        if hold.negated { (wider..=at.max(wider)).rev().find_map(name) } else { None }
    })
}
