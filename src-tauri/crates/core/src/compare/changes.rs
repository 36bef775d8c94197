//! What changed in an application since it was sent (修改说明): one line a change, and the text with its 修订.

use super::lines::{LineKind, printed_lines};
use super::tracked::{Fate, TrackedLine, track};
use super::words::{are_files, shorten};
use super::{Difference, DifferenceKind, compare};
use crate::edition::{Edition, Section};
use crate::form::Content;
use crate::form::map::{Path, PathStep, Root};
use serde::Serialize;

/// What changed of what is sent.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Changes {
    /// One a change, in the order of the form.
    pub lines: Vec<ChangeLine>,
    /// The four sections of the 典型经验.
    pub sections: Vec<TrackedSection>,
}

/// A change in one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct ChangeLine {
    /// The page, table or section of the form.
    pub part: String,
    /// Where in it: `利润总额 2024年`, `第3段`.
    pub place: String,
    /// What stood there; in brackets what is no value.
    pub before: String,
    /// What stands there now.
    pub after: String,
}

/// A section of the 典型经验 before and after as one text.
#[derive(Debug, Clone, PartialEq)]
pub struct TrackedSection {
    /// Its title.
    pub title: String,
    /// Its lines, from top to bottom; none where nothing changed.
    pub lines: Vec<TrackedLine>,
}

impl Changes {
    /// Whether words of the 典型经验 changed.
    pub fn has_text(&self) -> bool {
        self.sections.iter().any(|section| !section.lines.is_empty())
    }

    /// What is sent of `after` and not of `before`, and the other way round.
    pub fn of(before: &Content, after: &Content, edition: &Edition) -> Changes {
        let (mut early, mut late) = (Vec::new(), Vec::new());
        for difference in compare(before, after, edition).iter().filter(|one| is_sent(&one.place)) {
            let lines =
                if difference.place.root_key() < Some(Root::Experience) { &mut early } else { &mut late };
            lines.push(field_line(difference, edition));
        }
        let mut changes = Changes { lines: early, sections: Vec::new() };
        for section in Section::ALL {
            let lines = |content| printed_lines(content, section, edition);
            let mut tracked = track(&lines(before), &lines(after));
            let title = edition.section(section).title.clone();
            changes.lines.extend(tracked.iter().filter_map(|line| text_line(line, &title)));
            if !tracked.iter().any(TrackedLine::is_changed) {
                tracked.clear();
            }
            changes.sections.push(TrackedSection { title, lines: tracked });
        }
        changes.lines.extend(late);
        changes
    }
}

/// The text is told line by line; which way an indicator is better, and the user's word for a seal, are not printed.
fn is_sent(place: &Path) -> bool {
    let is_printed = match (place.root_key(), place.last()) {
        (Some(Root::Benefits), Some(PathStep::Key(key))) => key != "better",
        (Some(Root::Evidence), Some(PathStep::Key(key))) => key != "sealed",
        _ => true,
    };
    is_printed && place.root_key().is_none_or(|root| root.is_sent() && root != Root::Experience)
}

fn field_line(difference: &Difference, edition: &Edition) -> ChangeLine {
    let Difference { place, label, kind, before, after } = difference;
    let part = place.sheet(edition).to_owned();
    let place_words = label.strip_prefix(&part).map_or(label.as_str(), str::trim_start).to_owned();
    let (before, after) = match kind {
        DifferenceKind::Added => ("（没有）".to_owned(), added(after)),
        DifferenceKind::Removed => (blank(before), "（删除）".to_owned()),
        DifferenceKind::Moved => (before.clone(), format!("移到{after}")),
        DifferenceKind::Formatted if are_files(place) => {
            (before.clone(), format!("{after}（同名的另一个文件）"))
        }
        DifferenceKind::Formatted | DifferenceKind::Changed => (blank(before), blank(after)),
    };
    ChangeLine { part, place: place_words, before, after }
}

fn added(words: &str) -> String {
    if words.is_empty() { "（增加）".to_owned() } else { format!("增加：{words}") }
}

fn blank(words: &str) -> String {
    if words.is_empty() { "（未填）".to_owned() } else { words.to_owned() }
}

/// A changed line of the text. What moved is told where it stands now.
fn text_line(line: &TrackedLine, section: &str) -> Option<ChangeLine> {
    let told = |place: &Option<String>| place.clone().unwrap_or_default();
    let [old, new] = &line.places;
    let (before, after) = (line.text_without(Fate::Added), line.text_without(Fate::Removed));
    let (place, before, after) = match line.fate {
        Fate::Removed if line.is_moved => return None,
        Fate::Added if line.is_moved => {
            (told(new), format!("{}：{}", told(old), short(&after)), format!("移到{}", told(new)))
        }
        Fate::Added => (told(new), "（没有）".to_owned(), added(&short(&after))),
        Fate::Removed => (format!("原{}", told(old)), blank(&short(&before)), "（删除）".to_owned()),
        Fate::Kept if line.is_formatted => (told(new), short(&before), formatted(line).to_owned()),
        Fate::Kept if !line.is_changed() => return None,
        Fate::Kept => {
            let (before, after) = shorten(&before, &after);
            (told(new), blank(&before), blank(&after))
        }
    };
    Some(ChangeLine { part: section.to_owned(), place, before, after })
}

fn formatted(line: &TrackedLine) -> &'static str {
    match line.kind {
        LineKind::Caption => "（换了图，或改了大小、数据）",
        _ => "（文字未变，改了加粗等格式）",
    }
}

fn short(text: &str) -> String {
    shorten(text, text).0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Editions;
    use serde_json::{Value, json};

    fn content(json: &Value) -> Content {
        Content::from_stored_json(&json.to_string()).unwrap()
    }

    fn changes(change: impl FnOnce(&mut Value)) -> Changes {
        let sample = include_str!("../../../../../assets/sample/application.json");
        let before: Value = serde_json::from_str(sample).unwrap();
        let mut after = before.clone();
        change(&mut after);
        Changes::of(&content(&before), &content(&after), Editions::built_in().latest())
    }

    /// Part, place, before and after of what `change` does to the sample.
    fn check(change: impl FnOnce(&mut Value), expected: &[[&str; 4]]) {
        let found = changes(change).lines;
        let found: Vec<_> =
            found.iter().map(|one| [&*one.part, &*one.place, &*one.before, &*one.after]).collect();
        assert_eq!(found, expected);
    }

    fn paragraph(text: &str) -> Value {
        json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] })
    }

    #[test]
    fn what_is_not_sent_is_no_change() {
        check(|_| {}, &[]);
        check(
            |form| {
                form["submission"]["emailed_on"] = json!("2026-05-09");
                form["confirmations"]["Q002"] = json!({ "confirmed_on": "2026-05-09", "by": "叶知微" });
                form["criteria"]["leading"]["note"] = json!("补充名单");
                form["benefits"][0]["better"] = Value::Null;
                form["evidence"][0]["sealed"] = json!(false);
            },
            &[],
        );
    }

    #[test]
    fn a_change_is_a_line_with_what_stood_there_and_what_stands_there() {
        check(
            |form| {
                form["organization"] = json!("甲公司");
                form["benefits"][2]["values"]["2024"] = json!("9.9");
                form["declaration"]["contact"]["mobile"] = json!("");
            },
            &[
                ["封面", "组织名称", "浙江虚屿精密轴承股份有限公司", "甲公司"],
                ["质量标杆典型经验申报表", "手机", "13800000001", "（未填）"],
                ["经济和质量效益统计表", "利润总额 2024年", "15860", "9.9"],
            ],
        );
    }

    #[test]
    fn a_heading_without_words_is_one_of_its_own() {
        let heading = |text: &str| json!({ "type": "heading", "attrs": { "level": 2 }, "content": [{ "type": "text", "text": text }] });
        let blank = json!({ "type": "heading", "attrs": { "level": 2 } });
        let text = |blocks: &[&Value]| {
            content(&json!({
                "edition": "2026",
                "experience": { "process": { "type": "doc", "content": blocks } },
            }))
        };
        let told = |before: &[&Value], after: &[&Value]| -> Vec<[String; 3]> {
            let lines = Changes::of(&text(before), &text(after), Editions::built_in().latest()).lines;
            lines.into_iter().map(|line| [line.place, line.before, line.after]).collect()
        };
        let (old, new) = (heading("实施步骤"), heading("实施的步骤"));
        assert_eq!(
            told(&[&blank, &old], &[&new]),
            [["原第1段", "（未填）", "（删除）"], ["第1段", "实施步骤", "实施的步骤"]]
        );
        assert_eq!(told(&[&old], &[&old, &blank]), [["第2段", "（没有）", "（增加）"]]);
    }

    #[test]
    fn evidence_comes_goes_and_is_replaced() {
        let (part, iso) = ("证实性材料", "ISO9001质量管理体系认证证书.jpg");
        let loyalty = "2023—2025年顾客忠诚度自评分析报告";
        check(
            |form| {
                let items = form["evidence"].as_array_mut().unwrap();
                items.remove(2);
                items.push(json!({ "id": "new", "category": "honor", "title": "新的荣誉证书" }));
                items[0]["files"] = json!(["a2"]);
                items[0]["rotation"] = json!({ "a2": 90 });
                form["signed_pages"]["pledge"] = json!([]);
            },
            &[
                [part, "ISO 9001 质量管理体系认证证书 文件", iso, "顾客满意度调查分析报告-1.jpg"],
                [part, "ISO 9001 质量管理体系认证证书 转向", "（未填）", "顺时针90度"],
                [part, "新的荣誉证书", "（没有）", "增加：新的荣誉证书"],
                [part, loyalty, loyalty, "（删除）"],
                ["签章页", "承诺书扫描件", "承诺书签字盖章页.jpg", "（未填）"],
            ],
        );
    }

    #[test]
    fn the_text_is_told_paragraph_by_paragraph_and_tables_row_by_row() {
        let table = |value: &str| {
            let cell = |text: &str| json!({ "type": "tableCell", "content": [paragraph(text)] });
            json!({ "type": "table", "attrs": { "id": "t9", "caption": "对比" }, "content": [
                { "type": "tableRow", "content": [cell("项目"), cell("数值")] },
                { "type": "tableRow", "content": [cell("合格率"), cell(value)] }] })
        };
        let with = |blocks: Value| {
            let mut form = json!({ "edition": "2026", "track": "provincial" });
            form["experience"] = json!({ "background": { "type": "doc", "content": blocks } });
            content(&form)
        };
        let before =
            with(json!([paragraph("一至三季度合格率为98.5%。"), paragraph("删去的话。"), table("1")]));
        let figure = json!({ "type": "figure", "attrs": { "id": "f9", "attachment": "", "caption": "产线", "width": 80 } });
        let after = with(json!([paragraph("一至三季度合格率为99.2%。"), figure, table("2")]));
        let changes = Changes::of(&before, &after, Editions::built_in().latest());
        let found: Vec<_> =
            changes.lines.iter().map(|one| [&*one.part, &*one.place, &*one.before, &*one.after]).collect();
        assert_eq!(
            found,
            [
                ["实施背景", "第1段", "一至三季度合格率为98.5%。", "一至三季度合格率为99.2%。"],
                ["实施背景", "原第2段", "删去的话。", "（删除）"],
                ["实施背景", "图1", "（没有）", "增加：图1 产线（图片）"],
                ["实施背景", "表1第2行", "合格率｜1", "合格率｜2"],
            ]
        );
        let changed = changes.sections.iter().filter(|section| !section.lines.is_empty());
        assert_eq!(changed.map(|section| section.lines.len()).collect::<Vec<_>>(), [6]);
    }
}
