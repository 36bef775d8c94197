//! The tree: blocks, their inline content, and the marks of a text.

use crate::form::text::Text;

/// A section's text.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(
    feature = "typescript",
    derive(ts_rs::TS),
    ts(as = "super::typescript::Document", export_to = "core.ts")
)]
pub struct RichText {
    /// Its blocks from top to bottom.
    pub blocks: Vec<Block>,
}

/// A block of a section.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading below the section's own.
    Heading(Heading),
    /// A paragraph or a list.
    Flow(Flow),
    /// A picture with its caption.
    Figure(Figure),
    /// A chart drawn from the three-year tables.
    Chart(Chart),
    /// A table with its caption.
    Table(Table),
}

/// What list items and table cells hold.
#[derive(Debug, Clone, PartialEq)]
pub enum Flow {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List(List),
}

/// A heading within a section.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// Its level.
    pub level: HeadingLevel,
    /// Its text.
    pub content: Vec<Inline>,
}

/// The levels below the section's own, which is level 1 (一、).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HeadingLevel {
    /// （一）
    Two,
    /// 1.
    Three,
    /// （1）
    Four,
}

impl HeadingLevel {
    /// 2, 3 or 4.
    pub fn number(self) -> usize {
        match self {
            HeadingLevel::Two => 2,
            HeadingLevel::Three => 3,
            HeadingLevel::Four => 4,
        }
    }
}

/// A list.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// Bulleted or numbered.
    pub kind: ListKind,
    /// The items, each of paragraphs and lists.
    pub items: Vec<Vec<Flow>>,
}

/// Bulleted or numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListKind {
    /// `bulletList`
    Bullet,
    /// `orderedList`
    Ordered,
}

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What cross references name it by.
    pub id: Text,
    /// The attachment that holds the picture.
    pub attachment: Text,
    /// Printed below as 图N.
    pub caption: Text,
    /// Width in percent of the text width, 1 to 100.
    pub width: u8,
}

/// A chart of the three years.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// What cross references name it by.
    pub id: Text,
    /// Printed below as 图N.
    pub caption: Text,
    /// Columns or lines.
    pub kind: ChartKind,
    /// What is drawn, in the words of [`SeriesSource::parse`].
    pub series: Vec<Text>,
    /// Whether 行业平均 and 行业最佳 are drawn beside, where they exist.
    pub compare: bool,
}

/// Columns or lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    /// `column`
    Column,
    /// `line`
    Line,
}

/// Where a chart's series comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeriesSource<'a> {
    /// `benefits:KEY`: a row of the 经济和质量效益统计表.
    Benefit(&'a str),
    /// `satisfaction:N`: 顾客满意度 of the product at this index.
    Satisfaction(usize),
    /// `loyalty:N`: 顾客忠诚程度 of the product at this index.
    Loyalty(usize),
    /// `share:N:domestic`: 国内市场占有率 of the product at this index.
    DomesticShare(usize),
    /// `share:N:international`: 国际市场占有率 of the product at this index.
    InternationalShare(usize),
}

impl<'a> SeriesSource<'a> {
    /// The source a series names, if it is of one of the known forms.
    pub fn parse(series: &'a str) -> Option<Self> {
        let (table, rest) = series.split_once(':')?;
        match (table, rest.split_once(':')) {
            ("benefits", _) => Some(SeriesSource::Benefit(rest)),
            ("satisfaction", None) => rest.parse().ok().map(SeriesSource::Satisfaction),
            ("loyalty", None) => rest.parse().ok().map(SeriesSource::Loyalty),
            ("share", Some((product, "domestic"))) => product.parse().ok().map(SeriesSource::DomesticShare),
            ("share", Some((product, "international"))) => {
                product.parse().ok().map(SeriesSource::InternationalShare)
            }
            _ => None,
        }
    }
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What cross references name it by.
    pub id: Text,
    /// Printed above as 表N.
    pub caption: Text,
    /// The rows, each with the cells that begin in it.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Header or body.
    pub kind: CellKind,
    /// How many columns it spans, from 1.
    pub colspan: usize,
    /// How many rows it spans, from 1.
    pub rowspan: usize,
    /// Its paragraphs and lists.
    pub content: Vec<Flow>,
}

/// Header or body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// `tableHeader`
    Header,
    /// `tableCell`
    Body,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Text.
    Text(Text, Marks),
    /// A line break inside the paragraph.
    HardBreak(Marks),
    /// 图3 or 表2, by the id of what it names.
    CrossReference(Text, Marks),
    /// A figure of the three-year tables, as `99.2%`.
    DataReference(DataReference, Marks),
}

/// A figure of the three-year tables that stands in the text and follows them.
///
/// Like the cached result of a field it carries the text it prints, so that counting, checking and printing need no
/// tables; the editor writes the text anew when its cell changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataReference {
    /// The row, in the words of [`SeriesSource::parse`].
    pub source: Text,
    /// The year, or empty for what belongs to none.
    pub year: Text,
    /// What it prints: `99.2%`.
    pub text: Text,
}

/// The marks of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks {
    /// 加粗.
    pub bold: bool,
    /// 斜体.
    pub italic: bool,
    /// 下划线.
    pub underline: bool,
    /// 下标 or 上标.
    pub script: Option<Script>,
}

/// 下标 or 上标.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// 下标.
    Subscript,
    /// 上标.
    Superscript,
}
