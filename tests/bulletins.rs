//! Is every figure of the General Staff's bulletins read, and nothing besides?
#![allow(clippy::print_stdout, reason = "what was measured is worth a line")]

#[path = "bulletin_texts.rs"]
mod bulletin_texts;

use bulletin_texts::{Bulletin, lines, pages};
use chrono::NaiveDate;
use gainsay::sources::vocabulary;
use gainsay_claim::extract::{Extract, Extractor, RawDocument};
use gainsay_claim::{DraftValue, Vocabulary};
use gainsay_source_general_staff::GeneralStaff;
use std::fmt::Write;

fn read<'a>(text: &'a str, publisher: Option<&'a str>, vocabulary: &'a Vocabulary) -> Extract<'a> {
    let raw =
        RawDocument { text, language: None, published: None, dated: None, publisher, attested: false, vocabulary };
    GeneralStaff.extract(&raw)
}

/// The figures of the lines that have the shape of an entry, counted by their digits alone: a line without a day or a
/// time, of at most three numbers, that has a dash of any kind before the first of them.
fn digits(text: &str) -> Vec<u64> {
    let mut figures = Vec::new();
    for line in text.lines() {
        let dash = line.find(['—', '–', '‒', '-']);
        let first = line.find(|letter: char| letter.is_ascii_digit());
        let (Some(dash), Some(first)) = (dash, first) else { continue };
        let runs = line.split(|letter: char| !letter.is_ascii_digit()).filter(|run| !run.is_empty());
        let runs: Vec<&str> = runs.collect();
        let is_entry = dash < first && runs.len() <= 4 && !line.contains(':') && line.chars().count() < 90;
        if is_entry && !runs.contains(&"2022") {
            figures.extend(runs.iter().map(|run| run.parse::<u64>().expect("digits")));
        }
    }
    figures.sort_unstable();
    figures
}

/// The figures of the claims, in rising order.
fn figures(extract: &Extract<'_>) -> Vec<u64> {
    let figure = |value: &DraftValue<'_>| match value {
        DraftValue::Count(count) => count.figure().whole_part(),
        other => panic!("{other:?} is no count"),
    };
    let mut figures: Vec<u64> =
        extract.claims.iter().map(|claim| u64::try_from(figure(&claim.value)).expect("in range")).collect();
    figures.sort_unstable();
    figures
}

/// Reads every bulletin, checks it against its digits, its day and its own words, and counts its claims.
fn check(bulletins: &[Bulletin], vocabulary: &Vocabulary) -> (usize, usize) {
    let (mut claims, mut unclear) = (0, 0);
    for Bulletin { day, text } in bulletins {
        let extract = read(text, None, vocabulary);
        let unread = extract.unclear.iter().map(|unclear| {
            let words: String = text.chars().skip(unclear.place.start).take(unclear.place.len()).collect();
            words.split(|letter: char| !letter.is_ascii_digit()).find_map(|run| run.parse::<u64>().ok())
        });
        let mut all = figures(&extract);
        all.extend(unread.flatten());
        all.sort_unstable();
        assert_eq!(all, digits(text), "{day}");
        let day: NaiveDate = day.parse().expect("a day");
        for claim in &extract.claims {
            let period = claim.period.expect("every bulletin has its day");
            let start =
                if claim.id.ends_with("/day") { day } else { NaiveDate::from_ymd_opt(2022, 2, 24).expect("a day") };
            assert_eq!((period.from, period.to), (start, day), "{claim:?}");
            let evidence = claim.evidence.as_ref().expect("every claim quotes");
            let words: String = text.chars().skip(evidence.start).take(evidence.end - evidence.start).collect();
            assert_eq!(words, evidence.exact, "{claim:?}");
        }
        claims += extract.claims.len();
        unclear += extract.unclear.len();
    }
    (claims, unclear)
}

#[test]
fn every_ukrainian_bulletin_is_read_whole() {
    let Some(folder) = support::data("general-staff") else { return };
    let (vocabulary, _) = Vocabulary::build(vocabulary());
    let bulletins = lines(&folder.join("bulletins-uk.jsonl"));
    // «ЗРК БУК» beside «Засоби ППО» on 1 March 2022 is no total of air defence.
    assert_eq!((bulletins.len(), check(&bulletins, &vocabulary)), (431, (9103, 1)));
}

#[test]
fn every_english_bulletin_is_read_whole() {
    let Some(folder) = support::data("general-staff") else { return };
    let (vocabulary, _) = Vocabulary::build(vocabulary());
    let bulletins = lines(&folder.join("bulletins-en.jsonl"));
    assert_eq!((bulletins.len(), check(&bulletins, &vocabulary)), (328, (8364, 0)));
}

#[test]
fn every_page_is_read_whole() {
    let Some(folder) = support::data("general-staff") else { return };
    let (vocabulary, _) = Vocabulary::build(vocabulary());
    let mut pages = pages(&folder.join("pages-en"));
    // The name of one file has the day of its saving.
    for page in pages.iter_mut().filter(|page| page.text.contains("по 08.07")) {
        "2022-07-08".clone_into(&mut page.day);
    }
    assert_eq!((pages.len(), check(&pages, &vocabulary)), (86, (2075, 0)));
}

/// The claims as a reader of a snapshot wants them.
fn shown(text: &str) -> String {
    let (vocabulary, _) = Vocabulary::build(vocabulary());
    let extract = read(text, Some("outlet"), &vocabulary);
    let day = |day: Option<NaiveDate>| day.map_or_else(|| "no day".to_owned(), |day| day.to_string());
    let mut shown =
        format!("{}, {}, covers {:?}\n", day(extract.published), extract.language.unwrap_or("?"), extract.covered);
    for claim in &extract.claims {
        let value = serde_json::to_string(&claim.value).expect("serializable");
        let period = claim.period.map_or_else(String::new, |period| format!("{} to {}", period.from, period.to));
        let evidence = claim.evidence.as_ref().expect("every claim quotes");
        let hedge = claim.hedge.as_deref().map_or_else(String::new, |hedge| format!(" hedged by {hedge:?}"));
        let _ = writeln!(shown, "{} {value} {period}{hedge} {:?}", claim.id, evidence.exact);
    }
    for unclear in &extract.unclear {
        let words: String = text.chars().skip(unclear.place.start).take(unclear.place.len()).collect();
        let _ = writeln!(shown, "? {words:?}: {}; {} {:?}", unclear.message, unclear.help, unclear.candidates);
    }
    shown
}

#[test]
fn a_ukrainian_list_with_a_category_of_its_own() {
    insta::assert_snapshot!(shown(
        "Втрати загарбників на ранок\n\nБойові втрати противника з 24.02.22 по 22.01.26, за підрахунком Генштабу:\n\
         особового складу ‒ близько 1 230 810 (+1 070) осіб,\nтанків ‒ 11 589 (+4) од,\nРСЗВ ‒ 1 619 од,\n\
         БпЛА оперативно-тактичного рівня за добу ‒ 112 034 (+876),\nпідводні човни ‒ 2 (+0) од,\n\
         лазерні установки ‒ 3 (+1) од,\nназемні робототехнічні комплекси ‒ 1 102 (+8) од.\nДані уточнюють."
    ));
}

#[test]
fn an_english_page_with_menus_around_the_list() {
    insta::assert_snapshot!(shown(
        "Losses of the enemy | Desk\nHOME\nNEWS\n2022-04-15 06:00:00 | ID: 7\n\
         Combat losses of the enemy from 24.02 to 15.04, roughly:\npersonnel ‒ about 20000 осіб,\ntanks ‒ 756 од,\n\
         Anti-aircraft warfare systems ‒ 66 (+0) од,\nvehicles ‒ 1443,\nfuel tanks ‒ 76,\nmobile SRBM system ‒ 4.\n\
         LATEST NEWS\nLosses from 24.02 to 14.04\nYesterday at 06:00\n52 clashes in the east\n© 2001—2022"
    ));
}

#[test]
fn a_russian_list() {
    insta::assert_snapshot!(shown(
        "Потери противника с 24.02.22 по 19.04.23, ориентировочно:\r\nличного состава - около 183750 (+620) человек\r\n\
         танков ‒ 3660 (+5) ед,\r\nсредства ПВО ‒ 285 ед,\r\nсамолетов – 308 (-1) ед,\r\nкорабли/катера ‒ 18.\r\n"
    ));
}

#[test]
fn figures_before_their_categories() {
    insta::assert_snapshot!(shown(
        "Генштаб 3 березня 2022 року назвав втрати ворога:\n30 літаків (інформація уточнюється)\n217 танків\n\
         артилерійських систем\n11 засобів ППО\n60 цистерн з паливно-мастильними матеріалами\n2 катери\n"
    ));
}

#[test]
fn a_sentence_that_counts_them_all() {
    insta::assert_snapshot!(shown(
        "The desk met at noon. Between 24th February 2022 and 19th April 2023, the General Staff of the Armed Forces of \
         Ukraine counted, Russia lost about 183,750 personnel, 3,665 tanks, 18 warships and 330 units of special \
         equipment. Some 40 reporters came."
    ));
}

#[test]
fn the_first_bulletins() {
    insta::assert_snapshot!(shown(
        "28.02.2022\nТанки — більше 150\nББМ — до 816\nЗРК БУК — 1\nРСЗВ Град — 21\nЦистерни з ППМ — 60\n\
         Особовий склад — близько 5300 осіб (+800), понад 200 полоненими (+2)"
    ));
}

#[test]
fn a_table() {
    insta::assert_snapshot!(shown(
        "Losses of the enemy as of 19 April 2023\n| Category | Total | Day |\n|---|---|---|\n| Personnel | 183,750 | +620 |\n\
         | Tanks | 3,665 | 4 |\n| Aircraft | 308 | 0 |\n"
    ));
}
