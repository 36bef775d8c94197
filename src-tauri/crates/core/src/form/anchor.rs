//! What a place that stays the same when rows are moved is written as; the map of the form makes and finds it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A place as a way through the JSON, rows named by what they are known by and not by where they stand.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(transparent)]
pub struct Anchor(pub(super) Vec<Way>);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub(super) enum Way {
    /// A key of an object.
    Key(String),
    /// An index of a list whose rows cannot be told apart otherwise.
    Index(usize),
    /// The row of a list that calls itself this.
    Row {
        row: String,
        /// Where it stood among how many, where its name may be changed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        stood: Option<(usize, usize)>,
    },
}
