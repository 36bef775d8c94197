//! Secrecy marks (国家秘密标志).

mod word;

use self::word::{Secrecy, secrecy, words};
use crate::form::{Path, Section};
use crate::rules::printed_texts::each_text;
use crate::rules::{Context, Finding, Findings, Passage, Rule, Severity, Span};

pub(super) const MARK: Rule = Rule {
    id: "N015",
    severity: Severity::Error,
    title: "出现密级标志",
    explanation: "申报材料不得涉及国家秘密。“绝密★”“机密★”“秘密★”（带或不带保密期限）是国家秘密标志，出现在材料里为错误；\
        单独出现“绝密”“机密”“秘密”为警告，典型经验的一部分只提示一次，请逐处核对。“商业秘密”“保守秘密”“不涉及国家秘密”\
        “压缩机密封”一类的说法不算。如材料确实涉密，请删去涉密内容并按保密规定处理，不要在本机继续编辑。",
    clause: "附件1 填报说明2",
    check: mark,
};

fn mark(context: &Context, findings: &mut Findings) {
    each_text(context, &mut |text, place| match secrecy(text) {
        Some((Secrecy::Mark, word)) => report_mark(findings, place(), word, Span::slice(0, text, word)),
        Some((Secrecy::Word, word)) => {
            report_word(findings, place(), word, 1).span = Span::slice(0, text, word);
        }
        None => {}
    });
    Section::ALL.into_iter().for_each(|section| in_section(context, section, findings));
}

/// Every mark is to go; the words are for a person to look at, once a section.
fn in_section(context: &Context, section: Section, findings: &mut Findings) {
    let mut found: Vec<(&Passage, Span)> = Vec::new();
    for passage in context.passages_of(section) {
        match secrecy(&passage.text) {
            Some((Secrecy::Mark, word)) => {
                report_mark(findings, passage.path(), word, passage.span_of(word));
            }
            Some((Secrecy::Word, _)) => {
                let mut spans: Vec<Span> =
                    words(&passage.text).filter_map(|word| passage.span_of(word)).collect();
                spans.sort_by_key(|span| span.start);
                found.extend(spans.into_iter().map(|span| (passage, span)));
            }
            None => {}
        }
    }
    found.dedup_by(|(later, two), (passage, one)| later.path() == passage.path() && one.clause == two.clause);
    let Some((first, span)) = found.first().cloned() else { return };
    // A person answers for all of them: what stands beside one of them may be the secret.
    let others: Vec<&str> = found[1..].iter().map(|(_, span)| span.clause.as_str()).collect();
    report_word(findings, first.path(), &span.words, found.len()).resting_on(&others).marking(span);
}

fn report_mark(findings: &mut Findings, place: Path, word: &str, span: Option<Span>) {
    let message = format!("出现密级标志“{word}★”：材料不得涉及国家秘密，请删去密级标志和涉密内容");
    findings.add(place, message).span = span;
}

fn report_word<'f>(findings: &'f mut Findings, place: Path, word: &str, places: usize) -> &'f mut Finding {
    let all =
        if places > 1 { format!("（本部分共{places}处，请逐处核对）") } else { String::new() };
    let message =
        format!("出现“{word}”字样{all}：涉及国家秘密的请删去，不涉及的请换一种说法，如“保密”“受控”");
    findings.add(place, message).with_severity(Severity::Warning)
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    #[test]
    fn marks_are_errors_wherever_they_stand() {
        let marks = Case::of("N015").paragraphs("process", &["甲", "秘密★5年", "机密★"]);
        marks.expect(&["error experience.process.content[1]", "error experience.process.content[2]"]);
        Case::of("N015").set("evidence[3].title", "机密★某型号质量报告").expect(&["error evidence[3].title"]);
    }

    #[test]
    fn the_words_alone_are_a_warning_a_section() {
        let texts = ["属国家秘密", "甲", "密级：机密"];
        let place = "warning experience.results.content[0]";
        Case::of("N015").paragraphs("results", &texts).expect(&[place]);
        Case::of("N015").paragraphs("results", &texts).expect_message(&["“秘密”", "共2处"]);
        let both = Case::of("N015").paragraphs("results", &texts).paragraphs("process", &["机密文件"]);
        both.expect(&["warning experience.process.content[0]", place]);
        let mark = Case::of("N015").paragraphs("results", &["甲", "绝密★", "密级：机密"]);
        mark.expect(&["error experience.results.content[1]", "warning experience.results.content[2]"]);
    }

    #[test]
    fn every_clause_with_a_word_is_counted_and_the_first_is_marked() {
        let text = "先验收。密级：机密；属国家秘密。其余不涉及商业秘密。";
        let case = Case::of("N015").paragraphs("results", &[text]);
        case.expect_message(&["“机密”", "共2处"]);
    }

    #[test]
    fn words_that_only_hold_the_letters_are_none() {
        let text = "压缩机密封件、织机密度、整机密封和随机密钥都要受控，杜绝密封不良。";
        Case::of("N015").paragraphs("process", &[text]).set("social[0].item", "主机密封").expect(&[]);
    }
}
