//! Who holds a town.

use super::{compare, read};

/// Source, subject, town and state of what a sentence says.
fn control(text: &str) -> Vec<String> {
    read(text, &["control"])
        .into_iter()
        .map(|line| {
            let parts: Vec<&str> = line.split(' ').collect();
            let value = parts.last().map_or("", |value| value.trim_matches(|letter| "{}".contains(letter)));
            format!("{} {} {} {}", parts[0], parts[2], parts[3], value.replace('"', ""))
        })
        .collect()
}

#[test]
fn verbs_of_holding_taking_and_leaving_with_whoever_does_it() {
    let mut wrong = Vec::new();
    for (text, expected) in [
        (
            "Russian troops have captured Bakhmut, Shoigu said.",
            "russian-mod russian-forces bakhmut is:fully-controlled",
        ),
        ("Wagner now controls most of Bakhmut, Yevgeny Prigozhin said.", "wagner wagner bakhmut is:mostly-controlled"),
        (
            "Zelensky said its troops had withdrawn from Avdiivka.",
            "president-of-ukraine ukrainian-forces avdiivka is:not-controlled",
        ),
        (
            "Soledar was liberated by Ukrainian forces, Zelensky said.",
            "president-of-ukraine ukrainian-forces soledar is:fully-controlled",
        ),
        (
            "Shoigu said his forces had established full control over Soledar.",
            "russian-mod russian-forces soledar is:fully-controlled",
        ),
        (
            "Our units still hold several streets in Bakhmut, Hanna Maliar said.",
            "ukrainian-mod ukrainian-forces bakhmut is:partly-controlled",
        ),
        (
            "The town of Soledar is in the hands of the Russian army, Shoigu said.",
            "russian-mod russian-forces soledar is:fully-controlled",
        ),
        (
            "Russia has not captured Bakhmut, Zelensky said.",
            "president-of-ukraine russian-forces bakhmut is_not:fully-controlled",
        ),
        (
            "Zelensky denied that Russian forces had taken Bakhmut.",
            "president-of-ukraine russian-forces bakhmut is_not:fully-controlled",
        ),
        (
            "Russian forces no longer control Soledar, Zelensky said.",
            "president-of-ukraine russian-forces soledar is:not-controlled",
        ),
        (
            "Росіяни міста Бахмут не контролюють, сказав Зеленський.",
            "president-of-ukraine russian-forces bakhmut is_not:fully-controlled",
        ),
        (
            "Сили оборони контролюють близько 20 відсотків Бахмута, повідомив Зеленський.",
            "president-of-ukraine ukrainian-forces bakhmut is:partly-controlled",
        ),
        (
            "Окупанти захопили Соледар, визнав Зеленський.",
            "president-of-ukraine russian-forces soledar is:fully-controlled",
        ),
        (
            "Місто Соледар перейшло під контроль російських військ, заявив Шойгу.",
            "russian-mod russian-forces soledar is:fully-controlled",
        ),
        (
            "Зеленський повідомив, що українські військові відійшли з Соледара.",
            "president-of-ukraine ukrainian-forces soledar is:not-controlled",
        ),
        (
            "Російські війська залишили Херсон, повідомив Зеленський.",
            "president-of-ukraine russian-forces kherson is:not-controlled",
        ),
        ("Шойгу оголосив про взяття Бахмута.", "russian-mod russian-forces bakhmut is:fully-controlled"),
        ("Шойгу сообщил, что Соледар полностью освобожден.", "russian-mod russian-forces soledar is:fully-controlled"),
        ("Соледар взят, заявил Евгений Пригожин.", "wagner wagner soledar is:fully-controlled"),
        (
            "ВСУ удерживают западные окраины Бахмута, сообщил Зеленский.",
            "president-of-ukraine ukrainian-forces bakhmut is:partly-controlled",
        ),
        (
            "Большая часть Бахмута находится под контролем «Вагнера», заявил Евгений Пригожин.",
            "wagner wagner bakhmut is:mostly-controlled",
        ),
        (
            "Бои в Бахмуте не прекращаются, сообщил Зеленский.",
            "president-of-ukraine ukrainian-forces bakhmut is:contested",
        ),
        (
            "Street fighting in Bakhmut continues, Zelensky said.",
            "president-of-ukraine ukrainian-forces bakhmut is:contested",
        ),
        (
            "It could not be said that Bakhmut was under Russian control, Zelensky said.",
            "president-of-ukraine russian-forces bakhmut is_not:fully-controlled",
        ),
    ] {
        compare(&mut wrong, text, &control(text), &[expected]);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn plans_descriptions_and_people_are_no_statement_of_who_holds_a_town() {
    let mut wrong = Vec::new();
    for text in [
        "Russia wants to capture Bakhmut, Zelensky said.",
        "Russian troops could seize Bakhmut, the Pentagon said.",
        "Fighters captured 20 soldiers near Bakhmut, Prigozhin said.",
        "Two soldiers died in Russian-held Soledar, Shoigu said.",
        "Residents have left Bakhmut, Zelensky said.",
        "After the capture of Bakhmut the army will rest, Prigozhin said.",
        "If Russian forces take Bakhmut, the road lies open, Zelensky said.",
        "Росія намагається захопити Бахмут, сказав Зеленський.",
        "Снаряди влучили в Соледар, який контролюють росіяни, повідомив Зеленський.",
        "Под Бахмутом взяли в плен 12 человек, сообщил Шойгу.",
        "Wagner's men will leave Bakhmut, Prigozhin said.",
        "Ukrainian forces shelled Soledar, which Russia controls, Shoigu said.",
        "Wagner controls the village of Opytne, Prigozhin said after Bakhmut.",
    ] {
        compare(&mut wrong, text, &control(text), &[]);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn who_confirms_says_the_same_and_who_goes_on_means_the_same_town() {
    let text = "«Вагнер» полностью занял Бахмут, объявил Евгений Пригожин 18 мая. На следующий день это подтвердило \
                Сергей Шойгу. ВСУ все еще удерживают небольшой участок на окраине, сказала Анна Маляр.";
    assert_eq!(
        read(text, &["control"]),
        [
            "wagner control wagner bakhmut 2023-05-18 2023-05-18 {\"is\":\"fully-controlled\"}",
            "russian-mod control wagner bakhmut 2023-05-19 2023-05-19 {\"is\":\"fully-controlled\"}",
            "ukrainian-mod control ukrainian-forces bakhmut 2023-05-20 2023-05-20 {\"is\":\"partly-controlled\"}",
        ]
    );
}

#[test]
fn the_ministry_that_confirms_is_of_the_same_side() {
    let text = "Битва за Бахмут\n\n18 мая Пригожин объявил о полном взятии Бахмута, на следующий день это подтвердило \
                Минобороны.";
    assert_eq!(
        read(text, &["control"]),
        [
            "wagner control wagner bakhmut 2023-05-18 2023-05-18 {\"is\":\"fully-controlled\"}",
            "russian-mod control wagner bakhmut 2023-05-19 2023-05-19 {\"is\":\"fully-controlled\"}",
        ]
    );
}
