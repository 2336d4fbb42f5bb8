//! What the kit's definitions say: they parse, name scripts that are there, and let no value of an event
//! become text of a script.

use crate::of_the_project;
use yaml_rust2::{Yaml, YamlLoader};

fn yaml(name: &str) -> Yaml {
    let text = std::fs::read_to_string(of_the_project(name)).expect("it is there");
    let mut documents = YamlLoader::load_from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(documents.len(), 1, "{name}");
    documents.remove(0)
}

fn names(folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(of_the_project(folder)).expect("the folder is there");
    let names = entries.map(|entry| entry.expect("it can be read").file_name().to_string_lossy().into_owned());
    names.map(|name| format!("{folder}/{name}")).collect()
}

/// Every step of the action and of the workflows.
fn steps() -> Vec<(String, Yaml)> {
    let action = ".github/actions/gainsay/action.yml";
    let list = |steps: &Yaml| steps.as_vec().expect("a list of steps").clone();
    let mut steps: Vec<(String, Yaml)> =
        list(&yaml(action)["runs"]["steps"]).into_iter().map(|step| (action.to_owned(), step)).collect();
    for name in names(".github/workflows") {
        for job in yaml(&name)["jobs"].as_hash().expect("jobs").values() {
            steps.extend(list(&job["steps"]).into_iter().map(|step| (name.clone(), step)));
        }
    }
    steps
}

fn is_program(path: &str) -> bool {
    use std::os::unix::fs::PermissionsExt;
    let facts = of_the_project(path).metadata();
    facts.is_ok_and(|facts| facts.is_file() && facts.permissions().mode() & 0o111 != 0)
}

#[test]
fn steps_run_scripts_that_are_there_and_nothing_else() {
    let mut scripts = 0;
    for (name, step) in steps() {
        let Some(run) = step["run"].as_str() else { continue };
        assert!(!run.contains("${{"), "{name}: a value of the event would become text of a script: {run}");
        let word = run.split_whitespace().next().expect("it runs something").trim_matches('"');
        let path = word.replace("$GITHUB_ACTION_PATH", ".github/actions/gainsay");
        assert!(is_program(&path), "{name}: {path} is no program of this repository");
        scripts += 1;
    }
    assert!(scripts >= 7, "{scripts}");
}

#[test]
fn actions_of_others_are_pinned_and_those_of_this_repository_are_there() {
    for (name, step) in steps() {
        let Some(uses) = step["uses"].as_str() else { continue };
        match uses.strip_prefix("./") {
            Some(path) => assert!(of_the_project(path).join("action.yml").is_file(), "{name}: {uses}"),
            None => {
                let (_, version) = uses.split_once('@').unwrap_or_else(|| panic!("{name}: {uses} has no version"));
                let is_major = version.strip_prefix('v').is_some_and(|number| number.parse::<u32>().is_ok());
                assert!(is_major || version.len() == 40, "{name}: {uses}");
            }
        }
    }
}

#[test]
fn tokens_may_do_no_more_than_they_must() {
    for name in names(".github/workflows") {
        let workflow = yaml(&name);
        assert_eq!(workflow["permissions"]["contents"].as_str(), Some("read"), "{name}");
        assert!(workflow["on"]["pull_request_target"].is_badvalue(), "{name}: a fork's code would run with our token");
    }
}

#[test]
fn inputs_and_outputs_that_are_named_are_there() {
    let action = yaml(".github/actions/gainsay/action.yml");
    let text = std::fs::read_to_string(of_the_project(".github/actions/gainsay/action.yml")).expect("it is there");
    let inputs = action["inputs"].as_hash().expect("inputs");
    let mentioned = |mark: &str| -> Vec<String> {
        let ends = |letter: char| !(letter.is_ascii_alphanumeric() || letter == '-');
        text.split(mark).skip(1).map(|rest| rest.split(ends).next().unwrap_or_default().to_owned()).collect()
    };
    for name in mentioned("inputs.") {
        assert!(inputs.contains_key(&Yaml::String(name.clone())), "{name}");
    }
    let review = std::fs::read_to_string(of_the_project(".github/actions/gainsay/review.sh")).expect("it is there");
    for name in mentioned("steps.review.outputs.") {
        assert!(review.contains(&format!("echo \"{name}=")), "{name}");
    }
    let outputs = action["outputs"].as_hash().expect("outputs");
    let workflow = std::fs::read_to_string(of_the_project(".github/workflows/claims.yml")).expect("it is there");
    for rest in workflow.split("steps.gainsay.outputs.").skip(1) {
        let name =
            rest.split(|letter: char| !(letter.is_ascii_lowercase() || letter == '-')).next().unwrap_or_default();
        assert!(outputs.contains_key(&Yaml::String(name.to_owned())), "{name}");
    }
}

#[test]
fn hooks_run_scripts_that_are_there() {
    let hooks = yaml(".pre-commit-hooks.yaml");
    let hooks = hooks.as_vec().expect("a list of hooks");
    assert_eq!(hooks.len(), 2);
    for hook in hooks {
        assert_eq!(hook["language"].as_str(), Some("script"));
        let entry = hook["entry"].as_str().expect("an entry");
        let (path, mode) = entry.split_once(' ').expect("a script and which hook it is");
        assert!(is_program(path), "{entry}");
        assert_eq!(hook["id"].as_str(), Some(&*format!("gainsay-{mode}")));
    }
}

#[test]
fn scripts_end_at_the_first_mistake() {
    let scripts = names(".github/actions/gainsay").into_iter().filter(|name| name.ends_with(".sh"));
    for name in scripts.chain([".ci/pending-snapshots".to_owned(), ".ci/run".to_owned()]) {
        let text = std::fs::read_to_string(of_the_project(&name)).expect("it is there");
        assert!(text.starts_with("#!/usr/bin/env bash\n# ") && text.contains("\nset -euo pipefail\n"), "{name}");
        assert!(is_program(&name), "{name}");
        assert!(!text.contains("eval "), "{name}");
    }
}

#[test]
fn the_snippets_of_the_page_are_yaml_and_run_what_there_is() {
    let page = std::fs::read_to_string(of_the_project(".docs/ci.md")).expect("it is there");
    let blocks: Vec<&str> = page.split("```yaml\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(blocks.len() >= 3, "{}", blocks.len());
    for block in &blocks {
        YamlLoader::load_from_str(block).unwrap_or_else(|error| panic!("{error}: {block}"));
    }
    let scripts =
        page.split(".github/actions/gainsay/").skip(1).filter_map(|rest| rest.split(['`', ' ', '"', '\n']).next());
    for script in scripts.filter(|name| name.ends_with(".sh")) {
        assert!(is_program(&format!(".github/actions/gainsay/{script}")), "{script}");
    }
}
