//! What digits and the marks between them are: a day, a number, or neither.

use super::Kind;

/// The end of a run of digits.
#[inline]
pub(super) fn run(bytes: &[u8], start: usize) -> usize {
    start + bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// A date in digits, and the byte behind it.
#[inline]
pub(super) fn date(bytes: &[u8], start: usize, first: usize) -> Option<(Kind, usize)> {
    let mark = *bytes.get(first)?;
    if !matches!(mark, b'.' | b'-' | b'/') {
        return None;
    }
    let second = run(bytes, first + 1);
    let (one, two) = (first - start, second - first - 1);
    let third = (bytes.get(second) == Some(&mark)).then(|| run(bytes, second + 1));
    let three = third.map_or(0, |third| third - second - 1);
    if one == 4 && (1..=2).contains(&two) && (1..=2).contains(&three) && mark != b'/' {
        return third.map(|end| (Kind::LongDate, end));
    }
    if one > 2 || two == 0 || two > 2 || mark == b'-' && three != 4 {
        return None;
    }
    if three == 2 || three == 4 {
        return third.map(|end| (Kind::LongDate, end));
    }
    // "19.04", and "19.04." before a space; no version such as "1.04.5".
    let month = (two == 2).then(|| number(&bytes[first + 1..second]))?;
    let day = number(&bytes[start..first]);
    (mark == b'.' && three == 0 && (1..=12).contains(&month) && (1..=31).contains(&day))
        .then_some((Kind::ShortDate, second))
}

/// The value of a few digits.
pub(in crate::bulletin) fn number(digits: &[u8]) -> u32 {
    digits.iter().take(9).fold(0, |number, digit| number * 10 + u32::from(digit.wrapping_sub(b'0')))
}

/// A number with its group marks, and the byte behind it.
#[inline]
pub(super) fn figure(bytes: &[u8], start: usize, first: usize) -> (Kind, usize) {
    let groups_may_follow = first - start <= 3 && bytes[start] != b'0';
    let mut end = first;
    // The group mark of the number: a comma, a dot or a space of any kind.
    let mut own = None;
    loop {
        let Some((mark, width)) = group_mark(bytes, end) else { return (Kind::Number, end) };
        let next = end + width;
        let length = run(bytes, next.min(bytes.len())) - next;
        let blank = mark == b' ';
        if blank {
            if !groups_may_follow || length != 3 || own.is_some_and(|own| own != mark) {
                return (Kind::Number, end);
            }
        } else if length == 0 {
            return (Kind::Number, end);
        } else if !groups_may_follow || length != 3 || own.is_some_and(|own| own != mark) {
            return decimal_or_worse(bytes, end, own.is_none());
        }
        own = Some(mark);
        end = next + length;
    }
}

/// Digits behind a mark that groups nothing.
fn decimal_or_worse(bytes: &[u8], mark: usize, only: bool) -> (Kind, usize) {
    let end = run(bytes, mark + 1);
    let goes_on = matches!(bytes.get(end), Some(b'.' | b',')) && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
    if !goes_on {
        return (if only { Kind::Decimal } else { Kind::Malformed }, end);
    }
    let rest = bytes[end..].iter().take_while(|byte| matches!(byte, b'0'..=b'9' | b'.' | b',')).count();
    // The sentence's own stop is none of it.
    let marks = bytes[end..end + rest].iter().rev().take_while(|byte| !byte.is_ascii_digit()).count();
    (Kind::Malformed, end + rest - marks)
}

/// The mark that may stand between groups of digits, with its width. All spaces and apostrophes are one mark.
#[inline]
fn group_mark(bytes: &[u8], place: usize) -> Option<(u8, usize)> {
    match *bytes.get(place)? {
        mark @ (b',' | b'.') => Some((mark, 1)),
        b' ' | b'\'' => Some((b' ', 1)),
        0xc2 if bytes.get(place + 1) == Some(&0xa0) => Some((b' ', 2)),
        0xe2 if bytes.get(place + 1) == Some(&0x80)
            && bytes.get(place + 2).is_some_and(|last| matches!(last, 0x80..=0x8b | 0x99 | 0xaf)) =>
        {
            Some((b' ', 3))
        }
        _ => None,
    }
}
