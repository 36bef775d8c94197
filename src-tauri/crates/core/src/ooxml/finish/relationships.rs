//! Relationships of one part (ISO/IEC 29500-2, 6.5).

use crate::ooxml::Error;
use crate::ooxml::xml::{self, Element};

const NAMESPACE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// The relationships of one part, numbered `rId1`, `rId2` … as they are asked for.
#[derive(Debug, Clone, Default)]
pub(super) struct Relationships {
    entries: Vec<Relationship>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Relationship {
    pub id: String,
    /// Full type URI.
    pub kind: String,
    pub target: String,
    pub mode: Mode,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Mode {
    Internal,
    External,
}

impl Relationships {
    /// Reads what docx-rs wrote.
    pub(super) fn parse(path: &str, bytes: &[u8]) -> Result<Self, Error> {
        let root = xml::parse(bytes, xml::Limits::default())
            .map_err(|source| Error::Xml { part: path.to_owned(), source })?;
        let text = |e: &Element, name| e.attribute(name).unwrap_or_default().to_owned();
        let entries = root.elements().map(|e| Relationship {
            id: text(e, "Id"),
            kind: text(e, "Type"),
            target: text(e, "Target"),
            mode: if e.attribute("TargetMode") == Some("External") { Mode::External } else { Mode::Internal },
        });
        Ok(Self { entries: entries.collect() })
    }

    pub(super) fn by_id(&self, id: &str) -> Option<&Relationship> {
        self.entries.iter().find(|r| r.id == id)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The id of a relationship to another part; `kind` is the last word of an office type.
    pub(super) fn to(&mut self, kind: &str, target: &str) -> String {
        self.add(&format!("{OFFICE}{kind}"), target, Mode::Internal)
    }

    /// The id of a relationship; equal ones share it.
    pub(super) fn add(&mut self, kind: &str, target: &str, mode: Mode) -> String {
        let same = |r: &&Relationship| r.kind == kind && r.target == target && r.mode == mode;
        if let Some(found) = self.entries.iter().find(same) {
            return found.id.clone();
        }
        let id = format!("rId{}", self.entries.len() + 1);
        let (kind, target) = (kind.to_owned(), target.to_owned());
        self.entries.push(Relationship { id: id.clone(), kind, target, mode });
        id
    }

    /// The relationship part.
    pub(super) fn write(&self) -> Vec<u8> {
        let root = Element::new("Relationships").with("xmlns", NAMESPACE);
        xml::write(&root.put_all(self.entries.iter().map(|r| {
            let e = Element::new("Relationship")
                .with("Id", &r.id)
                .with("Type", &r.kind)
                .with("Target", &r.target);
            if r.mode == Mode::External { e.with("TargetMode", "External") } else { e }
        })))
    }
}

/// Where the relationships of a part are: `word/document.xml` → `word/_rels/document.xml.rels`.
pub(super) fn path_of(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    format!("{folder}/_rels/{name}.rels").trim_start_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_relationships_share_an_id() {
        let mut found = Relationships::default();
        assert_eq!(found.to("image", "a"), "rId1");
        assert_eq!(found.add("k", "b&\"", Mode::External), "rId2");
        assert_eq!(found.to("image", "a"), "rId1");
        assert_eq!(found.add(&format!("{OFFICE}image"), "a", Mode::External), "rId3");
        let again = Relationships::parse("x", &found.write()).unwrap();
        assert_eq!(again.entries, found.entries);
    }

    #[test]
    fn relationships_lie_beside_their_part() {
        assert_eq!(path_of("word/document.xml"), "word/_rels/document.xml.rels");
        assert_eq!(path_of("x.xml"), "_rels/x.xml.rels");
    }
}
