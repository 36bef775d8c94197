//! Figures and tables that the text points to and that are not there.

use super::typed_references::{begins_word, ends_word, number};
use super::words::is_prose;
use crate::form::Section;
use crate::form::rich_text::{Block, CaptionedKind};
use crate::rules::{Context, Findings, Passage, Rule, Severity};

pub(super) const NOWHERE: Rule = Rule {
    id: "N025",
    severity: Severity::Warning,
    title: "正文指向的图表不存在",
    explanation: "正文里写了“如图9”“见表3”而没有这一编号的图表，或写了“如下图”“见下表”而后面没有图表。\
                  请补上图表，或改正编号；图表请用交叉引用，编号会随图表的增减更新。",
    clause: "附件2 二、2",
    check: nowhere,
};

fn nowhere(context: &Context, findings: &mut Findings) {
    let counts = counts(context);
    for passage in context.passages().iter().filter(|passage| is_prose(passage)) {
        let numbered = numbered_beyond(context, passage, counts);
        let Some(words) = numbered.or_else(|| pointing_nowhere(context, passage)) else { continue };
        let message = format!("正文写了“{words}”，没有这个图表：请补上图表，或改正、删去这句话");
        findings.add(passage.path(), message).span = passage.span_of(words);
    }
}

/// How many figures and charts, and how many tables there are.
fn counts(context: &Context) -> [usize; 2] {
    let texts = context.content.experience.sections();
    texts.flat_map(|(_, text)| text.captioned()).fold([0, 0], |mut counts, captioned| {
        counts[usize::from(captioned.kind == CaptionedKind::Table)] += 1;
        counts
    })
}

/// 如图9 where there are eight.
fn numbered_beyond<'p>(context: &Context, passage: &'p Passage, counts: [usize; 2]) -> Option<&'p str> {
    let labels = &context.edition.experience;
    let text = passage.text.as_str();
    [(&labels.figure, counts[0]), (&labels.table, counts[1])].into_iter().find_map(|(label, count)| {
        text.match_indices(label.as_str()).find_map(|(at, _)| {
            let (number, end) = number(text, at + label.len())?;
            let before = &text[..at];
            let points = before.ends_with(['如', '见']) && begins_word(before) && ends_word(&text[end..]);
            let lead = before.chars().next_back().map_or(0, char::len_utf8);
            (points && (number > count || number == 0)).then(|| &text[at - lead..end])
        })
    })
}

const BELOW: [&str; 6] = ["如下图", "见下图", "下图所示", "如下表", "见下表", "下表所示"];
const ABOVE: [&str; 6] = ["如上图", "见上图", "上图所示", "如上表", "见上表", "上表所示"];

/// How many blocks off the figure may stand.
const NEAR: usize = 4;

/// 如下图 where none follows.
fn pointing_nowhere<'p>(context: &Context, passage: &'p Passage) -> Option<&'p str> {
    let text = passage.text.as_str();
    if !text.contains(['图', '表']) {
        return None;
    }
    let block = passage.block;
    let stands = |from: usize, to: usize| has_figure(context, passage.section, from, to);
    let named = |words: [&str; 6]| {
        words.iter().find_map(|words| text.find(words).map(|at| &text[at..at + words.len()]))
    };
    let below = named(BELOW).filter(|_| !stands(block + 1, block + 1 + NEAR));
    below.or_else(|| named(ABOVE).filter(|_| !stands(block.saturating_sub(NEAR), block)))
}

fn has_figure(context: &Context, section: Section, from: usize, to: usize) -> bool {
    let blocks = context.content.experience.section(section).blocks.iter();
    let mut near = blocks.skip(from).take(to.saturating_sub(from));
    near.any(|block| matches!(block, Block::Figure(_) | Block::Chart(_) | Block::Table(_)))
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::json;

    /// A text with a figure behind.
    fn case(text: &str, behind: bool) -> Case {
        let figure = json!({ "type": "figure", "attrs": { "id": "f9", "attachment": "a1", "caption": "甲", "width": 50 } });
        let paragraph = json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] });
        let blocks = if behind { json!([paragraph, figure]) } else { json!([paragraph]) };
        Case::of("N025").set("experience.overview", json!({ "type": "doc", "content": blocks }))
    }

    #[test]
    fn a_number_beyond_the_last_points_nowhere() {
        for text in ["流程如图9所示。", "数据见表 １，趋势见图2。"] {
            case(text, false).expect(&["warning experience.overview.content[0]"]);
        }
        for text in
            ["流程如图1所示。", "见图9-1。", "如图9、10所示。", "电路如图9V处。", "水表9台。", "图9幅"]
        {
            case(text, true).expect(&[]);
        }
    }

    #[test]
    fn what_is_said_to_stand_below_stands_there() {
        for text in ["流程如下图所示。", "数据见下表：", "见上图。"] {
            case(text, false).expect(&["warning experience.overview.content[0]"]);
        }
        for text in ["流程如下图所示。", "如下表征方法，地下图书室见下。"] {
            case(text, true).expect(&[]);
        }
    }
}
