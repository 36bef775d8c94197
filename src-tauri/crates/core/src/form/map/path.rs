//! Paths into the content.

use super::Root;
use crate::edition::Section;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The JSON path of a place in the content, such as `benefits[2].values.2024`; the empty one is the whole content.
///
/// Written as the interface, the findings and the command line write it. The keys of the content hold no `.`, `[` or
/// `]`. Paths sort in the order of the form.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Path(String);

/// One step of a [`Path`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PathStep<'a> {
    /// To the value under this key of an object: a field, a year, an id.
    Key(&'a str),
    /// To the element of a list at this index, from 0.
    Index(usize),
}

impl Path {
    /// A key of the content itself.
    pub fn root(key: &str) -> Path {
        Path::default().key(key)
    }

    /// A section of the 典型经验.
    pub fn section(section: Section) -> Path {
        Path::root(Root::Experience.key()).key(section.key())
    }

    /// A block of a section, `experience.results.content[5]`; `index` from 0.
    pub fn block(section: Section, index: usize) -> Path {
        Path::section(section).key("content").index(index)
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

    /// The place one step on.
    pub fn step(&self, step: PathStep) -> Path {
        match step {
            PathStep::Key(key) => self.key(key),
            PathStep::Index(index) => self.index(index),
        }
    }

    /// The place that `inner` is, read from here.
    pub fn join(&self, inner: &Path) -> Path {
        inner.steps().fold(self.clone(), |path, step| path.step(step))
    }

    /// The steps from the whole content to the place.
    pub fn steps(&self) -> impl Iterator<Item = PathStep<'_>> {
        self.0.split(['.', '[']).filter(|step| !step.is_empty()).map(|step| {
            let index = step.strip_suffix(']').and_then(|digits| digits.parse().ok());
            index.map_or(PathStep::Key(step), PathStep::Index)
        })
    }

    /// The last step; none of the whole content.
    pub fn last(&self) -> Option<PathStep<'_>> {
        self.steps().last()
    }

    /// What holds the place; none for the whole content.
    pub fn parent(&self) -> Option<Path> {
        let end = self.0.rfind(['.', '[']).unwrap_or(0);
        (!self.is_whole()).then(|| Path(self.0[..end].into()))
    }

    /// Whether it is the whole content.
    pub fn is_whole(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it is `other` or lies within it.
    pub fn is_within(&self, other: &Path) -> bool {
        let rest = self.0.strip_prefix(other.as_str());
        rest.is_some_and(|rest| other.is_whole() || rest.is_empty() || rest.starts_with(['.', '[']))
    }

    /// Whether it is a block of a section of the 典型经验, and no less and no more.
    pub fn is_block(&self) -> bool {
        let is_list = |list: Path| list.last() == Some(PathStep::Key("content")) && list.steps().count() == 3;
        self.root_key() == Some(Root::Experience)
            && matches!(self.last(), Some(PathStep::Index(_)))
            && self.parent().is_some_and(is_list)
    }

    /// The key of the content itself that it begins with; none for the whole content and for what is none of its keys.
    pub fn root_key(&self) -> Option<Root> {
        match self.steps().next()? {
            PathStep::Key(key) => Root::of(key),
            PathStep::Index(_) => None,
        }
    }

    /// The section of the 典型经验 that it lies in, if it lies in one.
    pub fn in_section(&self) -> Option<Section> {
        let mut steps = self.steps();
        match [steps.next()?, steps.next()?] {
            [PathStep::Key("experience"), PathStep::Key(key)] => {
                Section::ALL.into_iter().find(|section| section.key() == key)
            }
            _ => None,
        }
    }

    /// The place as a JSON Pointer (RFC 6901).
    pub fn pointer(&self) -> String {
        self.steps()
            .map(|step| format!("/{}", step.to_string().replace('~', "~0").replace('/', "~1")))
            .collect()
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The key, or the digits of the index.
impl fmt::Display for PathStep<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PathStep::Key(key) => f.write_str(key),
            PathStep::Index(index) => index.fmt(f),
        }
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
        assert_eq!(Path::from("benefits[2].values.2024").pointer(), "/benefits/2/values/2024");
        assert_eq!(Path::default().pointer(), "");
    }

    #[test]
    fn a_year_is_a_key_and_a_row_an_index() {
        use PathStep::{Index, Key};
        let path = Path::from("benefits[2].values.2024");
        assert_eq!(path.steps().collect::<Vec<_>>(), [Key("benefits"), Index(2), Key("values"), Key("2024")]);
        assert_eq!(Path::default().steps().next(), None);
    }

    #[test]
    fn a_place_lies_within_what_holds_it_and_not_beside() {
        let within = |path: &str, other: &str| Path::from(path).is_within(&other.into());
        assert!(within("benefits[1].name", "benefits[1]") && within("benefits[1].name", "benefits"));
        assert!(within("benefits", "benefits") && within("benefits", "") && within("", ""));
        assert!(!within("benefits[10]", "benefits[1]") && !within("benefits", "benefits[1]"));
        assert!(!within("market_share", "market"));
    }

    #[test]
    fn a_block_is_no_less_and_no_more() {
        assert!(Path::block(Section::Process, 5).is_block());
        let others = [
            "experience.process",
            "experience.process.content",
            "experience.process.content[5].attrs.series[0]",
        ];
        assert!(others.iter().all(|other| !Path::from(*other).is_block()));
        assert!(!Path::from("market.products[0]").is_block());
    }

    #[test]
    fn a_place_of_the_text_knows_its_section() {
        let section = |path: &str| Path::from(path).in_section();
        assert_eq!(section("experience.process.content[5]"), Some(Section::Process));
        assert_eq!(
            [section("experience"), section("experience.nothing"), section("benefits[1].name")],
            [None; 3]
        );
    }
}
