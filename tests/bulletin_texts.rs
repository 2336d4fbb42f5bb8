//! The bulletins that lie beside the repository, as text.

use std::path::Path;

/// A bulletin with the day that its file gives.
pub struct Bulletin {
    /// The day, `YYYY-MM-DD`.
    pub day: String,
    /// Its words, one block a line.
    pub text: String,
}

/// The bulletins of a file of JSON lines.
pub fn lines(file: &Path) -> Vec<Bulletin> {
    let content = std::fs::read_to_string(file).expect("the file is there");
    content
        .lines()
        .map(|line| {
            let record: serde_json::Value = serde_json::from_str(line).expect("JSON");
            let field = |name: &str| record[name].as_str();
            let text = field("text").map(str::to_owned).or_else(|| field("html").map(without_markup));
            Bulletin { day: field("date").expect("a day").to_owned(), text: text.expect("a text") }
        })
        .collect()
}

/// The pages of a folder; the day is in the name of each file.
pub fn pages(folder: &Path) -> Vec<Bulletin> {
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").path()).collect();
    files.sort();
    files
        .iter()
        .map(|file| {
            let name = file.file_name().expect("a name").to_string_lossy().into_owned();
            let bytes = std::fs::read(file).expect("the file is there");
            Bulletin { day: name[3..13].to_owned(), text: without_markup(&String::from_utf8_lossy(&bytes)) }
        })
        .collect()
}

/// Blocks one a line, no scripts, no tags, the common entities as their characters.
fn without_markup(html: &str) -> String {
    const BLOCKS: [&str; 16] = [
        "p", "li", "br", "div", "h1", "h2", "h3", "h4", "tr", "ul", "table", "title", "section", "option", "form", "td",
    ];
    let flat = html.replace(['\n', '\r', '\t'], " ");
    let mut text = String::with_capacity(flat.len());
    let mut rest = flat.as_str();
    while let Some(open) = rest.find('<') {
        text.push_str(&rest[..open]);
        rest = &rest[open..];
        let close = rest.find('>').map_or(rest.len(), |close| close + 1);
        let opens = !rest.starts_with("</");
        let tag = rest[1..close].trim_start_matches('/').to_ascii_lowercase();
        let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).collect();
        rest = &rest[close..];
        if opens && matches!(&*name, "script" | "style") && !tag.ends_with("/>") {
            let end = rest.find(&format!("</{name}")).unwrap_or(rest.len());
            rest = &rest[end..];
        } else if BLOCKS.contains(&&*name) {
            text.push('\n');
        }
    }
    text.push_str(rest);
    for (entity, character) in [
        ("&nbsp;", "\u{a0}"),
        ("&ndash;", "–"),
        ("&mdash;", "—"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&rsquo;", "’"),
        ("&laquo;", "«"),
        ("&raquo;", "»"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, character);
    }
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}
