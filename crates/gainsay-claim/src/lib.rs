//! What did a document say, and where exactly?
//!
//! Claims, the documents they stand in, the vocabulary that gives their words a meaning, and the
//! reading of all three from text. No file is opened here, and no clock is read.
#![doc = include_str!("../README.md")]

pub mod acknowledgement;
pub mod claim;
pub mod corpus;
pub mod count;
pub mod draft;
pub mod extract;
pub mod intern;
pub mod period;
pub mod problem;
pub mod read;
pub mod record;
pub mod rounding;
pub mod schema;
pub mod settings;
pub mod value;
pub mod vocabulary;
pub mod whereabouts;

pub use acknowledgement::{Acknowledged, Acknowledgement, GivenFor};
pub use claim::{Basis, Claim, ClaimId, Document, DocumentId, Evidence, Origin};
pub use corpus::Corpus;
pub use count::Count;
pub use draft::{Draft, DraftDocument, DraftEvidence, DraftPeriod, DraftValue};
pub use extract::{Extract, Extractor, RawDocument, Unclear, Wording};
pub use period::{DateRange, Period};
pub use problem::{Problem, Severity, SourceFile};
pub use settings::Settings;
pub use value::{Bounds, Comparison, CountValue, DateValue, Order, StateValue, Value};
pub use vocabulary::{
    Kind, Measure, MeasureId, Place, PlaceId, Source, SourceId, State, StateId, Subject, SubjectId, Vocabulary,
};
pub use whereabouts::{Spot, Stretch, Whereabouts};
