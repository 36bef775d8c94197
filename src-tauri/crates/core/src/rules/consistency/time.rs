//! Years that cannot be, and three years that are not the ones asked for.

use super::text_tables;
use crate::date::Date;
use crate::form::rich_text::Block;
use crate::form::{EvidenceCategory, Path, Section};
use crate::rules::clauses::ENDS;
use crate::rules::{Context, Findings, PassageKind, Rule, Severity};
use std::ops::Range;

pub(super) const IMPOSSIBLE: Rule = Rule {
    id: "C011",
    severity: Severity::Warning,
    title: "年份不合常理",
    explanation: "“由2023年……降到2015年”“2025—2023年”“2023年、2014年和2025年”这样先后颠倒的年份，和还没有到的日子却说“已完成”“获得”的，\
                  多半打错了。请核对后改正。",
    clause: "承诺书2；附件2 一、5",
    check: impossible,
};

pub(super) const THREE_YEARS: Rule = Rule {
    id: "C012",
    severity: Severity::Warning,
    title: "近三年不是申报当年之前的三年",
    explanation: "填报说明规定按年度填写的指标是申报当年之前连续三年的。正文写“近三年（2022—2024年）”、报告或证明的题名写着更早的三年时提示，\
                  多半沿用了去年的材料。请改为通知规定的三年，数据一并更新。",
    clause: "附件1 填报说明3；附件2 一、5",
    check: three_years,
};

/// A year in a text.
#[derive(Debug, Clone)]
struct Named {
    year: u16,
    bytes: Range<usize>,
    month: Option<u8>,
}

impl Named {
    fn shown(&self) -> String {
        let Named { year, month, .. } = self;
        month.map_or_else(|| format!("{year}年"), |month| format!("{year}年{month}月"))
    }
}

/// The years of a text: four digits with 年 behind, or that begin a range or a list.
fn years(text: &str) -> Vec<Named> {
    let bytes = text.as_bytes();
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(start) = bytes[at..].iter().position(u8::is_ascii_digit).map(|start| at + start) {
        let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        at = start + length;
        let joined = start > 0
            && (bytes[start - 1].is_ascii_alphanumeric() || matches!(bytes[start - 1], b'.' | b'-' | b'/'));
        let behind = &text[at..];
        let is_year = behind.starts_with(['年', '—', '–', '～', '~', '、', '和', '至']);
        let year = text[start..at].parse().ok().filter(|year| length == 4 && (1980..2100).contains(year));
        if let Some(year) = year.filter(|_| !joined && is_year) {
            found.push(Named { year, bytes: start..at, month: month(behind) });
        }
    }
    found
}

/// 年9月.
fn month(behind: &str) -> Option<u8> {
    let behind = behind.strip_prefix('年')?;
    let end = behind.find(|c: char| !c.is_ascii_digit())?;
    behind[end..].starts_with('月').then(|| behind[..end].parse().ok()).flatten()
}

fn impossible(context: &Context, findings: &mut Findings) {
    headed_backwards(context, findings);
    for passage in context.passages().iter().filter(|passage| passage.kind != PassageKind::Caption) {
        let (text, years) = (passage.text.as_str(), years(&passage.text));
        let fault = (0..years.len()).find_map(|place| {
            backwards(text, &years, place)
                .or_else(|| out_of_order(text, &years, place))
                .or_else(|| not_yet(text, &years[place], context.facts.today))
        });
        if let Some((bytes, message)) = fault {
            let is_ahead = message.contains("还没有到");
            let today = if is_ahead { context.facts.today.to_string() } else { String::new() };
            findings.add(passage.path(), message).resting_on(&[&today]).marking(passage.span(bytes));
        }
    }
}

/// A table whose head names years out of order: 2023年, 2014年, 2025年.
fn headed_backwards(context: &Context, findings: &mut Findings) {
    for (section, text) in context.content.experience.sections() {
        for (index, block) in text.blocks.iter().enumerate() {
            let Block::Table(table) = block else { continue };
            let head = table.rows.first().map(|row| text_tables::years(row)).unwrap_or_default();
            let named: Vec<u16> = head.into_iter().flatten().collect();
            let in_order =
                |ordered: fn(&u16, &u16) -> bool| named.windows(2).all(|pair| ordered(&pair[0], &pair[1]));
            if named.len() >= 3
                && !in_order(|one, other| one <= other)
                && !in_order(|one, other| one >= other)
            {
                let shown: Vec<String> = named.iter().map(u16::to_string).collect();
                let message = format!("表头的年份（{}）不按先后：请核对，改正打错的年份", shown.join("、"));
                findings.report(Path::block(section, index), message);
            }
        }
    }
}

type Fault = (Range<usize>, String);

/// 2025—2023年, 由2023年的1.42%降到2015年.
fn backwards(text: &str, years: &[Named], place: usize) -> Option<Fault> {
    let (to, from) = (&years[place], years.get(place.checked_sub(1)?)?);
    let between = text.get(from.bytes.end..to.bytes.start)?;
    if to.year >= from.year || between.contains(ENDS) {
        return None;
    }
    let is_range =
        ["—", "——", "–", "～", "~", "至", "年—", "年——", "年至", "年到", "年～"].contains(&between);
    let leads = ["由", "从", "自"].iter().any(|lead| text[..from.bytes.start].ends_with(lead));
    let verbs = [
        "降到",
        "降至",
        "提高到",
        "提升到",
        "提升至",
        "提高至",
        "增长到",
        "增长至",
        "增加到",
        "增加至",
        "减少到",
        "缩短到",
        "下降到",
        "下降至",
        "上升到",
    ];
    let changes = leads && between.chars().count() <= 24 && ends_in_verb(between, &verbs);
    let said = ["年达到", "年降到", "年提高到", "年为", "年又", "年再"];
    let goes_on = ends_in_verb(&text[..from.bytes.start], &verbs)
        && between.chars().count() <= 16
        && between.ends_with('，')
        && said.iter().any(|words| text[to.bytes.end..].starts_with(words));
    let (earlier, later) = (from.year, to.year);
    (is_range || changes || goes_on).then(|| {
        let message = format!("先写{earlier}年、后写{later}年，先后颠倒：请核对，改正打错的年份");
        (from.bytes.start..to.bytes.end, message)
    })
}

fn ends_in_verb(text: &str, verbs: &[&str]) -> bool {
    verbs.iter().any(|verb| text.ends_with(verb))
}

/// 2023年、2014年和2025年: of three in a row the middle one or the last breaks the order.
fn out_of_order(text: &str, years: &[Named], place: usize) -> Option<Fault> {
    let [first, middle, last] = years.get(place..place + 3)? else { return None };
    let joined = |one: &Named, other: &Named| {
        let between = text.get(one.bytes.end..other.bytes.start).unwrap_or_default();
        matches!(between, "、" | "年、" | "和" | "年和" | "年及" | "年与" | "及")
    };
    let is_list = joined(first, middle) && joined(middle, last) && !first.bytes.is_empty();
    let in_order = (first.year < middle.year && middle.year < last.year)
        || (first.year > middle.year && middle.year > last.year);
    (is_list && !in_order).then(|| {
        let message =
            format!("{}、{}、{}年不按先后：请核对，改正打错的年份", first.year, middle.year, last.year);
        (first.bytes.start..last.bytes.end, message)
    })
}

const DONE: [&str; 12] = [
    "已完成",
    "已建成",
    "已通过",
    "已实现",
    "已获",
    "已达到",
    "已全部",
    "被评为",
    "被认定为",
    "荣获",
    "通过了",
    "完成了",
];
const AHEAD: [&str; 20] = [
    "计划",
    "预计",
    "预期",
    "将",
    "拟",
    "目标",
    "力争",
    "争取",
    "规划",
    "到期",
    "有效",
    "前",
    "至",
    "之内",
    "以内",
    "确保",
    "完成期限",
    "节点",
    "到",
    "推迟",
];

/// 2026年9月已完成, said in May.
fn not_yet(text: &str, named: &Named, today: Date) -> Option<Fault> {
    let month = named.month.unwrap_or(1);
    let day = Date::new(named.year.into(), month, 1).ok()?;
    if day <= today {
        return None;
    }
    let start = text[..named.bytes.start].rfind(ENDS).map_or(0, |at| at + 1);
    let start = (start..=named.bytes.start).find(|at| text.is_char_boundary(*at))?;
    let sentence = text[start..].split(ENDS).find(|part| !part.is_empty())?;
    let done = DONE
        .iter()
        .find(|word| text[named.bytes.end..].split(ENDS).next().unwrap_or_default().contains(**word))?;
    if AHEAD.iter().any(|word| sentence.contains(word)) {
        return None;
    }
    let message = format!("{}还没有到，正文却说“{done}”：请核对，改正年份或说法", named.shown());
    Some((named.bytes.clone(), message))
}

fn three_years(context: &Context, findings: &mut Findings) {
    for passage in context.passages() {
        if !passage.text.contains('年') {
            continue;
        }
        let years = years(&passage.text);
        let told = years.windows(2).find(|pair| is_recent(context, &passage.text, pair, passage.section));
        if let Some([from, to]) = told {
            let bytes = from.bytes.start..to.bytes.end;
            let message = message(context, from.year, to.year);
            findings.add(passage.path(), message).marking(passage.span(bytes));
        }
    }
    for (index, item) in context.content.evidence.iter().enumerate() {
        let by_year = [
            EvidenceCategory::Satisfaction,
            EvidenceCategory::Loyalty,
            EvidenceCategory::Financial,
            EvidenceCategory::Environment,
        ];
        let (years, last) = (years(&item.title), context.edition.last_year());
        let told = years.windows(2).find(|pair| is_range(&item.title, pair) && is_other(context, pair));
        if let Some([from, to]) =
            told.filter(|_| by_year.contains(&item.category) && item.years.contains(&last))
        {
            let path = Path::root("evidence").index(index).key("title");
            findings.report(path, message(context, from.year, to.year));
        }
    }
}

fn message(context: &Context, from: u16, to: u16) -> String {
    let asked = context.edition.years();
    format!("{from}—{to}年不是申报当年之前的三年（{}—{}年）：请改为这三年，数据一并更新", asked[0], asked[2])
}

fn is_range(text: &str, pair: &[Named]) -> bool {
    let between = text.get(pair[0].bytes.end..pair[1].bytes.start).unwrap_or_default();
    ["—", "——", "–", "-", "～", "~", "至", "年—", "年至", "年～", "年到"].contains(&between)
}

/// Whether two years bound three that end before the last one asked for.
fn is_other(context: &Context, pair: &[Named]) -> bool {
    let last = context.edition.last_year().number();
    pair[1].year == pair[0].year + 2 && pair[1].year < last
}

/// 近三年（2022—2024年）; among the results also 2022—2024年…分别为.
fn is_recent(context: &Context, text: &str, pair: &[Named], section: Section) -> bool {
    if !is_range(text, pair) || !is_other(context, pair) {
        return false;
    }
    let before = text[..pair[0].bytes.start].trim_end_matches(['（', '(']);
    let behind = text[pair[1].bytes.end..].trim_start_matches(['年', '）', ')', '，', '的']);
    let is_told = ["近三年", "最近三年", "过去三年"].iter().any(|words| before.ends_with(words))
        || ["近三年", "三年来"].iter().any(|words| behind.starts_with(words));
    let clause = behind.split(ENDS).next().unwrap_or_default();
    let is_result = section == Section::Results
        && ["分别为", "依次为", "分别是"].iter().any(|words| clause.contains(words));
    is_told || is_result
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    fn check(rule: &'static str, section: &str, text: &str, expected: usize) {
        let findings = Case::of(rule).paragraphs(section, &["开头。", text]).findings();
        assert_eq!(findings.len(), expected, "{text}: {findings:#?}");
    }

    #[test]
    fn years_that_cannot_be_are_found() {
        for text in [
            "直通率由2023年的91.2%提高到2015年的96.4%。",
            "2025—2023年累计完成101项。",
            "2023年、2014年和2025年分别完成26项、34项和41项。",
            "直通率由2023年的91.2%提高到2024年的93.1%，2015年达到96.4%。",
            "2026年9月，公司已完成全部产线改造。",
            "公司2027年被评为省级绿色工厂。",
        ] {
            check("C011", "process", text, 1);
        }
    }

    #[test]
    fn years_that_can_be_are_left_alone() {
        for text in [
            "直通率由2023年的91.2%提高到2025年的96.4%。",
            "2023—2025年累计完成101项，2021年诊断，2019年试用。",
            "2023年、2024年和2025年分别完成26项、34项和41项。",
            "2025年、2024年、2023年依次为41项、34项和26项。",
            "2026年9月前计划完成全部产线改造，2027年力争被评为省级绿色工厂。",
            "证书有效期至2028年6月，已通过审核。",
            "2026年4月，公司已完成全部产线改造。",
            "与2025年相比，2021年的水平较低；2025年优于2023年。",
            "编号2025、2023-01。",
        ] {
            check("C011", "process", text, 0);
        }
    }

    #[test]
    fn the_three_years_are_those_of_the_notice() {
        check("C012", "process", "近三年（2022—2024年）完成改进项目86项。", 1);
        check("C012", "process", "2022年至2024年近三年完成改进项目86项。", 1);
        check("C012", "results", "2022—2024年，直通率分别为91%、93%和95%。", 1);
        check("C012", "process", "2022—2024年，直通率分别为91%、93%和95%。", 0);
        check("C012", "results", "近三年（2023—2025年）完成改进项目86项，2021—2024年试点。", 0);
        Case::of("C012")
            .set("evidence[4].title", "2022—2024年经济效益证明")
            .expect(&["warning evidence[4].title"]);
        Case::of("C012").set("evidence[4].title", "2023-2025年经济效益证明").expect(&[]);
    }
}
