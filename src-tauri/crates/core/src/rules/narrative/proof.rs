//! Honours, patents and standards that the text names, and their evidence.

use super::words::{Hit, begins_with, first_chars, has, hits, last_chars};
use crate::form::EvidenceCategory;
use crate::rules::{Context, Findings, Passage, Rule, Severity};

pub(super) const NAMED: Rule = Rule {
    id: "N017",
    severity: Severity::Warning,
    title: "正文写到的荣誉、专利或标准没有证明",
    explanation: "与典型经验直接相关的荣誉证书、专利证书和创新成果是证实性材料。正文写到所获的奖项或称号、专利号、主持或参与制定的标准号，\
        而证实性材料里没有这一类材料时提示。请补上证书或标准文本的扫描件，或从正文里删去。按某标准执行、只写数量的不算。",
    clause: "附件2 三；通知一（三）3",
    check: named,
};

type Find = fn(&str) -> Option<&str>;

/// What is looked for, what it is called, and the category that proves it.
const KINDS: [(Find, &str, EvidenceCategory); 3] = [
    (honour, "荣誉", EvidenceCategory::Honor),
    (patent, "专利", EvidenceCategory::Patent),
    (standard, "标准", EvidenceCategory::Innovation),
];

fn named(context: &Context, findings: &mut Findings) {
    for (find, what, category) in KINDS {
        if context.content.evidence.iter().any(|item| item.category == category) {
            continue;
        }
        let named = context.passages().iter().filter_map(|passage| Some((passage, find(&passage.text)?)));
        let named: Vec<(&Passage, &str)> = named.collect();
        if let Some((passage, name)) = named.first().copied() {
            let category = context.edition.evidence.category_label(category);
            let message = format!(
                "正文写到{what}“{name}”，证实性材料里没有“{category}”：请添加这一类材料，或从正文中删去"
            );
            let finding = findings.add(passage.path(), message);
            finding.span = passage.span_of(name);
            // One more that is named is another matter.
            finding.resting_on(&named.iter().map(|(_, name)| *name).collect::<Vec<_>>());
        }
    }
}

/// Awards; only what was received counts.
const AWARDS: [&str; 14] = [
    "质量奖",
    "进步奖",
    "一等奖",
    "二等奖",
    "三等奖",
    "特等奖",
    "金奖",
    "银奖",
    "创新奖",
    "小巨人",
    "隐形冠军",
    "单项冠军",
    "信得过班组",
    "称号",
];

const RECEIVED: [&str; 12] =
    ["获", "荣膺", "评为", "认定为", "认定", "入选", "授予", "列入", "摘得", "斩获", "夺得", "被授"];

/// Aims, yardsticks and the firm's own prizes: 力争获得质量奖, 质量奖评价准则, 公司设立一等奖.
const NOT_RECEIVED: [&str; 22] = [
    "力争",
    "争创",
    "争取",
    "申报",
    "创建",
    "目标",
    "准则",
    "标准要求",
    "模式",
    "评价",
    "条款",
    "设立",
    "设置",
    "每年评",
    "每季",
    "每月",
    "奖励",
    "颁发",
    "内部",
    "员工",
    "计划",
    "评审员",
];

fn honour(text: &str) -> Option<&str> {
    honours(text).next().map(|(_, name)| name)
}

/// Every award that a text says was received, with its name.
pub(super) fn honours(text: &str) -> impl Iterator<Item = (Hit<'_>, &str)> {
    let found = AWARDS.iter().flat_map(|award| hits(text, award)).filter(|hit| is_received(*hit));
    found.map(|hit| (hit, name(text, hit)))
}

fn is_received(hit: Hit) -> bool {
    let lead = last_chars(hit.clause_lead(), 40);
    let status = ["小巨人", "隐形冠军", "单项冠军"].contains(&hit.word)
        && has(last_chars(hit.lead(), 20), &["是", "作为", "系"])
        && !has(lead, &["培育", "服务", "客户", "供应商", "顾客"]);
    let other_word = hit.behind.starts_with(['金', '励', '惩', '项']);
    !other_word
        && !is_of_others(lead)
        && (status || has(lead, &RECEIVED))
        && !has(lead, &NOT_RECEIVED)
        && !has(hit.tail(), &NOT_RECEIVED)
}

/// 帮助供方获得质量奖, 授予优秀班组“免检班组”称号: what others received, or the firm gives.
fn is_of_others(lead: &str) -> bool {
    let others =
        ["供方", "供应商", "协作厂", "配套企业", "合作企业", "客户", "顾客", "竞争对手", "标杆企业", "同行"];
    let given = ["班组", "个人", "员工", "职工", "供方", "供应商", "团队", "工匠", "岗位", "机台", "车间"];
    let clause = lead.rsplit(['，', '、', '：']).next().unwrap_or_default();
    let verb = RECEIVED.iter().filter_map(|verb| clause.find(verb)).min();
    let receives = verb.is_some_and(|at| has(&clause[..at], &others));
    let gives = clause.split_once("授予").is_some_and(|(_, whom)| has(whom, &given));
    receives || (gives && !clause.contains("被授予"))
}

/// The award with as much of its clause before as its name is likely to have.
fn name<'a>(text: &'a str, hit: Hit<'a>) -> &'a str {
    let lead = last_chars(hit.lead(), 14);
    let lead = RECEIVED.iter().filter_map(|verb| lead.rsplit_once(verb)).map(|(_, behind)| behind);
    let lead = lead.min_by_key(|behind| behind.len()).unwrap_or(last_chars(hit.lead(), 8));
    let start = hit.before.len() - lead.len();
    text[start..hit.before.len() + hit.word.len()].trim_start_matches(['得', '了', '“', '的'])
}

/// A patent by its number (ZL 2023 1 0123456.7, CN114000000B) or its title; not 发明专利21项.
pub(super) fn patent(text: &str) -> Option<&str> {
    let marks = ["ZL", "CN", "专利号", "授权公告号"];
    let number = marks.iter().find_map(|mark| hits(text, mark).find(|hit| is_patent_number(*hit)));
    number
        .map(|hit| extent(text, hit, 24))
        .or_else(|| hits(text, "专利").find(|hit| is_titled(*hit)).map(|hit| extent(text, hit, 12)))
}

fn is_patent_number(hit: Hit) -> bool {
    let behind = hit.behind.trim_start_matches([' ', ':', '：', '.']);
    let number =
        behind.split(|c: char| !c.is_ascii_digit() && !matches!(c, ' ' | '.')).next().unwrap_or_default();
    behind.starts_with(|c: char| c.is_ascii_digit())
        && number.chars().filter(char::is_ascii_digit).count() >= 7
}

/// 专利“一种水表”, unless it is only applied for.
fn is_titled(hit: Hit) -> bool {
    let title = hit.behind.trim_start_matches(['：', ':', '（', '(']).starts_with(['“', '《', '"']);
    let others = ["申请", "拟", "检索", "对手", "引进", "规避", "他人", "引用", "国外"];
    title && !has(last_chars(hit.lead(), 8), &others)
}

/// The word with what follows it in its clause, at most so many characters.
fn extent<'a>(text: &'a str, hit: Hit<'a>, most: usize) -> &'a str {
    let tail = first_chars(hit.clause_tail(), most);
    let start = hit.before.len();
    &text[start..start + hit.word.len() + tail.find(['，', '。', '、', '）']).unwrap_or(tail.len())]
}

/// Making a standard, as against working to it.
const MADE: [&str; 10] = ["主持", "主导", "参与", "牵头", "制定", "制订", "起草", "编制", "修订", "参编"];

/// What may stand between that and the number: 制定国家标准《…》GB/T 12345, 起草的GB/T 1、GB/T 2.
const BETWEEN: [&str; 22] = [
    "国家",
    "行业",
    "团体",
    "地方",
    "国际",
    "浙江制造",
    "品字标",
    "军用",
    "标准",
    "国标",
    "行标",
    "团标",
    "推荐性",
    "强制性",
    "了",
    "的",
    "等",
    "和",
    "及",
    "与",
    "项",
    "并发布",
];

/// Behind a number that is one of the makers' own: GB/T 12345的起草单位.
const MAKERS: [&str; 7] = ["起草单位", "制定单位", "参编单位", "的制定", "的制订", "的起草", "的修订"];

/// A standard by its number that the applicant helped to make.
pub(super) fn standard(text: &str) -> Option<&str> {
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_uppercase()) {
        let start = at + start;
        let length = text[start..].find(|c: char| !is_of_number(c)).unwrap_or(text.len() - start);
        let token = text[start..start + length].trim_end_matches([' ', '-', '—', '.', '/']);
        let hit = Hit { before: &text[..start], word: token, behind: &text[start + token.len()..] };
        if is_standard_number(token) && is_made(hit) {
            return Some(token);
        }
        at = start + length;
    }
    None
}

fn is_made(hit: Hit) -> bool {
    if begins_with(hit.behind, &["宣贯", "教材", "培训", "解读", "实施指南"]) {
        return false;
    }
    let lead = hit.clause_lead();
    let verb = MADE.iter().filter_map(|verb| Some(lead.rfind(verb)? + verb.len())).max();
    let made = verb.is_some_and(|end| joins(&lead[end..]));
    made || (has(first_chars(hit.clause_tail(), 24), &MAKERS)
        && !hit.lead().ends_with(['按', '据', '照', '合']))
}

/// Whether nothing but titles, other numbers and words for standards stands there.
fn joins(between: &str) -> bool {
    let mut rest = String::new();
    let mut in_title = false;
    for c in between.chars() {
        match c {
            '《' => in_title = true,
            '》' => in_title = false,
            _ if in_title => {}
            _ => rest.push(c),
        }
    }
    let rest = BETWEEN.iter().fold(rest, |rest, word| rest.replace(word, ""));
    rest.chars().all(|c| is_of_number(c) || matches!(c, '、' | '，' | '（' | '）' | '“' | '”' | '：'))
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '/' | ' ' | '.' | '-' | '—')
}

/// GB/T 19580-2012, T/ZZB 0123—2024, DB33/T 944, JB/T 1234-2020, ISO 12345:2024.
fn is_standard_number(token: &str) -> bool {
    let code: &str = token.split(|c: char| c == ' ' || c.is_ascii_digit()).next().unwrap_or_default();
    let organisation =
        ["GB", "ISO", "IEC", "DB"].contains(&code) || code.contains('/') || token.contains("/T");
    let letters = token.chars().take_while(|c| !c.is_ascii_digit()).filter(char::is_ascii_alphabetic).count();
    let digits = token.chars().filter(char::is_ascii_digit).count();
    // Q/ is a standard of the firm's own.
    organisation && !token.starts_with("Q/") && letters <= 10 && digits >= 3
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixture::Case;

    fn check(find: Find, text: &str, expected: Option<&str>) {
        assert_eq!(find(text), expected, "{text}");
    }

    #[test]
    fn what_is_named_has_evidence_of_its_category() {
        let text = "公司获2024年浙江省人民政府质量奖，专利号ZL202310123456.7，主持制定GB/T 12345-2024。";
        let case = || Case::of("N017").paragraphs("overview", &["甲", text]);
        case().expect(&["warning experience.overview.content[1]"]);
        case().expect_message(&["标准“GB/T 12345-2024”"]);
        let place = "warning experience.overview.content[1]";
        case()
            .set("evidence[3].category", "other")
            .set("evidence[6].category", "other")
            .expect(&[place, place, place]);
        case().set("evidence[0].category", "innovation").expect(&[]);
    }

    #[test]
    fn honours_are_named_with_who_gives_them() {
        check(honour, "2024年获虚安区政府质量奖，", Some("虚安区政府质量奖"));
        check(honour, "被认定为国家级专精特新“小巨人”企业", Some("国家级专精特新“小巨人"));
        check(honour, "是全国制造业单项冠军", Some("是全国制造业单项冠军"));
        check(honour, "QC小组成果获全国一等奖", Some("全国一等奖"));
    }

    #[test]
    fn no_false_alarm_on_awards_that_were_not_received() {
        for text in [
            "力争获得中国质量奖",
            "按中国质量奖评价准则自评",
            "公司每年评选一、二、三等奖，员工获得感增强",
            "设立质量改进金奖，重奖获奖班组",
            "导入政府质量奖模式，获得方法支撑",
            "服务的顾客中有多家是专精特新“小巨人”企业",
            "三年累计获主机厂质量类表彰23次",
            "员工收获成长，质量奖金与绩效挂钩",
            "帮助3家供方获得县级质量奖",
            "每季度授予优秀班组“质量信得过班组”称号",
        ] {
            check(honour, text, None);
        }
    }

    #[test]
    fn patents_are_named_by_number_or_title_not_by_how_many() {
        check(patent, "已授权（ZL 2023 1 0123456.7）。", Some("ZL 2023 1 0123456.7"));
        check(patent, "发明专利“一种水表”已授权", Some("专利“一种水表”已授权"));
        check(patent, "获授权发明专利21项、实用新型专利29项", None);
        check(patent, "CNC机床12台，CN网络", None);
        check(patent, "ZL50装载机2025年产量12340台", None);
        check(patent, "检索国外专利“一种密封环”的权利要求", None);
    }

    #[test]
    fn standards_made_count_standards_followed_do_not() {
        check(standard, "主持制定T/ZZB 0123—2024标准", Some("T/ZZB 0123—2024"));
        check(standard, "参与起草国家标准GB/T 19580-2012", Some("GB/T 19580-2012"));
        check(standard, "牵头制定《智能水表》T/ZZB 0456—2024等3项团体标准", Some("T/ZZB 0456—2024"));
        check(standard, "公司是GB/T 778.1-2018的主要起草单位", Some("GB/T 778.1-2018"));
        for text in [
            "依据GB/T 19580-2012开展自评，制定改进计划",
            "通过ISO 9001认证，制定质量手册",
            "产品符合GB/T 778.1要求",
            "修订PFMEA 6项、控制计划9项",
            "制定DB数据库规范",
            "发布MES 3.0和SPC平台，制定A/B件清单",
            "按GB/T 2828.1-2012制定抽样方案",
            "制定Q/XY 015-2025并自我声明公开",
            "对照IATF 16949和GB/T 19580修订程序文件36份",
            "以GB/T 19001为框架编制管理手册",
            "参与制定GB/T 19580宣贯教材一本",
            "参与培训的人员掌握了GB/T 4091规定的判异准则",
        ] {
            check(standard, text, None);
        }
    }
}
