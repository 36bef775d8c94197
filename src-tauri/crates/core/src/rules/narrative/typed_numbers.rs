//! Numbers that someone typed before a heading or a caption.

use crate::form::rich_text::Replacement;
use crate::rules::{Context, Edit, Findings, Fix, Passage, PassageKind, Rule, Severity};
use crate::text::{half_width, quoted};

pub(super) const TYPED_NUMBER: Rule = Rule {
    id: "N010",
    severity: Severity::Warning,
    title: "标题前手写了编号",
    explanation: "标题的“（一）”“1.”“（1）”和图表的“图1”“表1”由程序编号，手写的会重复印出来，如“（一）（一）总体思路”。请删去手写的编号。",
    clause: "附件2 二",
    check: typed_number,
};

fn typed_number(context: &Context, findings: &mut Findings) {
    let labels = [&context.edition.experience.figure, &context.edition.experience.table];
    for passage in context.passages() {
        let number = match passage.kind {
            PassageKind::Heading(_) => heading_number(&passage.text),
            PassageKind::Caption => labels.iter().find_map(|label| caption_number(&passage.text, label)),
            _ => None,
        };
        if let Some(number) = number {
            let message = format!("{}前手写了编号“{number}”：编号由程序给出，请删去", quoted(&passage.text));
            let finding = findings.add(passage.path(), message);
            if let Some(end) = without_number(&passage.text, &number) {
                finding.marking(passage.span(0..end)).fixed_by(removal(passage, end));
            }
        }
    }
}

/// Where the text begins behind its typed number, if another does not follow.
fn without_number(text: &str, number: &str) -> Option<usize> {
    let folded = half_width(text);
    let number = half_width(number);
    let rest = folded.trim_start().strip_prefix(number.as_ref())?;
    // 5.1劳动竞赛 may be about the first of May.
    let marked = |c: char| c.is_whitespace() || matches!(c, '、' | '.' | ':' | ')');
    if number.ends_with(|c: char| c.is_ascii_digit()) && !rest.starts_with(marked) {
        return None;
    }
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '、' | '.' | ':' | ')'));
    let is_text = !rest.is_empty() && heading_number(rest).is_none();
    let characters = folded.chars().count() - rest.chars().count();
    is_text.then(|| text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at))
}

fn removal(passage: &Passage, end: usize) -> Option<Fix> {
    let edit = Edit { bytes: 0..end, with: Replacement::Words(String::new()), shown: String::new() };
    Fix::edit("删去手写的编号", passage.place, &passage.text, vec![edit])
}

/// `图1`, `表2-1` or `图 3` at the beginning of a caption, but not 图3D模型.
fn caption_number(caption: &str, label: &str) -> Option<String> {
    let caption = half_width(caption.trim());
    let behind = caption.strip_prefix(label)?.trim_start();
    let (number, behind) = span(behind, |c| c.is_ascii_digit() || matches!(c, '-' | '.'))?;
    let quantity = behind.starts_with(|c: char| c.is_ascii_alphabetic() || MEASURES.contains(&c));
    (number.starts_with(|c: char| c.is_ascii_digit()) && !quantity).then(|| format!("{label}{number}"))
}

const NUMERALS: [char; 11] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百'];

/// What follows a number that measures or counts: 1.5倍, 12条产线, 3大举措, 2.0时代.
#[rustfmt::skip]
const MEASURES: [char; 61] = [
    '倍', '万', '亿', '千', '百', '个', '大', '项', '条', '天', '年', '月', '日', '台', '套', '步', '类', '级', '种', '家', '维', '层',
    '环', '链', '代', '时', '版', '米', '秒', '度', '元', '吨', '小', '分', '微', '毫', '张', '位', '轮', '平', '以', '起', '道', '名',
    '人', '次', '处', '点', '号', '期', '批', '车', '站', '段', '本', '方', '双', '多', '重', '组', '寸',
];

/// The number at the beginning of a heading that would stand doubled in print.
fn heading_number(heading: &str) -> Option<String> {
    let heading = half_width(heading.trim());
    let chinese = || span(&heading, |c| NUMERALS.contains(&c));
    let digits = || span(&heading, |c| c.is_ascii_digit() || c == '.');
    bracketed(&heading)
        .or_else(|| chapter(&heading))
        .or_else(|| chinese().and_then(|(number, behind)| chinese_number(number, behind)))
        .or_else(|| digits().and_then(|(number, behind)| arabic_number(number, behind)))
        .or_else(|| heading.chars().next().filter(|c| matches!(c, '①'..='⑳')).map(String::from))
}

/// The longest beginning of such characters, and the rest; `None` where there is none.
fn span(text: &str, is: impl Fn(char) -> bool) -> Option<(&str, &str)> {
    let end = text.find(|c| !is(c)).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

/// （一） or (1): nothing but a short number in brackets.
fn bracketed(heading: &str) -> Option<String> {
    let inner = heading.strip_prefix('(')?.split(')').next()?;
    let behind = heading.get(inner.len() + 1..)?;
    let short = (1..=3).contains(&inner.trim().chars().count());
    let number = inner.trim().chars().all(|c| c.is_ascii_digit() || NUMERALS.contains(&c));
    (short && number && behind.starts_with(')')).then(|| format!("（{}）", inner.trim()))
}

/// 第一章, 第2节; not 第一阶段.
fn chapter(heading: &str) -> Option<String> {
    let (number, behind) =
        span(heading.strip_prefix('第')?, |c| c.is_ascii_digit() || NUMERALS.contains(&c))?;
    let unit = behind.chars().next().filter(|c| matches!(c, '章' | '节' | '篇'))?;
    Some(format!("第{number}{unit}"))
}

/// 一、 or 一. — but 一、二级供方 names two of a row.
fn chinese_number(number: &str, behind: &str) -> Option<String> {
    let (mark, text) = mark(behind)?;
    let next = text.trim_start().chars().next();
    let place = |c: char| NUMERALS.iter().position(|numeral| *numeral == c);
    let follows =
        next.and_then(place).is_some_and(|next| number.chars().last().and_then(place) == next.checked_sub(1));
    (!follows).then(|| format!("{number}{mark}"))
}

/// 1. 1、 1) 1.2 and `1 ` — but 1.5倍, 8D方法, 3大举措, 1、2号线 begin with a quantity or a name.
fn arabic_number(number: &str, behind: &str) -> Option<String> {
    let parts: Vec<&str> = number.trim_end_matches('.').split('.').collect();
    let short = parts.iter().all(|part| (1..=2).contains(&part.len()));
    let (mark, text) = mark(behind).unwrap_or(("", behind));
    let next = text.trim_start().chars().next().filter(|c| !c.is_ascii_digit() && *c != '%')?;
    let quantity = MEASURES.contains(&next) || next.is_ascii() || matches!(next, '℃' | 'μ');
    let numbering = match parts[..] {
        _ if !short => false,
        _ if !mark.is_empty() || number.ends_with('.') => true,
        [_] => behind.starts_with(char::is_whitespace) && !quantity,
        [_, part] => part != "0" && !quantity && (part.len() == 1 || behind.starts_with(char::is_whitespace)),
        _ => true,
    };
    numbering.then(|| format!("{number}{mark}"))
}

/// The mark behind a number, and what follows it.
fn mark(behind: &str) -> Option<(&str, &str)> {
    ["、", ".", "．", ")", ":"].iter().find_map(|mark| behind.strip_prefix(mark).map(|text| (*mark, text)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::fixture::Case;
    use serde_json::json;

    #[test]
    fn a_number_typed_before_a_heading_is_found() {
        for typed in [
            "一、总体思路",
            "（一）总体思路",
            "(二) 总体思路",
            "1.总体思路",
            "2、总体思路",
            "３．总体思路",
            "（1）总体思路",
            "1）总体思路",
            "1.1 总体思路",
            "1.2总体思路",
            "2.1.3 总体思路",
            "1 总体思路",
            "第一章 总体思路",
            "①总体思路",
            "十二、总体思路",
            "一、三链协同",
        ] {
            assert!(heading_number(typed).is_some(), "{typed}");
        }
        Case::of("N010")
            .set("experience.process.content[3].content[0].text", "（二）设计防错")
            .expect(&["warning experience.process.content[3]"]);
    }

    #[test]
    fn no_false_alarm_on_headings_that_begin_with_a_number_of_their_own() {
        for heading in [
            "一核三链四环",
            "一、二级供方协同管理",
            "1、2号线改造",
            "5G+工业互联网赋能",
            "8D方法闭环",
            "2024年全面推广",
            "100%在线检验",
            "1.5倍提速",
            "4.0工厂建设",
            "1.33以上过程能力攻关",
            "1+N模式",
            "7×24小时响应",
            "3大举措并举",
            "12 条产线改造",
            "12 道工序在线检测",
            "8 名黑带驻线辅导",
            "6S管理",
            "第一阶段：试点突破",
            "第一步 定目标",
            "三个转变",
            "“一”字形布局",
            "（试行）办法",
            "（2024年）目标",
            "2025",
            "1",
            "",
            "十年磨一剑",
            "3.0版本",
            "2024、2025年成效",
            "1:1复刻",
        ] {
            assert_eq!(heading_number(heading), None, "{heading}");
        }
    }

    #[test]
    fn a_caption_that_repeats_its_label_is_found() {
        let caption = |text: &str| Case::of("N010").set("experience.process.content[2].attrs.caption", text);
        caption("图1 总体框架").expect(&["warning experience.process.content[2]"]);
        caption("图 2-1总体框架").expect(&["warning experience.process.content[2]"]);
        for text in ["图3D模型", "图1号产线布局", "表面质量对比", "图像识别流程", "总体框架见图1", ""]
        {
            caption(text).expect(&[]);
        }
    }

    #[test]
    fn the_typed_number_is_taken_out() {
        let heading = |text: &str| {
            let content = json!([{ "type": "text", "text": text }]);
            let blocks = json!([{ "type": "heading", "attrs": { "level": 2 }, "content": content }]);
            Case::of("N010").set("experience.overview", json!({ "type": "doc", "content": blocks }))
        };
        for typed in ["（一）总体思路", "一、总体思路", "1.总体思路", "（１） 总体思路", "1.2 总体思路"]
        {
            let fixed = heading(typed).fixed("warning experience.overview.content[0]");
            let text = &fixed["experience"]["overview"]["content"][0]["content"][0]["text"];
            assert_eq!(text, "总体思路", "{typed}");
        }
    }

    #[test]
    fn what_may_belong_to_the_text_is_for_the_user_to_take_out() {
        let content = json!([{ "type": "text", "text": "5.1劳动竞赛" }]);
        let blocks = json!([{ "type": "heading", "attrs": { "level": 2 }, "content": content }]);
        let text = json!({ "type": "doc", "content": blocks });
        let found = Case::of("N010").set("experience.overview", text).findings();
        assert!(found.iter().all(|finding| finding.fix.is_none()), "{found:#?}");
    }
}
