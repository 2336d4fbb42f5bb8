//! Where sentences end.

use gainsay_text::sentences;

#[test]
fn sentences_end_where_a_reader_stops() {
    for (text, expected) in [
        ("Wagner lost 20,000. Moscow said 6,000.", &["Wagner lost 20,000.", "Moscow said 6,000."][..]),
        (
            "It fell by 21.6 thousand on Feb. 24. Then it rose.",
            &["It fell by 21.6 thousand on Feb. 24.", "Then it rose."],
        ),
        ("Утрачено 29,2 тис. осіб. Дані уточнюються.", &["Утрачено 29,2 тис. осіб.", "Дані уточнюються."]),
        ("танків ‒ 3660 (+3) од,\nлітаків – 308 од.", &["танків ‒ 3660 (+3) од,", "літаків – 308 од."]),
        ("Танки — 30\nББМ — 130", &["Танки — 30", "ББМ — 130"]),
        ("the attack had killed 600\nsoldiers of Ukraine.", &["the attack had killed 600\nsoldiers of Ukraine."]),
        ("«Це правда». Він додав: «Ні!» Потім пішов.", &["«Це правда».", "Він додав: «Ні!»", "Потім пішов."]),
        ("Gen. A. Smith said so", &["Gen. A. Smith said so"]),
        ("С 2022 г. Россия молчит.", &["С 2022 г. Россия молчит."]),
        ("", &[]),
        ("  \n ", &[]),
    ] {
        let found: Vec<&str> = sentences(text).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }
}
