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
use std::collections::{HashMap, HashSet};
use std::io::{Read, Seek};
use std::sync::Arc;

/// What a Word document shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WordDocument {
    /// Its text, from top to bottom.
    pub blocks: Vec<Block>,
    /// What of it could not be read as it should, in the user's words.
    pub remarks: Vec<String>,
}

/// More charts or diagrams than these are not read.
const MOST_CHARTS: usize = 200;
/// More headers and footers than these are not read.
const MOST_MARGINS: usize = 20;

/// Reads a document; pictures are not touched. The file's claims about sizes are not relied on.
///
/// # Errors
/// See [`ReadError`].
pub fn read_document<R: Read + Seek>(reader: R) -> Result<WordDocument, ReadError> {
    Package::open(reader)?.document()
}

/// The parts that tell how a story reads.
#[derive(Default)]
struct Parts {
    styles: Option<Element>,
    numbering: Option<Element>,
    footnotes: Option<Element>,
    endnotes: Option<Element>,
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
        let mut remarks = Vec::new();
        let parts = self.parts(&relationships, &mut remarks)?;
        let blocks = self.story(body, &parts, relationships, &mut remarks)?;
        Ok(WordDocument { blocks, remarks })
    }

    /// The texts of its headers and footers.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub fn margins(&mut self) -> Result<Vec<Block>, ReadError> {
        let main = self.main()?;
        let mut margins = Vec::new();
        let relationships = self.relationships(&main)?;
        let leads = relationships.iter().filter(|lead| matches!(lead.kind.as_str(), "header" | "footer"));
        for lead in leads.take(MOST_MARGINS) {
            let Target::Part(path) = &lead.target else { continue };
            let Some(part) = self.whole(path, &mut Vec::new())? else { continue };
            margins.extend(self.story(&part, &Parts::default(), Vec::new(), &mut Vec::new())?);
        }
        Ok(margins)
    }

    pub(super) fn main(&mut self) -> Result<String, ReadError> {
        let leads = self.relationships("")?;
        let main = leads.into_iter().find(|lead| lead.kind == "officeDocument");
        Ok(match main {
            Some(Relationship { target: Target::Part(path), .. }) => path,
            _ => "word/document.xml".into(),
        })
    }

    /// A part; none where there is none or where it is damaged, which is told: the text can be read without it.
    fn whole(&mut self, path: &str, remarks: &mut Vec<String>) -> Result<Option<Element>, ReadError> {
        match self.part(path) {
            Err(error) if error.is_of_one_part() => {
                remarks.push(format!("部件“{path}”已损坏，没有读，请用Word或WPS打开核对后另存"));
                Ok(None)
            }
            part => part,
        }
    }

    fn parts(
        &mut self,
        relationships: &[Relationship],
        remarks: &mut Vec<String>,
    ) -> Result<Parts, ReadError> {
        let mut parts = Parts::default();
        for Relationship { kind, target, .. } in relationships {
            let Target::Part(path) = target else { continue };
            match kind.as_str() {
                "styles" => parts.styles = self.whole(path, remarks)?,
                "numbering" => parts.numbering = self.whole(path, remarks)?,
                "footnotes" => parts.footnotes = self.whole(path, remarks)?,
                "endnotes" => parts.endnotes = self.whole(path, remarks)?,
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
        remarks: &mut Vec<String>,
    ) -> Result<Vec<Block>, ReadError> {
        let (charts, diagrams) = self.drawn(root, &relationships, remarks)?;
        let mut reader = Reader {
            styles: Styles::of(parts.styles.as_ref()),
            numbering: Numbering::of(parts.numbering.as_ref()),
            leads: relationships.into_iter().map(|lead| (lead.id, lead.target)).collect(),
            charts,
            diagrams,
            notes: notes(parts),
            fields: Fields::default(),
            paragraph: 0,
            rows: 0,
            hides_paragraph: false,
            endless: 0,
            refused: None,
        };
        let blocks = reader.story(root);
        if reader.endless > 0 {
            remarks.push(format!("有{}个域没有结束标记，其后的文字照样读入，请核对", reader.endless));
        }
        reader.refused.map_or(Ok(blocks), Err)
    }

    /// The charts and the texts of the diagrams that a story shows, by relationship id.
    fn drawn(
        &mut self,
        root: &Element,
        relationships: &[Relationship],
        remarks: &mut Vec<String>,
    ) -> Result<Drawn, ReadError> {
        let mut shown = HashSet::new();
        root.visit(&mut |element| match element.name.as_str() {
            "c:chart" => shown.extend(element.attribute("r:id")),
            "dgm:relIds" => shown.extend(element.attribute("r:dm")),
            _ => {}
        });
        let (mut charts, mut diagrams) = Drawn::default();
        let shown = relationships.iter().filter(|lead| shown.contains(lead.id.as_str()));
        for (at, Relationship { id, kind, target }) in shown.enumerate() {
            let Target::Part(path) = target else { continue };
            if at == MOST_CHARTS {
                remarks.push(format!("超过 {MOST_CHARTS} 个图表和图形，多出的没有读"));
                break;
            }
            match (kind.as_str(), self.whole(path, remarks)?) {
                ("chart", Some(part)) => drop(charts.insert(id.clone(), Arc::new(DrawnChart::read(&part)))),
                ("diagramData", Some(part)) => drop(diagrams.insert(id.clone(), texts(&part))),
                _ => {}
            }
        }
        Ok((charts, diagrams))
    }
}

/// Charts, and the texts of diagrams, by relationship id.
type Drawn = (HashMap<String, Arc<DrawnChart>>, HashMap<String, String>);

fn notes(parts: &Parts) -> HashMap<(&'static str, String), &Element> {
    let mut notes = HashMap::new();
    for (kind, part) in [("footnote", &parts.footnotes), ("endnote", &parts.endnotes)] {
        for note in part.iter().flat_map(Element::elements) {
            if let Some(id) = note.attribute("w:id") {
                notes.insert((kind, id.to_owned()), note);
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
