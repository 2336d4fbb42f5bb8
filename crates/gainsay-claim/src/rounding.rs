//! When is one figure a rounded form of another?

use crate::Count;

/// The unit of the last significant digit of a figure, in millionths, and how many significant
/// digits it has: 184,000 has three and a unit of a thousand.
fn last_digit(count: Count) -> (i128, u32) {
    let mut unit = 1;
    let mut rest = count.millionths();
    if rest == 0 {
        return (1, 0);
    }
    while rest % 10 == 0 {
        rest /= 10;
        unit *= 10;
    }
    (unit, rest.ilog10() + 1)
}

/// Whether `rounded` is how a writer rounds `figure`: 184,000 for 183,750, 6,000 for 5,937.
///
/// A rounded figure has at most two significant digits, or at least two fewer than the figure, and
/// lies at most half a unit of its last digit away, for figures from a thousand on less than one
/// unit, as headlines round up as well as down; and never more than a tenth of the figure. So 3,660 is not taken for a rounded 3,665, which a
/// dropped digit is as likely to have made.
pub fn is_rounded_from(rounded: Count, figure: Count) -> bool {
    let (unit, digits) = last_digit(rounded);
    let (_, figure_digits) = last_digit(figure);
    let apart = (rounded.millionths() - figure.millionths()).abs();
    let near = 2 * apart <= unit || (figure >= Count::whole(1_000) && apart < unit);
    let fewer_digits = digits < figure_digits && (digits <= 2 || digits + 2 <= figure_digits);
    fewer_digits && near && apart * 10 <= figure.millionths()
}

/// How far a figure as retold may lie from the figure as said: half a unit of its last digit, where
/// that is a hundred or more; nothing for a figure with its last digits in place.
pub fn room(figure: Count) -> Count {
    let (unit, digits) = last_digit(figure);
    let hundred = Count::whole(100).millionths();
    if digits <= 3 && unit >= hundred { Count::from_millionths(unit / 2).unwrap_or_default() } else { Count::ZERO }
}

/// Whether two figures are one figure, the same or the one a rounded form of the other.
pub fn same_figure(a: Count, b: Count) -> bool {
    a == b || is_rounded_from(a, b) || is_rounded_from(b, a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_told_from_another_figure() {
        let pairs = [
            (184_000, 183_750, true),
            (6_000, 5_937, true),
            (1_500, 1_420, true),
            (7_700, 7_690, true),
            (5_655, 5_692, false),
            (3_660, 3_665, false),
            (781, 785, false),
            (63, 89, false),
            (1_020_000, 1_020_010, true),
            (60, 63, true),
            (80, 89, false),
            (40_000, 47_000, false),
            (100_000, 61_207, false),
        ];
        for (rounded, figure, expected) in pairs {
            assert_eq!(same_figure(rounded.into(), figure.into()), expected, "{rounded} and {figure}");
        }
    }
}
