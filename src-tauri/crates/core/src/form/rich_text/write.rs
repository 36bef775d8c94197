//! The closed tree into the editor's JSON.

use super::tree::*;
use serde_json::{Map, Value, json};

pub(super) fn document(text: &RichText) -> Value {
    node("doc", None, text.blocks.iter().map(block).collect())
}

fn node(kind: &str, attrs: Option<Value>, content: Vec<Value>) -> Value {
    let mut map = Map::new();
    map.insert("type".into(), kind.into());
    if let Some(attrs) = attrs {
        map.insert("attrs".into(), attrs);
    }
    if !content.is_empty() {
        map.insert("content".into(), content.into());
    }
    Value::Object(map)
}

fn block(block: &Block) -> Value {
    match block {
        Block::Heading(heading) => {
            node("heading", Some(json!({ "level": heading.level.number() })), inlines(&heading.content))
        }
        Block::Flow(content) => flow(content),
        Block::Figure(figure) => node(
            "figure",
            Some(json!({
                "id": figure.id, "attachment": figure.attachment, "caption": figure.caption, "width": figure.width
            })),
            Vec::new(),
        ),
        Block::Chart(chart) => node("chart", Some(chart_attrs(chart)), Vec::new()),
        Block::Table(table) => {
            let attrs = json!({ "id": table.id, "caption": table.caption });
            node("table", Some(attrs), table.rows.iter().map(|cells| row(cells)).collect())
        }
    }
}

fn chart_attrs(chart: &Chart) -> Value {
    let kind = match chart.kind {
        ChartKind::Column => "column",
        ChartKind::Line => "line",
    };
    json!({
        "id": chart.id, "caption": chart.caption, "kind": kind, "series": chart.series, "compare": chart.compare
    })
}

fn row(cells: &[Cell]) -> Value {
    node("tableRow", None, cells.iter().map(cell).collect())
}

fn cell(cell: &Cell) -> Value {
    let kind = match cell.kind {
        CellKind::Header => "tableHeader",
        CellKind::Body => "tableCell",
    };
    let attrs = json!({ "colspan": cell.colspan, "rowspan": cell.rowspan });
    node(kind, Some(attrs), cell.content.iter().map(flow).collect())
}

fn flow(flow: &Flow) -> Value {
    match flow {
        Flow::Paragraph(content) => node("paragraph", None, inlines(content)),
        Flow::List(list) => {
            let kind = match list.kind {
                ListKind::Bullet => "bulletList",
                ListKind::Ordered => "orderedList",
            };
            node(kind, None, list.items.iter().map(|item| list_item(item)).collect())
        }
    }
}

fn list_item(item: &[Flow]) -> Value {
    node("listItem", None, item.iter().map(flow).collect())
}

fn inlines(content: &[Inline]) -> Vec<Value> {
    content.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> Value {
    let (mut value, marks) = match inline {
        Inline::Text(text, marks) => (json!({ "type": "text", "text": text }), marks),
        Inline::HardBreak(marks) => (json!({ "type": "hardBreak" }), marks),
        Inline::CrossReference(target, marks) => {
            (json!({ "type": "crossReference", "attrs": { "target": target } }), marks)
        }
        Inline::DataReference(DataReference { source, year, text }, marks) => {
            let attrs = json!({ "source": source, "year": year, "text": text });
            (json!({ "type": "dataReference", "attrs": attrs }), marks)
        }
    };
    let marks = mark_list(marks);
    if !marks.is_empty() {
        value["marks"] = marks.into();
    }
    value
}

fn mark_list(marks: &Marks) -> Vec<Value> {
    let named = [
        (marks.bold, "bold"),
        (marks.italic, "italic"),
        (marks.underline, "underline"),
        (marks.script == Some(Script::Subscript), "subscript"),
        (marks.script == Some(Script::Superscript), "superscript"),
    ];
    named.into_iter().filter(|(set, _)| *set).map(|(_, name)| json!({ "type": name })).collect()
}
