//! Writing acknowledgements into the text of a `gainsay.toml`, which keeps its comments and its layout:
//! one more table at the end, and a table taken out between its header and its last value.

use super::acknowledged::KEY;
use super::read;
use gainsay_claim::acknowledgement::days_in_words;
use gainsay_claim::{Acknowledged, Severity};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The text with an acknowledgement at its end; one of the same discrepancy that is there gives way to it.
///
/// # Errors
/// When the text cannot be edited: a fragment that says why, with the way out.
pub fn with_acknowledgement(text: &str, acknowledged: &Acknowledged) -> Result<String, String> {
    let mut edited = without_acknowledgement(text, &acknowledged.discrepancy)?;
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    if !edited.is_empty() && !edited.ends_with('\n') {
        edited.push_str(end);
    }
    if !edited.trim().is_empty() && !edited.ends_with(&format!("{end}{end}")) {
        edited.push_str(end);
    }
    edited.push_str(&table(acknowledged).replace('\n', end));
    let last = read("gainsay.toml", &edited).acknowledged.pop();
    let is_there = last.is_some_and(|last| {
        (&last.discrepancy, &last.acknowledgement, &last.given_for)
            == (&acknowledged.discrepancy, &acknowledged.acknowledgement, &acknowledged.given_for)
    });
    kept(text, &edited, &acknowledged.discrepancy).filter(|_| is_there).ok_or_else(|| {
        "its acknowledgements are a list in one place; write each as a table of its own, [[acknowledged]]".to_owned()
    })
}

/// The text without the acknowledgement of a discrepancy; the same text where there is none.
///
/// # Errors
/// When the text cannot be edited: a fragment that says why, with the way out.
pub fn without_acknowledgement(text: &str, discrepancy: &str) -> Result<String, String> {
    let before = read("gainsay.toml", text);
    if let Some(problem) = before.problems.iter().find(|problem| problem.severity == Severity::Error) {
        return Err(format!("line {}: {}; mend it first", problem.line, problem.sentence()));
    }
    let Some(range) = place(text, discrepancy) else { return Ok(text.to_owned()) };
    let comments: String =
        text[range.clone()].split_inclusive('\n').filter(|line| line.trim_start().starts_with('#')).collect();
    let behind = &text[range.end..];
    // At the top of the file there is nothing from which an empty line would set it apart.
    let behind = if range.start == 0 && comments.is_empty() { behind.trim_start_matches(['\r', '\n']) } else { behind };
    let edited = format!("{}{comments}{behind}", &text[..range.start]);
    kept(text, &edited, discrepancy)
        .ok_or_else(|| format!("the table of `{discrepancy}` does not stand by itself; take it out by hand"))
}

/// The edited text, where all but the acknowledgement of one discrepancy says what it said.
fn kept(text: &str, edited: &str, discrepancy: &str) -> Option<String> {
    let [mut before, mut after] = [text, edited].map(|text| read("gainsay.toml", text));
    for settings in [&mut before, &mut after] {
        settings.acknowledged.retain(|other| other.discrepancy != discrepancy);
    }
    let said = |list: Vec<Acknowledged>| -> Vec<_> {
        list.into_iter().map(|other| (other.discrepancy, other.acknowledgement, other.given_for)).collect()
    };
    let same = after.problems.is_empty()
        && before.settings == after.settings
        && said(before.acknowledged) == said(after.acknowledged);
    same.then(|| edited.to_owned())
}

/// The whole lines of a table, from its header to its last value.
fn place(text: &str, discrepancy: &str) -> Option<Range<usize>> {
    let (table, _) = DeTable::parse_recoverable(text);
    let list = table.get_ref().iter().find(|(key, _)| &**key.get_ref() == KEY)?.1;
    let is_it = |item: &&Spanned<DeValue<'_>>| {
        let fields = item.get_ref().as_table();
        let id = fields.and_then(|fields| fields.iter().find(|(key, _)| &**key.get_ref() == "discrepancy"));
        id.is_some_and(|(_, id)| id.get_ref().as_str() == Some(discrepancy))
    };
    let item = list.get_ref().as_array()?.iter().find(is_it)?;
    let fields = item.get_ref().as_table()?;
    let first = fields.keys().map(|key| key.span().start).min()?;
    let last = fields.values().map(|value| value.span().end).max()?;
    let starts = text[..first].match_indices('\n').map(|(newline, _)| newline + 1).collect::<Vec<_>>();
    let is_header = |start: &usize| text[*start..].trim_start_matches([' ', '\t', '\u{feff}']).starts_with("[[");
    let start = starts.into_iter().rev().chain([0]).find(is_header)?;
    let end = text[last..].find('\n').map_or(text.len(), |newline| last + newline + 1);
    // Of the empty lines around it, those before it go with it.
    let above = text[..start].trim_end_matches([' ', '\t', '\r', '\n']);
    let start = match text[above.len()..start].find('\n') {
        Some(newline) if !above.is_empty() => above.len() + newline + 1,
        _ if above.is_empty() => 0,
        _ => start,
    };
    Some(start..end)
}

/// The lines of an acknowledgement.
fn table(acknowledged: &Acknowledged) -> String {
    let Acknowledged { discrepancy, acknowledgement, given_for, .. } = acknowledged;
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| quoted(&day.to_string()));
    let list = |texts: &[String]| match texts {
        [] | [_] => format!("[{}]", texts.iter().map(|text| quoted(text)).collect::<String>()),
        _ => texts.iter().fold("[\n".to_owned(), |list, text| format!("{list}  {},\n", quoted(text))) + "]",
    };
    let days = given_for.days.as_ref().map(|days| days.iter().map(|days| days_in_words(*days)).collect::<Vec<_>>());
    let fields = [
        ("discrepancy", Some(quoted(discrepancy))),
        ("why", Some(quoted(&acknowledgement.why))),
        ("who", acknowledgement.who.as_deref().map(quoted)),
        ("since", day(acknowledgement.since)),
        ("expires", day(acknowledgement.expires)),
        ("level", given_for.level.as_deref().map(quoted)),
        ("certainty", given_for.certainty.as_deref().map(quoted)),
        ("values", given_for.values.as_deref().map(list)),
        ("days", days.as_deref().map(list)),
    ];
    let lines = fields.into_iter().filter_map(|(name, value)| Some(format!("{name} = {}\n", value?)));
    std::iter::once("[[acknowledged]]\n".to_owned()).chain(lines).collect()
}

/// A string of TOML, in which nothing is hidden or acts.
fn quoted(text: &str) -> String {
    let mut shown = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => shown.extend(['\\', letter]),
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                shown.push_str(&format!("\\u{:04X}", letter as u32));
            }
            letter if letter.is_control() => shown.push_str(&format!("\\u{:04X}", letter as u32)),
            letter => shown.push(letter),
        }
    }
    shown.push('"');
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;
    use gainsay_claim::{Acknowledgement, DateRange, GivenFor, Problem};

    fn acknowledged(id: &str, why: &str) -> Acknowledged {
        let day = NaiveDate::from_ymd_opt(2023, 4, 24);
        Acknowledged {
            discrepancy: id.into(),
            acknowledgement: Acknowledgement {
                why: why.into(),
                who: Some("desk".into()),
                since: NaiveDate::from_ymd_opt(2026, 1, 2),
                expires: None,
            },
            given_for: GivenFor {
                level: Some("conflict".into()),
                certainty: Some("certain".into()),
                values: Some(vec!["gs/23: ≈ 185,730".into(), "gs/24: ≈ 18,642".into()]),
                days: Some(vec![DateRange { from: day, to: day }]),
            },
            place: Problem::of_file("gainsay.toml", "", ""),
        }
    }

    const TEXT: &str = "# пороги нашої редакції\nstale_days = 30   # a month\n\n# the first one\n[[acknowledged]]\ndiscrepancy = \"a\"\n# why we let it stand\nwhy = \"x [[y]]\" # agreed on\n\n[[acknowledged]]\ndiscrepancy = 'b'\nwhy = '''\nlong\n'''\n# the end\n";

    #[test]
    fn one_more_comes_at_the_end_and_the_rest_stays_as_it_is() {
        let edited = with_acknowledgement(TEXT, &acknowledged("c/d", "a \"dropped\" digit\n\u{202e}")).expect("it can");
        assert!(edited.starts_with(TEXT));
        let added = &edited[TEXT.len()..];
        assert_eq!(
            added,
            "\n[[acknowledged]]\ndiscrepancy = \"c/d\"\nwhy = \"a \\\"dropped\\\" digit\\u000A\\u202E\"\nwho = \"desk\"\nsince = \"2026-01-02\"\nlevel = \"conflict\"\ncertainty = \"certain\"\nvalues = [\n  \"gs/23: ≈ 185,730\",\n  \"gs/24: ≈ 18,642\",\n]\ndays = [\"2023-04-24\"]\n"
        );
        assert_eq!(without_acknowledgement(&edited, "c/d").as_deref(), Ok(TEXT));
    }

    #[test]
    fn a_table_goes_and_the_comments_stay() {
        let edited = without_acknowledgement(TEXT, "a").expect("it can");
        assert_eq!(
            edited,
            "# пороги нашої редакції\nstale_days = 30   # a month\n\n# the first one\n# why we let it stand\n\n[[acknowledged]]\ndiscrepancy = 'b'\nwhy = '''\nlong\n'''\n# the end\n"
        );
        let edited = without_acknowledgement(TEXT, "b").expect("it can");
        assert!(edited.ends_with("# agreed on\n# the end\n"), "{edited}");
        assert_eq!(without_acknowledgement(TEXT, "no such").as_deref(), Ok(TEXT));
    }

    #[test]
    fn a_later_one_takes_the_place_of_an_earlier_one() {
        let edited = with_acknowledgement(TEXT, &acknowledged("a", "seen again")).expect("it can");
        assert_eq!(edited.matches("discrepancy = \"a\"").count(), 1);
        assert!(edited.contains("seen again") && !edited.contains("x [[y]]"), "{edited}");
    }

    #[test]
    fn an_empty_file_and_lines_of_another_system_are_kept_as_they_are() {
        let fresh = with_acknowledgement("", &acknowledged("a", "x")).expect("it can");
        assert!(fresh.starts_with("[[acknowledged]]\n"));
        let edited = with_acknowledgement("gap_days = 7", &acknowledged("a", "x")).expect("it can");
        assert!(edited.starts_with("gap_days = 7\n\n[[acknowledged]]\n"));
        let edited = with_acknowledgement("\u{feff}gap_days = 7\r\n", &acknowledged("a", "x")).expect("it can");
        assert!(edited.starts_with("\u{feff}gap_days = 7\r\n\r\n[[acknowledged]]\r\n"));
        assert_eq!(edited.matches('\n').count(), edited.matches("\r\n").count());
    }

    #[test]
    fn what_cannot_be_edited_is_refused_and_not_broken() {
        let inline = "acknowledged = [{ discrepancy = \"a\", why = \"x\" }]\n";
        let refused = with_acknowledgement(inline, &acknowledged("b", "y")).expect_err("it is refused");
        assert!(refused.contains("[[acknowledged]]"), "{refused}");
        let refused = with_acknowledgement("gap_days = \n", &acknowledged("b", "y")).expect_err("it is refused");
        assert!(refused.starts_with("line 1:"), "{refused}");
    }
}
