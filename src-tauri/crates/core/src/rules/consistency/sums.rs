//! Parts and their sum in one sentence.

use crate::rules::clauses::around;
use crate::rules::figures::Figure;
use crate::rules::{Context, Findings, Rule, Severity};
use rust_decimal::Decimal;

pub(super) const SUM: Rule = Rule {
    id: "C010",
    severity: Severity::Warning,
    title: "合计与分项之和不符",
    explanation: "“分别为a、b和c，合计d”“a项、b项和c项，共d项”按分项相加验算，不符的提示；“共d项，其中e项……”有一个分项大于总数的也提示。\
                  单位不同、约数不验算。请核对，改正有误的一个数。",
    clause: "附件2 一、5；承诺书2",
    check: sum,
};

fn sum(context: &Context, findings: &mut Findings) {
    for (passage, figures) in context.prose() {
        let text = passage.text.as_str();
        let has_parts = text.contains("其中");
        for (place, total) in figures.iter().enumerate() {
            let message = wrong_sum(text, figures, place)
                .or_else(|| has_parts.then(|| larger_part(text, figures, place)).flatten());
            if let Some(message) = message {
                findings.add(passage.path(), message).marking(passage.span(total.digits.start..total.end));
            }
        }
    }
}

/// What leads from the parts to their sum.
const TOTALS: [&str; 12] = [
    "三年合计",
    "三年累计",
    "三年共计",
    "三年共",
    "两年合计",
    "合计为",
    "总计为",
    "合计",
    "共计",
    "总计",
    "累计",
    "共",
];

/// What to say where the figures joined before a total do not make it up.
fn wrong_sum(text: &str, figures: &[Figure], place: usize) -> Option<String> {
    let total = &figures[place];
    let lead = TOTALS.iter().find_map(|word| total.before(text).strip_suffix(word))?;
    let lead = lead.strip_suffix(['，', ',', '（', '('])?;
    if place < 2 || total.is_vague(text) {
        return None;
    }
    let parts = parts_up_to(text, &figures[..place], lead.len(), total)?;
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value))?;
    let coarse = parts.iter().map(Figure::step).chain([total.step()]).max()?;
    let slack = if coarse >= Decimal::ONE {
        Decimal::ZERO
    } else {
        coarse.checked_mul(Decimal::from(parts.len()))?
    };
    if sum.checked_sub(total.value)?.abs() <= slack {
        return None;
    }
    let listed: Vec<&str> = parts.iter().map(|part| &text[part.digits.clone()]).collect();
    let (sum, unit) = (sum.normalize(), total.unit(text));
    Some(format!(
        "{}相加为{sum}{unit}，正文写合计{}{unit}：请核对，改正有误的一个数",
        listed.join("、"),
        &text[total.digits.clone()]
    ))
}

/// The figures of one unit, joined by 、 or 和, the last of which ends at a byte.
fn parts_up_to<'f>(text: &str, figures: &'f [Figure], end: usize, total: &Figure) -> Option<&'f [Figure]> {
    let last = figures.last()?;
    let unit = total.unit(text);
    if last.end != end || unit.is_empty() || last.unit(text) != unit {
        return None;
    }
    let mut first = figures.len() - 1;
    while first > 0 {
        let (before, after) = (&figures[first - 1], &figures[first]);
        let joined = matches!(text.get(before.end..after.digits.start)?, "、" | "和" | "及" | "与" | "以及");
        let is_of_unit = before.unit(text) == unit || before.unit(text).is_empty();
        if !joined || !is_of_unit {
            break;
        }
        first -= 1;
    }
    let parts = &figures[first..];
    // 2023、2024年共 counts years, not parts.
    let is_told = parts.len() >= 2 && !parts.iter().any(|part| about(text, part));
    is_told.then_some(parts)
}

fn about(text: &str, figure: &Figure) -> bool {
    ["约", "近", "超", "逾"].iter().any(|word| figure.before(text).ends_with(word))
}

/// Units of what is counted whole.
const COUNTED: [&str; 15] =
    ["项", "件", "人", "家", "个", "台", "套", "条", "篇", "处", "名", "种", "户", "万元", "亿元"];

/// What to say of a part behind 其中 that is larger than the total before.
fn larger_part(text: &str, figures: &[Figure], place: usize) -> Option<String> {
    let part = &figures[place];
    let sentence = around(text, &part.digits);
    let behind = |word: &str| Some(sentence.start + text[sentence.start..part.digits.start].rfind(word)?);
    let among = behind("其中")?;
    let total = figures[..place].iter().rev().find(|figure| figure.end <= among)?;
    if total.digits.start < sentence.start {
        return None;
    }
    let joins = text.get(total.end..among)?;
    let unit = total.unit(text);
    // 其中 of another matter, or of a rate.
    let is_direct = matches!(joins, "，" | "（" | "(" | "," | "。其" | "；");
    let ends = |figure: &Figure| {
        let next = figure.behind(text).chars().next();
        next.is_none_or(|c| !c.is_alphanumeric())
    };
    // Of money and of whole things a part is no more than the whole; rates and turns are no sums.
    let is_whole = |figure: &Figure| figure.value.fract().is_zero() || unit.ends_with('元');
    let is_countable = COUNTED.contains(&unit) && is_whole(part) && is_whole(total);
    let is_mean = text[sentence.start..total.digits.start].contains(['均', '每']);
    let is_same = part.unit(text) == unit && ends(part) && ends(total) && !total.is_vague(text);
    let is_more = part.value > total.value && is_direct && is_countable && is_same && !is_mean;
    let is_of_it = !text[among..part.digits.start].contains(['比', '较', '由', '从', '原']);
    (is_more && is_of_it).then(|| {
        format!(
            "其中的{}{unit}大于总数{}{unit}：请核对，改正有误的一个数",
            &text[part.digits.clone()],
            &text[total.digits.clone()]
        )
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    fn check(text: &str, expected: usize) {
        let findings = Case::of("C010").paragraphs("process", &["开头。", text]).findings();
        assert_eq!(findings.len(), expected, "{text}: {findings:#?}");
    }

    #[test]
    fn a_sum_that_is_not_that_of_its_parts_is_found() {
        for text in [
            "三年收益分别为1120万元、1680万元和2260万元，合计5600万元。",
            "完成项目26项、34项和41项，共111项。",
            "三年投入分别为1.2、1.5和1.8亿元，三年合计5.4亿元。",
            "公司拥有专利21项，其中发明专利26项。",
            "防错装置528处（其中接触式213处、计数式547处）。",
        ] {
            check(text, 1);
        }
    }

    #[test]
    fn sums_that_are_right_and_other_numbers_are_left_alone() {
        for text in [
            "三年收益分别为1120万元、1680万元和2260万元，合计5060万元。",
            "完成项目26项、34项和41项，共101项，其中黑带项目38项、绿带项目63项。",
            "三年投入分别为1.24、1.53和1.84亿元，三年合计4.6亿元。",
            "配备黑带21人、绿带136人，共推进项目101项。",
            "完成项目41项，其中“降噪”项目收益386万元。",
            "覆盖2条、5条产线，累计投入12万元。",
            "现有员工420人，其中工程师60人，培训860人次。",
            "2023、2024年共完成12项。",
            "返修率0.42%，其中装配占53%。",
            "召开会议12次，其中专题会由6次增加到18次。",
            "流动资产周转率1.89次，其中应收账款周转率4.6次。",
            "人均完成改善3件，其中班组长5件。",
            "长3、宽2和高1米，共6米的料架。",
        ] {
            check(text, 0);
        }
    }
}
