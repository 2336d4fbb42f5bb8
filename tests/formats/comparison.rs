//! Review of a comparison of two revisions: what has changed, and what was accepted.

use super::readers::{commands, markdown, sarif};
use chrono::NaiveDate;
use gainsay_diff::ChangeKind;
use gainsay_report::{Acknowledgement, Compared, Picture, Places, Review, ReviewFormat, Rewritten, write_review};
use support::{check, root};

/// The shipped corpus, each item with a change of its own; every seventh is acknowledged.
fn compared(format: ReviewFormat, most: usize) -> String {
    let (corpus, analysis) = check(&root().join("claims"));
    let picture = Picture { corpus: &corpus, analysis: &analysis, as_of: None };
    let mut review = Review::of(&picture, &Places::new());
    review.items.truncate(most);
    let how = "value: 5 → <b>6</b>, +1, +20 %".to_owned();
    review.edits = (0..60).map(|number| Rewritten { what: format!("d/{number}"), how: how.clone() }).collect();
    let changes = [ChangeKind::New, ChangeKind::Worsened, ChangeKind::Eased, ChangeKind::Unchanged, ChangeKind::Absent];
    for (number, item) in review.items.iter_mut().enumerate() {
        item.change = Some(changes[number % changes.len()]);
        item.compared =
            Some(Compared { was: "nothing".into(), is: format!("<b>{number}</b>"), by: vec!["d/a (added)".into()] })
                .filter(|_| item.change != Some(ChangeKind::Unchanged));
        item.acknowledgement = (number % 7 == 6).then(|| Acknowledgement {
            why: "both are <b>estimates</b>".into(),
            who: Some("the desk".into()),
            since: NaiveDate::from_ymd_opt(2026, 1, 2),
            expires: NaiveDate::from_ymd_opt(2026, 7, 1),
        });
    }
    let mut out = Vec::new();
    write_review(format, &review, &mut out).expect("memory can be written");
    String::from_utf8(out).expect("output is UTF-8")
}

#[test]
fn sarif_says_of_every_result_how_it_stands_to_the_baseline() {
    let run = sarif(&compared(ReviewFormat::Sarif, 50));
    for (number, result) in run["results"].as_array().expect("a list").iter().enumerate() {
        let state = ["new", "updated", "updated", "unchanged", "absent"][number % 5];
        assert_eq!(result["baselineState"], state);
        let suppressions = result["suppressions"].as_array().expect("every result says whether it is accepted");
        assert_eq!(suppressions.len(), usize::from(number % 7 == 6));
    }
    let accepted = &run["results"][6]["suppressions"][0];
    assert_eq!((&accepted["kind"], &accepted["status"]), (&"external".into(), &"accepted".into()));
    let why = "both are <b>estimates</b> (the desk, since 2026-01-02, until 2026-07-01)";
    assert_eq!(accepted["justification"], why);
}

#[test]
fn a_rule_that_is_not_known_has_a_name_and_no_number() {
    let (corpus, analysis) = check(&root().join("tests/cases/count-conflict/hit.ndjson"));
    let picture = Picture { corpus: &corpus, analysis: &analysis, as_of: None };
    let mut review = Review::of(&picture, &Places::new());
    review.items[0].rule = "a-rule-of-tomorrow".into();
    let mut out = Vec::new();
    write_review(ReviewFormat::Sarif, &review, &mut out).expect("memory can be written");
    let result = &sarif(&String::from_utf8(out).expect("output is UTF-8"))["results"][0];
    assert_eq!((&result["ruleId"], result.get("ruleIndex")), (&"a-rule-of-tomorrow".into(), None));
}

#[test]
fn only_what_came_or_worsened_fails() {
    let text = compared(ReviewFormat::Junit, 50);
    let document = roxmltree::Document::parse(&text).expect("it is XML");
    let number = |tag: &str| document.descendants().filter(|node| node.has_tag_name(tag)).count();
    // Two of five are new or worse: 20 of 50, less those of them that are acknowledged (6, 20, 41 by number).
    assert_eq!((number("failure"), number("skipped")), (17, 7));
    let (commands, _) = commands(&compared(ReviewFormat::Github, 20));
    let levels = |level: &str| commands.iter().filter(|command| command.name == level).count();
    // Of twenty, new or worse are eight, one of them acknowledged; eased or gone are eight, none acknowledged.
    assert_eq!((levels("error"), levels("notice")), (7, 8));
}

#[test]
fn a_summary_names_the_changes() {
    let text = compared(ReviewFormat::Summary, 20);
    let head = "## New: 4 conflicts · worsened: 4 conflicts · eased: 4 conflicts · absent: 4 conflicts · unchanged: 4 · acknowledged: 2\n";
    assert!(text.starts_with(head), "{text}");
    let read = markdown(&text);
    assert!(read.contains("both are <b>estimates</b> (the desk, since 2026-01-02, until 2026-07-01)"));
    let edits = text.lines().filter(|line| line.starts_with("| d/")).count();
    assert!(edits == 50 && read.contains("10 more changes; gainsay diff lists all"), "{read}");
    assert!(read.contains("<b>1</b>") && !read.contains("<b>3</b>"), "what is unchanged has no row: {read}");
    let rows = |heading: &str| {
        let (_, below) = text.split_once(&format!("### {heading}\n")).expect("the heading is there");
        below.split("###").next().expect("a section").lines().filter(|line| line.contains('/')).count()
    };
    assert_eq!((rows("Conflicts, new or worsened"), rows("Conflicts, eased or gone"), rows("Acknowledged")), (7, 8, 1));
}

#[test]
fn a_comparison_without_changes_says_so() {
    let (corpus, analysis) = check(&root().join("tests/cases/count-conflict/hit.ndjson"));
    let picture = Picture { corpus: &corpus, analysis: &analysis, as_of: None };
    let mut review = Review::of(&picture, &Places::new());
    let number = review.items.len();
    for item in &mut review.items {
        item.change = Some(ChangeKind::Unchanged);
    }
    let mut out = Vec::new();
    write_review(ReviewFormat::Summary, &review, &mut out).expect("memory can be written");
    let text = String::from_utf8(out).expect("output is UTF-8");
    let head = format!("## Nothing is new, worsened, eased or absent · unchanged: {number}\n");
    assert!(text.starts_with(&head) && !text.contains("###"), "{text}");
}
