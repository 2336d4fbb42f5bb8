//! What a well-formed file looks like: fields, their shapes, and which of them must be there.

use crate::vocabulary::Noun;

/// The shape of a JSON value.
#[derive(Clone, Copy)]
pub(super) enum Shape {
    Id,
    /// The id of an entry in the vocabulary.
    Name(Noun),
    Free,
    /// A text that says something.
    Words,
    Day,
    Number,
    Position,
    Boolean,
    True,
    Sha256,
    Fixed(&'static str),
    OneOf(&'static [&'static str]),
    List(&'static Shape),
    OneOrMany(&'static Shape),
    /// Two values in rising order.
    Pair(&'static Shape),
    /// An object with keys of its own.
    ByLanguage(&'static Shape),
    Object(&'static Object),
    /// The `value` of a claim.
    Value,
    /// The `value` of a claim with its only key.
    Relative,
}

/// An object and its fields.
pub(super) struct Object {
    pub(super) what: &'static str,
    pub(super) fields: &'static [Field],
}

/// A field; one that is not required may be `null`.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) shape: Shape,
    pub(super) required: bool,
}

const fn must(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, required: true }
}

const fn may(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, required: false }
}

pub(super) static FILE: Object = Object {
    what: "a claims file",
    fields: &[
        must("format", Shape::Fixed(super::CLAIMS_FORMAT)),
        must("document", Shape::Object(&DOCUMENT)),
        may("claims", Shape::List(&EACH_CLAIM)),
    ],
};

pub(super) static HEAD: Object = Object {
    what: "a line",
    fields: &[may("document", Shape::Object(&DOCUMENT)), may("vocabulary", Shape::Object(&VOCABULARY_LINE))],
};

pub(super) static DOCUMENT: Object = Object {
    what: "a document",
    fields: &[
        must("id", Shape::Id),
        may("publisher", Shape::Free),
        may("title", Shape::Free),
        may("published", Shape::Day),
        may("language", Shape::Free),
        may("url", Shape::Free),
        may("text", Shape::Free),
        may("sha256", Shape::Sha256),
    ],
};

static EACH_CLAIM: Shape = Shape::Object(&CLAIM);

pub(super) static CLAIM: Object = Object {
    what: "a claim",
    fields: &[
        must("id", Shape::Id),
        may("document", Shape::Id),
        must("source", Shape::Name(Noun::Source)),
        may("speaker", Shape::Free),
        may("via", Shape::List(&Shape::Words)),
        may("said", Shape::Day),
        must("measure", Shape::Name(Noun::Measure)),
        must("subject", Shape::Name(Noun::Subject)),
        may("place", Shape::Name(Noun::Place)),
        may("period", Shape::Object(&PERIOD)),
        may("basis", Shape::OneOf(&["total", "documented"])),
        must("value", Shape::Value),
        may("hedge", Shape::Words),
        may("statement", Shape::Free),
        may("evidence", Shape::Object(&EVIDENCE)),
        may("corrects", Shape::Id),
        may("note", Shape::Free),
    ],
};

pub(super) static PERIOD: Object =
    Object { what: "a period", fields: &[must("from", Shape::Day), must("to", Shape::Day)] };

pub(super) static EVIDENCE: Object = Object {
    what: "evidence",
    fields: &[
        must("exact", Shape::Words),
        may("prefix", Shape::Free),
        may("suffix", Shape::Free),
        may("start", Shape::Position),
        may("end", Shape::Position),
    ],
};

/// The keys of a value; a value has one of them, `about` may have its `tolerance`.
pub(super) static VALUE: Object = Object {
    what: "a value",
    fields: &[
        may("exactly", Shape::Number),
        may("about", Shape::Number),
        may("tolerance", Shape::Number),
        may("at_least", Shape::Number),
        may("more_than", Shape::Number),
        may("at_most", Shape::Number),
        may("less_than", Shape::Number),
        may("between", Shape::Pair(&Shape::Number)),
        may(
            "order",
            Shape::OneOf(&[
                "dozens",
                "hundreds",
                "thousands",
                "tens-of-thousands",
                "hundreds-of-thousands",
                "millions",
            ]),
        ),
        may("on", Shape::Day),
        may("within", Shape::Pair(&Shape::Day)),
        may("before", Shape::Day),
        may("after", Shape::Day),
        may("is", Shape::Name(Noun::State)),
        may("is_not", Shape::Name(Noun::State)),
        may("one_of", Shape::List(&Shape::Name(Noun::State))),
        may("happened", Shape::Boolean),
        may("relative", Shape::Relative),
        may("undisclosed", Shape::True),
        may("text", Shape::Words),
    ],
};

pub(super) static RELATIVE: Object = Object {
    what: "a comparison",
    fields: &[must("to", Shape::Name(Noun::Source)), must("is", Shape::OneOf(super::compile::COMPARISONS))],
};

const LABELS: Field = may("labels", Shape::ByLanguage(&Shape::Free));
const ALIASES: Field = may("aliases", Shape::ByLanguage(&Shape::List(&Shape::Free)));
const PART_OF: Field = may("part_of", Shape::OneOrMany(&Shape::Id));
const IDS: Shape = Shape::List(&Shape::Id);

static MEASURE: Object = Object {
    what: "a measure",
    fields: &[
        must("id", Shape::Id),
        may("label", Shape::Free),
        LABELS,
        ALIASES,
        may("kind", Shape::OneOf(&["count", "stock", "date", "state", "event", "text"])),
        may("unit", Shape::Free),
        PART_OF,
        may("sum_of", IDS),
        may("readings", IDS),
        may("exclusive", Shape::Boolean),
    ],
};

static SOURCE: Object = Object {
    what: "a source",
    fields: &[must("id", Shape::Id), may("label", Shape::Free), LABELS, ALIASES, PART_OF, may("answers", IDS)],
};

static ENTRY: Object =
    Object { what: "an entry", fields: &[must("id", Shape::Id), may("label", Shape::Free), LABELS, ALIASES, PART_OF] };

static STATE: Object = Object {
    what: "a state",
    fields: &[must("id", Shape::Id), may("label", Shape::Free), LABELS, ALIASES, PART_OF, may("excludes", IDS)],
};

static CITATION: Object = Object {
    what: "a citation",
    fields: &[
        may("speaker", Shape::Free),
        may("publisher", Shape::Free),
        may("published", Shape::Day),
        may("exact", Shape::Free),
        may("url", Shape::Free),
    ],
};

static NARROWING: Object = Object {
    what: "a narrowing",
    fields: &[
        must("source", Shape::Id),
        must("measure", Shape::Id),
        must("from", Shape::Day),
        must("readings", IDS),
        may("citation", Shape::Object(&CITATION)),
    ],
};

static EACH_MEASURE: Shape = Shape::Object(&MEASURE);
const MEASURES: Field = may("measures", Shape::List(&EACH_MEASURE));
static EACH_SOURCE: Shape = Shape::Object(&SOURCE);
const SOURCES: Field = may("sources", Shape::List(&EACH_SOURCE));
static EACH_SUBJECT: Shape = Shape::Object(&ENTRY);
const SUBJECTS: Field = may("subjects", Shape::List(&EACH_SUBJECT));
static EACH_PLACE: Shape = Shape::Object(&ENTRY);
const PLACES: Field = may("places", Shape::List(&EACH_PLACE));
static EACH_STATE: Shape = Shape::Object(&STATE);
const STATES: Field = may("states", Shape::List(&EACH_STATE));
static EACH_NARROWING: Shape = Shape::Object(&NARROWING);
const NARROWINGS: Field = may("narrowings", Shape::List(&EACH_NARROWING));

pub(super) static VOCABULARY: Object = Object {
    what: "a vocabulary",
    fields: &[
        must("format", Shape::Fixed(super::VOCABULARY_FORMAT)),
        MEASURES,
        SOURCES,
        SUBJECTS,
        PLACES,
        STATES,
        NARROWINGS,
    ],
};

static VOCABULARY_LINE: Object = Object {
    what: "a vocabulary",
    fields: &[
        may("format", Shape::Fixed(super::VOCABULARY_FORMAT)),
        MEASURES,
        SOURCES,
        SUBJECTS,
        PLACES,
        STATES,
        NARROWINGS,
    ],
};
