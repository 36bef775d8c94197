//! Captions of figures, charts and tables, and what is said of them in the text.

use crate::form::rich_text::{Block, Captioned, CaptionedKind, Inline};
use crate::form::{Experience, Path, Section, Text};
use crate::rules::{Context, Findings, Passage, PassageKind, Rule, Severity};
use crate::text::quoted;
use std::collections::{HashMap, HashSet};

pub(super) const MISSING: Rule = Rule {
    id: "N007",
    severity: Severity::Error,
    title: "图或表没有标题",
    explanation: "附表标题放在表上方，插图标题放在图下方，图表按类别统一编号。编号由程序给出，请只写标题的文字，说明图表表达什么。",
    clause: "附件2 二、2",
    check: missing,
};

pub(super) const UNMENTIONED: Rule = Rule {
    id: "N008",
    severity: Severity::Warning,
    title: "图或表在正文里没有提到",
    explanation: "正文没有提到的图表，评审时不知道它说明什么。请在相应的段落里插入交叉引用（如“见图1”），编号随图表的增减自动更新。\
        手写的“图1”“如下图所示”也算提到。",
    clause: "附件2 一；附件2 二、2",
    check: unmentioned,
};

/// A figure, chart or table at its place, with the number it is printed with.
struct Numbered<'a> {
    section: Section,
    block: usize,
    captioned: Captioned<'a>,
    number: usize,
}

impl Numbered<'_> {
    fn path(&self) -> Path {
        Path::block(self.section, self.block)
    }

    /// As printed: 图3.
    fn label(&self, context: &Context) -> String {
        format!("{}{}", self.captioned.kind.label(&context.edition.experience), self.number)
    }
}

fn numbered(experience: &Experience) -> Vec<Numbered<'_>> {
    let mut last = HashMap::new();
    let mut found = Vec::new();
    for (section, text) in experience.sections() {
        for (block, content) in text.blocks.iter().enumerate() {
            let Some(captioned) = content.captioned() else { continue };
            let number = last.entry(captioned.kind).or_insert(0);
            *number += 1;
            found.push(Numbered { section, block, captioned, number: *number });
        }
    }
    found
}

fn missing(context: &Context, findings: &mut Findings) {
    for numbered in numbered(&context.content.experience) {
        if numbered.captioned.caption.is_blank() {
            let label = numbered.label(context);
            findings
                .report_missing(numbered.path(), format!("{label}没有标题：请写明它表达什么（编号不用写）"));
        }
    }
}

fn unmentioned(context: &Context, findings: &mut Findings) {
    let mut referred = referred(&context.content.experience);
    for numbered in numbered(&context.content.experience) {
        let label = numbered.label(context);
        // Of several with one id the first is meant: taking it out leaves the others unmentioned.
        let mentioned = !numbered.captioned.id.is_empty() && referred.remove(numbered.captioned.id);
        if mentioned || named(context, &numbered) || pointed_at(context, &numbered) {
            continue;
        }
        let caption = quoted(numbered.captioned.caption);
        let message = format!("正文没有提到{label}{caption}：请在相应段落插入交叉引用");
        findings.report(numbered.path(), message);
    }
}

/// What the text refers to.
fn referred(experience: &Experience) -> HashSet<&Text> {
    let mut referred = HashSet::new();
    for block in experience.sections().flat_map(|(_, text)| &text.blocks) {
        references(block, &mut |target| {
            referred.insert(target);
        });
    }
    referred
}

/// Shows every cross reference of a block to `see`.
pub(super) fn references<'a>(block: &'a Block, see: &mut impl FnMut(&'a Text)) {
    block.each_line(&mut |line| {
        for inline in line {
            if let Inline::CrossReference(target, _) = inline {
                see(target);
            }
        }
    });
}

/// Whether the text names it in typed letters, as imported texts do: 如图1所示, 图1、2, 图1～图3; but not 图12.
fn named(context: &Context, numbered: &Numbered) -> bool {
    let label = numbered.captioned.kind.label(&context.edition.experience);
    let prose = context.passages().iter().filter(|passage| passage.kind != PassageKind::Caption);
    let mut mentions = prose.flat_map(|passage| passage.text.split(label).skip(1));
    mentions.any(|behind| lists(behind, label, numbered.number))
}

/// Whether a number is the first of a text, or one of those that are listed or spanned with it.
fn lists(behind: &str, label: &str, wanted: usize) -> bool {
    let mut rest = behind;
    let mut from = None;
    loop {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let Ok(number) = rest[..digits].parse::<usize>() else { return false };
        if number == wanted || from.is_some_and(|from| (from..=number).contains(&wanted)) {
            return true;
        }
        rest = &rest[digits..];
        let Some(sign) = rest.chars().next() else { return false };
        from = matches!(sign, '-' | '—' | '–' | '~' | '～' | '至' | '到').then_some(number);
        if from.is_none() && !matches!(sign, '、' | '和' | '与' | '及') {
            return false;
        }
        rest = rest[sign.len_utf8()..].trim_start_matches(label);
    }
}

/// Whether the paragraph before or behind points at it: 如下图所示, 由上表可见.
fn pointed_at(context: &Context, numbered: &Numbered) -> bool {
    let (below, above): (&[&str], &[&str]) = match numbered.captioned.kind {
        CaptionedKind::Figure => (&["下图", "如图所示"], &["上图"]),
        CaptionedKind::Table => (&["下表", "如表所示"], &["上表"]),
    };
    let is_text = |passage: &&Passage| matches!(passage.kind, PassageKind::Paragraph | PassageKind::ListItem);
    let before = context.passages_of(numbered.section).filter(is_text);
    let before = before.take_while(|passage| passage.block < numbered.block).last();
    let behind =
        context.passages_of(numbered.section).filter(is_text).find(|passage| passage.block > numbered.block);
    let says = |passage: Option<&Passage>, words: &[&str]| {
        passage.is_some_and(|passage| words.iter().any(|word| passage.text.contains(word)))
    };
    says(before, below) || says(behind, above)
}

#[cfg(test)]
mod tests {
    use super::lists;
    use crate::rules::fixture::Case;
    use serde_json::{Value, json};

    fn figure(id: &str, caption: &str) -> Value {
        json!({ "type": "figure", "attrs": { "id": id, "attachment": "a10", "caption": caption } })
    }

    /// The process with these paragraphs, a figure behind them, and a last paragraph.
    fn check(texts: &[&str], last: &str, expected: &[&str]) {
        let [figures, behind] = [texts.len(), texts.len() + 1];
        let last = json!({ "type": "paragraph", "content": [{ "type": "text", "text": last }] });
        Case::of("N008")
            .paragraphs("process", texts)
            .set(&format!("experience.process.content[{figures}]"), figure("f1", "甲"))
            .set(&format!("experience.process.content[{behind}]"), last)
            .expect(expected);
    }

    #[test]
    fn every_figure_chart_and_table_has_a_caption() {
        Case::of("N007")
            .set("experience.process.content[2].attrs.caption", " ")
            .expect(&["error experience.process.content[2]"]);
        Case::of("N007")
            .set("experience.results.content[4].attrs.caption", "")
            .expect_message(&["图2没有标题"]);
        Case::of("N007")
            .set("experience.process.content[0]", json!({ "type": "table", "attrs": { "id": "t1" } }))
            .expect_message(&["表1没有标题"]);
        Case::of("N007").set("experience.process.content[2].attrs.caption", "图").expect(&[]);
    }

    #[test]
    fn what_is_never_referred_to_is_found() {
        check(&["甲"], "乙", &["warning experience.process.content[1]"]);
        check(&["如图12所示，见上图", "乙"], "如图2所示，见下图", &["warning experience.process.content[2]"]);
    }

    #[test]
    fn no_false_alarm_where_the_text_refers_by_hand() {
        check(&["总体框架如图1所示。"], "乙", &[]);
        check(&["总体框架如下图所示："], "乙", &[]);
        check(&["甲"], "由上图可见", &[]);
        check(&["甲"], "见图1", &[]);
        check(&["甲"], "见图1至图3", &[]);
        let second = |text: &str| lists(text, "图", 2);
        assert!(second("1、2所示") && second("1和图2") && second("1—3") && second("1～图4"));
        assert!(!second("1、12") && !second("12") && !second("3—4") && !second("1中的2"));
    }

    #[test]
    fn of_two_with_one_id_only_the_first_is_meant() {
        Case::of("N008")
            .set("experience.process.content[5]", figure("f1", "乙"))
            .expect(&["warning experience.process.content[5]"]);
    }

    #[test]
    fn a_reference_in_a_cell_counts() {
        let reference = json!([{ "type": "crossReference", "attrs": { "target": "f1" } }]);
        let cell =
            json!([{ "type": "tableCell", "content": [{ "type": "paragraph", "content": reference }] }]);
        let row = json!([{ "type": "tableRow", "content": cell }]);
        Case::of("N008")
            .set(
                "experience.process.content[1]",
                json!({ "type": "table", "attrs": { "id": "t1" }, "content": row }),
            )
            .expect(&["warning experience.process.content[1]"]);
    }
}
