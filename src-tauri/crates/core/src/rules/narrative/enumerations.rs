//! 一是、二是、三是: counted without a gap, and as many as were announced.

use super::words::is_prose;
use crate::form::Section;
use crate::rules::{Context, Findings, Passage, Rule, Severity};

pub(super) const GAP: Rule = Rule {
    id: "N026",
    severity: Severity::Warning,
    title: "“一是、二是”的序号不连续",
    explanation: "逐条列举的“一是、二是、三是”和“第一，第二，第三，”应连续，缺了或重复了多半是改稿时删去一条而没有改后面的序号。请核对后改正。",
    clause: "附件2 一",
    check: gap,
};

pub(super) const COUNT: Rule = Rule {
    id: "N027",
    severity: Severity::Hint,
    title: "列举的条数与前文所说不符",
    explanation: "前一句说“三项措施”“两个方面”，后面“一是、二是……”列出的条数却不同。请核对，改正条数或补上、并掉一条。",
    clause: "附件2 一",
    check: count,
};

/// An ordinal that begins a clause.
#[derive(Clone, Copy)]
struct Ordinal<'p> {
    passage: &'p Passage,
    /// Where it begins in the passage, in bytes.
    at: usize,
    number: usize,
    /// 第一， rather than 一是.
    is_ranked: bool,
}

impl Ordinal<'_> {
    fn words(&self) -> &str {
        let text = &self.passage.text[self.at..];
        let count = if self.is_ranked { 2 } else { self.length() };
        text.char_indices().nth(count).map_or(text, |(end, _)| &text[..end])
    }

    /// Of 一是 two characters, of 十一是 three.
    fn length(&self) -> usize {
        if self.number > 10 { 3 } else { 2 }
    }
}

const NUMERALS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

fn place(numeral: char) -> Option<usize> {
    NUMERALS.iter().position(|other| *other == numeral).map(|place| place + 1)
}

/// The ordinals of a section in order.
fn ordinals<'p>(context: &'p Context, section: Section) -> Vec<Ordinal<'p>> {
    let prose = context.passages_of(section).filter(|passage| is_prose(passage));
    let in_passage = |passage: &'p Passage| {
        let text = passage.text.as_str();
        let is = text.match_indices('是').filter_map(move |(at, _)| counted(passage, &text[..at]));
        let ranked = text.match_indices('第').filter_map(move |(at, _)| ranked(passage, at));
        let mut found: Vec<Ordinal> = is.chain(ranked).collect();
        found.sort_by_key(|ordinal| ordinal.at);
        found
    };
    prose.flat_map(in_passage).collect()
}

/// 一 before 是, at the beginning of a clause.
fn counted<'p>(passage: &'p Passage, before: &str) -> Option<Ordinal<'p>> {
    let numeral = before.chars().next_back()?;
    let number = place(numeral)?;
    let lead = &before[..before.len() - numeral.len_utf8()];
    let (number, lead) = match lead.strip_suffix('十') {
        Some(lead) if number < 10 => (10 + number, lead),
        _ => (number, lead),
    };
    begins_clause(lead).then_some(Ordinal { passage, at: lead.len(), number, is_ranked: false })
}

/// 第一， at the beginning of a clause.
fn ranked(passage: &Passage, at: usize) -> Option<Ordinal<'_>> {
    let mut behind = passage.text[at + '第'.len_utf8()..].chars();
    let number = place(behind.next()?)?;
    let is_ranked = behind.next() == Some('，') && begins_clause(&passage.text[..at]);
    is_ranked.then_some(Ordinal { passage, at, number, is_ranked })
}

fn begins_clause(lead: &str) -> bool {
    let lead = lead.trim_end();
    lead.is_empty() || lead.ends_with(['。', '；', '：', '，', ';', ':', '！', '“', '（'])
}

fn gap(context: &Context, findings: &mut Findings) {
    for section in Section::ALL {
        let ordinals = ordinals(context, section);
        for is_ranked in [false, true] {
            let mut open: Vec<usize> = Vec::new();
            let mut block = None;
            for ordinal in ordinals.iter().filter(|ordinal| ordinal.is_ranked == is_ranked) {
                // Only in one paragraph enumerations lie inside each other.
                if ordinal.number == 1 && block != Some(ordinal.passage.block) {
                    open.clear();
                }
                block = Some(ordinal.passage.block);
                report_gap(findings, &mut open, ordinal);
            }
        }
    }
}

/// Looks whether an ordinal follows one that is open; enumerations may lie inside each other.
fn report_gap(findings: &mut Findings, open: &mut Vec<usize>, ordinal: &Ordinal) {
    let Ordinal { passage, at, number, .. } = *ordinal;
    let last = open.last().copied();
    if number == 1 {
        return open.push(1);
    }
    match open.iter().rposition(|last| last + 1 == number) {
        Some(place) => {
            open.truncate(place);
            open.push(number);
        }
        None => {
            let Some(last) = last else { return };
            let words = ordinal.words();
            let before = NUMERALS.get(last - 1).unwrap_or(&'十');
            let before = if ordinal.is_ranked { format!("第{before}") } else { format!("{before}是") };
            let message = format!("“{before}”之后是“{words}”：请核对，补上缺的一条或改正序号");
            findings.add(passage.path(), message).marking(passage.span(at..at + words.len()));
            open.push(number);
        }
    }
}

fn count(context: &Context, findings: &mut Findings) {
    for section in Section::ALL {
        let ordinals = ordinals(context, section);
        let counted: Vec<&Ordinal> = ordinals.iter().filter(|ordinal| !ordinal.is_ranked).collect();
        for (place, first) in counted.iter().enumerate().filter(|(_, ordinal)| ordinal.number == 1) {
            let follow =
                counted[place..].iter().zip(1..).take_while(|(ordinal, number)| ordinal.number == *number);
            let listed = follow.count();
            let passage = first.passage;
            let Some((words, said)) = announced(&passage.text[..first.at]) else { continue };
            let last = counted[place + listed - 1];
            let goes_on = ["此外", "最后", "同时", "另外", "还", "再者"];
            let may_go_on = goes_on.iter().any(|word| last.passage.text[last.at..].contains(word));
            if listed > 1 && (listed > said || listed < said && !may_go_on) {
                let message = format!("前文说“{words}”，后面列了{listed}条：请核对，改正条数或补上缺的一条");
                let finding = findings.add(passage.path(), message);
                finding.resting_on(&[words, &listed.to_string()]).span = passage.span_of(words);
            }
        }
    }
}

/// What may be announced to be listed.
#[rustfmt::skip]
const LISTED: [&str; 30] = [
    "措施", "做法", "方面", "方向", "特点", "结论", "原则", "问题", "举措", "环节", "步骤", "途径", "机制", "转变", "突破", "优势",
    "抓手", "要点", "方法", "任务", "对策", "层面", "维度", "原因", "条件", "路径", "亮点", "创新", "短板", "要求",
];

const MEASURES: [&str; 8] = ["项", "个", "条", "点", "种", "大", "类", "方面"];

/// How many items the clause before announces, and its words for it: 三项措施.
fn announced(lead: &str) -> Option<(&str, usize)> {
    let lead = lead.trim_end_matches(['：', '。', ':', '，', ' ']);
    let clause = lead.rsplit(['。', '；', '，', '！', '？', '\n', '、']).next()?;
    let numerals = clause.char_indices().filter_map(|(at, c)| Some((at, c, said(c)?)));
    let mut found = numerals.filter_map(|(at, c, said)| {
        let behind = &clause[at + c.len_utf8()..];
        let measure = MEASURES.iter().find(|measure| behind.starts_with(**measure))?;
        let noun = &behind[measure.len()..];
        let alone = clause[..at].chars().next_back();
        let is_alone =
            !alone.is_some_and(|c| c.is_ascii_digit() || NUMERALS.contains(&c) || c == '第' || c == '.');
        let is_listed = *measure == "方面" || noun.is_empty() || is_noun(noun);
        (is_alone && is_listed).then_some((&clause[at..], said))
    });
    found.next_back().filter(|(words, _)| words.chars().count() <= 14)
}

/// Whether the clause ends in what may be listed, with 入手 or 完善 behind.
fn is_noun(noun: &str) -> bool {
    LISTED.iter().any(|word| noun.find(word).is_some_and(|at| noun[at + word.len()..].chars().count() <= 4))
}

fn said(c: char) -> Option<usize> {
    match c {
        '两' => Some(2),
        '2'..='9' => c.to_digit(10).map(|digit| digit as usize),
        '十' => None,
        _ => place(c).filter(|number| *number > 1),
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    fn check(rule: &'static str, texts: &[&str], expected: &[&str]) {
        Case::of(rule).paragraphs("process", texts).expect(expected);
    }

    const SECOND: &str = "experience.process.content[1]";

    #[test]
    fn a_gap_in_the_count_is_found() {
        for text in [
            "一是定标准；二是抓培训；四是严考核。",
            "一是定标准，二是抓培训，二是严考核。",
            "第一，定标准；第三，严考核。",
            "一是定标准，一是抓培训，三是严考核。",
        ] {
            check("N026", &["开头。", text], &[&format!("warning {SECOND}")]);
        }
        check("N026", &["一是定标准。", "三是严考核。"], &[&format!("warning {SECOND}")]);
    }

    #[test]
    fn no_false_alarm_where_the_count_goes_on() {
        for text in [
            "一是定标准；二是抓培训；三是严考核。",
            "一是定标准：一是广度，二是深度；二是抓培训；三是严考核。",
            "这是第一是非之地，第二次、第四次评审通过。二是二、四是四。",
            "统一是前提，不二是态度。",
            "第一阶段、第三阶段，第一，定标准；第二，严考核。",
            "十是目标。九是上限。",
        ] {
            check("N026", &["开头。", text], &[]);
        }
        check("N026", &["一是定标准。", "二是抓培训。", "一是人，二是机。"], &[]);
    }

    #[test]
    fn another_number_than_was_announced_is_found() {
        for text in [
            "公司采取三项措施。一是定标准；二是抓培训；三是严考核；四是给奖励。",
            "主要从两个方面入手：一是人，二是机，三是料。",
            "对策有四项：一是人，二是机，三是料。",
        ] {
            check("N027", &["开头。", text], &[&format!("hint {SECOND}")]);
        }
    }

    #[test]
    fn no_false_alarm_on_other_numbers_before() {
        for text in [
            "公司采取三项措施。一是定标准；二是抓培训；三是严考核。",
            "经过三个月，一是定标准，二是抓培训。",
            "公司设十三个方面的指标。一是定标准，二是抓培训。",
            "公司采取三项措施。一是定标准；二是抓培训。此外还严考核。",
            "公司2025年新增5种产品。一是水表，二是流量计。",
            "第三项措施：一是定标准，二是抓培训。",
            "五个部门共同参加，一是定标准，二是抓培训。",
        ] {
            check("N027", &["开头。", text], &[]);
        }
        let listed = ["公司采取三项措施。一是定标准。", "二是抓培训。", "三是严考核。"];
        check("N027", &listed, &[]);
    }
}
