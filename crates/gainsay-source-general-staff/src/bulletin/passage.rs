//! Which entries make a bulletin.

use super::categories::{LAST, PERSONNEL};
use super::day::Dates;
use super::item::{Item, Tokens};
use super::token::Kind;
use std::ops::Range;

/// A bulletin: entries that belong together and what the lines around them say of their day.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Passage {
    /// Its entries, as indexes into all.
    pub(super) items: Range<usize>,
    /// Its tokens from the first entry's to behind the last's.
    pub(super) tokens: Range<usize>,
    pub(super) dates: Dates,
    /// The categories that it gives a figure, one bit each.
    pub(super) categories: u32,
}

/// The lines before a bulletin that are looked at, in tokens.
const HEADING: usize = 240;

/// Behind a bulletin only the next few words may tell its day.
const FOOTER: usize = 40;

/// A bulletin has figures for at least as many categories.
const FEWEST: u32 = 3;

/// A list of as many, with people among them or increments, is a bulletin whoever it is credited to.
const UNMISTAKABLE: u32 = 4;

/// A sentence with as many categories names the whole list.
const MOST: u32 = 6;

/// What is known of the whole text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Credit {
    /// Whether the text, or its publisher, says that it is of the General Staff.
    pub(super) staff: bool,
    /// Whether whoever hands the text in says so.
    pub(super) attested: bool,
    /// Whether a bulletin stands before.
    pub(super) after_another: bool,
}

impl Tokens<'_> {
    /// The bulletins among entries, in order.
    pub(super) fn passages(&self, items: &[Item], credit: Credit) -> Vec<Passage> {
        let mut passages = Vec::new();
        let mut first = 0;
        let mut after = 0;
        while first < items.len() {
            let (next, categories) = self.run(items, first);
            let tokens = items[first].first..items[next - 1].next;
            let heading = after.max(tokens.start.saturating_sub(HEADING))..tokens.start;
            let credit = Credit { after_another: !passages.is_empty(), ..credit };
            if self.is_bulletin(&items[first..next], categories, &heading, credit) {
                let footer_ends = items.get(next).map_or(self.list.len(), |item| item.first);
                let mut dates = self.dates(heading.start, heading.end);
                if dates.to.is_none() || dates.in_passing {
                    let footer = self.dates(tokens.end, footer_ends.min(tokens.end + FOOTER));
                    let is_plain = footer.to.is_some() && !footer.in_passing;
                    // The day behind one bulletin of several is rather the next one's.
                    if is_plain && next == items.len() && passages.is_empty() {
                        dates = Dates { beside: dates.beside.or(footer.beside), ..footer };
                    }
                }
                after = tokens.end;
                passages.push(Passage { items: first..next, tokens, dates, categories });
            }
            first = next;
        }
        passages
    }

    /// The last entry of the text, where the text breaks off within its figure: every other line of the list ends in a
    /// mark and this one in a digit.
    pub(super) fn cut_off(&self, items: &[Item], passage: &Passage) -> Option<usize> {
        let (last, others) = items[passage.items.clone()].split_last()?;
        let ends_text = last.next == self.list.len() && last.increment.is_none() && last.total?.end == self.text.len();
        // A list may well go without its last stop.
        let is_whole = LAST.contains(&last.category);
        let is_ended = |item: &Item| {
            matches!(self.kind(item.next), Kind::Comma | Kind::Stop) && self.kind(item.next + 1) == Kind::Line
        };
        let in_digits = self.text.ends_with(|letter: char| letter.is_ascii_digit());
        (ends_text && in_digits && !is_whole && others.len() >= 2 && others.iter().all(is_ended))
            .then_some(passage.items.end - 1)
    }

    /// The index behind the entries that stand together, and their categories.
    fn run(&self, items: &[Item], first: usize) -> (usize, u32) {
        let mut categories = bit(&items[first]);
        // A make within a category does not stand for it.
        let whole = |item: &Item| if item.part { 0 } else { bit(item) };
        let mut wholes = whole(&items[first]);
        let mut next = first + 1;
        while next < items.len() {
            let (last, item) = (&items[next - 1], &items[next]);
            let again = whole(item) & wholes != 0 && item.total.is_some();
            let gap = self.gap(last.next, item.first);
            let joins = match gap {
                Gap::Nothing => !(again && categories.count_ones() >= FEWEST && self.starts_line(item.first)),
                Gap::Words => !again,
                // Lines that are no entry stand between the lines of a list, not between sentences.
                Gap::Lines => !again && self.starts_line(last.first) && self.starts_line(item.first),
                Gap::Break => false,
            };
            if !joins {
                break;
            }
            categories |= bit(item);
            wholes |= whole(item);
            next += 1;
        }
        (next, categories)
    }

    /// Whether an entry stands at the start of its line, but for bullets and numbers.
    pub(super) fn starts_line(&self, index: usize) -> bool {
        let start = (index.saturating_sub(4)..index).rev().find(|before| {
            !matches!(
                self.kind(*before),
                Kind::Number | Kind::Stop | Kind::Close | Kind::Dash | Kind::Bar | Kind::Colon
            )
        });
        index <= 4 && start.is_none() || start.is_some_and(|start| self.kind(start) == Kind::Line)
    }

    /// What stands between two entries.
    fn gap(&self, first: usize, next: usize) -> Gap {
        if next - first > HEADING {
            return Gap::Break;
        }
        let mut words = 0;
        let mut foreign_lines = 0;
        let mut line_is_foreign = false;
        let mut lines = 0;
        for index in first..next {
            match self.kind(index) {
                Kind::Line => {
                    foreign_lines += usize::from(line_is_foreign);
                    line_is_foreign = false;
                    lines += 1;
                }
                Kind::Word | Kind::Stock => {
                    words += self.words(index).split_ascii_whitespace().count();
                    line_is_foreign = true;
                }
                Kind::Staff | Kind::Own | Kind::Other | Kind::Strike | Kind::Frame => return Gap::Break,
                Kind::LongDate | Kind::ShortDate => return Gap::Break,
                Kind::Month(_) if self.day_at(index).is_some() => return Gap::Break,
                Kind::Number if self.day_at(index).is_some() => return Gap::Break,
                _ => {}
            }
        }
        foreign_lines += usize::from(line_is_foreign && lines > 0);
        match (words, lines, foreign_lines) {
            (0, ..) => Gap::Nothing,
            (1..=6, 0, _) if (first..next).any(|index| matches!(self.kind(index), Kind::Dash | Kind::Open)) => {
                Gap::Words
            }
            (_, 1.., 1..=2) => Gap::Lines,
            _ => Gap::Break,
        }
    }

    /// Whether entries that stand together are a bulletin.
    fn is_bulletin(&self, items: &[Item], categories: u32, heading: &Range<usize>, credit: Credit) -> bool {
        let count = categories.count_ones();
        let first = &items[0];
        let end = items[items.len() - 1].next;
        let own_line = self.line_before(first.first, heading.start);
        let is_list = self.is_list(items);
        let voice = self.voice(heading, own_line);
        let framed = voice == Voice::Bulletin && self.has(own_line..first.first, |kind| kind == Kind::Frame);
        let cut_off = framed && is_list && !first.figure_first && first.category == PERSONNEL;
        let attested = credit.attested && is_list && !first.figure_first;
        if count < FEWEST && !cut_off && !attested {
            return false;
        }
        if voice == Voice::Others || self.has(first.first..end, |kind| kind == Kind::Other) {
            return false;
        }
        let increments = items.iter().filter(|item| item.increment.is_some()).count();
        let totals = items.iter().filter(|item| item.total.is_some()).count();
        // What was struck or lost on one day or in one place is no total.
        let both = items.iter().any(|item| item.increment.is_some() && item.total.is_some());
        if !both && totals > 0 && self.is_of_a_day(own_line..first.first, is_list) {
            return false;
        }
        let speaks_of_losses = self.speaks_of_losses(own_line..first.first);
        let other = |kind| match kind {
            Kind::Strike => first.figure_first || !speaks_of_losses,
            Kind::Stock => !speaks_of_losses,
            _ => false,
        };
        if self.has(own_line..first.first, other) {
            return false;
        }
        let mostly_figure_first = items.iter().filter(|item| item.figure_first).count() * 2 > items.len();
        if !is_list && mostly_figure_first {
            // In a sentence any figures may stand; those of a bulletin are of the war, by its own words or, where it names
            // most of the categories, by those before it.
            let of_the_war = |mut tokens: Range<usize>| tokens.any(|index| self.is_of_the_war(index));
            let own = own_line..first.first;
            let is_full = count >= MOST && speaks_of_losses && !self.has(own.clone(), |kind| kind == Kind::Day);
            let credited = credit.staff || voice == Voice::Bulletin;
            return credited && (both || totals == 0 || of_the_war(own) || (is_full && of_the_war(heading.clone())));
        }
        let people = categories & (1 << PERSONNEL) != 0;
        let unmistakable = !mostly_figure_first && count >= UNMISTAKABLE && (people || increments >= 2);
        let credited = credit.staff || voice == Voice::Bulletin;
        // A week of bulletins is credited once.
        let goes_on = credit.after_another && is_list && !mostly_figure_first && (people || increments > 0);
        unmistakable
            || attested
            || goes_on
            || (credited && (increments > 0 || speaks_of_losses || self.speaks_of_losses(heading.start..end)))
    }

    /// Whether each entry begins a line.
    fn is_list(&self, items: &[Item]) -> bool {
        let starting = items.iter().filter(|item| self.starts_line(item.first)).count();
        starting * 2 > items.len() || items.len() == 1
    }

    /// The start of the sentence or heading that stands directly before a token.
    fn line_before(&self, first: usize, least: usize) -> usize {
        let mut index = first;
        let mut found = false;
        while index > least {
            match self.kind(index - 1) {
                Kind::Line | Kind::Stop if found => break,
                Kind::Line | Kind::Dash | Kind::Bar | Kind::Colon => {}
                _ => found = true,
            }
            index -= 1;
        }
        index
    }

    fn has(&self, mut tokens: Range<usize>, of_kind: impl Fn(Kind) -> bool) -> bool {
        tokens.any(|index| of_kind(self.kind(index)))
    }

    /// Whether a heading, or the sentence that an enumeration stands in, speaks of a day and not of the war.
    fn is_of_a_day(&self, before: Range<usize>, is_list: bool) -> bool {
        let ends_in_colon =
            before.clone().rev().find(|index| self.kind(*index) != Kind::Line && self.kind(*index) != Kind::Dash);
        let introduces = ends_in_colon.is_some_and(|index| self.kind(index) == Kind::Colon);
        (introduces || !is_list)
            && self.has(before.clone(), |kind| kind == Kind::Day)
            && !before.clone().any(|index| self.is_of_the_war(index))
    }

    /// Whether words say that figures are of the whole war.
    fn is_of_the_war(&self, index: usize) -> bool {
        match self.kind(index) {
            Kind::Total => true,
            Kind::From => self.day_at(index + 1).is_some_and(|day| day.is_start()),
            Kind::AsOf => self.day_at(index + 1).is_some(),
            _ => false,
        }
    }

    /// Who speaks in the lines before a list: the nearest word that tells.
    fn voice(&self, heading: &Range<usize>, own_line: usize) -> Voice {
        if self.has(own_line..heading.end, |kind| kind == Kind::Other) {
            return Voice::Others;
        }
        for index in heading.clone().rev() {
            match self.kind(index) {
                Kind::Frame => return Voice::Bulletin,
                Kind::Staff => return Voice::Bulletin,
                Kind::Other => return Voice::Others,
                Kind::Own if self.loses(index) => return Voice::Others,
                _ => {}
            }
        }
        Voice::Unknown
    }

    /// Whether words speak of losses or of what was destroyed.
    fn speaks_of_losses(&self, mut tokens: Range<usize>) -> bool {
        tokens.any(|index| matches!(self.kind(index), Kind::Frame | Kind::Gone) || self.is_loss(index))
    }

    fn is_loss(&self, index: usize) -> bool {
        match self.kind(index) {
            Kind::Loss => true,
            Kind::Filler => LOST.iter().any(|word| self.words(index).to_lowercase().contains(word)),
            _ => false,
        }
    }

    /// Whether Ukraine is the one who lost: "Ukrainian losses", «втрати ЗСУ», «Україна втратила».
    fn loses(&self, own: usize) -> bool {
        let is_loss = |index: usize| self.is_loss(index);
        let light = |kind| matches!(kind, Kind::Unit | Kind::Own);
        let behind = self.skip(own + 1, light);
        let before =
            (own.saturating_sub(3)..own).rev().find(|index| !matches!(self.kind(*index), Kind::Unit | Kind::Own));
        is_loss(behind) || before.is_some_and(is_loss)
    }
}

/// Words of loss among those that may stand in a label.
const LOST: [&str; 5] = ["lost", "loss", "втра", "потер", "утра"];

/// What stands between two entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    /// Marks, ends of lines and words that say nothing of their own.
    Nothing,
    /// A few words that are no entry.
    Words,
    /// A line or two that are no entry.
    Lines,
    /// A day, a speaker, or more text than a bulletin has between its entries.
    Break,
}

/// Who speaks in a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Voice {
    Bulletin,
    Others,
    Unknown,
}

fn bit(item: &Item) -> u32 {
    if item.total.is_some() || item.increment.is_some() { 1 << item.category } else { 0 }
}
