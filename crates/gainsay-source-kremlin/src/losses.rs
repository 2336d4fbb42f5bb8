//! Equipment: the totals since the start, and the figures of a month or a day.

use crate::cues::{Cue, FoundCue};
use crate::items::{Item, Kind, Sentence};
use crate::nouns::candidates;
use crate::reader::{Claim, Passage, Reader, Voice, whole};
use crate::time::{Time, time_of};
use gainsay_claim::CountValue;
use gainsay_text::Span;

/// Reads what of a sentence counts equipment.
pub(crate) fn read(reader: &mut Reader<'_, '_>, sentence: &Sentence<'_, '_>, times: &[(usize, Time)], mixed: bool) {
    let quoted = reader.voice == Voice::Other && (sentence.has(Cue::Other) || reader.same_paragraph);
    // «Россия, по данным Oryx, потеряла 2000 танков»
    let russian = sentence.has(Cue::Lost) && sentence.has(Cue::Russian) && !sentence.has(Cue::Ukrainian);
    let counted = russian || sentence.counts_russian_equipment();
    let tells = !sentence.items.is_empty() || sentence.has(Cue::War) || sentence.has(Cue::SinceWar);
    if quoted || counted || sentence.has(Cue::RussianLoss) || tells && sentence.has_other_source() {
        reader.passage = None;
        return;
    }
    let opening = opens(reader, sentence, times, mixed);
    if opening {
        open(reader, sentence);
    } else if announces(reader, sentence, times) {
        return;
    } else if !goes_on(reader, sentence, times) {
        lapse(reader, times);
        stated_time(reader, sentence, times, mixed);
        return;
    }
    total(reader, sentence, times, opening);
}

/// Whether a sentence opens a total.
fn opens(reader: &Reader<'_, '_>, sentence: &Sentence<'_, '_>, times: &[(usize, Time)], mixed: bool) -> bool {
    let lists = matches!(sentence.last_mark(), Some(':' | '-' | '–' | '—'));
    let loses = sentence.has(Cue::Destroyed) || sentence.has(Cue::Lost) || lists;
    // Others say "since the war began", so that the ministry must be named beside it.
    let ministry = matches!(reader.voice, Voice::Ministry(_)) && reader.named_here && !mixed;
    let wholes = || sentence.items.iter().filter_map(whole);
    let long_list = || wholes().count() >= 4 || wholes().any(|measure| measure == "tanks-and-armoured-vehicles-lost");
    let stated = sentence.cues.iter().any(|found| found.cue == Cue::War && is_this_war(sentence, found))
        || sentence.has(Cue::InWar) && times.is_empty() && long_list()
        || sentence.has(Cue::SinceWar) && ministry;
    stated && (loses || sentence.has(Cue::Total) && long_list()) || weak(sentence, times)
}

/// Whether «с начала операции» is not said of another: «операции «Цитадель»», «операции в Сирии».
fn is_this_war(sentence: &Sentence<'_, '_>, found: &FoundCue) -> bool {
    let words = sentence.words;
    let special = |index: usize| {
        let word = words.folded(index);
        ["специальн", "спецоперац", "сво", "special", "started", "began"].iter().any(|stem| word.starts_with(stem))
    };
    let next = found.words.end;
    let before = words.text[..words.start(next)].chars().next_back();
    let named = next < sentence.range.end && before == Some('«');
    let elsewhere = match words.folded(next) {
        "по" | "против" => true,
        "в" | "in" => !["украин", "зоне", "ukraine", "donbas", "донбасс"]
            .iter()
            .any(|place| words.folded(next + 1).starts_with(place)),
        _ => false,
    };
    found.words.clone().any(special) || !(named || elsewhere)
}

/// «Всего российскими Вооруженными Силами выведено из строя 211 военных объектов»: no time narrows it.
fn weak(sentence: &Sentence<'_, '_>, times: &[(usize, Time)]) -> bool {
    let first = sentence.first(Cue::Total).is_some_and(|found| found.words.start <= sentence.range.start + 1);
    let many = sentence.items.iter().filter(|item| whole(item).is_some()).count() >= 3;
    let counts = many || sentence.items.iter().any(|item| item.kind == Kind::Site);
    first
        && counts
        && times.is_empty()
        && sentence.has(Cue::RussianForces)
        && sentence.has(Cue::Destroyed)
        && !sentence.has(Cue::Place)
}

fn open(reader: &mut Reader<'_, '_>, sentence: &Sentence<'_, '_>) {
    // Whoever was quoted in a paragraph before does not speak here.
    if reader.voice == Voice::Other {
        reader.voice = Voice::Unset;
    }
    reader.passage = Some(Passage { goes_on: false, lapses: 0, given: Vec::new(), voice: reader.voice });
    if sentence.items.is_empty() {
        reader.cover(sentence.bytes);
    }
}

/// The most sentences between those of a total.
const MOST_LAPSES: u8 = 2;

/// Whether a sentence goes on with the open total.
fn goes_on(reader: &Reader<'_, '_>, sentence: &Sentence<'_, '_>, times: &[(usize, Time)]) -> bool {
    let Some(passage) = &reader.passage else { return false };
    if !times.is_empty() || sentence.has(Cue::Place) || sentence.items.is_empty() {
        return false;
    }
    let begin = sentence.range.start;
    let near = |cue: Cue, most: usize| sentence.first(cue).is_some_and(|found| found.words.start <= begin + most);
    let lists = sentence.items.first().is_some_and(|item| {
        item.words.start <= begin + 1 && item.kind != Kind::Unknown
            || item.noun.is_some_and(|noun| noun.first <= begin + 1)
    });
    // «К этому он прибавил уничтоженные 297 установок»
    let adds = sentence.words.folded(begin + usize::from(sentence.words.folded(begin) == "к")) == "этому";
    let verb = near(Cue::Destroyed, 2) || near(Cue::Parts, 1) || adds;
    let measures = || sentence.items.iter().filter_map(whole);
    let again = measures().any(|measure| passage.given.iter().any(|(given, _)| *given == measure));
    let together = measures().any(|measure| measure == "tanks-and-armoured-vehicles-lost");
    let people = sentence.items.iter().all(|item| item.kind == Kind::People);
    // Behind the whole list a verb opens the tale of a strike, unless the words say that the list goes on.
    let complete = passage.given.iter().any(|(given, _)| *given == "tanks-and-armoured-vehicles-lost");
    let also =
        adds || (begin..begin + 2).any(|index| matches!(sentence.words.folded(index), "также" | "кроме" | "also"));
    let only_wholes = sentence.items.iter().all(|item| whole(item).is_some());
    if complete && !passage.goes_on && !lists && !(only_wholes && (also || reader.same_paragraph)) {
        return false;
    }
    let strike = sentence.items.iter().any(|item| item.kind == Kind::People);
    !people && !again && !strike && if passage.lapses > 0 { verb && together } else { verb || lists || passage.goes_on }
}

/// «Среди них:», on a line of its own, goes on with the open total.
fn announces(reader: &mut Reader<'_, '_>, sentence: &Sentence<'_, '_>, times: &[(usize, Time)]) -> bool {
    let begin = sentence.range.start;
    let announces = times.is_empty()
        && sentence.items.is_empty()
        && sentence.last_mark() == Some(':')
        && !sentence.has(Cue::Place)
        && sentence
            .cues
            .iter()
            .any(|cue| matches!(cue.cue, Cue::Parts | Cue::Destroyed) && cue.words.start <= begin + 2);
    let Some(passage) = reader.passage.as_mut().filter(|_| announces) else { return false };
    passage.goes_on = true;
    reader.cover(sentence.bytes);
    true
}

/// A sentence that is not of the open total.
fn lapse(reader: &mut Reader<'_, '_>, times: &[(usize, Time)]) {
    let Some(passage) = &mut reader.passage else { return };
    passage.lapses += 1;
    passage.goes_on = false;
    if passage.lapses > MOST_LAPSES || !times.is_empty() {
        reader.passage = None;
    }
}

/// Reads the items of a sentence of a total.
fn total(reader: &mut Reader<'_, '_>, sentence: &Sentence<'_, '_>, times: &[(usize, Time)], opening: bool) {
    let mut found = false;
    let lists =
        !opening || sentence.items.iter().any(|item| matches!(item.kind, Kind::Whole(_) | Kind::Part(_) | Kind::Site));
    for item in &sentence.items {
        if opening && !times.is_empty() && time_of(item, times) != Some(Time::Total) {
            continue;
        }
        if item.kind == Kind::People || opening && narrowed(sentence, item) || !lists {
            continue;
        }
        found |= total_item(reader, sentence, item);
    }
    let goes_on = matches!(sentence.last_mark(), Some(':' | ',' | ';' | '-' | '–' | '—'));
    if let Some(passage) = &mut reader.passage {
        passage.goes_on = goes_on;
    }
    if found {
        reader.cover(sentence.bytes);
        let stated = sentence.cues.iter().find(|cue| matches!(cue.cue, Cue::War | Cue::SinceWar));
        let bytes = stated.map_or(sentence.bytes, |cue| {
            Span::new(sentence.words.start(cue.words.start), sentence.words.end(cue.words.end - 1))
        });
        reader.miss_day(bytes);
        reader.last_subject = Some("ukrainian-forces");
        if reader.voice == Voice::Unset {
            reader.voice = Voice::Ministry(None);
            reader.own_words = true;
        }
    }
}

/// Whether a place stands between the words of the time and an item, or before both.
fn narrowed(sentence: &Sentence<'_, '_>, item: &Item) -> bool {
    let before = |cue: &&FoundCue| cue.words.start < item.words.start;
    let war = sentence.cues.iter().filter(before).rfind(|cue| matches!(cue.cue, Cue::War | Cue::SinceWar));
    let from = war.map_or(sentence.range.start, |cue| cue.words.start);
    sentence.cues.iter().filter(before).any(|cue| cue.cue == Cue::Place && cue.words.start > from)
}

/// Makes a claim of an item of a total, or says what is not plain; whether there was anything.
fn total_item(reader: &mut Reader<'_, '_>, sentence: &Sentence<'_, '_>, item: &Item) -> bool {
    let words = reader.quote(item.bytes);
    match item.kind {
        Kind::Whole(measure) => {
            let Some(value) = item.draft_value() else {
                let message = format!("which number \"{words}\" states is not plain");
                reader.unclear(item.bytes, message, "write the claim by hand", vec![measure.to_owned()]);
                return true;
            };
            let rounded = !matches!(item.value, Some(CountValue::Exactly(_)));
            if measure == "tanks-lost" && (rounded || reader.counts_tanks_with_others) {
                let message = format!("whether \"{words}\" leaves out other armoured vehicles is not said");
                let help = "the ministry counts tanks and other armoured vehicles together; choose the measure";
                let both = vec!["tanks-and-armoured-vehicles-lost".to_owned(), "tanks-lost".to_owned()];
                reader.unclear(item.bytes, message, help, both);
                return true;
            }
            if apart(reader, measure) {
                part(reader, item.bytes, measure);
                return true;
            }
            let (voice, unnamed) = speaker(reader);
            let claim = Claim {
                id: measure.to_owned(),
                source: "russian-mod",
                speaker: voice,
                unnamed,
                measure,
                subject: "ukrainian-forces",
                place: Some("ukraine"),
                time: Some(Time::Total),
                value,
                hedge: None,
                statement: None,
            };
            let place = reader.claim(claim, item.bytes);
            if let Some(passage) = &mut reader.passage {
                passage.given.push((measure, place));
            }
        }
        Kind::Part(measure) => {
            take_back(reader, sentence, item, measure);
            part(reader, item.bytes, measure);
        }
        Kind::Site | Kind::AnyEquipment => {
            let message = format!("no measure of the vocabulary counts \"{words}\"");
            reader.unclear(item.bytes, message, "leave it out, or add a measure to vocabulary.json", Vec::new());
        }
        Kind::Unknown => {
            let message = format!("what \"{words}\" counts is no category that is known");
            let behind = item.noun.map_or(item.words.end, |noun| noun.next);
            let candidates = candidates(sentence.words, behind, sentence.range.end);
            reader.unclear(item.bytes, message, "choose a measure, or add one to vocabulary.json", candidates);
        }
        Kind::People => return false,
    }
    true
}

fn part(reader: &mut Reader<'_, '_>, bytes: Span, measure: &str) {
    let message = format!("\"{}\" is a part of a category, and the whole is not stated", reader.quote(bytes));
    reader.unclear(bytes, message, "add the parts up by hand, or leave it out", vec![measure.to_owned()]);
}

/// Whether the open total has this measure in parts: planes on the ground and in the air.
fn apart(reader: &Reader<'_, '_>, measure: &str) -> bool {
    let marks =
        |passage: &Passage| passage.given.iter().any(|(given, claim)| *given == measure && *claim == usize::MAX);
    reader.passage.as_ref().is_some_and(marks)
}

/// A part that stands beside its measure and not within it shows that the figure before was a part as well.
fn take_back(reader: &mut Reader<'_, '_>, sentence: &Sentence<'_, '_>, item: &Item, measure: &'static str) {
    let within = sentence.cues.iter().any(|cue| cue.cue == Cue::Parts && cue.words.start < item.words.start);
    let grounds = reader.quote(item.bytes).len() < item.bytes.end
        && ["земле", "воздухе", "ground", "air"].iter().any(|word| {
            let next = item.noun.map_or(item.words.end, |noun| noun.next);
            (next..next + 4).any(|index| sentence.words.folded(index) == *word)
        });
    if within || !grounds {
        return;
    }
    let known =
        reader.passage.as_ref().and_then(|passage| passage.given.iter().find(|(given, _)| *given == measure).copied());
    if let Some((_, claim)) = known.filter(|(_, claim)| *claim != usize::MAX)
        && let Some(draft) = reader.take_back(claim)
    {
        let words = draft.evidence.as_ref().map_or("", |evidence| &*evidence.exact).to_owned();
        let message = format!("\"{words}\" is a part of a category, and the whole is not stated");
        let help = "add the parts up by hand, or leave it out".to_owned();
        let unclear =
            gainsay_claim::Unclear { place: draft.place(), message, help, candidates: vec![measure.to_owned()] };
        reader.out.unclear.push(unclear);
    }
    if let Some(passage) = &mut reader.passage {
        passage.given.push((measure, usize::MAX));
    }
}

/// The speaker of the open total, and whether nobody is named.
fn speaker(reader: &Reader<'_, '_>) -> (Option<&'static str>, bool) {
    let opened = reader.passage.as_ref().map(|passage| passage.voice);
    match (reader.voice, opened) {
        (Voice::Ministry(Some(person)), _) | (_, Some(Voice::Ministry(Some(person)))) => (Some(person), false),
        (Voice::Ministry(None), _) => (None, false),
        _ => (None, true),
    }
}

/// Reads the equipment of a stated month or day, in the ministry's words.
fn stated_time(reader: &mut Reader<'_, '_>, sentence: &Sentence<'_, '_>, times: &[(usize, Time)], mixed: bool) {
    let Voice::Ministry(person) = reader.voice else { return };
    let loses = sentence.has(Cue::Destroyed) || sentence.has(Cue::Lost);
    if mixed || !loses || sentence.has(Cue::Place) || !sentence.has(Cue::Ukrainian) || sentence.has(Cue::Denied) {
        return;
    }
    let inherited = reader.paragraph_time.filter(|_| times.is_empty() && reader.same_paragraph);
    for item in &sentence.items {
        let Some(measure) = whole(item) else { continue };
        let time = time_of(item, times).or(inherited);
        let suffix = match time {
            Some(time @ Time::Span(..)) => time.suffix(),
            Some(Time::Day) if reader.named_here && reader.days.as_of.is_some() => Time::Day.suffix(),
            _ => continue,
        };
        let Some(value) = item.draft_value() else { continue };
        let claim = Claim {
            id: format!("{measure}{suffix}"),
            source: "russian-mod",
            speaker: person,
            unnamed: false,
            measure,
            subject: "ukrainian-forces",
            place: Some("ukraine"),
            time,
            value,
            hedge: None,
            statement: None,
        };
        reader.claim(claim, item.bytes);
        reader.cover(sentence.bytes);
    }
}
