//! Numbers that belong to a person and to no application.

use super::words::last_chars;
use crate::rules::printed_texts::each_text;
use crate::rules::{Context, Findings, Rule, Severity, Span};
use std::ops::Range;

pub(super) const PERSONAL: Rule = Rule {
    id: "N031",
    severity: Severity::Warning,
    title: "写有身份证号或私人手机号",
    explanation: "申报材料会发给评审专家并可能公开交流，正文、统计表和材料题名里不应写个人的身份证号、手机号。\
                  请删去；联系方式只写在申报表和推荐表的联系人栏里。",
    clause: "附件1 填报说明2；《个人信息保护法》",
    check: personal,
};

fn personal(context: &Context, findings: &mut Findings) {
    each_text(context, &mut |text, place| {
        if let Some((bytes, what)) = found(text) {
            let path = place();
            let is_asked_for =
                path.as_str().starts_with("declaration") || path.as_str().starts_with("recommendation.");
            if !is_asked_for || (what == IDENTITY && !path.as_str().ends_with("credit_code")) {
                findings.add(path, message(what)).span = Some(Span::of(0, text, bytes));
            }
        }
    });
    for passage in context.passages() {
        if let Some((bytes, what)) = found(&passage.text) {
            findings.add(passage.path(), message(what)).marking(passage.span(bytes));
        }
    }
}

const IDENTITY: &str = "身份证号";
const MOBILE: &str = "手机号";

fn message(what: &str) -> String {
    format!("这里写有{what}：请删去个人信息")
}

/// The first such number, and what it is.
fn found(text: &str) -> Option<(Range<usize>, &'static str)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(start) = bytes[at..].iter().position(u8::is_ascii_digit).map(|start| at + start) {
        let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let end = start + length;
        let is_alone = start == 0
            || !matches!(bytes[start - 1], b'.' | b'-' | b',') && !bytes[start - 1].is_ascii_alphanumeric();
        if is_alone && length >= 11 {
            let with_letter = end + usize::from(matches!(bytes.get(end), Some(b'X' | b'x')));
            if with_letter - start == 18 && is_identity(&bytes[start..with_letter]) {
                return Some((start..with_letter, IDENTITY));
            }
            if length == 11 && is_mobile(&text[start..end], &text[..start], &text[end..]) {
                return Some((start..end, MOBILE));
            }
        }
        at = end;
    }
    None
}

/// A citizen's number (GB 11643-1999): a day of birth from place 7 on, and the check character (ISO 7064 MOD 11-2).
fn is_identity(number: &[u8]) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let digit = |place: usize| u32::from(number[place] - b'0');
    let two = |place: usize| digit(place) * 10 + digit(place + 1);
    let is_born = (19..=20).contains(&two(6)) && (1..=12).contains(&two(10)) && (1..=31).contains(&two(12));
    let sum: u32 = WEIGHTS.iter().enumerate().map(|(place, weight)| digit(place) * weight).sum();
    let check = b"10X98765432"[(sum % 11) as usize];
    is_born && number[0] != b'0' && number[17].to_ascii_uppercase() == check
}

/// Eleven digits from 13 to 19 that are called a telephone, or stand alone.
fn is_mobile(number: &str, before: &str, behind: &str) -> bool {
    let called = ["电话", "手机", "联系", "微信", "热线", "致电"];
    let lead = last_chars(before, 12);
    let is_called = called.iter().any(|word| lead.contains(word));
    let ends = behind.is_empty() || behind.starts_with(['，', '。', '）', ')', '；', '、', ';', '\n']);
    let is_name = lead.ends_with(['（', '(', '：', ':', ' ']) && ends;
    ("13".."20").contains(&&number[..2]) && (is_called || is_name)
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    fn check(text: &str, found: bool) {
        let case = Case::of("N031").paragraphs("process", &["开头。", text]);
        case.expect(if found { &["warning experience.process.content[1]"] } else { &[] });
    }

    #[test]
    fn numbers_of_persons_are_found() {
        check("项目负责人王某（身份证号11010519491231002X）牵头。", true);
        check("联系人王某，手机13800000001。", true);
        check("项目负责人王某（13800000001）牵头。", true);
        Case::of("N031").set("evidence[3].note", "联系电话13800000001").expect(&["warning evidence[3].note"]);
    }

    #[test]
    fn other_long_numbers_are_left_alone() {
        check("报告编号110105194912310021，批次20250101123456789。", false);
        check("累计计量13800000001升，客服热线400-123-4567。", false);
        check("合同额13800000001元（含税）。", false);
        Case::of("N031").expect(&[]);
    }
}
