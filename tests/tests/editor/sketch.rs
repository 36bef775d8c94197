//! A section in a few lines, the same for the page and for the file, so that one expectation holds both:
//!
//! `H2 标题`, `P 段落`, `- 项`, `1) 项` (two blanks a level), `F 图题 80%`, `C 图题`, `T 表题: 甲|乙 / 丙|丁` with `#`
//! before header cells, `c2` and `r2` before merged ones. In a line `*粗*`, `/斜/`, `_下划线_`, `~下标~`, `^上标^`,
//! `⏎`, `{图1}` a reference, `[98.5%]` a figure of the tables.

use end_to_end::desktop::Desk;
use serde_json::Value;

const PAGE: &str = include_str!("sketch.js");

/// What the page shows.
#[track_caller]
pub fn seen(desk: &Desk) -> Vec<String> {
    let lines = desk.run(PAGE, &[]);
    let lines = lines.as_array().unwrap_or_else(|| panic!("no text on the page: {lines}"));
    lines.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// What a section of the content holds.
pub fn stored(content: &Value, section: &str) -> Vec<String> {
    let numbers = numbers(content);
    let blocks = blocks(&content["experience"][section], "", &numbers);
    // A section with nothing in it shows the paragraph that a cursor needs.
    if blocks.is_empty() { vec!["P".to_owned()] } else { blocks }
}

/// What figures, charts and tables are called, by id: through all sections, by kind.
fn numbers(content: &Value) -> Vec<(String, String)> {
    let (mut figures, mut tables) = (0, 0);
    let sections = ["overview", "background", "process", "results"];
    let all = sections.iter().flat_map(|section| children(&content["experience"][section]));
    let named = all.filter_map(|block| {
        let (kind, number) = match block["type"].as_str()? {
            "figure" | "chart" => ("图", &mut figures),
            "table" => ("表", &mut tables),
            _ => return None,
        };
        *number += 1;
        Some((text(&block["attrs"]["id"]), format!("{kind}{number}")))
    });
    named.collect()
}

fn children(node: &Value) -> std::slice::Iter<'_, Value> {
    node["content"].as_array().map_or([].iter(), |children| children.iter())
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn blocks(node: &Value, indent: &str, numbers: &[(String, String)]) -> Vec<String> {
    children(node).flat_map(|child| block(child, indent, numbers)).collect()
}

fn block(node: &Value, indent: &str, numbers: &[(String, String)]) -> Vec<String> {
    let attrs = &node["attrs"];
    let caption = text(&attrs["caption"]);
    let one = match node["type"].as_str().unwrap_or_default() {
        "heading" => format!("H{} {}", attrs["level"], line(node, numbers)),
        "paragraph" => format!("P {}", line(node, numbers)),
        "figure" => format!("F {caption} {}%", attrs["width"]),
        "chart" => format!("C {caption}"),
        "table" => {
            let row = |row: &Value| {
                children(row).map(|cell| self::cell(cell, numbers)).collect::<Vec<_>>().join("|")
            };
            format!("T {caption}: {}", children(node).map(row).collect::<Vec<_>>().join(" / "))
        }
        kind => return list(node, if kind == "bulletList" { "- " } else { "1) " }, indent, numbers),
    };
    vec![format!("{indent}{}", one.trim_end())]
}

fn list(node: &Value, sign: &str, indent: &str, numbers: &[(String, String)]) -> Vec<String> {
    let mut lines = Vec::new();
    for item in children(node) {
        let inner = blocks(item, &format!("{indent}  "), numbers);
        for (index, line) in inner.into_iter().enumerate() {
            let first = line.trim_start().strip_prefix('P').map(after_blank);
            lines.push(match first {
                Some(first) if index == 0 => format!("{indent}{sign}{first}").trim_end().to_owned(),
                _ => line,
            });
        }
    }
    lines
}

fn cell(node: &Value, numbers: &[(String, String)]) -> String {
    let mut cell = if node["type"] == "tableHeader" { "#".to_owned() } else { String::new() };
    for (name, sign) in [("colspan", 'c'), ("rowspan", 'r')] {
        if let Some(span @ 2..) = node["attrs"][name].as_u64() {
            cell += &format!("{sign}{span} ");
        }
    }
    let lines = blocks(node, "", numbers).into_iter();
    let plain =
        lines.map(|line| line.strip_prefix('P').map_or(line.clone(), |rest| after_blank(rest).to_owned()));
    cell + &plain.collect::<Vec<_>>().join("+")
}

/// What stands behind the sign of a paragraph, with the blanks that were typed.
fn after_blank(line: &str) -> &str {
    line.strip_prefix(' ').unwrap_or(line)
}

fn line(node: &Value, numbers: &[(String, String)]) -> String {
    let inline = |inline: &Value| match inline["type"].as_str().unwrap_or_default() {
        "hardBreak" => "⏎".to_owned(),
        "crossReference" => {
            let target = text(&inline["attrs"]["target"]);
            let label = numbers.iter().find(|(id, _)| *id == target).map(|(_, label)| label.as_str());
            format!("{{{}}}", label.unwrap_or("〔引用的图表或材料不存在〕"))
        }
        "dataReference" => format!("[{}]", text(&inline["attrs"]["text"])),
        _ => marked(inline),
    };
    children(node).map(inline).collect()
}

fn marked(inline: &Value) -> String {
    const SIGNS: [(&str, char); 5] =
        [("bold", '*'), ("italic", '/'), ("underline", '_'), ("subscript", '~'), ("superscript", '^')];
    let marks: Vec<String> =
        inline["marks"].as_array().into_iter().flatten().map(|mark| text(&mark["type"])).collect();
    let signs: String = SIGNS
        .iter()
        .filter(|(name, _)| marks.iter().any(|mark| mark == name))
        .map(|(_, sign)| *sign)
        .collect();
    let back: String = signs.chars().collect();
    format!("{signs}{}{back}", text(&inline["text"]))
}
