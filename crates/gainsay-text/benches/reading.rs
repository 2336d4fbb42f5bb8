//! How many megabytes a second each reader takes in, and whether twice the text takes twice the time.
//!
//! `cargo bench -p gainsay-text` prints a table; the texts are made here, so that it runs anywhere.

#![allow(clippy::print_stdout, clippy::float_arithmetic, reason = "a benchmark prints rates")]

use gainsay_text::{CodePoints, Language, Reading, attributions, dates, hedges, numbers, sentences};
use std::hint::black_box;
use std::time::Instant;

const BULLETIN: &str = "24.02.2023\nТанки — 3365 (+14)\nББМ — 6593 (+3)\nАртилерійські системи — 2363 (+11)\nРСЗВ — 474 (+3)\nЗасоби ППО — 247 (+4)\n\
Літаки — 299\nГелікоптери — 287\nБПЛА — 2029 (+4)\nРакети — 873\nКораблі (катери) — 18\nАвтомобілі та автоцистерни — 5210 (+6)\n\
Спеціальна техніка — 226 (+2)\nОсобовий склад — близько 146 820 осіб (+970)\n\n";

const ARTICLE: &str = "Russian troops have likely had around 300,000 casualties among combatants, all in all, since they invaded at full scale; \
the United Kingdom's Ministry of Defence has confirmed this. Its analysts looked at the time from 24 February 2022 to November 2023. The Russian \
forces, they write, likely had approximately 50,000 killed and from 180,000 to 240,000 wounded. Moscow denied this on Monday, April 17.\n\n";

/// Texts at which a careless reader would go back and forth.
const TRAPS: [(&str, &str); 8] = [
    ("digits", "1234567890"),
    ("groups", "123 "),
    ("dots", "1."),
    ("dashes", "1-"),
    ("ranges", "1 - 2 to "),
    ("scales", "сто тисяч "),
    ("bounds", "more than about "),
    ("months", "April "),
];

fn main() {
    let megabytes = 10;
    for (name, piece, language) in
        [("bulletins", BULLETIN, Language::Ukrainian), ("articles", ARTICLE, Language::English)]
    {
        let text = piece.repeat(megabytes * 1_000_000 / piece.len());
        rate(name, "numbers", &text, || numbers(&text, language).len());
        rate(name, "dates", &text, || dates(&text, language, None).len());
        rate(name, "hedges", &text, || hedges(&text, language).len());
        rate(name, "attributions", &text, || attributions(&text, language).len());
        rate(name, "sentences", &text, || sentences(&text).len());
        rate(name, "all at once", &text, || {
            let reading = Reading::of(&text, language);
            reading.numbers().len()
                + reading.dates(None).len()
                + reading.hedges().len()
                + reading.attributions().len()
                + reading.sentences().len()
        });
        let parts: Vec<&str> = text.split_inclusive("\n\n").collect();
        rate(name, "text by text", &text, || parts.iter().map(|part| numbers(part, language).len()).sum());
        rate(name, "code points", &text, || CodePoints::new(&text).position(text.len()));
    }
    for (name, piece) in TRAPS {
        for megabytes in [5, 10] {
            let text = piece.repeat(megabytes * 1_000_000 / piece.len());
            rate(&format!("{name}, {megabytes} MB"), "numbers", &text, || numbers(&text, Language::Russian).len());
        }
    }
}

fn rate(name: &str, reader: &str, text: &str, read: impl Fn() -> usize) {
    let start = Instant::now();
    let found = black_box(read());
    let seconds = start.elapsed().as_secs_f64();
    println!("{name:16} {reader:14} {:8.1} MB/s {found:10} found", text.len() as f64 / 1e6 / seconds);
}
