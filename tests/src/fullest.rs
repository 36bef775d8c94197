//! The fullest application that a notice allows: the sample with every text at its limit, 25 indicators, 12
//! competitors, 60 evidence items.

use biaogan::draft::{Attached, Draft, NewFile, Operation};
use biaogan::edition::{Edition, Editions};
use biaogan::form::rich_text::{Numbers, SectionCount};
use biaogan::form::{Content, Evidence, Section};
use chrono::DateTime;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// How many evidence items there are.
pub const ITEMS: usize = 60;

/// Makes it at a place, with these files shared out over the evidence besides those of the sample.
pub fn draft(path: &Path, files: &[PathBuf]) -> Draft {
    let at = DateTime::UNIX_EPOCH;
    let editions = Editions::built_in();
    let mut draft = Draft::create_sample(path, &editions, at).expect("the sample");
    let files: Vec<NewFile> = files.iter().map(NewFile::at).collect();
    let attached = draft.attach(&files, at).expect("attached");
    let mut content = content(&draft.content().expect("content"), &editions);
    add_items(&mut content.evidence, &attached);
    draft.change(Operation::Edit, at, |present| *present = content).expect("a change");
    draft
}

/// Content grown to its limits.
pub fn content(sample: &Content, editions: &Editions) -> Content {
    let edition = editions.get("2026").expect("built in");
    let mut json = serde_json::to_value(sample).expect("JSON");
    grow(&mut json["benefits"], 25, |row, n| {
        row["key"] = format!("own{n}").into();
        row["name"] = format!("过程指标{n}的达成率").into();
    });
    grow(&mut json["competitors"], 12, |row, n| row["name"] = format!("虚远轴承{n}有限公司").into());
    grow(&mut json["market"]["products"], 3, |row, n| row["name"] = format!("精密主轴轴承{n}").into());
    for (index, name) in ["overview", "background", "process", "results"].into_iter().enumerate() {
        fill(&mut json, index, name, editions, edition);
    }
    read(&json, editions, edition)
}

/// The 字数 of each section, as printed.
pub fn lengths(content: &Content, edition: &Edition) -> [usize; 4] {
    let numbers = Numbers::of(&content.experience, &content.evidence);
    let length = |section| SectionCount::of(content.experience.section(section), &numbers, edition).all.high;
    Section::ALL.map(length)
}

fn add_items(evidence: &mut Vec<Evidence>, attached: &[Attached]) {
    let items = ITEMS - evidence.len();
    evidence.extend((0..items).map(|item| Evidence {
        id: format!("more{item}").into(),
        title: format!("质量改进成果证明材料{item}").into(),
        files: attached.iter().skip(item).step_by(items).map(|file| file.id.clone().into()).collect(),
        ..Evidence::default()
    }));
}

/// Repeats the items of a list, changed, until there are so many.
fn grow(list: &mut Value, count: usize, change: impl Fn(&mut Value, usize)) {
    let items = list.as_array_mut().expect("a list");
    let first = items.len();
    for n in first..count {
        let mut item = items[n % first].clone();
        change(&mut item, n);
        items.push(item);
    }
}

/// Repeats the blocks of a section to its limit, and the last hundred characters of it by themselves.
fn fill(json: &mut Value, section: usize, name: &str, editions: &Editions, edition: &Edition) {
    let limit = edition.section(Section::ALL[section]).limit;
    let blocks = json["experience"][name]["content"].as_array().expect("blocks").clone();
    for copy in 0.. {
        let length = lengths(&read(json, editions, edition), edition)[section];
        let left = limit.saturating_sub(length);
        if left == 0 {
            return;
        }
        let next = match copied(&blocks[copy % blocks.len()], copy) {
            block if left >= 400 => block,
            _ => paragraph(&"持续改进".chars().cycle().take(left.min(100)).collect::<String>()),
        };
        json["experience"][name]["content"].as_array_mut().expect("blocks").push(next);
    }
}

/// The block again; figures, charts and tables under an id of their own.
fn copied(block: &Value, copy: usize) -> Value {
    let mut block = block.clone();
    if let Some(id) = block["attrs"]["id"].as_str() {
        block["attrs"]["id"] = format!("{id}-{copy}").into();
    }
    block
}

fn paragraph(text: &str) -> Value {
    json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] })
}

fn read(json: &Value, editions: &Editions, edition: &Edition) -> Content {
    Content::from_json(&json.to_string(), editions, edition).expect("content")
}
