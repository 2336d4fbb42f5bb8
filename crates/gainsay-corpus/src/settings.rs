//! Reading `gainsay.toml`.

use gainsay_claim::vocabulary::nearest;
use gainsay_claim::{Problem, Settings, SourceFile};
use serde::Deserialize;
use std::ops::Range;
use toml::de::{DeTable, Deserializer};

/// The settings of a file, with every mistake in it; a key with a mistake keeps its default.
pub(crate) fn read(name: &str, text: &str) -> (Settings, Vec<Problem>) {
    let file = SourceFile { path: name, first_line: 1, text };
    let mut problems = Vec::new();
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let message = error.message().lines().next().unwrap_or_default().to_owned();
        problems.push(file.problem(
            error.span().unwrap_or(0..0),
            message,
            "mend the TOML there, as in `stale_days = 90`",
        ));
    }
    if !problems.is_empty() {
        return (Settings::default(), problems);
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
    (Settings::deserialize(Deserializer::from(sound)).unwrap_or_default(), problems)
}

fn explain(key: &str, message: &str) -> (String, String) {
    let quoted = |text: &str| -> Vec<String> { text.split('`').skip(1).step_by(2).map(str::to_owned).collect() };
    if let Some((found, expected)) = message.strip_prefix("unknown field ").and_then(|rest| rest.split_once(", ")) {
        let known = quoted(expected);
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
        let (settings, problems) =
            read("gainsay.toml", "# пороги\nstale_dayz = 1\ngap_days = 7\nabout_percent = \"x\"\n");
        assert_eq!(settings, Settings { gap_days: 7, ..Settings::default() });
        let places: Vec<(u32, u32)> = problems.iter().map(|problem| (problem.line, problem.column)).collect();
        assert!(places.contains(&(2, 1)) && places.contains(&(4, 17)), "{problems:?}");
        assert!(problems.iter().any(|problem| problem.help == "did you mean `stale_days`?"));
    }

    #[test]
    fn broken_toml_has_its_place() {
        let (_, problems) = read("gainsay.toml", "gap_days = \n");
        assert_eq!(problems[0].line, 1);
    }
}
