//! The levels of headings.

use crate::form::Section;
use crate::rules::{Context, Findings, PassageKind, Rule, Severity};
use crate::text::quoted;

pub(super) const SKIPPED: Rule = Rule {
    id: "N009",
    severity: Severity::Warning,
    title: "标题跳级",
    explanation: "各级标题依次为“一、”“（一）”“1.”“（1）”。一个标题只能比它上面的标题低一级，否则编号会缺级，目录也乱。请调整标题的级别。",
    clause: "附件2 二、1",
    check: skipped,
};

fn skipped(context: &Context, findings: &mut Findings) {
    for section in Section::ALL {
        let mut before = 1;
        for passage in context.passages_of(section) {
            let PassageKind::Heading(level) = passage.kind else { continue };
            if passage.text.trim().is_empty() {
                continue;
            }
            if level.number() > before + 1 {
                let (here, above, next) = (shape(level.number()), shape(before), shape(before + 1));
                let message = format!(
                    "标题{}是“{here}”一级，直接跟在“{above}”一级之下：请改为“{next}”一级，或在它前面补上“{next}”一级的标题",
                    quoted(&passage.text)
                );
                findings.add(passage.path(), message).resting_on(&[here, above]);
            }
            before = level.number();
        }
    }
}

/// How a level is numbered in print.
fn shape(level: usize) -> &'static str {
    match level {
        1 => "一、",
        2 => "（一）",
        3 => "1.",
        _ => "（1）",
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::{Value, json};

    fn heading(level: usize, text: &str) -> Value {
        let content = json!([{ "type": "text", "text": text }]);
        json!({ "type": "heading", "attrs": { "level": level }, "content": content })
    }

    fn check(rule: &'static str, headings: &[(usize, &str)], expected: &[usize]) {
        let headings: Vec<Value> = headings.iter().map(|(level, text)| heading(*level, text)).collect();
        let expected: Vec<String> =
            expected.iter().map(|block| format!("warning experience.background.content[{block}]")).collect();
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        Case::of(rule)
            .set("experience.background", json!({ "type": "doc", "content": headings }))
            .expect(&expected);
    }

    #[test]
    fn a_heading_goes_down_one_level_at_a_time() {
        check("N009", &[(2, "甲"), (3, "乙"), (4, "丙"), (2, "丁"), (3, "戊")], &[]);
        check("N009", &[(3, "甲"), (4, "乙")], &[0]);
        check("N009", &[(2, "甲"), (4, "乙"), (4, "丙"), (2, "丁"), (3, ""), (4, "戊")], &[1, 5]);
    }
}
