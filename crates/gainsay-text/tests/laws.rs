//! What holds for every text: nothing panics, and every place lies on the boundaries of characters, in order.

use chrono::NaiveDate;
use gainsay_text::{CodePoints, Language, Span, attributions, dates, hedges, language, numbers, orders, sentences};
use proptest::prelude::*;

/// Pieces of the languages and marks at which readers look closer.
const PIECES: &[&str] = &[
    "1",
    "24",
    "2022",
    "186 420",
    "186\u{a0}420",
    "1,020.010",
    "29,2",
    "24.02",
    "24.02.22",
    "31.02.2023",
    "+",
    "(+",
    ")",
    "-",
    "–",
    "—",
    ".",
    ",",
    "/",
    ":",
    "%",
    "№",
    "#",
    " ",
    "\n",
    "\u{202f}",
    "'",
    "’",
    "тис.",
    "млн",
    "k",
    "тисяч",
    "two",
    "двохсот",
    "пятьсот",
    "and",
    "a",
    "half",
    "півтори",
    "hundred",
    "thousand",
    "від",
    "до",
    "from",
    "to",
    "between",
    "близько",
    "more than",
    "not less than",
    "April",
    "квітня",
    "апреля",
    "Monday",
    "понеділок",
    "в",
    "on",
    "before",
    "Easter",
    "Пасхи",
    "last",
    "week",
    "минулу",
    "добу",
    "ago",
    "тому",
    "year",
    "року",
    "г.",
    "th",
    "-й",
    "May",
    "may",
    "GMT",
    "Т-72",
    "😀",
    "é",
    "\u{301}",
    "<",
    ">",
    "one",
    "один",
    "of",
    "99999999999999999999999",
];

fn spans_of(text: &str, language: Language) -> Vec<Vec<Span>> {
    let day = NaiveDate::from_ymd_opt(2023, 4, 19);
    vec![
        numbers(text, language).iter().map(|found| found.span).collect(),
        numbers(text, language).iter().map(|found| found.what.figures).collect(),
        dates(text, language, day).iter().map(|found| found.span).collect(),
        dates(text, language, None).iter().map(|found| found.span).collect(),
        hedges(text, language).iter().map(|found| found.span).collect(),
        attributions(text, language).iter().map(|found| found.span).collect(),
        orders(text, language).iter().map(|found| found.span).collect(),
        sentences(text),
    ]
}

fn holds_for(text: &str) {
    let code_points = CodePoints::new(text);
    let _ = language(text);
    for language in [Language::Ukrainian, Language::Russian, Language::English] {
        for spans in spans_of(text, language) {
            for span in &spans {
                assert!(span.start < span.end && span.end <= text.len(), "{text:?} {span:?}");
                assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end), "{text:?} {span:?}");
                let places = code_points.span(*span);
                let quoted: String = text.chars().skip(places.start).take(places.end - places.start).collect();
                assert_eq!(quoted, span.of(text));
                assert_eq!(code_points.byte(places.start), span.start);
            }
            assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start), "{text:?} {spans:?}");
        }
        let day = NaiveDate::from_ymd_opt(2023, 4, 19);
        for number in numbers(text, language).iter().filter(|number| !number.what.looks_like_year) {
            assert!(number.span.holds(number.what.figures));
            let fixed = dates(text, language, day);
            assert!(!fixed.iter().any(|date| date.span.holds(number.what.figures)), "{text:?} {number:?} {fixed:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        holds_for(&text);
    }

    #[test]
    fn any_mixture_of_pieces_is_read(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..24), spaced in any::<bool>()) {
        holds_for(&pieces.join(if spaced { " " } else { "" }));
    }

    #[test]
    fn a_grouped_count_is_read_back(count in 1_000_u64..1_000_000_000, mark in prop::sample::select(vec![" ", "\u{a0}", "\u{202f}", "\u{2009}", ",", "'"])) {
        let digits = count.to_string();
        let mut text = String::new();
        for (place, digit) in digits.char_indices() {
            if place > 0 && (digits.len() - place) % 3 == 0 {
                text.push_str(mark);
            }
            text.push(digit);
        }
        let text = format!("tanks – {text} units");
        let found = numbers(&text, Language::English);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(found[0].what.low.units(), count);
    }
}
