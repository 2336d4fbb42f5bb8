//! What a date tells of the figures beside it: their days, the day they were given, or nothing at all.

use super::{FIRST_DAY, LOSS, Time, Verbs};
use crate::lexicon::Tags;
use crate::page::{At, Page, Sentence};
use chrono::{Datelike, Days, Months, NaiveDate};
use gainsay_text::When;

/// Words with which a stretch opens that goes on until the day of speaking.
pub(super) const SINCE: &[&str] = &["since", "from", "від", "з", "із", "зі", "с", "со", "от", "відколи"];

/// What a date tells: nothing where it is of something else.
pub(super) fn of_date(page: &Page<'_, '_>, sentence: &Sentence, date: &At<When>, verbs: &Verbs) -> [Option<Time>; 2] {
    const NOTHING: [Option<Time>; 2] = [None, None];
    let before = |back: usize, any: &[&str]| date.first >= sentence.first + back && page.says(date.first - back, any);
    let inside = date.first..date.next;
    // «за минулу добу» is the bulletin's own day, however long ago it ended.
    let one_day = match date.what {
        When::Range(from, to) => (to - from).num_days() <= 1,
        _ => true,
    };
    if one_day
        && inside.clone().any(|index| page.is(index, Tags::DAY))
        && !inside.clone().any(|index| page.words[index].digits)
    {
        return NOTHING;
    }
    // «с начала этого года»: the beginning tells, and not the year.
    if (1..=2).any(|back| date.first >= sentence.first + back && page.is(date.first - back, Tags::BEGINNING))
        && matches!(date.what, When::Range(from, to) if (to - from).num_days() > 5 && !begins_war(from))
        && !page.says(date.first, SINCE)
        && opens_before(page, sentence, date.first)
    {
        return NOTHING;
    }
    let than = (1..=3).any(|back| before(back, &["than", "ніж", "чем", "проти", "против", "compared"]));
    if than || is_dateline(page, sentence, date) {
        return NOTHING;
    }
    let (from, to) = match date.what {
        When::Day(day) => (day, day),
        When::Range(from, to) => (from, to),
        When::Before(day) => match day.pred_opt() {
            Some(last) => (last, last),
            None => return NOTHING,
        },
        When::After(day) if begins_war(day) => return [Some(Time::Since), None],
        _ => return NOTHING,
    };
    let opened = page.says(date.first, SINCE) && is_open(page, date);
    let long_ago = page.today.is_some_and(|today| (today - FIRST_DAY).num_days() > 14);
    if begins_war(from) && long_ago {
        return with_the_war(page, sentence, date, (from, to), opened);
    }
    if opened && from.year() == 2022 && from <= FIRST_DAY && long_ago {
        return [Some(Time::Since), None];
    }
    // What was before the war is of another time: "had 3,500 tanks before 2022".
    if to < FIRST_DAY || opened && from.year() < 2022 {
        return NOTHING;
    }
    match date.what {
        When::Before(_) if page.says(date.first, &["before", "перед"]) => NOTHING,
        When::Before(_) => [Some(Time::AsOf(to)), None],
        _ => [stretch(page, sentence, date, (from, to), opened, verbs), None],
    }
}

/// A day or month in which the war began: from it all totals run, where it opens a stretch or is called the beginning.
fn with_the_war(
    page: &Page<'_, '_>,
    sentence: &Sentence,
    date: &At<When>,
    (from, to): (NaiveDate, NaiveDate),
    opened: bool,
) -> [Option<Time>; 2] {
    let known = matches!(date.what, When::Day(_) | When::Range(..));
    let near = date.first.saturating_sub(6).max(sentence.first)..date.first;
    let begins = near.clone().any(|index| page.is(index, Tags::BEGINNING.and(Tags::WAR)));
    let month = (to - from).num_days() >= 5 && to.month() == 2 && to.year() == 2022;
    if !known || month && !opened && !begins {
        return [None, None];
    }
    let ends = to > FIRST_DAY && !month && page.today != Some(to) && !is_open(page, date);
    [Some(Time::Since), ends.then_some(Time::AsOf(to))]
}

/// What a stretch of days tells.
fn stretch(
    page: &Page<'_, '_>,
    sentence: &Sentence,
    date: &At<When>,
    (from, to): (NaiveDate, NaiveDate),
    opened: bool,
    verbs: &Verbs,
) -> Option<Time> {
    let today = page.today;
    let until = |day: NaiveDate| today.map_or(day, |today| day.min(today));
    let before = |back: usize, any: &[&str]| date.first >= sentence.first + back && page.says(date.first - back, any);
    let inside = date.first..date.next;
    let day = from == to;
    let account = account_before(page, sentence, date.first);
    // "in the past month" is never the day of saying.
    let last = inside.clone().any(|index| page.is(index, Tags::LAST)) && today == Some(to);
    let is_said = (verbs.say(page, date.first, date.next) || account) && is_open(page, date) && !last;
    // "a review of 17 February", «в огляді від 17 лютого»
    if opened && account && whole(page, date, from) == from {
        return Some(Time::AsOf(from));
    }
    if opened && (today == Some(to) || day) {
        let last = whole(page, date, from);
        return Some(if is_told_then(page, sentence, date) { Time::Said(from, last) } else { Time::From(from) });
    }
    // "since they crossed the border on Aug. 6", «операция, начавшаяся 6 августа»
    let began = |back: usize| date.first >= sentence.first + back && page.is(date.first - back, Tags::BEGINNING);
    if day && (began(1) || began(2)) && !page.is(date.first - 1, LOSS.and(Tags::SAY)) {
        return Some(Time::From(from));
    }
    if day && since_clause(page, sentence, date.first) {
        return Some(Time::From(from));
    }
    if is_told_then(page, sentence, date) {
        return Some(Time::Said(from, until(to)));
    }
    // "Friday's strike", "the attack of Sept. 13", «обстріл 3 травня»: the day of what happened.
    if of_event(page, sentence, date) {
        return Some(Time::Within(from, until(to)));
    }
    // «на неділю припало 1090»
    let falls = (sentence.first..sentence.next).any(|index| page.is(index, Tags::FALLS));
    let month = (27..=31).contains(&(to - from).num_days());
    if before(1, &["на"]) && (falls || month && !page.says(date.first, &["кінець", "конец", "початок", "начало"]))
    {
        return Some(Time::Within(from, until(to)));
    }
    // «дані за лютий», "losses for March": what was counted in those days.
    if !day && before(1, &["за", "for"]) {
        return Some(Time::Within(from, until(to)));
    }
    let as_of = before(1, &["of"]) && before(2, &["as"])
        || before(1, &["of"]) && (3..=6).any(|back| before(back, &["as"]) && before(back - 1, &["of"]))
        || before(1, &["на", "станом", "by", "at"])
        || before(2, &["на"]) && before(1, &["ранок", "вечір", "утро", "вечер", "кінець", "конец", "момент"])
        || account && !before(1, &["in", "у", "в", "on"]);
    if day {
        return Some(match (as_of, is_said) {
            (true, _) => Time::AsOf(from),
            (_, true) => Time::Said(from, to),
            _ => Time::Within(from, to),
        });
    }
    let end = before(1, &["кінця", "кінці", "конца", "конце", "концу", "кінець", "наприкінці", "late", "end"])
        || before(1, &["of"]) && before(2, &["end"]);
    let beginning = before(1, &["початку", "начале", "начала", "early"])
        || before(1, &["of"]) && before(2, &["beginning", "start"]);
    let middle = before(1, &["середини", "середині", "середины", "середине", "mid"])
        || before(2, &["mid"]) && page.mark(date.first - 1).is_some();
    let short = (to - from).num_days() <= 31;
    if middle || beginning && short {
        let day = until(from.with_day(if middle { 15 } else { 10 })?);
        let told = is_said || account || beginning;
        return Some(if told { Time::Said(day, day) } else { Time::Within(day, day) }).filter(|_| short);
    }
    if end {
        return Some(if is_said { Time::Said(to, to) } else { Time::AsOf(to) });
    }
    if as_of {
        return Some(Time::AsOf(until(to)));
    }
    const DURING: &[&str] = &["in", "during", "for", "у", "в", "за", "протягом", "впродовж", "упродовж", "течение"];
    if is_year(page, date, (from, to)) && !(1..=2).any(|back| before(back, DURING)) {
        return None;
    }
    let counts = before(1, &["за", "for", "during", "протягом", "впродовж", "упродовж"])
        || before(1, &["течение"])
        || (date.first.saturating_sub(3).max(sentence.first)..(date.next + 1).min(sentence.next))
            .any(|index| page.says(index, &["лише", "тільки", "только", "лишь", "alone", "just", "only"]));
    if is_said && !counts {
        return Some(Time::Said(from, until(to)));
    }
    if account && !counts {
        return Some(Time::AsOf(until(to)));
    }
    // "the past two weeks" are fourteen days with the last, not fifteen; months are those of the calendar.
    let days = !inside.clone().any(|index| {
        let written = page.written(index);
        ["month", "місяц", "месяц", "year", "рок", "рік", "год", "лет"].iter().any(|stem| written.starts_with(stem))
    });
    if last && !days {
        let months = (to - from).num_days() / 30;
        // One month is that of the calendar, which is over: the word tells.
        if months <= 1 {
            return None;
        }
        let from = to.checked_sub_months(Months::new(u32::try_from(months).ok()?))?;
        return Some(Time::Within(from, to));
    }
    Some(Time::Within(if last { from.checked_add_days(Days::new(1))? } else { from }, until(to)))
}

/// Whether a day is one with which the war is said to begin.
fn begins_war(day: NaiveDate) -> bool {
    day.year() == 2022 && day.month() == 2
}

/// The last day of a month or year from which something runs, or the day itself.
fn whole(page: &Page<'_, '_>, date: &At<When>, from: NaiveDate) -> NaiveDate {
    let mut digits =
        (date.first..date.next).filter(|index| page.words[*index].digits).map(|index| page.written(index).len());
    let day = digits.clone().any(|length| length <= 2);
    let year = !day && digits.any(|length| length == 4) && from.ordinal() == 1 && date.next - date.first <= 3;
    let next = if year { Months::new(12) } else { Months::new(1) };
    if day || from.day() != 1 {
        return from;
    }
    from.checked_add_months(next).and_then(|day| day.pred_opt()).unwrap_or(from)
}

/// Whether nothing but a year is written.
fn is_year(page: &Page<'_, '_>, date: &At<When>, (from, to): (NaiveDate, NaiveDate)) -> bool {
    let written = page.span(date.first, date.next).of(page.raw.text);
    let digits = written.chars().filter(char::is_ascii_digit).count();
    digits == 4 && from.ordinal() == 1 && (to - from).num_days() > 300
}

/// Whether a date goes with a report: "by its count of Friday", «за словами президента в лютому».
fn account_before(page: &Page<'_, '_>, sentence: &Sentence, first: usize) -> bool {
    (first.saturating_sub(6).max(sentence.first)..first)
        .rev()
        .take_while(|index| page.mark(*index).is_none_or(|mark| mark == '-') && !page.words[*index].digits)
        .any(|index| page.is(index, Tags::ACCOUNT) || page.says(index, &["станом", "состоянию"]))
}

/// Whether a word that opens a stretch stands up to three words before.
fn opens_before(page: &Page<'_, '_>, sentence: &Sentence, first: usize) -> bool {
    (first.saturating_sub(4).max(sentence.first)..first).any(|index| page.says(index, SINCE))
}

/// "since February": no end is said.
fn is_open(page: &Page<'_, '_>, date: &At<When>) -> bool {
    !(date.first + 1..date.next).any(|index| {
        page.says(index, &["to", "and", "до", "по", "till", "until", "through"])
            || page.mark(index).is_some_and(|mark| matches!(mark, '-' | '–' | '—'))
    })
}

/// The place and day at the head of a report: "KYIV, May 20 (Reuters) -", «МОСКВА, 22 апр — РИА Новости.».
fn is_dateline(page: &Page<'_, '_>, sentence: &Sentence, date: &At<When>) -> bool {
    if !matches!(date.what, When::Day(_)) || date.first > sentence.first + 8 {
        return false;
    }
    let plain =
        |index: usize| page.words[index].capital && !page.is(index, Tags::FUNCTION) || page.mark(index).is_some();
    let head = (sentence.first..date.first).all(plain);
    let closes = page.mark(date.next).is_some_and(|mark| matches!(mark, '(' | '.' | '/' | '—' | '–' | '-'));
    let alone = sentence.next - sentence.first <= 8
        && !sentence.headline
        && !page.any(sentence, LOSS.and(Tags::SAY).and(Tags::TOTAL).and(Tags::ACCOUNT));
    head && (closes || sentence.next <= date.next) || alone
}

/// "not updated since September, when Shoigu spoke of …", «востаннє у вересні 2022-го»: when somebody spoke.
fn is_told_then(page: &Page<'_, '_>, sentence: &Sentence, date: &At<When>) -> bool {
    let comma = usize::from(page.mark(date.next) == Some(','));
    let clause = date.next + comma;
    if page.says(clause, &["when", "коли", "когда"]) {
        let tells = (clause + 1..(clause + 12).min(sentence.next))
            .find(|index| page.is(*index, LOSS.and(Tags::SAY).and(Tags::TOLD)));
        return tells.is_some_and(|index| page.is(index, Tags::SAY.and(Tags::TOLD)));
    }
    // "a toll that dates from September 2022"
    if date.first > sentence.first
        && page.says(date.first - 1, &["dates", "dated", "датується", "датируется", "датирована"])
    {
        return true;
    }
    (date.first.saturating_sub(14).max(sentence.first)..(date.next + 14).min(sentence.next)).any(|index| {
        page.says(index, &["востаннє", "latest"])
            || page.says(index, &["last"])
                && page.is(index + 1, Tags::SAY.and(Tags::TOLD).and(Tags::KILL).and(Tags::ACCOUNT))
            || page.says(index, &["последний", "останній"]) && page.says(index + 1, &["раз"])
    }) && page.tagged(sentence, Tags::SAY.and(Tags::TOLD)).next().is_some()
}

/// "since they crossed the border on": a clause that a word of beginning opens reaches up to here.
fn since_clause(page: &Page<'_, '_>, sentence: &Sentence, to: usize) -> bool {
    let from = to.saturating_sub(12).max(sentence.first);
    (from..to)
        .rev()
        .take_while(|at| page.mark(*at).is_none_or(|mark| matches!(mark, '-' | '\'')) && !page.words[*at].digits)
        .any(|at| {
            page.says(at, &["since", "відколи"]) || page.says(at, &["пор", "того"]) && page.says(at + 1, &["как", "як"])
        })
}

/// Whether a day is that of a strike, an attack or a fight which stands beside it.
fn of_event(page: &Page<'_, '_>, sentence: &Sentence, date: &At<When>) -> bool {
    let happened = Tags::EVENT.and(Tags::FIGHTING);
    if page.words[date.next - 1].possessive {
        return (date.next..(date.next + 4).min(sentence.next)).any(|index| page.is(index, happened));
    }
    // A noun of what happened, with nothing but prepositions and names of places between: "the strike on Dnipro on Jan. 14".
    let from = date.first.saturating_sub(6).max(sentence.first);
    let near = (from..date.first).rev().take_while(|index| {
        page.mark(*index).is_none() && !page.is(*index, Tags::SAY.and(Tags::TOLD)) && !page.words[*index].digits
    });
    let mut near = near.filter(|index| page.is(*index, happened));
    near.next().is_some_and(|index| {
        date.first - index <= 3
            || (index + 1..date.first).all(|at| page.words[at].capital || page.is(at, Tags::FUNCTION.and(Tags::TOWN)))
    })
}
