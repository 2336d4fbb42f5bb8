//! The words around a claim, packed into one piece of memory.

use crate::record::ClaimRecord;

/// Speaker, outlets, hedge, sentence, evidence, correction and note of a claim.
///
/// A corpus of millions of claims has tens of millions of these, most of them empty, so they lie
/// in one allocation: a tag, a length of four bytes and the text, one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Box<[u8]>);

/// A quote, with the names that the W3C Web Annotation model gives its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence<'a> {
    /// The words.
    pub exact: &'a str,
    /// What stands before them.
    pub prefix: Option<&'a str>,
    /// What stands behind them.
    pub suffix: Option<&'a str>,
    /// Where they start and end in the document's text, in Unicode code points.
    pub span: Option<(u32, u32)>,
}

const SPEAKER: u8 = 1;
const VIA: u8 = 2;
const HEDGE: u8 = 3;
const STATEMENT: u8 = 4;
const EXACT: u8 = 5;
const PREFIX: u8 = 6;
const SUFFIX: u8 = 7;
const SPAN: u8 = 8;
const CORRECTS: u8 = 9;
const NOTE: u8 = 10;

impl Words {
    /// Packs the words of a record.
    pub fn pack(record: &ClaimRecord<'_>) -> Words {
        let mut bytes = Vec::with_capacity(128);
        let mut put = |tag: u8, text: &[u8]| {
            bytes.push(tag);
            bytes.extend_from_slice(&(text.len() as u32).to_le_bytes());
            bytes.extend_from_slice(text);
        };
        if let Some(speaker) = &record.speaker {
            put(SPEAKER, speaker.as_bytes());
        }
        for outlet in record.via.iter().flatten() {
            put(VIA, outlet.as_bytes());
        }
        if let Some(hedge) = &record.hedge {
            put(HEDGE, hedge.as_bytes());
        }
        if let Some(statement) = &record.statement {
            put(STATEMENT, statement.as_bytes());
        }
        if let Some(evidence) = &record.evidence {
            put(EXACT, evidence.exact.as_bytes());
            if let Some(prefix) = &evidence.prefix {
                put(PREFIX, prefix.as_bytes());
            }
            if let Some(suffix) = &evidence.suffix {
                put(SUFFIX, suffix.as_bytes());
            }
            if let (Some(start), Some(end)) = (evidence.start, evidence.end) {
                let mut span = [0; 8];
                span[..4].copy_from_slice(&start.to_le_bytes());
                span[4..].copy_from_slice(&end.to_le_bytes());
                put(SPAN, &span);
            }
        }
        if let Some(corrects) = &record.corrects {
            put(CORRECTS, corrects.as_bytes());
        }
        if let Some(note) = &record.note {
            put(NOTE, note.as_bytes());
        }
        Words(bytes.into_boxed_slice())
    }

    fn parts(&self) -> impl Iterator<Item = (u8, &[u8])> {
        let mut rest = &self.0[..];
        std::iter::from_fn(move || {
            let (&tag, behind) = rest.split_first()?;
            let (length, behind) = behind.split_first_chunk::<4>()?;
            let (text, behind) = behind.split_at_checked(u32::from_le_bytes(*length) as usize)?;
            rest = behind;
            Some((tag, text))
        })
    }

    fn text(&self, wanted: u8) -> Option<&str> {
        self.parts().find(|(tag, _)| *tag == wanted).and_then(|(_, text)| std::str::from_utf8(text).ok())
    }

    /// The person or office that spoke.
    pub fn speaker(&self) -> Option<&str> {
        self.text(SPEAKER)
    }

    /// The outlets through which we have the statement, nearest to us first.
    pub fn via(&self) -> impl Iterator<Item = &str> {
        self.parts().filter(|(tag, _)| *tag == VIA).filter_map(|(_, text)| std::str::from_utf8(text).ok())
    }

    /// The hedging word as written.
    pub fn hedge(&self) -> Option<&str> {
        self.text(HEDGE)
    }

    /// The statement in one sentence.
    pub fn statement(&self) -> Option<&str> {
        self.text(STATEMENT)
    }

    /// The quote.
    pub fn evidence(&self) -> Option<Evidence<'_>> {
        let span = self.parts().find(|(tag, _)| *tag == SPAN).and_then(|(_, bytes)| {
            let (start, end) = bytes.split_first_chunk::<4>()?;
            Some((u32::from_le_bytes(*start), u32::from_le_bytes(*end.first_chunk::<4>()?)))
        });
        Some(Evidence { exact: self.text(EXACT)?, prefix: self.text(PREFIX), suffix: self.text(SUFFIX), span })
    }

    /// The id of the claim that this one replaces.
    pub fn corrects(&self) -> Option<&str> {
        self.text(CORRECTS)
    }

    /// The desk's remark.
    pub fn note(&self) -> Option<&str> {
        self.text(NOTE)
    }
}
