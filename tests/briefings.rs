//! The briefings of the Russian ministry: all of those that lie beside the repository, where they are there, and texts
//! of our own in each shape that the ministry and the agencies use.
#![allow(clippy::print_stdout, reason = "a skipped test says so")]

use gainsay::sources::vocabulary;
use gainsay_claim::{CountValue, Draft, DraftValue, Extract, Extractor, RawDocument, Vocabulary};
use gainsay_source_kremlin::Kremlin;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use support::{data, root};

const CATEGORIES: [&str; 9] = [
    "aircraft-and-helicopters-lost",
    "aircraft-lost",
    "helicopters-lost",
    "uavs-lost",
    "air-defence-lost",
    "tanks-and-armoured-vehicles-lost",
    "multiple-rocket-launchers-lost",
    "artillery-and-mortars-lost",
    "military-vehicles-lost",
];

/// What is known of a text beforehand.
#[derive(Clone, Copy, Default)]
struct Known<'a> {
    published: Option<&'a str>,
    publisher: Option<&'a str>,
}

fn read<'a>(text: &'a str, known: Known<'a>, vocabulary: &'a Vocabulary) -> Extract<'a> {
    let published = known.published.map(|day| day.parse().expect("a day"));
    Kremlin.extract(&RawDocument {
        text,
        language: None,
        published,
        dated: None,
        publisher: known.publisher,
        attested: false,
        vocabulary,
    })
}

fn names() -> Vocabulary {
    Vocabulary::build(vocabulary()).0
}

fn figure(draft: &Draft<'_>) -> Option<u128> {
    match draft.value {
        DraftValue::Count(CountValue::Exactly(count)) => Some(count.whole_part()),
        _ => None,
    }
}

/// Every quote stands where the claim says; every name is in the vocabulary.
fn assert_sound(text: &str, extract: &Extract<'_>, vocabulary: &Vocabulary) {
    let letters: Vec<char> = text.chars().collect();
    for draft in &extract.claims {
        let evidence = draft.evidence.as_ref().expect("a draft quotes its words");
        let quoted: String = letters[evidence.start..evidence.end].iter().collect();
        assert_eq!(quoted, evidence.exact);
        assert!(vocabulary.find_measure(&draft.measure).is_some(), "{}", draft.measure);
        assert!(vocabulary.find_source(&draft.source).is_some(), "{}", draft.source);
        assert!(vocabulary.find_subject(&draft.subject).is_some(), "{}", draft.subject);
        assert!(draft.place.as_ref().is_none_or(|place| vocabulary.find_place(place).is_some()), "{:?}", draft.place);
        assert!(
            extract.covered.iter().any(|covered| covered.start <= evidence.start && evidence.end <= covered.end),
            "{quoted} is not covered"
        );
    }
    for unclear in &extract.unclear {
        assert!(unclear.place.end <= letters.len() && unclear.place.start < unclear.place.end, "{unclear:?}");
    }
    assert!(extract.covered.is_sorted_by_key(|covered| covered.start));
}

fn briefings() -> BTreeMap<String, String> {
    let Some(folder) = data("russian-mod") else { return BTreeMap::new() };
    let lines = std::fs::read_to_string(folder.join("briefings-ru.jsonl")).expect("the briefings can be read");
    lines
        .lines()
        .map(|line| {
            let record: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
            let field = |name: &str| record[name].as_str().expect("a briefing has it").to_owned();
            (field("date"), field("text"))
        })
        .collect()
}

#[test]
fn every_briefing_gives_its_totals_and_they_grow() {
    let vocabulary = names();
    let mut newest: BTreeMap<String, u128> = BTreeMap::new();
    let (mut figures, mut quiet, mut falls) = (0, Vec::new(), Vec::new());
    let briefings = briefings();
    for (day, text) in &briefings {
        let known = Known { published: Some(day), ..Known::default() };
        let extract = read(text, known, &vocabulary);
        assert_sound(text, &extract, &vocabulary);
        let totals: Vec<&Draft<'_>> =
            extract.claims.iter().filter(|draft| CATEGORIES.contains(&&*draft.measure)).collect();
        for draft in &totals {
            let period = draft.period.expect("a total has its days");
            assert_eq!((period.from.to_string(), &period.to.to_string()), ("2022-02-24".to_owned(), day));
            assert_eq!((&*draft.source, &*draft.subject), ("russian-mod", "ukrainian-forces"));
            let total = figure(draft).expect("a total is exact");
            let before = newest.insert(draft.measure.to_string(), total);
            if let Some(before) = before.filter(|before| total < *before) {
                falls.push(format!("{} from {before} to {total} on {day}", draft.measure));
            }
        }
        let measures: Vec<&str> = totals.iter().map(|draft| &*draft.measure).collect();
        assert!(measures.iter().all(|measure| measures.iter().filter(|other| *other == measure).count() == 1), "{day}");
        if !measures.contains(&"tanks-and-armoured-vehicles-lost") {
            quiet.push(day.as_str());
        }
        figures += totals.len();
    }
    if !briefings.is_empty() {
        // On the first day nothing but aircraft was counted.
        assert_eq!((briefings.len(), figures, &quiet[..]), (65, 431, &["2022-02-24"][..]));
        // A day's figure or a list of strikes taken for a total would fall; this one stands in the ministry's own texts.
        assert_eq!(falls, ["air-defence-lost from 81 to 39 on 2022-03-02"]);
    }
}

#[test]
fn people_stand_in_one_briefing_only() {
    let vocabulary = names();
    let mut people = Vec::new();
    let briefings = briefings();
    for (day, text) in &briefings {
        let known = Known { published: Some(day), ..Known::default() };
        for draft in read(text, known, &vocabulary).claims {
            if !CATEGORIES.contains(&&*draft.measure) {
                people.push(format!("{day} {} {}", draft.id, serde_json::to_string(&draft.value).expect("a value")));
            }
        }
    }
    let expected = [
        r#"2022-03-02 killed/ukrainian-forces {"more_than":2870}"#,
        r#"2022-03-02 wounded/ukrainian-forces {"about":3700}"#,
        r#"2022-03-02 captured/ukrainian-forces {"exactly":572}"#,
        r#"2022-03-02 killed/russian-forces {"exactly":498}"#,
        r#"2022-03-02 wounded/russian-forces {"exactly":1597}"#,
    ];
    if !briefings.is_empty() {
        assert_eq!(people, expected);
    }
}

/// Texts of our own, each with its name, and the day and the publisher that are given with it.
const SHAPES: &[(&str, Option<&str>, Option<&str>, &str)] = &[
    (
        "sentences",
        Some("2022-03-20"),
        None,
        "Всего за время операции поражено 2500 объектов военной инфраструктуры Украины. Среди них:\n\n\
         80 пунктов управления;\n\n120 зенитных ракетных комплексов «Оса», а также 70 радиолокационных станций.\n\n\
         Уничтожены: 69 самолетов на земле и 24 самолета в воздухе, 900 танков и других боевых бронированных машин, \
         182 вертолета, в том числе 3 Ми-24.\n\nУничтожено до 20 боевиков, 1 танк и 2 БМП.",
    ),
    (
        "list",
        None,
        None,
        "🇷🇺 Сводка Минобороны России (по состоянию на 12 июля 2024 г.)\n\n💥 ВСЕГО С НАЧАЛА ПРОВЕДЕНИЯ СВО УНИЧТОЖЕНО:\n\
         ▪️ 184 самолёта и вертолёта;\n▪️ 28\u{a0}011 беспилотных летательных аппаратов;\n▪️ 1987 танков и других боевых бронированных машин;\n\
         ▪️ свыше 1,3 тыс. боевых машин РСЗО;\n▪️ 412 безэкипажных катеров.",
    ),
    (
        "labels",
        Some("2024-07-12"),
        Some("outlet"),
        "Потери противника с начала спецоперации, по данным Минобороны РФ:\n\nСамолеты — 629\nБПЛА — более 28 тыс.\n\
         Танки и другие ББМ – 16 643\nОрудия полевой артиллерии и минометы: 12 017",
    ),
    (
        "agency",
        None,
        None,
        "MOSCOW, July 9, 2022. /TASS/. In all, Russian forces have destroyed 240 warplanes, 1,503 unmanned aerial vehicles, \
         3,994 tanks and other armored combat vehicles, 738 multiple rocket launchers and 4,099 special military motor vehicles \
         during the special military operation, Konashenkov said.",
    ),
    (
        "month",
        Some("2023-05-02"),
        Some("outlet"),
        "Шойгу: за апрель ВСУ потеряли более 15 000 военных\n\nВ апреле потери украинских войск составили более 15 тысяч \
         военнослужащих, заявил министр обороны РФ Сергей Шойгу. За тот же срок противник лишился восьми самолетов и \
         430 танков и других боевых бронированных машин, включая 10 танков Leopard.",
    ),
    (
        "own-losses",
        Some("2022-03-25"),
        Some("outlet"),
        "Погибли 1351 российский военнослужащий, еще 3825 получили ранения, сообщил начальник управления Генштаба РФ Рудской. \
         Уничтожены с начала операции 1587 из 2416 танков.",
    ),
    (
        "no-day",
        None,
        None,
        "Всего с начала специальной военной операции уничтожены: 10 самолетов, 1,49,0 вертолетов, 36",
    ),
    (
        "kremlin",
        Some("2023-04-18"),
        Some("outlet"),
        "Песков отказался назвать число погибших российских военных.\n\nВ Кремле сообщили, что Путин побывал в Херсонской \
         области 17 апреля, в понедельник. По словам Пескова, поездка Путина в Луганскую область была в понедельник, 18 апреля.",
    ),
];

#[test]
fn every_shape_is_read() {
    let vocabulary = names();
    for (name, published, publisher, text) in SHAPES {
        let extract = read(text, Known { published: *published, publisher: *publisher }, &vocabulary);
        assert_sound(text, &extract, &vocabulary);
        let mut shown = format!("{text}\n\n");
        let _ = writeln!(shown, "published {:?} by {:?}", extract.published, extract.publisher);
        for draft in &extract.claims {
            let _ = writeln!(shown, "{}", serde_json::to_string(draft).expect("a draft can be written"));
        }
        for unclear in &extract.unclear {
            let words: String = text.chars().skip(unclear.place.start).take(unclear.place.len()).collect();
            let _ = writeln!(
                shown,
                "unclear at \"{words}\": {}; {} {:?}",
                unclear.message, unclear.help, unclear.candidates
            );
        }
        insta::assert_snapshot!(*name, shown);
    }
}

/// Shorter texts with the claims that stand in them, by id and figure.
const READINGS: &[(&str, &str)] = &[
    ("С начала СВО сбито 28 тыс. дронов и не менее 280 вертолетов.", "uavs-lost 28000; helicopters-lost ≥ 280"),
    ("Всего с начала операции уничтожены сто двадцать три самолета.", "aircraft-lost 123"),
    (
        "Всего с начала СВО: 203 самолета, 3 512 танков и др. боевых бронированных машин.",
        "aircraft-lost 203; tanks-and-armoured-vehicles-lost 3512",
    ),
    ("Число сбитых с начала спецоперации беспилотников выросло до 413, сказал Конашенков.", "uavs-lost 413"),
    ("До 413 выросло с начала спецоперации число сбитых беспилотников.", ""),
    ("С начала спецоперации уничтожено 444 тысячи военнослужащих противника, сообщило Минобороны РФ.", ""),
    (
        "С начала спецоперации в плен сдались 1026 украинских военных, сообщило Минобороны РФ.",
        "captured/ukrainian-forces 1026",
    ),
    (
        "Шойгу: с начала операции потери Украины — 61 207 погибших, потери российской армии — 5937 погибших.",
        "killed/ukrainian-forces 61207; killed/russian-forces 5937",
    ),
    (
        "Белоусов: с начала года ВСУ потеряли более 121 тысячи военнослужащих.",
        "personnel-losses/ukrainian-forces/span > 121000",
    ),
    ("Министр обороны РФ: с 4 по 10 мая сбито 3 украинских самолета.", "aircraft-lost/week 3"),
    ("Peskov said that Putin's video was filmed on Monday.", "filming-date 2024-05-06"),
    ("Putin was in Mariupol on May 6, the Kremlin said.", "visit-date/mariupol 2024-05-06"),
    ("Zelensky was in Mariupol on May 6, the Kremlin said of Ukraine's president.", ""),
    ("Всего с начала СВО уничтожено:\n✈️ самолеты 629\n🚁 вертолеты (278)", "aircraft-lost 629; helicopters-lost 278"),
    ("С начала операции сбито 669 самолетов — 12 за сутки.", "aircraft-lost 669"),
    (
        "As many as 498 Russian servicemen have been killed, Russia's Defense Ministry said. \"Our losses are 1,597 wounded.\"",
        "killed/russian-forces 498; wounded/russian-forces 1597",
    ),
    ("Шойгу не назвал потери российской армии.", "personnel-losses/russian-forces/undisclosed"),
    ("Песков отказался комментировать потери украинской армии.", ""),
];

#[test]
fn short_texts_give_what_they_say() {
    let vocabulary = names();
    for (text, expected) in READINGS {
        let known = Known { published: Some("2024-05-10"), publisher: Some("outlet") };
        let extract = read(text, known, &vocabulary);
        assert_sound(text, &extract, &vocabulary);
        let shown: Vec<String> = extract
            .claims
            .iter()
            .map(|draft| match &draft.value {
                DraftValue::Count(count) => format!("{} {}", draft.id, count.to_string().replace(',', "")),
                DraftValue::Date(day) => format!("{} {}", draft.id, day.range().from.expect("a day")),
                _ => draft.id.to_string(),
            })
            .collect();
        assert_eq!(shown.join("; "), *expected, "{text}");
    }
}

#[test]
fn what_is_not_the_ministrys_is_left_to_others() {
    let vocabulary = names();
    for text in [
        "Генштаб ВСУ: с начала войны Россия потеряла 3665 танков и 308 самолетов.",
        "Потери российской армии с начала спецоперации составили 3665 танков, заявил Зеленский.",
        "Общие боевые потери противника с 24 февраля 2022 года по 19 апреля 2023 года: танков — 3665, самолетов — 308.",
        "Минобороны РФ провело брифинг.\n\nОбщие боевые потери противника с 24 февраля 2022 по 19 апреля 2023: танков — 3665.",
        "По данным Oryx, с начала операции уничтожено 1000 российских танков.",
        "С начала операции в Сирии уничтожены 1500 танков боевиков, сообщило Минобороны РФ.",
        "Минобороны Украины: враг потерял за сутки 800 военнослужащих и 12 танков.",
        "Минобороны Великобритании: с начала войны Россия потеряла более 2000 танков.",
        "The UK Ministry of Defence said Russian forces have lost 2,000 tanks since the start of the war.",
        "С начала специальной военной операции в войска поступило 1500 танков и 300 самолетов.",
        "С начала специальной военной операции под Купянском, в районе Двуречной, уничтожено 12 танков.",
        "Минобороны РФ: на Купянском направлении потери ВСУ за сутки составили до 50 военнослужащих и два танка.",
        "Всего в результате ударов в данных районах уничтожено до 300 боевиков и 50 боевых бронированных машин, сообщило Минобороны РФ.",
        "Всего за ночь в данном районе операции уничтожено до 50 боевиков, три танка и четыре БМП.",
        "Минобороны РФ сообщило, что с начала операции продвинулось на 61 километр и взяло 5 населенных пунктов.",
        "Генеральний штаб: втрати росіян від початку операції — 3665 танків.",
        "Операция по удалению зуба стоит 5 000 рублей; с начала года их провели 300.",
    ] {
        let known = Known { published: Some("2024-05-10"), publisher: Some("outlet") };
        let extract = read(text, known, &vocabulary);
        assert_eq!(extract.claims, [], "{text}");
    }
}

#[test]
fn articles_of_the_repository_keep_their_claims() {
    let vocabulary = names();
    for (document, publisher, published, claims) in [
        ("russian-mod-2022-04-07-regnum-ru", "regnum", "2022-04-07", 8),
        ("russian-mod-2022-04-27-interfax-ru", "interfax-russia", "2022-04-27", 8),
        ("russian-mod-2022-07-09-aravot-tass-en", "aravot", "2022-07-09", 9),
        ("russian-mod-2023-04-30-tass-ru", "tass", "2023-04-30", 9),
        ("russian-mod-2023-12-20-trud-ru", "trud", "2023-12-20", 5),
        ("russian-mod-daily-2026-01-22-tass-ru", "tass", "2026-01-22", 1),
        ("shoigu-2023-05-02-grodno24-ru", "grodno24", "2023-05-02", 6),
        ("shoigu-2023-08-01-geis-ru", "geis", "2023-08-01", 2),
        ("shoigu-5937-meduza", "meduza", "2022-09-21", 5),
        ("putin-visit-rtvi-ru", "rtvi", "2023-04-18", 2),
        ("putin-visit-pledgetimes-deception", "pledge-times", "2023-04-18", 2),
        ("general-staff-2024-04-23-bukvy-uk", "bukvy", "2024-04-23", 0),
        ("zelensky-31000-oann", "oann", "2024-02-25", 0),
    ] {
        let path = root().join(format!("claims/documents/{document}.txt"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let extract = read(&text, Known { published: Some(published), publisher: Some(publisher) }, &vocabulary);
        assert_sound(&text, &extract, &vocabulary);
        assert_eq!(extract.claims.len(), claims, "{document}: {:#?}", extract.claims);
        assert!(extract.claims.iter().all(|draft| draft.via[0] == publisher), "{document}");
    }
}
