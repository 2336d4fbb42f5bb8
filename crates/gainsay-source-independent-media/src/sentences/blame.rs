//! Who is said to have done it.

use super::{compare, read};

/// What is read of a sentence behind one that tells of a strike.
fn blamed(text: &str) -> Vec<String> {
    let event = if text.is_ascii() {
        "On May 19 a strike on Makiivka killed 14 people, Zelensky said. "
    } else if text.contains(['і', 'ї', 'є']) {
        "Унаслідок удару по Макіївці 19 травня загинуло 14 людей, сказав Зеленський. "
    } else {
        "При ударе по Макеевке 19 мая погибли 14 человек, сказал Зеленский. "
    };
    read(&format!("{event}{text}"), &["responsibility"])
        .into_iter()
        .map(|line| {
            let parts: Vec<&str> = line.split(' ').collect();
            format!("{} {} {}", parts[0], parts[2], parts[6])
        })
        .collect()
}

#[test]
fn who_blames_whom_and_who_claims_or_denies_it() {
    let mut wrong = Vec::new();
    let (yes, no) = ("{\"happened\":true}", "{\"happened\":false}");
    for (text, expected, happened) in [
        ("Shoigu blamed Ukraine for the strike.", "russian-mod ukrainian-forces", yes),
        ("Zelensky accused Russia of the attack.", "president-of-ukraine russian-forces", yes),
        ("Wagner claimed responsibility for the strike, Prigozhin said.", "wagner wagner", yes),
        ("Shoigu denied responsibility for the strike.", "russian-mod russian-forces", no),
        ("Zelensky said the strike was carried out by Russian forces.", "president-of-ukraine russian-forces", yes),
        ("Зеленський звинуватив в ударі Росію.", "president-of-ukraine russian-forces", yes),
        ("Москва причетність до удару відкидає.", "russia russian-forces", no),
        ("Ответственность за удар Шойгу возложил на ВСУ.", "russian-mod ukrainian-forces", yes),
        ("Шойгу обвинил в ударе Украину.", "russian-mod ukrainian-forces", yes),
    ] {
        compare(&mut wrong, text, &blamed(text), &[&format!("{expected} {happened}")]);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn plans_policies_and_nobody_are_not_blamed() {
    let mut wrong = Vec::new();
    for text in [
        "Zelensky accused Russia of nuclear blackmail.",
        "Nobody has claimed responsibility, Zelensky said.",
        "Shoigu is responsible for the army, Zelensky said.",
        "Rescue work continues, Zelensky said.",
        "Зеленський звинуватив Росію в шантажі.",
        "Ответственность за удар никто на себя не взял, сказал Шойгу.",
    ] {
        compare(&mut wrong, text, &blamed(text), &[]);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
