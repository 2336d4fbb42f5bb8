//! What is known of a document before it is read.

use chrono::NaiveDate;
use gainsay_claim::Vocabulary;
use gainsay_claim::period::read_day;
use gainsay_corpus::SavedText;
use gainsay_corpus::slug::slug;
use std::path::Path;

/// The document's id, publisher, day and so on, as far as they are given, stand in the head of the page, or in the name
/// of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// The id; without it, the document is called after what it says.
    pub id: Option<String>,
    /// Who published it, by id.
    pub publisher: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// The day of publication, where it is given or the page states it.
    pub published: Option<NaiveDate>,
    /// The day in the name of the file.
    pub dated: Option<NaiveDate>,
    /// BCP 47 tag of its language, where it is given.
    pub language: Option<String>,
    /// Its address.
    pub url: Option<String>,
}

impl Header {
    /// What the file itself tells. What is given goes before it: see the fields.
    pub fn of(saved: &SavedText, vocabulary: &Vocabulary) -> Header {
        let name = Path::new(&saved.name).file_stem().and_then(|stem| stem.to_str()).filter(|_| saved.name != "-");
        let metadata = saved.page.as_ref().map(|page| &page.metadata);
        let of = |field: fn(&gainsay_corpus::page::Metadata) -> &Option<String>| {
            metadata.and_then(|data| field(data).clone())
        };
        Header {
            id: name.and_then(slug).map(|id| distinct(id, &saved.name)),
            publisher: of(|data| &data.publisher).and_then(|site| publisher(&site, vocabulary)),
            title: of(|data| &data.title),
            published: of(|data| &data.published).and_then(|day| read_day(&day).ok()),
            dated: name.and_then(day_in_name),
            language: None,
            url: of(|data| &data.url).filter(|url| url.starts_with("https://") || url.starts_with("http://")),
        }
    }
}

/// An id that is nothing but a number or a day says more with the name of its folder.
fn distinct(id: String, path: &str) -> String {
    let folder = Path::new(path).parent().and_then(Path::file_name).and_then(|folder| folder.to_str()).and_then(slug);
    match folder.filter(|_| !id.bytes().any(|byte| byte.is_ascii_lowercase())) {
        Some(folder) => format!("{folder}-{id}"),
        None => id,
    }
}

/// The id of a site by its name: that of the source of this name, else one made of the name.
fn publisher(site: &str, vocabulary: &Vocabulary) -> Option<String> {
    let lower = site.to_lowercase();
    let is = |name: &str| name.to_lowercase() == lower;
    let source = vocabulary.sources().iter().map(|source| &source.entry).find(|entry| {
        is(&entry.label)
            || entry.labels.values().any(|label| is(label))
            || entry.aliases.values().flatten().any(|alias| is(alias))
    });
    source.map(|entry| entry.id.to_string()).or_else(|| slug(site))
}

/// The first day in the name of a file: `2023-04-19`, `2023_04_19`, `20230419` or `19.04.2023`, not within longer numbers.
fn day_in_name(name: &str) -> Option<NaiveDate> {
    let bytes = name.as_bytes();
    let free = |at: Option<&u8>| !at.is_some_and(u8::is_ascii_digit);
    (0..bytes.len()).filter(|&at| bytes[at].is_ascii_digit() && free(at.checked_sub(1).map(|at| &bytes[at]))).find_map(
        |at| {
            let rest = &bytes[at..];
            let number = |range: std::ops::Range<usize>| {
                let digits = rest.get(range)?;
                digits
                    .iter()
                    .all(u8::is_ascii_digit)
                    .then(|| std::str::from_utf8(digits).ok()?.parse::<u32>().ok())
                    .flatten()
            };
            let mark = |at: usize| rest.get(at).is_some_and(|byte| b"-_. ".contains(byte));
            let day = |year: u32, month: u32, day: u32| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day);
            let dashed = || {
                (mark(4) && mark(7) && free(rest.get(10))).then(|| day(number(0..4)?, number(5..7)?, number(8..10)?))?
            };
            let plain = || free(rest.get(8)).then(|| day(number(0..4)?, number(4..6)?, number(6..8)?))?;
            let turned = || {
                (mark(2) && mark(5) && free(rest.get(10))).then(|| day(number(6..10)?, number(3..5)?, number(0..2)?))?
            };
            dashed().or_else(plain).or_else(turned).filter(|day| (1900..2200).contains(&chrono::Datelike::year(day)))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_found_in_names() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
        for (name, expected) in [
            ("2023-04-19-bulletin", day(2023, 4, 19)),
            ("en-2022-04-12", day(2022, 4, 12)),
            ("20230419", day(2023, 4, 19)),
            ("losses_19.04.2023", day(2023, 4, 19)),
            ("2023-02-31", None),
            ("120230419", None),
            ("2023-04-191", None),
            ("bulletin 421", None),
            ("дані-2023_04_19", day(2023, 4, 19)),
            ("", None),
        ] {
            assert_eq!(day_in_name(name), expected, "{name}");
        }
    }

    #[test]
    fn a_page_tells_its_publisher_and_its_day() {
        let (vocabulary, _) = Vocabulary::build(crate::sources::vocabulary());
        let html = "<html><head><meta property=og:site_name content='The Example Post'>\
            <meta property='article:published_time' content='2023-04-19T10:00:00+03:00'>\
            <link rel=canonical href='https://example.org/a'></head><body><p>Words.</body>";
        let saved = SavedText::of("saved/My page 2023.html", html.as_bytes()).expect("it can be read");
        let header = Header::of(&saved, &vocabulary);
        assert_eq!(header.id.as_deref(), Some("my-page-2023"));
        assert_eq!(header.publisher.as_deref(), Some("the-example-post"));
        assert_eq!(header.published, NaiveDate::from_ymd_opt(2023, 4, 19));
        assert_eq!(header.url.as_deref(), Some("https://example.org/a"));
        let ministry = "<meta property=og:site_name content='Ministry of Defence of Ukraine'><p>Words.";
        let saved = SavedText::of("a.html", ministry.as_bytes()).expect("it can be read");
        assert_eq!(Header::of(&saved, &vocabulary).publisher.as_deref(), Some("ukrainian-mod"));
    }
}
