//! What follows the total of an entry: units, increments in every form, a hedge.

use super::{FURTHEST, Item, Quote, Tokens, is_light};
use crate::bulletin::categories::CAPTURED;
use crate::bulletin::token::Kind;

impl Tokens<'_> {
    /// What follows the total: increments, units, a hedge.
    #[inline]
    pub(super) fn trail(&self, item: &mut Item) {
        let mut of_the_day = false;
        for _ in 0..FURTHEST {
            let index = item.next;
            match self.kind(index) {
                Kind::Unit | Kind::Filler | Kind::Gone | Kind::Level => item.next += 1,
                Kind::Category { number, .. } if number == item.category && !self.leads_to_figure(index + 1) => {
                    item.next += 1;
                }
                // "18 од. (+1)"
                Kind::Stop if self.kind(index - 1) == Kind::Unit && self.is_glued(index) && self.goes_on(index + 1) => {
                    item.next += 1;
                }
                Kind::Hedge => {
                    item.hedge = Some(Box::new((self.start(index), self.end(index))));
                    item.next += 1;
                }
                Kind::Open | Kind::Plus => {
                    if !self.bracket(item) {
                        break;
                    }
                }
                Kind::Dash | Kind::Colon | Kind::Slash | Kind::Comma | Kind::Bar | Kind::Line | Kind::Day => {
                    if !self.increment_behind(item) {
                        if self.kind(index) != Kind::Day {
                            break;
                        }
                        // «5 за добу»
                        of_the_day = true;
                        item.next += 1;
                    }
                }
                _ => break,
            }
        }
        if of_the_day && item.increment.is_none() {
            item.increment = item.total.take().map(|total| Quote { end: self.end(item.next - 1), ..total });
        }
    }

    /// Whether what stands here belongs to the entry before.
    fn goes_on(&self, index: usize) -> bool {
        match self.kind(index) {
            Kind::Gone | Kind::Level => true,
            Kind::Open => self.is_increment(index),
            Kind::Plus => !self.starts_entry(index),
            Kind::Slash | Kind::Dash | Kind::Bar => {
                matches!(self.kind(index + 1), Kind::Plus) && !self.starts_entry(index + 1)
            }
            _ => false,
        }
    }

    /// ", за добу — 4", "| +5 |", "3665 – (+4)": an increment behind a mark.
    fn increment_behind(&self, item: &mut Item) -> bool {
        let mut index = item.next;
        let mut day = false;
        let line = self.kind(index) == Kind::Line;
        let bar = self.kind(index) == Kind::Bar;
        while let Kind::Dash | Kind::Colon | Kind::Slash | Kind::Comma | Kind::Bar | Kind::Day | Kind::Line =
            self.kind(index)
        {
            if self.kind(index) == Kind::Line && index > item.next {
                break;
            }
            day |= self.kind(index) == Kind::Day;
            index += 1;
            if index - item.next > 4 {
                return false;
            }
        }
        if matches!(self.kind(index), Kind::Plus)
            || ((!line || self.kind(index + 1) == Kind::Plus)
                && self.kind(index) == Kind::Open
                && self.is_increment(index))
        {
            // "+620 personnel" is the next entry.
            if item.increment.is_some() || (item.figure_first && self.starts_entry(index)) || self.starts_entry(index) {
                return false;
            }
            item.next = index;
            return self.bracket(item);
        }
        if item.increment.is_none()
            && self.kind(index) == Kind::Number
            && (day || bar || self.is_cell(item.first, item.next))
            && !line
            && !item.figure_first
        {
            let (figure, next) = match self.stated(index) {
                Some(stated) => stated,
                None => return false,
            };
            if day {
                item.increment = figure.value.map(|value| Quote { value, end: self.end(next - 1) });
                item.faults.extend(figure.fault);
            } else if matches!(self.kind(next), Kind::Bar | Kind::Line) {
                item.cell = figure.value.map(|value| Box::new((index, Quote { value, end: self.end(next - 1) })));
                item.faults.extend(figure.fault);
            } else {
                return false;
            }
            item.next = next;
            return true;
        }
        if day && item.next + 1 == index && item.increment.is_some() {
            item.next = index;
            return true;
        }
        false
    }

    /// Whether a figure and then a category stand here.
    fn starts_entry(&self, index: usize) -> bool {
        let plus = usize::from(self.kind(index) == Kind::Plus);
        self.stated(index + plus).is_some_and(|(_, next)| {
            let next = self.skip(next, is_light);
            matches!(self.kind(next), Kind::Category { number, .. } if number != CAPTURED)
                && !self.leads_to_figure(self.label_of(next))
        })
    }

    fn label_of(&self, index: usize) -> usize {
        match self.kind(index) {
            Kind::Category { number, .. } => self.label(index + 1, number, true),
            _ => index,
        }
    }
}
