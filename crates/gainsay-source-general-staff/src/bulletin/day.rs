//! The day that a bulletin is as of, from the lines around it.

use super::item::Tokens;
use super::token::{Kind, number};
use chrono::{Datelike, NaiveDate};

/// The day from which the bulletin counts.
pub(super) const START: NaiveDate = NaiveDate::from_ymd_opt(2022, 2, 24).expect("a day");

/// What the lines around a bulletin say of its day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Dates {
    /// The first day, where one is stated that is not the start of the war.
    pub(super) from: Option<NaiveDate>,
    /// The day it is as of.
    pub(super) to: Option<Mention>,
    /// Whether that day stands in a sentence, as any day might, and not where the bulletin has its own.
    pub(super) in_passing: bool,
    /// A day with its year that may stand for that of the text, for a day without its year.
    pub(super) beside: Option<NaiveDate>,
}

/// A day as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    /// Its first token and the one behind it.
    pub(super) first: usize,
    pub(super) next: usize,
    year: Option<i32>,
    month: u32,
    day: u32,
}

/// What a mention comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Resolved {
    Day(NaiveDate),
    /// There is no such day, or it lies before the war.
    Impossible,
    /// Its year is not stated and nothing tells it.
    Yearless,
}

impl Mention {
    /// The day; without its year the one nearest to another day.
    pub(super) fn resolve(&self, beside: Option<NaiveDate>) -> Resolved {
        let in_year = |year| NaiveDate::from_ymd_opt(year, self.month, self.day).filter(|day| *day >= START);
        if self.year.is_some() || NaiveDate::from_ymd_opt(2024, self.month, self.day).is_none() {
            return self.year.and_then(in_year).map_or(Resolved::Impossible, Resolved::Day);
        }
        let Some(beside) = beside else { return Resolved::Yearless };
        let years = beside.year() - 1..=beside.year() + 1;
        let nearest = years.filter_map(in_year).min_by_key(|day| (*day - beside).num_days().abs());
        nearest.map_or(Resolved::Impossible, Resolved::Day)
    }

    /// The day where its year is stated and it exists.
    pub(super) fn full(&self) -> Option<NaiveDate> {
        match self.resolve(None) {
            Resolved::Day(day) => Some(day),
            _ => None,
        }
    }

    /// Whether it can be the day on which the count begins: "24.02", "24.02.22".
    pub(super) fn is_start(&self) -> bool {
        (self.month, self.day) == (2, 24) && self.year.is_none_or(|year| year <= 2022)
    }
}

impl Tokens<'_> {
    /// The day that begins at a token: "19.04.2023", "19 квітня 2023 року", "April 19, 2023".
    #[inline]
    pub(super) fn day_at(&self, index: usize) -> Option<Mention> {
        let words = || self.words(index).as_bytes();
        match self.kind(index) {
            Kind::LongDate | Kind::ShortDate => Some(self.in_digits(index)),
            Kind::Number => {
                let Kind::Month(month) = self.kind(self.behind_of(index + 1)) else { return None };
                let month_token = self.behind_of(index + 1);
                let digits = words();
                if digits.len() > 2 {
                    return None;
                }
                let (year, next) = self.year_at(month_token + 1);
                Some(Mention { first: index, next, year, month: month.into(), day: number(digits) })
            }
            Kind::Word if matches!(self.kind(index + 1), Kind::Month(_)) => {
                // "19th April"
                let ordinal = words();
                let digits = ordinal.iter().take_while(|byte| byte.is_ascii_digit()).count();
                let Kind::Month(month) = self.kind(index + 1) else { return None };
                if !(1..=2).contains(&digits) || ordinal.len() > digits + 5 {
                    return None;
                }
                let (year, next) = self.year_at(index + 2);
                Some(Mention { first: index, next, year, month: month.into(), day: number(&ordinal[..digits]) })
            }
            Kind::Month(month) => {
                let dot = usize::from(self.kind(index + 1) == Kind::Stop && self.is_glued(index + 1));
                let token = index + 1 + dot;
                let digits = self.words(token).as_bytes();
                let length = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
                let is_day = matches!(self.kind(token), Kind::Number | Kind::Word) && (1..=2).contains(&length);
                if !is_day || digits.len() > length + 2 {
                    return None;
                }
                let (year, next) = self.year_at(token + 1);
                Some(Mention { first: index, next, year, month: month.into(), day: number(&digits[..length]) })
            }
            _ => None,
        }
    }

    /// Whether a number belongs to a day or a month with its year.
    pub(super) fn is_of_date(&self, index: usize) -> bool {
        let is_year = |index: usize| self.year_at(index).0.is_some();
        self.day_at(index).is_some()
            || (is_year(index)
                && (matches!(self.kind(index.wrapping_sub(1)), Kind::Month(_))
                    || matches!(self.kind(index + 1), Kind::Year)))
            || (index > 0 && self.day_at(index - 1).is_some_and(|mention| mention.next > index))
            || (index > 1 && self.day_at(index - 2).is_some_and(|mention| mention.next > index))
            || (index > 2 && self.day_at(index - 3).is_some_and(|mention| mention.next > index))
    }

    fn behind_of(&self, index: usize) -> usize {
        index + usize::from(matches!(self.kind(index), Kind::Unit) && self.words(index).eq_ignore_ascii_case("of"))
    }

    /// A year with the mark before it and the word behind it, and the token behind all.
    fn year_at(&self, index: usize) -> (Option<i32>, usize) {
        let comma = usize::from(self.kind(index) == Kind::Comma);
        let digits = self.words(index + comma).as_bytes();
        if self.kind(index + comma) != Kind::Number || digits.len() != 4 || !digits.starts_with(b"20") {
            return (None, index);
        }
        let next = index + comma + 1;
        (i32::try_from(number(digits)).ok(), next + usize::from(self.kind(next) == Kind::Year))
    }

    fn in_digits(&self, index: usize) -> Mention {
        let mut parts = [0; 3];
        let mut lengths = [0; 3];
        let words = self.words(index).as_bytes().split(|byte| !byte.is_ascii_digit());
        for (place, digits) in words.take(3).enumerate() {
            (parts[place], lengths[place]) = (number(digits), digits.len());
        }
        let [first, second, third] = parts;
        let (year, month, day) = match lengths {
            [4, ..] => (Some(first), second, third),
            [_, _, 0] => (None, second, first),
            [_, _, 2] => (Some(2000 + third), second, first),
            _ => (Some(third), second, first),
        };
        let mut next = index + 1;
        let mut year = year.and_then(|year| i32::try_from(year).ok());
        if year.is_none() && self.kind(next) != Kind::Comma {
            (year, next) = self.year_at(next);
        }
        next += usize::from(self.kind(next) == Kind::Stop && self.kind(next + 1) == Kind::Year);
        Mention { first: index, next: next + usize::from(self.kind(next) == Kind::Year), year, month, day }
    }

    /// What the tokens from one up to another say of the day of a bulletin.
    pub(super) fn dates(&self, first: usize, next: usize) -> Dates {
        let mut dates = Dates::default();
        let mut best = 0;
        let mut index = first;
        while index < next {
            let Some(mention) = self.day_at(index) else {
                index += 1;
                continue;
            };
            let before = index.checked_sub(1).map_or(Kind::Line, |before| self.kind(before));
            let (rank, from) = match self.range_end(&mention) {
                Some(end) if end.first < next => {
                    index = end.next;
                    let from = (!mention.is_start()).then(|| mention.full()).flatten();
                    dates.beside = end.full().or(dates.beside);
                    (4, Some((from, end)))
                }
                _ => {
                    index = mention.next;
                    let opens = before == Kind::From && mention.is_start();
                    dates.beside = if opens { dates.beside } else { mention.full().or(dates.beside) };
                    let rank = match before {
                        _ if opens => 0,
                        Kind::AsOf => 3,
                        Kind::To | Kind::Bound(_) => 3,
                        _ if self.begins_line(mention.first) && self.is_short_line(&mention) => 2,
                        _ if mention.year.is_some() => 1,
                        _ => 0,
                    };
                    (rank, None)
                }
            };
            if rank >= best && rank > 0 {
                best = rank;
                let (from, to) = from.unwrap_or((None, mention));
                dates.from = from;
                dates.to = Some(to);
                dates.in_passing = rank == 1;
            }
        }
        dates
    }

    /// The last day of "from … to …", where a day is its first.
    fn range_end(&self, from: &Mention) -> Option<Mention> {
        let opened = from.first > 0 && self.kind(from.first - 1) == Kind::From;
        let index = self.skip(from.next, |kind| matches!(kind, Kind::Comma | Kind::Year | Kind::Filler));
        let goes_on = match self.kind(index) {
            Kind::To | Kind::Bound(_) => true,
            Kind::And => opened,
            Kind::Dash => true,
            _ => false,
        };
        if !goes_on || !(opened || from.is_start()) {
            return None;
        }
        self.day_at(index + 1)
    }

    /// Whether hardly more than the day stands on its line.
    fn is_short_line(&self, mention: &Mention) -> bool {
        (mention.next..mention.next + 8).any(|index| self.kind(index) == Kind::Line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bulletin::token::tokens;

    fn read(text: &str, beside: Option<(i32, u32, u32)>) -> Option<String> {
        let list = tokens(text);
        let tokens = Tokens { text, list: &list };
        let dates = tokens.dates(0, list.len());
        let beside = beside.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day)).or(dates.beside);
        Some(match dates.to?.resolve(beside) {
            Resolved::Day(day) => day.to_string(),
            other => format!("{other:?}"),
        })
    }

    #[test]
    fn the_day_is_found_however_it_is_written() {
        for (text, expected) in [
            ("Загальні бойові втрати з 24.02.22 по 19.04.23 орієнтовно склали:", "2023-04-19"),
            ("Общие боевые потери с 24.02.22 по 19.04.23", "2023-04-19"),
            ("from 24.02.22 to 19.04.23 were approximately:", "2023-04-19"),
            ("between February 24, 2022, and May 12, 2023, thereby", "2023-05-12"),
            ("between 24th February 2022 and 19th April 2023, Russia", "2023-04-19"),
            ("з 24 лютого 2022 року по 19 квітня 2023 року", "2023-04-19"),
            ("24.02.2022 – 19.04.2023", "2023-04-19"),
            ("станом на 19.04.2023", "2023-04-19"),
            ("Цифри Генштабу на 23 квітня 2024 року такі:", "2024-04-23"),
            ("as of April 19, 2023", "2023-04-19"),
            ("19.04.2023", "2023-04-19"),
            ("2022-04-12 06:00:00 | ID: 67225\nfrom 24.02 to 12.04", "2022-04-12"),
            ("from 24.02.22 to 24.02.23", "2023-02-24"),
            ("24.02.2022", "2022-02-24"),
            ("from 24.02.22 to 31.02.23", "Impossible"),
            ("з 24.02 по 31.02", "Impossible"),
            ("з 24.02 по 19.04", "Yearless"),
            ("19.04.2021", "Impossible"),
        ] {
            assert_eq!(read(text, None).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(read("від 24 лютого знищено стільки:", None), None);
        assert_eq!(
            read("Відкрито 19.04.2023 о шостій ранку, і про те писали всі газети в країні", None),
            Some("2023-04-19".into())
        );
        assert_eq!(read("18.00 і 21.6 тисяч", None), None);
    }

    #[test]
    fn a_day_without_its_year_is_the_nearest() {
        let on = |year, month, day| Some((year, month, day));
        assert_eq!(read("з 24.02 по 31.12", on(2023, 1, 2)).as_deref(), Some("2022-12-31"));
        assert_eq!(read("з 24.02 по 19.04", on(2023, 4, 18)).as_deref(), Some("2023-04-19"));
        assert_eq!(read("з 24.02 по 01.03", on(2022, 3, 1)).as_deref(), Some("2022-03-01"));
    }
}
