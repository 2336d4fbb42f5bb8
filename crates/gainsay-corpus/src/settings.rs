//! Reading `gainsay.toml`.

pub(crate) mod acknowledged;
pub(crate) mod edit;

use acknowledged::KEY;
use gainsay_claim::vocabulary::nearest;
use gainsay_claim::{Acknowledged, Problem, Settings, SourceFile};
use serde::Deserialize;
use std::ops::Range;
use toml::de::{DeTable, Deserializer};

/// What a file sets.
#[derive(Debug, Default)]
pub(crate) struct SettingsFile {
    pub(crate) settings: Settings,
    pub(crate) acknowledged: Vec<Acknowledged>,
    pub(crate) problems: Vec<Problem>,
}

/// The settings of a file, with every mistake in it; a key with a mistake keeps its default.
pub(crate) fn read(name: &str, text: &str) -> SettingsFile {
    let file = SourceFile { path: name, first_line: 1, text };
    let mut problems = Vec::new();
    let (mut table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let message = error.message().lines().next().unwrap_or_default().to_owned();
        problems.push(file.problem(
            error.span().unwrap_or(0..0),
            message,
            "mend the TOML there, as in `stale_days = 90`",
        ));
    }
    if !problems.is_empty() {
        return SettingsFile { problems, ..SettingsFile::default() };
    }
    let mut acknowledged = Vec::new();
    if let Some(list) = table.get_mut().remove(KEY) {
        (acknowledged, problems) = acknowledged::read(file, &list);
    }
    let keys: Vec<(String, Range<usize>)> =
        table.get_ref().keys().map(|key| (key.get_ref().to_string(), key.span())).collect();
    let mut sound = table.clone();
    for (key, place) in &keys {
        let mut alone = table.clone();
        for (other, _) in keys.iter().filter(|(other, _)| other != key) {
            alone.get_mut().remove(other.as_str());
        }
        if let Err(error) = Settings::deserialize(Deserializer::from(alone)) {
            let (message, help) = explain(key, error.message());
            problems.push(file.problem(error.span().unwrap_or(place.clone()), message, help));
            sound.get_mut().remove(key.as_str());
        }
    }
    let settings = Settings::deserialize(Deserializer::from(sound)).unwrap_or_default();
    SettingsFile { settings, acknowledged, problems }
}

fn explain(key: &str, message: &str) -> (String, String) {
    let quoted = |text: &str| -> Vec<String> { text.split('`').skip(1).step_by(2).map(str::to_owned).collect() };
    if let Some((found, expected)) = message.strip_prefix("unknown field ").and_then(|rest| rest.split_once(", ")) {
        let known: Vec<String> = quoted(expected).into_iter().chain([KEY.to_owned()]).collect();
        let unknown = quoted(found).pop().unwrap_or_else(|| key.to_owned());
        let help = match nearest(&unknown, known.iter().map(String::as_str)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the settings are {}", known.join(", ")),
        };
        return (format!("no setting is called `{unknown}`"), help);
    }
    let message = message.lines().next().unwrap_or_default();
    (format!("`{key}` cannot be read: {message}"), "write a whole number from 0, such as 90".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mistake_is_named_and_the_rest_counts() {
        let SettingsFile { settings, problems, .. } =
            read("gainsay.toml", "# пороги\nstale_dayz = 1\ngap_days = 7\nabout_percent = \"x\"\n");
        assert_eq!(settings, Settings { gap_days: 7, ..Settings::default() });
        let places: Vec<(u32, u32)> = problems.iter().map(|problem| (problem.line, problem.column)).collect();
        assert!(places.contains(&(2, 1)) && places.contains(&(4, 17)), "{problems:?}");
        assert!(problems.iter().any(|problem| problem.help == "did you mean `stale_days`?"));
    }

    #[test]
    fn acknowledgements_are_read_and_their_mistakes_have_places() {
        let text = "[[acknowledged]]\ndiscrepancy = \"a\"\nwhy = \"x\"\nexpires = 2026-07-01\n\n[[acknowledged]]\ndiscrepancy = \"a\"\nwhy = \"y\"\n\n\
                    [[acknowledged]]\ndiscrepancy = \"b\"\n[[acknowledged]]\nwhy = \"z\"\n\
                    [[acknowledged]]\ndiscrepancy = \"c\"\nwhy = \"z\"\nexpirse = \"2026-01-01\"\nsince = \"31.01.2026\"\nlevel = \"grave\"\n";
        let read = read("gainsay.toml", text);
        let held: Vec<&str> = read.acknowledged.iter().map(|held| &*held.discrepancy).collect();
        assert_eq!(held, ["a"]);
        assert_eq!((read.acknowledged[0].place.line, read.acknowledged[0].place.column), (2, 15));
        let told: Vec<String> = read
            .problems
            .iter()
            .map(|problem| format!("{}:{} {}", problem.line, problem.column, problem.sentence()))
            .collect();
        assert_eq!(
            told,
            [
                "7:15 `a` is acknowledged twice, first at line 2; keep one of the two; the first holds until then",
                "11:15 an acknowledgement without a reason; add why = \"…\"",
                "12:1 an acknowledgement of nothing; add discrepancy = \"…\"; `gainsay conflicts` lists the ids",
                "17:1 an acknowledgement has no field `expirse`; did you mean `expires`?",
                "18:9 `since` cannot be read; write a day, such as since = \"2026-01-31\"",
                "19:9 `level` cannot be read; write one of conflict, note, or leave it out",
            ]
        );
        let list = super::read("gainsay.toml", "acknowledged = 3\nacknowledge = 4\n");
        assert!(list.problems.iter().any(|problem| problem.help == "did you mean `acknowledged`?"), "{list:?}");
    }

    #[test]
    fn broken_toml_has_its_place() {
        let problems = read("gainsay.toml", "gap_days = \n").problems;
        assert_eq!(problems[0].line, 1);
    }
}
