//! Documents that were made, read back.

use super::{Sources, Stage};
use crate::edition::{Edition, Editions};
use crate::evidence::{Orientation, Page, PictureFormat};
use crate::form::{Assignment, Content};
use crate::ooxml::xml::{Element, Limits, parse};
use crate::ooxml::{Error, Parts};
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::LazyLock;

static EDITIONS: LazyLock<Editions> = LazyLock::new(Editions::built_in);

/// The notice that the documents answer.
pub fn edition() -> &'static Edition {
    EDITIONS.latest()
}

/// An empty content but for these places.
pub fn content(places: Vec<(&str, Value)>) -> Content {
    let assignment = |(path, value): (&str, Value)| Assignment { path: path.into(), value };
    let mut content = Content::empty(edition());
    content.assign(places.into_iter().map(assignment).collect()).unwrap();
    content
}

/// An upright page as high as A4, that is to be turned by so many quarters.
pub fn page(source: &str, quarters: u8) -> Page {
    Page {
        format: PictureFormat::Jpeg,
        width: 1240,
        height: 1754,
        orientation: Orientation { mirrored: false, quarters },
        bytes: 100_000,
        source: source.into(),
    }
}

/// A document of a content whose attachments have these pages.
pub fn made(
    make: fn(&Sources) -> Result<Parts, Error>,
    content: &Content,
    pages: &[(&str, Vec<Page>)],
    stage: Stage,
) -> Parts {
    let pages: BTreeMap<_, _> = pages.iter().map(|(id, pages)| ((*id).to_owned(), pages.clone())).collect();
    let today = "2026-05-08".parse().unwrap();
    make(&Sources { content, edition: edition(), pages: &pages, stage, today }).unwrap()
}

/// A part as XML.
pub fn part(parts: &Parts, path: &str) -> Element {
    let part = parts.files.iter().find(|part| part.path == path).unwrap();
    parse(&part.bytes, Limits::default()).unwrap()
}

/// The text of the document.
pub fn body(parts: &Parts) -> Element {
    part(parts, "word/document.xml")
}

/// All elements of a name.
pub fn all<'a>(root: &'a Element, name: &str) -> Vec<&'a Element> {
    let mut found = Vec::new();
    root.visit(&mut |element| {
        if element.name == name {
            found.push(element);
        }
    });
    found
}

/// The value of a child.
pub fn value<'a>(element: &'a Element, child: &str) -> &'a str {
    element.child(child).and_then(|child| child.attribute("w:val")).unwrap_or_default()
}

/// What is printed of an element.
pub fn printed(element: &Element) -> String {
    all(element, "w:t").into_iter().map(Element::all_text).collect()
}

/// What is printed in the cells of all tables, row by row.
pub fn rows(body: &Element) -> Vec<Vec<String>> {
    let cells = |row: &&Element| all(row, "w:tc").into_iter().map(printed).collect();
    all(body, "w:tr").iter().map(cells).collect()
}
