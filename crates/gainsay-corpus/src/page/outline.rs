//! The elements and the blocks of text of a page.

use super::metadata::{Attributes, Metadata};
use super::place::Runs;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};
use std::convert::Infallible;
use std::ops::Range;

/// What is read out of a page, before the main part is chosen.
#[derive(Debug, Default)]
pub(super) struct Outline {
    /// All texts of all blocks, white space folded.
    pub(super) text: String,
    pub(super) runs: Runs,
    pub(super) blocks: Vec<Block>,
    pub(super) elements: Vec<Element>,
    pub(super) metadata: Metadata,
}

/// An element that holds blocks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Element {
    pub(super) parent: Option<usize>,
    /// The elements from here up to there lie in it.
    end: usize,
    pub(super) passed_over: bool,
    pub(super) role: Role,
}

/// Whether an element says that it holds the article; the more telling is the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    None,
    Main,
    Article,
    Body,
}

/// A paragraph, a heading, a line of a list or a row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) element: usize,
    /// Whether the element is the paragraph itself, not one around several.
    pub(super) own: bool,
    pub(super) kind: BlockKind,
    pub(super) text: Range<usize>,
    /// How many bytes of it are links.
    pub(super) linked: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BlockKind {
    Headline,
    Paragraph,
    Line,
}

/// Whether a block is one of several lines that stand close together.
pub(super) fn is_line(kind: BlockKind) -> bool {
    kind == BlockKind::Line
}

/// How deep elements are told apart; what lies deeper belongs to the last of these. Browsers stop at 512.
const DEEPEST: usize = 512;

/// Elements whose text is not shown or is no prose.
const UNSHOWN: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select", "button", "textarea",
    "form", "nav", "footer", "aside", "dialog", "menu", "head", "canvas", "audio", "video",
];

/// Elements that have no end tag.
const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Elements inside a line of text.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    "wbr", "nobr",
];

/// Words in a class or an id that tell of what stands beside the text.
const BESIDE: &[&str] = &[
    "menu",
    "nav",
    "navbar",
    "navigation",
    "footer",
    "sidebar",
    "comments",
    "comment",
    "related",
    "share",
    "sharing",
    "social",
    "breadcrumb",
    "breadcrumbs",
    "cookie",
    "cookies",
    "banner",
    "promo",
    "subscribe",
    "subscription",
    "newsletter",
    "recommended",
    "recommend",
    "popular",
    "latest",
    "widget",
    "ads",
    "advert",
    "advertisement",
    "teaser",
    "teasers",
    "pagination",
    "pager",
    "copyright",
    "hidden",
    "popup",
    "modal",
    "outbrain",
    "taboola",
    "disqus",
];

impl Outline {
    pub(super) fn of(html: &str) -> Outline {
        let mut builder = Builder::new(html);
        let mut emitter: CallbackEmitter<_, Infallible, usize> =
            CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| {
                builder.take(event, span);
                None
            });
        emitter.naively_switch_states(true);
        // The callback takes everything in, so that no token is left to be given out.
        let left = Tokenizer::new_with_emitter(html, emitter).next();
        debug_assert!(left.is_none());
        builder.finish()
    }

    /// Whether an element is another or lies in it.
    pub(super) fn lies_in(&self, element: usize, region: usize) -> bool {
        (region..self.elements[region].end).contains(&element)
    }
}

struct Builder<'a> {
    html: &'a str,
    outline: Outline,
    /// The open elements: their names, and their numbers among the elements that hold blocks.
    open: Vec<(Vec<u8>, Option<usize>)>,
    /// Open elements that lie too deep to be told apart.
    deeper: usize,
    links: usize,
    tag: Vec<u8>,
    attribute: Vec<u8>,
    attributes: Attributes,
    /// The block that is being filled.
    block: Option<Block>,
    space: bool,
    in_title: bool,
}

impl<'a> Builder<'a> {
    fn new(html: &'a str) -> Builder<'a> {
        let root = Element { parent: None, end: 0, passed_over: false, role: Role::None };
        Builder {
            html,
            outline: Outline { elements: vec![root], ..Outline::default() },
            open: vec![(Vec::new(), Some(0))],
            deeper: 0,
            links: 0,
            tag: Vec::new(),
            attribute: Vec::new(),
            attributes: Attributes::default(),
            block: None,
            space: false,
            in_title: false,
        }
    }

    fn take(&mut self, event: CallbackEvent<'_>, span: Span<usize>) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = name.to_vec();
                self.attributes = Attributes::default();
            }
            CallbackEvent::AttributeName { name } => {
                self.attribute = name.to_vec();
                self.attributes.set(name, "");
            }
            CallbackEvent::AttributeValue { value } => {
                self.attributes.set(&self.attribute, &String::from_utf8_lossy(value));
            }
            CallbackEvent::CloseStartTag { .. } => self.start(),
            CallbackEvent::EndTag { name } => self.end(name),
            CallbackEvent::String { value } => self.text(&String::from_utf8_lossy(value), span),
            CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    fn start(&mut self) {
        let tag = std::mem::take(&mut self.tag);
        let attributes = std::mem::take(&mut self.attributes);
        self.outline.metadata.learn(&tag, &attributes);
        let name = std::str::from_utf8(&tag).unwrap_or_default();
        self.in_title = name == "title";
        match name {
            "br" => self.close_block(),
            "td" | "th" => self.cell(),
            "a" => self.links += 1,
            _ if !INLINE.contains(&name) => self.close_block(),
            _ => {}
        }
        if VOID.contains(&name) {
            return;
        }
        if self.open.len() >= DEEPEST {
            self.deeper += 1;
            return;
        }
        let number = (!INLINE.contains(&name) || attributes.hidden).then(|| self.element(name, &attributes));
        self.open.push((tag, number));
    }

    /// Adds an element that may hold blocks.
    fn element(&mut self, name: &str, attributes: &Attributes) -> usize {
        let parent = self.around();
        let role = match (name, &*attributes.role, &*attributes.name) {
            (_, _, "articleBody") => Role::Body,
            ("article", ..) => Role::Article,
            ("main", ..) | (_, "main", _) => Role::Main,
            _ => Role::None,
        };
        let beside = || {
            let hints = attributes.hints.to_ascii_lowercase();
            hints.split(|letter: char| !letter.is_ascii_alphanumeric()).any(|hint| BESIDE.contains(&hint))
        };
        // The head of a page is a banner; that of an article holds the headline.
        let banner = name == "header" && !self.in_article();
        let beside = matches!(name, "body" | "html" | "main" | "article") || !beside();
        let passed_over = self.outline.elements[parent].passed_over
            || attributes.hidden
            || UNSHOWN.contains(&name)
            || banner
            || !beside;
        let number = self.outline.elements.len();
        self.outline.elements.push(Element { parent: Some(parent), end: number + 1, passed_over, role });
        number
    }

    fn around(&self) -> usize {
        self.open.iter().rev().find_map(|(_, number)| *number).expect("the root is always open")
    }

    fn in_article(&self) -> bool {
        let mut element = Some(self.around());
        while let Some(at) = element {
            if self.outline.elements[at].role != Role::None {
                return true;
            }
            element = self.outline.elements[at].parent;
        }
        false
    }

    fn end(&mut self, name: &[u8]) {
        self.in_title = false;
        let word = std::str::from_utf8(name).unwrap_or_default();
        if self.deeper > 0 {
            self.deeper -= 1;
            if !INLINE.contains(&word) {
                self.close_block();
            }
            return;
        }
        if word == "a" {
            self.links = self.links.saturating_sub(1);
        }
        if word == "p" || !INLINE.contains(&word) && !matches!(word, "td" | "th") {
            self.close_block();
        }
        if let Some(at) = self.open.iter().rposition(|(open, _)| open == name).filter(|at| *at > 0) {
            for (_, number) in self.open.drain(at..) {
                if let Some(number) = number {
                    self.outline.elements[number].end = self.outline.elements.len();
                }
            }
        }
    }

    fn cell(&mut self) {
        if let Some(block) = self.block.as_mut().filter(|block| !block.text.is_empty()) {
            self.outline.text.push('\t');
            block.text.end = self.outline.text.len();
            self.space = false;
        }
    }

    fn text(&mut self, value: &str, span: Span<usize>) {
        if self.in_title {
            return self.outline.metadata.call(value);
        }
        let mut file = span.start;
        for letter in value.chars() {
            let place = self.place_of(letter, file, span.end);
            file = place.end;
            if matches!(letter, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                self.space = true;
                continue;
            }
            self.letter(letter, place);
        }
    }

    /// Where a character stands in the file: as itself, or behind an ampersand.
    fn place_of(&self, letter: char, from: usize, end: usize) -> Range<usize> {
        let rest = self.html.get(from..end).unwrap_or_default();
        let reference = |rest: &str| {
            let digits = rest.strip_prefix("&#").is_some();
            let word =
                rest[1..].bytes().take(40).take_while(|byte| byte.is_ascii_alphanumeric() || digits && *byte == b'#');
            let length = 1 + word.count();
            length + usize::from(rest[length..].starts_with(';'))
        };
        let stands_for_ampersand =
            || ["&amp", "&AMP", "&#38", "&#x26", "&#X26", "&#038"].iter().any(|name| rest.starts_with(name));
        let length = match rest.chars().next() {
            Some('&') if letter != '&' || stands_for_ampersand() => reference(rest),
            Some(first) if first == letter => first.len_utf8(),
            Some('\r') if letter == '\n' => 1 + usize::from(rest[1..].starts_with('\n')),
            // The second character of a reference that stands for two.
            _ => 0,
        };
        from..from + length
    }

    fn letter(&mut self, letter: char, place: Range<usize>) {
        let Builder { outline, block, space, .. } = self;
        let open = self.open.last().and_then(|(_, number)| *number);
        let element = open.unwrap_or_else(|| self.open.iter().rev().find_map(|(_, number)| *number).unwrap_or(0));
        let block = block.get_or_insert_with(|| {
            let name = self.open.iter().rev().find(|(_, number)| number.is_some()).map_or(&b""[..], |(name, _)| name);
            let kind = match name {
                b"h1" => BlockKind::Headline,
                b"li" | b"tr" | b"td" | b"th" | b"dt" | b"dd" => BlockKind::Line,
                _ => BlockKind::Paragraph,
            };
            let own =
                matches!(name, b"p" | b"li" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"td" | b"blockquote");
            let at = outline.text.len();
            Block { element, own, kind, text: at..at, linked: 0 }
        });
        let spaced = std::mem::take(space) && !block.text.is_empty() && !outline.text.ends_with('\t');
        if spaced {
            outline.text.push(' ');
        }
        outline.runs.push(outline.text.len(), letter.len_utf8(), place);
        outline.text.push(letter);
        block.text.end = outline.text.len();
        if self.links > 0 {
            block.linked += letter.len_utf8() + usize::from(spaced);
        }
    }

    fn close_block(&mut self) {
        self.space = false;
        if let Some(mut block) = self.block.take() {
            let end = self.outline.text[..block.text.end].trim_end_matches('\t').len();
            block.text.end = end.max(block.text.start);
            if !block.text.is_empty() {
                self.outline.blocks.push(block);
            }
        }
    }

    fn finish(mut self) -> Outline {
        self.close_block();
        let all = self.outline.elements.len();
        for (_, number) in &self.open {
            if let Some(number) = number {
                self.outline.elements[*number].end = all;
            }
        }
        self.outline
    }
}
