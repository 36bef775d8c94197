//! Half-width punctuation between Chinese characters.

use crate::form::rich_text::Replacement;
use crate::rules::printed_texts::each_text;
use crate::rules::{Context, Edit, Findings, Fix, Rule, Severity, Span};

pub(super) const PUNCTUATION: Rule = Rule {
    id: "N022",
    severity: Severity::Hint,
    title: "中文之间用了半角标点",
    explanation: "汉字之间的逗号、分号、冒号、问号、叹号用全角（GB/T 15834《标点符号用法》），半角的印出来挤在一起，多半是输入法没有切换。\
        请改为全角，可以一键改正。数字、英文和公式里的不提示。",
    clause: "附件2 二；GB/T 15834",
    check: punctuation,
};

fn punctuation(context: &Context, findings: &mut Findings) {
    each_text(context, &mut |text, place| {
        if let Some((message, fix, span)) = found(0, text) {
            findings.add(place(), message).fixed_by(fix).marking(span);
        }
    });
    for passage in context.passages() {
        if let Some((message, fix, span)) = found(passage.place, &passage.text) {
            // A person answers for all of them: one more asks again.
            let count = fix.iter().flat_map(|fix| &fix.edits).skip(1).count();
            let others = if count > 0 { count.to_string() } else { String::new() };
            findings.add(passage.path(), message).fixed_by(fix).marking(span).resting_on(&[&others]);
        }
    }
}

fn found(passage: usize, text: &str) -> Option<(String, Option<Fix>, Span)> {
    let edits = edits(text);
    let first = edits.first()?.bytes.clone();
    let message = match edits.len() {
        1 => format!("汉字之间的“{}”是半角标点：请改为全角“{}”", &text[first.clone()], edits[0].shown),
        count => format!("汉字之间有{count}处半角标点（“{}”等）：请改为全角", &text[first.clone()]),
    };
    let span = Span::of(passage, text, first);
    Some((message, Fix::edit("改为全角标点", passage, text, edits), span))
}

/// Each mark between Chinese characters, to be written in full width.
fn edits(text: &str) -> Vec<Edit> {
    if !text.contains([',', ';', ':', '?', '!']) {
        return Vec::new();
    }
    let marks = text.char_indices().filter_map(|(at, c)| Some((at, wide(c)?)));
    let between = marks.filter(|(at, _)| {
        let opens = |c: char| matches!(c, '“' | '（' | '《');
        let next = text[at + 1..].chars().next();
        text[..*at].chars().next_back().is_some_and(is_han)
            && next.is_some_and(|next| is_han(next) || opens(next))
    });
    between
        .map(|(at, wide)| Edit {
            bytes: at..at + 1,
            with: Replacement::Words(wide.into()),
            shown: wide.into(),
        })
        .collect()
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c) || matches!(c, '”' | '）' | '》')
}

fn wide(c: char) -> Option<&'static str> {
    Some(match c {
        ',' => "，",
        ';' => "；",
        ':' => "：",
        '?' => "？",
        '!' => "！",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::json;

    #[test]
    fn marks_between_chinese_characters_become_wide() {
        let case = Case::of("N022").paragraphs("overview", &["甲,乙;“丙”:丁。", "无"]);
        let fixed = case.fixed("hint experience.overview.content[0]");
        let text = &fixed["experience"]["overview"]["content"][0]["content"][0]["text"];
        assert_eq!(text, "甲，乙；“丙”：丁。");
        let field = "competitors[0].strengths";
        Case::of("N022").set(field, "质量稳,交期短").expect_fixed(
            &format!("hint {field}"),
            field,
            "质量稳，交期短",
        );
    }

    #[test]
    fn numbers_and_other_scripts_keep_theirs() {
        for text in ["1,286人", "A,B", "甲, 乙", "见 a:b", "比例3:1", "Cpk,Ppk"] {
            Case::of("N022").paragraphs("overview", &[text]).expect(&[]);
        }
        Case::of("N022").set("social[0].values", json!({ "2025": "甲：乙" })).expect(&[]);
    }
}
