//! Numbers of patents and standards, in the text and in the titles of the evidence.

use super::files::item;
use super::standards;
use crate::form::Path;
use crate::rules::patent_numbers::{self, Fault};
use crate::rules::{Context, Findings, Passage, Rule, Severity, Span};
use std::ops::Range;

pub(super) const PATENT: Rule = Rule {
    id: "V021",
    severity: Severity::Warning,
    title: "专利号有误",
    explanation: "专利号由“ZL”、12位数字（2003年10月以前为8位）、小数点和1位校验位组成，如ZL 2003 1 0102344.5。\
        位数不对的为警告；位数对而校验位不符的多半抄错了一位数字，为提示。请照专利证书改正。",
    clause: "附件2 三",
    check: patent,
};

pub(super) const STANDARD: Rule = Rule {
    id: "V022",
    severity: Severity::Warning,
    title: "标准编号有误或标准已废止",
    explanation: "标准编号写作“GB/T 19001-2016”：代号、顺序号和四位年号（早年的为两位）。年号在将来、位数不对，或斜线写成“\\”的为警告；\
        按已被代替的版本开展工作的为提示，如GB/T 19001-2008已由GB/T 19001-2016代替，写历史沿革的不提示。请照标准文本改正。",
    clause: "附件2 三；附件1 品牌影响与创新成果统计表",
    check: standard,
};

/// Is shown a text, the passage that it is, and told, if it asks, where it stands.
type Visit<'v> = &'v mut dyn FnMut(&str, Option<&Passage>, &dyn Fn() -> Path);

/// Shows every text that may name a number: the passages, the titles and remarks of the evidence, the 品牌 cells.
fn each_text(context: &Context, visit: Visit) {
    for passage in context.passages() {
        visit(&passage.text, Some(passage), &|| passage.path());
    }
    for (index, evidence) in context.content.evidence.iter().enumerate() {
        visit(&evidence.title, None, &|| item(index).key("title"));
        visit(&evidence.note, None, &|| item(index).key("note"));
    }
    for (index, row) in context.content.brand.iter().enumerate() {
        for year in context.edition.years() {
            let path = || Path::root("brand").index(index).key("values").key(year);
            visit(row.values.text(year), None, &path);
        }
    }
}

fn span(text: &str, passage: Option<&Passage>, bytes: Range<usize>) -> Span {
    Span::of(passage.map_or(0, |passage| passage.place), text, bytes)
}

fn patent(context: &Context, findings: &mut Findings) {
    each_text(context, &mut |text, passage, path| {
        for (bytes, fault) in patent_numbers::faults(text) {
            let (severity, message) = told(&text[bytes.clone()], fault);
            findings.add(path(), message).with_severity(severity).marking(span(text, passage, bytes));
        }
    });
}

fn told(number: &str, fault: Fault) -> (Severity, String) {
    match fault {
        Fault::Length(count) => (
            Severity::Warning,
            format!("专利号“{number}”有{count}位数字：应为12位数字加小数点和校验位，请照专利证书改正"),
        ),
        Fault::Check(right) => (
            Severity::Hint,
            format!("专利号“{number}”的校验位应为{right}：可能抄错了数字，请照专利证书核对改正"),
        ),
    }
}

fn standard(context: &Context, findings: &mut Findings) {
    let latest = context.edition.year;
    each_text(context, &mut |text, passage, path| {
        for (bytes, fault) in standards::faults(text, latest) {
            let number = &text[bytes.clone()];
            let (severity, message) = match fault {
                standards::Fault::Form => {
                    (Severity::Warning, format!("标准编号“{number}”有误：请照标准文本改正年号和写法"))
                }
                standards::Fault::Withdrawn(by) => (
                    Severity::Hint,
                    format!("“{number}”已被代替：请核对，改为现行的{by}；写历史沿革的点“已核对”写明理由"),
                ),
            };
            findings.add(path(), message).with_severity(severity).marking(span(text, passage, bytes));
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    #[test]
    fn patent_numbers_are_read_in_text_and_titles() {
        let text = |text: &str| Case::of("V021").paragraphs("process", &["开头。", text]);
        text("获授权专利ZL 2023 1 012345.6。").expect(&["warning experience.process.content[1]"]);
        text("获授权专利ZL 202310123456.7。").expect(&["hint experience.process.content[1]"]);
        text("获授权专利ZL 202310123456.6，ZL50装载机2台。").expect(&[]);
        Case::of("V021")
            .set("evidence[6].title", "发明专利证书（ZL20231012345.6）")
            .expect(&["warning evidence[6].title"]);
    }

    #[test]
    fn standards_are_read_in_text_and_titles() {
        let text = |text: &str| Case::of("V022").paragraphs("process", &["开头。", text]);
        text("按GB/T 19001-2008建立体系。").expect(&["hint experience.process.content[1]"]);
        text("按GB/T 19580-2102自评。").expect(&["warning experience.process.content[1]"]);
        text("按GB/T 19001-2016建立体系，2017年由GB/T 19001-2008换版。").expect(&[]);
        Case::of("V022")
            .set("brand[1].values.2025", "国家标准GB\\T 778.1-2018")
            .expect(&["warning brand[1].values.2025"]);
    }
}
