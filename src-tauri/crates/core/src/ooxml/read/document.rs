//! A Word document, read whole but for its pictures.

use super::chart::DrawnChart;
use super::error::ReadError;
use super::fields::Fields;
use super::numbering::Numbering;
use super::package::{Package, Relationship, Target};
use super::reader::Reader;
use super::styles::Styles;
use super::tree::Block;
use crate::ooxml::xml::Element;
use std::collections::HashMap;
use std::io::{Read, Seek};

/// What a Word document shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WordDocument {
    /// Its text, from top to bottom.
    pub blocks: Vec<Block>,
    /// Its headers and footers.
    pub margins: Vec<Block>,
}

/// More charts or diagrams than these are not read.
const MOST_CHARTS: usize = 200;

/// Reads a document; pictures are not touched. The file's claims about sizes are not relied on.
///
/// # Errors
/// See [`ReadError`].
pub fn read_document<R: Read + Seek>(reader: R) -> Result<WordDocument, ReadError> {
    Package::open(reader)?.document()
}

/// The parts a document is made of, besides its own.
#[derive(Default)]
struct Parts {
    styles: Option<Element>,
    numbering: Option<Element>,
    footnotes: Option<Element>,
    endnotes: Option<Element>,
    margins: Vec<(String, Element)>,
}

impl<R: Read + Seek> Package<R> {
    /// Whether this is a Word document at all, whatever is in it.
    pub fn is_document(&mut self) -> Result<bool, ReadError> {
        let main = self.main()?;
        Ok(self.has(&main))
    }

    /// The document in it, see [`read_document`].
    pub fn document(&mut self) -> Result<WordDocument, ReadError> {
        let main = self.main()?;
        let document = self.part(&main)?.ok_or(ReadError::NoBody)?;
        let body = document.elements().find(|child| child.name == "w:body").ok_or(ReadError::NoBody)?;
        let relationships = self.relationships(&main)?;
        let parts = self.parts(&relationships)?;
        let blocks = self.story(body, &parts, relationships)?;
        let mut margins = Vec::new();
        for (path, part) in &parts.margins {
            let relationships = self.relationships(path)?;
            margins.extend(self.story(part, &parts, relationships)?);
        }
        Ok(WordDocument { blocks, margins })
    }

    fn main(&mut self) -> Result<String, ReadError> {
        let leads = self.relationships("")?;
        let main = leads.into_iter().find(|lead| lead.kind == "officeDocument");
        Ok(match main {
            Some(Relationship { target: Target::Part(path), .. }) => path,
            _ => "word/document.xml".into(),
        })
    }

    fn parts(&mut self, relationships: &[Relationship]) -> Result<Parts, ReadError> {
        let mut parts = Parts::default();
        for Relationship { kind, target, .. } in relationships {
            let Target::Part(path) = target else { continue };
            match kind.as_str() {
                "styles" => parts.styles = self.part(path)?,
                "numbering" => parts.numbering = self.part(path)?,
                "footnotes" => parts.footnotes = self.part(path)?,
                "endnotes" => parts.endnotes = self.part(path)?,
                "header" | "footer" if parts.margins.len() < 20 => {
                    parts.margins.extend(self.part(path)?.map(|part| (path.clone(), part)));
                }
                _ => {}
            }
        }
        Ok(parts)
    }

    fn story(
        &mut self,
        root: &Element,
        parts: &Parts,
        relationships: Vec<Relationship>,
    ) -> Result<Vec<Block>, ReadError> {
        let mut reader = Reader {
            styles: Styles::of(parts.styles.as_ref()),
            numbering: Numbering::of(parts.numbering.as_ref()),
            leads: HashMap::new(),
            charts: HashMap::new(),
            diagrams: HashMap::new(),
            notes: notes(parts),
            fields: Fields::default(),
            paragraph: 0,
            hides_paragraph: false,
            refused: None,
        };
        for Relationship { id, kind, target } in relationships {
            if let Target::Part(path) = &target
                && reader.charts.len() + reader.diagrams.len() < MOST_CHARTS
            {
                match kind.as_str() {
                    "chart" => {
                        let chart = self.part(path)?.map(|part| DrawnChart::read(&part));
                        reader.charts.insert(id.clone(), chart.unwrap_or_default());
                    }
                    "diagramData" => {
                        let texts = self.part(path)?.map(|part| texts(&part));
                        reader.diagrams.insert(id.clone(), texts.unwrap_or_default());
                    }
                    _ => {}
                }
            }
            reader.leads.insert(id, target);
        }
        let blocks = reader.blocks(root);
        reader.refused.map_or(Ok(blocks), Err)
    }
}

fn notes(parts: &Parts) -> HashMap<(&str, &str), &Element> {
    let mut notes = HashMap::new();
    for (kind, part) in [("footnote", &parts.footnotes), ("endnote", &parts.endnotes)] {
        for note in part.iter().flat_map(Element::elements) {
            if let Some(id) = note.attribute("w:id") {
                notes.insert((kind, id), note);
            }
        }
    }
    notes
}

/// The words of a diagram (SmartArt).
fn texts(part: &Element) -> String {
    let mut texts = Vec::new();
    part.visit(&mut |element| {
        if element.name == "a:t" {
            texts.push(element.all_text());
        }
    });
    texts.join("、")
}
