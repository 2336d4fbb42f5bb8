//! Whose words a claim carries, and where they stand.

use crate::{gist, outlet};
use chrono::NaiveDate;
use gainsay_claim::period::ShortDay;
use gainsay_claim::{Claim, Corpus, Value};

/// The words of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said<'a> {
    /// Out of the document.
    Quote(&'a str),
    /// The desk's sentence for it.
    Statement(&'a str),
    /// None are on file.
    Nothing,
}

impl Said<'_> {
    /// Whether the words say more than the columns of a table do: a statement of a count does not.
    pub fn tells(self, claim: &Claim) -> bool {
        match self {
            Said::Quote(_) => true,
            Said::Statement(_) => !matches!(claim.value, Value::Count(_)),
            Said::Nothing => false,
        }
    }

    /// The words as they are printed: a quote in quotation marks, a statement without.
    pub fn printed(self) -> String {
        match self {
            Said::Quote(words) => format!("“{}”", words.trim()),
            Said::Statement(words) => words.trim().to_owned(),
            Said::Nothing => String::new(),
        }
    }

    /// The same, cut to a number of columns.
    pub fn short(self, columns: usize) -> String {
        match self {
            Said::Quote(words) => format!("“{}”", crate::layout::fit(words.trim(), columns)),
            Said::Statement(words) => crate::layout::fit(words.trim(), columns),
            Said::Nothing => String::new(),
        }
    }
}

/// The words of a claim: its quote, else the statement.
pub fn said(claim: &Claim) -> Said<'_> {
    match (claim.words.evidence(), claim.words.statement()) {
        (Some(evidence), _) if !evidence.exact.trim().is_empty() => Said::Quote(evidence.exact),
        (_, Some(statement)) if !statement.trim().is_empty() => Said::Statement(statement),
        _ => Said::Nothing,
    }
}

/// The words of a claim for a report, where its source stands beside them: the quote unless it is
/// the bare figure, else the statement without its source.
pub fn told<'a>(corpus: &Corpus, claim: &'a Claim) -> Said<'a> {
    let is_bare = |words: &str| !words.contains(char::is_alphabetic) && matches!(claim.value, Value::Count(_));
    match said(claim) {
        Said::Quote(words) if is_bare(words) => Said::Nothing,
        Said::Statement(words) => Said::Statement(gist::gist(corpus, claim, words)),
        words => words,
    }
}

/// Speaker, outlets and the day of publication: `Sergei Shoigu, via Meduza, 21 Sep 2022`.
pub fn attribution(corpus: &Corpus, claim: &Claim) -> String {
    attributed(corpus, claim, corpus.document(claim.document).published)
}

/// The same beside the days of a claim: the day of publication only where it is another.
pub fn attribution_beside_days(corpus: &Corpus, claim: &Claim) -> String {
    let shown = claim.period.map(|period| period.to()).or(claim.said);
    attributed(corpus, claim, corpus.document(claim.document).published.filter(|published| Some(*published) != shown))
}

/// The outlet nearest to us: `via Kyiv Post`.
pub fn nearest_outlet(corpus: &Corpus, claim: &Claim) -> Option<String> {
    claim.words.via().next().map(|nearest| format!("via {}", outlet::outlet(corpus, nearest)))
}

fn attributed(corpus: &Corpus, claim: &Claim, published: Option<NaiveDate>) -> String {
    let speaker = claim.words.speaker().map(|speaker| outlet::speaker(corpus, speaker));
    let published = published.map(|published| ShortDay(published).to_string());
    speaker.into_iter().chain(outlets(corpus, claim)).chain(published).collect::<Vec<_>>().join(", ")
}

/// Through which outlets we have it: `via Meduza`, `in RT`; nothing where the source published it.
pub fn outlets(corpus: &Corpus, claim: &Claim) -> Option<String> {
    let via: Vec<&str> = claim.words.via().collect();
    let publisher = corpus.document(claim.document).publisher.as_deref();
    let name = |id: &str| outlet::outlet(corpus, id);
    let own = &*corpus.vocabulary.source(claim.source).entry.id;
    if via.is_empty() {
        return publisher.filter(|publisher| *publisher != own).map(|publisher| format!("in {}", name(publisher)));
    }
    let chain = format!("via {}", via.iter().map(|outlet| name(outlet)).collect::<Vec<_>>().join(" and "));
    match publisher {
        Some(publisher) if publisher != own && !via.contains(&publisher) => {
            Some(format!("{chain}, in {}", name(publisher)))
        }
        _ => Some(chain),
    }
}

/// The file a claim was read from, with the line where the file has one claim a line.
pub fn file(corpus: &Corpus, claim: &Claim) -> String {
    let path = path(corpus, claim);
    if path.ends_with(".ndjson") { format!("{path}:{}", claim.origin.record) } else { path.to_owned() }
}

/// The file a claim was read from.
pub fn path<'a>(corpus: &'a Corpus, claim: &Claim) -> &'a str {
    corpus.files.get(claim.origin.file as usize).map_or("", String::as_str)
}
