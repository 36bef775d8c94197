//! What should not have been left in: sentences of the notice, paragraphs twice, another firm, personal data.

use super::words::is_prose;
use crate::rules::clauses::clauses;
use crate::rules::legal_names::{folded, full_names, is_stranger};
use crate::rules::{Context, Findings, Rule, Severity};
use std::collections::HashMap;

pub(super) const NOTICE: Rule = Rule {
    id: "N028",
    severity: Severity::Warning,
    title: "留有编写说明的原文",
    explanation: "附件2的编写说明是写给作者看的，不应留在正文里。正文有一整句与编写说明相同时提示，请删去，换成本组织的内容。",
    clause: "附件2 一",
    check: notice,
};

pub(super) const TWICE: Rule = Rule {
    id: "N029",
    severity: Severity::Warning,
    title: "同一段文字出现两次",
    explanation: "两处段落一字不差，多半是粘贴了两次，字数也重复计算。请删去一处。三十字以内的短段不提示。",
    clause: "附件2 一",
    check: twice,
};

pub(super) const OTHER_FIRM: Rule = Rule {
    id: "N030",
    severity: Severity::Warning,
    title: "正文像是在写另一家企业",
    explanation: "句首以另一家企业的全称作主语，说它“高度重视”“始终坚持”“全面推行”等，像是借用别家的材料时漏改了名称。\
                  写顾客、供方、竞争对手的，请把身份写在前面（如“供方某某公司”）。请核对后改正。",
    clause: "附件1 申报表 组织名称；承诺书2",
    check: other_firm,
};

/// The shortest sentence of the notice that is looked for, in characters; shorter ones may well be one's own.
const SENTENCE: usize = 18;

fn notice(context: &Context, findings: &mut Findings) {
    let edition = &context.edition.experience;
    let sections = context.content.experience.sections();
    let guidance = sections.map(|(section, _)| context.edition.section(section).guidance.as_str());
    let others = std::iter::once(edition.name_guidance.as_str());
    let others = others.chain(edition.format_guidance.iter().map(String::as_str));
    let told: Vec<&str> =
        guidance.chain(others).flat_map(clauses).filter(|said| said.chars().count() >= SENTENCE).collect();
    for passage in context.passages() {
        let left =
            clauses(&passage.text).find(|said| told.iter().any(|told| said.trim_start().starts_with(told)));
        if let Some(left) = left {
            let start: String = left.trim_start().chars().take(12).collect();
            let message = format!("“{start}…”是编写说明的原文：请删去，换成本组织的内容");
            findings.add(passage.path(), message).span = passage.span_of(left);
        }
    }
}

/// The shortest paragraph that may not stand twice, in characters.
const PARAGRAPH: usize = 30;

fn twice(context: &Context, findings: &mut Findings) {
    let mut seen = HashMap::new();
    let long = |text: &str| text.len() > PARAGRAPH * 2 && text.chars().count() > PARAGRAPH;
    for passage in context.passages().iter().filter(|passage| is_prose(passage) && long(&passage.text)) {
        let Some(first) = seen.insert(passage.text.trim(), passage) else { continue };
        seen.insert(passage.text.trim(), first);
        let section = &context.edition.section(first.section).title;
        let start: String = passage.text.trim().chars().take(12).collect();
        let message = format!("“{start}…”这一段在“{section}”里已经有了：请删去一处");
        findings.report(passage.path(), message);
    }
}

/// What one says of oneself.
const OF_ONESELF: [&str; 16] = [
    "高度重视",
    "始终坚持",
    "始终以",
    "始终把",
    "秉承",
    "秉持",
    "全面导入",
    "全面推行",
    "大力推行",
    "积极推行",
    "牢固树立",
    "将质量",
    "把质量",
    "自成立以来",
    "以质量",
    "坚持以",
];

/// Before a name these say that it is another's.
const ROLES: [&str; 12] = [
    "供方",
    "供应商",
    "客户",
    "顾客",
    "用户",
    "主机厂",
    "合作",
    "标杆",
    "竞争对手",
    "子公司",
    "母公司",
    "股东",
];

fn other_firm(context: &Context, findings: &mut Findings) {
    let own = folded(&context.content.organization);
    if own.is_empty() {
        return;
    }
    for passage in context.passages().iter().filter(|passage| is_prose(passage)) {
        if !passage.text.contains("限公司") && !passage.text.contains("责任公司") {
            continue;
        }
        for clause in clauses(&passage.text) {
            let Some(name) = full_names(clause).next().filter(|name| clause.trim_start().starts_with(*name))
            else {
                continue;
            };
            let behind = &clause.trim_start()[name.len()..];
            let is_self = OF_ONESELF.iter().any(|word| behind.starts_with(word));
            let is_told = ROLES.iter().any(|role| name.starts_with(role));
            let is_rival =
                is_told || context.content.competitors.iter().any(|row| folded(&row.name).contains(name));
            if is_self && !is_rival && is_stranger(name, &own) {
                let message = format!("这里以“{name}”为主语，申报组织是“{own}”：请核对，改正漏改的名称");
                findings.add(passage.path(), message).resting_on(&[&own]).span = passage.span_of(name);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    fn check(rule: &'static str, text: &str, found: bool) {
        let case = Case::of(rule).paragraphs("process", &["开头。", text]);
        case.expect(if found { &["warning experience.process.content[1]"] } else { &[] });
    }

    #[test]
    fn the_words_of_the_notice_are_not_left_in() {
        check(
            "N028",
            "经验的核心内容要通过具体数据、图表等方式展现，必要时适当举例。公司梳理差错186种。",
            true,
        );
        check(
            "N028",
            "介绍组织主要产品和服务，主要顾客群体，所处行业、领域的市场地位及影响力；公司主营水表。",
            true,
        );
        check("N028", "公司的使命、愿景和价值观见墙报；与典型经验直接相关的荣誉等逐年增加。", false);
        check("N028", "典型经验的核心内容通过具体数据、图表展现。", false);
    }

    #[test]
    fn no_paragraph_stands_twice() {
        let text = "公司按工序梳理出差错模式186种，用失效模式分析评定风险，选出需要优先防错的42种。";
        let twice = Case::of("N029").paragraphs("process", &[text, "其余。", text]);
        twice.expect(&["warning experience.process.content[2]"]);
        let other = text.replace("42种", "43种");
        Case::of("N029").paragraphs("process", &[text, &other, "短句。", "短句。"]).expect(&[]);
    }

    #[test]
    fn another_firm_is_not_the_subject() {
        check("N030", "宁波海曙阀门有限公司高度重视质量工作，建立防错体系。", true);
        check("N030", "公司建立防错体系。杭州虚舟阀门股份有限公司始终坚持质量第一。", true);
        check("N030", "宁波虚安智能水表有限公司高度重视质量工作。", false);
        check("N030", "宁波虚安水表有限公司高度重视质量工作。", false);
        check("N030", "供方宁波虚成电子有限公司高度重视来料质量。", false);
        check("N030", "杭州虚源水务有限公司反馈水表计量准确。", false);
        check("N030", "虚江仪表股份有限公司始终坚持低价。", false);
    }
}
