//! An exact decimal, as a text states it.

use std::fmt;

const MILLION: u128 = 1_000_000;

/// An exact, non-negative decimal of up to six decimal places and at most 2^64 − 1.
///
/// Other crates take it over without loss through [`Figure::millionths`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Figure(u128);

impl Figure {
    /// Nothing.
    pub const ZERO: Figure = Figure(0);

    /// A whole number.
    pub const fn whole(units: u64) -> Figure {
        Figure(units as u128 * MILLION)
    }

    /// The figure in millionths; it fits, as 2^64 millions do.
    pub const fn millionths(self) -> i128 {
        self.0 as i128
    }

    /// The whole part.
    pub const fn units(self) -> u64 {
        (self.0 / MILLION) as u64
    }

    /// Whether nothing stands behind the decimal mark.
    pub const fn is_whole(self) -> bool {
        self.0.is_multiple_of(MILLION)
    }

    /// The digits of the whole part and those behind the decimal mark, or nothing where they are too many.
    pub(crate) fn from_digits(whole: impl Iterator<Item = u8>, decimals: impl Iterator<Item = u8>) -> Option<Figure> {
        let mut units: u64 = 0;
        for digit in whole {
            units = units.checked_mul(10)?.checked_add(u64::from(digit - b'0'))?;
        }
        let mut millionths = 0;
        let mut place = 100_000;
        for digit in decimals {
            if place == 0 && digit != b'0' {
                return None;
            }
            millionths += u128::from(digit - b'0') * place;
            place /= 10;
        }
        Some(Figure(u128::from(units) * MILLION + millionths))
    }

    /// The figure this many times, or nothing where that is too large.
    pub(crate) fn times(self, factor: u64) -> Option<Figure> {
        Figure::held(self.0.checked_mul(u128::from(factor))?)
    }

    /// The sum of the two, or nothing where that is too large.
    pub(crate) fn plus(self, other: Figure) -> Option<Figure> {
        Figure::held(self.0.checked_add(other.0)?)
    }

    /// Half of it.
    pub(crate) const fn half(self) -> Figure {
        Figure(self.0 / 2)
    }

    fn held(millionths: u128) -> Option<Figure> {
        (millionths <= u128::from(u64::MAX) * MILLION).then_some(Figure(millionths))
    }
}

/// Digits without group marks and a decimal point, as in `183750` or `21.6`.
impl fmt::Display for Figure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = format!("{:06}", self.0 % MILLION);
        match decimals.trim_end_matches('0') {
            "" => formatter.pad(&self.units().to_string()),
            decimals => formatter.pad(&format!("{}.{decimals}", self.units())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_exact() {
        let figure = |whole: &str, decimals: &str| Figure::from_digits(whole.bytes(), decimals.bytes());
        assert_eq!(figure("29", "2").and_then(|figure| figure.times(1000)), Some(Figure::whole(29_200)));
        assert_eq!(figure("0", "000001").map(Figure::millionths), Some(1));
        assert_eq!(figure("0", "0000001"), None);
        assert_eq!(figure("18446744073709551615", ""), Some(Figure::whole(u64::MAX)));
        assert_eq!(figure("18446744073709551616", ""), None);
        assert_eq!(Figure::whole(u64::MAX).times(2), None);
        assert_eq!(Figure::whole(u64::MAX).millionths(), 18_446_744_073_709_551_615_000_000);
        assert_eq!(figure("21", "60").map(|figure| figure.to_string()).as_deref(), Some("21.6"));
    }
}
