//! Handing out work: JSON files one by one, NDJSON files in blocks cut at line ends.

use crate::found::{Found, without_mark};
use crate::walk::reason;
use gainsay_claim::Problem;
use gainsay_claim::read::Layout;
use std::io::{self, Read};

/// How much of an NDJSON file is handed out at once.
const BLOCK: usize = 4 << 20;
/// The longest line that is read.
pub(crate) const LONGEST: usize = 64 << 20;

/// A piece of work.
pub(crate) enum Job {
    /// A file to read whole.
    Whole(u32),
    /// Lines of a file, in the buffer; the first has this number.
    Lines { file: u32, first: u32 },
}

/// The files, as work not yet handed out.
pub(crate) struct Feed<'a> {
    files: &'a [Found<'a>],
    next: usize,
    open: Option<Lines<'a>>,
    /// How many pieces of work have been handed out.
    pub(crate) handed_out: usize,
    pub(crate) problems: Vec<Problem>,
}

/// An NDJSON file that is being read.
struct Lines<'a> {
    file: u32,
    reader: Box<dyn Read + Send + 'a>,
    carry: Vec<u8>,
    line: u32,
    started: bool,
    blank: bool,
}

impl<'a> Feed<'a> {
    pub(crate) fn new(files: &'a [Found<'a>], first: usize) -> Feed<'a> {
        Feed { files, next: first, open: None, handed_out: 0, problems: Vec::new() }
    }

    /// The next piece of work and its number; lines are put into `buffer`.
    pub(crate) fn next(&mut self, buffer: &mut Vec<u8>) -> Option<(usize, Job)> {
        let job = self.job(buffer)?;
        self.handed_out += 1;
        Some((self.handed_out - 1, job))
    }

    fn job(&mut self, buffer: &mut Vec<u8>) -> Option<Job> {
        loop {
            if let Some(lines) = &mut self.open {
                let file = lines.file;
                let name = &self.files[file as usize].name;
                match lines.fill(buffer, name, &mut self.problems) {
                    Ok(Some(first)) => return Some(Job::Lines { file, first }),
                    Ok(None) if lines.blank => self.problems.push(empty(name)),
                    Ok(None) => {}
                    Err(error) => self.problems.push(unreadable(name, &error)),
                }
                self.open = None;
            }
            let found = self.files.get(self.next)?;
            let file = self.next as u32;
            self.next += 1;
            if found.layout != Layout::Lines {
                return Some(Job::Whole(file));
            }
            match found.open() {
                Ok(reader) => {
                    self.open = Some(Lines { file, reader, carry: Vec::new(), line: 1, started: false, blank: true })
                }
                Err(error) => self.problems.push(unreadable(&found.name, &error)),
            }
        }
    }
}

pub(crate) fn unreadable(name: &str, error: &io::Error) -> Problem {
    Problem::of_file(name, format!("cannot read this file: {}", reason(error)), "mend its permissions, or take it away")
}

pub(crate) fn empty(name: &str) -> Problem {
    Problem::of_file(
        name,
        "this file is empty",
        "write a document with its claims into it (`gainsay schema --claims`), or take it away",
    )
}

impl Lines<'_> {
    /// Puts whole lines into the buffer; the number of the first, or nothing at the end.
    fn fill(&mut self, buffer: &mut Vec<u8>, name: &str, problems: &mut Vec<Problem>) -> io::Result<Option<u32>> {
        loop {
            buffer.clear();
            buffer.append(&mut self.carry);
            let mut searched = 0;
            let cut = loop {
                buffer.reserve(BLOCK);
                let got = self.reader.by_ref().take(BLOCK as u64).read_to_end(buffer)?;
                if !std::mem::replace(&mut self.started, true) {
                    buffer.drain(..without_mark(buffer));
                }
                if got == 0 {
                    break buffer.len();
                }
                if let Some(at) = memchr::memrchr(b'\n', &buffer[searched..]) {
                    break searched + at + 1;
                }
                searched = buffer.len();
                if searched > LONGEST {
                    break 0;
                }
            };
            if buffer.is_empty() {
                return Ok(None);
            }
            self.blank &= buffer.iter().all(u8::is_ascii_whitespace);
            if cut == 0 {
                let problem = Problem::of_file(
                    name,
                    format!("a line is longer than {} megabytes", LONGEST >> 20),
                    "put each object on a line of its own",
                );
                problems.push(Problem { line: self.line, ..problem });
                self.skip_line(buffer)?;
                continue;
            }
            self.carry.extend_from_slice(&buffer[cut..]);
            buffer.truncate(cut);
            let first = self.line;
            let lines = memchr::memchr_iter(b'\n', buffer).count();
            self.line = self.line.saturating_add(lines as u32);
            return Ok(Some(first));
        }
    }

    fn skip_line(&mut self, buffer: &mut Vec<u8>) -> io::Result<()> {
        loop {
            buffer.clear();
            if self.reader.by_ref().take(BLOCK as u64).read_to_end(buffer)? == 0 {
                return Ok(());
            }
            if let Some(end) = memchr::memchr(b'\n', buffer) {
                self.line = self.line.saturating_add(1);
                self.carry.extend_from_slice(&buffer[end + 1..]);
                return Ok(());
            }
        }
    }
}
