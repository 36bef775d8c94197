//! Headings, figures and the pages that the table of contents says.

use crate::documents::layout::text_width;
use crate::documents::read_back::{all, body, content, made, page, printed, value};
use crate::documents::sheet::points;
use crate::documents::table::NUMBER_MARGIN;
use crate::documents::{Stage, experience};
use crate::ooxml::xml::Element;
use serde_json::{Value, json};

fn text(text: &str) -> Value {
    json!([{ "type": "text", "text": text }])
}

fn heading(level: u8, title: &str) -> Value {
    json!({ "type": "heading", "attrs": { "level": level }, "content": text(title) })
}

fn paragraph(words: &str) -> Value {
    json!({ "type": "paragraph", "content": text(words) })
}

/// The document whose first two sections hold these blocks.
fn document(first: Vec<Value>, second: Vec<Value>) -> Element {
    let section = |blocks: Vec<Value>| json!({ "type": "doc", "content": blocks });
    let content =
        content(vec![("experience.overview", section(first)), ("experience.background", section(second))]);
    body(&made(experience, &content, &[("a1", vec![page("1", 0)])], Stage::Final))
}

/// The lines of the contents, each with its page.
fn contents(body: &Element) -> Vec<String> {
    all(body, "w:hyperlink").into_iter().map(printed).collect()
}

#[test]
fn the_contents_number_headings_as_word_does_and_count_their_own_page() {
    let blocks = || vec![heading(2, "甲"), heading(3, "子"), heading(2, "乙"), heading(3, "丑")];
    let listed = contents(&document(blocks(), blocks()));
    let section = ["（一）甲2", "1. 子2", "（二）乙2", "1. 丑2"];
    assert_eq!(listed[1..5], section);
    assert_eq!(listed[6..10], section);
}

#[test]
fn the_contents_have_three_levels_up_to_thirty_lines_and_then_two() {
    // With the titles of the four sections.
    for (headings, lines) in [(26, 30), (27, 4)] {
        let body = document(vec![heading(3, "题"); headings], Vec::new());
        assert_eq!(contents(&body).len(), lines, "{headings}");
    }
}

/// How many lines stand above a heading on the first page before it goes over, with these blocks below it.
fn lines_above(below: &[Value]) -> usize {
    let goes_over = |lines: &usize| {
        let mut blocks = vec![paragraph("行"); *lines];
        blocks.push(heading(2, "题"));
        blocks.extend_from_slice(below);
        contents(&document(blocks, Vec::new()))[1] == "（一）题3"
    };
    (1..60).find(goes_over).unwrap()
}

#[test]
fn a_heading_goes_over_with_the_head_of_a_table_and_its_first_row() {
    let table = |lines: usize| {
        let cell = |kind: &str, lines: usize| json!([{ "type": kind, "attrs": { "colspan": 1, "rowspan": 1 }, "content": vec![paragraph("格"); lines] }]);
        let row = |cells: Value| json!({ "type": "tableRow", "content": cells });
        let rows = [row(cell("tableHeader", 1)), row(cell("tableCell", lines))];
        json!({ "type": "table", "attrs": { "id": "t", "caption": "表" }, "content": rows })
    };
    let (low, high) = (lines_above(&[table(1)]), lines_above(&[table(12)]));
    assert!(
        low >= high + 5,
        "a row eleven lines higher takes more than five lines of the text: {low} {high}"
    );
}

#[test]
fn a_caption_stays_with_what_it_stands_above() {
    let figure =
        json!({ "type": "figure", "attrs": { "id": "f", "attachment": "a1", "caption": "下", "width": 40 } });
    let cell = json!({ "type": "tableCell", "attrs": {}, "content": [paragraph("格")] });
    let row = json!({ "type": "tableRow", "content": [cell] });
    let table = json!({ "type": "table", "attrs": { "id": "t", "caption": "上" }, "content": [row] });
    let body = document(vec![figure, table], Vec::new());
    let captions = all(&body, "w:p")
        .into_iter()
        .filter(|p| p.child("w:pPr").is_some_and(|properties| value(properties, "w:pStyle") == "Caption"));
    let kept = captions.map(|caption| (printed(caption), !all(caption, "w:keepNext").is_empty()));
    assert_eq!(kept.collect::<Vec<_>>(), [("图1 下".to_owned(), false), ("表1 上".to_owned(), true)]);
}

#[test]
fn a_figure_is_as_wide_as_its_part_of_the_text() {
    let wide = |width: u8| -> u64 {
        let attrs = json!({ "id": "f", "attachment": "a1", "caption": "图", "width": width });
        let body = document(vec![json!({ "type": "figure", "attrs": attrs })], Vec::new());
        all(&body, "wp:extent")[0].attribute("cx").unwrap().parse().unwrap()
    };
    assert_eq!(wide(80), 2 * wide(40));
}

#[test]
fn the_second_paragraph_of_an_item_has_no_number_of_its_own() {
    let items = json!([{ "type": "listItem", "content": [paragraph("甲"), paragraph("续")] },
                       { "type": "listItem", "content": [paragraph("乙")] }]);
    let body = document(vec![json!({ "type": "orderedList", "content": items })], Vec::new());
    let items = all(&body, "w:p").into_iter().filter(|p| ["甲", "续", "乙"].contains(&&*printed(p)));
    let numbered: Vec<bool> = items.map(|item| !all(item, "w:numPr").is_empty()).collect();
    assert_eq!(numbered, [true, false, true]);
}

#[test]
fn small_letters_stand_below_or_above_the_line() {
    let small = |script: &str| json!({ "type": "text", "text": script, "marks": [{ "type": script }] });
    let line = json!({ "type": "paragraph", "content": [small("subscript"), small("superscript")] });
    let body = document(vec![line], Vec::new());
    let scripts = all(&body, "w:rPr").into_iter().map(|properties| value(properties, "w:vertAlign"));
    let scripts: Vec<&str> = scripts.filter(|script| !script.is_empty()).collect();
    assert_eq!(scripts, ["subscript", "superscript"]);
}

#[test]
fn a_cell_that_would_reach_below_its_table_ends_with_it() {
    let cell =
        |rows: u8| json!({ "type": "tableCell", "attrs": { "rowspan": rows }, "content": [paragraph("格")] });
    let row = |cells: Vec<Value>| json!({ "type": "tableRow", "content": cells });
    let rows = [row(vec![cell(2), cell(1)]), row(vec![cell(5)])];
    let table = json!({ "type": "table", "attrs": { "id": "t", "caption": "表" }, "content": rows });
    let body = document(vec![table], Vec::new());
    let merge = |cell: &Element| {
        cell.child("w:tcPr")
            .and_then(|properties| properties.child("w:vMerge"))
            .map(|merge| merge.attribute("w:val").unwrap_or("continue").to_owned())
    };
    let merges: Vec<Option<String>> = all(&body, "w:tc").into_iter().map(merge).collect();
    assert_eq!(merges, [Some("restart".into()), None, Some("continue".into()), None]);
}

#[test]
fn twelve_columns_of_long_numbers_are_whole_in_small_type() {
    const NUMBER: &str = "540,160.08";
    let cell = json!({ "type": "tableCell", "content": [paragraph(NUMBER)] });
    let row = json!({ "type": "tableRow", "content": vec![cell; 12] });
    let table = json!({ "type": "table", "attrs": { "id": "t", "caption": "表" }, "content": [row] });
    let body = document(vec![table], Vec::new());
    let half_points: f32 = value(all(all(&body, "w:tc")[0], "w:rPr")[0], "w:sz").parse().unwrap();
    let wide = text_width(NUMBER, half_points / 2.0);
    for column in all(&body, "w:gridCol") {
        let twips: usize = column.attribute("w:w").unwrap().parse().unwrap();
        assert!(wide < points(twips - 2 * NUMBER_MARGIN), "{half_points} {twips}");
    }
}
