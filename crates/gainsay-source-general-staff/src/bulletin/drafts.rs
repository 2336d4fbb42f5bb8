//! Entries as claims.

use super::categories::{AIR_DEFENCE, CATEGORIES, Tongue};
use super::day::{Resolved, START};
use super::item::{Item, Quote, Tokens};
use super::passage::Passage;
use super::token::Kind;
use super::{publisher, unclear};
use chrono::NaiveDate;
use gainsay_claim::extract::{Extract, RawDocument, Unclear};
use gainsay_claim::{Draft, DraftEvidence, DraftPeriod, DraftValue};
use std::borrow::Cow;

/// The claims of the bulletins of a text, and what of them is not plain.
pub(super) fn drafts<'a>(
    raw: &RawDocument<'a>,
    tokens: &Tokens<'_>,
    items: &[Item],
    passages: &[Passage],
) -> Extract<'a> {
    let entries: usize = passages.iter().map(|passage| passage.items.len()).sum();
    let mut extract = Extract { claims: Vec::with_capacity(entries * 2 + 1), ..Extract::default() };
    let mut writer = Writer { raw, tokens, places: Places { text: raw.text, byte: 0, position: 0 }, via: None };
    writer.via = raw.publisher.filter(|publisher| !publisher::is_own(publisher));
    let mut names = unclear::Names::of(raw.vocabulary);
    let mut tongues = [0; 3];
    let mut days: Vec<Option<NaiveDate>> = Vec::with_capacity(passages.len());
    let mut last_day = None;
    let mut said = [None; CATEGORIES.len()];
    for passage in passages {
        let own = &items[passage.items.clone()];
        // The same list in another language is of the same day; other figures for the same things are of another.
        let totals = own.iter().filter_map(|item| Some((usize::from(item.category), item.total?.value)));
        let differs = totals.clone().any(|(category, value)| said[category].is_some_and(|other| other != value));
        let day = writer.day(passage, differs, last_day, &mut extract.unclear);
        totals.for_each(|(category, value)| said[category] = Some(value));
        last_day = day.or(last_day);
        days.push(day);
    }
    extract.published = raw.published.or(days.iter().copied().max().flatten()).or(raw.dated);
    let mut after = 0;
    for (passage, day) in passages.iter().zip(days) {
        for item in &items[passage.items.clone()] {
            tongues[match item.tongue {
                Tongue::Ukrainian => 0,
                Tongue::Russian => 1,
                Tongue::English => 2,
                Tongue::Either => continue,
            }] += 1;
        }
        writer.passage(items, passage, day, &mut extract);
        let covered = unclear::extent(tokens, items, passage, after);
        after = covered.end;
        unclear::collect(tokens, items, passage, &covered, &mut names, &mut writer.places, &mut extract.unclear);
        let start = writer.places.position(tokens.start(covered.start));
        let end = writer.places.position(tokens.end(covered.end - 1));
        extract.covered.push(start..end);
    }
    let best = (0..3).max_by_key(|tongue| (tongues[*tongue], 3 - tongue)).unwrap_or_default();
    extract.language = Some(["uk", "ru", "en"][best]).filter(|_| tongues[best] > 0);
    extract.unclear.sort_by_key(|unclear| (unclear.place.start, unclear.place.end));
    extract
}

/// The head of a table stands within so many tokens before it.
const HEAD: usize = 16;

struct Writer<'r, 'a> {
    raw: &'r RawDocument<'a>,
    tokens: &'r Tokens<'r>,
    places: Places<'a>,
    via: Option<&'a str>,
}

impl<'a> Writer<'_, 'a> {
    /// The day that a bulletin is as of.
    fn day(
        &mut self,
        passage: &Passage,
        differs: bool,
        before: Option<NaiveDate>,
        unclear: &mut Vec<Unclear>,
    ) -> Option<NaiveDate> {
        let given = self.raw.published.or(self.raw.dated);
        let dates = &passage.dates;
        let place = |writer: &mut Self, first: usize, next: usize| {
            writer.places.position(writer.tokens.start(first))..writer.places.position(writer.tokens.end(next - 1))
        };
        let help = "give the day of the text with --published, or name its file after it";
        if let Some(mention) = dates.to {
            match mention.resolve(given.or(dates.beside).or(before)) {
                Resolved::Day(day) if dates.in_passing => return given.or(before).or(Some(day)),
                Resolved::Day(day) => return Some(day),
                Resolved::Impossible => {
                    let place = place(self, mention.first, mention.next);
                    let written = &self.raw.text[self.tokens.start(mention.first)..self.tokens.end(mention.next - 1)];
                    let message = format!("there is no day \"{written}\" since 24 February 2022");
                    let help = given.map_or(help.to_owned(), |given| {
                        format!("its figures are read as of {given}; correct the day")
                    });
                    unclear.push(Unclear { place, message, help, candidates: Vec::new() });
                    return given;
                }
                Resolved::Yearless => {
                    let place = place(self, mention.first, mention.next);
                    let written = &self.raw.text[self.tokens.start(mention.first)..self.tokens.end(mention.next - 1)];
                    let message = format!("the year of \"{written}\" is not said");
                    unclear.push(Unclear { place, message, help: help.to_owned(), candidates: Vec::new() });
                    return None;
                }
            }
        }
        let day = before.or(given).or(dates.beside).filter(|_| !differs);
        if day.is_some() {
            return day;
        }
        let place = place(self, passage.tokens.start, passage.tokens.start + 1);
        let message = "the day that these figures are as of is not said".to_owned();
        unclear.push(Unclear { place, message, help: help.to_owned(), candidates: Vec::new() });
        None
    }

    fn passage(&mut self, items: &[Item], passage: &Passage, day: Option<NaiveDate>, extract: &mut Extract<'a>) {
        let whole_air_defence = items[passage.items.clone()]
            .iter()
            .any(|item| item.category == AIR_DEFENCE && !item.part && item.total.is_some());
        let from = passage.dates.from.filter(|from| day.is_some_and(|day| *from <= day)).unwrap_or(START);
        let said = day.filter(|_| extract.published != day);
        let total = day.map(|day| DraftPeriod { from, to: day });
        let increment = day.map(|day| DraftPeriod { from: day, to: day });
        let cells_are_increments = self.cells_are_increments(items, passage);
        for item in &items[passage.items.clone()] {
            let category = &CATEGORIES[usize::from(item.category)];
            if item.part && whole_air_defence {
                let place = self.places.position(item.start)..self.places.position(self.tokens.end(item.next - 1));
                let message = "one make of air defence is counted beside air defence as a whole".to_owned();
                let help = "add it by hand where the make has a measure of its own".to_owned();
                extract.unclear.push(Unclear { place, message, help, candidates: vec![category.measure.to_owned()] });
                continue;
            }
            let start = self.places.position(item.start);
            let cell = item.cell.as_deref().filter(|_| cells_are_increments).map(|(_, quote)| *quote);
            if let Some(&(token, _)) = item.cell.as_deref().filter(|_| !cells_are_increments) {
                extract.unclear.push(unclear::unsigned(self.tokens, token, category.measure, &mut self.places));
            }
            for (quote, id, period) in
                [(item.total, category.measure, total), (item.increment.or(cell), category.day, increment)]
            {
                if let Some(quote) = quote {
                    extract.claims.push(self.draft(item, start, (category.measure, id), quote, period, said));
                }
            }
        }
    }

    /// Whether a table has a column for the day: another row has a sign there, or its head says so.
    fn cells_are_increments(&self, items: &[Item], passage: &Passage) -> bool {
        let own = &items[passage.items.clone()];
        let head = passage.tokens.start.saturating_sub(HEAD)..passage.tokens.start;
        own.iter().any(|item| item.cell.is_some())
            && (own.iter().any(|item| item.increment.is_some() && !item.figure_first)
                || head.into_iter().any(|index| {
                    self.tokens.kind(index) == Kind::Day
                        && (1..4).any(|before| {
                            matches!(self.tokens.kind(index.wrapping_sub(before)), Kind::Bar | Kind::Comma)
                        })
                }))
    }

    #[inline]
    fn draft(
        &mut self,
        item: &Item,
        start: usize,
        (measure, id): (&'static str, &'static str),
        quote: Quote,
        period: Option<DraftPeriod>,
        said: Option<NaiveDate>,
    ) -> Draft<'a> {
        let end = quote.end.max(item.start);
        let evidence = DraftEvidence {
            exact: Cow::Borrowed(&self.raw.text[item.start..end]),
            start,
            end: self.places.position(end),
        };
        Draft {
            id: Cow::Borrowed(id),
            document: None,
            source: Cow::Borrowed("general-staff"),
            speaker: None,
            via: self.via.map_or_else(Vec::new, |publisher| vec![Cow::Borrowed(publisher)]),
            said,
            measure: Cow::Borrowed(measure),
            subject: Cow::Borrowed("russian-forces"),
            place: Some(Cow::Borrowed("ukraine")),
            period,
            basis: None,
            value: DraftValue::Count(quote.value.count()),
            hedge: item.hedge.as_deref().map(|&(start, end)| Cow::Borrowed(&self.raw.text[start..end])),
            statement: None,
            evidence: Some(evidence),
            note: None,
        }
    }
}

/// The way from bytes to code points for questions that go steadily through a text.
pub(super) struct Places<'a> {
    text: &'a str,
    byte: usize,
    position: usize,
}

impl Places<'_> {
    /// How many code points stand before a byte.
    #[inline]
    pub(super) fn position(&mut self, byte: usize) -> usize {
        let bytes = self.text.as_bytes();
        let beginnings = |bytes: &[u8]| bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count();
        if byte >= self.byte {
            self.position += beginnings(&bytes[self.byte..byte]);
        } else {
            self.position -= beginnings(&bytes[byte..self.byte]);
        }
        self.byte = byte;
        self.position
    }
}

/// Whether a kind of token is a figure that must be accounted for.
pub(super) fn is_figure(kind: Kind) -> bool {
    matches!(kind, Kind::Number | Kind::Decimal | Kind::Malformed)
}
