//! What a text may say of time.

/// Something a text says of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Time {
    /// In the words of the text; a year as `2024年`.
    pub words: String,
    /// Where it stands among the characters, from the first to behind the last.
    pub at: (usize, usize),
    pub what: What,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A calendar year.
    Year(u16),
    /// A year in which something came into being, which stays true.
    Founding(u16),
    /// A five-year plan, by the year it ends with.
    Plan(u16),
    /// What is counted from the day of writing: 去年, 近三年; or is held again: 第八届.
    Passing,
}
