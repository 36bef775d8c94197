//! 由a提高到b，提高c%: the change between two figures of one sentence.

use super::amount::{self, Amount, Fault, Kind, Pair};
use crate::rules::clauses::{ENDS, around};
use crate::rules::figures::Figure;
use crate::rules::{Context, Findings, Passage, Rule, Severity};

pub(in crate::rules::consistency) const BETWEEN: Rule = Rule {
    id: "C008",
    severity: Severity::Warning,
    title: "增减幅度与前后数值不符",
    explanation: "“由a提高到b，提高c%”“年均增长c%”“提高c个百分点”“提高c倍”按前后两个数值验算，四舍五入后仍不符的提示；\
                  百分比之差应写“个百分点”。说“降到”却变大、说“增加到”却变小的也提示。约数、范围不验算。请核对，改正有误的一个数。",
    clause: "附件2 一、5；承诺书2",
    check: between,
};

/// Leads to the later value. Those of the first group go down, those of the second up; of the others either may be.
const DOWN: [&str; 18] = [
    "降低到",
    "降低至",
    "下降到",
    "下降至",
    "减少到",
    "减少至",
    "缩短到",
    "缩短至",
    "压缩到",
    "压缩至",
    "压减至",
    "缩减到",
    "缩小到",
    "降到",
    "降至",
    "降为",
    "减至",
    "减到",
];
const UP: [&str; 7] = ["增长到", "增长至", "增加到", "增加至", "增至", "增为", "扩大到"];
const EITHER: [&str; 14] = [
    "提高到",
    "提高至",
    "提升到",
    "提升至",
    "上升到",
    "上升至",
    "升至",
    "升到",
    "改善到",
    "改善至",
    "变为",
    "提高为",
    "提升为",
    "延长到",
];

/// Leads from the earlier value.
const FROM: [&str; 3] = ["由", "从", "自"];

fn between(context: &Context, findings: &mut Findings) {
    for (passage, figures) in context.prose() {
        for place in 1..figures.len() {
            if let Some(message) = judge(&passage.text, figures, place) {
                let (from, to) = (&figures[place - 1], figures.get(place + 1).unwrap_or(&figures[place]));
                report(findings, passage, from.digits.start..to.end, message);
            }
        }
    }
}

/// Reports at the figures, as far as they stand in one sentence.
fn report(findings: &mut Findings, passage: &Passage, bytes: std::ops::Range<usize>, message: String) {
    let sentence = around(&passage.text, &(bytes.start..bytes.start));
    let span = bytes.start..bytes.end.min(sentence.end);
    findings.add(passage.path(), message).marking(passage.span(span));
}

/// What to say of the figure that follows the one it came from.
fn judge(text: &str, figures: &[Figure], place: usize) -> Option<String> {
    let (from, to) = (&figures[place - 1], &figures[place]);
    let verb = verb_between(text, from, to)?;
    let (start, later) = (leads_from(from.before(text))?, year_at_end(to.before(text)));
    if from.is_vague(text) || to.is_vague(text) || !is_one_unit(text, from, to, verb) {
        return None;
    }
    let shown = |figure: &Figure| text[figure.digits.start..figure.end].to_owned();
    let is_worse =
        (DOWN.contains(&verb) && to.value > from.value) || (UP.contains(&verb) && to.value < from.value);
    if is_worse {
        return Some(format!("“由{}{verb}{}”前后矛盾：请核对，改正有误的一个数", shown(from), shown(to)));
    }
    let next = figures.get(place + 1)?;
    let years = start.zip(later).and_then(|(start, later)| later.checked_sub(start));
    let amount = stated(text, from, to, next, years)?;
    let pair = Pair::of(from, to, is_percent(to.unit(text)));
    let told = format!("由{}{verb}{}", shown(from), shown(to));
    Some(match amount::fault(&pair, &amount)? {
        Fault::Measure if amount.kind == Kind::Points => {
            format!("{told}，{}是变化率：“个百分点”请改为“%”", shown(next))
        }
        Fault::Measure => format!("{told}，相差{}：百分比之差请写“个百分点”", shown(next)),
        Fault::Other(right) => {
            let unit = next.unit(text);
            format!("{told}，按前后数值算应为{right}{unit}，正文写{}：请核对，改正有误的一个数", shown(next))
        }
    })
}

fn is_percent(unit: &str) -> bool {
    matches!(unit, "%" | "％")
}

/// The verb, if nothing but it and a year stand between two figures.
fn verb_between<'t>(text: &'t str, from: &Figure, to: &Figure) -> Option<&'t str> {
    let between = text.get(from.end..to.digits.start)?.trim();
    if between.len() > 60 || between.contains(ENDS) {
        return None;
    }
    let bare = without_year(between.trim_end_matches('的'));
    let verbs = DOWN.iter().chain(&UP).chain(&EITHER);
    let verb = verbs.filter(|verb| bare.ends_with(**verb)).max_by_key(|verb| verb.len())?;
    // The rest of the unit of the first figure may stand before: 分钟, 件/月.
    let rest = bare.strip_suffix(verb)?;
    let is_unit = rest.chars().count() <= 4 && !rest.contains(['，', '、', '；', '：', '（']);
    let at = from.end + text[from.end..].find(verb)?;
    is_unit.then(|| &text[at..at + verb.len()])
}

/// Whether both have one unit; the earlier may leave it out.
fn is_one_unit(text: &str, from: &Figure, to: &Figure, verb: &str) -> bool {
    let full = |figure: &Figure, behind: &str| format!("{}{behind}", figure.unit(text));
    let rest = from.behind(text).split(verb).next().unwrap_or_default().trim();
    let from = full(from, rest);
    from.is_empty() || text[to.digits.end..].trim_start().starts_with(&from)
}

/// The year that a value comes from, if 由 or 从 leads to it.
fn leads_from(before: &str) -> Option<Option<u32>> {
    let bare = before.trim_end_matches('的').trim_end();
    let year = year_at_end(before);
    let bare = without_year(bare).trim_end();
    FROM.iter().any(|from| bare.ends_with(from)).then_some(year)
}

/// The text without a year at its end: `2023年`, `2023年底`.
fn without_year(text: &str) -> &str {
    let bare = text.trim_end_matches(['底', '末', '初']);
    match bare.strip_suffix('年') {
        Some(bare) if bare.ends_with(|c: char| c.is_ascii_digit()) => {
            bare.trim_end_matches(|c: char| c.is_ascii_digit())
        }
        _ => text,
    }
}

fn year_at_end(text: &str) -> Option<u32> {
    let bare = text.trim_end_matches('的').trim_end_matches(['底', '末', '初']).strip_suffix('年')?;
    bare.get(bare.len().checked_sub(4)?..)?.parse().ok()
}

/// What may stand between the later value and the change.
const FILLERS: [&str; 18] = [
    "，", "（", ",", "(", "即", "累计", "三年", "两年", "共", "合计", "总体", "整体", "平均", "实际", "幅度",
    "率", "了", "达",
];
const CHANGES: [&str; 18] = [
    "提高", "提升", "增长", "增加", "上升", "增幅", "涨幅", "升高", "扩大", "下降", "降低", "减少", "缩短",
    "压缩", "降幅", "缩减", "压减", "减小",
];
const YEARLY: [&str; 4] = ["年均复合", "年均", "年平均", "年复合"];

/// The change that is stated directly behind the later value.
fn stated(text: &str, from: &Figure, to: &Figure, next: &Figure, years: Option<u32>) -> Option<Amount> {
    let (mut between, mut yearly, mut verbs) = (text.get(to.end..next.digits.start)?, false, 0);
    // The rest of a longer unit may stand first: 件/月, 吨标准煤.
    let comma = between.find(['，', '（', ',', '('])?;
    if between[..comma].chars().count() > 4 || between[..comma].contains(ENDS) {
        return None;
    }
    between = &between[comma..];
    while !between.is_empty() {
        if let Some(rest) = YEARLY.iter().find_map(|word| between.strip_prefix(word)) {
            (between, yearly) = (rest, true);
        } else if let Some(rest) = CHANGES.iter().find_map(|word| between.strip_prefix(word)) {
            (between, verbs) = (rest, verbs + 1);
        } else {
            between = FILLERS.iter().find_map(|word| between.strip_prefix(word))?;
        }
    }
    let ends = next.behind(text).chars().next().is_none_or(|c| !c.is_alphanumeric() && c != '～' && c != '~');
    if verbs != 1 || next.is_vague(text) || !ends {
        return None;
    }
    let kind = match next.unit(text) {
        "%" | "％" if yearly => Kind::Yearly(years.filter(|years| (1..=10).contains(years))?),
        _ if yearly => return None,
        "%" | "％" => Kind::Percent,
        "个百分点" | "百分点" => Kind::Points,
        "倍" => Kind::Times,
        unit if !unit.is_empty() && unit == to.unit(text) && unit == from.unit(text) => Kind::Difference,
        _ => return None,
    };
    Some(Amount { kind, value: next.value, step: next.step() })
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    fn check(text: &str, expected: usize) {
        let findings = Case::of("C008").paragraphs("process", &["开头。", text]).findings();
        assert_eq!(findings.len(), expected, "{text}: {findings:#?}");
    }

    #[test]
    fn a_change_that_does_not_follow_is_found() {
        for text in [
            "异常停机由2023年的120小时降到2025年的80小时，下降43.3%。",
            "订单由3960万元增长到5230万元，增长42.1%。",
            "订单由2023年的3960万元增长到2025年的5230万元，年均增长24.9%。",
            "一次交验合格率由92.1%提高到97.4%，提高5.3%。",
            "一次交验合格率由92.1%提高到97.4%，提高6.3个百分点。",
            "检验人员由176人减少到98人，减少87人。",
            "平均寿命由8200小时提高到12600小时（提高3.5倍）。",
            "误报率由6.8%降到8.6%。",
            "周期由12天缩短到7天，缩短51.7%。",
        ] {
            check(text, 1);
        }
    }

    /// Each change follows from its two figures, or is of something else.
    const FOLLOWING: &[&str] = &[
        "异常停机由2023年的120小时降到2025年的80小时，下降33.3%。",
        "订单由2023年的3960万元增长到2025年的5230万元，年均增长14.9%，利润增长9%。",
        "一次交验合格率由92.1%提高到97.4%，提高5.3个百分点。",
        "检验人员由176人减少到98人，减少78人。",
        "平均寿命由8200小时提高到12600小时，提高0.5倍。",
        "定位精度由0.05mm提高到0.02mm，提高60%。",
        "周期由12天缩短到7天，缩短四成。",
        "由12天缩短到7天，效率提高20%，比上年提高8%。",
        "齿轮精度由6级提高到5级。",
        "由约120小时降到80小时，下降40%。",
        "产能由30万吨增加到36万吨，增长20%。",
        "打样由12天压缩到7天，提前5天交付。",
        "温度由45℃升至52℃，上升7℃。",
        "由第5位上升到第3位，上升2位。",
        "速度由2.5℃/min降为1.8℃/min后，标准差由0.21缩小到0.09，下降57%。",
    ];

    #[test]
    fn a_change_that_follows_is_right() {
        for text in FOLLOWING {
            check(text, 0);
        }
    }
}
