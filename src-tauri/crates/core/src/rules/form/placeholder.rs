//! What a template or a hurried author left behind.

use crate::rules::printed_texts::each_text;
use crate::rules::{Context, Findings, Rule, Severity, Span};

pub(super) const PLACEHOLDER: Rule = Rule {
    id: "F023",
    severity: Severity::Error,
    title: "留有占位文字",
    explanation: "表格和正文中不应留有“选择一项”“××”“XXX”“____”“待补充”“待定”“TODO”“（此处插入图片）”等占位文字。\
                  请填上实际内容；不适用的填“/”。",
    clause: "填报说明3；通知三（一）",
    check: placeholder,
};

fn placeholder(context: &Context, findings: &mut Findings) {
    each_text(context, &mut |text, place| {
        if let Some(left) = left_behind(text) {
            let finding = findings.add(place(), message(left));
            finding.span = Span::slice(0, text, left);
        }
    });
    let mut reported = None;
    for passage in context.passages() {
        let block = Some((passage.section, passage.block));
        if reported != block
            && let Some(left) = left_behind(&passage.text)
        {
            findings.add(passage.path(), message(left)).span = passage.span_of(left);
            reported = block;
        }
    }
}

fn message(left: &str) -> String {
    format!("留有占位文字“{left}”：请改为实际内容，不适用的删去")
}

/// What placeholders begin with: most texts hold none of these.
const BEGINNINGS: [char; 10] = ['×', 'X', 'x', 'Ｘ', '_', '＿', '选', '待', 'T', '此'];

/// The first placeholder in a text.
fn left_behind(text: &str) -> Option<&str> {
    if !text.contains(BEGINNINGS) {
        return None;
    }
    let repeated = [('×', 2), ('X', 3), ('x', 3), ('Ｘ', 3), ('_', 3), ('＿', 3)];
    repeated
        .iter()
        .find_map(|(c, times)| run(text, *c, *times))
        .or_else(|| text.contains("XX").then(|| year_left_out(text)).flatten())
        .or_else(|| {
            word(text, "选择一项", |before, after| !is_han(last(before)) && !is_han(first(after)))
        })
        .or_else(|| word(text, "待补充", to_be_added))
        .or_else(|| word(text, "待定", to_be_settled))
        .or_else(|| text.contains("此处").then(|| to_be_put_here(text)).flatten())
        .or_else(|| word(text, "TODO", |before, after| !is_latin(last(before)) && !is_latin(first(after))))
}

/// A run of one character, so many times or more, that is no part of a longer word.
fn run(text: &str, c: char, times: usize) -> Option<&str> {
    let mut rest = text;
    while let Some(start) = rest.find(c) {
        let behind = rest[start..].trim_start_matches(c);
        let found = &rest[start..rest.len() - behind.len()];
        let (before, after) = (rest[..start].chars().next_back(), behind.chars().next());
        let in_word = c.is_ascii_alphabetic() && (is_letter(before) || is_latin(after));
        // 62××系列 and D××K are how models are named.
        let of_model =
            c == '×' && is_latin(before) && (is_latin(after) || behind.starts_with(['系', '型', '牌', '钢']));
        if found.chars().count() >= times && !in_word && !of_model {
            return Some(found);
        }
        rest = behind;
    }
    None
}

/// `20XX年`, `XX月`.
fn year_left_out(text: &str) -> Option<&str> {
    ["XX年", "XX月"].into_iter().find(|left| text.contains(left))
}

/// （此处插入图片）, 请在此处填写; not 此处张力最大.
fn to_be_put_here(text: &str) -> Option<&str> {
    let asks = ["插入", "填写", "填入", "补充", "放图", "插图", "粘贴", "输入", "添加", "配图", "附图"];
    text.match_indices("此处").find_map(|(start, found)| {
        let behind = &text[start + found.len()..];
        let ask = asks.iter().find(|ask| behind.starts_with(**ask))?;
        let is_hint = text[..start].ends_with(['（', '(', '【', '[', '在', '击']) || start == 0;
        is_hint.then(|| &text[start..start + found.len() + ask.len()])
    })
}

/// A word that is left behind, judged by the text before and the text behind it.
fn word<'a>(text: &'a str, word: &str, is_left: fn(&str, &str) -> bool) -> Option<&'a str> {
    let mut found = text.match_indices(word);
    found.find_map(|(start, found)| is_left(&text[..start], &text[start + found.len()..]).then_some(found))
}

/// What is to be added to a form, as against to a vessel: 待补充数据, not 待补充氮气后升温.
const OF_A_FORM: [&str; 32] = [
    "数据",
    "内容",
    "材料",
    "资料",
    "说明",
    "图",
    "照片",
    "文字",
    "证书",
    "附件",
    "信息",
    "完善",
    "报告",
    "表",
    "指标",
    "数值",
    "扫描",
    "对比",
    "检测",
    "检验",
    "合格率",
    "年度",
    "名称",
    "编号",
    "日期",
    "单位",
    "案例",
    "截图",
    "结果",
    "意见",
    "签字",
    "盖章",
];

/// Not 有待补充, 亟待补充; not 待补充物料, 待补充材料到位后; but 待补充数据：实施前后对比 is.
fn to_be_added(before: &str, after: &str) -> bool {
    let clause = after.split(['，', '。', '；', '、', '）', ')', '\n']).next().unwrap_or_default();
    let is_done = clause.ends_with(['后', '时']) || clause.contains("到位");
    let of_a_form = OF_A_FORM.iter().any(|noun| clause.starts_with(noun)) && !is_done;
    !before.ends_with(['有', '亟', '等', '尚', '仍']) && (!is_han(first(after)) || of_a_form)
}

/// Not 等待定位, 有待定型, 待定系数; 时间待定 and （待定） are.
fn to_be_settled(before: &str, after: &str) -> bool {
    !before.ends_with(['有', '亟', '等', '期', '对', '看', '招']) && !is_han(first(after))
}

fn first(text: &str) -> Option<char> {
    text.chars().next()
}

fn last(text: &str) -> Option<char> {
    text.chars().next_back()
}

fn is_han(c: Option<char>) -> bool {
    c.is_some_and(|c| ('\u{3400}'..='\u{9FFF}').contains(&c))
}

fn is_latin(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_')
}

fn is_letter(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::left_behind;
    use crate::rules::fixture::Case;

    #[test]
    fn what_was_left_is_found_wherever_it_stands() {
        for (path, text) in [
            ("declaration.organization_type", "选择一项。"),
            ("declaration.contact.address", "浙江省××市"),
            ("benefits[3].values.2024", "待补充"),
            ("market.products[1].name", "XXX"),
            ("market.loyalty_survey.2024.agency", "____"),
            ("social[1].values.2025", "达标排放，TODO"),
            ("competitors[0].strengths", "品牌影响力（待定）"),
            ("evidence[2].title", "XXXX报告"),
        ] {
            Case::of("F023").set(path, text).expect(&[&format!("error {path}")]);
        }
        let narrative =
            Case::of("F023").paragraphs("background", &["甲。", "20××年，合格率达到XXX%，见××表。"]);
        narrative.expect(&["error experience.background.content[1]"]);
    }

    #[test]
    fn years_that_are_not_printed_are_no_matter() {
        Case::of("F023").set("benefits[3].values.2019", "待补充").expect(&[]);
    }

    #[test]
    fn prose_that_only_looks_like_it_is_left_alone() {
        for text in [
            "尺寸为3×4×5mm",
            "每人选择一项课题",
            "等待定位完成后",
            "设计有待定型",
            "待定系数法",
            "相关标准有待补充",
            "库存待补充时自动提醒",
            "待补充氮气后升温",
            "缺口由线边仓待补充材料到位后齐套",
            "XXL号",
            "XXXIII号机",
            "型号AXXX",
            "snake_case",
            "Cpk≥1.33",
            "AUTODOOR",
            "××".get(..2).unwrap(),
            "用X射线检测",
            "待定子冷却后装配",
            "62××系列轴承",
            "D××K改型",
            "TODO_LIST字段",
            "此处张力最大，此处填写率低",
            "经评审在该点（此处应力集中）加筋",
        ] {
            assert_eq!(left_behind(text), None, "{text}");
        }
        for text in [
            "20XX年",
            "待补充数据",
            "时间待定，",
            "a____b",
            "ｘ：×××",
            "（TODO：补图）",
            "第xxx号",
            "（此处插入流程图）",
            "请在此处填写",
        ] {
            assert!(left_behind(text).is_some(), "{text}");
        }
    }
}
