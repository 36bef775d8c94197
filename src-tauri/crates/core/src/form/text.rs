//! What a user typed or pasted.

use crate::text::clean;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;

/// A text of the content.
///
/// Holds only characters that XML 1.0 can carry (§2.2), with line feeds as line ends: what a document could
/// not print is dropped on the way in. `null` reads as the empty text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, JsonSchema)]
#[serde(transparent)]
#[schemars(transparent)]
pub struct Text(String);

impl Text {
    /// The text as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing was filled in: nothing, or blanks only.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// Adds what was typed behind it.
    pub fn push(&mut self, more: &str) {
        self.0.push_str(&clean(more));
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Text(clean(text).into_owned())
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        match clean(&text) {
            Cow::Borrowed(_) => Text(text),
            Cow::Owned(cleaned) => Text(cleaned),
        }
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        Ok(text.unwrap_or_default().into())
    }
}
