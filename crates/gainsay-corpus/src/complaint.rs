//! What is wrong with a record, before its place in the file is known.

use crate::feed::unreadable;
use crate::found::{Found, visit_lines};
use gainsay_claim::read::{Layout, locate_all};
use gainsay_claim::{Origin, Problem, Severity, SourceFile};
use std::collections::{BTreeMap, BTreeSet};

/// How many problems of one file are shown in their places; nobody reads more.
pub(crate) const MOST: usize = 1_000;

/// A field of a record: the way to it from the top of the file or line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) origin: Origin,
    pub(crate) pointer: String,
}

impl Place {
    pub(crate) fn of_claim(origin: Origin, field: &str, files: &[Found<'_>]) -> Place {
        let pointer = match files[origin.file as usize].layout {
            Layout::Lines => field.to_owned(),
            _ => format!("claims/{}/{field}", origin.record),
        };
        Place { origin, pointer }
    }
}

/// Something that is wrong.
#[derive(Clone, Debug)]
pub(crate) struct Complaint {
    /// Where; nowhere for what was built in.
    pub(crate) place: Option<Place>,
    /// The other place that it concerns.
    pub(crate) other: Option<Place>,
    pub(crate) severity: Severity,
    pub(crate) message: String,
    pub(crate) help: String,
}

impl Complaint {
    pub(crate) fn error(place: Place, message: impl Into<String>, help: impl Into<String>) -> Complaint {
        Complaint {
            place: Some(place),
            other: None,
            severity: Severity::Error,
            message: message.into(),
            help: help.into(),
        }
    }

    pub(crate) fn warning(place: Place, message: impl Into<String>, help: impl Into<String>) -> Complaint {
        Complaint { severity: Severity::Warning, ..Complaint::error(place, message, help) }
    }

    pub(crate) fn and(self, other: Place) -> Complaint {
        Complaint { other: Some(other), ..self }
    }
}

/// Finds the places of complaints; each file is read again at most once.
pub(crate) fn place(complaints: Vec<Complaint>, files: &[Found<'_>]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let complaints = the_first_of_each_file(complaints, files, &mut problems);
    let mut wanted: BTreeMap<u32, BTreeSet<&Place>> = BTreeMap::new();
    for place in complaints.iter().flat_map(|complaint| complaint.place.iter().chain(&complaint.other)) {
        wanted.entry(place.origin.file).or_default().insert(place);
    }
    let mut spots: BTreeMap<&Place, Problem> = BTreeMap::new();
    for (file, places) in wanted {
        let found = &files[file as usize];
        let places: Vec<&Place> = places.into_iter().collect();
        if let Err(error) = find_spots(found, &places, &mut spots) {
            problems.push(unreadable(&found.name, &error));
        }
    }
    for complaint in &complaints {
        let spot = complaint.place.as_ref().and_then(|place| {
            spots
                .get(place)
                .cloned()
                .or_else(|| Some(Problem::of_file(&files[place.origin.file as usize].name, "", "")))
        });
        let spot = spot.unwrap_or_else(|| Problem::of_file("built-in vocabulary", "", ""));
        let mut message = complaint.message.clone();
        if let Some(other) = complaint.other.as_ref().and_then(|other| spots.get(other)) {
            message.push_str(&format!(", first at {}:{}:{}", other.path, other.line, other.column));
        }
        problems.push(Problem { severity: complaint.severity, message, help: complaint.help.clone(), ..spot });
    }
    problems
}

fn the_first_of_each_file(
    mut complaints: Vec<Complaint>,
    files: &[Found<'_>],
    problems: &mut Vec<Problem>,
) -> Vec<Complaint> {
    complaints.sort_by(|a, b| (&a.place, &a.message).cmp(&(&b.place, &b.message)));
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    complaints.retain(|complaint| match &complaint.place {
        Some(place) => {
            let count = counts.entry(place.origin.file).or_default();
            *count += 1;
            *count <= MOST
        }
        None => true,
    });
    for (file, count) in counts {
        if count > MOST {
            problems.push(and_more(&files[file as usize].name, count - MOST));
        }
    }
    complaints
}

pub(crate) fn and_more(name: &str, count: usize) -> Problem {
    Problem::of_file(
        name,
        format!("{count} more problems in this file are not listed"),
        "mend those that are listed and look again",
    )
}

/// Finds places in one file; those of a line are looked for in that line alone.
pub(crate) fn find_spots<'a>(
    found: &Found<'_>,
    places: &[&'a Place],
    spots: &mut BTreeMap<&'a Place, Problem>,
) -> std::io::Result<()> {
    let mut look = |first_line: u32, bytes: &[u8], places: &[&'a Place]| {
        let text = String::from_utf8_lossy(bytes);
        let pointers: Vec<&str> = places.iter().map(|place| place.pointer.as_str()).collect();
        let file = SourceFile { path: &found.name, first_line, text: &text };
        for (place, range) in places.iter().zip(locate_all(&text, &pointers)) {
            spots.insert(place, file.problem(range, "", ""));
        }
    };
    if found.layout != Layout::Lines {
        look(1, &found.bytes()?, places);
        return Ok(());
    }
    let lines: Vec<u32> =
        places.iter().map(|place| place.origin.record).collect::<BTreeSet<u32>>().into_iter().collect();
    visit_lines(found, &lines, |line, bytes| {
        let here: Vec<&Place> = places.iter().copied().filter(|place| place.origin.record == line).collect();
        look(line, bytes, &here);
    })
}

/// Sorts problems by place and drops what is said twice.
pub(crate) fn sort_problems(problems: &mut Vec<Problem>) {
    problems.sort();
    problems.dedup();
}
