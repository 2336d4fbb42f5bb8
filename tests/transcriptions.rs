//! The General Staff's daily series against two other transcriptions of the same bulletins, with the
//! increases that the bulletins state. The data lie beside the repository and not in it; where they
//! are not there, this test says so and passes.
#![allow(clippy::print_stdout, reason = "a skipped test says so")]

use gainsay_compare::{Analysis, Discrepancy, compare};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use support::{data, findings, load_text};

const START: &str = "2022-02-24";

/// The measure, and the names that the series and the two transcriptions have for it, and the word
/// with which its line in the Ukrainian bulletins starts.
const CATEGORIES: [(&str, &str, &str, &str, &str); 12] = [
    ("tanks-lost", "tank", "tanks", "tanks", "Танки"),
    ("armoured-vehicles-lost", "APC", "afvs", "apv", "ББМ"),
    ("artillery-lost", "field artillery", "artillery", "artillery", "Артилерійські системи"),
    ("multiple-rocket-launchers-lost", "MRL", "rocketSystems", "mlrs", "РСЗВ"),
    ("air-defence-lost", "anti-aircraft warfare", "airDefense", "aaws", "Засоби ППО"),
    ("aircraft-lost", "aircraft", "fixedWingAircraft", "aircrafts", "Літаки"),
    ("helicopters-lost", "helicopter", "rotaryWingAircraft", "helicopters", "Гелікоптери"),
    ("uavs-lost", "drone", "uavs", "uav", "БПЛА"),
    ("cruise-missiles-lost", "cruise missiles", "missiles", "cruise_missiles", "Ракети"),
    ("ships-lost", "naval ship", "ships", "warships", "Кораблі"),
    (
        "vehicles-and-fuel-tanks-lost",
        "vehicles and fuel tanks",
        "unarmoredVehicles",
        "vehicles_fuel_tanks",
        "Автомобілі та автоцистерни",
    ),
    ("special-equipment-lost", "special equipment", "specialEquipment", "special_equipment", "Спеціальна техніка"),
];

fn claim(lines: &mut String, document: &str, via: &str, measure: &str, from: &str, to: &str, figure: &str) {
    let via = if via.is_empty() { String::new() } else { format!(r#","via":["{via}"]"#) };
    let id =
        if from == START { format!("{document}/{to}/{measure}") } else { format!("{document}/{to}/{measure}-day") };
    let _ = writeln!(
        lines,
        r#"{{"id":"{id}","document":"{document}","source":"general-staff","said":"{to}","measure":"{measure}","subject":"russian-forces","place":"ukraine","period":{{"from":"{from}","to":"{to}"}},"value":{{"exactly":{figure}}}{via}}}"#
    );
}

fn objects(folder: &std::path::Path, name: &str) -> Vec<Value> {
    let text = std::fs::read_to_string(folder.join(name)).expect("the file is there");
    serde_json::from_str(&text).expect("an array of days")
}

/// The series, the two transcriptions and the stated increases as claims.
fn corpus(folder: &std::path::Path) -> String {
    let mut lines = String::new();
    for document in ["series", "second", "third", "bulletins"] {
        let _ = writeln!(lines, r#"{{"document":{{"id":"{document}"}}}}"#);
    }
    for (name, document, via, column) in
        [("equipment.json", "series", "", 1), ("second-transcription.json", "second", "second", 2)]
    {
        for day in objects(folder, name) {
            let date = day["date"].as_str().expect("a date");
            for (measure, series, second, ..) in CATEGORIES {
                let field = if column == 1 { series } else { second };
                if let Some(figure) = day[field].as_u64() {
                    claim(&mut lines, document, via, measure, START, date, &figure.to_string());
                }
            }
        }
    }
    let table = std::fs::read_to_string(folder.join("third-transcription.csv")).expect("the table is there");
    let mut rows = table.lines().map(|row| row.split(',').collect::<Vec<_>>());
    let head = rows.next().expect("a head");
    for row in rows {
        for (measure, .., third, _) in CATEGORIES {
            let column = head.iter().position(|name| *name == third).expect("the column is there");
            if let Some(figure) = row.get(column).filter(|figure| !figure.is_empty()) {
                claim(&mut lines, "third", "third", measure, START, row[0], figure);
            }
        }
    }
    let bulletins = std::fs::read_to_string(folder.join("bulletins-uk.jsonl")).expect("the bulletins are there");
    for bulletin in bulletins.lines() {
        let bulletin: Value = serde_json::from_str(bulletin).expect("a bulletin");
        let date = bulletin["date"].as_str().expect("a date");
        for line in bulletin["text"].as_str().expect("a text").lines() {
            let stated = line.split_once("(+").and_then(|(_, rest)| rest.split_once(')'));
            let category = CATEGORIES.iter().find(|(.., word)| line.starts_with(word));
            if let (Some((increase, _)), Some((measure, ..))) = (stated.filter(|_| date > "2022-05-01"), category)
                && increase.bytes().all(|byte| byte.is_ascii_digit())
            {
                claim(&mut lines, "bulletins", "", measure, date, date, increase);
            }
        }
    }
    lines
}

fn on(analysis: &Analysis, rule: &str, topic: &str, day: &str) -> Option<Discrepancy> {
    let discrepancy = analysis
        .discrepancies
        .iter()
        .find(|discrepancy| discrepancy.rule.id == rule && analysis.topics[discrepancy.topic.index()].id == topic)?;
    let day = day.parse().expect("a day");
    discrepancy
        .episodes
        .iter()
        .any(|episode| episode.from <= Some(day) && Some(day) <= episode.to)
        .then(|| discrepancy.clone())
}

#[test]
fn a_mistyped_figure_comes_out_three_ways() {
    let Some(folder) = data("general-staff") else { return };
    let corpus = load_text(&corpus(&folder));
    assert_eq!(corpus.problems, []);
    let analysis = compare(&corpus);
    let topic = "vehicles-and-fuel-tanks-lost/russian-forces/ukraine";
    for rule in ["retold-differently", "total-falls", "increment-mismatch"] {
        let found = on(&analysis, rule, topic, "2023-04-19");
        assert!(found.is_some(), "{rule} is silent:\n{}", findings(&corpus, &analysis.discrepancies));
    }
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    for discrepancy in &analysis.discrepancies {
        *rules.entry(discrepancy.rule.id).or_default() += 1;
    }
    println!("{} claims: {rules:?}", corpus.claims.len());
}
