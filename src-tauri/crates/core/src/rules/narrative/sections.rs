//! What 组织概况 and 实施背景 must speak of.

use super::words::{has, hits};
use crate::form::{Path, Section};
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const PROBLEM: Rule = Rule {
    id: "N014",
    severity: Severity::Warning,
    title: "实施背景没有说明问题或瓶颈",
    explanation: "经验的提出要来自行业或组织内部，聚焦研发设计、生产制造、采购供应等环节的质量管理瓶颈问题或行业共性质量提升。\
        请写明当时存在什么问题、影响多大，最好有数据。",
    clause: "附件2 一、3",
    check: problem,
};

pub(super) const IDENTITY: Rule = Rule {
    id: "N018",
    severity: Severity::Warning,
    title: "组织概况缺少使命、愿景或价值观",
    explanation: "编写说明要求在组织概况里介绍组织的使命、愿景和价值观。请各用一句话写出，与企业文化手册一致。",
    clause: "附件2 一、2",
    check: identity,
};

#[rustfmt::skip]
const PROBLEMS: &[&str] = &[
    "问题", "瓶颈", "短板", "痛点", "难点", "难题", "不足", "差距", "制约", "薄弱", "矛盾", "缺陷", "堵点", "困难", "困境", "挑战",
    "弱项", "隐患", "滞后", "偏低", "偏高", "居高不下", "不高", "不稳", "不强", "不一", "难以", "依赖", "缺乏", "缺少", "卡脖子",
    "受制于", "落后", "亟待", "亟需", "投诉", "断点", "症结", "浪费", "失效", "孤岛", "粗放", "被动", "返工", "波动", "频发", "反复发生",
    "反复出现", "脱节", "低下", "较低", "过低", "较差", "过长", "差异大", "过大", "高达", "损失", "不良", "漏检", "误判", "失控", "凭经验", "靠经验",
    "靠人工", "不畅", "不准", "不清", "断链", "事后", "返修", "超差", "报废", "抱怨", "退货", "索赔",
];

/// Where these words stand for something else: 零缺陷管理, 坚持问题导向.
const NO_PROBLEM: [&str; 6] = ["零缺陷", "问题导向", "以问题为导向", "零投诉", "坚持问题", "零不良"];

fn problem(context: &Context, findings: &mut Findings) {
    let section = Section::Background;
    let names_problem = |text: &str| {
        let text = NO_PROBLEM.iter().fold(text.to_owned(), |text, term| text.replace(term, ""));
        has(&text, PROBLEMS)
    };
    let mut passages = context.passages_of(section);
    if !context.content.experience.background.is_blank()
        && !passages.any(|passage| names_problem(&passage.text))
    {
        findings.report(
            Path::section(section),
            "“实施背景”没有说明质量管理的问题或瓶颈：请写明当时存在什么问题、出在哪个环节、影响多大",
        );
    }
}

/// Each with the words it also goes by.
const IDENTITY_TERMS: [(&str, &[&str]); 3] = [
    ("使命", &["使命", "宗旨"]),
    ("愿景", &["愿景", "远景"]),
    ("价值观", &["价值观", "价值理念", "核心价值"]),
];

fn identity(context: &Context, findings: &mut Findings) {
    let section = Section::Overview;
    if context.content.experience.overview.is_blank() {
        return;
    }
    let told = |words: &[&str]| {
        context.passages_of(section).any(|passage| {
            words.iter().any(|word| hits(&passage.text, word).any(|hit| !hit.behind.starts_with('感')))
        })
    };
    let absent = IDENTITY_TERMS.iter().filter(|(_, words)| !told(words)).map(|(name, _)| *name);
    let absent: Vec<&str> = absent.collect();
    if !absent.is_empty() {
        let each = if absent.len() > 1 { "各" } else { "" };
        let message = format!("“组织概况”没有写{}：请{each}用一句话补上", absent.join("、"));
        findings.add(Path::section(section), message).resting_on(&absent);
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    fn check_background(text: &str, expected: &[&str]) {
        Case::of("N014").paragraphs("background", &[text]).expect(expected);
    }

    #[test]
    fn the_background_names_a_problem() {
        let found = &["warning experience.background"];
        check_background("公司坚持问题导向，推行零缺陷管理，意义重大。", found);
        check_background("市场需求快速增长，公司决定引入六西格玛。", found);
        check_background("", &[]);
    }

    #[test]
    fn no_false_alarm_where_a_problem_goes_by_another_name() {
        for text in [
            "检验靠人工，漏检率居高不下。",
            "供需双方数据互不相通，形成信息孤岛。",
            "关键特性难以控制。",
            "与国外先进企业相比存在差距。",
            "批次间色差波动大，一次对色率只有82%。",
            "参数设定凭经验，返修率高达6.5%。",
        ] {
            check_background(text, &[]);
        }
    }

    #[test]
    fn the_overview_tells_mission_vision_and_values() {
        let case = |text| Case::of("N018").paragraphs("overview", &[text]);
        case("公司员工使命感强。").expect_message(&["没有写使命、愿景、价值观"]);
        case("使命：甲。愿景：乙。").expect_message(&["没有写价值观"]);
        case("以甲为使命，以乙为愿景，坚持丙的核心价值观。").expect(&[]);
        case("企业宗旨为甲，发展远景为乙，核心价值理念为丙。").expect(&[]);
        case("").expect(&[]);
    }
}
