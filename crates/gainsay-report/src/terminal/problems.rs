//! What is wrong in the input: file, line and column, a caret under the place, the way out.

use crate::{Style, inert, layout};
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use gainsay_claim::{Problem, Severity};
use std::io::{self, BufWriter, Write};

/// Writes each problem with its place.
///
/// # Errors
/// Those of `out`.
pub fn write_problems(problems: &[Problem], style: Style, out: &mut dyn Write) -> io::Result<()> {
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(style.width.max(40));
    let mut out = BufWriter::new(out);
    for problem in problems {
        write_problem(problem, &renderer, &mut out)?;
    }
    out.flush()
}

fn write_problem(problem: &Problem, renderer: &Renderer, out: &mut dyn Write) -> io::Result<()> {
    let message = inert::plain(&problem.message).into_owned();
    let help = inert::plain(&problem.help).into_owned();
    let path = inert::plain(&problem.path).into_owned();
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(message);
    let help = (!help.is_empty()).then(|| Level::HELP.message(help));
    let Some(excerpt) = &problem.excerpt else {
        let origin = Origin::path(path).line(problem.line as usize).char_column(problem.column as usize);
        return writeln!(out, "{}\n", renderer.render(&[title.element(origin).elements(help)]));
    };
    let (before, rest) = excerpt.text.split_at(excerpt.start);
    let (inner, after) = rest.split_at(excerpt.end - excerpt.start);
    let [before, inner, after] = [before, inner, after].map(inert::plain);
    let range = before.len()..before.len() + inner.len();
    let snippet = Snippet::source(format!("{before}{inner}{after}"))
        .line_start(problem.line as usize)
        .annotation(AnnotationKind::Primary.span(range));
    let shown = renderer.render(&[title.element(snippet).elements(help)]);
    // The excerpt may be a cut line, so the crate cannot count the column in it; this line stands
    // where the crate would put its own.
    let (title, body) = shown.split_once('\n').unwrap_or((&shown, ""));
    let gutter = layout::spaces(problem.line.to_string().len());
    writeln!(out, "{title}\n{gutter}--> {path}:{}:{}\n{body}\n", problem.line, problem.column)
}

#[cfg(test)]
mod tests {
    use super::*;
    use gainsay_claim::SourceFile;

    #[test]
    fn the_caret_stands_under_cyrillic_text() {
        let text = "{\n  \"втрати\": \"бахмут\"\n}";
        let file = SourceFile { path: "claims/a.json", first_line: 1, text };
        let start = text.find("бахмут").expect("it stands there");
        let problem =
            file.problem(start..start + "бахмут".len(), "no place is called `бахмут`", "did you mean `bakhmut`?");
        let mut out = Vec::new();
        write_problems(&[problem], Style { width: 80, colour: false }, &mut out).expect("a buffer takes everything");
        let shown = String::from_utf8(out).expect("it is UTF-8");
        let expected = "\
error: no place is called `бахмут`
 --> claims/a.json:2:14
  |
2 |   \"втрати\": \"бахмут\"
  |              ^^^^^^
  |
  = help: did you mean `bakhmut`?

";
        assert_eq!(shown, expected, "\n{shown}");
    }
}
