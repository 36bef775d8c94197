//! Places in the content.

use serde::{Deserialize, Deserializer};
use std::fmt;

/// The JSON path of a place in the content, such as `benefits[2].values.2024`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Path(String);

impl Path {
    /// A key of the content itself.
    pub fn root(key: &str) -> Path {
        Path::default().key(key)
    }

    /// The place under this key here.
    pub fn key(&self, key: impl fmt::Display) -> Path {
        let dot = if self.0.is_empty() { "" } else { "." };
        Path(format!("{}{dot}{key}", self.0))
    }

    /// The place at this index here, from 0.
    pub fn index(&self, index: usize) -> Path {
        Path(format!("{}[{index}]", self.0))
    }

    /// The steps from the root: keys, and indexes as numbers.
    pub fn steps(&self) -> impl Iterator<Item = &str> {
        let steps = self.0.split(['.', '[']).map(|step| step.strip_suffix(']').unwrap_or(step));
        steps.filter(|step| !step.is_empty())
    }

    /// The place as a JSON Pointer (RFC 6901).
    pub fn pointer(&self) -> String {
        self.steps().map(|step| format!("/{}", step.replace('~', "~0").replace('/', "~1"))).collect()
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Path {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Path)
    }
}

impl From<&str> for Path {
    fn from(path: &str) -> Path {
        Path(path.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_reads_as_in_the_json() {
        assert_eq!(
            Path::root("benefits").index(2).key("values").key(2024).as_str(),
            "benefits[2].values.2024"
        );
        assert_eq!(Path::from("benefits[2].values.2024").pointer(), "/benefits/2/values/2024");
        assert_eq!(Path::default().pointer(), "");
    }
}
