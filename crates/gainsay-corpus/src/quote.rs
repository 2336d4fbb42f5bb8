//! Whether a quote stands where its evidence says.

use crate::page::shown;
use gainsay_claim::Evidence;

/// A text in which positions count code points.
pub(crate) struct QuotedText {
    text: String,
    /// Whether the text is a page, whose quotes read as its words do, without the tags between.
    page: bool,
    /// The first byte of each code point, and the end.
    starts: Vec<u32>,
    folded: String,
}

/// What is wrong with a quote: the field, what, and the way out.
pub(crate) type Misquote = (&'static str, String, String);

impl QuotedText {
    pub(crate) fn new(text: impl Into<String>) -> QuotedText {
        let text = text.into();
        QuotedText { starts: starts(&text), page: false, folded: fold(&text), text }
    }

    /// A text in which positions count the letters of the file and quotes read as its words do.
    pub(crate) fn page(html: String) -> QuotedText {
        QuotedText { starts: starts(&html), page: true, folded: fold(&shown(&html)), text: html }
    }

    pub(crate) fn check(&self, evidence: &Evidence<'_>) -> Option<Misquote> {
        match evidence.span {
            Some((start, end)) => self.check_span(evidence, start as usize, end as usize),
            None => self.check_anywhere(evidence),
        }
    }

    fn check_span(&self, evidence: &Evidence<'_>, start: usize, end: usize) -> Option<Misquote> {
        let (Some(&from), Some(&to)) = (self.starts.get(start), self.starts.get(end)) else {
            let length = self.starts.len() - 1;
            return Some((
                "end",
                format!("the text ends at {length}, before position {end}"),
                self.way_out(evidence.exact),
            ));
        };
        let (from, to) = (from as usize, to as usize);
        let there = &self.text[from..to];
        let alike = there == evidence.exact || self.page && fold(&shown(there)).trim() == fold(evidence.exact).trim();
        if !alike {
            return Some((
                "exact",
                format!("the text reads “{}” at {start}–{end}", shorten(there)),
                self.way_out(evidence.exact),
            ));
        }
        if evidence.prefix.is_none() && evidence.suffix.is_none() {
            return None;
        }
        let read = |stretch: &str| if self.page { fold(&shown(stretch)) } else { fold(stretch) };
        self.check_sides(evidence, &read(&self.text[..from]), &read(&self.text[to..]))
    }

    fn check_anywhere(&self, evidence: &Evidence<'_>) -> Option<Misquote> {
        let exact = fold(evidence.exact);
        let mut misquote = None;
        let mut from = 0;
        while let Some(at) = self.folded[from..].find(&exact).map(|at| at + from) {
            let found = self.check_sides(evidence, &self.folded[..at], &self.folded[at + exact.len()..]);
            misquote = Some(found?);
            from = at + self.folded[at..].chars().next().map_or(1, char::len_utf8);
        }
        misquote.or_else(|| {
            Some((
                "exact",
                "the text does not hold this quote".into(),
                "copy it from the text, letter by letter".into(),
            ))
        })
    }

    fn check_sides(&self, evidence: &Evidence<'_>, before: &str, behind: &str) -> Option<Misquote> {
        let help = "copy what stands beside the quote in the text, or leave the field out";
        if evidence.prefix.is_some_and(|prefix| !before.trim_end().ends_with(fold(prefix).trim())) {
            return Some(("prefix", "the text has something else before the quote".into(), help.into()));
        }
        if evidence.suffix.is_some_and(|suffix| !behind.trim_start().starts_with(fold(suffix).trim())) {
            return Some(("suffix", "the text has something else behind the quote".into(), help.into()));
        }
        None
    }

    fn way_out(&self, exact: &str) -> String {
        match self.text.find(exact).filter(|_| !exact.is_empty()) {
            Some(at) => {
                let start = self.starts.partition_point(|&byte| (byte as usize) < at);
                format!("the quote stands at \"start\": {start}, \"end\": {}", start + exact.chars().count())
            }
            None => "copy the quote from the text, letter by letter".into(),
        }
    }
}

/// The first byte of each code point, and the end.
fn starts(text: &str) -> Vec<u32> {
    text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect()
}

/// One space for every run of white space.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut space = false;
    for letter in text.chars() {
        if !letter.is_whitespace() {
            folded.push(letter);
        } else if !space {
            folded.push(' ');
        }
        space = letter.is_whitespace();
    }
    folded
}

fn shorten(text: &str) -> String {
    let mut letters = fold(text).chars().take(41).collect::<String>();
    if letters.chars().count() > 40 {
        letters.pop();
        letters.push('…');
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(exact: &str, span: Option<(u32, u32)>) -> Evidence<'_> {
        Evidence { exact, prefix: None, suffix: None, span }
    }

    #[test]
    fn positions_count_code_points() {
        let text = QuotedText::new("Втрати: 120 осіб");
        assert_eq!(text.check(&evidence("120 осіб", Some((8, 16)))), None);
        let (field, _, help) = text.check(&evidence("120 осіб", Some((7, 15)))).expect("a misquote");
        assert_eq!((field, &*help), ("exact", "the quote stands at \"start\": 8, \"end\": 16"));
        assert_eq!(text.check(&evidence("120 осіб", Some((8, 99)))).map(|misquote| misquote.0), Some("end"));
    }

    #[test]
    fn without_positions_white_space_is_folded_and_any_place_will_do() {
        let text = QuotedText::new("12 tanks and\n12  tanks more");
        assert_eq!(
            text.check(&Evidence { exact: "12 tanks", prefix: Some("and "), suffix: Some(" more"), span: None }),
            None
        );
        assert_eq!(
            text.check(&Evidence { exact: "12 tanks", prefix: Some("or"), suffix: None, span: None })
                .map(|misquote| misquote.0),
            Some("prefix")
        );
        assert_eq!(text.check(&evidence("13 tanks", None)).map(|misquote| misquote.0), Some("exact"));
    }
}
