//! Making a vocabulary of its parts: the built-in one, those of the sources, that of the corpus.

use super::{
    Citation, Entry, Index, Measure, MeasureId, Narrowing, Noun, Place, Source, SourceId, State, StateId, Subject,
    Vocabulary,
};
use crate::period::read_day;
use crate::record::{EntryRecord, MeasureRecord, SourceRecord, StateRecord, VocabularyRecord};
use std::collections::HashMap;

/// How deep entries may lie in each other. Real vocabularies have five levels; a chain of thousands
/// would cost its square.
const DEEPEST: usize = 64;

/// One piece of vocabulary and where it came from.
#[derive(Clone, Debug)]
pub struct Fragment {
    /// Its entries.
    pub record: VocabularyRecord,
}

/// A mistake in a vocabulary: in which fragment, where in it, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The place of the fragment among those given.
    pub fragment: usize,
    /// The way to it from the fragment's top, as in `measures/3/part_of/0`.
    pub pointer: String,
    /// What is wrong.
    pub message: String,
    /// The way out.
    pub help: String,
}

/// An entry with the place that it was read from.
struct Placed<R> {
    fragment: usize,
    pointer: String,
    record: R,
}

impl Vocabulary {
    /// Makes one vocabulary of fragments. What is faulty is left out and listed.
    ///
    /// An entry that stands twice in the same words counts once; two imports may both bring it.
    pub fn build(fragments: Vec<Fragment>) -> (Vocabulary, Vec<Fault>) {
        let mut builder = Builder::default();
        let mut measures = Vec::new();
        let mut sources = Vec::new();
        let mut subjects = Vec::new();
        let mut places = Vec::new();
        let mut states = Vec::new();
        let mut narrowings = Vec::new();
        for (fragment, Fragment { record }) in fragments.into_iter().enumerate() {
            builder.collect(
                Noun::Measure,
                fragment,
                record.measures,
                |record: &MeasureRecord| &record.id,
                &mut measures,
            );
            builder.collect(Noun::Source, fragment, record.sources, |record: &SourceRecord| &record.id, &mut sources);
            builder.collect(Noun::Subject, fragment, record.subjects, |record: &EntryRecord| &record.id, &mut subjects);
            builder.collect(Noun::Place, fragment, record.places, |record: &EntryRecord| &record.id, &mut places);
            builder.collect(Noun::State, fragment, record.states, |record: &StateRecord| &record.id, &mut states);
            for (position, record) in record.narrowings.into_iter().enumerate() {
                narrowings.push(Placed { fragment, pointer: format!("narrowings/{position}"), record });
            }
        }
        let mut vocabulary = Vocabulary {
            measures: measures.iter().map(|placed| builder.measure(placed)).collect(),
            sources: sources.iter().map(|placed| builder.source(placed)).collect(),
            subjects: subjects.iter().map(|placed| Subject { entry: builder.plain(Noun::Subject, placed) }).collect(),
            places: places.iter().map(|placed| Place { entry: builder.plain(Noun::Place, placed) }).collect(),
            states: states.iter().map(|placed| builder.state(placed)).collect(),
            ..Vocabulary::default()
        };

        // A part of a sum lies in the whole just as if it said `part_of`.
        for whole in 0..vocabulary.measures.len() {
            for part in vocabulary.measures[whole].sum_of.clone() {
                let parents = &mut vocabulary.measures[part.index()].entry.parents;
                if !parents.contains(&(whole as u32)) {
                    parents.push(whole as u32);
                }
            }
        }
        builder.close(&mut vocabulary.measures, &measures, |measure| &mut measure.entry);
        builder.close(&mut vocabulary.sources, &sources, |source| &mut source.entry);
        builder.close(&mut vocabulary.subjects, &subjects, |subject| &mut subject.entry);
        builder.close(&mut vocabulary.places, &places, |place| &mut place.entry);
        builder.close(&mut vocabulary.states, &states, |state| &mut state.entry);
        name_families(&mut vocabulary.measures);

        for state in 0..vocabulary.states.len() {
            for other in vocabulary.states[state].excludes.clone() {
                let back = &mut vocabulary.states[other.index()].excludes;
                if !back.contains(&StateId(state as u32)) {
                    back.push(StateId(state as u32));
                }
            }
        }
        vocabulary.narrowings = narrowings.into_iter().filter_map(|placed| builder.narrowing(placed)).collect();
        vocabulary.narrowings.sort_by_key(|narrowing| narrowing.from);
        vocabulary.index = builder.index;
        vocabulary.fingerprint = vocabulary.taken_of_content();
        builder.faults.sort_by(|a, b| (a.fragment, &a.pointer).cmp(&(b.fragment, &b.pointer)));
        (vocabulary, builder.faults)
    }
}

#[derive(Default)]
struct Builder {
    index: Index,
    faults: Vec<Fault>,
}

impl Builder {
    fn fault(&mut self, fragment: usize, pointer: String, message: String, help: impl Into<String>) {
        self.faults.push(Fault { fragment, pointer, message, help: help.into() });
    }

    /// Takes the entries of one list, and numbers them.
    fn collect<R: PartialEq>(
        &mut self,
        noun: Noun,
        fragment: usize,
        records: Vec<R>,
        id: impl Fn(&R) -> &String,
        placed: &mut Vec<Placed<R>>,
    ) {
        for (position, record) in records.into_iter().enumerate() {
            let pointer = format!("{}/{position}", noun.list());
            if let Some(first) = self.index.get(noun, id(&record)) {
                if placed[first as usize].record != record {
                    self.fault(
                        fragment,
                        format!("{pointer}/id"),
                        format!("the {noun} `{}` is defined twice, in different words", id(&record)),
                        "keep one of the two, or give this one an id of its own",
                    );
                }
                continue;
            }
            self.index.insert(noun, id(&record), placed.len() as u32);
            placed.push(Placed { fragment, pointer, record });
        }
    }

    fn resolve(&mut self, noun: Noun, fragment: usize, pointer: String, id: &str) -> Option<u32> {
        let found = self.index.get(noun, id);
        if found.is_none() {
            let help = match super::lookup::nearest(id, self.index.ids(noun)) {
                Some(near) => format!("did you mean `{near}`? Otherwise define it in `{}`", noun.list()),
                None => format!("define it in `{}`", noun.list()),
            };
            self.fault(fragment, pointer, format!("no {noun} is called `{id}`"), help);
        }
        found
    }

    fn resolve_all<R>(&mut self, noun: Noun, placed: &Placed<R>, field: &str, ids: &[String]) -> Vec<u32> {
        let mut numbers = Vec::new();
        for (position, id) in ids.iter().enumerate() {
            let pointer = format!("{}/{field}/{position}", placed.pointer);
            if let Some(number) = self.resolve(noun, placed.fragment, pointer, id) {
                numbers.push(number);
            }
        }
        numbers
    }

    fn entry<R>(&mut self, noun: Noun, placed: &Placed<R>, record: &EntryRecord) -> Entry {
        let label = record
            .label
            .clone()
            .or_else(|| record.labels.get("en").cloned())
            .unwrap_or_else(|| record.id.replace('-', " "));
        Entry {
            id: record.id.as_str().into(),
            label: label.into(),
            labels: record.labels.clone(),
            aliases: record.aliases.clone(),
            parents: self.resolve_all(noun, placed, "part_of", record.part_of.as_slice()),
            ancestors: Vec::new(),
            root: 0,
        }
    }

    fn plain(&mut self, noun: Noun, placed: &Placed<EntryRecord>) -> Entry {
        self.entry(noun, placed, &placed.record)
    }

    fn measure(&mut self, placed: &Placed<MeasureRecord>) -> Measure {
        let record = &placed.record;
        let entry = self.entry(Noun::Measure, placed, &record.entry());
        let ids = |numbers: Vec<u32>| numbers.into_iter().map(MeasureId).collect::<Vec<_>>();
        let sum_of = ids(self.resolve_all(Noun::Measure, placed, "sum_of", &record.sum_of));
        let mut senses = ids(self.resolve_all(Noun::Measure, placed, "readings", &record.readings));
        if senses.is_empty() {
            senses.extend(self.index.get(Noun::Measure, &entry.id).map(MeasureId));
        }
        Measure {
            entry,
            kind: record.kind,
            unit: record.unit.as_deref().map(Box::from),
            sum_of,
            senses,
            exclusive: record.exclusive,
            family: 0,
        }
    }

    fn source(&mut self, placed: &Placed<SourceRecord>) -> Source {
        let entry = self.entry(Noun::Source, placed, &placed.record.entry());
        let answers = self.resolve_all(Noun::Source, placed, "answers", &placed.record.answers);
        Source { entry, answers: answers.into_iter().map(SourceId).collect() }
    }

    fn state(&mut self, placed: &Placed<StateRecord>) -> State {
        let entry = self.entry(Noun::State, placed, &placed.record.entry());
        let excludes = self.resolve_all(Noun::State, placed, "excludes", &placed.record.excludes);
        State { entry, excludes: excludes.into_iter().map(StateId).collect() }
    }

    fn narrowing(&mut self, placed: Placed<crate::record::NarrowingRecord>) -> Option<Narrowing> {
        let Placed { fragment, ref pointer, ref record } = placed;
        let source = self.resolve(Noun::Source, fragment, format!("{pointer}/source"), &record.source);
        let measure = self.resolve(Noun::Measure, fragment, format!("{pointer}/measure"), &record.measure);
        let readings = self.resolve_all(Noun::Measure, &placed, "readings", &record.readings);
        let from = match read_day(&record.from) {
            Ok(from) => Some(from),
            Err(message) => {
                self.fault(fragment, format!("{pointer}/from"), message, "a narrowing holds from one day on");
                None
            }
        };
        if readings.is_empty() {
            self.fault(
                fragment,
                format!("{pointer}/readings"),
                "a narrowing leaves no reading".into(),
                "name at least one measure",
            );
            return None;
        }
        Some(Narrowing {
            source: SourceId(source?),
            measure: MeasureId(measure?),
            from: from?,
            readings: readings.into_iter().map(MeasureId).collect(),
            citation: record.citation.clone().unwrap_or(Citation::default()),
        })
    }

    /// Finds what every entry lies in; breaks cycles and says where they are.
    fn close<E, R>(&mut self, entries: &mut [E], placed: &[Placed<R>], entry: impl Fn(&mut E) -> &mut Entry) {
        for number in 0..entries.len() {
            let mut seen = vec![number as u32];
            let mut level = entry(&mut entries[number]).parents.clone();
            let mut depth = 0;
            while !level.is_empty() {
                depth += 1;
                if level.contains(&(number as u32)) || depth > DEEPEST {
                    let id = entry(&mut entries[number]).id.clone();
                    let (message, help) = if depth > DEEPEST {
                        (format!("`{id}` lies more than {DEEPEST} levels deep"), "leave out the levels between")
                    } else {
                        (
                            format!("`{id}` is a part of itself"),
                            "take one of the `part_of` or `sum_of` of this circle away",
                        )
                    };
                    let Placed { fragment, pointer, .. } = &placed[number];
                    self.fault(*fragment, format!("{pointer}/id"), message, help);
                    entry(&mut entries[number]).parents.clear();
                    seen.truncate(1);
                    break;
                }
                let mut next = Vec::new();
                for parent in level {
                    if !seen.contains(&parent) {
                        seen.push(parent);
                        next.extend(entry(&mut entries[parent as usize]).parents.iter().copied());
                    }
                }
                level = next;
            }
            seen.sort_unstable();
            let own = entry(&mut entries[number]);
            own.ancestors = seen;
        }
        for number in 0..entries.len() {
            let ancestors = entry(&mut entries[number]).ancestors.clone();
            let mut root = None;
            for whole in ancestors {
                let outer = entry(&mut entries[whole as usize]);
                if outer.parents.is_empty() && root.as_ref().is_none_or(|(id, _)| outer.id < *id) {
                    root = Some((outer.id.clone(), whole));
                }
            }
            let root = root.map_or(number as u32, |(_, whole)| whole);
            entry(&mut entries[number]).root = root;
        }
    }
}

/// Ties measures that contain, sum up or may mean each other into families, and names each family
/// by the member that contains the most others (of equals the first by id).
fn name_families(measures: &mut [Measure]) {
    let mut leader: Vec<usize> = (0..measures.len()).collect();
    fn find(leader: &mut [usize], of: usize) -> usize {
        let mut top = of;
        while leader[top] != top {
            leader[top] = leader[leader[top]];
            top = leader[top];
        }
        top
    }
    for (number, measure) in measures.iter().enumerate() {
        let tied = measure
            .entry
            .parents
            .iter()
            .map(|&parent| parent as usize)
            .chain(measure.senses.iter().map(|sense| sense.index()));
        for other in tied {
            let (a, b) = (find(&mut leader, number), find(&mut leader, other));
            leader[a] = b;
        }
    }
    let mut contained = vec![0u32; measures.len()];
    for measure in measures.iter() {
        for &whole in &measure.entry.ancestors {
            contained[whole as usize] += 1;
        }
    }
    let mut chief: HashMap<usize, usize> = HashMap::new();
    for number in 0..measures.len() {
        let family = find(&mut leader, number);
        let best = chief.entry(family).or_insert(number);
        let rank = |of: usize| (std::cmp::Reverse(contained[of]), measures[of].entry.id.clone());
        if rank(number) < rank(*best) {
            *best = number;
        }
    }
    for (number, measure) in measures.iter_mut().enumerate() {
        measure.family = chief[&find(&mut leader, number)] as u32;
    }
}
