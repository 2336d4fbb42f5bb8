//! What a figure says, with the words that bound it.

use super::{Fault, Tokens, Why};
use crate::bulletin::lexicon::Bound;
use crate::bulletin::token::{Kind, Scale};
use gainsay_claim::{Count, CountValue};

/// A figure: its value, or what is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figure {
    pub(super) value: Option<Value>,
    pub(super) fault: Option<Fault>,
}

impl Figure {
    /// A small number in words.
    pub(super) fn of(_token: usize, few: u8) -> Figure {
        Figure { value: Some(Value::exactly(u64::from(few))), fault: None }
    }
}

/// What a figure says, in less room than a claim's value takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::bulletin) struct Value {
    low: u64,
    /// The upper end of a range, else the same.
    high: u64,
    bound: Option<Bound>,
}

impl Value {
    fn exactly(number: u64) -> Value {
        Value { low: number, high: number, bound: None }
    }

    /// The value of the claim.
    #[inline]
    pub(in crate::bulletin) fn count(self) -> CountValue {
        let low = Count::whole(self.low);
        match self.bound {
            None if self.high > self.low => CountValue::Between(low, Count::whole(self.high)),
            None => CountValue::Exactly(low),
            Some(Bound::About) => CountValue::About { figure: low, tolerance: None },
            Some(Bound::MoreThan) => CountValue::MoreThan(low),
            Some(Bound::AtLeast) => CountValue::AtLeast(low),
            Some(Bound::AtMost) => CountValue::AtMost(low),
            Some(Bound::LessThan) => CountValue::LessThan(low),
        }
    }
}

const MILLION: u64 = 1_000_000;

impl Tokens<'_> {
    /// The figure that begins at a token, with its bound, range and scale, and the token behind it.
    #[inline]
    pub(super) fn stated(&self, first: usize) -> Option<(Figure, usize)> {
        let mut index = first;
        let mut bound = None;
        // "up to about 500" is at most 500.
        for _ in 0..2 {
            let Kind::Bound(own) = self.kind(index) else { break };
            bound = bound.or(Some(own));
            index += 1;
        }
        let digits = index;
        if !matches!(self.kind(index), Kind::Number | Kind::Decimal | Kind::Malformed | Kind::ShortDate) {
            return None;
        }
        index += 1;
        let scale = match self.kind(index) {
            Kind::Scale(scale) => {
                index += 1 + usize::from(self.kind(index + 1) == Kind::Stop && self.is_glued(index + 1));
                match scale {
                    Scale::Thousand => 1_000,
                    Scale::Million => 1_000_000,
                }
            }
            // A day without its year, or a price.
            _ if self.kind(digits) == Kind::ShortDate => return None,
            _ => 1,
        };
        let Some(low) = self.scaled(digits, scale) else {
            return Some((Figure { value: None, fault: Some(Fault { token: digits, why: Why::Malformed }) }, index));
        };
        if bound.is_none()
            && self.kind(index) == Kind::Dash
            && self.kind(index + 1) == Kind::Number
            && self.is_glued(index)
            && self.is_glued(index + 1)
            && let Some(high) = self.scaled(index + 1, 1)
            && low < high
        {
            return Some((Figure { value: Some(Value { low, high, bound: None }), fault: None }, index + 2));
        }
        let at_least = bound.is_none()
            && self.kind(index) == Kind::Plus
            && self.is_glued(index)
            && self.kind(index + 1) != Kind::Number;
        let bound = if at_least { Some(Bound::AtLeast) } else { bound };
        let value = Value { low, high: low, bound };
        Some((Figure { value: Some(value), fault: None }, index + usize::from(at_least)))
    }

    /// The digits of a token times a scale, where they make a count.
    #[inline]
    fn scaled(&self, token: usize, scale: u32) -> Option<u64> {
        let digits = self.words(token).as_bytes();
        let mark = digits.iter().rposition(|byte| matches!(byte, b'.' | b','));
        // "182.660 thousand" has a decimal mark, "182.660" a group mark.
        let decimals = match (self.kind(token), mark) {
            (Kind::Malformed, _) => return None,
            (Kind::Decimal, _) if scale == 1 => return None,
            (_, Some(mark)) if scale > 1 => &digits[mark + 1..],
            _ => &[],
        };
        let whole = digits[..digits.len() - decimals.len()].iter().filter(|byte| byte.is_ascii_digit());
        let mut units: u64 = 0;
        for digit in whole {
            units = units.checked_mul(10)?.checked_add(u64::from(digit - b'0'))?;
        }
        if scale == 1 {
            return Some(units);
        }
        let mut parts = units.checked_mul(u64::from(scale))?.checked_mul(MILLION)?;
        let mut place = u64::from(scale) * MILLION / 10;
        for digit in decimals {
            parts = parts.checked_add(u64::from(digit - b'0') * place)?;
            place /= 10;
        }
        (parts % MILLION == 0).then_some(parts / MILLION)
    }
}
