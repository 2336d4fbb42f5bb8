//! Where a claim and its quote stand in files, for tools that show them there.

/// Where a claim stands, which has nothing to do with the place that it speaks of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whereabouts {
    /// Its record; none for what came on standard input and for claims that were read off a text.
    pub record: Option<Spot>,
    /// Its quote in the stored text, where its evidence has positions and the text can be read.
    pub quote: Option<Stretch>,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The file, as it was named on the command line.
    pub path: String,
    /// The line, from 1.
    pub line: u32,
    /// The column in Unicode code points, from 1.
    pub column: u32,
}

/// A stretch of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Where it starts.
    pub start: Spot,
    /// The line on which it ends, from 1.
    pub end_line: u32,
    /// The column behind its last code point, from 1.
    pub end_column: u32,
    /// How many code points of the file lie before it.
    pub offset: u32,
    /// How many code points it has.
    pub length: u32,
}
