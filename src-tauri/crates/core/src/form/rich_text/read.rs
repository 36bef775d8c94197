//! The editor's JSON into the closed tree. Whatever the tree has no place for is refused with its path.

use super::tree::*;
use crate::form::Path;
use crate::form::text::Text;
use serde_json::{Map, Value};

/// How deep lists may nest: Word knows nine levels.
pub const MAX_LIST_DEPTH: usize = 9;
/// How many columns a table may have: Word's own limit.
pub const MAX_COLUMNS: usize = 63;
const MAX_ROWSPAN: u64 = 1000;

/// Marks a fault's text, so that the path in it can be joined to the path of the section.
pub(crate) const FAULT_MARK: char = '\u{1}';

/// What was refused, and where in the rich text.
#[derive(Debug, PartialEq)]
pub(super) struct Fault {
    path: Path,
    reason: String,
}

impl Fault {
    /// The fault as the message of a serde error: path and reason behind [`FAULT_MARK`]s.
    pub(super) fn encoded(&self) -> String {
        format!("{FAULT_MARK}{}{FAULT_MARK}{}", self.path, self.reason)
    }
}

type Read<T> = Result<T, Fault>;

fn fault<T>(at: &Path, reason: impl Into<String>) -> Read<T> {
    Err(Fault { path: at.clone(), reason: reason.into() })
}

/// The document node. `null` and `{}` are the empty text.
pub(super) fn document(value: Value) -> Read<RichText> {
    let root = Path::default();
    let empty = match &value {
        Value::Null => true,
        Value::Object(map) => map.is_empty(),
        _ => false,
    };
    if empty {
        return Ok(RichText::default());
    }
    let mut node = Node::open(value, root)?;
    if node.kind != "doc" {
        return fault(&node.path.key("type"), format!("这里应为 doc，而不是“{}”", node.kind));
    }
    let blocks = node.children()?.into_iter().map(block).collect::<Read<_>>()?;
    node.close()?;
    Ok(RichText { blocks })
}

fn block((value, path): (Value, Path)) -> Read<Block> {
    let node = Node::open(value, path)?;
    match node.kind.as_str() {
        "heading" => heading(node).map(Block::Heading),
        "figure" => figure(node).map(Block::Figure),
        "chart" => chart(node).map(Block::Chart),
        "table" => table(node).map(Block::Table),
        _ => flow(node, 1).map(Block::Flow),
    }
}

fn flow(mut node: Node, depth: usize) -> Read<Flow> {
    let kind = match node.kind.as_str() {
        "paragraph" => {
            let content = inlines(&mut node)?;
            node.close()?;
            return Ok(Flow::Paragraph(content));
        }
        "bulletList" => ListKind::Bullet,
        "orderedList" => ListKind::Ordered,
        other => return fault(&node.path.key("type"), format!("这里不能放“{other}”")),
    };
    if depth > MAX_LIST_DEPTH {
        return fault(&node.path, format!("列表嵌套超过 {MAX_LIST_DEPTH} 层，请减少层次"));
    }
    let items = node.children()?.into_iter().map(|item| list_item(item, depth)).collect::<Read<_>>()?;
    node.close()?;
    Ok(Flow::List(List { kind, items }))
}

fn list_item((value, path): (Value, Path), depth: usize) -> Read<Vec<Flow>> {
    let mut node = Node::open(value, path)?;
    if node.kind != "listItem" {
        return fault(&node.path.key("type"), format!("列表里应为 listItem，而不是“{}”", node.kind));
    }
    let content = flows(&mut node, depth + 1)?;
    node.close()?;
    Ok(content)
}

fn flows(node: &mut Node, depth: usize) -> Read<Vec<Flow>> {
    node.children()?.into_iter().map(|(value, path)| flow(Node::open(value, path)?, depth)).collect()
}

fn heading(mut node: Node) -> Read<Heading> {
    let mut attrs = node.attrs()?;
    let level = match attrs.take("level").as_ref().and_then(Value::as_u64) {
        Some(2) => HeadingLevel::Two,
        Some(3) => HeadingLevel::Three,
        Some(4) => HeadingLevel::Four,
        _ => return fault(&attrs.path.key("level"), "标题级别应为 2、3 或 4"),
    };
    attrs.close()?;
    let content = inlines(&mut node)?;
    node.close()?;
    Ok(Heading { level, content })
}

fn figure(mut node: Node) -> Read<Figure> {
    let mut attrs = node.attrs()?;
    let figure = Figure {
        id: attrs.text("id")?,
        attachment: attrs.text("attachment")?,
        caption: attrs.text("caption")?,
        width: attrs.whole("width", 1..=100, 100)? as u8,
    };
    attrs.close()?;
    node.close()?;
    Ok(figure)
}

fn chart(mut node: Node) -> Read<Chart> {
    let mut attrs = node.attrs()?;
    let kind = match attrs.text("kind")?.as_str() {
        "column" | "" => ChartKind::Column,
        "line" => ChartKind::Line,
        other => {
            return fault(&attrs.path.key("kind"), format!("图表类型应为 column 或 line，而不是“{other}”"));
        }
    };
    let compare = match attrs.take("compare") {
        None | Some(Value::Null) => false,
        Some(Value::Bool(compare)) => compare,
        Some(_) => return fault(&attrs.path.key("compare"), "应为 true 或 false"),
    };
    let series = match attrs.take("series") {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(series)) => series_names(series, &attrs.path.key("series"))?,
        Some(_) => return fault(&attrs.path.key("series"), "应为数组"),
    };
    let chart = Chart { id: attrs.text("id")?, caption: attrs.text("caption")?, kind, series, compare };
    attrs.close()?;
    node.close()?;
    Ok(chart)
}

fn series_names(series: Vec<Value>, at: &Path) -> Read<Vec<Text>> {
    let name = |(index, value)| match value {
        Value::String(name) => Ok(Text::from(name)),
        _ => fault(&at.index(index), "应为文本，如 benefits:oee"),
    };
    series.into_iter().enumerate().map(name).collect()
}

fn table(mut node: Node) -> Read<Table> {
    let mut attrs = node.attrs()?;
    let (id, caption) = (attrs.text("id")?, attrs.text("caption")?);
    attrs.close()?;
    let rows = node.children()?.into_iter().map(row).collect::<Read<Vec<_>>>()?;
    node.close()?;
    Ok(Table { id, caption, rows })
}

fn row((value, path): (Value, Path)) -> Read<Vec<Cell>> {
    let mut node = Node::open(value, path)?;
    if node.kind != "tableRow" {
        return fault(&node.path.key("type"), format!("表格里应为 tableRow，而不是“{}”", node.kind));
    }
    let cells = node.children()?.into_iter().map(cell).collect::<Read<Vec<_>>>()?;
    if cells.iter().map(|cell| cell.colspan).sum::<usize>() > MAX_COLUMNS {
        return fault(&node.path, format!("表格超过 {MAX_COLUMNS} 列，请拆成几张表"));
    }
    node.close()?;
    Ok(cells)
}

fn cell((value, path): (Value, Path)) -> Read<Cell> {
    let mut node = Node::open(value, path)?;
    let kind = match node.kind.as_str() {
        "tableHeader" => CellKind::Header,
        "tableCell" => CellKind::Body,
        other => {
            let reason = format!("表格行里应为 tableCell 或 tableHeader，而不是“{other}”");
            return fault(&node.path.key("type"), reason);
        }
    };
    let mut attrs = node.attrs()?;
    let colspan = attrs.whole("colspan", 1..=MAX_COLUMNS as u64, 1)? as usize;
    let rowspan = attrs.whole("rowspan", 1..=MAX_ROWSPAN, 1)? as usize;
    attrs.close()?;
    let content = flows(&mut node, 1)?;
    node.close()?;
    Ok(Cell { kind, colspan, rowspan, content })
}

fn inlines(node: &mut Node) -> Read<Vec<Inline>> {
    node.children()?.into_iter().map(inline).collect()
}

fn inline((value, path): (Value, Path)) -> Read<Inline> {
    let mut node = Node::open(value, path)?;
    let marks = node.marks()?;
    let inline = match node.kind.as_str() {
        "text" => Inline::Text(node.text()?, marks),
        "hardBreak" => Inline::HardBreak(marks),
        "crossReference" => {
            let mut attrs = node.attrs()?;
            let target = attrs.text("target")?;
            attrs.close()?;
            Inline::CrossReference(target, marks)
        }
        "dataReference" => Inline::DataReference(data_reference(&mut node)?, marks),
        other => return fault(&node.path.key("type"), format!("段落里不能放“{other}”")),
    };
    node.close()?;
    Ok(inline)
}

fn data_reference(node: &mut Node) -> Read<DataReference> {
    let mut attrs = node.attrs()?;
    let reference =
        DataReference { source: attrs.text("source")?, year: attrs.text("year")?, text: attrs.text("text")? };
    attrs.close()?;
    Ok(reference)
}

/// A JSON object whose keys are taken out one by one; what is left over is refused.
struct Attrs {
    path: Path,
    map: Map<String, Value>,
}

impl Attrs {
    fn take(&mut self, key: &str) -> Option<Value> {
        self.map.remove(key)
    }

    fn text(&mut self, key: &str) -> Read<Text> {
        match self.take(key) {
            None | Some(Value::Null) => Ok(Text::default()),
            Some(Value::String(text)) => Ok(text.into()),
            Some(_) => fault(&self.path.key(key), "应为文本（加引号）"),
        }
    }

    fn whole(&mut self, key: &str, range: std::ops::RangeInclusive<u64>, absent: u64) -> Read<u64> {
        let value = match self.take(key) {
            None | Some(Value::Null) => return Ok(absent),
            Some(value) => value.as_u64(),
        };
        let fits = value.filter(|number| range.contains(number));
        fits.map_or_else(
            || fault(&self.path.key(key), format!("应为 {} 到 {} 的整数", range.start(), range.end())),
            Ok,
        )
    }

    fn close(&self) -> Read<()> {
        match self.map.keys().next() {
            None => Ok(()),
            Some(key) => fault(&self.path.key(key), "不认识这个键，请检查拼写"),
        }
    }
}

/// A node of the editor's JSON.
struct Node {
    path: Path,
    kind: String,
    rest: Attrs,
}

impl Node {
    fn open(value: Value, path: Path) -> Read<Node> {
        let Value::Object(map) = value else {
            return fault(&path, "应为对象 { \"type\": … }");
        };
        let mut rest = Attrs { path: path.clone(), map };
        match rest.take("type") {
            Some(Value::String(kind)) => Ok(Node { path, kind, rest }),
            _ => fault(&path.key("type"), "缺少节点类型"),
        }
    }

    fn children(&mut self) -> Read<Vec<(Value, Path)>> {
        let at = self.path.key("content");
        match self.rest.take("content") {
            None | Some(Value::Null) => Ok(Vec::new()),
            Some(Value::Array(items)) => {
                Ok(items.into_iter().enumerate().map(|(index, item)| (item, at.index(index))).collect())
            }
            Some(_) => fault(&at, "应为数组"),
        }
    }

    fn attrs(&mut self) -> Read<Attrs> {
        let path = self.path.key("attrs");
        match self.rest.take("attrs") {
            None | Some(Value::Null) => Ok(Attrs { path, map: Map::new() }),
            Some(Value::Object(map)) => Ok(Attrs { path, map }),
            Some(_) => fault(&path, "应为对象"),
        }
    }

    fn text(&mut self) -> Read<Text> {
        self.rest.text("text")
    }

    fn marks(&mut self) -> Read<Marks> {
        let at = self.path.key("marks");
        let listed = match self.rest.take("marks") {
            None | Some(Value::Null) => return Ok(Marks::default()),
            Some(Value::Array(listed)) => listed,
            Some(_) => return fault(&at, "应为数组"),
        };
        let mut marks = Marks::default();
        for (index, value) in listed.into_iter().enumerate() {
            let mark = Node::open(value, at.index(index))?;
            match mark.kind.as_str() {
                "bold" => marks.bold = true,
                "italic" => marks.italic = true,
                "underline" => marks.underline = true,
                "subscript" => marks.script = Some(Script::Subscript),
                "superscript" => marks.script = Some(Script::Superscript),
                other => return fault(&mark.path.key("type"), format!("不支持的文字格式“{other}”")),
            }
            mark.close()?;
        }
        Ok(marks)
    }

    /// Refuses what was not taken out. Empty `attrs` are passed over.
    fn close(mut self) -> Read<()> {
        self.attrs()?.close()?;
        self.rest.close()
    }
}
