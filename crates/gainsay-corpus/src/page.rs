//! The words of a saved page that are its main text, each with its place in the file.

mod main_part;
mod metadata;
mod outline;
mod place;

pub use metadata::Metadata;

use outline::Outline;
use place::Runs;
use std::ops::Range;

/// The main text of a page: headline, paragraphs, lists and tables, without menus, teasers and scripts.
///
/// Every block stands on lines of its own; cells of a table are parted by tabs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The main text.
    pub text: String,
    /// What the page says of itself.
    pub metadata: Metadata,
    runs: Runs,
}

impl Page {
    /// Reads a page or a fragment of one; the tokens are those of the HTML standard, so nothing in it is an error.
    pub fn of(html: &str) -> Page {
        let outline = Outline::of(html);
        let blocks = main_part::blocks(&outline);
        let mut page = Page { metadata: outline.metadata.clone(), ..Page::default() };
        let mut last = None;
        for block in blocks {
            if let Some(last) = last {
                page.text.push_str(if outline::is_line(block.kind) && outline::is_line(last) { "\n" } else { "\n\n" });
            }
            page.runs.append(page.text.len(), &outline.runs, block.text.clone());
            page.text.push_str(&outline.text[block.text.clone()]);
            last = Some(block.kind);
        }
        page
    }

    /// Where a stretch of the main text stands in the file, in bytes of both: from its first letter to its last, with the
    /// tags that stand between.
    pub fn place(&self, text: Range<usize>) -> Range<usize> {
        self.runs.place(text)
    }
}

/// The text that a stretch of a page shows, with white space folded: what a quote from it reads.
pub fn shown(html: &str) -> String {
    let outline = Outline::of(html);
    let mut shown = String::with_capacity(html.len());
    for block in &outline.blocks {
        if !shown.is_empty() {
            shown.push(' ');
        }
        shown.push_str(&outline.text[block.text.clone()]);
    }
    shown
}

/// Whether bytes or words are a page rather than plain text: a tag stands near the beginning.
pub fn looks_like_html(text: &str) -> bool {
    let head = text.trim_start().get(..1024.min(text.trim_start().len())).unwrap_or_else(|| text.trim_start());
    let lower = head.to_ascii_lowercase();
    lower.starts_with("<!doctype html")
        || lower.starts_with("<html")
        || ["<head", "<body", "<p>", "<p ", "<div", "<ul>", "<li>", "<br>", "<br/>", "<br />", "<article", "<table"]
            .iter()
            .any(|tag| lower.contains(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted<'a>(html: &'a str, page: &Page, words: &str) -> &'a str {
        let start = page.text.find(words).unwrap_or_else(|| panic!("`{words}` stands in `{}`", page.text));
        &html[page.place(start..start + words.len())]
    }

    #[test]
    fn the_main_text_is_found_between_menus_and_teasers() {
        let html = "<!doctype html><html lang=uk><head><title>Втрати | Сайт</title><script>var a = '<p>9 танків</p>';</script></head>\
            <body><nav><a href=/>Головна: 12 танків</a></nav><div id=menu><ul><li><a href=x>Новини 2</a></li></ul></div>\
            <div class=article><h1>Втрати на 19 квітня</h1><p>Загальні бойові втрати противника орієнтовно склали:</p>\
            <p>танків &#8210; 3660&nbsp;(+<b>5</b>),</p><p>літаків &ndash; 308 &amp; вертольотів – 293</p><br>\
            <div class=\"related-posts\"><p>Раніше знищено 99 танків, повідомляли ми у великій статті.</p></div></div>\
            <footer>2023 рік, 7 редакторів</footer></body></html>";
        let page = Page::of(html);
        assert_eq!(
            page.text,
            "Втрати на 19 квітня\n\nЗагальні бойові втрати противника орієнтовно склали:\n\n\
             танків ‒ 3660\u{a0}(+5),\n\nлітаків – 308 & вертольотів – 293"
        );
        assert_eq!(quoted(html, &page, "танків ‒ 3660\u{a0}(+5)"), "танків &#8210; 3660&nbsp;(+<b>5</b>)");
        assert_eq!(quoted(html, &page, "308 & вертольотів"), "308 &amp; вертольотів");
        assert_eq!(page.metadata.title.as_deref(), Some("Втрати | Сайт"));
        assert_eq!(page.metadata.language.as_deref(), Some("uk"));
        assert_eq!(shown("танків &#8210; 3660&nbsp;(+<b>5</b>)"), "танків ‒ 3660\u{a0}(+5)");
    }

    #[test]
    fn an_article_element_is_the_main_text() {
        let html = "<body><p>A long teaser of another story with many words in it, to be passed over.</p>\
            <article><header><h1>Headline</h1></header><p>Short body: 5 tanks were lost.</p></article>\
            <aside><p>Another aside with a lot of words in it that could be taken for a body.</p></aside></body>";
        assert_eq!(Page::of(html).text, "Headline\n\nShort body: 5 tanks were lost.");
    }

    #[test]
    fn fragments_tables_and_lists_are_read() {
        let page = Page::of("2022-04-15<p>tanks ‒ 756 од,</p><ul><li>APV ‒ 1976</li><li>MLRS ‒ 122</li></ul>");
        assert_eq!(page.text, "2022-04-15\n\ntanks ‒ 756 од,\n\nAPV ‒ 1976\nMLRS ‒ 122");
        let table = "<table><tr><td>Tanks</td><td>3660 </td></tr><tr><td>Ships<td>18</table>";
        assert_eq!(Page::of(table).text, "Tanks\t3660\nShips\t18");
    }

    #[test]
    fn what_is_no_page_breaks_nothing() {
        for html in ["", "<", "<p", "</p></p>", "<script>", "&", "&#x;&#99999999;&nope;", "<a href='", "<!--", "\u{0}"]
        {
            let page = Page::of(html);
            assert!(page.text.len() <= html.len() * 3, "{html}: {}", page.text);
        }
        assert_eq!(Page::of("<nav><a href=/>Home</a></nav>").text, "");
    }

    #[test]
    fn depth_and_length_cost_no_more_than_their_share() {
        let deep = "<div>".repeat(200_000) + "5 tanks" + &"</span>".repeat(200_000);
        assert_eq!(Page::of(&deep).text, "5 tanks");
        let long = "&amp;".repeat(300_000);
        assert_eq!(Page::of(&long).text.len(), 300_000);
    }

    #[test]
    fn pages_are_told_from_plain_text() {
        assert!(looks_like_html("  <!DOCTYPE HTML><p>"));
        assert!(looks_like_html("2022-04-15<p>tanks ‒ 756 од,</p>"));
        assert!(!looks_like_html("losses < 100 and > 5, a <b"));
    }
}
