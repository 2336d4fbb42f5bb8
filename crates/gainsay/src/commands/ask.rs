//! Questions and answers.

use crate::failure::Failure;
use crate::names::plain;
use chrono::NaiveDate;
use gainsay_claim::period::read_day;
use gainsay_corpus::slug::{is_id, slug};
use std::io::{Read, Write};

/// Asks until an answer can be understood.
pub(super) struct Asker<'a> {
    answers: &'a mut dyn Read,
    questions: &'a mut dyn Write,
    asked: bool,
}

impl<'a> Asker<'a> {
    pub(super) fn new(answers: &'a mut dyn Read, questions: &'a mut dyn Write) -> Asker<'a> {
        Asker { answers, questions, asked: false }
    }

    /// Whether anything had to be asked.
    pub(super) fn has_asked(&self) -> bool {
        self.asked
    }

    pub(super) fn say(&mut self, text: &str) -> Result<(), Failure> {
        Ok(writeln!(self.questions, "{text}")?)
    }

    /// A quote of several lines, up to an empty line or the end.
    pub(super) fn paste(&mut self) -> Result<String, Failure> {
        self.say("paste the quote, then an empty line:")?;
        self.asked = true;
        let mut quote = String::new();
        while let Some(line) = self.line()? {
            if line.is_empty() && !quote.is_empty() {
                break;
            }
            if !quote.is_empty() {
                quote.push('\n');
            }
            quote.push_str(&line);
        }
        if quote.trim().is_empty() {
            return Err("there is no quote; paste one, or say --quote WORDS".to_owned().into());
        }
        Ok(quote.trim().to_owned())
    }

    /// Asks until `understand` takes the answer; an empty one stands for the likely one, where there is one.
    pub(super) fn ask<T>(
        &mut self,
        question: &str,
        likely: Option<&str>,
        option: &str,
        mut understand: impl FnMut(&str) -> Result<T, String>,
    ) -> Result<T, Failure> {
        self.asked = true;
        loop {
            match likely {
                Some(likely) => write!(self.questions, "{question} [{}] ", plain(likely))?,
                None => write!(self.questions, "{question} ")?,
            }
            self.questions.flush()?;
            let Some(answer) = self.line()? else {
                let _ = writeln!(self.questions);
                return Err(format!("no answer to “{question}”, so nothing was written; say {option}").into());
            };
            let answer = if answer.is_empty() { likely.unwrap_or_default() } else { &answer };
            match understand(answer) {
                Ok(understood) => return Ok(understood),
                Err(message) => self.say(&format!("  {}", plain(&message)))?,
            }
        }
    }

    /// A day, or none.
    pub(super) fn day(&mut self, question: &str) -> Result<Option<NaiveDate>, Failure> {
        self.ask(question, None, "--published DATE", |answer| match answer {
            "" => Ok(None),
            day => read_day(day).map(Some).map_err(|_| "a day is written YYYY-MM-DD".to_owned()),
        })
    }

    /// An id that need not be in the vocabulary, or none.
    pub(super) fn name(&mut self, question: &str) -> Result<Option<String>, Failure> {
        self.ask(question, None, "--publisher ID", |answer| match answer {
            "" => Ok(None),
            id if is_id(id) => Ok(Some(id.to_owned())),
            other => slug(other).map(Some).ok_or_else(|| "an id has lower-case letters, digits and `-`".to_owned()),
        })
    }

    /// Numbers from 1 up to the last; none for all.
    pub(super) fn numbers(&mut self, question: &str, last: usize) -> Result<Vec<usize>, Failure> {
        self.ask(question, None, "a quote with one claim", |answer| {
            let number = |word: &str| word.parse().ok().filter(|number| (1..=last).contains(number));
            let words = answer.split([' ', ',']).filter(|word| !word.is_empty());
            words.map(|word| number(word).ok_or_else(|| format!("say numbers from 1 to {last}"))).collect()
        })
    }

    pub(super) fn agrees(&mut self, question: &str) -> Result<bool, Failure> {
        self.ask(&format!("{question} (yes or no)"), Some("yes"), "--yes", |answer| match &*answer.to_lowercase() {
            "y" | "yes" | "так" | "т" => Ok(true),
            "n" | "no" | "ні" | "н" => Ok(false),
            _ => Err("say yes or no".to_owned()),
        })
    }

    /// Where the questions go.
    pub(super) fn out(&mut self) -> &mut dyn Write {
        self.questions
    }

    /// Asks once; nothing at the end of the input.
    pub(super) fn prompt(&mut self, question: &str) -> Result<Option<String>, Failure> {
        write!(self.questions, "{question}")?;
        self.questions.flush()?;
        self.asked = true;
        let answer = self.line()?;
        if answer.is_none() {
            writeln!(self.questions)?;
        }
        Ok(answer)
    }

    /// A line without its end; nothing at the end of the input.
    fn line(&mut self) -> Result<Option<String>, Failure> {
        let mut bytes = Vec::new();
        let mut byte = [0];
        let told = |error: std::io::Error| format!("cannot read standard input: {error}; give the answers as options");
        loop {
            if self.answers.read(&mut byte).map_err(told)? == 0 {
                if bytes.is_empty() {
                    return Ok(None);
                }
                break;
            }
            if byte[0] == b'\n' {
                break;
            }
            bytes.push(byte[0]);
        }
        Ok(Some(String::from_utf8_lossy(&bytes).trim().to_owned()))
    }
}
