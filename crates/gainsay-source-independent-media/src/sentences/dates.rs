//! On which day something was filmed or somewhere visited.

use super::{compare, read};

/// Source, measure, place and value.
fn dated(text: &str) -> Vec<String> {
    let brief = |line: String| {
        let parts: Vec<&str> = line.split(' ').collect();
        format!("{} {} {} {}", parts[0], parts[1], parts[3], parts[4].replace(['"', '{', '}'], ""))
    };
    read(text, &["visit-date", "filming-date"]).into_iter().map(brief).collect()
}

#[test]
fn days_of_visits_and_of_filming() {
    let mut wrong = Vec::new();
    for (text, expected) in [
        (
            "Vladimir Putin visited Mariupol on Thursday, May 18, Dmitry Peskov said.",
            "kremlin visit-date mariupol on:2023-05-18",
        ),
        (
            "Vladimir Putin visited Mariupol, the port city, Dmitry Peskov said Friday. He flew in on Thursday, May 18, Peskov said.",
            "kremlin visit-date mariupol on:2023-05-18",
        ),
        (
            "Vladimir Putin spoke in a video. Meduza went further: the footage was filmed before May 10.",
            "meduza filming-date - before:2023-05-10",
        ),
        (
            "Vladimir Putin was seen in a video. Christians celebrated Easter on April 16. The scene was shot before the holiday, Meduza concluded.",
            "meduza filming-date - before:2023-04-16",
        ),
        (
            "Владимир Путин побывал в Мариуполе 18 мая, сообщил Дмитрий Песков.",
            "kremlin visit-date mariupol on:2023-05-18",
        ),
    ] {
        compare(&mut wrong, text, &dated(text), &[expected]);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn days_of_saying_and_of_others_are_none() {
    let mut wrong = Vec::new();
    for text in [
        "Vladimir Putin visited Mariupol, state media reported Sunday, and Peskov said it was a surprise.",
        "Olaf Scholz visited Kyiv on May 18, Dmitry Peskov said.",
        "Vladimir Putin did not visit Mariupol on May 18, Dmitry Peskov said.",
        "Did Vladimir Putin visit Mariupol on May 18, as Dmitry Peskov said?",
    ] {
        compare(&mut wrong, text, &dated(text), &[]);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
