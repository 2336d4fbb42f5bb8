//! The words of a diff, the same in every format.

use crate::figure::{self, number_of};
use crate::label;
use gainsay_claim::period::ShortDay;
use gainsay_claim::vocabulary::Noun;
use gainsay_claim::{Acknowledgement, Claim, Corpus, Count, MeasureId, PlaceId, Severity, SubjectId};
use gainsay_compare::{Gap, Level, Rule, find_rule};
use gainsay_diff::{
    Change, ChangeKind, Delta, Diff, Edit, Field, FieldEdit, FieldValue, Finding, Lapsed, Revision, Rung, StatedValue,
    Surrounding,
};
use std::collections::BTreeSet;

/// Every kind but the unchanged, the worst first.
const KINDS: [ChangeKind; 4] = [ChangeKind::New, ChangeKind::Worsened, ChangeKind::Eased, ChangeKind::Absent];

/// `main:claims → claims`.
pub fn title(diff: &Diff<'_>) -> String {
    format!("{} → {}", side_name(diff.base), side_name(diff.head))
}

/// What a side is called; of one that is broken, that some of it is missing here.
fn side_name(side: &Revision<'_>) -> String {
    let is_broken =
        side.corpus.is_some_and(|corpus| corpus.problems.iter().any(|problem| problem.severity == Severity::Error));
    format!("{}{}", side.name, if is_broken { " (not all of it could be read)" } else { "" })
}

/// `new: 2 conflicts, 1 note · eased: 1 conflict · unchanged: 130 · acknowledged: 3`.
pub fn counts(diff: &Diff<'_>) -> String {
    let of = |kind: ChangeKind, level: Level| {
        diff.changes.iter().filter(|change| change.kind == kind && change.level() == level).count()
    };
    let mut parts = Vec::new();
    for kind in KINDS {
        let conflicts = Some(of(kind, Level::Conflict)).filter(|count| *count > 0);
        let notes = Some(of(kind, Level::Note)).filter(|count| *count > 0);
        let counted: Vec<String> = conflicts
            .map(|count| number_of(count, "conflict", "conflicts"))
            .into_iter()
            .chain(notes.map(|count| number_of(count, "note", "notes")))
            .collect();
        if !counted.is_empty() {
            parts.push(format!("{}: {}", kind.id(), counted.join(", ")));
        }
    }
    if parts.is_empty() {
        parts.push("nothing is new, worsened, eased or absent".to_owned());
    }
    parts.push(format!("unchanged: {}", Count::whole(diff.unchanged.len() as u64)));
    parts.extend(acknowledged_counts(diff.acknowledged(), diff.lapsed().count()));
    parts.join(" · ")
}

/// `acknowledged: 3`, `open again: 1`, where there are any.
pub fn acknowledged_counts(held: usize, lapsed: usize) -> Vec<String> {
    let counts = [("acknowledged", held), ("open again", lapsed)].into_iter().filter(|(_, count)| *count > 0);
    counts.map(|(what, count)| format!("{what}: {}", Count::whole(count as u64))).collect()
}

/// `claims: 3 added, 1 edited, 4 moved to another file`.
pub fn claim_counts(diff: &Diff<'_>) -> String {
    if !diff.has_claims() {
        let report = [diff.base, diff.head].into_iter().find(|side| side.corpus.is_none()).map(|side| &*side.name);
        return format!("claims: not compared, as `{}` is a report", report.unwrap_or_default());
    }
    let claims = &diff.claims;
    let counts = [
        (claims.added.len(), "added"),
        (claims.removed.len(), "removed"),
        (claims.edited.len(), "edited"),
        (claims.moved.len(), "moved to another file"),
    ];
    let parts = counts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, what)| format!("{} {what}", Count::whole(count as u64))).collect();
    let claims = match (parts.is_empty(), diff.is_narrowed) {
        (true, true) => "claims: none of what is asked for has changed".to_owned(),
        (true, false) => "claims: the same".to_owned(),
        (false, _) => format!("claims: {}", parts.join(", ")),
    };
    match diff.around.len() {
        0 => claims,
        around => format!("{claims} · around them: {}", number_of(around, "difference", "differences")),
    }
}

/// `new conflict`, `worsened note, accepted`; the level it has, or had where it is absent.
pub fn headline(change: &Change<'_>) -> String {
    let accepted = if acknowledged(change).is_some() { ", accepted" } else { "" };
    format!("{}{accepted}", kind(change))
}

/// `new conflict`.
pub fn kind(change: &Change<'_>) -> String {
    format!("{} {}", change.kind.id(), change.finding().level.id())
}

/// That the desk lets a discrepancy stand as it is.
pub fn acknowledged<'a>(change: &Change<'a>) -> Option<&'a Acknowledgement> {
    change.is.and_then(|finding| finding.acknowledged.as_ref())
}

/// That the desk let it stand, which no longer holds, and why.
pub fn lapsed(diff: &Diff<'_>, change: &Change<'_>) -> Option<String> {
    change.is.and_then(|finding| diff.head.lapsed.get(&finding.id)).map(Lapsed::sentence)
}

/// What is unchanged and was acknowledged, which no longer holds: its id and why.
pub fn open_again<'a>(diff: &'a Diff<'_>) -> Vec<(&'a str, String)> {
    let unchanged = diff.lapsed().filter(|(change, _)| change.kind == ChangeKind::Unchanged);
    unchanged.map(|(change, lapsed)| (&*change.finding().id, lapsed.sentence())).collect()
}

/// The rule of a finding, where this version of the program has it.
pub fn rule(finding: &Finding) -> Option<&'static Rule> {
    find_rule(&finding.rule)
}

/// `Killed · Russian forces · Ukraine`; the id of the topic where no vocabulary is at hand.
pub fn about(diff: &Diff<'_>, finding: &Finding) -> String {
    let sides = [diff.head, diff.base];
    sides.into_iter().filter_map(|side| heading(side, finding)).next().unwrap_or_else(|| finding.topic.clone())
}

fn heading(side: &Revision<'_>, finding: &Finding) -> Option<String> {
    let corpus = side.corpus?;
    let [family, subject, place] = finding.topic.split('/').collect::<Vec<_>>().try_into().ok()?;
    let number = |noun, id: &str| corpus.vocabulary.number(noun, id);
    let measures: BTreeSet<u32> = finding.lead.iter().filter_map(|id| Some(side.claim(id)?.1.measure.0)).collect();
    let measure = match measures.first() {
        Some(one) if measures.len() == 1 => *one,
        _ => number(Noun::Measure, family)?,
    };
    let subject = number(Noun::Subject, subject)?;
    let place = number(Noun::Place, place)?;
    let names = [label::measure(corpus, MeasureId(measure)), label::subject(corpus, SubjectId(subject))];
    let names = names.into_iter().chain(label::place(corpus, PlaceId(place)));
    Some(names.map(label::capital).collect::<Vec<_>>().join(" · "))
}

/// The claims of a finding's widest pair as a revision has them, then how far apart they lie: `Kremlin
/// 17 Apr 2023 (said 19 Apr 2023) — Agentstvo before 16 Apr 2023 (said 18 Apr 2023)`. Where the claims are not at hand, the finding's sentence.
pub fn was(diff: &Diff<'_>, change: &Change<'_>) -> String {
    side(diff.base, change, change.was, change.pair_was)
}

/// The same for the second revision.
pub fn is(diff: &Diff<'_>, change: &Change<'_>) -> String {
    side(diff.head, change, change.is, change.pair_is)
}

fn side(side: &Revision<'_>, change: &Change<'_>, own: Option<&Finding>, pair: &[String]) -> String {
    // A run of days of its own has a gap of its own, which is not told here.
    let gap = own.filter(|_| change.rung != Some(Rung::Episodes)).and_then(gap);
    let parts = match (own, figures(side, pair)) {
        (Some(own), Some(figures)) => [Some(figures), gap, grade_beside(own, change.finding())],
        (Some(own), None) => [Some(own.summary.clone()), gap, None],
        (None, figures) => [figures, Some(none(side, change.finding())), None],
    };
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// That a revision has no such discrepancy. Where two sources' counts conflict for certain, that they also
/// lie far apart is not told, so one may stand in the place of the other.
fn none(side: &Revision<'_>, shown: &Finding) -> String {
    let rules = ["count-conflict", "wide-gap"];
    let (rule, rest) = shown.id.split_once('/').unwrap_or((&shown.id, ""));
    let instead = rules.into_iter().find(|other| {
        rules.contains(&rule) && *other != rule && side.findings.contains_key(&format!("{other}/{rest}"))
    });
    let instead = instead.map(|other| format!(", {other} instead")).unwrap_or_default();
    format!("no {rule}{instead}")
}

/// The level and certainty of one revision where the other's are shown above.
fn grade_beside(own: &Finding, shown: &Finding) -> Option<String> {
    let differs = (own.level, own.certainty) != (shown.level, shown.certainty);
    differs.then(|| format!("{}, {}", own.level.id(), own.certainty.id()))
}

fn figures(side: &Revision<'_>, pair: &[String]) -> Option<String> {
    side.corpus?;
    let mut named = None;
    let mut parts = Vec::new();
    let mut is_there = false;
    for id in pair {
        let Some((corpus, claim)) = side.claim(id) else {
            parts.push("not there".to_owned());
            named = None;
            continue;
        };
        is_there = true;
        let source = label::source(corpus, claim.source);
        let name = if named == Some(source) { String::new() } else { format!("{source} ") };
        named = Some(source);
        parts.push(format!("{name}{}", stance(corpus, claim)));
    }
    is_there.then(|| parts.join(" — "))
}

/// `≈ 183,750 (to 19 Apr 2023)`.
pub fn stance(corpus: &Corpus, claim: &Claim) -> String {
    let value = figure::cell(corpus, &claim.value);
    let beside = [figure::remark(claim).to_owned(), figure::days(claim)];
    let beside: Vec<String> = beside.into_iter().filter(|part| !part.is_empty()).collect();
    if beside.is_empty() { value } else { format!("{value} ({})", beside.join(", ")) }
}

/// From which ratio on, in hundredths, a ratio says more than the difference does.
const TELLING: u64 = 110;

/// `×1.83`, `690 apart`, `2 days apart`.
pub fn gap(finding: &Finding) -> Option<String> {
    let gap: Gap = finding.gap?;
    if let Some(ratio) = figure::ratio(&gap).filter(|_| gap.ratio_hundredths >= Some(TELLING)) {
        return Some(format!("×{ratio}"));
    }
    let days = if finding.rule == "date-conflict" { " days" } else { "" };
    Some(format!("{}{days} apart", gap.absolute))
}

/// On which rung it got worse or better, in words.
pub fn rung(change: &Change<'_>) -> Option<String> {
    let (was, is) = change.was.zip(change.is)?;
    Some(match change.rung? {
        Rung::Level => format!("from {} to {}", was.level.id(), is.level.id()),
        Rung::Certainty => format!("from {} to {}", was.certainty.id(), is.certainty.id()),
        Rung::Gap if change.kind == ChangeKind::Worsened => "the gap is wider".to_owned(),
        Rung::Gap => "the gap is narrower".to_owned(),
        Rung::Episodes => format!(
            "{} before, {} now",
            number_of(was.episodes.len(), "run of days", "runs of days"),
            Count::whole(is.episodes.len() as u64)
        ),
    })
}

/// How many steps are told; `gainsay explain` has them all.
const STEPS: usize = 2;

/// Where it comes from: one word, and the last steps that say more than the claims, which stand beside it.
pub fn cause(change: &Change<'_>) -> String {
    let finding = change.finding();
    let steps: Vec<&str> = finding.because.iter().map(String::as_str).filter(|step| !step.starts_with('`')).collect();
    let steps = steps[steps.len().saturating_sub(STEPS)..].join("; ");
    let word = finding.cause.replace('-', " ");
    // The steps speak of the widest pair; a run of days that has come or gone has another.
    match (steps.is_empty() || change.rung == Some(Rung::Episodes), word.is_empty()) {
        (true, _) => word,
        (false, true) => steps,
        (false, false) => format!("{word}: {steps}"),
    }
}

/// The claims behind a change, each with what became of it; else what must be behind it.
pub fn because_of(diff: &Diff<'_>, change: &Change<'_>) -> Vec<String> {
    if change.because_of.is_empty() {
        let around: Vec<&Surrounding> = diff.around.iter().filter(|it| it.around.is_compared()).collect();
        let text = match diff.has_claims() {
            true if around.is_empty() => "no claim of it".to_owned(),
            true => format!("no claim of it, but what lies around the claims: {}", named(&around)),
            false => "not known, as a report holds no claims".to_owned(),
        };
        return vec![text];
    }
    change.because_of.iter().map(|id| format!("{id} ({})", fate(diff, id))).collect()
}

/// How many things around the claims a sentence names.
const NAMED: usize = 3;

/// `setting stale_days, source desk and 3 more`.
fn named(around: &[&Surrounding]) -> String {
    let mut names: Vec<String> = around.iter().map(|it| format!("{} {}", it.around.id(), it.id)).collect();
    names.dedup();
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{more}", names.join(", "))
}

/// `setting stale_days`, `document meduza: published`.
pub fn around_name(around: &Surrounding) -> String {
    let field = around.field.map(|field| format!(": {field}")).unwrap_or_default();
    format!("{} {}{field}", around.around.id(), around.id)
}

/// `90 → 30`; of what was added or removed, its name.
pub fn around_change(around: &Surrounding) -> String {
    let shown = |text: &Option<String>| text.clone().unwrap_or_else(|| "none".to_owned());
    match (around.field, &around.was, &around.is) {
        (None, None, Some(is)) => format!("added: {is}"),
        (None, Some(was), None) => format!("removed: {was}"),
        (_, was, is) => format!("{} → {}", shown(was), shown(is)),
    }
}

/// What became of a claim: `added`, `edited: value, period`.
fn fate(diff: &Diff<'_>, id: &str) -> String {
    let is_in = |list: &[String]| list.binary_search_by(|known| known.as_str().cmp(id)).is_ok();
    if is_in(&diff.claims.added) {
        return "added".to_owned();
    }
    if is_in(&diff.claims.removed) {
        return "removed".to_owned();
    }
    let edit = diff.claims.edited.binary_search_by(|edit| edit.id.as_str().cmp(id)).ok();
    let fields = edit.map(|place| &diff.claims.edited[place]).map(names_of_fields).unwrap_or_default();
    format!("edited: {fields}")
}

fn names_of_fields(edit: &Edit) -> String {
    let compared = edit.fields.iter().map(|edit| edit.field).filter(|field| field.is_compared());
    compared.map(Field::id).collect::<Vec<_>>().join(", ")
}

/// An edit of a field in one line: `185,730 → 186,420, +690, +0.4 %; the stated increment agrees`, a text
/// word by word.
pub fn edit(edit: &FieldEdit) -> String {
    if let Some(delta @ Delta::Wording(_)) = &edit.delta {
        return delta.to_string();
    }
    let shown = |value: &Option<FieldValue>| value.as_ref().map_or_else(|| "none".to_owned(), words);
    let delta = edit.delta.as_ref().map(|delta| format!(", {delta}")).unwrap_or_default();
    format!("{} → {}{delta}", shown(&edit.was), shown(&edit.is))
}

/// What a field holds.
pub fn words(value: &FieldValue) -> String {
    match value {
        FieldValue::Name(name) => name.clone(),
        FieldValue::Names(names) => names.join(", "),
        FieldValue::Words(words) => format!("“{words}”"),
        FieldValue::Number(number) => number.to_string(),
        FieldValue::Period(period) if period.days() == 1 => ShortDay(period.to()).to_string(),
        FieldValue::Period(period) => format!("{} – {}", ShortDay(period.from()), ShortDay(period.to())),
        FieldValue::Stated(StatedValue::Count(count)) => count.to_string(),
        FieldValue::Stated(StatedValue::Date(date)) => date.to_string(),
        FieldValue::Stated(StatedValue::Is(state)) => state.clone(),
        FieldValue::Stated(StatedValue::IsNot(state)) => format!("not {state}"),
        FieldValue::Stated(StatedValue::OneOf(states)) => label::list(states, "or"),
        FieldValue::Stated(StatedValue::Happened(true)) => "happened".to_owned(),
        FieldValue::Stated(StatedValue::Happened(false)) => "did not happen".to_owned(),
        FieldValue::Stated(StatedValue::Relative { to, is }) => format!("{} than {to}", is.words()),
        FieldValue::Stated(StatedValue::Undisclosed) => "no figure given".to_owned(),
        FieldValue::Stated(StatedValue::Text(text)) => format!("“{text}”"),
    }
}

/// A claim that was added or removed: its id, who says what.
pub fn claim_line(side: &Revision<'_>, id: &str) -> String {
    match side.claim(id) {
        Some((corpus, claim)) => format!(
            "{} · {} {}",
            label::source(corpus, claim.source),
            label::measure(corpus, claim.measure),
            stance(corpus, claim)
        ),
        None => String::new(),
    }
}
