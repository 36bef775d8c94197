//! Claims to be first, only, ahead, without a figure.

use super::superlatives::claimed;
use super::words::is_prose;
use crate::form::EvidenceCategory;
use crate::rules::clauses::clauses;
use crate::rules::quantity::has_quantity;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const CLAIM: Rule = Rule {
    id: "N016",
    severity: Severity::Warning,
    title: "“领先、首创、唯一”一类的说法没有依据",
    explanation: "“国内首创、行业领先、排名第一、唯一、填补空白、行业最佳”一类的说法，要有数据或证书支持。本段没有数据，证实性材料里也没有\
        荣誉证书或创新成果时提示。请补充数据（如市场占有率、排名的来源）、附上鉴定或获奖证明，或改用平实的说法。",
    clause: "附件2 一；办法第六条（三）；承诺书2",
    check: claim,
};

fn claim(context: &Context, findings: &mut Findings) {
    let proves = [EvidenceCategory::Honor, EvidenceCategory::Innovation];
    if context.content.evidence.iter().any(|item| proves.contains(&item.category)) {
        return;
    }
    let prose = context.passages().iter().filter(|passage| is_prose(passage));
    for passage in prose.filter(|passage| !has_quantity(&passage.text)) {
        // A person answers for one clause, and not for the next.
        for claim in clauses(&passage.text).filter_map(claimed) {
            let message = format!(
                "“{claim}”没有数据或证明支持：请在本段写明数据和来源，附上荣誉证书或创新成果，或改用平实的说法"
            );
            findings.add(passage.path(), message).span = passage.span_of(claim);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    fn without_proof() -> Case {
        Case::of("N016").set("evidence[3].category", "other")
    }

    #[test]
    fn a_claim_without_figure_or_proof_is_found_in_its_paragraph() {
        let claim = "公司2024年研发的在线测量技术国内领先。";
        let found = &["warning experience.process.content[1]"];
        without_proof().paragraphs("process", &["甲", claim]).expect(found);
        without_proof().paragraphs("process", &[claim]).expect_message(&["国内领先"]);
        let two = "在线测量技术国内领先。该方法为行业首创，全国唯一。";
        let place = "warning experience.process.content[0]";
        without_proof().paragraphs("process", &[two]).expect(&[place, place]);
    }

    #[test]
    fn a_figure_in_the_paragraph_or_a_proof_silences() {
        without_proof().paragraphs("process", &["精度达到0.5μm，国内领先。"]).expect(&[]);
        Case::of("N016").paragraphs("process", &["技术国内领先。"]).expect(&[]);
        without_proof()
            .set("evidence[3].category", "innovation")
            .paragraphs("process", &["技术国内领先。"])
            .expect(&[]);
    }

    #[test]
    fn headings_cells_and_captions_are_not_judged() {
        without_proof()
            .set("experience.process.content[0].content[0].text", "打造行业首创的管控体系")
            .expect(&[]);
        without_proof().set("experience.process.content[2].attrs.caption", "国内首创的装置").expect(&[]);
    }
}
