//! Finding the place of a field in a file.

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use std::ops::Range;

/// Parses strict JSON (RFC 8259) and keeps the places.
pub(super) fn parse(text: &str) -> Result<Value<'_>, (Range<usize>, String)> {
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    match parse_to_ast(text, &CollectOptions::default(), &strict) {
        Ok(parsed) => parsed.value.ok_or_else(|| (0..0, "nothing stands here".to_owned())),
        Err(error) => {
            let range = error.range();
            let kind = error.kind().to_string();
            let mut letters = kind.chars();
            let message = letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default();
            Err((range.start..range.end, message))
        }
    }
}

/// The bytes of the field that a pointer names, as in `claims/3/corrects`, or as far as the way
/// goes; the start of the text where it is not JSON.
pub fn locate(text: &str, pointer: &str) -> Range<usize> {
    locate_all(text, &[pointer]).pop().unwrap_or(0..0)
}

/// As [`locate`], for many pointers into one text.
pub fn locate_all(text: &str, pointers: &[&str]) -> Vec<Range<usize>> {
    let Ok(value) = parse(text) else { return vec![0..0; pointers.len()] };
    pointers.iter().map(|pointer| follow(&value, pointer)).collect()
}

fn follow(value: &Value<'_>, pointer: &str) -> Range<usize> {
    let mut place = value;
    for step in pointer.split('/').filter(|step| !step.is_empty()) {
        let inner = match place {
            Value::Object(object) => object.get(step).map(|property| &property.value),
            Value::Array(array) => step.parse::<usize>().ok().and_then(|index| array.elements.get(index)),
            _ => None,
        };
        match inner {
            Some(inner) => place = inner,
            None => break,
        }
    }
    let range = place.range();
    range.start..range.end
}
