//! One entry of a bulletin: a category with its total, the day's increment, or both.

mod bracket;
mod trail;
mod value;

use super::categories::Tongue;
use super::token::{Kind, Token};
use value::Figure;
pub(super) use value::Value;

/// An entry.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    /// Its first token and the one behind it.
    pub(super) first: usize,
    pub(super) next: usize,
    /// The number of its category.
    pub(super) category: u8,
    pub(super) tongue: Tongue,
    /// Whether the label names a make within the category.
    pub(super) part: bool,
    /// Where its words begin, in bytes.
    pub(super) start: usize,
    pub(super) total: Option<Quote>,
    pub(super) increment: Option<Quote>,
    /// A figure without a sign in the next cell of a table: the increment, where the table says so elsewhere.
    pub(super) cell: Option<Box<(usize, Quote)>>,
    /// The hedge that stands with it, in bytes.
    pub(super) hedge: Option<Box<(usize, usize)>>,
    /// What of it is not plain.
    pub(super) faults: Vec<Fault>,
    pub(super) figure_first: bool,
}

/// A figure with the byte behind the words that state it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Quote {
    pub(super) value: Value,
    pub(super) end: usize,
}

/// Figures that are not plain, by their tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) token: usize,
    pub(super) why: Why,
}

/// Why a figure is not plain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// Its digits and marks are no number.
    Malformed,
    /// It is taken from a total.
    Decrease,
    /// It stands beside a total without a sign.
    Unsigned,
    /// The text ends within it.
    CutOff,
    /// What it counts is not known.
    Unknown,
}

/// No part of an entry has more tokens than these, so that no text takes longer than its length.
const FURTHEST: usize = 16;

fn is_mark(kind: Kind) -> bool {
    matches!(kind, Kind::Dash | Kind::Colon | Kind::Bar)
}

fn is_light(kind: Kind) -> bool {
    matches!(kind, Kind::Unit | Kind::Filler | Kind::Gone | Kind::Level)
}

/// The tokens of a text.
#[derive(Clone, Copy)]
pub(super) struct Tokens<'a> {
    pub(super) text: &'a str,
    pub(super) list: &'a [Token],
}

impl Tokens<'_> {
    /// What stands at an index; behind the last token a line ends.
    #[inline]
    pub(super) fn kind(&self, index: usize) -> Kind {
        self.list.get(index).map_or(Kind::Line, |token| token.kind)
    }

    #[inline]
    pub(super) fn words(&self, index: usize) -> &str {
        self.list.get(index).map_or("", |token| &self.text[token.start()..token.end()])
    }

    #[inline]
    pub(super) fn end(&self, index: usize) -> usize {
        self.list.get(index).map_or(self.text.len(), |token| token.end())
    }

    #[inline]
    pub(super) fn start(&self, index: usize) -> usize {
        self.list.get(index).map_or(self.text.len(), |token| token.start())
    }

    /// Whether nothing, or the end of a line, stands before a token.
    #[inline]
    pub(super) fn begins_line(&self, index: usize) -> bool {
        index == 0 || self.kind(index - 1) == Kind::Line
    }

    /// Whether a token stands directly at the one before it.
    #[inline]
    pub(super) fn is_glued(&self, index: usize) -> bool {
        index > 0 && self.end(index - 1) == self.start(index)
    }

    /// The first token from an index on that is not of a kind; no more than a few are looked at.
    #[inline]
    pub(super) fn skip(&self, index: usize, of_kind: impl Fn(Kind) -> bool) -> usize {
        (index..index + FURTHEST).find(|index| !of_kind(self.kind(*index))).unwrap_or(index + FURTHEST)
    }

    /// Every entry of the text, in order.
    pub(super) fn items(&self) -> Vec<Item> {
        let mut items = Vec::with_capacity(self.list.len() / 9 + 4);
        let mut index = 0;
        while index < self.list.len() {
            let item = match self.kind(index) {
                Kind::Category { .. } if self.is_whole_label(index, items.last()) => self.category_first(index),
                Kind::Number | Kind::Few(_) | Kind::Plus | Kind::Decimal | Kind::Malformed => self.figure_first(index),
                Kind::Bound(_) => self.figure_first(index),
                _ => None,
            };
            index = item.as_ref().map_or(index + 1, |item: &Item| item.next);
            items.extend(item);
        }
        items
    }

    /// Whether nothing before a category belongs to its label: in «танки та ББМ — 10775» and «трофейні танки — 5» more is
    /// said than the last word says.
    #[inline]
    fn is_whole_label(&self, index: usize, before: Option<&Item>) -> bool {
        let Some(last) = index.checked_sub(1) else { return true };
        match self.kind(last) {
            Kind::And | Kind::Slash => {
                let joined = last.checked_sub(1).map_or(Kind::Line, |joined| self.kind(joined));
                let ends_entry = before.is_some_and(|before| before.next == last);
                !matches!(joined, Kind::Category { .. } | Kind::Word) || ends_entry
            }
            Kind::Word => {
                let behind = before.map_or(usize::MAX, |before| before.next);
                let marks = |kind| matches!(kind, Kind::Comma | Kind::Line | Kind::Stop | Kind::Dash);
                !(behind < last && last - behind < FURTHEST && self.skip(behind, marks) == last)
            }
            _ => true,
        }
    }

    /// «Танки — 3665 (+4)»
    #[inline]
    fn category_first(&self, first: usize) -> Option<Item> {
        let Kind::Category { number, tongue, part } = self.kind(first) else { return None };
        let mut item = self.item(first, number, tongue, part);
        let label_end = self.label(first + 1, number, false);
        let mut index = label_end;
        index = self.skip(index, is_mark);
        let marked = index > label_end;
        if !marked && self.kind(index) == Kind::Comma && self.is_cell(first, index) {
            index += 1;
        }
        // A cell of a table that stands on a line of its own, its figure on the next.
        if !marked && self.kind(index) == Kind::Line && self.is_cell_above(first, index) {
            index += 1;
        }
        let stated = self.stated(index);
        if let Some((figure, next)) = stated {
            self.take_total(&mut item, figure, next);
        } else if matches!(self.kind(index), Kind::Plus | Kind::Open) || (marked && self.kind(index) == Kind::Dash) {
            item.next = index;
        } else {
            return None;
        }
        self.trail(&mut item);
        (item.total.is_some() || item.increment.is_some() || !item.faults.is_empty()).then_some(item)
    }

    /// "217 tanks (+6)", "11 tanks (total – 7,009)"
    fn figure_first(&self, first: usize) -> Option<Item> {
        let plus = self.kind(first) == Kind::Plus;
        let (figure, mut index) = match self.kind(first) {
            Kind::Few(few) => (Figure::of(first, few), first + 1),
            _ => self.stated(first + usize::from(plus))?,
        };
        let mut before = self.item(first, 0, Tongue::Either, false);
        before.next = index;
        if self.kind(index) == Kind::Open {
            self.bracket(&mut before);
            index = before.next;
        }
        index = self.skip(index, |kind| {
            matches!(kind, Kind::Unit | Kind::Filler | Kind::Gone | Kind::Level | Kind::Hedge | Kind::Slash)
        });
        let Kind::Category { number, tongue, part } = self.kind(index) else { return None };
        let label_end = self.label(index + 1, number, true);
        if self.leads_to_figure(label_end) {
            return None;
        }
        let mut item = Item { category: number, tongue, part, figure_first: true, ..before };
        item.next = label_end;
        let end = self.end(label_end - 1);
        if plus {
            item.increment = figure.value.map(|value| Quote { value, end });
        } else {
            item.total = figure.value.map(|value| Quote { value, end });
        }
        item.faults.extend(figure.fault);
        self.trail(&mut item);
        Some(item)
    }

    fn item(&self, first: usize, category: u8, tongue: Tongue, part: bool) -> Item {
        Item {
            first,
            next: first + 1,
            category,
            tongue,
            part,
            start: self.start(first),
            total: None,
            increment: None,
            cell: None,
            hedge: None,
            faults: Vec::new(),
            figure_first: false,
        }
    }

    /// The token behind a label that goes on: "of operational-tactical level", «/ helicopters», «за добу».
    #[inline]
    fn label(&self, mut index: usize, category: u8, figure_first: bool) -> usize {
        let most = index + FURTHEST;
        while index < most {
            match self.kind(index) {
                Kind::Category { number, .. } if number == category => {}
                Kind::Level => {}
                Kind::Filler | Kind::Unit | Kind::Gone if !figure_first => {}
                Kind::Day | Kind::Total if !figure_first => {}
                Kind::Slash if !figure_first || self.is_same(index + 1, category) => {}
                // «(ББМ)»
                Kind::Open if self.is_same(index + 1, category) || self.kind(index + 1) == Kind::Level => {
                    let close = (index + 2..index + 5).find(|index| self.kind(*index) == Kind::Close);
                    match close {
                        Some(close) if (index + 2..close).all(|inner| self.is_same(inner, category)) => index = close,
                        _ => return index,
                    }
                }
                _ => return index,
            }
            index += 1;
        }
        index
    }

    #[inline]
    fn is_same(&self, index: usize, category: u8) -> bool {
        matches!(self.kind(index), Kind::Category { number, .. } if number == category)
    }

    /// Whether behind a label a mark and a figure follow that are its own: "1 tanks – 3665". In "217 tanks – 900 APV" they
    /// are the next category's.
    fn leads_to_figure(&self, label_end: usize) -> bool {
        let index = self.skip(label_end, is_mark);
        index > label_end
            && self
                .stated(index)
                .is_some_and(|(_, next)| !matches!(self.kind(self.skip(next, is_light)), Kind::Category { .. }))
    }

    /// A line of comma-separated cells: "Tanks,3665,+4".
    fn is_cell(&self, label: usize, comma: usize) -> bool {
        let ends = |index: usize| matches!(self.kind(index), Kind::Line | Kind::Comma);
        self.begins_line(label) && self.kind(comma + 1) == Kind::Number && ends(comma + 2)
    }

    /// A label alone on its line above a figure alone on its own.
    fn is_cell_above(&self, label: usize, line: usize) -> bool {
        if !self.begins_line(label) || self.kind(line + 1) != Kind::Number {
            return false;
        }
        let rest = (line + 2..line + 10).take_while(|index| self.kind(*index) != Kind::Line);
        let light = |kind| {
            matches!(kind, Kind::Open | Kind::Close | Kind::Plus | Kind::Number | Kind::Unit | Kind::Day | Kind::Comma)
        };
        rest.map(|index| self.kind(index)).all(light)
    }

    fn take_total(&self, item: &mut Item, figure: Figure, next: usize) {
        item.next = next;
        item.faults.extend(figure.fault);
        let end = self.end(self.skip(next, is_light) - 1);
        item.total = figure.value.map(|value| Quote { value, end });
    }
}
