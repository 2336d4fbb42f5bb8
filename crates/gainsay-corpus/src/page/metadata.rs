//! What a page says of itself outside its text.

/// The title, the publisher, the day, the address and the language, as the page states them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// Its title.
    pub title: Option<String>,
    /// The name of the site.
    pub publisher: Option<String>,
    /// The day of publication, `YYYY-MM-DD`.
    pub published: Option<String>,
    /// Its own address.
    pub url: Option<String>,
    /// BCP 47 tag.
    pub language: Option<String>,
}

/// The attributes of a start tag that are looked at.
#[derive(Clone, Debug, Default)]
pub(super) struct Attributes {
    pub(super) name: String,
    pub(super) content: String,
    pub(super) rel: String,
    pub(super) href: String,
    pub(super) lang: String,
    pub(super) datetime: String,
    pub(super) hints: String,
    pub(super) role: String,
    pub(super) hidden: bool,
}

impl Attributes {
    /// Takes an attribute in. `property`, `name` and `itemprop` of a `meta` say which thing it is about.
    pub(super) fn set(&mut self, attribute: &[u8], value: &str) {
        let slot = match attribute {
            b"property" | b"name" | b"itemprop" if self.name.is_empty() => &mut self.name,
            b"content" => &mut self.content,
            b"rel" => &mut self.rel,
            b"href" => &mut self.href,
            b"lang" => &mut self.lang,
            b"datetime" => &mut self.datetime,
            b"role" => &mut self.role,
            b"class" | b"id" => {
                self.hints.push(' ');
                &mut self.hints
            }
            b"hidden" => {
                self.hidden = true;
                return;
            }
            b"aria-hidden" => {
                self.hidden |= value == "true";
                return;
            }
            b"style" => {
                self.hidden |= value.replace(' ', "").contains("display:none");
                return;
            }
            _ => return,
        };
        slot.push_str(value);
    }
}

impl Metadata {
    /// Learns what a tag in the head, or a `time` with a date, says.
    pub(super) fn learn(&mut self, tag: &[u8], attributes: &Attributes) {
        match tag {
            b"html" => keep(&mut self.language, &attributes.lang),
            b"link" if attributes.rel.eq_ignore_ascii_case("canonical") => keep(&mut self.url, &attributes.href),
            b"time" => keep(&mut self.published, day(&attributes.datetime)),
            b"meta" => match &*attributes.name.to_ascii_lowercase() {
                "og:site_name" | "application-name" => keep(&mut self.publisher, &attributes.content),
                // What the head says of the article goes before a day that stands somewhere in it.
                "article:published_time" | "datepublished" | "date" | "dc.date" | "pubdate" => {
                    replace(&mut self.published, day(&attributes.content));
                }
                "og:url" => keep(&mut self.url, &attributes.content),
                "og:title" => replace(&mut self.title, &attributes.content),
                _ => {}
            },
            _ => {}
        }
    }

    /// The text of the `title` element, where nothing better is known.
    pub(super) fn call(&mut self, title: &str) {
        keep(&mut self.title, title);
    }
}

fn keep(slot: &mut Option<String>, value: &str) {
    let value = value.trim();
    if slot.is_none() && !value.is_empty() {
        *slot = Some(value.to_owned());
    }
}

fn replace(slot: &mut Option<String>, value: &str) {
    if !value.trim().is_empty() {
        *slot = Some(value.trim().to_owned());
    }
}

/// The day at the head of an ISO 8601 time, empty where there is none.
fn day(time: &str) -> &str {
    let time = time.trim();
    match time.get(..10) {
        Some(day) if gainsay_claim::period::read_day(day).is_ok() => day,
        _ => "",
    }
}
