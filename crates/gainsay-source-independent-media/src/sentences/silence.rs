//! Figures that somebody does not give, and figures only said to be lower or higher.

use super::{compare, read};

/// Source, measure, subject and value of what a text refuses to say or only compares.
fn told(text: &str) -> Vec<String> {
    let wanted = |line: &String| line.contains("undisclosed") || line.contains("relative");
    let brief = |line: String| {
        let parts: Vec<&str> = line.split(' ').collect();
        let value = parts.last().map_or("", |value| value);
        let value = value.replace(['"', '{', '}'], "").replace("undisclosed:true", "undisclosed");
        format!("{} {} {} {value}", parts[0], parts[1], parts[2])
    };
    read(text, &[]).into_iter().filter(wanted).map(brief).collect()
}

#[test]
fn who_refuses_what_is_asked_and_whose_it_is() {
    let mut wrong = Vec::new();
    for (text, expected) in [
        (
            "Zelensky declined to say how many Ukrainian soldiers had been killed.",
            "president-of-ukraine killed ukrainian-forces undisclosed",
        ),
        ("Shoigu would not disclose Russia's own losses.", "russian-mod personnel-losses russian-forces undisclosed"),
        ("Ukraine does not disclose its losses.", "ukraine personnel-losses ukrainian-forces undisclosed"),
        ("How many Russian troops were wounded, Shoigu did not say.", "russian-mod wounded russian-forces undisclosed"),
        ("Про власні втрати Шойгу промовчав.", "russian-mod personnel-losses russian-forces undisclosed"),
        ("Україна своїх втрат не розкриває.", "ukraine personnel-losses ukrainian-forces undisclosed"),
        (
            "Скільки українських військових поранено, Зеленський не уточнив.",
            "president-of-ukraine wounded ukrainian-forces undisclosed",
        ),
        ("О собственных потерях Шойгу умалчивает.", "russian-mod personnel-losses russian-forces undisclosed"),
        ("Число раненых Зеленский раскрывать не стал.", "president-of-ukraine wounded ukrainian-forces undisclosed"),
        (
            "Генштаб ВСУ данных о собственных потерях не приводит.",
            "general-staff personnel-losses ukrainian-forces undisclosed",
        ),
    ] {
        compare(&mut wrong, text, &told(text), &[expected]);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn long_silences_answers_and_other_refusals_are_no_claims() {
    let mut wrong = Vec::new();
    for text in [
        "Moscow rarely discloses its losses.",
        "Ukraine has not disclosed its losses since the war began.",
        "Zelensky declined to comment on the losses.",
        "Zelensky said 31,000 soldiers had been killed and did not say where.",
        "Shoigu did not say why the figure had changed.",
        "Росія давно не повідомляє про свої втрати.",
        "Откуда взялось число погибших, Подоляк не объяснил.",
    ] {
        compare(&mut wrong, text, &told(text), &[]);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_comparison_names_whose_figure_it_disputes() {
    let mut wrong = Vec::new();
    for (text, expected) in [
        (
            "Russian losses are far lower than Kyiv claims, Shoigu said.",
            "russian-mod personnel-losses russian-forces relative:to:ukraine,is:much-lower",
        ),
        (
            "Потери российских войск гораздо ниже заявленных Киевом, сказал Шойгу.",
            "russian-mod personnel-losses russian-forces relative:to:ukraine,is:much-lower",
        ),
        (
            "Втрати ЗСУ значно більші, ніж каже Зеленський, заявив Шойгу.",
            "russian-mod personnel-losses ukrainian-forces relative:to:president-of-ukraine,is:much-higher",
        ),
        (
            "Zelensky said Russia had lost 100,000 soldiers. Its losses are much lower, Shoigu said.",
            "russian-mod personnel-losses russian-forces relative:to:president-of-ukraine,is:much-lower",
        ),
    ] {
        compare(&mut wrong, text, &told(text), &[expected]);
    }
    for text in [
        "Fewer than 200 soldiers were killed, Shoigu said.",
        "Russian losses are lower this month, Zelensky said.",
        "Russia's losses are lower than Kyiv claims, Shoigu said. Russia has lost 5,000 soldiers, Shoigu said.",
    ] {
        let comparisons: Vec<String> = told(text).into_iter().filter(|line| line.contains("relative")).collect();
        compare(&mut wrong, text, &comparisons, &[]);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn several_fates_in_one_question_are_several_claims() {
    let text = "John Kirby, the White House spokesman, told reporters of 100,000 Russian casualties. He declined to say how \
                many Ukrainian troops had been killed or wounded.";
    assert_eq!(
        told(text),
        ["us-government killed ukrainian-forces undisclosed", "us-government wounded ukrainian-forces undisclosed"]
    );
}
