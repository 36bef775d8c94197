//! The parts with text: the document, its headers and footers.

use std::collections::BTreeMap;

use docx_rs::XMLDocx;

use super::relationships::{Mode, Relationships};
use crate::ooxml::Error;
use crate::ooxml::xml::{self, Element};

/// A part as a tree, with where it leads.
pub(super) struct Story {
    pub path: String,
    pub root: Element,
    pub relationships: Relationships,
}

impl Story {
    pub(super) fn new(path: &str, root: Element) -> Self {
        Self { path: path.to_owned(), root, relationships: Relationships::default() }
    }

    /// Reads what docx-rs wrote, characters that XML forbids left out: it writes them as they come.
    pub(super) fn parse(path: &str, bytes: &[u8]) -> Result<Self, Error> {
        let text: String = String::from_utf8_lossy(bytes).chars().filter(|c| xml::is_allowed(*c)).collect();
        let root = xml::parse(text.as_bytes(), xml::Limits::default())
            .map_err(|source| Error::Xml { part: path.to_owned(), source })?;
        Ok(Self::new(path, root))
    }

    pub(super) fn unsupported(&self, what: &'static str) -> Error {
        Error::Unsupported { part: self.path.clone(), what }
    }
}

/// The document first, then headers, then footers.
pub(super) fn read(built: &XMLDocx) -> Result<Vec<Story>, Error> {
    let mut document = Story::parse("word/document.xml", &built.document)?;
    if !built.media.is_empty() {
        return Err(document.unsupported("docx_rs::Pic"));
    }
    if !built.custom_items.is_empty() {
        return Err(document.unsupported("自定义 XML"));
    }
    let old = Relationships::parse("word/_rels/document.xml.rels", &built.document_rels)?;
    let headers = referred(&document, "w:headerReference", &built.headers)?;
    let footers = referred(&document, "w:footerReference", &built.footers)?;
    let mut stories = Vec::new();
    let mut targets = BTreeMap::new();
    for (kind, parts) in [("header", headers), ("footer", footers)] {
        for (at, (id, bytes)) in parts.into_iter().enumerate() {
            let name = format!("{kind}{}.xml", at + 1);
            let story = Story::parse(&format!("word/{name}"), bytes)?;
            refuse_references(&story)?;
            stories.push(story);
            targets.insert(id, (kind, name));
        }
    }
    adopt(&mut document, &old, &targets)?;
    stories.insert(0, document);
    Ok(stories)
}

/// The parts by the id that the document refers to them with. docx-rs sorts them by id as text.
fn referred<'a>(
    document: &Story,
    name: &str,
    parts: &'a [Vec<u8>],
) -> Result<BTreeMap<String, &'a Vec<u8>>, Error> {
    let mut ids = Vec::new();
    document.root.visit(&mut |e| {
        if e.name == name {
            ids.extend(e.attribute("r:id").map(str::to_owned));
        }
    });
    if ids.len() != parts.len() {
        return Err(document.unsupported("段落分节中的页眉或页脚"));
    }
    ids.sort();
    Ok(ids.into_iter().zip(parts).collect())
}

type Targets = BTreeMap<String, (&'static str, String)>;

/// Numbers the document's relationships anew: docx-rs takes some ids from a counter of the whole process.
fn adopt(document: &mut Story, old: &Relationships, targets: &Targets) -> Result<(), Error> {
    let Story { root, relationships, .. } = document;
    let mut unknown = false;
    root.visit_mut(&mut |e| {
        let Some((_, id)) = e.attributes.iter_mut().find(|(name, _)| name.starts_with("r:")) else { return };
        let new = match (targets.get(id), old.by_id(id)) {
            (Some((kind, name)), _) => Some(relationships.to(kind, name)),
            (None, Some(link)) if link.mode == Mode::External => {
                Some(relationships.add(&link.kind, &link.target, Mode::External))
            }
            _ => None,
        };
        unknown |= new.is_none();
        *id = new.unwrap_or_default();
    });
    if unknown { Err(document.unsupported("未知的关系")) } else { refuse_notes(document) }
}

fn refuse_references(story: &Story) -> Result<(), Error> {
    let mut found = false;
    story.root.visit(&mut |e| found |= e.attributes.iter().any(|(name, _)| name.starts_with("r:")));
    if found { Err(story.unsupported("页眉或页脚中的链接")) } else { refuse_notes(story) }
}

fn refuse_notes(story: &Story) -> Result<(), Error> {
    let mut found = None;
    story.root.visit(&mut |e| match e.name.as_str() {
        "w:commentReference" | "w:commentRangeStart" => found = Some("批注"),
        "w:footnoteReference" => found = Some("脚注"),
        _ => {}
    });
    found.map_or(Ok(()), |what| Err(story.unsupported(what)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(child: &str, id: &str) -> Story {
        Story::new("word/document.xml", Element::new("w:body").put(Element::new(child).with("r:id", id)))
    }

    #[test]
    fn only_links_that_lead_out_of_the_document_are_taken_over() {
        for (mode, is_taken) in [(Mode::External, true), (Mode::Internal, false)] {
            let mut old = Relationships::default();
            let id = old.add("kind", "target", mode);
            let mut document = document("w:hyperlink", &id);
            let adopted = adopt(&mut document, &old, &Targets::new());
            assert_eq!(adopted.is_ok(), is_taken);
            assert_eq!(document.relationships.is_empty(), !is_taken);
        }
    }

    #[test]
    fn a_header_that_nothing_refers_to_is_refused() {
        let document = document("w:headerReference", "rId1");
        let referred = |parts: &[Vec<u8>]| referred(&document, "w:headerReference", parts).is_ok();
        assert_eq!([0, 1, 2].map(|headers| referred(&vec![Vec::new(); headers])), [false, true, false]);
    }
}
