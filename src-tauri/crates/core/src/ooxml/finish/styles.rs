//! The style part: language, defaults, and one style of each id.

use crate::ooxml::xml::{Element, Node};

/// The default styles: kind, id and name.
const DEFAULTS: [(&str, &str, &str); 3] = [
    ("character", "DefaultParagraphFont", "Default Paragraph Font"),
    ("table", "TableNormal", "Normal Table"),
    ("numbering", "NoList", "No List"),
];

/// Sets the languages, keeps the last of styles with the same id (docx-rs always adds its own `Normal`), and
/// adds the defaults that applications otherwise fill in each in its own way (17.7.4.17).
pub(super) fn apply(styles: &mut Element) {
    let language = Element::new("w:lang").with("w:val", "en-US").with("w:eastAsia", "zh-CN");
    let run = styles.child_or_first("w:docDefaults").child_or_first("w:rPrDefault").child_or_first("w:rPr");
    run.retain_elements(|e| !matches!(e.name.as_str(), "w:lang" | "w:noProof"));
    // No red lines under the terms of a trade, in text copied from here either.
    run.children.push(Node::Element(Element::new("w:noProof")));
    run.children.push(Node::Element(language.with("w:bidi", "ar-SA")));
    drop_repeated(styles);
    if let Some(normal) = styles.elements_mut().find(|e| e.attribute("w:styleId") == Some("Normal")) {
        normal.set("w:default", "1");
    }
    styles.elements_mut().for_each(indent_by_characters);
    for (kind, id, name) in DEFAULTS {
        add_default(styles, kind, id, name);
    }
}

/// Says a first-line indent of whole characters of the style's size in characters too (17.3.1.12), so that it
/// follows when the size changes. docx-rs reads `firstLineChars` but does not write it.
fn indent_by_characters(style: &mut Element) {
    let number = |element: &Element, name: &str| element.attribute(name)?.parse::<u32>().ok();
    let half_points = style.child("w:rPr").and_then(|run| number(run.child("w:sz")?, "w:val"));
    let indent = style.child_mut("w:pPr").and_then(|paragraph| paragraph.child_mut("w:ind"));
    let (Some(half_points), Some(indent)) = (half_points, indent) else { return };
    let Some(twips) = number(indent, "w:firstLine") else { return };
    let character = half_points * 10;
    if character > 0 && twips > 0 && twips % character == 0 {
        indent.set("w:firstLineChars", (twips / character * 100).to_string());
    }
}

fn drop_repeated(styles: &mut Element) {
    let ids: Vec<Option<String>> =
        styles.elements().map(|e| e.attribute("w:styleId").map(str::to_owned)).collect();
    let mut at = 0;
    styles.retain_elements(|_| {
        at += 1;
        ids[at - 1].is_none() || !ids[at..].contains(&ids[at - 1])
    });
}

fn add_default(styles: &mut Element, kind: &str, id: &str, name: &str) {
    let taken = |e: &Element| {
        e.attribute("w:styleId") == Some(id)
            || (e.attribute("w:type") == Some(kind) && e.attribute("w:default") == Some("1"))
    };
    if styles.elements().any(taken) {
        return;
    }
    let mut style = Element::new("w:style")
        .with("w:type", kind)
        .with("w:default", "1")
        .with("w:styleId", id)
        .put(Element::new("w:name").with("w:val", name))
        .put(Element::new("w:uiPriority").with("w:val", "99"))
        .put(Element::new("w:semiHidden"))
        .put(Element::new("w:unhideWhenUsed"));
    if kind == "table" {
        style = style.put(table_defaults());
    }
    styles.children.push(Node::Element(style));
}

/// Word's own: 0.19 cm at the sides of a cell.
fn table_defaults() -> Element {
    let width = |name: &str, twips: &str| Element::new(name).with("w:w", twips).with("w:type", "dxa");
    let sides = [("w:top", "0"), ("w:left", "108"), ("w:bottom", "0"), ("w:right", "108")];
    Element::new("w:tblPr")
        .put(width("w:tblInd", "0"))
        .put(Element::new("w:tblCellMar").put_all(sides.map(|(side, twips)| width(side, twips))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_indent_of_whole_characters_is_said_in_characters() {
        let style = |twips: &str| {
            Element::new("w:style")
                .put(Element::new("w:pPr").put(Element::new("w:ind").with("w:firstLine", twips)))
                .put(Element::new("w:rPr").put(Element::new("w:sz").with("w:val", "28")))
        };
        let mut styles = Element::new("w:styles").put_all([style("560"), style("500")]);
        apply(&mut styles);
        let chars: Vec<_> = styles
            .elements()
            .filter_map(|style| style.child("w:pPr")?.child("w:ind"))
            .map(|indent| indent.attribute("w:firstLineChars"))
            .collect();
        assert_eq!(chars, [Some("200"), None]);
    }

    #[test]
    fn the_last_style_of_an_id_stays_and_the_defaults_are_there() {
        let style = |id: &str, name: &str| {
            Element::new("w:style")
                .with("w:type", "paragraph")
                .with("w:styleId", id)
                .put(Element::new("w:name").with("w:val", name))
        };
        let mut styles = Element::new("w:styles").put_all([style("Normal", "a"), style("Normal", "b")]);
        apply(&mut styles);
        let ids: Vec<_> = styles.elements().map(|e| e.attribute("w:styleId").unwrap_or("")).collect();
        assert_eq!(ids, ["", "Normal", "DefaultParagraphFont", "TableNormal", "NoList"]);
        assert!(styles.elements().skip(1).all(|e| e.attribute("w:default") == Some("1")));
    }
}
