//! Figures and tables that the text names in typed letters.

use crate::form::Text;
use crate::form::rich_text::{CaptionedKind, Replacement};
use crate::rules::{Context, Edit, Findings, Fix, Passage, PassageKind, Rule, Severity};
use crate::text::half_width;
use std::collections::HashMap;
use std::ops::Range;

pub(super) const TYPED: Rule = Rule {
    id: "N021",
    severity: Severity::Hint,
    title: "图表编号是手写的",
    explanation: "正文里手写的“图5”“表2”不会随图表的增减改变，改稿后容易指错。请改为交叉引用，可以一键改正；没有这一编号的图表时不提示。",
    clause: "附件2 二、2",
    check: typed,
};

fn typed(context: &Context, findings: &mut Findings) {
    let known = known(context);
    let prose = [PassageKind::Paragraph, PassageKind::ListItem, PassageKind::Cell];
    for passage in context.passages().iter().filter(|passage| prose.contains(&passage.kind)) {
        let found = references(context, passage, &known);
        let Some(first) = found.first() else { continue };
        let names: Vec<&str> = found.iter().map(|one| one.name.as_str()).collect();
        let message = format!("“{}”是手写的编号：请改为交叉引用，编号随图表的增减自动更新", names.join("”“"));
        let edits = found.iter().map(Reference::edit).collect();
        let fix = Fix::edit("改为交叉引用", passage.place, &passage.text, edits);
        let finding = findings.add(passage.path(), message);
        finding.fixed_by(fix).marking(passage.span(first.bytes.clone())).resting_on(&names[1..]);
    }
}

/// The figures, charts and tables that can be referred to, by kind and number.
type Known<'a> = HashMap<(CaptionedKind, usize), &'a Text>;

fn known<'a>(context: &Context<'a>) -> Known<'a> {
    let mut last: HashMap<CaptionedKind, usize> = HashMap::new();
    let texts = context.content.experience.sections();
    let mut known = HashMap::new();
    for captioned in texts.flat_map(|(_, text)| text.captioned()) {
        let number = last.entry(captioned.kind).or_insert(0);
        *number += 1;
        known.insert((captioned.kind, *number), captioned.id);
    }
    known.retain(|_, id| !id.is_empty());
    known
}

/// A number that was typed.
struct Reference<'a> {
    bytes: Range<usize>,
    /// As it is printed: 图5.
    name: String,
    id: &'a Text,
}

impl Reference<'_> {
    fn edit(&self) -> Edit {
        Edit {
            bytes: self.bytes.clone(),
            with: Replacement::Reference(self.id.clone()),
            shown: format!("［交叉引用 {}］", self.name),
        }
    }
}

fn references<'a>(context: &Context, passage: &Passage, known: &Known<'a>) -> Vec<Reference<'a>> {
    let labels = &context.edition.experience;
    let kinds = [(CaptionedKind::Figure, &labels.figure), (CaptionedKind::Table, &labels.table)];
    let of_kind = |(kind, label): (CaptionedKind, &String)| {
        let text = &passage.text;
        let found = text.match_indices(label.as_str()).filter_map(move |(at, _)| {
            let (number, end) = number(text, at + label.len())?;
            let id = known.get(&(kind, number))?;
            let stands_alone = begins_word(&text[..at]) && ends_word(&text[end..]);
            stands_alone.then(|| Reference { bytes: at..end, name: format!("{label}{number}"), id })
        });
        found.collect::<Vec<_>>()
    };
    let mut found: Vec<Reference> = kinds.into_iter().flat_map(of_kind).collect();
    found.sort_by_key(|one| one.bytes.start);
    found
}

/// The number that stands from a byte on, one blank before it aside, and where it ends.
pub(super) fn number(text: &str, from: usize) -> Option<(usize, usize)> {
    let rest = &text[from..];
    let digits = rest.strip_prefix([' ', '\u{3000}']).unwrap_or(rest);
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let length = digits.find(|c| !is_digit(c)).unwrap_or(digits.len());
    let number = half_width(&digits[..length]).parse().ok()?;
    Some((number, from + rest.len() - digits.len() + length))
}

/// Whether a name may begin here: 如图1, （表2, but not 水表2, 附图1.
pub(super) fn begins_word(before: &str) -> bool {
    let leads = "如见由从据和与及至按照在对参以用将、，。；：（“(,;:\n";
    before.chars().next_back().is_none_or(|c| c.is_whitespace() || leads.contains(c))
}

/// Whether it ends here: not 图1-2, 图1、2, 图3D, 表2台.
pub(super) fn ends_word(behind: &str) -> bool {
    let counted = "台只个张套件块项种类次家条吨元年月日米份号人";
    // 图1、2 and 图1至3 name more than one: half of it would read wrong.
    let mut joined = behind.trim_start_matches(['、', '和', '与', '及', '至', '到', ',', '，']).chars();
    let goes_on = joined.as_str().len() < behind.len()
        && joined.next().is_some_and(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
    !goes_on
        && behind.chars().next().is_none_or(|c| {
            !c.is_ascii_alphanumeric()
                && !matches!(c, '-' | '—' | '.' | '．' | '~' | '～')
                && !counted.contains(c)
        })
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::{Value, json};

    /// A text with two figures and a table.
    fn case(text: &str) -> Case {
        let figure = |id: &str| json!({ "type": "figure", "attrs": { "id": id, "attachment": "a1", "caption": "甲", "width": 50 } });
        let paragraph =
            |text: &str| json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] });
        let cell = json!({ "type": "tableCell", "attrs": { "colspan": 1, "rowspan": 1 }, "content": [paragraph("乙")] });
        let table = json!({ "type": "table", "attrs": { "id": "t1", "caption": "乙" },
                            "content": [{ "type": "tableRow", "content": [cell] }] });
        let blocks = json!([paragraph(text), figure("f1"), figure("f2"), table]);
        Case::of("N021").set("experience.overview", json!({ "type": "doc", "content": blocks }))
    }

    #[test]
    fn a_typed_number_becomes_a_reference_where_there_is_one() {
        let fixed = case("流程如图1所示，数据见表 １和图２。").fixed("hint experience.overview.content[0]");
        let kinds: Vec<&Value> =
            fixed["experience"]["overview"]["content"][0]["content"].as_array().unwrap().iter().collect();
        let targets: Vec<&str> = kinds.iter().filter_map(|one| one["attrs"]["target"].as_str()).collect();
        assert_eq!(targets, ["f1", "t1", "f2"]);
    }

    #[test]
    fn what_names_no_figure_is_left_alone() {
        for text in [
            "如图9所示。",
            "水表1台。",
            "附图1。",
            "图1-2为例。",
            "图3D模型。",
            "配电表2只。",
            "如图12所示。",
            "表1000",
            "如图1、2所示。",
            "见图1至3。",
            "对表1份记录。",
        ] {
            case(text).expect(&[]);
        }
    }
}
