//! Small faults of docx-rs put right wherever they occur.

use crate::ooxml::xml::{Element, Node};

/// The farthest tab Word allows, in twips (ST_SignedTwipsMeasure as Word enforces it: 22 inches).
const FARTHEST_TAB: i64 = 31_680;

/// Word calls a file corrupt that has some of these; the others are noise that changes from run to run.
pub(super) fn apply(root: &mut Element) {
    drop_stray_run_properties(root);
    root.visit_mut(&mut |e| {
        e.unset("w14:paraId");
        e.unset("w14:textId");
        match e.name.as_str() {
            "w:gridCol" => e.unset("w:type"),
            "w:fldChar" => e.unset("w:dirty"),
            "w:instrText" => e.set("xml:space", "preserve"),
            "w:tab" => limit_tab(e),
            "w:del" => name_deleted_text(e),
            "w:sectPr" => e.retain_elements(|child| child.name != "w:docGrid"),
            "w:tc" | "w:hdr" | "w:ftr" => end_in_paragraph(e),
            _ => {}
        }
    });
    drop_empty_properties(root);
}

/// `w:rPr` inside `w:pPr` is only for the paragraph mark (17.3.1.29), not for styles and numbering levels.
fn drop_stray_run_properties(element: &mut Element) {
    let is_paragraph = element.name == "w:p";
    for child in element.elements_mut() {
        if child.name == "w:pPr" && !is_paragraph {
            child.retain_elements(|e| e.name != "w:rPr");
        }
        drop_stray_run_properties(child);
    }
}

/// Text that was taken out has an element of its own (17.3.3.7).
fn name_deleted_text(deleted: &mut Element) {
    deleted.visit_mut(&mut |e| {
        if e.name == "w:t" {
            e.name = "w:delText".into();
        }
    });
}

fn limit_tab(tab: &mut Element) {
    if let Some(position) = tab.attribute("w:pos").and_then(|v| v.parse::<i64>().ok()) {
        tab.set("w:pos", position.clamp(-FARTHEST_TAB, FARTHEST_TAB).to_string());
    }
}

/// Word refuses a cell that ends in a table (17.4.65), and a header without a paragraph.
fn end_in_paragraph(element: &mut Element) {
    if element.elements().next_back().is_none_or(|last| last.name != "w:p") {
        element.children.push(Node::Element(Element::new("w:p")));
    }
}

fn drop_empty_properties(element: &mut Element) {
    element.elements_mut().for_each(drop_empty_properties);
    element.retain_elements(|e| {
        let empty = e.children.is_empty() && e.attributes.is_empty();
        !(empty && matches!(e.name.as_str(), "w:rPr" | "w:pPr" | "w:tcPr" | "w:trPr" | "w:sdtPr"))
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ooxml::xml::{parse, write};

    fn check(source: &str, expected: &str) {
        let mut root = parse(source.as_bytes(), Default::default()).unwrap();
        apply(&mut root);
        assert_eq!(String::from_utf8(write(&root)).unwrap().split_once('\n').unwrap().1, expected);
    }

    #[test]
    fn stray_and_empty_properties_go() {
        check(
            "<w:style><w:pPr><w:rPr><w:b/></w:rPr><w:jc/></w:pPr></w:style>",
            "<w:style><w:pPr><w:jc/></w:pPr></w:style>",
        );
        check(
            "<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr></w:p>",
            "<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr></w:p>",
        );
        check("<w:p w14:paraId='1'><w:pPr><w:rPr/></w:pPr></w:p>", "<w:p/>");
        check(
            "<w:tblGrid><w:gridCol w:w='1' w:type='dxa'/></w:tblGrid>",
            "<w:tblGrid><w:gridCol w:w=\"1\"/></w:tblGrid>",
        );
        check("<w:sectPr><w:docGrid w:type='lines'/></w:sectPr>", "<w:sectPr/>");
        check("<w:del><w:r><w:t>a</w:t></w:r></w:del>", "<w:del><w:r><w:delText>a</w:delText></w:r></w:del>");
        for (position, kept) in [("80000", "31680"), ("-80000", "-31680"), ("-420", "-420")] {
            let tab = |position| format!("<w:tabs><w:tab w:pos=\"{position}\"/></w:tabs>");
            check(&tab(position), &tab(kept));
        }
    }

    #[test]
    fn every_cell_and_header_ends_in_a_paragraph() {
        check("<w:tc><w:tcPr/></w:tc>", "<w:tc><w:p/></w:tc>");
        check("<w:tc><w:p/><w:tbl/></w:tc>", "<w:tc><w:p/><w:tbl/><w:p/></w:tc>");
        check("<w:tc><w:tbl/><w:p/></w:tc>", "<w:tc><w:tbl/><w:p/></w:tc>");
        check("<w:hdr/>", "<w:hdr><w:p/></w:hdr>");
    }
}
