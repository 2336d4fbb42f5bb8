//! The rules, one file each; the page of a rule lies beside it.

#[path = "rules/affirmed-and-denied.rs"]
pub(crate) mod affirmed_and_denied;
#[path = "rules/at-odds-with-itself.rs"]
pub(crate) mod at_odds_with_itself;
#[path = "rules/count-conflict.rs"]
pub(crate) mod count_conflict;
#[path = "rules/date-conflict.rs"]
pub(crate) mod date_conflict;
#[path = "rules/definition-gap.rs"]
pub(crate) mod definition_gap;
#[path = "rules/increment-mismatch.rs"]
pub(crate) mod increment_mismatch;
#[path = "rules/parts-exceed-whole.rs"]
pub(crate) mod parts_exceed_whole;
#[path = "rules/retold-differently.rs"]
pub(crate) mod retold_differently;
#[path = "rules/series-break.rs"]
pub(crate) mod series_break;
#[path = "rules/shared-origin.rs"]
pub(crate) mod shared_origin;
#[path = "rules/shifted-definition.rs"]
pub(crate) mod shifted_definition;
#[path = "rules/silent-revision.rs"]
pub(crate) mod silent_revision;
#[path = "rules/stale-figure.rs"]
pub(crate) mod stale_figure;
#[path = "rules/state-conflict.rs"]
pub(crate) mod state_conflict;
#[path = "rules/total-falls.rs"]
pub(crate) mod total_falls;
#[path = "rules/unanswered.rs"]
pub(crate) mod unanswered;
#[path = "rules/unquantified-dispute.rs"]
pub(crate) mod unquantified_dispute;
#[path = "rules/wide-gap.rs"]
pub(crate) mod wide_gap;

use crate::findings::Findings;
use gainsay_align::{Group, Groups, Topic};
use gainsay_claim::Corpus;

/// Looks at everything that could bear on one quantity.
pub(crate) type GroupRule = fn(&Group<'_>, &mut Findings);

/// Looks at the whole corpus.
pub(crate) type CorpusRule = fn(&Corpus, &Groups, &[Topic], &mut Findings);

/// The rules that see one group at a time.
pub(crate) static GROUP_RULES: &[GroupRule] = &[
    count_conflict::find,
    date_conflict::find,
    state_conflict::find,
    affirmed_and_denied::find,
    unquantified_dispute::find,
    wide_gap::find,
    definition_gap::find,
    total_falls::find,
    increment_mismatch::find,
    parts_exceed_whole::find,
    silent_revision::find,
    at_odds_with_itself::find,
    retold_differently::find,
    shifted_definition::find,
    shared_origin::find,
];

/// The rules that need everything at once.
pub(crate) static CORPUS_RULES: &[CorpusRule] =
    &[stale_figure::find, unanswered::find, series_break::find, shifted_definition::find_subjects];
