//! What words of time tell that name no date: "since the invasion", «за добу», "in nine days", "in the same time".

use super::dated::SINCE;
use super::{Clock, FIRST_DAY, Length, Time, Verbs};
use crate::lexicon::Tags;
use crate::page::{Page, Sentence};
use chrono::{Datelike, Days, Months, NaiveDate};
use gainsay_text::When;

/// Words that may tell of time.
pub(super) const TIMELY: Tags =
    Tags::RATE.and(Tags::DAY).and(Tags::LAST).and(Tags::BEGINNING).and(Tags::WAR).and(Tags::SPAN).and(Tags::STRETCH);

/// What a word of time tells that is no date.
pub(super) fn of_word(
    page: &Page<'_, '_>,
    sentence: &Sentence,
    index: usize,
    dated: bool,
    clock: Clock,
    verbs: &Verbs,
) -> Option<Time> {
    let tags = page.tags[index];
    let says = |at: usize, any: &[&str]| at >= sentence.first && at < sentence.next && page.says(at, any);
    let back = |steps: usize| index.checked_sub(steps).unwrap_or(usize::MAX);
    if tags.any(Tags::RATE) && !says(index, &["each"]) {
        return Some(Time::Rate);
    }
    if tags.any(Tags::DAY.and(Tags::STRETCH))
        && let Some(time) = same(page, sentence, index, clock, verbs)
    {
        return Some(time);
    }
    if tags.any(Tags::STRETCH)
        && let Some(time) = earlier(page, sentence, index, dated, clock, verbs)
    {
        return Some(time);
    }
    if tags.any(Tags::STRETCH)
        && let Some(time) = counted(page, sentence, index)
    {
        return Some(time);
    }
    if tags.any(Tags::DAY) {
        return a_day(page, sentence, index, dated).map(|time| match (time, clock.span, page.today) {
            // The day that the text has named: "710 on April 2. In the course of the day …".
            (Time::Within(..), Some(Time::Within(from, to)), Some(today))
                if from == to && (today - to).num_days() <= 2 =>
            {
                Time::Within(from, to)
            }
            _ => time,
        });
    }
    if tags.any(Tags::LAST)
        && let Some(days) = weeks(page, sentence, index)
    {
        let to = page.today?;
        return Some(Time::Within(to.checked_sub_days(Days::new(days - 1))?, to));
    }
    let recent =
        |most: usize| (1..=most).any(|steps| back(steps) >= sentence.first && page.is(back(steps), Tags::LAST));
    const IN: &[&str] = &["за", "in", "within", "over", "during", "протягом", "упродовж", "впродовж"];
    // «за тиждень»: the week of which the text speaks, else seven days with the last.
    let weekly = says(index, &["тиждень", "тижня", "неделю", "недели", "week"]);
    let whole = says(back(1), &["за", "протягом", "упродовж", "впродовж"])
        || says(back(1), &["a", "one", "the"]) && says(back(2), IN)
        || says(back(2), &["за"]) && says(back(1), &["один", "одну"]);
    if weekly && !dated && whole {
        if let Some(Time::Within(from, to)) = clock.span
            && (5..=7).contains(&(to - from).num_days())
        {
            return clock.span;
        }
        let to = page.today?;
        return Some(Time::Within(to.checked_sub_days(Days::new(6))?, to));
    }
    // «за месяц», «за последний месяц»: the calendar month that is over.
    if says(index, &["месяц", "місяць", "month"]) && (says(back(1), &["за"]) || recent(2)) && !dated {
        let to = page.today?.with_day(1)?.pred_opt()?;
        let from = to.with_day(1)?;
        return Some(if from < FIRST_DAY { Time::Since } else { Time::Within(from, to) });
    }
    if says(index, &["рік", "год", "year"]) && whole && !dated && !page.is(index + 1, Tags::WAR) {
        return Some(year_over(page.today?));
    }
    if says(index, &["торік"]) {
        let year = page.today?.year() - 1;
        return Some(Time::Within(NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?));
    }
    if tags.any(Tags::BEGINNING)
        && ((1..=2).any(|steps| says(back(steps), SINCE))
            || says(index, &["відколи"])
            || since_before(page, sentence, index))
    {
        return Some(beginning_of(page, sentence, index));
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

/// «за добу», "over the past 24 hours", "a day".
fn a_day(page: &Page<'_, '_>, sentence: &Sentence, index: usize, dated: bool) -> Option<Time> {
    let says = |at: usize, any: &[&str]| at >= sentence.first && at < sentence.next && page.says(at, any);
    let back = |steps: usize| index.checked_sub(steps).unwrap_or(usize::MAX);
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
    (each && !within && !numbered).then_some(Time::Rate)
}

/// "that day", «за ту саму добу», "over the same period", «за цей час»: what was named last.
fn same(page: &Page<'_, '_>, sentence: &Sentence, index: usize, clock: Clock, verbs: &Verbs) -> Option<Time> {
    const THAT: &[&str] = &[
        "that",
        "this",
        "these",
        "those",
        "того",
        "тот",
        "ту",
        "той",
        "цей",
        "цю",
        "ці",
        "этот",
        "эту",
        "эти",
        "это",
        "то",
        "цього",
        "этого",
        "этому",
        "цьому",
    ];
    const FAR: &[&str] = &["that", "того", "тот", "ту", "той"];
    let from = index.saturating_sub(3).max(sentence.first);
    let mut before = (from..index).rev().take_while(|at| page.mark(*at).is_none());
    if !before.clone().any(|at| page.says(at, THAT) || page.is(at, Tags::SAME)) {
        return None;
    }
    let far = before.any(|at| page.says(at, FAR) || page.is(at, Tags::SAME));
    if page.is(index, Tags::DAY) && !page.says(index, &["days", "hours", "дні", "днів", "дня", "дней"])
        || page.says(index, &["дня"]) && page.says(index.saturating_sub(1), &["того", "цього", "самого", "же", "ж"])
    {
        // «к этому дню»
        if !far && page.says(index, &["дня", "дню", "день", "day"]) && !page.is(index.saturating_sub(1), Tags::RATE)
        {
            return page
                .today
                .map(Time::AsOf)
                .filter(|_| (from..index).any(|at| page.says(at, &["к", "до", "на", "to", "by"])));
        }
        let day = clock.day.filter(|_| far)?;
        return Some(if verbs.say(page, index, index + 1) { Time::Said(day, day) } else { Time::Within(day, day) });
    }
    const DURING: &[&str] = &["за", "in", "over", "during", "for", "at", "протягом", "упродовж", "впродовж", "течение"];
    let stretch = page.is(index, Tags::STRETCH);
    let during = (index.saturating_sub(4).max(sentence.first)..index).any(|at| page.says(at, DURING));
    clock.span.filter(|_| stretch && during)
}

/// "in nine days", «за 20 дней войны», «за дев'ять місяців».
fn counted(page: &Page<'_, '_>, sentence: &Sentence, index: usize) -> Option<Time> {
    const DAYS: &[&str] = &["day", "days", "день", "дні", "днів", "дня", "дней", "доби", "діб", "суток", "сутки"];
    const WEEKS: &[&str] = &["weeks", "тижні", "тижнів", "недели", "недель"];
    const MONTHS: &[&str] = &["months", "місяці", "місяців", "месяца", "месяцев"];
    const YEARS: &[&str] = &["years", "роки", "років", "года", "лет"];
    let number = page.within(&page.numbers, sentence).iter().rev().find(|number| number.next == index)?;
    let count = u32::try_from(number.what.low.units()).ok().filter(|count| (1..=1500).contains(count))?;
    let length = if page.says(index, DAYS) {
        Length::Days(count)
    } else if page.says(index, WEEKS) {
        Length::Days(count * 7)
    } else if page.says(index, MONTHS) {
        Length::Months(count)
    } else if page.says(index, YEARS) {
        Length::Months(count * 12)
    } else {
        return None;
    };
    const IN: &[&str] = &["in", "within", "over", "during", "за", "протягом", "упродовж", "впродовж", "течение"];
    let from = number.first.saturating_sub(3).max(sentence.first);
    let during = (from..number.first).rev().take_while(|at| page.mark(*at).is_none()).any(|at| page.says(at, IN));
    let ago =
        page.says(index + 1, &["ago", "тому", "назад", "before", "after", "later", "потому", "earlier", "спустя"]);
    let first = (from..number.first).any(|at| page.says(at, &["first", "перші", "перших", "первые", "первых"]));
    if !during || ago {
        return None;
    }
    let today = page.today?;
    let start = back_from(today, length)?;
    if first {
        let last = match length {
            Length::Days(days) => FIRST_DAY.checked_add_days(Days::new(days.into())),
            Length::Months(months) => FIRST_DAY.checked_add_months(Months::new(months)),
        };
        return Some(Time::Within(FIRST_DAY, last?.pred_opt()?.min(today)));
    }
    // As long as the war: its total.
    let off = (start - FIRST_DAY).num_days().abs();
    let war = (index + 1..(index + 4).min(sentence.next)).any(|at| page.is(at, Tags::WAR));
    let long = (today - FIRST_DAY).num_days();
    if off * 6 <= long || war && off * 3 <= long {
        return Some(Time::Since);
    }
    (start >= FIRST_DAY).then_some(Time::Lasting(length))
}

/// «накануне», "a week earlier", «двумя днями ранее»: so long before the day of speaking.
fn earlier(
    page: &Page<'_, '_>,
    sentence: &Sentence,
    index: usize,
    dated: bool,
    clock: Clock,
    verbs: &Verbs,
) -> Option<Time> {
    let today = page.today?;
    let day = if page.says(index, &["накануне", "напередодні"]) {
        today.pred_opt()?
    } else {
        let units: [(&[&str], Length); 4] = [
            (&["днем", "днями", "days", "day", "дня", "дней"], Length::Days(1)),
            (&["неделей", "неделями", "тижнем", "тижнями", "week", "weeks"], Length::Days(7)),
            (&["месяцем", "месяцами", "місяцем", "місяцями", "month", "months"], Length::Months(1)),
            (&["годом", "роком", "year"], Length::Months(12)),
        ];
        if !page.says(index + 1, &["ранее", "раньше", "раніше", "earlier"]) || index + 1 >= sentence.next
        {
            return None;
        }
        let (_, unit) = units.iter().find(|(words, _)| page.says(index, words))?;
        let number = page.within(&page.numbers, sentence).iter().rev().find(|number| number.next == index);
        let count = number.and_then(|number| u32::try_from(number.what.low.units()).ok()).unwrap_or(1).min(60);
        let from = clock.day.unwrap_or(today);
        match unit {
            Length::Days(days) => today.checked_sub_days(Days::new(u64::from(days * count)))?,
            Length::Months(months) => from.checked_sub_months(Months::new(months * count))?,
        }
    };
    // «неделей раньше, 8 декабря»: the date tells.
    let date = page.within(&page.dates, sentence).iter().any(|date| date.first > index && date.first <= index + 4);
    let near = (today - day).num_days() <= 3;
    if dated || date {
        return None;
    }
    let said = verbs.say(page, index, index + 1);
    (said || near).then_some(if said { Time::Said(day, day) } else { Time::Within(day, day) })
}

/// The first day of a stretch of this length that ends on a day.
pub(crate) fn back_from(to: NaiveDate, length: Length) -> Option<NaiveDate> {
    match length {
        Length::Days(days) => to.checked_sub_days(Days::new(u64::from(days.saturating_sub(1)))),
        Length::Months(months) => to.checked_sub_months(Months::new(months)),
    }
}

/// «за год»: the year that is over or nearly so.
fn year_over(today: NaiveDate) -> Time {
    let from = |year: i32| NaiveDate::from_ymd_opt(year, 1, 1);
    match today.month() {
        11.. => from(today.year()).map_or(Time::Vague, Time::From),
        1 => from(today.year() - 1)
            .zip(from(today.year()).and_then(|day| day.pred_opt()))
            .map_or(Time::Vague, |(from, to)| Time::Within(from, to)),
        _ => Time::Vague,
    }
}

/// From which beginning: of the war, of a year, of an operation.
fn beginning_of(page: &Page<'_, '_>, sentence: &Sentence, index: usize) -> Time {
    let to = (index + 6).min(sentence.next);
    let date =
        page.within(&page.dates, sentence).iter().find(|date| date.first > index && date.first < to.min(index + 4));
    for at in index + 1..to {
        if page.mark(at).is_some_and(|mark| mark != '-' && mark != '"' && mark != '«') {
            break;
        }
        if page.is(at, Tags::OFFENSIVE) {
            return Time::Vague;
        }
        if page.is(at, Tags::WAR) {
            return Time::Since;
        }
        if let Some(date) = date.filter(|date| date.first <= at && at < date.next) {
            return match date.what {
                When::Range(from, _) | When::Day(from) if from >= FIRST_DAY => Time::From(from),
                When::Range(from, _) | When::Day(from) if from.year() < 2022 => Time::Vague,
                _ => Time::Since,
            };
        }
        let Some(today) = page.today else { continue };
        let first = if page.says(at, &["года", "року", "year"]) {
            NaiveDate::from_ymd_opt(today.year(), 1, 1)
        } else if page.says(at, &["месяца", "місяця", "month"]) {
            today.with_day(1)
        } else if page.says(at, &["недели", "тижня", "week"]) {
            today.checked_sub_days(Days::new(u64::from(today.weekday().num_days_from_monday())))
        } else if page.says(at, &["суток", "доби", "дня", "day"]) {
            Some(today)
        } else {
            None
        };
        if let Some(first) = first {
            return Time::From(first);
        }
    }
    Time::Since
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
