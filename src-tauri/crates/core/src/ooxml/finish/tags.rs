//! Putting the extras where their tags stand.

use super::relationships::{Relationships, path_of};
use super::serialise::serialise;
use super::stories::Story;
use crate::ooxml::extras::{Extra, Extras, is_private};
use crate::ooxml::xml::{Element, Node};
use crate::ooxml::{Chart, Error, Media, Part, Picture, chart};

/// Parts that pictures and charts bring along.
#[derive(Default)]
pub(super) struct Assets {
    pub files: Vec<Part>,
    pub media: Vec<Media>,
    charts: usize,
}

/// Replaces every tag in the part.
///
/// # Errors
/// When a tag is of other extras, or one of a row or table stands outside them.
pub(super) fn replace(story: &mut Story, extras: &Extras, assets: &mut Assets) -> Result<(), Error> {
    let Story { path, root, relationships } = story;
    let mut pass = Pass { path, extras, relationships, assets };
    let marks = pass.children(root)?;
    if marks.header_row || marks.alt.is_some() {
        return Err(Error::TagOutsideTable { part: path.clone() });
    }
    Ok(())
}

struct Pass<'a> {
    path: &'a str,
    extras: &'a Extras,
    relationships: &'a mut Relationships,
    assets: &'a mut Assets,
}

/// Tags that were taken out and that no row or table around them has claimed yet.
#[derive(Default)]
struct Marks {
    header_row: bool,
    alt: Option<String>,
}

impl Marks {
    fn join(&mut self, inner: Marks) {
        self.header_row |= inner.header_row;
        self.alt = inner.alt.or(self.alt.take());
    }

    /// What this element claims of them.
    fn claim(&mut self, element: &mut Element) {
        if element.name == "w:tr" && std::mem::take(&mut self.header_row) {
            element.child_or_first("w:trPr").child_or_first("w:tblHeader");
        }
        if element.name == "w:tbl"
            && let Some(alt) = self.alt.take()
        {
            // Not as w:tblCaption too: what reads tables out says both.
            let said = Element::new("w:tblDescription").with("w:val", alt);
            element.child_or_first("w:tblPr").children.push(Node::Element(said));
        }
    }
}

impl Pass<'_> {
    fn children(&mut self, parent: &mut Element) -> Result<Marks, Error> {
        let mut marks = Marks::default();
        let mut kept = Vec::with_capacity(parent.children.len());
        for node in std::mem::take(&mut parent.children) {
            let Node::Element(mut element) = node else {
                kept.push(node);
                continue;
            };
            marks.join(self.children(&mut element)?);
            match extra(self.extras, self.path, &element)? {
                Some(Extra::HeaderRow) => marks.header_row = true,
                Some(Extra::TableAlt(alt)) => marks.alt = Some(alt.clone()),
                Some(extra) => kept.push(Node::Element(self.put(extra, element)?)),
                None => kept.push(Node::Element(element)),
            }
        }
        parent.children = kept;
        marks.claim(parent);
        Ok(marks)
    }

    fn put(&mut self, extra: &Extra, mut control: Element) -> Result<Element, Error> {
        match extra {
            Extra::HeaderRow | Extra::TableAlt(_) => {}
            Extra::CheckBox(check_box) => check_box.apply(&mut control),
            Extra::DropDown(drop_down) => drop_down.apply(&mut control),
            Extra::Picture(picture) => return Ok(picture.run(&self.media(picture))),
            Extra::Chart(chart) => return Ok(chart.run(&self.chart(chart)?)),
        }
        Ok(control)
    }

    fn media(&mut self, picture: &Picture) -> String {
        let media = &mut self.assets.media;
        let ending = format!(".{}", picture.format.extension());
        let known = media.iter().position(|m| m.source == picture.source && m.path.ends_with(&ending));
        let at = known.unwrap_or_else(|| {
            let path = format!("word/media/image{}{ending}", media.len() + 1);
            media.push(Media { path, source: picture.source.clone() });
            media.len() - 1
        });
        self.relationships.to("image", media[at].path.trim_start_matches("word/"))
    }

    fn chart(&mut self, chart: &Chart) -> Result<String, Error> {
        self.assets.charts += 1;
        let name = format!("charts/chart{}.xml", self.assets.charts);
        let path = format!("word/{name}");
        let workbook = format!("embeddings/Microsoft_Excel_Sheet{}.xlsx", self.assets.charts);
        let mut relationships = Relationships::default();
        let id = relationships.to("package", &format!("../{workbook}"));
        let bytes = serialise(&path, chart.part(&id))?;
        let files = &mut self.assets.files;
        files.push(Part { path: path_of(&path), bytes: relationships.write() });
        files.push(Part { path, bytes });
        files.push(Part { path: format!("word/{workbook}"), bytes: chart::workbook(chart)? });
        Ok(self.relationships.to("chart", &name))
    }
}

/// The extra whose tag the element is.
fn extra<'a>(extras: &'a Extras, path: &str, element: &Element) -> Result<Option<&'a Extra>, Error> {
    if element.name != "w:sdt" {
        return Ok(None);
    }
    let alias = element.child("w:sdtPr").and_then(|p| p.child("w:alias")).and_then(|a| a.attribute("w:val"));
    let Some(alias) = alias.filter(|alias| is_private(alias)) else { return Ok(None) };
    match extras.by_alias(alias) {
        Some(extra) => Ok(Some(extra)),
        None => Err(Error::UnknownTag { part: path.to_owned(), alias: alias.to_owned() }),
    }
}
