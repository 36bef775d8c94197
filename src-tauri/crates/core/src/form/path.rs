//! Places in the content.

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
    }
}
