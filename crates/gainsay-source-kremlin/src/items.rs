//! The figures of a sentence with what they count.

use crate::cues::{Cue, FoundCue};
use crate::nouns::{FoundNoun, Noun, noun_at, noun_before, noun_within};
use crate::words::{Gap, Words};
use gainsay_claim::{Count, CountValue, DraftValue};
use gainsay_text::{Bound, Found, Number, Span};
use std::ops::Range;

/// A sentence with what stands in it. Places are in words and bytes of its paragraph.
pub(crate) struct Sentence<'s, 'a> {
    pub words: &'s Words<'a>,
    pub range: Range<usize>,
    pub bytes: Span,
    pub cues: Vec<FoundCue>,
    pub items: Vec<Item>,
}

impl Sentence<'_, '_> {
    pub fn has(&self, cue: Cue) -> bool {
        self.cues.iter().any(|found| found.cue == cue)
    }

    pub fn first(&self, cue: Cue) -> Option<&FoundCue> {
        self.cues.iter().find(|found| found.cue == cue)
    }

    /// Whether it counts equipment of the Russian side.
    pub fn counts_russian_equipment(&self) -> bool {
        self.items.iter().any(|item| {
            let equipment = matches!(item.kind, Kind::Whole(_) | Kind::Part(_));
            equipment && item.noun.is_some_and(|noun| noun.is_russian(self.words, item.words.end))
        })
    }

    /// Whether the words name a source other than the ministry: «по данным Oryx».
    pub fn has_other_source(&self) -> bool {
        let words = self.words;
        let named =
            self.cues.iter().any(|found| matches!(found.cue, Cue::Ministry(_) | Cue::BareMinistry | Cue::Kremlin(_)));
        let sources = ["данным", "оценкам", "оценке", "подсчетам", "информации", "сообщениям"];
        let own =
            ["его", "ее", "ведомств", "министерств", "министр", "российск", "военн", "him", "his", "the", "latest"];
        !named
            && self.range.clone().any(|index| {
                let slavic = words.folded(index) == "по" && sources.contains(&words.folded(index + 1));
                let english = words.folded(index) == "according" && words.folded(index + 1) == "to";
                let source = words.folded(index + 2);
                (slavic || english) && !own.iter().any(|own| source.starts_with(own))
            })
    }

    /// The mark at its end.
    pub fn last_mark(&self) -> Option<char> {
        self.bytes.of(self.words.text).chars().next_back()
    }
}

/// A figure and what it counts.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    /// The figure; none where it is not plain.
    pub value: Option<CountValue>,
    pub number: Number,
    pub kind: Kind,
    /// The figure, its bound and the noun.
    pub bytes: Span,
    /// The first word of the figure and its bound, and the word behind.
    pub words: Range<usize>,
    pub noun: Option<FoundNoun>,
}

/// What an item counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The whole of a measure.
    Whole(&'static str),
    /// A part of a measure: one type, those on the ground.
    Part(&'static str),
    People,
    Site,
    AnyEquipment,
    Unknown,
}

/// The items of a stretch of words, with what makes some of them parts of others.
pub(crate) fn items(
    words: &Words<'_>,
    range: &Range<usize>,
    numbers: &[Found<Number>],
    cues: &[FoundCue],
) -> Vec<Item> {
    let mut found: Vec<Item> = Vec::new();
    for number in numbers {
        if let Some(item) = item(words, range, number) {
            found.push(item);
        }
    }
    let mut found = join_shares(found, words);
    mark_parts(&mut found, cues, words);
    found
}

/// «1587 из 2416 танков»: the first figure counts the tanks, the second is what there were.
fn join_shares(items: Vec<Item>, words: &Words<'_>) -> Vec<Item> {
    let mut joined: Vec<Item> = Vec::with_capacity(items.len());
    for item in items {
        let share = joined.last_mut().filter(|first| {
            let between = first.words.end..item.words.start;
            let word = |place: usize| words.folded(between.start + place);
            let of = match between.len() {
                1 => matches!(word(0), "из" | "of"),
                2 => (word(0), word(1)) == ("out", "of"),
                _ => false,
            };
            of && first.noun.is_none() && item.noun.is_some()
        });
        match share {
            Some(first) => {
                first.bytes.end = first.bytes.end.max(item.bytes.end);
                (first.kind, first.noun) = (item.kind, item.noun);
            }
            None => joined.push(item),
        }
    }
    joined
}

fn item(words: &Words<'_>, range: &Range<usize>, number: &Found<Number>) -> Option<Item> {
    let Found { span, what } = *number;
    if what.percent {
        return None;
    }
    let first = words.at(span.start);
    let next = words.at(what.figures.end);
    let behind = noun_at(words, next, range.end);
    let noun = behind
        .or_else(|| noun_before(words, first, range.start).filter(|noun| labels(words, range, *noun, first, next)))
        .or_else(|| number_of(words, range, first, next));
    if noun.is_none() && what.looks_like_year {
        return None;
    }
    let bytes = match noun {
        Some(noun) if noun.first < first => Span::new(words.start(noun.first), span.end),
        Some(noun) => Span::new(span.start, span.end.max(words.end(noun.next - 1))),
        None => span,
    };
    let kind = noun.map_or(Kind::Unknown, |noun| kind(words, noun, range.end));
    let kind = if what.increment || what.decrease { Kind::Unknown } else { kind };
    // "As many as 498" states the figure and marvels at it.
    let marvels = words.folded(first) == "as" && words.folded(first + 1) == "many";
    let what = Number { bound: if marvels { Bound::Exactly } else { what.bound }, ..what };
    Some(Item { value: value(&what), number: what, kind, bytes, words: first..next, noun })
}

/// Whether a noun before a figure is its label: «Самолеты — 629», «самолетов (629)», and no noun of a figure before it.
fn labels(words: &Words<'_>, range: &Range<usize>, noun: FoundNoun, first: usize, next: usize) -> bool {
    let before = noun.first.checked_sub(1).filter(|before| *before >= range.start);
    let counted = before.is_some_and(|before| words.is_digits(before) && words.gap(noun.first) <= Gap::Space);
    let mark = words.text[..words.start(first)].trim_end().chars().next_back();
    let marked = matches!(words.gap(first), Gap::Dash | Gap::Colon | Gap::Hyphen) || matches!(mark, Some('(' | '='));
    let line = noun.first == range.start && next >= range.end;
    !counted && (marked || line)
}

/// «Число сбитых беспилотников достигло 413», «до 413 выросло число беспилотников».
fn number_of(words: &Words<'_>, range: &Range<usize>, first: usize, next: usize) -> Option<FoundNoun> {
    let counts = |index: &usize| {
        let word = words.folded(*index);
        matches!(word, "число" | "количество" | "number")
    };
    let earliest = first.saturating_sub(MOST_BEFORE).max(range.start);
    if let Some(begin) = (earliest..first).rfind(counts) {
        let plain = !(begin..first).any(|index| words.is_digits(index) || words.gap(index + 1) == Gap::Stop);
        return noun_within(words, begin + 1..first).filter(|_| plain);
    }
    let begin = (next..range.end.min(next + 2)).find(counts)?;
    noun_within(words, begin + 1..range.end.min(begin + 6))
}

/// How far back «число» may stand before its figure, in words.
const MOST_BEFORE: usize = 12;

fn kind(words: &Words<'_>, found: FoundNoun, end: usize) -> Kind {
    match found.noun {
        Noun::Measure(measure) if narrowed(words, found, end, measure) => Kind::Part(measure),
        Noun::Measure(measure) => Kind::Whole(measure),
        Noun::KindOf(measure) => Kind::Part(measure),
        Noun::AnyEquipment => Kind::AnyEquipment,
        Noun::Site => Kind::Site,
        Noun::People => Kind::People,
    }
}

/// Whether the words behind a noun leave only a part of its measure: «47 самолетов на земле», «10 танков Leopard».
fn narrowed(words: &Words<'_>, found: FoundNoun, end: usize, measure: &str) -> bool {
    let next = found.next;
    let gap = words.gap(next);
    if next >= end || gap > Gap::Other {
        return false;
    }
    let pair = (words.folded(next), words.folded(next + 1));
    if matches!(pair, ("на", "земле") | ("в", "воздухе"))
        || pair.0 == "on" && pair.1 == "the" && words.folded(next + 2) == "ground"
    {
        return true;
    }
    // The ministry lists the types of its air defence systems behind the whole figure.
    if measure == "air-defence-lost" {
        return false;
    }
    let kind_of = ["типа", "модели", "модификации", "type", "class"];
    if kind_of.contains(&pair.0) || gap <= Gap::Quote && kind_of.contains(&pair.1) && !words.is_digits(next) {
        return true;
    }
    if gap == Gap::Other {
        return false;
    }
    let written = words.written(next);
    let cyrillic = words.folded(found.first).starts_with(|letter: char| !letter.is_ascii());
    let foreign = cyrillic && written.starts_with(|letter: char| letter.is_ascii_alphabetic());
    let before = words.text[..words.start(next)].chars().next_back();
    let quoted = gap == Gap::Quote && matches!(before, Some('«' | '"' | '“' | '„'));
    let model = written.chars().count() <= 4
        && written.starts_with(char::is_uppercase)
        && words.is_digits(next + 1)
        && (words.gap(next + 1) == Gap::Hyphen || words.end(next) == words.start(next + 1));
    foreign || quoted || model
}

/// Figures behind «в том числе», "including" are parts of what stands before, where that has a measure.
fn mark_parts(items: &mut [Item], cues: &[FoundCue], words: &Words<'_>) {
    for cue in cues.iter().filter(|cue| cue.cue == Cue::Parts) {
        let behind = items.partition_point(|item| item.words.start < cue.words.start);
        let Some(whole) = behind.checked_sub(1).map(|before| items[before].kind) else { continue };
        // «(в том числе на земле), 51 система»: the next figure is not what the words lead to.
        let leads = items.get(behind).is_some_and(|item| {
            let first = item.words.start;
            first <= cue.words.end + 2 && (cue.words.end..=first).all(|index| words.gap(index) != Gap::Comma)
        });
        if !leads {
            continue;
        }
        let mut joined = true;
        for (place, item) in items.iter_mut().enumerate().skip(behind).take(MOST_PARTS) {
            let Kind::Whole(measure) = item.kind else {
                joined &= item.kind != Kind::Unknown || place == behind;
                continue;
            };
            let part = match whole {
                Kind::AnyEquipment => true,
                Kind::Whole(all) | Kind::Part(all) => {
                    let by_and = place > behind && words.folded(item.words.start.saturating_sub(1)) == "и" && joined;
                    all == measure || place == behind || by_and
                }
                _ => false,
            };
            if part {
                item.kind = Kind::Part(measure);
            } else {
                joined = false;
            }
        }
    }
}

/// No sentence lists more parts than this.
const MOST_PARTS: usize = 24;

/// A number as the value of a count, or nothing where its digits do not say which it is.
fn value(number: &Number) -> Option<CountValue> {
    let count = |figure: gainsay_text::Figure| Count::from_millionths(figure.millionths()).ok();
    if number.malformed || !number.low.is_whole() {
        return None;
    }
    let low = count(number.low)?;
    if let Some(high) = number.high {
        return Some(CountValue::Between(low, count(high)?));
    }
    Some(match number.bound {
        Bound::Exactly | Bound::Between => CountValue::Exactly(low),
        Bound::About => CountValue::About { figure: low, tolerance: None },
        Bound::AtLeast => CountValue::AtLeast(low),
        Bound::MoreThan => CountValue::MoreThan(low),
        Bound::AtMost => CountValue::AtMost(low),
        Bound::LessThan => CountValue::LessThan(low),
    })
}

impl Item {
    /// Its value as a draft has it.
    pub fn draft_value<'a>(&self) -> Option<DraftValue<'a>> {
        self.value.map(DraftValue::Count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cues::cues;
    use gainsay_text::{Language, numbers};

    fn kinds(text: &str) -> Vec<Kind> {
        let words = Words::of(text);
        let range = 0..words.len();
        let cues = cues(&words, range.clone());
        items(&words, &range, &numbers(text, Language::Russian), &cues).iter().map(|item| item.kind).collect()
    }

    #[test]
    fn wholes_are_told_from_parts() {
        use Kind::*;
        for (text, expected) in [
            ("123 самолета и 74 вертолета", vec![Whole("aircraft-lost"), Whole("helicopters-lost")]),
            ("47 самолетов на земле и 13 самолетов в воздухе", vec![Part("aircraft-lost"), Part("aircraft-lost")]),
            ("42 самолета и вертолета (в том числе на земле)", vec![Whole("aircraft-and-helicopters-lost")]),
            ("139 зенитных ракетных комплексов ПВО С-300, «Бук М-1»", vec![Whole("air-defence-lost")]),
            ("10 танков Leopard и 3 танка", vec![Part("tanks-lost"), Whole("tanks-lost")]),
            ("один вертолет Ми-24", vec![Part("helicopters-lost")]),
            ("234 самолета ВСУ", vec![Whole("aircraft-lost")]),
            ("1533 объекта, среди них: 39 зенитных ракетных комплексов", vec![Site, Whole("air-defence-lost")]),
            (
                "13 беспилотников, в том числе 6 ударных дронов, 40 танков",
                vec![Whole("uavs-lost"), Part("uavs-lost"), Whole("tanks-lost")],
            ),
            ("2 227 единиц техники, включая 10 танков", vec![AnyEquipment, Part("tanks-lost")]),
            (
                "42 самолета и вертолета (в том числе на земле), 51 реактивная система залпового огня",
                vec![Whole("aircraft-and-helicopters-lost"), Whole("multiple-rocket-launchers-lost")],
            ),
            ("беспилотников — 413", vec![Whole("uavs-lost")]),
            ("1587 из 2416 танков", vec![Whole("tanks-lost")]),
            ("Число сбитых с начала операции беспилотников достигло 413", vec![Whole("uavs-lost")]),
            ("До 413 выросло число беспилотников", vec![Whole("uavs-lost")]),
            ("28 тыс. беспилотников", vec![Whole("uavs-lost")]),
            ("самолетов (629), вертолетов = 278", vec![Whole("aircraft-lost"), Whole("helicopters-lost")]),
            ("✈️ самолеты 629", vec![Whole("aircraft-lost")]),
            ("669 самолетов — 12 больше", vec![Whole("aircraft-lost"), Unknown]),
            ("10 километров", vec![Unknown]),
        ] {
            assert_eq!(kinds(text), expected, "{text}");
        }
    }
}
