//! Of which days a sentence speaks: since the war began, of a day, of a month; and on which day somebody said so.

mod dated;
mod worded;

pub(crate) use worded::back_from;

use crate::lexicon::Tags;
use crate::page::{At, Page, Sentence};
use crate::speakers::Statement;
use chrono::NaiveDate;
use gainsay_text::When;

/// The first day of the full-scale war, from which totals run.
pub(crate) const FIRST_DAY: NaiveDate = NaiveDate::from_ymd_opt(2022, 2, 24).expect("the day exists");

/// What words of time tell of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Time {
    /// From the first day of the war.
    Since,
    /// From a day on, until the day of speaking.
    From(NaiveDate),
    /// From one day to another.
    Within(NaiveDate, NaiveDate),
    /// So many days or months until the day of speaking.
    Lasting(Length),
    /// So many each day, week or month.
    Rate,
    /// A stretch whose days cannot be told.
    Vague,
    /// As of a day.
    AsOf(NaiveDate),
    /// Said on a day, or on one of several.
    Said(NaiveDate, NaiveDate),
}

/// How long something lasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Length {
    Days(u32),
    Months(u32),
}

/// Words of time.
pub(crate) type TimeAt = At<Time>;

/// The times that a text named last, to which "that day" and "in the same time" refer.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Clock {
    pub day: Option<NaiveDate>,
    pub span: Option<Time>,
}

impl Clock {
    /// Keeps in mind what a sentence names.
    pub fn hear(&mut self, page: &Page<'_, '_>, sentence: &Sentence, times: &[TimeAt]) {
        for date in page.within(&page.dates, sentence) {
            let named = times.iter().find(|time| time.first == date.first).map(|time| time.what);
            match (&date.what, named) {
                (When::Day(day), Some(_)) => self.day = Some(*day),
                (When::Before(_), Some(Time::AsOf(day))) => self.day = Some(day),
                _ => {}
            }
        }
        if !page.any(sentence, LOSS) {
            return;
        }
        for time in times {
            match time.what {
                Time::Since | Time::From(_) => self.span = Some(time.what),
                Time::Within(..) => self.span = Some(time.what),
                _ => {}
            }
        }
    }
}

pub(super) const LOSS: Tags = Tags::KILL
    .and(Tags::WOUND)
    .and(Tags::LOSE)
    .and(Tags::CASUALTY)
    .and(Tags::DESTROY)
    .and(Tags::CAPTURE)
    .and(Tags::MISS);

/// The words of time of a sentence, in order.
pub(crate) fn times(page: &Page<'_, '_>, sentence: &Sentence, statements: &[Statement], clock: Clock) -> Vec<TimeAt> {
    let mut found: Vec<TimeAt> = Vec::new();
    let dates = page.within(&page.dates, sentence);
    let named = Verbs::of(page, sentence, statements);
    for date in dates {
        let told = dated::of_date(page, sentence, date, &named);
        found.extend(told.into_iter().flatten().map(|what| At { first: date.first, next: date.next, what }));
    }
    let dated = found.iter().any(|time| matches!(time.what, Time::Within(..)));
    for index in page.tagged(sentence, worded::TIMELY) {
        let told = |time: &TimeAt| {
            time.first <= index && index < time.next && matches!(time.what, Time::Said(..) | Time::AsOf(_))
        };
        if found.iter().any(told) {
            continue;
        }
        if let Some(what) = worded::of_word(page, sentence, index, dated, clock, &named) {
            let same = found.iter().any(|time| time.first <= index && index < time.next && time.what == what);
            if !same {
                found.push(At { first: index, next: index + 1, what });
            }
        }
    }
    found.sort_by_key(|time| time.first);
    found
}

/// The verbs of a sentence with which a day can go: those of saying, and those of losing.
pub(super) struct Verbs {
    said: Vec<usize>,
    /// With how much further away a noun is than a verb.
    lost: Vec<(usize, u32)>,
}

impl Verbs {
    fn of(page: &Page<'_, '_>, sentence: &Sentence, statements: &[Statement]) -> Verbs {
        let timely = !page.within(&page.dates, sentence).is_empty() || page.any(sentence, Tags::DAY.and(Tags::STRETCH));
        if !timely {
            return Verbs { said: Vec::new(), lost: Vec::new() };
        }
        let counted = page.tagged(sentence, LOSS).filter(|index| !is_counted(page, sentence, *index));
        let lost = counted.map(|index| (index, if is_noun(page, index) { NOUN } else { 0 })).collect();
        let mut said: Vec<usize> = statements.iter().map(|statement| statement.at).collect();
        said.extend(page.tagged(sentence, Tags::SAY.and(Tags::TOLD)));
        Verbs { said, lost }
    }

    /// Whether the verb nearest to a stretch of words is one of saying.
    fn say(&self, page: &Page<'_, '_>, first: usize, next: usize) -> bool {
        let distance = |place: usize| page.distance(place, first).min(page.distance(place, next));
        let lost = self.lost.iter().map(|(place, more)| distance(*place) + more).min();
        self.said
            .iter()
            .map(|place| distance(*place))
            .min()
            .is_some_and(|said| lost.is_none_or(|lost| said < lost) && said < 30)
    }
}

/// How much further away a noun of loss counts than a verb.
const NOUN: u32 = 5;

/// Whether a word of loss belongs to a figure that stands before it: "5,937 dead", «1351 погибшего».
fn is_counted(page: &Page<'_, '_>, sentence: &Sentence, index: usize) -> bool {
    // "put the number of soldiers killed at 5,937"
    if page.says(index + 1, &["at"]) && page.words.get(index + 2).is_some_and(|word| word.digits) {
        return true;
    }
    let behind = (1..=3).any(|back| index >= sentence.first + back && page.words[index - back].digits);
    behind
        && (index.saturating_sub(2)..index)
            .all(|at| !page.is(at, Tags::PERFECT) && !page.says(at, &["were", "was", "been"]))
        && !ends_as_verb(page, index)
}

/// Whether a word of loss is a noun, so that a day goes with it less easily than with a verb.
fn is_noun(page: &Page<'_, '_>, index: usize) -> bool {
    const NOUNS: &[&str] = &[
        "dead",
        "death",
        "deaths",
        "casualties",
        "casualty",
        "loss",
        "losses",
        "toll",
        "fatalities",
        "fatality",
        "injuries",
        "injury",
        "missing",
        "deadly",
        "killing",
        "prisoners",
        "pows",
    ];
    if page.written(index).is_ascii() { page.says(index, NOUNS) } else { !ends_as_verb(page, index) }
}

/// Whether a Ukrainian or Russian word of loss ends as verbs do.
fn ends_as_verb(page: &Page<'_, '_>, index: usize) -> bool {
    const VERBS: &[&str] = &[
        "в", "ла", "ло", "ли", "л", "но", "то", "ны", "ты", "ен", "ан", "ся", "сь", "ет", "ют", "ут", "ить", "ит",
        "иб", "ає", "ють", "уть", "ать",
    ];
    let written = page.written(index);
    !written.is_ascii()
        && VERBS.iter().any(|ending| written.ends_with(ending))
        && !page.says(index, &["втрат", "утрат", "потерь", "полон"])
}
