//! One of the two sides of a diff.

use crate::finding::Finding;
use crate::report_file::{self, ReportError};
use gainsay_claim::{Claim, Corpus};
use gainsay_compare::Analysis;
use std::collections::BTreeMap;

/// A corpus with what the rules found in it, or a report, which has no claims.
#[derive(Clone, Debug)]
pub struct Revision<'a> {
    /// What it is called, as in `main:claims`.
    pub name: String,
    /// The claims, where they are at hand.
    pub corpus: Option<&'a Corpus>,
    /// What the rules found, by id.
    pub findings: BTreeMap<String, Finding>,
}

impl<'a> Revision<'a> {
    /// A corpus and what the rules found in it. Paths of its files count from `name`.
    pub fn of_corpus(name: impl Into<String>, corpus: &'a Corpus, analysis: &Analysis) -> Revision<'a> {
        let findings = analysis.discrepancies.iter().map(|discrepancy| Finding::of(corpus, analysis, discrepancy));
        Revision { name: name.into(), corpus: Some(corpus), findings: by_id(findings) }
    }

    /// What a `gainsay.report/v1` file says.
    ///
    /// # Errors
    /// When it is none, or of a version that is not read.
    pub fn of_report(name: impl Into<String>, bytes: &[u8]) -> Result<Revision<'static>, ReportError> {
        let findings = report_file::read(bytes)?;
        Ok(Revision { name: name.into(), corpus: None, findings: by_id(findings.into_iter()) })
    }

    /// A claim by its id, where the claims are at hand.
    pub fn claim(&self, id: &str) -> Option<(&'a Corpus, &'a Claim)> {
        let corpus = self.corpus?;
        corpus.find(id).map(|number| (corpus, corpus.claim(number)))
    }

    /// The file in which a claim stands, from the folder that was named.
    pub(crate) fn file_of(&self, claim: &Claim) -> String {
        let file = self.corpus.and_then(|corpus| corpus.files.get(claim.origin.file as usize));
        let file = file.map_or("", String::as_str);
        let name = self.name.trim_end_matches('/').trim_start_matches("./");
        let file = file.trim_start_matches("./");
        // Of a whole tree the name ends in a colon, and nothing stands between it and the path.
        // A file that was named itself may stand with a `./` behind the colon.
        let file = file.replacen(":./", ":", 1);
        file.strip_prefix(name).map_or(file.clone(), |rest| rest.trim_start_matches('/').to_owned())
    }
}

fn by_id(findings: impl Iterator<Item = Finding>) -> BTreeMap<String, Finding> {
    findings.map(|finding| (finding.id.clone(), finding)).collect()
}
