//! What is unclear or wrong in the input, and where exactly.

use std::ops::Range;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Severity {
    Error,
    Warning,
}

/// A mistake in the input with its place. Problems are collected; the rest is read on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, as it was named on the command line; `-` is standard input.
    pub path: String,
    /// The line, from 1.
    pub line: u32,
    /// The column in Unicode code points, from 1.
    pub column: u32,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong: a lower-case fragment.
    pub message: String,
    /// The way out.
    pub help: String,
    /// The line it stands in, for a caret under the place.
    pub excerpt: Option<Excerpt>,
}

/// A line of a file, cut to what fits a screen, and the range of the mistake in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Excerpt {
    /// The text; control characters are spaces.
    pub text: String,
    /// The first byte of the mistake in the text.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
}

impl Problem {
    /// A problem of a whole file.
    pub fn of_file(path: &str, message: impl Into<String>, help: impl Into<String>) -> Problem {
        Problem {
            path: path.to_owned(),
            line: 1,
            column: 1,
            severity: Severity::Error,
            message: message.into(),
            help: help.into(),
            excerpt: None,
        }
    }

    /// What is wrong and the way out, in one fragment.
    pub fn sentence(&self) -> String {
        if self.help.is_empty() { self.message.clone() } else { format!("{}; {}", self.message, self.help) }
    }
}

/// A piece of a file in which places can be named.
#[derive(Clone, Copy, Debug)]
pub struct SourceFile<'a> {
    /// The file's name.
    pub path: &'a str,
    /// The number of the line on which the text starts, from 1.
    pub first_line: u32,
    /// The text.
    pub text: &'a str,
}

/// How much of a line is shown on either side of a mistake, in code points.
const CONTEXT: usize = 60;

impl SourceFile<'_> {
    /// A problem at a range of bytes of the text.
    pub fn problem(&self, range: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Problem {
        let start = floor_boundary(self.text, range.start);
        let end = floor_boundary(self.text, range.end.max(start));
        let before = &self.text[..start];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line_end = self.text[start..].find('\n').map_or(self.text.len(), |newline| start + newline);
        let line = &self.text[line_start..line_end];
        Problem {
            path: self.path.to_owned(),
            line: self.first_line + before.bytes().filter(|&byte| byte == b'\n').count() as u32,
            column: self.text[line_start..start].chars().count() as u32 + 1,
            severity: Severity::Error,
            message: message.into(),
            help: help.into(),
            excerpt: Some(excerpt(line, start - line_start..end.min(line_end) - line_start)),
        }
    }
}

fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn excerpt(line: &str, range: Range<usize>) -> Excerpt {
    let plain =
        |text: &str| -> String { text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect() };
    let head: Vec<char> = line[..range.start].chars().rev().take(CONTEXT).collect();
    let cut_before = line[..range.start].chars().nth(CONTEXT).is_some();
    let head: String = head.into_iter().rev().collect();
    let inner = &line[range.clone()];
    let cut_inner = inner.chars().nth(CONTEXT).is_some();
    let middle: String = inner.chars().take(CONTEXT).collect();
    let rest = &line[range.end..];
    let tail: String = if cut_inner { String::new() } else { rest.chars().take(CONTEXT).collect() };
    let cut_after = cut_inner || rest.chars().nth(CONTEXT).is_some();
    let mut text = String::new();
    if cut_before {
        text.push('…');
    }
    text.push_str(&plain(&head));
    let start = text.len();
    text.push_str(&plain(&middle));
    let end = text.len();
    text.push_str(&plain(&tail));
    if cut_after {
        text.push('…');
    }
    Excerpt { text, start, end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_code_points() {
        let file = SourceFile { path: "втрати.json", first_line: 1, text: "{\n  \"слова\": 12\n}" };
        let problem = file.problem(
            file.text.find("12").expect("it stands there")..file.text.find('2').expect("it stands there") + 1,
            "m",
            "h",
        );
        assert_eq!((problem.line, problem.column), (2, 12));
        let excerpt = problem.excerpt.expect("an excerpt");
        assert_eq!(&excerpt.text[excerpt.start..excerpt.end], "12");
    }

    #[test]
    fn a_long_line_is_cut_around_the_mistake() {
        let text = format!("{}X{}", "é".repeat(5_000), "y".repeat(5_000));
        let file = SourceFile { path: "a", first_line: 7, text: &text };
        let problem = file.problem(10_000..10_001, "m", "h");
        assert_eq!((problem.line, problem.column), (7, 5_001));
        let excerpt = problem.excerpt.expect("an excerpt");
        assert_eq!(&excerpt.text[excerpt.start..excerpt.end], "X");
        assert_eq!(excerpt.text.chars().count(), 2 * CONTEXT + 3);
    }
}
