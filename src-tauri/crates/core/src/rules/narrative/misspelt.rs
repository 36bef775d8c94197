//! 质量标杆 misspelt.

use crate::form::rich_text::Replacement;
use crate::rules::printed_texts::each_text;
use crate::rules::{Context, Edit, Findings, Fix, Rule, Severity, Span};

pub(super) const MISSPELT: Rule = Rule {
    id: "N032",
    severity: Severity::Warning,
    title: "“标杆”写成了别字",
    explanation: "“标杆”写成“标竿”“标干”是常见的别字。请改正，可以一键改正。",
    clause: "附件1 标题；附件2 标题",
    check: misspelt,
};

fn misspelt(context: &Context, findings: &mut Findings) {
    each_text(context, &mut |text, place| {
        if let Some((message, fix, span)) = found(0, text) {
            findings.add(place(), message).fixed_by(fix).marking(span);
        }
    });
    for passage in context.passages() {
        if let Some((message, fix, span)) = found(passage.place, &passage.text) {
            findings.add(passage.path(), message).fixed_by(fix).marking(span);
        }
    }
}

/// What stands before and behind 标干 where 标杆 is meant: 目标干预 and 指标干扰 hold it too.
const BEFORE: [&str; 5] = ["质量", "行业", "管理", "企业", "树立"];
const BEHIND: [&str; 5] = ["企业", "管理", "申报", "经验", "评选"];

fn found(passage: usize, text: &str) -> Option<(String, Option<Fix>, Span)> {
    let places = text.match_indices('标').filter_map(|(at, _)| {
        let word = ["标竿", "标干"].into_iter().find(|word| text[at..].starts_with(word))?;
        is_wrong(text, at, word).then_some(at..at + word.len())
    });
    let edits: Vec<Edit> = places
        .map(|bytes| Edit { bytes, with: Replacement::Words("标杆".into()), shown: "标杆".into() })
        .collect();
    let first = edits.first()?.bytes.clone();
    let message = format!("“{}”是别字：请改为“标杆”", &text[first.clone()]);
    let span = Span::of(passage, text, first);
    Some((message, Fix::edit("改为“标杆”", passage, text, edits), span))
}

fn is_wrong(text: &str, at: usize, word: &str) -> bool {
    let (before, behind) = (&text[..at], &text[at + word.len()..]);
    let meant = BEFORE.iter().any(|word| before.ends_with(word))
        || (BEHIND.iter().any(|word| behind.starts_with(word))
            && !before.ends_with(['目', '指', '坐', '达']));
    word == "标竿" || meant
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    #[test]
    fn the_word_is_put_right() {
        let case = Case::of("N032").paragraphs("overview", &["公司被评为质量标干企业，以标竿为师。"]);
        let fixed = case.fixed("warning experience.overview.content[0]");
        let text = &fixed["experience"]["overview"]["content"][0]["content"][0]["text"];
        assert_eq!(text, "公司被评为质量标杆企业，以标杆为师。");
        let field = "competitors[1].strengths";
        Case::of("N032").set(field, "行业标竿").expect_fixed(&format!("warning {field}"), field, "行业标杆");
    }

    #[test]
    fn words_that_only_hold_it_are_left_alone() {
        for text in
            ["目标干预前后对比", "指标干扰项", "以标杆企业为师", "质量目标干部人人签字", "坐标干涉检查"]
        {
            Case::of("N032").paragraphs("overview", &[text]).expect(&[]);
        }
    }
}
