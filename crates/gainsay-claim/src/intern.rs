//! Names met while reading, numbered in the order in which they come.

use crate::vocabulary::Noun;
use std::collections::HashMap;

/// The names of one kind.
#[derive(Clone, Debug, Default)]
pub struct Table {
    names: Vec<Box<str>>,
    numbers: HashMap<Box<str>, u32>,
    last: u32,
}

impl Table {
    /// The number of a name. Bulk files repeat one name line after line, so the last one is tried first.
    pub fn number(&mut self, name: &str) -> u32 {
        if self.names.get(self.last as usize).is_some_and(|last| **last == *name) {
            return self.last;
        }
        self.last = match self.numbers.get(name) {
            Some(&number) => number,
            None => {
                let number = self.names.len() as u32;
                self.names.push(name.into());
                self.numbers.insert(name.into(), number);
                number
            }
        };
        self.last
    }

    /// The names, by number.
    pub fn names(&self) -> &[Box<str>] {
        &self.names
    }
}

/// Every name that the records of a file use.
#[derive(Clone, Debug, Default)]
pub struct Names {
    tables: [Table; 5],
    /// Document ids.
    pub documents: Table,
}

impl Names {
    /// The names of a noun.
    pub fn of(&mut self, noun: Noun) -> &mut Table {
        &mut self.tables[noun as usize]
    }

    /// The names of a noun, to look at.
    pub fn table(&self, noun: Noun) -> &Table {
        &self.tables[noun as usize]
    }
}
