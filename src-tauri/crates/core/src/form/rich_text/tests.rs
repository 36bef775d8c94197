//! Reading and writing back.

use super::*;
use crate::form::Text;
use proptest::prelude::*;
use serde_json::json;

fn marks() -> impl Strategy<Value = Marks> {
    let script = prop_oneof![Just(None), Just(Some(Script::Subscript)), Just(Some(Script::Superscript))];
    (any::<bool>(), any::<bool>(), any::<bool>(), script)
        .prop_map(|(bold, italic, underline, script)| Marks { bold, italic, underline, script })
}

fn text() -> impl Strategy<Value = Text> {
    ".{0,12}".prop_map(Text::from)
}

fn inlines() -> impl Strategy<Value = Vec<Inline>> {
    let inline = prop_oneof![
        4 => (text(), marks()).prop_map(|(text, marks)| Inline::Text(text, marks)),
        1 => marks().prop_map(Inline::HardBreak),
        1 => (text(), marks()).prop_map(|(target, marks)| Inline::CrossReference(target, marks)),
        1 => (text(), text(), text(), marks()).prop_map(|(source, year, text, marks)| {
            Inline::DataReference(DataReference { source, year, text }, marks)
        }),
    ];
    prop::collection::vec(inline, 0..4)
}

fn flow() -> impl Strategy<Value = Flow> {
    let paragraph = inlines().prop_map(Flow::Paragraph);
    paragraph.prop_recursive(4, 16, 3, |inner| {
        let items = prop::collection::vec(prop::collection::vec(inner, 0..3), 0..3);
        let kind = prop_oneof![Just(ListKind::Bullet), Just(ListKind::Ordered)];
        (kind, items).prop_map(|(kind, items)| Flow::List(List { kind, items }))
    })
}

fn table() -> impl Strategy<Value = Table> {
    let kind = prop_oneof![Just(CellKind::Header), Just(CellKind::Body)];
    let cell = (kind, 1usize..3, 1usize..3, prop::collection::vec(flow(), 0..2))
        .prop_map(|(kind, colspan, rowspan, content)| Cell { kind, colspan, rowspan, content });
    let rows = prop::collection::vec(prop::collection::vec(cell, 0..3), 0..3);
    (text(), text(), rows).prop_map(|(id, caption, rows)| Table { id, caption, rows })
}

fn block() -> impl Strategy<Value = Block> {
    let level = prop_oneof![Just(HeadingLevel::Two), Just(HeadingLevel::Three), Just(HeadingLevel::Four)];
    let kind = prop_oneof![Just(ChartKind::Column), Just(ChartKind::Line)];
    let series = prop::collection::vec(
        "(benefits:[a-z]{1,4}|loyalty:[0-9]|share:[0-9]:domestic)".prop_map(Text::from),
        0..3,
    );
    prop_oneof![
        flow().prop_map(Block::Flow),
        (level, inlines()).prop_map(|(level, content)| Block::Heading(Heading { level, content })),
        (text(), text(), text(), 1u8..=100).prop_map(|(id, attachment, caption, width)| Block::Figure(
            Figure { id, attachment, caption, width }
        )),
        (text(), text(), kind, series, any::<bool>()).prop_map(|(id, caption, kind, series, compare)| {
            Block::Chart(Chart { id, caption, kind, series, compare })
        }),
        table().prop_map(Block::Table),
    ]
}

/// Ids are given once; here some are left out.
fn identify(block: &mut Block, index: usize) {
    let (Block::Figure(Figure { id, .. }) | Block::Chart(Chart { id, .. }) | Block::Table(Table { id, .. })) =
        block
    else {
        return;
    };
    if !id.is_empty() {
        *id = format!("{id}#{index}").into();
    }
}

pub(crate) fn rich_text() -> impl Strategy<Value = RichText> {
    prop::collection::vec(block(), 0..6).prop_map(|mut blocks| {
        blocks.iter_mut().enumerate().for_each(|(index, block)| identify(block, index));
        RichText { blocks }
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back_the_same(text in rich_text()) {
        let json = serde_json::to_value(&text).unwrap();
        prop_assert_eq!(serde_json::from_value::<RichText>(json).unwrap(), text);
    }
}

fn check(json: serde_json::Value, expected: &str) {
    let error = serde_json::from_value::<RichText>(json).unwrap_err().to_string();
    let (path, reason) = error.trim_start_matches(FAULT_MARK).split_once(FAULT_MARK).unwrap();
    assert_eq!(format!("{path}：{reason}"), expected);
}

#[test]
fn what_the_tree_has_no_place_for_is_refused_with_its_path() {
    let doc = |block: serde_json::Value| json!({ "type": "doc", "content": [block] });
    check(json!({ "type": "paragraph" }), "type：这里应为 doc，而不是“paragraph”");
    check(
        doc(json!({ "type": "heading", "attrs": { "level": 1 } })),
        "content[0].attrs.level：标题级别应为 2、3 或 4",
    );
    check(
        doc(json!({ "type": "paragraph", "attrs": { "textAlign": "left" } })),
        "content[0].attrs.textAlign：不认识这个键，请检查拼写",
    );
    check(
        doc(
            json!({ "type": "paragraph", "content": [{ "type": "text", "text": "a", "marks": [{ "type": "link" }] }] }),
        ),
        "content[0].content[0].marks[0].type：不支持的文字格式“link”",
    );
    check(
        doc(
            json!({ "type": "paragraph", "content": [{ "type": "dataReference", "attrs": { "cell": "B2" } }] }),
        ),
        "content[0].content[0].attrs.cell：不认识这个键，请检查拼写",
    );
    check(
        doc(json!({ "type": "figure", "attrs": { "width": 101 } })),
        "content[0].attrs.width：应为 1 到 100 的整数",
    );
    check(
        doc(json!({ "type": "table", "content": [{ "type": "tableRow", "content": [{ "type": "tableCell",
            "attrs": { "colspan": 0 } }] }] })),
        "content[0].content[0].content[0].attrs.colspan：应为 1 到 63 的整数",
    );
    check(
        doc(json!({ "type": "table", "content": [{ "type": "paragraph" }] })),
        "content[0].content[0].type：表格里应为 tableRow，而不是“paragraph”",
    );
}

/// A document with every kind of node and mark.
fn every_kind() -> serde_json::Value {
    let marks: Vec<_> =
        ["bold", "italic", "underline", "subscript"].map(|kind| json!({ "type": kind })).to_vec();
    let inlines = json!([
        { "type": "text", "text": "a", "marks": marks },
        { "type": "hardBreak", "marks": [{ "type": "superscript" }] },
        { "type": "crossReference", "attrs": { "target": "f1" } },
        { "type": "dataReference", "attrs": { "source": "benefits:oee", "year": "2025", "text": "1%" } },
    ]);
    let paragraph = json!({ "type": "paragraph", "content": inlines });
    let list =
        |kind: &str| json!({ "type": kind, "content": [{ "type": "listItem", "content": [paragraph] }] });
    let cell =
        |kind: &str| json!({ "type": kind, "attrs": { "colspan": 1, "rowspan": 1 }, "content": [paragraph] });
    json!({ "type": "doc", "content": [
        { "type": "heading", "attrs": { "level": 2 }, "content": inlines },
        paragraph, list("bulletList"), list("orderedList"),
        { "type": "figure", "attrs": { "id": "f1", "attachment": "a1", "caption": "甲", "width": 50 } },
        { "type": "chart", "attrs": { "id": "c1", "caption": "乙", "kind": "line", "series": ["benefits:oee"], "compare": true } },
        { "type": "table", "attrs": { "id": "t1", "caption": "丙" },
          "content": [{ "type": "tableRow", "content": [cell("tableHeader"), cell("tableCell")] }] },
    ] })
}

/// The pointers of all nodes and marks below a value, with the path that a fault names each by.
fn nodes(value: &serde_json::Value, pointer: &str, path: &str, found: &mut Vec<(String, String)>) {
    if value.get("type").is_some() {
        found.push((pointer.to_owned(), path.to_owned()));
    }
    for key in ["content", "marks"] {
        for (index, child) in value[key].as_array().into_iter().flatten().enumerate() {
            let dot = if path.is_empty() { "" } else { "." };
            nodes(child, &format!("{pointer}/{key}/{index}"), &format!("{path}{dot}{key}[{index}]"), found);
        }
    }
}

#[test]
fn a_key_nobody_knows_is_refused_with_its_path_on_every_node_and_mark() {
    let (whole, mut found) = (every_kind(), Vec::new());
    nodes(&whole, "", "", &mut found);
    assert!(found.len() > 60 && serde_json::from_value::<RichText>(whole.clone()).is_ok());
    for (pointer, path) in found {
        let dot = if path.is_empty() { "" } else { "." };
        let mut odd = whole.clone();
        odd.pointer_mut(&pointer).unwrap()["odd"] = json!(1);
        check(odd, &format!("{path}{dot}odd：不认识这个键，请检查拼写"));
        let mut odd = whole.clone();
        let node = odd.pointer_mut(&pointer).unwrap();
        if node["attrs"].is_null() {
            node["attrs"] = json!({});
        }
        node["attrs"]["odd"] = json!(1);
        check(odd, &format!("{path}{dot}attrs.odd：不认识这个键，请检查拼写"));
    }
}

#[test]
fn a_kind_nobody_knows_is_refused_with_its_path_wherever_it_stands() {
    let (whole, mut found) = (every_kind(), Vec::new());
    nodes(&whole, "", "", &mut found);
    for (pointer, path) in found {
        let mut odd = whole.clone();
        odd.pointer_mut(&pointer).unwrap()["type"] = json!("odd");
        let error = serde_json::from_value::<RichText>(odd).unwrap_err().to_string();
        let dot = if path.is_empty() { "" } else { "." };
        assert!(error.contains(&format!("{FAULT_MARK}{path}{dot}type{FAULT_MARK}")), "{path}: {error}");
        assert!(error.contains("odd"), "{error}");
    }
}

#[test]
fn numbers_are_refused_just_outside_their_range() {
    let doc = |block: serde_json::Value| json!({ "type": "doc", "content": [block] });
    let figure = |width| doc(json!({ "type": "figure", "attrs": { "width": width } }));
    let cell = |attrs: serde_json::Value| {
        let cell = json!({ "type": "tableCell", "attrs": attrs });
        doc(json!({ "type": "table", "content": [{ "type": "tableRow", "content": [cell] }] }))
    };
    let heading = |level| doc(json!({ "type": "heading", "attrs": { "level": level } }));
    let taken = |json| serde_json::from_value::<RichText>(json).is_ok();
    assert!(taken(figure(1)) && taken(figure(100)) && !taken(figure(0)) && !taken(figure(101)));
    assert!(taken(heading(2)) && taken(heading(4)) && !taken(heading(1)) && !taken(heading(5)));
    assert!(taken(cell(json!({ "colspan": 63 }))) && !taken(cell(json!({ "colspan": 64 }))));
    assert!(taken(cell(json!({ "rowspan": 1000 }))) && !taken(cell(json!({ "rowspan": 1001 }))));
    assert!(!taken(cell(json!({ "rowspan": 0 }))));
    let row = |spans: &[usize]| {
        let cells: Vec<_> =
            spans.iter().map(|span| json!({ "type": "tableCell", "attrs": { "colspan": span } })).collect();
        doc(json!({ "type": "table", "content": [{ "type": "tableRow", "content": cells }] }))
    };
    assert!(taken(row(&[60, 3])) && !taken(row(&[60, 4])));
}

#[test]
fn lists_nest_as_deep_as_word_numbers_them() {
    let nested = |depth: usize| {
        let item =
            |inner| json!({ "type": "bulletList", "content": [{ "type": "listItem", "content": [inner] }] });
        let list = (0..depth).fold(json!({ "type": "paragraph" }), |inner, _| item(inner));
        serde_json::from_value::<RichText>(json!({ "type": "doc", "content": [list] }))
    };
    assert!(nested(MAX_LIST_DEPTH).is_ok());
    let error = nested(MAX_LIST_DEPTH + 1).unwrap_err();
    assert!(error.to_string().contains("列表嵌套超过 9 层"), "{error}");
}

#[test]
fn absent_null_and_empty_are_the_empty_text() {
    for json in [json!({}), json!(null), json!({ "type": "doc" }), json!({ "type": "doc", "content": null })]
    {
        assert_eq!(serde_json::from_value::<RichText>(json).unwrap(), RichText::default());
    }
}

#[test]
fn a_series_names_its_source() {
    assert_eq!(SeriesSource::parse("benefits:oee"), Some(SeriesSource::Benefit("oee")));
    assert_eq!(SeriesSource::parse("share:1:international"), Some(SeriesSource::InternationalShare(1)));
    for wrong in ["share:1", "satisfaction:x", "oee", "", "loyalty:0:domestic"] {
        assert_eq!(SeriesSource::parse(wrong), None, "{wrong}");
    }
}
