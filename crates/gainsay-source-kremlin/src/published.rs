//! The day that a text says it is of.

use chrono::{Days, NaiveDate};
use gainsay_text::{Language, Reading, When};

/// How much of a text is its head, in bytes.
const HEAD: usize = 1_600;

/// The days of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct TextDays {
    /// When it was published, as far as is known.
    pub published: Option<NaiveDate>,
    /// The last day of its totals.
    pub as_of: Option<NaiveDate>,
}

/// The longest time between the day of a total and its publication.
const LONGEST_DELAY: u64 = 10;

/// Reads the head of a text for its day; `published` wins over what it says, `dated` fills in.
pub(crate) fn days(text: &str, language: Language, published: Option<NaiveDate>, dated: Option<NaiveDate>) -> TextDays {
    let head = head(text);
    let reading = Reading::of(head, language);
    let dates = reading.dates(published.or(dated));
    let day = |when: &When| if let When::Day(day) = when { Some(*day) } else { None };
    let as_of = dates.iter().filter(|found| says_as_of(&head[..found.span.start])).find_map(|found| day(&found.what));
    let own = dates.iter().find_map(|found| {
        let day = day(&found.what)?;
        let (before, behind) = (&head[..found.span.start], &head[found.span.end..]);
        is_own_day(before, found.span.of(head), behind).then_some(day)
    });
    let stated = as_of.or(own);
    let published = published.or(stated).or(dated);
    let near = |day: &NaiveDate| {
        published.is_none_or(|published| {
            *day <= published && published.checked_sub_days(Days::new(LONGEST_DELAY)).is_some_and(|first| first <= *day)
        })
    };
    TextDays { published, as_of: as_of.filter(near).or(published) }
}

fn head(text: &str) -> &str {
    let mut end = HEAD.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The most letters of the words that say so.
const LONGEST_AS_OF: usize = 24;

/// «по состоянию на 25 марта», "as of 25 March".
fn says_as_of(before: &str) -> bool {
    let before = before.trim_end();
    let start = before.char_indices().rev().nth(LONGEST_AS_OF).map_or(0, |(place, _)| place);
    let before = before[start..].to_lowercase();
    ["по состоянию на", "состоянию на утро", "as of", "as at"].iter().any(|words| before.ends_with(words))
}

/// Whether a date is the text's own: in brackets, on a line of its own or at its head, or in a dateline.
fn is_own_day(before: &str, words: &str, behind: &str) -> bool {
    let year = words.bytes().filter(u8::is_ascii_digit).count() >= 6;
    let line_before = before.rsplit('\n').next().unwrap_or_default().trim();
    let line_behind = behind.split('\n').next().unwrap_or_default().trim();
    let brackets = line_before.ends_with('(') && line_behind.starts_with(')');
    let first_line = !before.trim_end().contains('\n');
    let alone = line_before.chars().count() <= 3 && line_behind.chars().count() <= 3;
    let heads = year && line_before.is_empty() && first_line;
    // «МОСКВА, 30 апреля. /ТАСС/», «Москва. 27 апреля. ИНТЕРФАКС», "MOSCOW, July 9. /TASS/"
    let agency = line_behind.trim_start_matches(['.', ',', ' ', '-', '–', '—', '/']);
    let dateline = ["ТАСС", "ИНТЕРФАКС", "РИА", "TASS", "INTERFAX", "RIA"].iter().any(|name| agency.starts_with(name))
        && line_before.chars().count() <= 40;
    let briefing = year && first_line && !line_before.is_empty();
    year && (brackets || alone) || heads || dateline || briefing
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, published: Option<&str>, dated: Option<&str>) -> (Option<String>, Option<String>) {
        let day = |day: Option<&str>| day.and_then(|day| day.parse().ok());
        let days = days(text, Language::Russian, day(published), day(dated));
        (days.published.map(|day| day.to_string()), days.as_of.map(|day| day.to_string()))
    }

    #[test]
    fn the_text_the_file_and_the_caller_each_may_say_the_day() {
        let some = |day: &str| Some(day.to_owned());
        for (text, published, dated, expected) in [
            ("Брифинг (25.03.2022)\nВсего", None, None, "2022-03-25"),
            ("По состоянию на 25 марта 2022 г. уничтожены", None, None, "2022-03-25"),
            ("МОСКВА, 30 апреля. /ТАСС/. Конашенков", None, Some("2023-05-01"), "2023-04-30"),
            ("Сводка Минобороны России 12 июля 2024 года\nВсего", None, None, "2024-07-12"),
            ("Всего с начала операции", None, Some("2023-05-01"), "2023-05-01"),
            ("Сводка 12 июля 2024 года\nВсего", Some("2024-07-13"), None, "2024-07-13"),
        ] {
            assert_eq!(read(text, published, dated).0, some(expected), "{text}");
        }
        assert_eq!(read("По состоянию на 12 июля 2024 года", Some("2024-07-13"), None).1, some("2024-07-12"));
        assert_eq!(read("Всего с начала операции", None, None), (None, None));
        // A day in the body is not the text's.
        assert_eq!(read("Заголовок\nНачалась операция 24 февраля 2022 года.", None, None).0, None);
    }
}
