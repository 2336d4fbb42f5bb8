//! People: what the ministry and the Kremlin say of the dead, the wounded and the captured of both sides.

use crate::cues::{Cue, FoundCue};
use crate::items::{Item, Kind, Sentence};
use crate::reader::{Claim, Reader, Voice};
use crate::time::{START, Time, time_of};
use crate::words::Gap;
use gainsay_text::{Found, Span, When};

const RUSSIAN: &str = "russian-forces";
const UKRAINIAN: &str = "ukrainian-forces";

/// Reads what of a sentence counts people.
pub(crate) fn read(
    reader: &mut Reader<'_, '_>,
    sentence: &Sentence<'_, '_>,
    times: &[(usize, Time)],
    dates: &[Found<When>],
) {
    if !sentence.has(Cue::Lost) && !sentence.items.iter().any(|item| matches!(item.kind, Kind::People | Kind::Unknown))
    {
        return;
    }
    let ours = sentence.cues.iter().any(|found| found.cue == Cue::Russian && says_ours(sentence, found));
    if reader.voice == Voice::Unset && ours {
        reader.voice = Voice::Ministry(None);
        reader.own_words = true;
    }
    let (source, speaker) = match reader.voice {
        Voice::Ministry(person) => ("russian-mod", person),
        Voice::Kremlin(person) => ("kremlin", person),
        Voice::Unset | Voice::Other => return,
    };
    let named = sentence.cues.iter().any(|found| matches!(found.cue, Cue::Kremlin(_)));
    if source == "kremlin" && !named {
        return;
    }
    if sentence.has(Cue::Civilians) || sentence.has(Cue::Denied) || !speaks(sentence) || sentence.has_other_source() {
        return;
    }
    // «Среди наших товарищей имеются потери»: whose losses the next sentence counts.
    let side = |side: Cue| sentence.has(Cue::Lost) && sentence.has(side);
    match (side(Cue::Russian) || sentence.has(Cue::RussianLoss), side(Cue::Ukrainian)) {
        (true, false) => reader.last_subject = Some(RUSSIAN),
        (false, true) => reader.last_subject = Some(UKRAINIAN),
        _ => {}
    }
    for item in &sentence.items {
        if let Some(Counted { measure, plain }) = counted(sentence, item) {
            person_item(reader, sentence, item, (source, speaker), (measure, plain), times, dates);
        }
    }
}

fn says_ours(sentence: &Sentence<'_, '_>, found: &FoundCue) -> bool {
    sentence.words.folded(found.words.start).starts_with("наш") || sentence.words.folded(found.words.start) == "our"
}

/// Whether a verb of saying or a source in the sentence leaves the voice as it was.
fn speaks(sentence: &Sentence<'_, '_>) -> bool {
    let words = sentence.words;
    let named =
        sentence.cues.iter().any(|found| matches!(found.cue, Cue::Ministry(_) | Cue::BareMinistry | Cue::Kremlin(_)));
    let own = |word: &str| {
        ["он", "она", "его", "ее", "ведомств", "министр", "министер", "генерал", "представител", "главнокомандующ"]
            .iter()
            .any(|stem| word == *stem || stem.len() > 6 && word.starts_with(stem))
            || matches!(word, "he" | "his" | "him" | "she" | "it" | "minister" | "ministry" | "spokesman" | "general")
    };
    let quotes = sentence.has(Cue::Says);
    named || !quotes || sentence.range.clone().any(|index| own(words.folded(index)))
}

/// What an item counts of people.
struct Counted {
    measure: &'static str,
    /// Whether the words say plainly that it is this.
    plain: bool,
}

fn counted(sentence: &Sentence<'_, '_>, item: &Item) -> Option<Counted> {
    let words = sentence.words;
    let (first, behind) = (item.words.start, item.words.end);
    let after = item.noun.map_or(behind, |noun| noun.next);
    if !matches!(item.kind, Kind::People | Kind::Unknown) || item.value.is_none() && !item.number.malformed {
        return None;
    }
    let joined = |from: usize, to: usize| (from..=to).all(|index| words.gap(index) < Gap::Comma);
    // «14 тысяч — безвозвратные»: the dead and others; «санитарные»: the wounded and others.
    let class = words.folded(after);
    if class.starts_with("безвозвратн") || class.starts_with("санитарн") {
        let measure = if class.starts_with('б') { "killed" } else { "wounded" };
        return Some(Counted { measure, plain: false });
    }
    let plain = |measure| Some(Counted { measure, plain: true });
    let fates = || sentence.cues.iter().filter_map(|found| fate(found.cue).map(|measure| (measure, found)));
    let adverb = usize::from(matches!(words.folded(behind), "as" | "were" | "are"));
    for (measure, found) in fates() {
        let start = found.words.start;
        if start == behind || adverb == 1 && start == behind + 1 && joined(start, start) {
            return plain(measure);
        }
    }
    let is_people = item.kind == Kind::People;
    for (measure, found) in fates().filter(|_| is_people) {
        let start = found.words.start;
        if start >= after && start <= after + 3 && joined(after, start) && free(sentence, after, start) {
            return plain(measure);
        }
    }
    for (measure, found) in fates() {
        let end = found.words.end;
        let close = end <= first && first - end <= 1 && joined(end, first);
        // «ранены 5» without a noun counts as well as «погибли 498 военнослужащих», but not «погибли 2 вертолета».
        let alone = item.noun.is_none() && words.gap(behind) >= Gap::Comma;
        let passive = words.folded(found.words.start).ends_with(['х', 'м', 'й']);
        if close && (is_people || alone) && !passive {
            return plain(measure);
        }
        let count = found.words.start.checked_sub(1).map(|index| words.folded(index));
        let number_of = count.is_some_and(counts);
        if number_of && end <= first && free(sentence, end, first) && (is_people || item.noun.is_none()) {
            return plain(measure);
        }
    }
    if !is_people || fates().next().is_some() {
        return None;
    }
    let final_losses = sentence.range.clone().any(|index| {
        let word = words.folded(index);
        ["безвозвратн", "санитарн", "irretrievabl", "irrecoverabl"].iter().any(|stem| word.starts_with(stem))
    });
    if sentence.has(Cue::Lost) {
        return Some(Counted { measure: "personnel-losses", plain: !final_losses });
    }
    sentence.has(Cue::Destroyed).then_some(Counted { measure: "killed", plain: false })
}

/// «Число погибших», «количество пленных».
fn counts(word: &str) -> bool {
    word.starts_with("числ") || word.starts_with("количеств")
}

/// Whether no other figure stands between two words.
fn free(sentence: &Sentence<'_, '_>, from: usize, to: usize) -> bool {
    !sentence.items.iter().any(|item| item.words.start >= from && item.words.start < to)
}

fn fate(cue: Cue) -> Option<&'static str> {
    match cue {
        Cue::Killed => Some("killed"),
        Cue::Wounded => Some("wounded"),
        Cue::Captured => Some("captured"),
        Cue::KilledAndWounded => Some("killed-and-wounded"),
        _ => None,
    }
}

fn person_item(
    reader: &mut Reader<'_, '_>,
    sentence: &Sentence<'_, '_>,
    item: &Item,
    (source, speaker): (&'static str, Option<&'static str>),
    (measure, plain): (&'static str, bool),
    times: &[(usize, Time)],
    dates: &[Found<When>],
) {
    let near = reader.last_subject.filter(|_| reader.same_paragraph || reader.passage.is_some());
    let Some(subject) = subject(sentence, item).or(near) else {
        if time_of(item, times) == Some(Time::Total) && !reader.headline {
            let message = format!("whose losses \"{}\" are is not said", reader.quote(item.bytes));
            let both = vec![UKRAINIAN.to_owned(), RUSSIAN.to_owned()];
            reader.unclear(item.bytes, message, "say whose losses they are", both);
        }
        return;
    };
    let stated = matches!(time_of(item, times), Some(Time::Total | Time::Span(..)));
    if !plain && !stated {
        return;
    }
    let Some((time, place)) = scope(reader, sentence, item, subject, times, dates) else { return };
    let bytes = with_fate(sentence, item);
    let Some(value) = item.draft_value().filter(|_| plain) else {
        let message = format!("whether \"{}\" is the number of {measure} is not plain", reader.quote(bytes));
        let likely = if measure == "wounded" { measure } else { "killed" };
        let all = vec![likely.to_owned(), "personnel-losses".to_owned()];
        reader.unclear(bytes, message, "choose the measure, or leave it out", all);
        return;
    };
    let suffix = match time {
        Some(Time::Total) | None => "",
        Some(Time::Span(START, _)) => "",
        Some(time) => time.suffix(),
    };
    let own = reader.own_words;
    let claim = Claim {
        id: format!("{measure}/{subject}{suffix}"),
        source,
        speaker,
        unnamed: speaker.is_none() && !reader.named_here && reader.voice == Voice::Ministry(None) && !own,
        measure,
        subject,
        place: Some(place),
        time,
        value,
        hedge: None,
        statement: None,
    };
    reader.claim(claim, bytes);
    if time == Some(Time::Total) {
        reader.miss_day(bytes);
    }
    reader.cover(sentence.bytes);
    reader.last_subject = Some(subject);
}

/// The figure with the words beside it that say what became of them: "killed 5,937 servicemen".
fn with_fate(sentence: &Sentence<'_, '_>, item: &Item) -> Span {
    let words = sentence.words;
    let after = item.noun.map_or(item.words.end, |noun| noun.next.max(item.words.end));
    let adverb = usize::from(matches!(words.folded(after), "as" | "were" | "are"));
    let mut bytes = item.bytes;
    for found in sentence.cues.iter().filter(|found| fate(found.cue).is_some()) {
        let counted = found.words.start.checked_sub(1).filter(|index| counts(words.folded(*index)));
        if let Some(number_of) = counted
            && found.words.end <= item.words.start
            && free(sentence, number_of, item.words.start)
        {
            bytes.start = bytes.start.min(words.start(number_of));
        }
        let (start, end) = (found.words.start, found.words.end);
        let behind =
            (start == item.words.end || start == after || start == after + adverb) && words.gap(start) < Gap::Comma;
        if behind && words.gap(after) < Gap::Comma {
            bytes.end = bytes.end.max(words.end(end - 1));
        } else if words.end(end - 1) <= bytes.start && words.at(bytes.start) == end && words.gap(end) <= Gap::Space {
            bytes.start = words.start(start);
        }
    }
    bytes
}

/// Whose people they are: by the words between figure and noun, right behind it, before it, behind it.
fn subject(sentence: &Sentence<'_, '_>, item: &Item) -> Option<&'static str> {
    let words = sentence.words;
    let after = item.noun.map_or(item.words.end, |noun| noun.next);
    let side = |found: &FoundCue| match found.cue {
        Cue::Ukrainian => Some(UKRAINIAN),
        Cue::Russian | Cue::RussianLoss => Some(RUSSIAN),
        _ => None,
    };
    let own = (item.words.end..after).find_map(|index| match words.folded(index) {
        word if word.starts_with("российск") || word.starts_with("наш") || word == "russian" => {
            Some(RUSSIAN)
        }
        word if word.starts_with("украинск") || word == "ukrainian" => Some(UKRAINIAN),
        word if ["националист", "боевик", "нацист"].iter().any(|stem| word.starts_with(stem)) => {
            Some(UKRAINIAN)
        }
        _ => None,
    });
    let right_behind = || {
        let mut near = sentence.cues.iter().filter(|found| {
            let start = found.words.start;
            start >= after && start <= after + 1 && words.gap(start) <= Gap::Other && words.gap(after) <= Gap::Other
        });
        near.find_map(side)
    };
    let before = || {
        // «Российские войска уничтожили 600 солдат»: who stands before did it.
        let acts = sentence.first(Cue::Destroyed).is_some_and(|found| found.words.start < item.words.start);
        let mut before = sentence.cues.iter().filter(|found| !acts && found.words.end <= item.words.start);
        let mut last = None;
        before.by_ref().for_each(|found| last = side(found).or(last));
        last
    };
    let behind = || sentence.cues.iter().filter(|found| found.words.start >= after).find_map(side);
    own.or_else(right_behind).or_else(before).or_else(behind)
}

/// The time and the place of a figure of people, where they are plain.
fn scope(
    reader: &Reader<'_, '_>,
    sentence: &Sentence<'_, '_>,
    item: &Item,
    subject: &str,
    times: &[(usize, Time)],
    dates: &[Found<When>],
) -> Option<(Option<Time>, &'static str)> {
    let own_words = reader.own_words;
    let makiivka = sentence.range.clone().any(|index| {
        let word = sentence.words.folded(index);
        word.starts_with("макеевк") || word == "makiivka" || word == "makeyevka"
    });
    if makiivka || sentence.has(Cue::Place) || event(sentence) {
        // The ministry's own words on the strike of the New Year night.
        return (subject == RUSSIAN && own_words && makiivka).then_some((None, "makiivka"));
    }
    match time_of(item, times) {
        Some(Time::Loose) => None,
        Some(time) => Some((Some(time), "ukraine")),
        None if subject == UKRAINIAN => {
            let total = reader.passage.as_ref().is_some_and(|passage| passage.lapses <= 2);
            let near = reader.paragraph_time.filter(|time| reader.same_paragraph && *time != Time::Loose);
            near.or_else(|| total.then_some(Time::Total)).map(|time| (Some(time), "ukraine"))
        }
        None => {
            let near = reader.named_here || own_words || reader.passage.is_some();
            let days: Vec<_> =
                dates.iter().filter_map(|date| if let When::Day(day) = date.what { Some(day) } else { None }).collect();
            let time = match days[..] {
                [day] if day > START => Time::Span(START, day),
                _ => Time::Total,
            };
            near.then_some((Some(time), "ukraine"))
        }
    }
}

/// Whether a sentence tells of one strike or fight.
fn event(sentence: &Sentence<'_, '_>) -> bool {
    let event = [
        "удар",
        "удара",
        "ударом",
        "обстрел",
        "обстрела",
        "взрыв",
        "strike",
        "strikes",
        "struck",
        "attack",
        "shelling",
        "blast",
    ];
    sentence.range.clone().any(|index| event.contains(&sentence.words.folded(index)))
}
