//! A diff as tools for reviewers show it: each change where its claims stand, by paths from the root of the
//! repository, which is how the host of a pull request names files.

use super::{Read, Side, SideContent, SideProblems};
use gainsay_claim::{ClaimId, Corpus, Problem, Whereabouts};
use gainsay_corpus::{Shelf, whereabouts_of_fields};
use gainsay_diff::{Change, Diff};
use gainsay_report::{Ground, Picture, Places, Review};
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

/// The changes of a diff with their places, and what is wrong with the sides.
pub(crate) fn review(diff: &Diff<'_>, sides: [(&Side, &Read); 2], problems: &SideProblems<'_>) -> Review {
    let mut paths = Paths::default();
    let [(base_side, base), (head_side, head)] = sides;
    let head_places = places(diff, head_side, head, &mut paths);
    // What is absent is shown in the second revision, so the first is asked only where that has no claims.
    let base_places = match head {
        Read::Corpus(_) => Places::new(),
        Read::Report(_) => places(diff, base_side, base, &mut paths),
    };
    let mut review = Review::of_diff(diff, ground(base, &base_places), ground(head, &head_places));
    let of_head = problems
        .of_head()
        .iter()
        .map(|problem| Problem { path: paths.shown(head_side, &problem.path), ..problem.clone() });
    // A file of the first revision may be another one in the second, so its lines are told and not shown.
    let of_base = problems.of_base_alone().map(|problem| {
        let place = format!("{}:{}:{}", problem.path, problem.line, problem.column);
        let message = format!("in {} at `{place}`: {}", base_side.role, problem.message);
        Problem { path: String::new(), line: 1, column: 1, message, ..problem.clone() }
    });
    review.problems = of_head.chain(of_base).collect();
    review
}

fn ground<'a>(read: &'a Read, places: &'a Places) -> Option<Ground<'a>> {
    match read {
        Read::Corpus(read) => {
            Some(Ground { picture: Picture { corpus: &read.0, analysis: &read.1, as_of: None }, places })
        }
        Read::Report(_) => None,
    }
}

/// Where the claims of a side stand that a change names; one that was edited where its first edited field stands,
/// since a host shows what lies on the lines of the change.
fn places(diff: &Diff<'_>, side: &Side, read: &Read, paths: &mut Paths) -> Places {
    let Read::Corpus(read) = read else { return Places::new() };
    let corpus = &read.0;
    let mut fields: BTreeMap<ClaimId, String> = named(diff, corpus).map(|claim| (claim, String::new())).collect();
    for edit in &diff.claims.edited {
        let field = corpus.find(&edit.id).and_then(|claim| fields.get_mut(&claim));
        if let Some((field, edited)) = field.zip(edit.fields.first()) {
            *field = edited.field.id().replace('.', "/");
        }
    }
    let mut places = match &side.content {
        SideContent::Claims(input) => whereabouts_of_fields(corpus, Shelf::Disk(std::slice::from_ref(input)), fields),
        SideContent::Tree(tree, _) => return whereabouts_of_fields(corpus, Shelf::Memory(tree), fields),
        SideContent::Report(_) => Places::new(),
    };
    for Whereabouts { record, quote } in places.values_mut() {
        for spot in record.iter_mut().chain(quote.iter_mut().map(|quote| &mut quote.start)) {
            spot.path = paths.shown(side, &spot.path);
        }
    }
    places
}

fn named<'a>(diff: &'a Diff<'_>, corpus: &'a Corpus) -> impl Iterator<Item = ClaimId> + 'a {
    let changes = || diff.changes.iter().chain(&diff.unchanged);
    let causes = changes().flat_map(|change| &change.because_of).map(String::as_str);
    let others = changes().map(Change::finding).flat_map(|finding| finding.claims());
    causes.chain(others).filter_map(|claim| corpus.find(claim))
}

/// Paths from the root of their repository, each looked up once.
#[derive(Default)]
struct Paths(BTreeMap<String, String>);

impl Paths {
    fn shown(&mut self, side: &Side, path: &str) -> String {
        if let SideContent::Tree(..) = &side.content {
            return path.strip_prefix(side.prefix()).unwrap_or(path).trim_start_matches("./").to_owned();
        }
        if path == "-" {
            return path.to_owned();
        }
        let known = self.0.entry(path.to_owned());
        known.or_insert_with(|| from_the_root(path).unwrap_or_else(|| path.to_owned())).clone()
    }
}

/// A path from the nearest folder above it that holds `.git`.
fn from_the_root(path: &str) -> Option<String> {
    let whole = tidy(&Path::new(".").canonicalize().ok()?.join(path));
    let root = whole.ancestors().skip(1).find(|folder| folder.join(".git").exists())?;
    let inside = whole.strip_prefix(root).ok()?.to_str()?;
    Some(inside.replace(std::path::MAIN_SEPARATOR, "/"))
}

/// A path without `.` and `..`; links are not followed, as the repository holds them as links.
fn tidy(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut whole, part| {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                whole.pop();
            }
            part => whole.push(part),
        }
        whole
    })
}
