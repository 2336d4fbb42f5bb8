//! The reader of the daily bulletin: where in a text it stands, and the claims that it makes.

mod categories;
mod day;
mod drafts;
mod fold;
mod item;
mod lexicon;
mod passage;
mod phrases;
mod publisher;
mod token;
mod unclear;

#[cfg(test)]
mod tests;

use gainsay_claim::extract::{Extract, RawDocument};
use item::{Fault, Tokens, Why};
use passage::Credit;
use token::Kind;

/// Reads every bulletin of a text.
pub(crate) fn read<'a>(raw: &RawDocument<'a>) -> Extract<'a> {
    // No document is as long, and its figures would stand where no place can be told.
    if u32::try_from(raw.text.len()).is_err() {
        return Extract::default();
    }
    let list = token::tokens(raw.text);
    let tokens = Tokens { text: raw.text, list: &list };
    let mut items = tokens.items();
    let own = raw.publisher.is_some_and(publisher::is_own);
    let staff = own || list.iter().any(|token| token.kind == Kind::Staff);
    let passages = tokens.passages(&items, Credit { staff, attested: raw.attested, after_another: false });
    if passages.is_empty() {
        return Extract::default();
    }
    if let Some(last) = passages.last().and_then(|passage| tokens.cut_off(&items, passage)) {
        let item = &mut items[last];
        item.total = None;
        item.faults.push(Fault { token: item.next - 1, why: Why::CutOff });
    }
    drafts::drafts(raw, &tokens, &items, &passages)
}
