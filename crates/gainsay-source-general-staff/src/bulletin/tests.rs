//! Made-up bulletins of every shape, and what only looks like one.

use super::*;
use crate::GeneralStaff;
use chrono::NaiveDate;
use gainsay_claim::extract::Extractor;
use gainsay_claim::vocabulary::{BUILT_IN, Fragment, Vocabulary};
use gainsay_claim::{Draft, DraftValue};
use std::fmt::Write;

fn vocabulary() -> Vocabulary {
    let built_in = Fragment { record: serde_json::from_str(BUILT_IN).expect("well formed") };
    Vocabulary::build(vec![built_in, GeneralStaff.vocabulary()]).0
}

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

/// Reads a text with the day of its publication, where that is not empty, and checks what holds for all.
fn extract<'a>(text: &'a str, published: &str, vocabulary: &'a Vocabulary) -> Extract<'a> {
    let raw = RawDocument {
        text,
        language: None,
        published: day(published),
        dated: None,
        publisher: None,
        attested: false,
        vocabulary,
    };
    let extract = read(&raw);
    let letters: Vec<char> = text.chars().collect();
    for claim in &extract.claims {
        let evidence = claim.evidence.as_ref().expect("every claim quotes");
        assert_eq!(letters[evidence.start..evidence.end].iter().collect::<String>(), evidence.exact);
        assert!(vocabulary.find_measure(&claim.measure).is_some(), "{claim:?}");
        let place = claim.place();
        assert!(
            extract.covered.iter().any(|covered| covered.start <= place.start && place.end <= covered.end),
            "{claim:?}"
        );
    }
    for unclear in &extract.unclear {
        assert!(unclear.place.end <= letters.len() && unclear.place.start < unclear.place.end, "{unclear:?}");
    }
    extract
}

/// "tanks-lost 3665, tanks-lost/day 4"
fn figures(extract: &Extract<'_>) -> String {
    let mut text = String::new();
    for Draft { id, value, .. } in &extract.claims {
        let DraftValue::Count(count) = value else { panic!("a count") };
        let separator = if text.is_empty() { "" } else { ", " };
        write!(text, "{separator}{id} {}", count.figure().whole_part()).expect("a string takes every text");
    }
    text
}

#[test]
fn every_shape_of_an_entry_is_read() {
    let expected = "tanks-lost 3665, tanks-lost/day 4, armoured-vehicles-lost 7110, armoured-vehicles-lost/day 12, \
                    aircraft-lost 308";
    let vocabulary = vocabulary();
    for text in [
        "Танки — 3665 (+4)\nББМ — 7110 (+12)\nЛітаки — 308",
        "танків ‒ 3 665 (+ 4) од,\nбойових броньованих машин - 7 110 (+12) од.,\nлітаків – 308 од.",
        "танков – 3665 (+4) ед,\nбоевых бронированных машин – 7110 (+12) ед,\nсамолетов − 308 ед",
        "tanks ‒ 3,665 (+4) units,\nArmoured personnel vehicles/APV ‒ 7,110 (+12),\naircraft – 308.",
        "Tanks: 3665 +4\r\nAPV: 7110 +12\r\nAircraft: 308\r\n",
        "танків / tanks ‒ 3665 (+4),\nББМ / APV ‒ 7110 (+12),\nлітаків / aircraft – 308.",
        "Танки — 3665 (+4), ББМ — 7110 (+12), літаки — 308.",
        "Танки — 3665 (+4) ББМ — 7110 (+12) літаки — 308",
        "• **Танки** — 3\u{202f}665 (**+4**)\n• **ББМ** — 7\u{a0}110 (+12)\n• Літаки — 308",
        "🚜 танки — 3.665 (+4/доба)\n🚛 ББМ — 7.110 (+12 за минулу добу)\n✈️ літаки — 308 (без змін)",
        "1. Танки — 3665 (за добу +4)\n2. ББМ — 7110 (за добу – 12)\n3. Літаки — 308",
        "tanks – 3665 (+4 in the past 24 hours)\nAPV – 7110 (+12 per day)\naircraft – 308",
        "Category\tTotal\tPer day\nTanks\t3665\t+4\nAPV\t7110\t12\nAircraft\t308\n",
        "| Tanks | 3665 | +4 |\n| APV | 7110 | +12 |\n| Aircraft | 308 |\n",
        "Tanks,3665,+4\nAPV,7110,+12\nAircraft,308\n",
        "Танки\n3665\n+4\nББМ\n7110\n(+12)\nЛітаки\n308\n",
        "- 3665 танків (+4)\n- 7110 (+12) бойових броньованих машин\n- 308 літаків",
        "3,665 tanks (+4), 7,110 armoured combat vehicles (+12) and 308 warplanes in total.",
        "4 tanks (total – 3,665), 12 armored combat vehicles (total – 7,110); in total 308 aircraft",
    ] {
        let text = format!("Генштаб: втрати противника 19.04.2023:\n{text}");
        let extract = extract(&text, "", &vocabulary);
        assert_eq!(figures(&extract), expected, "{text}");
        assert_eq!(extract.unclear, [], "{text}");
        assert_eq!(extract.published, day("2023-04-19"), "{text}");
        let periods: Vec<_> = extract.claims.iter().map(|claim| claim.period.expect("a day is given")).collect();
        let start = |claim: &Draft<'_>| if claim.id.ends_with("/day") { day("2023-04-19") } else { day("2022-02-24") };
        for (claim, period) in extract.claims.iter().zip(periods) {
            assert_eq!((Some(period.from), Some(period.to)), (start(claim), day("2023-04-19")), "{text}");
        }
    }
}

#[test]
fn a_sentence_is_read_where_it_counts_the_whole_war() {
    let vocabulary = vocabulary();
    for text in [
        "Russia has lost much since Feb. 24, 2022, the General Staff said on April 19.\n\nThis includes 620 casualties of the past day.\n\nAccording to the report, Russia \
         has also lost 3,665 tanks, 7,110 armored fighting vehicles, 538 multiple launch rocket systems, 285 air defense \
         systems, 308 airplanes, and 18 boats.",
        "За даними Генштабу, від початку вторгнення ворог втратив 3665 танків, 7110 ББМ, 538 РСЗВ, 285 засобів ППО, \
         308 літаків та 18 катерів.",
    ] {
        let expected = "tanks-lost 3665, armoured-vehicles-lost 7110, multiple-rocket-launchers-lost 538, \
                        air-defence-lost 285, aircraft-lost 308, ships-lost 18";
        assert_eq!(figures(&extract(text, "2023-04-19", &vocabulary)), expected, "{text}");
    }
    let signs = "Генштаб, втрати 19.04.2023: +620 особового складу, +4 танки, +12 ББМ";
    let expected = "personnel-losses/day 620, tanks-lost/day 4, armoured-vehicles-lost/day 12";
    assert_eq!(figures(&extract(signs, "", &vocabulary)), expected);
}

#[test]
fn what_is_no_bulletin_is_left_alone() {
    let vocabulary = vocabulary();
    for text in [
        // Counts by photograph.
        "Oryx: losses of Russia as of 19 April 2023\nTanks: 1900\nAFVs: 850\nAircraft: 78\nHelicopters: 80",
        "Visually confirmed, while the General Staff counts more:\nTanks (1900)\nHelicopters (80)\nDrones (200)",
        // What Ukraine lost, as Russia counts it.
        "Итог с начала спецоперации, по данным ведомства: уничтожены 592 самолета, 270 вертолетов, 23 132 беспилотника, \
         512 зенитных ракетных комплексов, 15 831 танк и другая боевая бронированная машина.",
        "Всего с начала специальной военной операции уничтожены: 404 самолета, 227 вертолетов, 415 зенитных ракетных \
         комплексов, 8500 танков и других боевых бронированных машин, 1088 РСЗО. Генштаб ВСУ молчит.",
        "Втрати України за версією росіян:\nТанки — 3665\nББМ — 7110\nЛітаки — 308\nОсобовий склад — 183750 (+620)",
        "Генеральний штаб ЗС РФ про втрати противника\nТанки — 3665\nББМ — 7110\nЛітаки — 308\nОсобовий склад — 90000",
        "Ukrainian losses:\nTanks - 500\nAPV - 800\nAircraft - 60\nPersonnel - 10000\nThe General Staff gave none.",
        // What was struck, fought or attacked.
        "Генштаб: ракетні війська уразили 3 пункти управління, 5 артилерійських систем, 2 засоби ППО та 1 РСЗВ.",
        "Генштаб: уражено\n- 3 артилерійські системи\n- 2 засоби ППО\n- 1 РСЗВ",
        "The General Staff said aviation hit 3 command posts, 5 artillery systems, 2 air defence systems and 3 drones.",
        "General Staff: 52 combat clashes, 42 air strikes, 25 missile strikes on 16 places",
        // Of a day, a week, a stretch of the front.
        "За даними Генштабу, за минулу добу знищено 15 танків, 22 ББМ, 25 артсистем та 6 БПЛА.",
        "Генштаб. За добу на Бахмутському напрямку знищено:\n- 15 танків\n- 22 ББМ\n- 25 артсистем",
        "За тиждень, за даними Генштабу, росіяни втратили 35 танків, 81 ББМ та понад 100 артсистем.",
        // What there is, what is asked for.
        "Russian army has, per the General Staff:\nTanks - 1500\nAircraft - 400\nHelicopters - 300\nPersonnel - 360000",
        "Допомога, про яку просить Генштаб:\n- танки — 300\n- ББМ — 700\n- артилерійські системи — 500",
        // Too little of it.
        "Генштаб: танки — 3665, літаки — 308",
        "The losses of the enemy have been put at 183,750 by the General Staff.",
        "",
    ] {
        assert_eq!(extract(text, "2023-04-19", &vocabulary), Extract::default(), "{text}");
    }
}

#[test]
fn bounds_follow_the_words() {
    let vocabulary = vocabulary();
    let text = "25.02.2022\nТанки — до 80\nББМ — більше 100\nЛітаки — 10\nГелікоптери — не менше 7\n\
                Особовий склад — близько 2800 осіб, понад 200 полоненими\nРСЗВ — 24,5 тис.\nБПЛА — 30-35";
    let extract = extract(text, "", &vocabulary);
    let values: Vec<String> =
        extract.claims.iter().map(|claim| serde_json::to_string(&claim.value).expect("serializable")).collect();
    let expected = [
        r#"{"at_most":80}"#,
        r#"{"more_than":100}"#,
        r#"{"exactly":10}"#,
        r#"{"at_least":7}"#,
        r#"{"about":2800}"#,
        r#"{"more_than":200}"#,
        r#"{"exactly":24500}"#,
        r#"{"between":[30,35]}"#,
    ];
    assert_eq!(values, expected);
}

#[test]
fn a_slip_of_the_template_leaves_the_total_a_total() {
    let vocabulary = vocabulary();
    let text = "Генштаб на 23 квітня 2024 року:\nтанків ‒ 7 241 (+0)\nББМ — 5 за добу\n\
                БпЛА за добу – 9 407 (+23 за добу)\nвертольоти – 325 (інформація уточнюється)";
    let extract = extract(text, "", &vocabulary);
    let expected = "tanks-lost 7241, tanks-lost/day 0, armoured-vehicles-lost/day 5, uavs-lost 9407, uavs-lost/day 23, \
                    helicopters-lost 325";
    assert_eq!(figures(&extract), expected);
    assert_eq!(extract.claims[5].hedge.as_deref(), Some("інформація уточнюється"));
}

#[test]
fn every_figure_that_is_not_plain_is_named() {
    let vocabulary = vocabulary();
    let text = "Генштаб 19.04.2023\nТанки — 3665 (-4)\nББМ — 7110 (+12)\nЛітаки — 308 (4)\nРСЗВ – 1,020.5\n\
                лазерні установки — 5 (+1)\nЗРК БУК — 1\nЗасоби ППО — 7\nракети Х-22 — 12";
    let extract = extract(text, "", &vocabulary);
    let expected = "tanks-lost 3665, armoured-vehicles-lost 7110, armoured-vehicles-lost/day 12, aircraft-lost 308, \
                    air-defence-lost 7";
    assert_eq!(figures(&extract), expected);
    let messages: Vec<&str> = extract.unclear.iter().map(|unclear| &*unclear.message).collect();
    let expected = [
        "\"4\" is taken from the total",
        "whether \"4\" is the day's addition is not said",
        "the digits of \"1,020.5\" are no number",
        "what \"5\" counts is not known",
        "one make of air defence is counted beside air defence as a whole",
        "what \"12\" counts is not known",
    ];
    assert_eq!(messages, expected);
    assert!(extract.unclear.iter().all(|unclear| !unclear.candidates.is_empty()));
}

#[test]
fn a_label_that_says_more_than_its_category_is_not_cut_to_it() {
    let vocabulary = vocabulary();
    for line in ["танки та ББМ — 10775", "танки/ББМ — 10775", "трофейні танки — 10775", "танки Т-72 — 10775"]
    {
        let text = format!("Генштаб, втрати на 19.04.2023:\nлітаки — 308\n{line}\nРСЗВ — 538\nгелікоптери — 293\n");
        let extract = extract(&text, "", &vocabulary);
        assert_eq!(figures(&extract), "aircraft-lost 308, multiple-rocket-launchers-lost 538, helicopters-lost 293");
        assert_eq!(extract.unclear.len(), 1, "{line}");
        assert!(extract.unclear[0].candidates[0].starts_with("tanks-"), "{:?}", extract.unclear);
    }
}

#[test]
fn a_text_that_breaks_off_states_no_half_figure() {
    let vocabulary = vocabulary();
    let head = "Combat losses of the enemy from 24.02.22 to 29.04.23:\npersonnel ‒ about 190040 (+580) persons,\n\
                tanks ‒ 3697 (+3),\n";
    let before = "personnel-losses 190040, personnel-losses/day 580, tanks-lost 3697, tanks-lost/day 3";
    for (end, more, unclear) in [
        ("APV ‒ 71", "", 1),
        ("APV ‒ 7184 (+1", ", armoured-vehicles-lost 7184", 1),
        ("APV ‒ 7184 (+", ", armoured-vehicles-lost 7184", 0),
        ("APV ‒", "", 0),
        ("special equipment ‒ 27", ", special-equipment-lost 27", 0),
        ("APV ‒ 7184,\n", ", armoured-vehicles-lost 7184", 0),
    ] {
        let text = format!("{head}{end}");
        let extract = extract(&text, "", &vocabulary);
        assert_eq!(figures(&extract), format!("{before}{more}"), "{end}");
        assert_eq!(extract.unclear.len(), unclear, "{end}");
    }
    // Where no line ends in a mark, none lacks it.
    let whole = extract("Генштаб 19.04.2023\nТанки — 36\nББМ — 71\nЛітаки — 30", "", &vocabulary);
    assert_eq!((whole.claims.len(), whole.unclear.len()), (0, 0));
}

#[test]
fn each_bulletin_of_a_text_has_its_own_day() {
    let vocabulary = vocabulary();
    let text = "17.04.2023\nТанки — 3660 (+3)\nББМ — 7087 (+4)\nЛітаки — 308\nОсобовий склад — близько 182660 осіб\n\n\
                18.04.2023\nТанки — 3661 (+1)\nББМ — 7098 (+11)\nЛітаки — 308\nОсобовий склад — близько 183130 осіб";
    let extract = extract(text, "", &vocabulary);
    let to: Vec<_> = extract.claims.iter().map(|claim| claim.period.map(|period| period.to)).collect();
    assert_eq!(to, [[day("2023-04-17"); 6], [day("2023-04-18"); 6]].concat());
    assert_eq!((extract.covered.len(), extract.published), (2, day("2023-04-18")));
    assert_eq!((extract.claims[0].said, extract.claims[11].said), (day("2023-04-17"), None));
}

#[test]
fn a_list_again_is_of_the_same_day_and_other_figures_are_not() {
    let vocabulary = vocabulary();
    let first = "Генштаб\n\nТанки — 3660\nББМ — 7087\nЛітаки — 308 (+1)\n\n";
    for (second, days, unclear) in [
        ("General Staff\n\nTanks - 3660\nAPV - 7087\nAircraft - 308 (+1)", 8, 0),
        ("General Staff\n\nTanks - 3661\nAPV - 7088\nAircraft - 309 (+1)", 4, 1),
    ] {
        let text = format!("{first}{second}");
        let extract = extract(&text, "2023-04-17", &vocabulary);
        assert_eq!(extract.claims.iter().filter(|claim| claim.period.is_some()).count(), days, "{second}");
        assert_eq!((extract.claims.len(), extract.unclear.len()), (8, unclear), "{second}");
    }
}

#[test]
fn a_day_that_is_not_plain_is_asked_for_once() {
    let vocabulary = vocabulary();
    let list = "особового складу - близько 20800 осіб\nтанків - 802\nББМ - 2063\n";
    for (head, published, to, unclear) in [
        ("Бойові втрати противника з 24.02 по 19.04:", "2022-04-20", day("2022-04-19"), 0),
        ("Бойові втрати противника з 24.02 по 19.04:", "", None, 1),
        ("Бойові втрати противника з 24.02.22 по 31.02.23:", "2023-03-01", day("2023-03-01"), 1),
        ("Бойові втрати противника з 24.02.22 по 31.02.23:", "", None, 1),
        ("Бойові втрати противника:", "2022-04-19", day("2022-04-19"), 0),
        ("Бойові втрати противника:", "", None, 1),
        ("2022-04-19 06:00:00 | ID: 67225\nБойові втрати противника з 24.02 по 19.04:", "", day("2022-04-19"), 0),
    ] {
        let text = format!("{head}\n{list}");
        let extract = extract(&text, published, &vocabulary);
        assert_eq!(extract.claims.len(), 3, "{head} {published}");
        assert!(extract.claims.iter().all(|claim| claim.period.map(|period| period.to) == to), "{head} {published}");
        assert_eq!(extract.unclear.len(), unclear, "{head} {published}");
    }
}

#[test]
fn a_publisher_of_its_own_is_no_channel() {
    let vocabulary = vocabulary();
    let text = "Генштаб 19.04.2023\nТанки — 3665 (+4)\nББМ — 7110 (+12)\nЛітаки — 308";
    for (publisher, via) in [("general-staff", 0), ("mil.gov.ua", 0), ("ukrainian-mod", 0), ("ukrinform", 1)] {
        let raw = RawDocument {
            text,
            language: None,
            published: None,
            dated: None,
            publisher: Some(publisher),
            attested: false,
            vocabulary: &vocabulary,
        };
        assert!(read(&raw).claims.iter().all(|claim| claim.via.len() == via), "{publisher}");
    }
}

#[test]
fn the_built_in_names_of_each_category_are_its_labels() {
    let vocabulary = vocabulary();
    let mut strangers = Vec::new();
    for category in categories::CATEGORIES {
        let measure = vocabulary.measure(vocabulary.find_measure(category.measure).expect("in the vocabulary"));
        for (language, names) in &measure.entry.aliases {
            for name in names.iter().filter(|_| ["uk", "ru", "en"].contains(&&**language)) {
                let list = token::tokens(name);
                let last = list.last().expect("a name has words");
                let is_it = |kind: Kind| matches!(kind, Kind::Category { number, .. } if categories::CATEGORIES[usize::from(number)].measure == category.measure);
                // "UAVs of operational-tactical level", «втрати особового складу»
                let light = |kind| matches!(kind, Kind::Level | Kind::Filler | Kind::Unit | Kind::Loss | Kind::Slash);
                if !list.iter().any(|token| is_it(token.kind)) || !(is_it(last.kind) || light(last.kind)) {
                    strangers.push(&**name);
                }
            }
        }
    }
    assert_eq!(strangers, [""; 0]);
}

#[test]
fn the_numbers_of_categories_are_those_of_the_table() {
    use categories::{AIR_DEFENCE, CAPTURED, CATEGORIES, LAST, PERSONNEL};
    let measure = |number: u8| CATEGORIES[usize::from(number)].measure;
    assert_eq!([PERSONNEL, CAPTURED, AIR_DEFENCE].map(measure), ["personnel-losses", "captured", "air-defence-lost"]);
    let last = ["personnel-losses", "captured", "srbm-systems-lost", "special-equipment-lost", "ground-robots-lost"];
    assert_eq!(LAST.map(measure), last);
}

#[test]
fn no_two_bulletins_share_a_stretch() {
    let vocabulary = vocabulary();
    let text = "Генштаб 17.04.2023\nТанки — 3660\nББМ — 7087\nЛітаки — 308\nлазери — 5\nгармати Т — 7\nТанки — 3661\n\
                ББМ — 7098\nЛітаки — 309";
    let extract = extract(text, "", &vocabulary);
    assert!(extract.covered.windows(2).all(|pair| pair[0].end <= pair[1].start), "{:?}", extract.covered);
    let places: Vec<_> = extract.unclear.iter().map(|unclear| unclear.place.clone()).collect();
    assert!(places.windows(2).all(|pair| pair[0] != pair[1]), "{:?}", extract.unclear);
}

#[test]
fn the_wordings_of_the_crate_are_labels() {
    for wording in crate::wordings::WORDINGS {
        let list = token::tokens(wording.example);
        let is_it = |kind| matches!(kind, Kind::Category { number, .. } if categories::CATEGORIES[usize::from(number)].measure == wording.measure);
        let killed_and_wounded = wording.measure == "killed-and-wounded";
        assert!(killed_and_wounded || list.iter().any(|token| is_it(token.kind)), "{wording:?}");
    }
}

#[test]
fn time_grows_with_the_length_alone() {
    let vocabulary = vocabulary();
    for sign in [
        "1 ",
        "танк ",
        "танк (x) ",
        "(",
        "- ",
        "+",
        "\n",
        "|",
        "1+",
        "танки - ",
        "танки — 5\n",
        "близько ",
        "x – 5\n",
        "19.04 ",
        "from 24.02 to ",
        "said ",
        "9",
        "втрати україни ",
        "1 танк, ",
        "за добу ",
        "танк/",
        "15 січня ",
        "особовий склад — 5\nтанки — 6\nББМ — 7\nЛітаки — 8\nабв — 5\n",
    ] {
        extract(&sign.repeat(100_000 / sign.len()), "2023-04-19", &vocabulary);
    }
}
