//! Numbers of the text that do not follow from those beside them or in the tables, C008–C015.

use super::obeying::{replace, set};
use super::{Fault, fault, sample};

/// One a rule.
pub fn faults() -> Vec<Fault> {
    let mut faults = added();
    faults.extend(changed());
    faults
}

const NUMBER: &str = "请核对，改正有误的一个数";
const PLACE: &str = "请核对，改正有误的一处";
const TEXT: &str = "experience.process.content[77].content[0].text";

/// A sentence at the end of 实施过程, and one that is right.
fn added() -> Vec<Fault> {
    let added = |rule, wrong: &str, words, right: &'static str| {
        let case = sample().append("process", wrong);
        fault(rule, "warning experience.process.content[77]", case).obeyed(words, set(TEXT, right))
    };
    vec![
        added(
            "C008",
            "检测线停机由2023年的120小时降到2025年的80小时，下降43.3%。",
            "按前后数值算应为33.3%",
            "检测线停机由2023年的120小时降到2025年的80小时，下降33.3%。",
        ),
        added(
            "C008",
            "一次交验合格率由92.1%提高到97.4%，提高5.3%。",
            "请写“个百分点”",
            "一次交验合格率由92.1%提高到97.4%，提高5.3个百分点。",
        ),
        added("C008", "误报率由6.8%降到8.6%。", NUMBER, "误报率由8.6%降到6.8%。"),
        added(
            "C009",
            "2025年，公司主营业务收入188240万元，同比增长18.4%。",
            "变化应为14.8%",
            "2025年，公司主营业务收入188240万元，同比增长14.8%。",
        ),
        added(
            "C011",
            "直通率由2023年的91.2%提高到2015年的96.4%。",
            "改正打错的年份",
            "直通率由2023年的91.2%提高到2025年的96.4%。",
        ),
        added(
            "C011",
            "2026年9月，公司已完成全部产线改造。",
            "改正年份或说法",
            "2026年9月前计划完成全部产线改造。",
        ),
        added(
            "C012",
            "近三年（2022—2024年）完成改进项目101项。",
            "请改为这三年",
            "近三年（2023—2025年）完成改进项目101项。",
        ),
        added("C013", "2025年质量损失率0.63%，居行业第1位。", PLACE, "2025年质量损失率0.63%，居行业第2位。"),
    ]
}

/// A number of the sample changed.
fn changed() -> Vec<Fault> {
    let changed = |rule, expected: &'static str, from: &'static str, to: &'static str, words| {
        let (_, path) = expected.split_once(' ').expect("a severity and a path");
        fault(rule, expected, sample().replace(path, from, to)).obeyed(words, replace(path, to, from))
    };
    vec![
        changed("C010", "warning experience.process.content[43]", "合计5060万元", "合计5600万元", NUMBER),
        changed("C014", "warning social[2].values.2025", "0.094", "0.098", PLACE),
        changed("C015", "warning experience.results.content[13]", "发明专利21项", "发明专利26项", PLACE),
        changed("C015", "warning experience.results.content[13]", "13.7亿元", "13.9亿元", PLACE),
    ]
}
