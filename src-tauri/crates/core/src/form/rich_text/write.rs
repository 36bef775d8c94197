//! The closed tree into the editor's JSON, node by node: a text saved with every key is not built twice.

use super::tree::*;
use crate::form::text::Text;
use serde::{Serialize, Serializer};

/// A node of the editor's tree.
#[derive(Serialize)]
struct Node<A, C> {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    attrs: Option<A>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    content: Vec<C>,
}

/// What has no attributes, or no content.
type Nothing = ();

fn bare<C>(kind: &'static str, content: impl Iterator<Item = C>) -> Node<Nothing, C> {
    Node { kind, attrs: None, content: content.collect() }
}

fn leaf<A>(kind: &'static str, attrs: A) -> Node<A, Nothing> {
    Node { kind, attrs: Some(attrs), content: Vec::new() }
}

pub(super) fn document(text: &RichText) -> impl Serialize {
    bare("doc", text.blocks.iter().map(BlockNode))
}

struct BlockNode<'a>(&'a Block);

impl Serialize for BlockNode<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Block::Heading(Heading { level, content }) => {
                let attrs = Some(HeadingAttrs { level: level.number() });
                Node { kind: "heading", attrs, content: content.iter().map(InlineNode).collect() }
                    .serialize(to)
            }
            Block::Flow(flow) => FlowNode(flow).serialize(to),
            Block::Figure(Figure { id, attachment, caption, width }) => {
                leaf("figure", FigureAttrs { id, attachment, caption, width: *width }).serialize(to)
            }
            Block::Chart(chart) => leaf("chart", ChartAttrs::of(chart)).serialize(to),
            Block::Table(Table { id, caption, rows }) => {
                let content = rows.iter().map(|cells| bare("tableRow", cells.iter().map(CellNode))).collect();
                Node { kind: "table", attrs: Some(TableAttrs { id, caption }), content }.serialize(to)
            }
        }
    }
}

#[derive(Serialize)]
struct HeadingAttrs {
    level: usize,
}

#[derive(Serialize)]
struct FigureAttrs<'a> {
    id: &'a Text,
    attachment: &'a Text,
    caption: &'a Text,
    width: u8,
}

#[derive(Serialize)]
struct ChartAttrs<'a> {
    id: &'a Text,
    caption: &'a Text,
    kind: &'static str,
    series: &'a [Text],
    compare: bool,
}

impl ChartAttrs<'_> {
    fn of(chart: &Chart) -> ChartAttrs<'_> {
        let Chart { id, caption, kind, series, compare } = chart;
        let kind = match kind {
            ChartKind::Column => "column",
            ChartKind::Line => "line",
        };
        ChartAttrs { id, caption, kind, series, compare: *compare }
    }
}

#[derive(Serialize)]
struct TableAttrs<'a> {
    id: &'a Text,
    caption: &'a Text,
}

struct CellNode<'a>(&'a Cell);

#[derive(Serialize)]
struct CellAttrs {
    colspan: usize,
    rowspan: usize,
}

impl Serialize for CellNode<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Cell { kind, colspan, rowspan, content } = self.0;
        let kind = match kind {
            CellKind::Header => "tableHeader",
            CellKind::Body => "tableCell",
        };
        let attrs = Some(CellAttrs { colspan: *colspan, rowspan: *rowspan });
        Node { kind, attrs, content: content.iter().map(FlowNode).collect() }.serialize(to)
    }
}

struct FlowNode<'a>(&'a Flow);

impl Serialize for FlowNode<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let list = match self.0 {
            Flow::Paragraph(content) => {
                return bare("paragraph", content.iter().map(InlineNode)).serialize(to);
            }
            Flow::List(list) => list,
        };
        let kind = match list.kind {
            ListKind::Bullet => "bulletList",
            ListKind::Ordered => "orderedList",
        };
        bare(kind, list.items.iter().map(|item| bare("listItem", item.iter().map(FlowNode)))).serialize(to)
    }
}

/// A piece of a line.
#[derive(Serialize)]
struct Piece<'a, A> {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    attrs: Option<A>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    marks: Vec<Mark>,
}

struct InlineNode<'a>(&'a Inline);

impl Serialize for InlineNode<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Inline::Text(text, set) => piece("text", Some(text), set).serialize(to),
            Inline::HardBreak(set) => piece("hardBreak", None, set).serialize(to),
            Inline::CrossReference(target, set) => {
                with("crossReference", ReferenceAttrs { target }, set).serialize(to)
            }
            Inline::DataReference(DataReference { source, year, text }, set) => {
                with("dataReference", DataAttrs { source, year, text }, set).serialize(to)
            }
        }
    }
}

fn piece<'a>(kind: &'static str, text: Option<&'a Text>, set: &Marks) -> Piece<'a, Nothing> {
    Piece { kind, text, attrs: None, marks: marks(set) }
}

fn with<A>(kind: &'static str, attrs: A, set: &Marks) -> Piece<'static, A> {
    Piece { kind, text: None, attrs: Some(attrs), marks: marks(set) }
}

#[derive(Serialize)]
struct ReferenceAttrs<'a> {
    target: &'a Text,
}

#[derive(Serialize)]
struct DataAttrs<'a> {
    source: &'a Text,
    year: &'a Text,
    text: &'a Text,
}

#[derive(Serialize)]
struct Mark {
    #[serde(rename = "type")]
    kind: &'static str,
}

fn marks(set: &Marks) -> Vec<Mark> {
    let named = [
        (set.bold, "bold"),
        (set.italic, "italic"),
        (set.underline, "underline"),
        (set.script == Some(Script::Subscript), "subscript"),
        (set.script == Some(Script::Superscript), "superscript"),
    ];
    named.into_iter().filter(|(set, _)| *set).map(|(_, kind)| Mark { kind }).collect()
}
