//! Which measures a label that is unknown may mean.

use gainsay_claim::{Kind as MeasureKind, Vocabulary};
use std::collections::{BTreeMap, BTreeSet};

/// Words of this many letters and more are compared by as many.
const STEM: usize = 4;

/// After so many different labels a text is no bulletin, and nobody reads their candidates.
const MOST_LABELS: usize = 200;

/// The measures by the words of their names, for labels that are unknown.
pub(in crate::bulletin) struct Names<'v> {
    vocabulary: &'v Vocabulary,
    /// The stems of each name, with the number of its measure; made when first asked for.
    stems: Vec<(usize, BTreeSet<String>)>,
    answers: BTreeMap<String, Vec<String>>,
}

impl<'v> Names<'v> {
    /// The names of a vocabulary.
    pub(in crate::bulletin) fn of(vocabulary: &'v Vocabulary) -> Names<'v> {
        Names { vocabulary, stems: Vec::new(), answers: BTreeMap::new() }
    }

    /// The measures whose names are most like a label, the likeliest first.
    pub(super) fn candidates(&mut self, label: &str) -> Vec<String> {
        let label: String = label.chars().take(80).collect();
        if let Some(known) = self.answers.get(&label) {
            return known.clone();
        }
        if self.answers.len() >= MOST_LABELS {
            return Vec::new();
        }
        if self.stems.is_empty() {
            for (number, measure) in
                self.vocabulary.measures().iter().enumerate().filter(|(_, measure)| measure.kind == MeasureKind::Count)
            {
                let names =
                    measure.entry.aliases.values().flatten().chain(measure.entry.labels.values()).map(String::as_str);
                let names = names.chain([&*measure.entry.label]);
                self.stems.extend(names.map(|name| (number, stems(name))));
            }
        }
        let wanted = stems(&label);
        let mut ranked = self.rank(|own| own.intersection(&wanted).count() * 200 / (own.len() + wanted.len()).max(1));
        if ranked.is_empty() {
            // No word in common: the likeness of pairs of letters.
            let pairs: BTreeSet<String> = wanted.iter().flat_map(|stem| pairs(stem)).collect();
            ranked = self.rank(|own| {
                let own: BTreeSet<String> = own.iter().flat_map(|stem| self::pairs(stem)).collect();
                own.intersection(&pairs).count() * 200 / (own.len() + pairs.len()).max(1)
            });
        }
        ranked.truncate(3);
        self.answers.insert(label, ranked.clone());
        ranked
    }

    fn rank(&self, likeness: impl Fn(&BTreeSet<String>) -> usize) -> Vec<String> {
        let mut best: BTreeMap<usize, usize> = BTreeMap::new();
        for (number, own) in &self.stems {
            let likeness = likeness(own);
            let most = best.entry(*number).or_default();
            *most = likeness.max(*most);
        }
        let mut ranked: Vec<(usize, usize)> = best.into_iter().filter(|(_, likeness)| *likeness > 0).collect();
        ranked.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
        ranked.into_iter().map(|(number, _)| self.vocabulary.measures()[number].entry.id.to_string()).collect()
    }
}

fn stems(label: &str) -> BTreeSet<String> {
    let words = label.split(|letter: char| !letter.is_alphabetic()).filter(|word| word.chars().count() >= 3);
    words.take(8).map(|word| word.to_lowercase().chars().take(STEM).collect()).collect()
}

fn pairs(stem: &str) -> Vec<String> {
    let letters: Vec<char> = stem.chars().collect();
    letters.windows(2).map(|pair| pair.iter().collect()).collect()
}
