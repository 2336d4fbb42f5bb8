//! The piece of a file that is being read.

use crate::found::without_mark;
use std::io::{self, ErrorKind, Read};

/// How much is read at once.
const PIECE: usize = 256 << 10;

/// A piece of a file, and where in the file it begins. It grows while nothing of it is passed.
pub(super) struct Window<'a> {
    reader: Box<dyn Read + Send + 'a>,
    bytes: Vec<u8>,
    at: usize,
    end: usize,
    /// The place of the next byte.
    pub(super) byte: u64,
    /// The line that the next byte stands on, from 1.
    pub(super) line: u64,
}

impl<'a> Window<'a> {
    pub(super) fn new(reader: Box<dyn Read + Send + 'a>) -> Window<'a> {
        Window { reader, bytes: vec![0; PIECE], at: 0, end: 0, byte: 0, line: 1 }
    }

    /// What is at hand and not passed.
    #[inline]
    pub(super) fn rest(&self) -> &[u8] {
        &self.bytes[self.at..self.end]
    }

    /// Goes past some bytes.
    pub(super) fn pass(&mut self, length: usize) {
        self.line += memchr::memchr_iter(b'\n', &self.rest()[..length]).count() as u64;
        self.at += length;
        self.byte += length as u64;
    }

    /// Goes past a line; its length counts the one end of a line that it has.
    #[inline]
    pub(super) fn pass_line(&mut self, length: usize) {
        self.line += 1;
        self.at += length;
        self.byte += length as u64;
    }

    /// Goes past a byte order mark at the start of a file.
    pub(super) fn pass_mark(&mut self) -> io::Result<()> {
        while self.rest().len() < 3 && self.more()? {}
        let length = without_mark(self.rest());
        self.pass(length);
        Ok(())
    }

    /// Goes past empty lines; says whether anything stands behind them.
    pub(super) fn find_text(&mut self) -> io::Result<bool> {
        loop {
            let empty = self.rest().iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
            self.pass(empty);
            if !self.rest().is_empty() {
                return Ok(true);
            }
            if !self.more()? {
                return Ok(false);
            }
        }
    }

    /// Goes past the next end of a line, however far it is.
    pub(super) fn skip_line(&mut self) -> io::Result<()> {
        loop {
            if let Some(length) = memchr::memchr(b'\n', self.rest()) {
                self.pass_line(length + 1);
                return Ok(());
            }
            self.pass(self.rest().len());
            if !self.more()? {
                return Ok(());
            }
        }
    }

    /// Reads on; says whether there was more.
    pub(super) fn more(&mut self) -> io::Result<bool> {
        self.bytes.copy_within(self.at..self.end, 0);
        self.end -= self.at;
        self.at = 0;
        if self.end == self.bytes.len() {
            self.bytes.resize(self.bytes.len() * 2, 0);
        }
        loop {
            match self.reader.read(&mut self.bytes[self.end..]) {
                Ok(length) => {
                    self.end += length;
                    return Ok(length > 0);
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }
}
