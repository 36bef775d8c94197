//! What a row is known by: when it has moved, in another state of the draft, in next year's form.

use super::Path;
use crate::form::{Indicator, Row};
use serde_json::Value;

/// What the elements of a list are known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowIdentity {
    /// The value under this key, which is theirs for good.
    Key(&'static str),
    /// What the user calls them under this key, which they mostly keep.
    Name(&'static str),
    /// What they say: blocks of a section's text.
    Text,
}

impl RowIdentity {
    /// That of the elements of the list at a place; none where there is no list of them, and for lists of plain values.
    pub fn of(list: &Path) -> Option<RowIdentity> {
        match list.as_str() {
            "benefits" => Some(RowIdentity::Key("key")),
            "evidence" => Some(RowIdentity::Key("id")),
            "social" | "brand" => Some(RowIdentity::Name("item")),
            "competitors" | "market.products" => Some(RowIdentity::Name("name")),
            _ => list.index(0).is_block().then_some(RowIdentity::Text),
        }
    }

    /// What a row calls itself; none where it does not or is known otherwise.
    pub fn name(self, row: &Value) -> Option<&str> {
        match self {
            RowIdentity::Key(field) | RowIdentity::Name(field) => row.get(field)?.as_str(),
            RowIdentity::Text => None,
        }
    }
}

impl Indicator {
    /// What the row is known by: its key.
    pub fn known_by(&self) -> &str {
        &self.key
    }
}

impl Row {
    /// What the row is known by: its 项目, without blanks around it.
    pub fn known_by(&self) -> &str {
        self.item.trim()
    }
}
