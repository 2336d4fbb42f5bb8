//! `gainsay explain RULE`: a rule's page, laid out for a terminal.

use super::canvas::{Canvas, Span, Tone};
use crate::Style;
use gainsay_compare::Rule;
use std::io::{self, Write};

/// Writes a rule's page: headings stand out, paragraphs are wrapped, examples stay as they are.
///
/// # Errors
/// Those of `out`.
pub fn write_rule(rule: &Rule, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let canvas = &mut Canvas::new(style, out);
    let mut paragraph = String::new();
    let mut head = Span::new(Tone::Plain, "");
    let mut in_example = false;
    for line in rule.page.lines() {
        let fence = line.starts_with("```");
        let starts = fence || line.is_empty() || line.starts_with('#') || line.starts_with("- ");
        if (starts || in_example) && !paragraph.is_empty() {
            canvas.paragraph(&head, Tone::Plain, &inline(&paragraph))?;
            paragraph.clear();
        }
        if fence {
            in_example = !in_example;
        } else if in_example {
            canvas.text(Tone::Faint, &format!("  {line}"))?;
        } else if line.is_empty() {
            canvas.gap()?;
        } else if line.starts_with('#') {
            canvas.text(Tone::Heading, line.trim_start_matches(['#', ' ']))?;
        } else {
            if paragraph.is_empty() {
                head = Span::new(Tone::Plain, if line.starts_with("- ") { "- " } else { "" });
            } else {
                paragraph.push(' ');
            }
            paragraph.push_str(line.strip_prefix("- ").unwrap_or(line).trim());
        }
    }
    if !paragraph.is_empty() {
        canvas.paragraph(&head, Tone::Plain, &inline(&paragraph))?;
    }
    Ok(())
}

/// The text without the marks of emphasis and code.
fn inline(text: &str) -> String {
    text.replace("**", "").replace('`', "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout;

    #[test]
    fn every_page_fits_a_terminal() {
        for rule in gainsay_compare::RULES {
            let mut out = Vec::new();
            write_rule(rule, Style { width: 100, colour: false }, &mut out).expect("a buffer takes everything");
            let text = String::from_utf8(out).expect("it is UTF-8");
            assert!(text.starts_with(rule.id), "{text}");
            assert!(!text.contains('#') && !text.contains("```"), "{text}");
            assert!(text.lines().all(|line| layout::width(line) <= 110), "{text}");
        }
    }
}
