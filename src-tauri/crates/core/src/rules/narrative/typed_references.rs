//! Figures, tables and items of the evidence that the text names in typed letters.

use crate::form::Text;
use crate::form::rich_text::{CaptionedKind, Numbered, Replacement};
use crate::rules::{Context, Edit, Findings, Fix, Passage, PassageKind, Rule, Severity};
use crate::text::half_width;
use std::collections::HashMap;
use std::ops::Range;

pub(super) const TYPED: Rule = Rule {
    id: "N021",
    severity: Severity::Hint,
    title: "图表或材料的编号是手写的",
    explanation: "正文里手写的“图5”“表2”“证实性材料第3项”不会随图表、材料的增减改变，改稿后容易指错。请改为交叉引用，可以一键改正；\
        没有这一编号的图表或材料时不提示。",
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
        let message = format!("“{}”是手写的编号：请改为交叉引用，编号自动更新", names.join("”“"));
        let edits = found.iter().map(Reference::edit).collect();
        let fix = Fix::edit("改为交叉引用", passage.place, &passage.text, edits);
        let finding = findings.add(passage.path(), message);
        finding.fixed_by(fix).marking(passage.span(first.bytes.clone())).resting_on(&names[1..]);
    }
}

/// What can be referred to, by kind and number.
type Known<'a> = HashMap<Numbered, &'a Text>;

fn known<'a>(context: &Context<'a>) -> Known<'a> {
    let mut last: HashMap<CaptionedKind, usize> = HashMap::new();
    let texts = context.content.experience.sections();
    let mut known = HashMap::new();
    for captioned in texts.flat_map(|(_, text)| text.captioned()) {
        let number = last.entry(captioned.kind).or_insert(0);
        *number += 1;
        known.insert(Numbered::Captioned(captioned.kind, *number), captioned.id);
    }
    let items = context.content.evidence.iter().enumerate();
    known.extend(items.map(|(index, item)| (Numbered::Evidence(index + 1), &item.id)));
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
    let text = passage.text.as_str();
    let captioned = [CaptionedKind::Figure, CaptionedKind::Table].into_iter().flat_map(|kind| {
        let label = kind.label(&context.edition.experience);
        text.match_indices(label).filter_map(move |(at, _)| {
            let (number, end) = number(text, at + label.len())?;
            let stands_alone = begins_word(&text[..at]) && ends_word(&text[end..]);
            stands_alone.then_some((Numbered::Captioned(kind, number), at..end))
        })
    });
    let items = items(text, &context.edition.evidence.title);
    let of = |(numbered, bytes): (Numbered, Range<usize>)| {
        let id = known.get(&numbered)?;
        Some(Reference { bytes, name: numbered.printed(context.edition), id })
    };
    let mut found: Vec<Reference> = captioned.chain(items).filter_map(of).collect();
    found.sort_by_key(|one| one.bytes.start);
    found
}

/// 证实性材料第3项, 证实性材料第 3 件.
fn items<'t>(text: &'t str, title: &'t str) -> impl Iterator<Item = (Numbered, Range<usize>)> + use<'t> {
    text.match_indices(title).filter_map(move |(at, _)| {
        let from = at + title.len();
        let from = from + text[from..].strip_prefix('第').map(|_| '第'.len_utf8())?;
        let (number, end) = number(text, from)?;
        let behind = text[end..].trim_start_matches(' ');
        let unit = behind.chars().next().filter(|c| matches!(c, '项' | '件'))?;
        Some((Numbered::Evidence(number), at..text.len() - behind.len() + unit.len_utf8()))
    })
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
    fn so_does_a_typed_number_of_an_item() {
        let fixed =
            case("见证实性材料第2项、证实性材料第 7 件。").fixed("hint experience.overview.content[0]");
        let line = fixed["experience"]["overview"]["content"][0]["content"].as_array().unwrap();
        let targets: Vec<&str> = line.iter().filter_map(|one| one["attrs"]["target"].as_str()).collect();
        assert_eq!(targets, ["e2", "e7"]);
        for text in ["见证实性材料第8项。", "证实性材料第2页。", "证实性材料2项。"] {
            case(text).expect(&[]);
        }
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
