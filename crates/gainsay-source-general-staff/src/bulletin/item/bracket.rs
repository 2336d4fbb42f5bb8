//! What stands behind a figure in brackets, or with a sign: "(+620)", "(+16 за минулу добу)", "(total – 7,009)".

use super::{Fault, Item, Quote, Tokens, Why};
use crate::bulletin::categories::CAPTURED;
use crate::bulletin::token::Kind;

/// A bracket of more tokens than these is a remark.
const LONGEST: usize = 12;

impl Tokens<'_> {
    /// Reads the bracket or the sign at the end of an entry into it; whether the entry goes on behind it.
    #[inline]
    pub(super) fn bracket(&self, item: &mut Item) -> bool {
        let open = item.next;
        if self.kind(open) == Kind::Plus {
            return self.signed(item, open);
        }
        let ends = |index: &usize| matches!(self.kind(*index), Kind::Close | Kind::Line);
        let Some(close) = (open + 1..open + LONGEST).find(ends) else { return false };
        let mut numbers = (open + 1..close).filter(|index| is_figure(self.kind(*index)));
        let (number, second) = (numbers.next(), numbers.next());
        let has = |kind: Kind| (open + 1..close).any(|index| self.kind(index) == kind);
        let closed = self.kind(close) == Kind::Close;
        let next = close + usize::from(closed);
        let Some(number) = number else {
            if let Some(hedge) = (open + 1..close).find(|index| self.kind(*index) == Kind::Hedge) {
                item.hedge = Some(Box::new((self.start(hedge), self.end(hedge))));
            }
            item.next = next;
            return closed;
        };
        let captured = matches!(self.kind(number + 1), Kind::Category { number: CAPTURED, .. })
            || matches!(self.kind(number + 2), Kind::Category { number: CAPTURED, .. });
        if second.is_some() || captured {
            // Of several figures only a first increment is plainly this entry's.
            if self.kind(open + 1) == Kind::Plus && number == open + 2 && item.increment.is_none() {
                item.next = open + 1;
                self.signed(item, open + 1);
            }
            return false;
        }
        item.next = next;
        if !closed && close >= self.list.len() {
            item.faults.push(Fault { token: number, why: Why::CutOff });
            return false;
        }
        let end = self.end(next - 1);
        let before = self.kind(number - 1);
        let value = self.stated(number).and_then(|(figure, _)| {
            item.faults.extend(figure.fault);
            figure.value
        });
        let Some(value) = value else { return true };
        let quote = Some(Quote { value, end });
        if before == Kind::Plus || (has(Kind::Day) && before != Kind::Dash) || (has(Kind::Day) && number > open + 2) {
            item.increment = quote;
        } else if before == Kind::Dash && number == open + 2 {
            item.faults.push(Fault { token: number, why: Why::Decrease });
        } else if has(Kind::Total) {
            // The day's figure stands first and the total in brackets.
            item.increment = item.total.take();
            item.total = quote;
        } else if item.total.is_none() && item.increment.is_none() {
            item.total = quote;
        } else {
            item.faults.push(Fault { token: number, why: Why::Unsigned });
        }
        true
    }

    /// "+620", "+620 за добу", "+620/доба"
    fn signed(&self, item: &mut Item, plus: usize) -> bool {
        let Some((figure, mut next)) = self.stated(plus + 1) else { return false };
        if item.increment.is_some() {
            return false;
        }
        item.faults.extend(figure.fault);
        loop {
            match self.kind(next) {
                Kind::Unit | Kind::Day | Kind::Filler => next += 1,
                Kind::Slash if self.kind(next + 1) == Kind::Day => next += 2,
                _ => break,
            }
        }
        item.increment = figure.value.map(|value| Quote { value, end: self.end(next - 1) });
        item.next = next;
        true
    }

    /// Whether a bracket holds an increment.
    pub(super) fn is_increment(&self, open: usize) -> bool {
        matches!(self.kind(open + 1), Kind::Plus | Kind::Day)
    }
}

fn is_figure(kind: Kind) -> bool {
    matches!(kind, Kind::Number | Kind::Decimal | Kind::Malformed)
}
