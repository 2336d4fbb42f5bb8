//! An exact number of things.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// An exact, non-negative decimal with up to six decimal places, held as a number of millionths.
///
/// Counts are compared, added and taken from each other without rounding; nothing in a finding is
/// floating point. The largest count is 2^64 − 1, so that no sum of claims can overflow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Count(i128);

const MILLION: i128 = 1_000_000;

/// Why a text or a number is not a [`Count`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountError {
    /// Not digits with at most one decimal point.
    Malformed,
    /// Below zero.
    Negative,
    /// More than six decimal places.
    TooPrecise,
    /// Above 2^64 − 1.
    TooLarge,
}

impl fmt::Display for CountError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            CountError::Malformed => "not a number; write digits only, such as 183750 or 21.6",
            CountError::Negative => "a count cannot be below zero; write how many there were",
            CountError::TooPrecise => "more than six decimal places or fifteen digits; round it as the source did",
            CountError::TooLarge => "larger than 18446744073709551615; check the digits",
        })
    }
}

impl std::error::Error for CountError {}

impl Count {
    /// None at all.
    pub const ZERO: Count = Count(0);
    /// The smallest step between two counts, one millionth: "more than 6" begins at 6 plus this.
    pub const STEP: Count = Count(1);

    /// A whole number.
    pub const fn whole(number: u64) -> Count {
        Count(number as i128 * MILLION)
    }

    /// A number of millionths, for arithmetic that has been done elsewhere.
    ///
    /// # Errors
    /// When the number is negative or above 2^64 − 1.
    pub fn from_millionths(millionths: i128) -> Result<Count, CountError> {
        if millionths < 0 {
            Err(CountError::Negative)
        } else if millionths > u64::MAX as i128 * MILLION {
            Err(CountError::TooLarge)
        } else {
            Ok(Count(millionths))
        }
    }

    /// The count in millionths.
    pub const fn millionths(self) -> i128 {
        self.0
    }

    /// A JSON number that was read as floating point, taken back to the decimal it was written as.
    ///
    /// A number of up to fifteen significant digits survives the way through a 64-bit float, so
    /// its shortest form is the form that was written.
    ///
    /// # Errors
    /// When it is negative, not finite, or has more digits than survive.
    pub fn from_json_float(number: f64) -> Result<Count, CountError> {
        if number.is_sign_negative() && number != 0.0 {
            return Err(CountError::Negative);
        }
        if !number.is_finite() || number >= 18_446_744_073_709_551_616.0 {
            return Err(CountError::TooLarge);
        }
        let text = number.abs().to_string();
        let digits = text.trim_start_matches(['0', '.']).bytes().filter(u8::is_ascii_digit).count();
        if digits > 15 && text.contains('.') {
            return Err(CountError::TooPrecise);
        }
        text.parse()
    }

    /// What is left of this count when `other` is taken away; nothing below zero.
    pub fn minus(self, other: Count) -> Count {
        Count((self.0 - other.0).max(0))
    }

    /// The sum of two counts.
    pub fn plus(self, other: Count) -> Count {
        Count(self.0.saturating_add(other.0))
    }

    /// This many percent of the count, rounded down to a millionth.
    pub fn percent(self, percent: u32) -> Count {
        Count(self.0 / 100 * i128::from(percent) + self.0 % 100 * i128::from(percent) / 100)
    }

    /// How often `other` goes into this count, in hundredths, rounded half up; nothing when `other` is zero.
    pub fn ratio_hundredths(self, other: Count) -> Option<u64> {
        if other.0 == 0 {
            return None;
        }
        let hundredths = (self.0 * 200 + other.0) / (other.0 * 2);
        u64::try_from(hundredths).ok()
    }

    /// The figure behind an open bound: "more than 6" begins one [`Count::STEP`] above 6, "less than
    /// 6" ends one below it, and a reader is shown 6.
    pub const fn as_stated(self) -> Count {
        match self.0 % MILLION {
            1 => Count(self.0 - 1),
            999_999 => Count(self.0 + 1),
            _ => self,
        }
    }

    /// Whether this is below `percent` hundredths of another count. An overflow counts as not below.
    pub fn times_below(self, other: Count, percent: u32) -> bool {
        other
            .0
            .checked_mul(i128::from(percent))
            .zip(self.0.checked_mul(100))
            .is_some_and(|(least, count)| count < least)
    }

    /// How this count to `smaller` stands to another ratio of two counts; a ratio to nothing is the largest.
    pub fn compare_ratio(self, smaller: Count, other: Count, other_smaller: Count) -> Ordering {
        match (self.0.checked_mul(other_smaller.0), other.0.checked_mul(smaller.0)) {
            (Some(own), Some(others)) => own.cmp(&others),
            _ => self
                .ratio_hundredths(smaller)
                .unwrap_or(u64::MAX)
                .cmp(&other.ratio_hundredths(other_smaller).unwrap_or(u64::MAX)),
        }
    }

    /// Whether nothing stands behind the decimal point.
    pub const fn is_whole(self) -> bool {
        self.0 % MILLION == 0
    }

    /// The next whole number below, or the count itself.
    pub const fn rounded_down(self) -> Count {
        Count(self.0 - self.0 % MILLION)
    }

    /// The next whole number above, or the count itself.
    pub const fn rounded_up(self) -> Count {
        Count(self.0 + (MILLION - self.0 % MILLION) % MILLION)
    }

    /// The whole part.
    pub const fn whole_part(self) -> u128 {
        (self.0 / MILLION) as u128
    }

    /// The digits behind the decimal point, without closing zeros.
    pub fn decimals(self) -> String {
        format!("{:06}", self.0 % MILLION).trim_end_matches('0').to_owned()
    }
}

impl From<u64> for Count {
    fn from(number: u64) -> Count {
        Count::whole(number)
    }
}

impl std::iter::Sum for Count {
    fn sum<I: Iterator<Item = Count>>(counts: I) -> Count {
        counts.fold(Count::ZERO, Count::plus)
    }
}

impl FromStr for Count {
    type Err = CountError;

    fn from_str(text: &str) -> Result<Count, CountError> {
        if text.starts_with('-') {
            return Err(CountError::Negative);
        }
        let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(decimals) {
            return Err(CountError::Malformed);
        }
        let decimals = decimals.trim_end_matches('0');
        if decimals.len() > 6 {
            return Err(CountError::TooPrecise);
        }
        let whole: u64 = whole.parse().map_err(|_| CountError::TooLarge)?;
        let fraction: i128 = format!("{decimals:0<6}").parse().map_err(|_| CountError::Malformed)?;
        Count::from_millionths(i128::from(whole) * MILLION + fraction)
    }
}

/// Digits grouped by commas in threes, as in `183,750`; decimals as in `21.6`.
impl fmt::Display for Count {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.whole_part().to_string();
        let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 7);
        for (position, digit) in digits.char_indices() {
            if position > 0 && (digits.len() - position).is_multiple_of(3) {
                text.push(',');
            }
            text.push(digit);
        }
        if !self.is_whole() {
            text.push('.');
            text.push_str(&self.decimals());
        }
        formatter.pad(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_shows_exact_decimals() {
        for (text, shown) in [
            ("183750", "183,750"),
            ("21.6", "21.6"),
            ("0.000001", "0.000001"),
            ("1000", "1,000"),
            ("12", "12"),
            ("1.50", "1.5"),
        ] {
            assert_eq!(text.parse::<Count>().expect("a count").to_string(), shown);
        }
    }

    #[test]
    fn refuses_what_is_not_exact() {
        assert_eq!("110,00".parse::<Count>(), Err(CountError::Malformed));
        assert_eq!("-1".parse::<Count>(), Err(CountError::Negative));
        assert_eq!("0.0000001".parse::<Count>(), Err(CountError::TooPrecise));
        assert_eq!("18446744073709551616".parse::<Count>(), Err(CountError::TooLarge));
        assert_eq!(Count::from_json_float(0.1), "0.1".parse());
        assert_eq!(Count::from_json_float(-0.5), Err(CountError::Negative));
        assert_eq!(Count::from_json_float(1e300), Err(CountError::TooLarge));
        assert_eq!(Count::from_json_float(0.123_456_789), Err(CountError::TooPrecise));
    }

    #[test]
    fn ratios_are_rounded_half_up() {
        assert_eq!(Count::whole(36_500).ratio_hundredths(Count::whole(19_925)), Some(183));
        assert_eq!(Count::whole(1).ratio_hundredths(Count::ZERO), None);
    }

    #[test]
    fn a_percentage_is_exact() {
        assert_eq!(Count::whole(183_750).percent(5), "9187.5".parse().expect("a count"));
    }
}
