//! What reads the formats on the other side: a validator, an XML reader, a Markdown reader, and the
//! grammar of workflow commands.

use jsonschema::Validator;
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;
use std::sync::LazyLock;
use support::root;

/// The schema, read once.
static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
    let schema = std::fs::read_to_string(root().join("tests/schemas/sarif-2.1.0.json")).expect("the schema is there");
    // The pattern of languages has an unmatched bracket, which a strict reader of patterns refuses.
    let schema = schema.replace("{2}]?$", "{2}$");
    let schema: Value = serde_json::from_str(&schema).expect("the schema is JSON");
    jsonschema::draft7::new(&schema).expect("the schema is one")
});

/// SARIF that follows the schema.
pub fn sarif(text: &str) -> Value {
    let log: Value = serde_json::from_str(text).expect("it is JSON");
    let mistakes: Vec<String> =
        SCHEMA.iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(mistakes, [""; 0]);
    log["runs"][0].clone()
}

/// A workflow command as the runner of GitHub Actions understands it.
#[derive(Debug, PartialEq, Eq)]
pub struct Command {
    pub name: String,
    pub properties: Vec<(String, String)>,
    pub message: String,
}

impl Command {
    pub fn property(&self, name: &str) -> &str {
        self.properties.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }
}

/// The commands of an output and its other lines.
pub fn commands(text: &str) -> (Vec<Command>, Vec<&str>) {
    let (mut commands, mut rest) = (Vec::new(), Vec::new());
    for line in text.split(['\n', '\r']).filter(|line| !line.is_empty()) {
        match command(line) {
            Some(command) => commands.push(command),
            None => rest.push(line),
        }
    }
    (commands, rest)
}

fn command(line: &str) -> Option<Command> {
    let (head, message) = line.trim_start().strip_prefix("::")?.split_once("::")?;
    let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
    let decoded = |text: &str| {
        let text = text.replace("%3A", ":").replace("%2C", ",").replace("%0D", "\r");
        text.replace("%0A", "\n").replace("%25", "%")
    };
    let pair = |pair: &str| pair.split_once('=').map(|(name, value)| (name.to_owned(), decoded(value)));
    let properties = properties.split(',').filter_map(pair).collect();
    Some(Command { name: name.to_owned(), properties, message: decoded(message) })
}

/// Whether the log of a build server would act on something in a text that is not a command of ours.
pub fn acts_in_a_log(text: &str) -> bool {
    let marks = ["##[", "##vso[", "##teamcity["];
    marks.iter().any(|mark| text.contains(mark))
        || text.split(['\n', '\r']).any(|line| command(line).is_some())
        || text.contains('\u{1b}')
}

/// The text of a Markdown page; nothing in it is a link, an image or HTML.
pub fn markdown(text: &str) -> String {
    let mut read = String::new();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => panic!("HTML acts: {html}"),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => panic!("a link acts: {dest_url}"),
            Event::Text(text) | Event::Code(text) => read.push_str(&text),
            Event::End(_) => read.push('\n'),
            _ => {}
        }
    }
    read
}
