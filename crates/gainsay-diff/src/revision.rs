//! One of the two sides of a diff.

use crate::finding::Finding;
use crate::report_file::{self, ReportError};
use crate::standing::{Lapsed, lapsed};
use chrono::NaiveDate;
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
    /// What was acknowledged and is open again, by the discrepancy. A report does not tell.
    pub lapsed: BTreeMap<String, Lapsed>,
}

impl<'a> Revision<'a> {
    /// A corpus and what the rules found in it. Paths of its files count from `name`.
    pub fn of_corpus(name: impl Into<String>, corpus: &'a Corpus, analysis: &Analysis) -> Revision<'a> {
        let findings = analysis.discrepancies.iter().map(|discrepancy| Finding::of(corpus, analysis, discrepancy));
        Revision { name: name.into(), corpus: Some(corpus), findings: by_id(findings), lapsed: BTreeMap::new() }
    }

    /// The same with the acknowledgements that no longer hold on a day.
    #[must_use]
    pub fn on(mut self, analysis: &Analysis, day: Option<NaiveDate>) -> Revision<'a> {
        self.lapsed = self.corpus.map(|corpus| lapsed(corpus, analysis, day)).unwrap_or_default();
        self
    }

    /// What a `gainsay.report/v1` file says.
    ///
    /// # Errors
    /// When it is none, or of a version that is not read.
    pub fn of_report(name: impl Into<String>, bytes: &[u8]) -> Result<Revision<'static>, ReportError> {
        let findings = report_file::read(bytes)?;
        Ok(Revision { name: name.into(), corpus: None, findings: by_id(findings.into_iter()), lapsed: BTreeMap::new() })
    }

    /// A claim by its id, where the claims are at hand.
    pub fn claim(&self, id: &str) -> Option<(&'a Corpus, &'a Claim)> {
        let corpus = self.corpus?;
        corpus.find(id).map(|number| (corpus, corpus.claim(number)))
    }

    /// The names of its files, from the folder that was named.
    pub(crate) fn files(&self) -> Vec<String> {
        let name = self.name.trim_end_matches('/').trim_start_matches("./");
        let inside = |file: &String| {
            // A file at the root of a revision stands with a `./` behind the colon.
            let file = file.trim_start_matches("./").replacen(":./", ":", 1);
            file.strip_prefix(name).map_or(file.clone(), |rest| rest.trim_start_matches('/').to_owned())
        };
        self.corpus.map(|corpus| corpus.files.iter().map(inside).collect()).unwrap_or_default()
    }
}

fn by_id(findings: impl Iterator<Item = Finding>) -> BTreeMap<String, Finding> {
    findings.map(|finding| (finding.id.clone(), finding)).collect()
}
