//! Of which days a sentence speaks: since the war began, of a day, of a month; and on which day somebody said so.

use crate::lexicon::Tags;
use crate::page::{At, Page, Sentence};
use crate::speakers::Statement;
use chrono::{Datelike, Days, NaiveDate};
use gainsay_text::When;

/// The first day of the full-scale war, from which totals run.
pub(crate) const FIRST_DAY: NaiveDate = NaiveDate::from_ymd_opt(2022, 2, 24).expect("the day exists");

/// What words of time tell of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Time {
    /// From the first day of the war.
    Since,
    /// From one day to another.
    Within(NaiveDate, NaiveDate),
    /// So many each day, week or month.
    Rate,
    /// As of a day.
    AsOf(NaiveDate),
    /// Said on a day, or on one of several.
    Said(NaiveDate, NaiveDate),
}

/// Words of time.
pub(crate) type TimeAt = At<Time>;

const LOSS: Tags = Tags::KILL
    .and(Tags::WOUND)
    .and(Tags::LOSE)
    .and(Tags::CASUALTY)
    .and(Tags::DESTROY)
    .and(Tags::CAPTURE)
    .and(Tags::MISS);

/// The words of time of a sentence, in order.
pub(crate) fn times(page: &Page<'_, '_>, sentence: &Sentence, statements: &[Statement]) -> Vec<TimeAt> {
    let mut found: Vec<TimeAt> = Vec::new();
    let losses: Vec<usize> = page.tagged(sentence, LOSS).collect();
    for date in page.within(&page.dates, sentence) {
        if let Some(time) = of_date(page, sentence, date, statements, &losses) {
            found.extend(time.into_iter().flatten().map(|what| At { first: date.first, next: date.next, what }));
        }
    }
    let dated = found.iter().any(|time| matches!(time.what, Time::Within(..)));
    for index in sentence.first..sentence.next {
        if let Some(what) = of_word(page, sentence, index, dated) {
            let same = found.iter().any(|time| time.first <= index && index < time.next && time.what == what);
            if !same {
                found.push(At { first: index, next: index + 1, what });
            }
        }
    }
    found.sort_by_key(|time| time.first);
    found
}

/// What a date tells: nothing where it is of something else.
fn of_date(
    page: &Page<'_, '_>,
    sentence: &Sentence,
    date: &At<When>,
    statements: &[Statement],
    losses: &[usize],
) -> Option<[Option<Time>; 2]> {
    let one = |time: Time| Some([Some(time), None]);
    // «відколи в лютому», "the invasion that began in late February".
    let long_ago = page.today.is_some_and(|today| (today - FIRST_DAY).num_days() > 14);
    if let When::Range(from, _) | When::Day(from) = date.what
        && begins_war(from)
        && long_ago
        && (date.first.saturating_sub(5).max(sentence.first)..date.first).any(|index| page.is(index, Tags::BEGINNING))
    {
        return one(Time::Since);
    }
    let inside = date.first..date.next;
    let before = |back: usize, any: &[&str]| date.first >= sentence.first + back && page.says(date.first - back, any);
    // «за минулу добу» is the bulletin's own day, however long ago it ended.
    if inside.clone().any(|index| page.is(index, Tags::DAY)) && !inside.clone().any(|index| page.words[index].digits) {
        return None;
    }
    let nearest = |places: &mut dyn Iterator<Item = usize>| {
        places.map(|place| page.distance(place, date.first).min(page.distance(place, date.next))).min()
    };
    let said = nearest(&mut statements.iter().map(|statement| statement.at));
    let lost = nearest(&mut losses.iter().copied());
    // «за останні три дні, твердить він»: days of which somebody speaks, and not those on which he does.
    let spoken_of =
        before(1, &["за", "протягом", "впродовж", "течение", "over", "during"]) && date.first + 1 < date.next;
    let is_said = said.is_some_and(|said| lost.is_none_or(|lost| said < lost) && said < 30) && !spoken_of;
    let account = (date.first.saturating_sub(4).max(sentence.first)..date.first)
        .any(|index| page.is(index, Tags::ACCOUNT) || page.says(index, &["станом", "состоянию"]));
    let as_of = before(1, &["of"]) && before(2, &["as"])
        || before(1, &["of"]) && (3..=6).any(|back| before(back, &["as"]) && before(back - 1, &["of"]))
        || before(1, &["на", "станом", "by", "at"])
        || before(2, &["на"]) && before(1, &["ранок", "вечір", "утро", "вечер", "кінець", "конец", "момент"])
        || account && !before(1, &["in"]);
    match date.what {
        When::Day(day) if as_of => one(Time::AsOf(day)),
        When::Day(day) if is_said => one(Time::Said(day, day)),
        When::Day(day) => one(Time::Within(day, day)),
        When::Before(day) => one(Time::AsOf(day.pred_opt()?)),
        When::After(day) if begins_war(day) => one(Time::Since),
        When::Range(from, to) => {
            let written = page.span(date.first, date.next).of(page.raw.text);
            let year_alone = written.chars().filter(char::is_ascii_digit).count() == 4
                && from.ordinal() == 1
                && (to - from).num_days() > 300;
            let end = before(1, &["кінця", "кінці", "конца", "конце", "концу", "кінець"])
                || before(1, &["of"]) && before(2, &["end"])
                || before(1, &["late", "end"]);
            let middle = before(1, &["середини", "середині", "середины", "середине", "mid"])
                || before(2, &["mid"]) && page.mark(date.first - 1).is_some();
            if begins_war(from) && (to - from).num_days() >= 5 && !end {
                let to = (page.today != Some(to) && !is_open(page, date)).then_some(Time::AsOf(to));
                return Some([Some(Time::Since), to]);
            }
            // "as of November 2023"
            if as_of && !end && !middle {
                return one(Time::AsOf(page.today.map_or(to, |today| to.min(today))));
            }
            if middle {
                let day = from.with_day(15)?;
                return one(if is_said || account { Time::Said(day, day) } else { Time::Within(day, day) })
                    .filter(|_| (to - from).num_days() <= 31);
            }
            if end {
                return one(if is_said { Time::Said(to, to) } else { Time::AsOf(to) });
            }
            if year_alone && !before(1, &["in", "during", "у", "в", "за", "протягом", "впродовж", "течение"])
            {
                return None;
            }
            if is_said {
                return one(Time::Said(from, to));
            }
            if account {
                return one(Time::AsOf(to));
            }
            // "the past two weeks" are fourteen days with the last, not fifteen.
            let counted = inside.clone().any(|index| page.is(index, Tags::LAST)) && page.today == Some(to) && from < to;
            one(Time::Within(if counted { from.checked_add_days(Days::new(1))? } else { from }, to))
        }
        _ => None,
    }
}

/// Whether a day is one with which the war is said to begin.
fn begins_war(day: NaiveDate) -> bool {
    day.year() == 2022 && day.month() == 2
}

/// "since February": no end is said.
fn is_open(page: &Page<'_, '_>, date: &At<When>) -> bool {
    !(date.first..date.next).any(|index| {
        page.says(index, &["to", "and", "до", "по", "till", "until", "through"])
            || page.mark(index).is_some_and(|mark| matches!(mark, '-' | '–' | '—'))
    })
}

/// What a word of time tells that is no date.
fn of_word(page: &Page<'_, '_>, sentence: &Sentence, index: usize, dated: bool) -> Option<Time> {
    let tags = page.tags[index];
    let timely = Tags::RATE.and(Tags::DAY).and(Tags::LAST).and(Tags::BEGINNING).and(Tags::WAR).and(Tags::SPAN);
    if !tags.any(timely) {
        return None;
    }
    let says = |at: usize, any: &[&str]| at >= sentence.first && at < sentence.next && page.says(at, any);
    let back = |steps: usize| index.checked_sub(steps).unwrap_or(usize::MAX);
    if tags.any(Tags::RATE) && !says(index, &["each"]) {
        return Some(Time::Rate);
    }
    if tags.any(Tags::DAY) {
        let each = says(back(1), &["a", "per", "each", "every", "в", "на", "кожен", "каждый"]);
        let within = says(back(2), &["in", "within", "over", "during", "за"]) || says(back(1), &["one", "single"]);
        let bare = says(back(1), &["за", "past", "last", "одну", "один", "добову"]);
        let last = (1..=2).any(|steps| {
            back(steps) < page.words.len() && back(steps) >= sentence.first && page.is(back(steps), Tags::LAST)
        });
        let daily = says(index, &["добові", "добових"]) || says(index, &["hours"]) && says(back(1), &["24"]);
        let today = page.today?;
        if last || bare || each && within || daily || says(back(1), &["one", "single"]) && within {
            return (!dated).then_some(Time::Within(today, today));
        }
        let numbered = back(1) < page.words.len() && page.words[back(1)].digits;
        return (each && !within && !numbered).then_some(Time::Rate);
    }
    if tags.any(Tags::LAST)
        && let Some(days) = weeks(page, sentence, index)
    {
        let to = page.today?;
        return Some(Time::Within(to.checked_sub_days(Days::new(days - 1))?, to));
    }
    // «за тиждень»: seven days with the last.
    let weekly = says(index, &["тиждень", "неделю", "week"]);
    if weekly && !dated && (says(back(1), &["за"]) || says(back(1), &["a", "one"]) && says(back(2), &["in", "within"]))
    {
        let to = page.today?;
        return Some(Time::Within(to.checked_sub_days(Days::new(6))?, to));
    }
    // «за месяц», «за последний месяц»: the calendar month that is over.
    if says(index, &["месяц", "місяць", "month"])
        && (says(back(1), &["за"])
            || (1..=2).any(|steps| {
                back(steps) < page.words.len() && back(steps) >= sentence.first && page.is(back(steps), Tags::LAST)
            }))
        && !dated
    {
        let to = page.today?.with_day(1)?.pred_opt()?;
        return Some(Time::Within(to.with_day(1)?, to));
    }
    let opens = |at: usize| says(at, &["since", "from", "від", "з", "із", "зі", "с", "со", "от", "відколи"]);
    if tags.any(Tags::BEGINNING)
        && ((1..=2).any(|steps| opens(back(steps))) || says(index, &["відколи"]) || since_before(page, sentence, index))
    {
        return Some(Time::Since);
    }
    if tags.any(Tags::WAR) {
        let during = (1..=4).any(|steps| {
            says(back(steps), &["during", "время", "час", "ходе", "ході", "період", "период", "роки", "года", "years"])
        });
        if during || since_before(page, sentence, index) {
            return Some(Time::Since);
        }
    }
    if says(index, &["new"]) && says(index + 1, &["year", "year's"])
        || says(index, &["новорічну", "новорічного", "новогоднюю", "новогодней"])
    {
        let today = page.today?;
        let year = if today.month() > 6 { today.year() + 1 } else { today.year() };
        let first = NaiveDate::from_ymd_opt(year, 1, 1).filter(|day| *day <= today || today.month() == 12)?;
        return Some(Time::Within(first.pred_opt()?, first));
    }
    None
}

/// «за два останні тижні»: how many days that is, where the number stands first.
fn weeks(page: &Page<'_, '_>, sentence: &Sentence, index: usize) -> Option<u64> {
    let unit = index + 1;
    let days = if page.says(unit, &["тижні", "тижнів", "недели", "недель", "weeks"]) {
        7
    } else if page.says(unit, &["дні", "днів", "дня", "дней", "days"]) {
        1
    } else {
        return None;
    };
    let number = page.within(&page.numbers, sentence).iter().find(|number| number.next == index)?;
    let count = number.what.low.units();
    (1..=60).contains(&count).then(|| count * days)
}

/// "since Russia's full-scale invasion", "since the war with Ukraine began".
fn since_before(page: &Page<'_, '_>, sentence: &Sentence, index: usize) -> bool {
    let from = index.saturating_sub(8).max(sentence.first);
    (from..index)
        .rev()
        .take_while(|at| page.mark(*at).is_none_or(|mark| mark == '-'))
        .any(|at| page.says(at, &["since", "відколи"]))
}
