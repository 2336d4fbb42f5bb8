//! What stands in this text?
//!
//! Nothing here knows of claims or sources: text goes in, findings about its language come out.
//! Every reader walks the text once; none goes back more than a fixed number of words.

pub mod language;

mod attribution;
mod date;
mod figure;
mod hedge;
mod lexicon;
mod number;
mod order;
mod phrase;
mod reading;
mod sentence;
mod span;
mod token;

pub use attribution::{Attribution, attributions};
pub use date::{Church, When, dates, easter};
pub use figure::Figure;
pub use hedge::hedges;
pub use language::{Language, language};
pub use number::{Bound, Number, numbers};
pub use order::{Order, orders};
pub use reading::Reading;
pub use sentence::sentences;
pub use span::{CodePoints, Found, Span};
