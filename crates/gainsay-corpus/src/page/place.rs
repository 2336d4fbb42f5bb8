//! From places in a page's text to places in its file.

use std::ops::Range;

/// Stretches of the text and of the file that stand for each other, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Runs {
    runs: Vec<Run>,
}

/// A stretch that reads alike in both, or one character that the file writes in another way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    text: usize,
    length: usize,
    file: usize,
    in_file: usize,
}

impl Runs {
    /// Adds the next character of the text.
    pub(super) fn push(&mut self, text: usize, length: usize, file: Range<usize>) {
        if let Some(last) = self.runs.last_mut() {
            let alike = last.length == last.in_file && length == file.len();
            if alike && last.text + last.length == text && last.file + last.in_file == file.start {
                last.length += length;
                last.in_file += length;
                return;
            }
        }
        self.runs.push(Run { text, length, file: file.start, in_file: file.len() });
    }

    /// Takes the runs of a stretch of another text over, which stands at `text` in this one.
    pub(super) fn append(&mut self, text: usize, other: &Runs, stretch: Range<usize>) {
        let first = other.runs.partition_point(|run| run.text + run.length <= stretch.start);
        for run in other.runs[first..].iter().take_while(|run| run.text < stretch.end) {
            let from = run.text.max(stretch.start);
            let length = (run.text + run.length).min(stretch.end) - from;
            let whole = run.length != run.in_file;
            let file = if whole { run.file } else { run.file + (from - run.text) };
            let in_file = if whole { run.in_file } else { length };
            self.runs.push(Run { text: text + (from - stretch.start), length, file, in_file });
        }
    }

    /// The stretch of the file from the first to the last character of a stretch of the text.
    pub(super) fn place(&self, text: Range<usize>) -> Range<usize> {
        let first = self.runs.partition_point(|run| run.text + run.length <= text.start);
        let start = self.runs.get(first).map_or_else(
            || self.runs.last().map_or(0, |last| last.file + last.in_file),
            |run| if run.length == run.in_file { run.file + text.start.saturating_sub(run.text) } else { run.file },
        );
        let last = self.runs.partition_point(|run| run.text < text.end).checked_sub(1).and_then(|at| self.runs.get(at));
        let end = last.map_or(start, |run| {
            let inside = text.end - run.text;
            run.file + if run.length == run.in_file && inside < run.length { inside } else { run.in_file }
        });
        start..end.max(start)
    }
}
