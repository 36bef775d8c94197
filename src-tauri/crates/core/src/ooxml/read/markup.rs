//! Markup that stands around anything: alternatives, controls, tracked changes.

use super::styles::switch;
use crate::ooxml::xml::Element;

/// Whether a control shows what is to be typed and not what was.
pub(super) fn is_placeholder(control: &Element) -> bool {
    let properties = control.child("w:sdtPr");
    properties.and_then(|properties| switch(properties, "w:showingPlcHdr")) == Some(true)
}

/// What is shown of alternatives (29500-3, 7.5): the first whose contents are known here.
pub(super) fn alternative(element: &Element) -> impl Iterator<Item = &Element> {
    const KNOWN: [&str; 8] = ["wps", "wpg", "wpc", "w16se", "w14", "w15", "wp14", "a14"];
    let is_known = |choice: &&Element| {
        let needs = choice.attribute("Requires").unwrap_or_default();
        choice.name == "mc:Choice" && needs.split_whitespace().all(|prefix| KNOWN.contains(&prefix))
    };
    let chosen = element.elements().find(is_known).or_else(|| element.child("mc:Fallback"));
    chosen.or_else(|| element.child("mc:Choice")).into_iter()
}

/// Whether the mark at the end of a paragraph was deleted or moved away: it is one with the next.
pub(super) fn is_joined(paragraph: &Element) -> bool {
    let mark = paragraph.child("w:pPr").and_then(|properties| properties.child("w:rPr"));
    mark.is_some_and(|mark| mark.child("w:del").is_some() || mark.child("w:moveFrom").is_some())
}
