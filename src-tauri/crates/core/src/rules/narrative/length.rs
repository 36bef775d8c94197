//! How long the four sections are.

use crate::edition::SectionLabels;
use crate::form::rich_text::SectionCount;
use crate::form::{Path, Section};
use crate::rules::{Context, Findings, Rule, Severity};
use crate::text::Count;

pub(super) const OVER: Rule = Rule {
    id: "N003",
    severity: Severity::Error,
    title: "典型经验的一部分超过字数限制",
    explanation: "组织概况500字、实施背景1000字、实施过程8000字、实施成效2000字以内。字数按Word的“字数”计，含各级标题、列表、表格、\
        图题表题，不含自动编号和本部分自己的标题。少数符号（引号、破折号、①、℃等）Word随字体计法不同，故给出低、高两个数：\
        低的也超过为错误，只有高的超过为警告；只因表格和图表标题才超过的也是警告。请删减重复的叙述，把数据移入表格或图表。",
    clause: "附件2 一、2—5",
    check: over,
};

pub(super) const EMPTY: Rule = Rule {
    id: "N004",
    severity: Severity::Error,
    title: "典型经验的一部分没有写",
    explanation: "典型经验由组织概况、实施背景、实施过程、实施成效四个部分组成，缺一不可。请按编写说明写这一部分。",
    clause: "附件2 一",
    check: empty,
};

pub(super) const SHORT: Rule = Rule {
    id: "N005",
    severity: Severity::Warning,
    title: "典型经验的一部分过短",
    explanation: "编写说明要求内容详实。不到字数限制三成的部分，评审时往往被认为没有把做法和成效说清楚。请补充具体做法、数据和实例。",
    clause: "附件2 一",
    check: short,
};

fn path(section: Section) -> Path {
    Path::section(section)
}

/// The sections that are not empty, each with its 字数 and its labels.
fn written<'a>(context: &'a Context) -> impl Iterator<Item = (Section, SectionCount, &'a SectionLabels)> {
    let sections = context.content.experience.sections().zip(context.counts());
    let written = sections.filter(|((_, text), _)| !text.is_blank());
    written.map(|((section, _), counted)| (section, *counted, context.edition.section(section)))
}

fn over(context: &Context, findings: &mut Findings) {
    for (section, counted, labels) in written(context) {
        if counted.all.high <= labels.limit {
            continue;
        }
        let surely = counted.prose.low > labels.limit;
        let severity = if surely { Severity::Error } else { Severity::Warning };
        let count = counted.all.high.to_string();
        let message = over_message(labels, counted);
        findings.add(path(section), message).with_severity(severity).resting_on(&[&count]);
    }
}

fn over_message(SectionLabels { title, limit, .. }: &SectionLabels, counted: SectionCount) -> String {
    let (all, prose) = (figures(counted.all), figures(counted.prose));
    if counted.prose.low > *limit {
        let of_prose =
            if all == prose { String::new() } else { format!("（不含表格和图表标题{prose}字）") };
        return format!(
            "“{title}”有{all}字{of_prose}，超过{limit}字：请至少删减{}字",
            counted.all.high - limit
        );
    }
    if counted.all.low > *limit {
        return format!(
            "“{title}”连同表格和图表标题有{all}字，超过{limit}字，不含时为{prose}字：请精简表格和标题，减少{}字",
            counted.all.high - limit
        );
    }
    format!("“{title}”在Word里可能计为{all}字，限{limit}字：请再删减{}字", counted.all.high - limit)
}

fn figures(Count { low, high }: Count) -> String {
    if low == high { low.to_string() } else { format!("{low}至{high}") }
}

fn empty(context: &Context, findings: &mut Findings) {
    for (section, text) in context.content.experience.sections() {
        if text.is_blank() {
            let SectionLabels { title, limit, .. } = context.edition.section(section);
            findings
                .report_missing(path(section), format!("“{title}”还没有写：请按编写说明填写，{limit}字以内"));
        }
    }
}

/// Under this share of the limit, in percent, a section is too short to tell anything.
const ENOUGH: usize = 30;

fn short(context: &Context, findings: &mut Findings) {
    for (section, counted, SectionLabels { title, limit, .. }) in written(context) {
        let high = counted.all.high;
        if high * 100 < limit * ENOUGH {
            let message = format!(
                "“{title}”只有{high}字，不到限制{limit}字的三成：请补充具体做法、数据和实例，写到{}字以上",
                (limit * ENOUGH).div_ceil(100)
            );
            // The exact number changes with every key: by tenths of the limit.
            let tenths = (high * 10 / limit.max(&1)).to_string();
            findings.add(path(section), message).resting_on(&[&tenths]);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::json;

    fn check(rule: &'static str, overview: &str, expected: &[&str]) {
        Case::of(rule).paragraphs("overview", &[overview]).expect(expected);
    }

    #[test]
    fn a_section_keeps_to_its_limit() {
        check("N003", &"字".repeat(500), &[]);
        check("N003", &"字".repeat(501), &["error experience.overview"]);
        check("N003", &format!("{}SPC 5G", "字".repeat(499)), &["error experience.overview"]);
        let long = "字".repeat(8001);
        Case::of("N003").paragraphs("process", &[&long]).expect(&["error experience.process"]);
    }

    #[test]
    fn a_section_over_only_by_marks_is_a_warning_with_both_figures() {
        let text = format!("{}“a”", "字".repeat(498));
        check("N003", &text, &["warning experience.overview"]);
        let case = Case::of("N003").paragraphs("overview", &[&text]);
        case.expect_message(&["“组织概况”", "499至501", "500"]);
    }

    #[test]
    fn a_section_over_only_by_its_captions_and_tables_is_a_warning() {
        let figure =
            json!({ "type": "figure", "attrs": { "id": "f9", "attachment": "a10", "caption": "甲" } });
        let case = || {
            let case = Case::of("N003").paragraphs("overview", &[&"字".repeat(498)]);
            case.set("experience.overview.content[1]", figure.clone())
        };
        case().expect(&["warning experience.overview"]);
        case().expect_message(&["501字", "498字"]);
    }

    #[test]
    fn what_is_not_written_is_one_finding_a_section() {
        Case::of("N004")
            .set("experience", json!({ "overview": { "type": "doc", "content": [{ "type": "paragraph" }] } }))
            .expect(&[
                "error experience.overview",
                "error experience.background",
                "error experience.process",
                "error experience.results",
            ]);
        check("N004", "甲", &[]);
        check("N005", " ", &[]);
    }

    #[test]
    fn under_three_tenths_is_short() {
        check("N005", &"字".repeat(149), &["warning experience.overview"]);
        check("N005", &"字".repeat(150), &[]);
    }
}
