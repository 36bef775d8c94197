//! The outline that the editor's JSON asks for (the tree of `biaogan::form::rich_text`, printed by 附件2).

use super::captions::{Captions, Counts};
use super::numbering::counted;
use super::outline::{Piece, line};
use super::table;
use serde_json::Value;

/// The outline of the four sections; those without a document are empty.
pub fn outline(sections: &[Value], titles: [&str; 4]) -> Vec<String> {
    let captions = Captions::of(sections);
    let mut reader = Reader { captions, counts: Counts::default(), headings: [0; 3], lines: Vec::new() };
    for (index, title) in titles.into_iter().enumerate() {
        let number = counted("chineseCountingThousand", index + 1);
        reader.lines.push(format!("# {number}、{title}"));
        reader.headings = [0; 3];
        sections.get(index).into_iter().flat_map(children).for_each(|block| reader.block(block));
    }
    reader.lines
}

/// The children of a node.
pub fn children(node: &Value) -> impl Iterator<Item = &Value> {
    node["content"].as_array().into_iter().flatten()
}

struct Reader {
    captions: Captions,
    counts: Counts,
    headings: [usize; 3],
    lines: Vec<String>,
}

impl Reader {
    fn block(&mut self, block: &Value) {
        let attrs = &block["attrs"];
        let caption = self.counts.next(block).map(|label| {
            let text = attrs["caption"].as_str().expect("a caption");
            format!("caption {}", line(&[(format!("{label} {text}"), String::new())]))
        });
        match block["type"].as_str().expect("a type") {
            "heading" => self.heading(attrs["level"].as_u64().expect("a level") as usize, block),
            "table" => {
                self.lines.extend(caption);
                self.lines.extend(table::expected(block, &self.captions));
            }
            "figure" | "chart" => {
                self.lines.push(drawn(block));
                self.lines.extend(caption);
            }
            _ => self.lines.extend(flow(block, &self.captions, 0, "")),
        }
    }

    fn heading(&mut self, level: usize, block: &Value) {
        self.headings[level - 2] += 1;
        self.headings[level - 1..].fill(0);
        let number = self.headings[level - 2];
        let number = match level {
            2 => format!("（{}）", counted("chineseCountingThousand", number)),
            3 => format!("{number}."),
            _ => format!("（{number}）"),
        };
        self.lines.push(format!(
            "{} {number}{}",
            "#".repeat(level),
            line(&pieces(block, &self.captions, ""))
        ));
    }
}

/// A picture or chart, or what stands in its place.
fn drawn(block: &Value) -> String {
    let attrs = &block["attrs"];
    let has_figures =
        attrs["series"].as_array().is_some_and(|series| series.iter().any(|one| one == "benefits:oee"));
    match block["type"].as_str() {
        Some("chart") if has_figures => "chart".into(),
        Some("chart") => "〔统计表中没有可用的数据，图表未生成〕".into(),
        _ if attrs["attachment"] == "a1" => "picture".into(),
        _ => "（此处图片尚未添加）".into(),
    }
}

/// The lines of a paragraph or list that stands in so many lists, with marks that all of it bears.
pub fn flow(node: &Value, captions: &Captions, depth: usize, all: &str) -> Vec<String> {
    if node["type"] == "paragraph" {
        return vec![format!("p {}", line(&pieces(node, captions, all)))];
    }
    let mut lines = Vec::new();
    for (index, item) in children(node).enumerate() {
        let mut label = label(node, depth, index);
        for inner in children(item) {
            if inner["type"] == "paragraph" {
                lines.push(format!("item {depth} {label} {}", line(&pieces(inner, captions, ""))));
                label.clear();
            } else {
                lines.extend(flow(inner, captions, depth + 1, ""));
            }
        }
    }
    lines
}

/// The number or bullet of an item.
fn label(list: &Value, depth: usize, index: usize) -> String {
    if list["type"] == "bulletList" {
        return ["●", "○", "■"][depth % 3].into();
    }
    format!("{})", counted(["decimal", "lowerLetter", "lowerRoman"][depth % 3], index + 1))
}

/// What a line prints.
fn pieces(node: &Value, captions: &Captions, all: &str) -> Vec<Piece> {
    let piece = |inline: &Value| {
        let attrs = &inline["attrs"];
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        let printed = match inline["type"].as_str().expect("a type") {
            "text" => text(&inline["text"]),
            "hardBreak" => "\n".into(),
            "dataReference" => text(&attrs["text"]),
            _ => match captions.get(attrs["target"].as_str().expect("a target")) {
                Some(label) => format!("{{{label}}}"),
                None => "〔引用的图表或材料不存在〕".into(),
            },
        };
        (printed, marks(inline, all))
    };
    children(node).map(piece).collect()
}

fn marks(inline: &Value, all: &str) -> String {
    let listed: Vec<&str> =
        inline["marks"].as_array().into_iter().flatten().filter_map(|mark| mark["type"].as_str()).collect();
    let known =
        [("bold", 'b'), ("italic", 'i'), ("underline", 'u'), ("subscript", '_'), ("superscript", '^')];
    let has = |(name, sign): &(&str, char)| listed.contains(name) || all.contains(*sign);
    known.iter().filter(|mark| has(mark)).map(|(_, sign)| sign).collect()
}
