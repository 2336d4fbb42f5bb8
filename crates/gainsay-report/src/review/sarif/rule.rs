//! The rules as SARIF describes them, from their pages.

use super::level;
use super::records::{Configuration, Descriptor, Driver, Help, Message};
use crate::label::capital;
use gainsay_compare::{RULES, Rule};

/// What a notification on unsound input is called.
pub const UNSOUND: &str = "unsound-input";

/// gainsay, with every rule.
pub fn driver() -> Driver {
    let told = "A file, a record or a text is not as it should be; the rest was compared.";
    Driver {
        name: "gainsay",
        semantic_version: env!("CARGO_PKG_VERSION"),
        rules: RULES.iter().map(descriptor).collect(),
        notifications: [Descriptor {
            id: UNSOUND,
            name: pascal(UNSOUND),
            short_description: Message::plain("The input is unsound."),
            full_description: Message::plain(told),
            help: None,
            default_configuration: Configuration { level: "error" },
        }],
    }
}

fn descriptor(rule: &Rule) -> Descriptor {
    Descriptor {
        id: rule.id,
        name: pascal(rule.id),
        short_description: Message::plain(format!("{}.", capital(rule.title))),
        full_description: Message::plain(what_it_reports(rule)),
        help: Some(Help { text: without_marks(rule.page), markdown: rule.page }),
        default_configuration: Configuration { level: level(rule.level) },
    }
}

/// The first paragraph below the heading of that name.
fn what_it_reports(rule: &Rule) -> String {
    let (_, below) = rule.page.split_once("## What it reports").unwrap_or(("", rule.page));
    let paragraph = below.trim_start().split("\n\n").next().unwrap_or_default();
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ").replace('`', "")
}

/// A page without the marks of headings, emphasis and code.
fn without_marks(page: &str) -> String {
    let lines = page.lines().filter(|line| !line.starts_with("```"));
    let text = |line: &str| match line.trim_start_matches('#') {
        heading if heading.len() < line.len() => heading.trim_start().to_owned(),
        line => line.replace("**", "").replace('`', ""),
    };
    lines.map(text).collect::<Vec<_>>().join("\n")
}

/// `CountConflict` for `count-conflict`.
fn pascal(id: &str) -> String {
    id.split('-').map(capital).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_gives_a_description() {
        for rule in RULES {
            let described = descriptor(rule);
            let text = &described.full_description.text;
            assert!(text.len() > 40 && !text.contains(['#', '|', '\n']), "{}: {text}", rule.id);
            let help = described.help.expect("every rule has a page").text;
            assert!(help.contains("\nWhy it matters\n") && !help.contains(['#', '`']), "{}: {help}", rule.id);
        }
        assert_eq!(pascal("count-conflict"), "CountConflict");
    }
}
