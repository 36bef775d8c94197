//! Lists and tables of the text, read back from the document.

mod charts;
mod pages;

use crate::documents::read_back::{all, body, content, made, part, printed, value};
use crate::documents::{Stage, experience};
use crate::form::rich_text::{Block, Cell, CellKind, Flow, Inline, List, ListKind, Marks, Table};
use crate::ooxml::Parts;
use crate::ooxml::xml::Element;
use serde_json::json;

/// The document whose first section holds these blocks.
fn document(blocks: Vec<Block>) -> Parts {
    let mut content = content(Vec::new());
    content.experience.overview.blocks = blocks;
    made(experience, &content, &[], Stage::Final)
}

fn paragraph(text: &str) -> Flow {
    Flow::Paragraph(vec![Inline::Text(text.into(), Marks::default())])
}

fn list(kind: ListKind, items: Vec<Vec<Flow>>) -> Flow {
    Flow::List(List { kind, items })
}

#[test]
fn a_reference_to_an_item_leads_to_its_heading_in_the_other_document() {
    let mut content = content(vec![("evidence", json!([{ "id": "e5" }, { "id": "e2" }]))]);
    let reference = Inline::CrossReference("e2".into(), Marks::default());
    content.experience.overview.blocks = vec![Block::Flow(Flow::Paragraph(vec![reference]))];
    let body = body(&made(experience, &content, &[], Stage::Final));
    let instructions: String = all(&body, "w:instrText").into_iter().map(Element::all_text).collect();
    assert!(instructions.contains("HYPERLINK \"证实性材料.docx\" \\l \"_Evidence0002\""), "{instructions}");
    assert!(printed(&body).contains("证实性材料第2项"));
    let materials = crate::documents::evidence;
    let other = crate::documents::read_back::body(&made(materials, &content, &[], Stage::Final));
    let names = all(&other, "w:bookmarkStart").into_iter().filter_map(|mark| mark.attribute("w:name"));
    assert!(names.collect::<Vec<_>>().contains(&"_Evidence0002"));
}

#[test]
fn every_numbered_list_has_a_numbering_of_its_own() {
    let nested = list(ListKind::Ordered, vec![vec![paragraph("内")]]);
    let first = list(ListKind::Ordered, vec![vec![paragraph("甲"), nested], vec![paragraph("乙")]]);
    let bullets = list(ListKind::Bullet, vec![vec![paragraph("点")]]);
    let last = list(ListKind::Ordered, vec![vec![paragraph("丙")]]);
    let parts = document([first, bullets, last].map(Block::Flow).into());
    let body = body(&parts);
    let numbered: Vec<_> =
        all(&body, "w:numPr").into_iter().map(|n| (value(n, "w:numId"), value(n, "w:ilvl"))).collect();
    assert_eq!(numbered, [("10", "0"), ("11", "1"), ("10", "0"), ("2", "0"), ("12", "0")]);
}

#[test]
fn every_numbered_list_counts_from_one() {
    let one = || Block::Flow(list(ListKind::Ordered, vec![vec![paragraph("甲")]]));
    let parts = document(vec![one(), one()]);
    let numbering = part(&parts, "word/numbering.xml");
    let lists: Vec<&Element> =
        all(&numbering, "w:num").into_iter().filter(|num| value(num, "w:abstractNumId") == "3").collect();
    assert_eq!(lists.len(), 2);
    let levels = all(&numbering, "w:abstractNum")
        .into_iter()
        .find(|list| list.attribute("w:abstractNumId") == Some("3"));
    let levels: Vec<&str> =
        all(levels.unwrap(), "w:lvl").into_iter().filter_map(|level| level.attribute("w:ilvl")).collect();
    for list in lists {
        let restarts = all(list, "w:lvlOverride");
        let restarted: Vec<&str> =
            restarts.iter().filter_map(|restart| restart.attribute("w:ilvl")).collect();
        assert_eq!(restarted, levels);
        assert!(restarts.iter().all(|restart| value(restart, "w:startOverride") == "1"));
    }
}

fn check_repeated(rows: &[CellKind], expected: &[bool]) {
    let cell = |kind: CellKind| Cell { kind, colspan: 1, rowspan: 1, content: vec![paragraph("格")] };
    let rows = rows.iter().map(|kind| vec![cell(*kind), cell(*kind)]).collect();
    let table = Table { id: "t".into(), caption: "表".into(), rows };
    let body = body(&document(vec![Block::Table(table)]));
    let rows = all(&body, "w:tr");
    let repeated =
        rows.iter().map(|row| row.child("w:trPr").is_some_and(|p| p.child("w:tblHeader").is_some()));
    assert_eq!(repeated.collect::<Vec<_>>(), expected);
    // A small table stays together.
    let kept = rows.iter().map(|row| !all(row, "w:keepNext").is_empty());
    let together = (1..=rows.len()).map(|row| row < rows.len());
    assert_eq!(kept.collect::<Vec<_>>(), together.collect::<Vec<_>>());
}

#[test]
fn the_header_rows_of_a_table_repeat_where_rows_follow() {
    use CellKind::{Body, Header};
    check_repeated(&[Header, Body], &[true, false]);
    check_repeated(&[Header, Header, Body, Header], &[true, true, false, false]);
    check_repeated(&[Body, Header], &[false, false]);
    check_repeated(&[Header], &[false]);
    check_repeated(&[Header, Header], &[false, false]);
}
