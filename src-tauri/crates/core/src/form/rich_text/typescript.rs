//! The tree as TypeScript sees it: node by node the JSON that [`super::write`] writes. Of these types no value is made.
#![allow(dead_code)]

use ts_rs::TS;

#[derive(TS)]
#[ts(tag = "type", rename = "doc")]
pub struct Document {
    #[ts(optional)]
    content: Option<Vec<Block>>,
}

/// A block of a section. A node without content has no key for it.
#[derive(TS)]
#[ts(tag = "type", rename_all = "camelCase", export_to = "core.ts")]
enum Block {
    Heading {
        attrs: HeadingAttrs,
        #[ts(optional)]
        content: Option<Vec<Inline>>,
    },
    #[ts(untagged)]
    Flow(Flow),
    Figure {
        attrs: FigureAttrs,
    },
    Chart {
        attrs: ChartAttrs,
    },
    Table {
        attrs: TableAttrs,
        #[ts(optional)]
        content: Option<Vec<TableRow>>,
    },
}

/// What list items and table cells hold.
#[derive(TS)]
#[ts(tag = "type", rename_all = "camelCase", export_to = "core.ts")]
enum Flow {
    Paragraph {
        #[ts(optional)]
        content: Option<Vec<Inline>>,
    },
    BulletList {
        #[ts(optional)]
        content: Option<Vec<ListItem>>,
    },
    OrderedList {
        #[ts(optional)]
        content: Option<Vec<ListItem>>,
    },
}

/// An item of a list.
#[derive(TS)]
#[ts(tag = "type", rename_all = "camelCase", export_to = "core.ts")]
enum ListItem {
    ListItem {
        #[ts(optional)]
        content: Option<Vec<Flow>>,
    },
}

/// A row of a table, with the cells that begin in it.
#[derive(TS)]
#[ts(tag = "type", rename_all = "camelCase", export_to = "core.ts")]
enum TableRow {
    TableRow {
        #[ts(optional)]
        content: Option<Vec<TableCell>>,
    },
}

/// A cell of a table.
#[derive(TS)]
#[ts(tag = "type", rename_all = "camelCase", export_to = "core.ts")]
enum TableCell {
    TableHeader {
        attrs: TableCellAttrs,
        #[ts(optional)]
        content: Option<Vec<Flow>>,
    },
    TableCell {
        attrs: TableCellAttrs,
        #[ts(optional)]
        content: Option<Vec<Flow>>,
    },
}

/// A piece of a line.
#[derive(TS)]
#[ts(tag = "type", rename_all = "camelCase", export_to = "core.ts")]
enum Inline {
    Text {
        text: String,
        #[ts(optional)]
        marks: Option<Vec<Mark>>,
    },
    HardBreak {
        #[ts(optional)]
        marks: Option<Vec<Mark>>,
    },
    CrossReference {
        attrs: CrossReferenceAttrs,
        #[ts(optional)]
        marks: Option<Vec<Mark>>,
    },
    DataReference {
        attrs: DataReferenceAttrs,
        #[ts(optional)]
        marks: Option<Vec<Mark>>,
    },
}

/// A mark of a piece of text.
#[derive(TS)]
#[ts(tag = "type", rename_all = "camelCase", export_to = "core.ts")]
enum Mark {
    Bold,
    Italic,
    Underline,
    Subscript,
    Superscript,
}

#[derive(TS)]
#[ts(export_to = "core.ts")]
struct HeadingAttrs {
    /// Printed as （一）, 1. and （1）.
    #[ts(type = "2 | 3 | 4")]
    level: u8,
}

#[derive(TS)]
#[ts(export_to = "core.ts")]
struct FigureAttrs {
    id: String,
    /// The attachment that holds the picture.
    attachment: String,
    caption: String,
    /// In percent of the text width, 1 to 100.
    width: u8,
}

#[derive(TS)]
#[ts(export_to = "core.ts")]
struct ChartAttrs {
    id: String,
    caption: String,
    #[ts(type = "\"column\" | \"line\"")]
    kind: String,
    /// Such as `benefits:oee`, `satisfaction:0`, `share:0:domestic`.
    series: Vec<String>,
    /// Whether the industry's average and best are drawn beside.
    compare: bool,
}

#[derive(TS)]
#[ts(export_to = "core.ts")]
struct TableAttrs {
    id: String,
    caption: String,
}

#[derive(TS)]
#[ts(export_to = "core.ts")]
struct TableCellAttrs {
    /// From 1.
    colspan: usize,
    /// From 1.
    rowspan: usize,
}

#[derive(TS)]
#[ts(export_to = "core.ts")]
struct CrossReferenceAttrs {
    /// The id of a figure, chart or table.
    target: String,
}

#[derive(TS)]
#[ts(export_to = "core.ts")]
struct DataReferenceAttrs {
    /// Such as `benefits:pass_rate`, as a chart's series.
    source: String,
    /// `2025`.
    year: String,
    /// What it prints: `99.2%`.
    text: String,
}
