//! Secrecy marks (国家秘密标志).

use super::words::{Hit, begins_with, has, hits, last_chars};
use crate::form::Path;
use crate::rules::printed_texts::each_text;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const MARK: Rule = Rule {
    id: "N015",
    severity: Severity::Error,
    title: "出现密级标志",
    explanation: "申报材料不得涉及国家秘密。“绝密★”“机密★”“秘密★”（带或不带保密期限）是国家秘密标志，出现在材料里为错误；\
        单独出现“绝密”“机密”“秘密”为警告，请核对。“商业秘密”“保守秘密”“不涉及国家秘密”一类的说法不算。\
        如材料确实涉密，请删去涉密内容并按保密规定处理，不要在本机继续编辑。",
    clause: "附件1 填报说明2",
    check: mark,
};

fn mark(context: &Context, findings: &mut Findings) {
    each_text(context, &mut |text, place| report(findings, text, &|| place()));
    for passage in context.passages() {
        report(findings, &passage.text, &|| passage.path());
    }
}

fn report(findings: &mut Findings, text: &str, place: &dyn Fn() -> Path) {
    match secrecy(text) {
        Some((Secrecy::Mark, word)) => {
            findings.report(place(), format!("出现密级标志“{word}★”：材料不得涉及国家秘密，请删去涉密内容"));
        }
        Some((Secrecy::Word, word)) => findings.report_as(
            Severity::Warning,
            place(),
            format!("出现“{word}”字样：请核对是否涉及国家秘密，不涉及的请换一种说法"),
        ),
        None => {}
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Secrecy {
    Mark,
    Word,
}

const LEVELS: [&str; 3] = ["绝密", "机密", "秘密"];

/// The gravest that a text says.
fn secrecy(text: &str) -> Option<(Secrecy, &'static str)> {
    if !text.contains('密') {
        return None;
    }
    let all = LEVELS.iter().flat_map(|level| hits(text, level).map(move |hit| (hit, *level)));
    all.filter_map(|(hit, level)| Some((kind(hit)?, level))).min_by_key(|(kind, _)| *kind)
}

fn kind(hit: Hit) -> Option<Secrecy> {
    let behind = hit.behind.trim_start();
    if behind.starts_with(['★', '☆', '*', '＊', '⭐']) {
        return Some(Secrecy::Mark);
    }
    (!is_ordinary(hit)).then_some(Secrecy::Word)
}

/// Whose secrets are no state secrets.
const OWNERS: [&str; 13] =
    ["商业", "技术", "企业", "公司", "工艺", "客户", "顾客", "个人", "专有", "经营", "贸易", "配方", "同业"];

/// Keeping secrets, or saying that there are none.
const KEPT: [&str; 17] = [
    "保守",
    "严守",
    "保护",
    "泄露",
    "泄漏",
    "侵犯",
    "窃取",
    "不涉及",
    "未涉及",
    "不涉",
    "不含",
    "不包含",
    "不属于",
    "不得",
    "没有",
    "无",
    "严禁",
];

fn is_ordinary(hit: Hit) -> bool {
    let behind = ["性", "武器", "所在", "载体", "法", "计算", "等级保护"];
    let before = last_chars(hit.before, 12);
    let near = last_chars(hit.before, 6);
    has(near, &OWNERS)
        || has(last_clause(before), &KEPT)
        || begins_with(hit.behind, &behind)
        || hit.before.ends_with('的')
}

fn last_clause(text: &str) -> &str {
    text.rsplit(['。', '；', '，', '\n']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixture::Case;

    fn check(text: &str, expected: Option<Secrecy>) {
        assert_eq!(secrecy(text).map(|(kind, _)| kind), expected, "{text}");
    }

    #[test]
    fn marks_are_errors_wherever_they_stand() {
        for text in ["机密★", "绝密★长期", "（秘密★10年）", "秘密 ★", "不涉及商业秘密，机密★1年"]
        {
            check(text, Some(Secrecy::Mark));
        }
        Case::of("N015")
            .paragraphs("process", &["甲", "秘密★5年"])
            .expect(&["error experience.process.content[1]"]);
        Case::of("N015").set("evidence[3].title", "机密★某型号质量报告").expect(&["error evidence[3].title"]);
    }

    #[test]
    fn the_words_alone_are_warnings() {
        for text in ["密级：机密", "某产品属国家秘密", "【绝密】工艺文件", "秘密级项目"]
        {
            check(text, Some(Secrecy::Word));
        }
        Case::of("N015")
            .paragraphs("results", &["属国家秘密"])
            .expect(&["warning experience.results.content[0]"]);
    }

    #[test]
    fn no_false_alarm_on_ordinary_prose() {
        for text in [
            "保守商业秘密和技术秘密",
            "与供方签订保密协议",
            "保护客户的商业机密",
            "材料不涉及任何国家秘密",
            "不涉及国家秘密和商业秘密",
            "遵守《中华人民共和国保守国家秘密法》",
            "保证数据的机密性、完整性和可用性",
            "精密加工与紧密协作，密封可靠",
            "这是产品长寿命的秘密",
            "具有国家秘密载体印制资质",
            "数据加密传输，防止泄露顾客图样等秘密",
            "在不涉及商业机密的情况下参与分享",
        ] {
            check(text, None);
        }
    }
}
