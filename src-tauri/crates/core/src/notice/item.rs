//! One thing that was looked for in a notice.

use serde::Serialize;

/// What became of something that the edition before says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The notice says the same.
    Same,
    /// The notice says otherwise.
    Changed,
    /// The notice may say otherwise: a person is to look.
    Doubtful,
    /// The notice does not say it, as far as could be found; it stays as before.
    Missing,
    /// The notice has it and the form of this program has no place for it.
    Unfit,
}

/// One thing that was looked for.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct ReadItem {
    /// Its key in the edition file, such as `tracks.national.mail_to`.
    pub key: String,
    /// What became of it.
    pub outcome: Outcome,
    /// What the edition before says, in this year's words.
    pub before: String,
    /// What the notice says.
    pub after: String,
    /// The sentence it was read in.
    pub read_in: String,
}
