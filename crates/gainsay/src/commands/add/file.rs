//! Adding claims to a file, of which every other byte stays as it is.

use crate::extraction::write_laid_out;
use crate::failure::{Failure, reason};
use crate::output::write_file;
use gainsay_claim::read::{CLAIMS_FORMAT, locate};
use gainsay_claim::{Draft, DraftDocument};
use serde::Serialize;
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::Path;

/// A file with the claims to add to it.
pub(super) struct Page<'a> {
    document: &'a DraftDocument<'a>,
    claims: Vec<Draft<'a>>,
    /// What is there already.
    text: Option<String>,
}

#[derive(Serialize)]
struct File<'a> {
    format: &'static str,
    document: &'a DraftDocument<'a>,
    claims: &'a [Draft<'a>],
}

#[derive(Serialize)]
struct Line<'a> {
    document: &'a DraftDocument<'a>,
}

impl<'a> Page<'a> {
    /// Looks at the file and gives the claims ids that are free in it.
    pub(super) fn open(
        path: &Path,
        document: &'a DraftDocument<'a>,
        mut claims: Vec<Draft<'a>>,
    ) -> Result<Page<'a>, Failure> {
        let text = match std::fs::read_to_string(path) {
            Ok(text) => Some(text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => {
                let why = reason(&error);
                return Err(format!("cannot read `{}`: {why}; name another file with -o", path.display()).into());
            }
        };
        let mut taken: BTreeSet<String> = text.iter().flat_map(|text| text.split('"')).map(str::to_owned).collect();
        for claim in &mut claims {
            let numbered = (2..).map(|number| format!("{}-{number}", claim.id));
            let free = std::iter::once(claim.id.to_string()).chain(numbered).find(|id| !taken.contains(id));
            let id = free.expect("numbers do not end");
            taken.insert(id.clone());
            claim.id = Cow::Owned(id);
        }
        let page = Page { document, claims, text };
        page.content(path)?;
        Ok(page)
    }

    pub(super) fn claims(&self) -> &[Draft<'a>] {
        &self.claims
    }

    /// Writes the file, whole or not at all.
    pub(super) fn write(&self, path: &Path) -> Result<(), Failure> {
        let content = self.content(path)?;
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder).map_err(|error| {
                format!("cannot make the folder `{}`: {}; name another file with -o", folder.display(), reason(&error))
            })?;
        }
        write_file(path, |out| out.write_all(content.as_bytes()))
    }

    /// Writes the claims as lines.
    pub(super) fn lines(&self, out: &mut dyn Write) -> Result<(), Failure> {
        Ok(out.write_all(self.as_lines("").as_bytes())?)
    }

    fn content(&self, path: &Path) -> Result<String, Failure> {
        let lines = path.extension().is_some_and(|ending| ending == "ndjson" || ending == "jsonl");
        let Some(text) = &self.text else {
            let file = File { format: CLAIMS_FORMAT, document: self.document, claims: &self.claims };
            return Ok(if lines { self.as_lines("") } else { format!("{}\n", pretty(&file, 3)) });
        };
        if lines {
            let gap = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
            return Ok(format!("{text}{gap}{}", self.as_lines(text)));
        }
        self.inserted(text).ok_or_else(|| {
            let message = format!("`{}` is no claims file of the document `{}`", path.display(), self.document.id);
            Failure::Told(format!("{message}; name another file with -o, or its document with --document ID"))
        })
    }

    fn as_lines(&self, text: &str) -> String {
        let there = |line: &str| {
            serde_json::from_str::<Value>(line).is_ok_and(|line| line["document"]["id"] == *self.document.id)
        };
        let mut lines = String::new();
        if !text.lines().any(there) {
            lines.push_str(&plain(&Line { document: self.document }));
        }
        for claim in &self.claims {
            lines.push_str(&plain(&Draft { document: Some(self.document.id.clone()), ..claim.clone() }));
        }
        lines
    }

    /// The file with the claims behind its last one; nothing where it is not of this document.
    fn inserted(&self, text: &str) -> Option<String> {
        let file: Value = serde_json::from_str(text).ok()?;
        let before = file["claims"].as_array()?.len();
        if file["document"]["id"] != *self.document.id {
            return None;
        }
        let end = locate(text, "claims").end.checked_sub(1)?;
        let mut content = text[..end].trim_end().to_owned();
        for (number, claim) in self.claims.iter().enumerate() {
            if number + before > 0 {
                content.push(',');
            }
            for line in pretty(claim, 1).lines() {
                content.push_str("\n    ");
                content.push_str(line);
            }
        }
        content.push_str("\n  ");
        content.push_str(&text[end..]);
        serde_json::from_str::<Value>(&content).is_ok().then_some(content)
    }
}

/// As it stands in a claims file.
pub(super) fn pretty(record: &impl Serialize, lines_down_to: usize) -> String {
    let mut bytes = Vec::new();
    write_laid_out(record, lines_down_to, &mut bytes).expect("memory can be written");
    String::from_utf8(bytes).expect("JSON is UTF-8")
}

fn plain(record: &impl Serialize) -> String {
    format!("{}\n", serde_json::to_string(record).expect("a draft is JSON"))
}
