//! The financial proof.

use super::files::{item, items_of};
use crate::form::{Evidence, EvidenceCategory, Path};
use crate::rules::attached::is_without_seal;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const MISSING: Rule = Rule {
    id: "V005",
    severity: Severity::Error,
    title: "缺少经济效益证明或财务分析报告",
    explanation: "经济效益需有组织财务部门出具的证明或财务分析报告，并加盖财务公章。请添加近三年的证明，类别选“经济效益证明或财务分析报告”。",
    clause: "附件1 经济和质量效益统计表注；附件2 三",
    check: missing,
};

pub(super) const UNSEALED: Rule = Rule {
    id: "V006",
    severity: Severity::Error,
    title: "财务证明没有确认盖章",
    explanation: "经济效益证明或财务分析报告须加盖财务公章。程序看不出扫描件上有没有章，请核对后在该材料上确认；\
        没有盖的请盖章后重新扫描。附了几份的，至少有一份盖章。",
    clause: "附件1 经济和质量效益统计表注；附件2 三",
    check: unsealed,
};

pub(super) const NO_SEAL: Rule = Rule {
    id: "V016",
    severity: Severity::Hint,
    title: "财务证明上没有看到红色印章",
    explanation: "经济效益证明或财务分析报告须加盖财务公章。程序在彩色扫描件上找红色的圆章或椭圆章，没有找到；灰度、黑白的页不判断。\
        请核对：没有盖的请盖章后重新扫描；印章太淡、遮住太多的，可以核对后说明。",
    clause: "附件1 经济和质量效益统计表注；附件2 三",
    check: no_seal,
};

fn missing(context: &Context, findings: &mut Findings) {
    if items_of(context, EvidenceCategory::Financial).next().is_none() {
        let category = context.edition.evidence.category_label(EvidenceCategory::Financial);
        let message =
            format!("缺少财务证明：请添加财务部门出具、加盖财务公章的近三年证明，类别选“{category}”");
        findings.report_missing(Path::root("evidence"), message);
    }
}

fn unsealed(context: &Context, findings: &mut Findings) {
    let proofs = || items_of(context, EvidenceCategory::Financial);
    let is_outdated =
        |proof: &Evidence| context.facts.outdated_answers.contains(&format!("sealed:{}", proof.id));
    if proofs().any(|(_, proof)| proof.sealed == Some(true) && !is_outdated(proof)) {
        return;
    }
    let Some((index, proof)) = proofs().next() else { return };
    let message = match proof.sealed {
        Some(_) if is_outdated(proof) => "确认盖章之后换过扫描件：请核对新的扫描件上已加盖财务公章，再次确认",
        Some(false) => "财务证明没有盖章：请加盖财务公章后重新扫描添加，再确认已盖章",
        _ => "财务证明还没有确认盖章：请核对扫描件上的财务公章后确认",
    };
    let finding = findings.add(item(index).key("sealed"), message);
    if proof.sealed.is_none() {
        finding.missing();
    }
}

fn no_seal(context: &Context, findings: &mut Findings) {
    let mut proofs =
        items_of(context, EvidenceCategory::Financial).filter(|(_, proof)| !proof.files.is_empty());
    // One of several is enough.
    let Some((index, proof)) = proofs.next() else { return };
    let is_without = |proof: &Evidence| is_without_seal(context, &proof.files);
    if is_without(proof) && proofs.all(|(_, proof)| is_without(proof)) {
        let message = "经济效益证明这一页没有看到红色印章：请核对，没有盖财务公章的请盖章后重新扫描添加";
        let resting: Vec<&str> = proof.files.iter().map(|file| file.as_str()).collect();
        findings.add(item(index).key("files").index(0), message).resting_on(&resting);
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::{Value, json};

    #[test]
    fn the_financial_department_proves_the_figures() {
        Case::of("V005").set("evidence[4].category", "other").expect(&["error evidence"]);
        Case::of("V005").expect(&[]);
    }

    #[test]
    fn the_proof_is_confirmed_as_sealed() {
        let sealed = |sealed: Value| Case::of("V006").set("evidence[4].sealed", sealed);
        sealed(Value::Null).expect(&["error evidence[4].sealed"]);
        sealed(json!(false)).expect_message(&["加盖财务公章后重新扫描"]);
        Case::of("V006").set("evidence[4].category", "other").expect(&[]);
    }

    #[test]
    fn one_of_the_proofs_shows_a_seal() {
        let without = |files: &'static [&'static str]| {
            Case::of("V016")
                .facts(move |facts| facts.without_seal.extend(files.iter().map(|id| id.to_string())))
        };
        without(&["a5"]).expect(&["hint evidence[4].files[0]"]);
        without(&["a1", "a2"]).expect(&[]);
        let further =
            json!({ "id": "e9", "category": "financial", "title": "财务分析报告", "files": ["a6"] });
        without(&["a5"]).set("evidence[7]", further.clone()).expect(&[]);
        without(&["a5", "a6"]).set("evidence[7]", further).expect(&["hint evidence[4].files[0]"]);
    }

    #[test]
    fn no_false_alarm_on_an_audit_report_beside_the_sealed_proof() {
        let audit = json!({ "id": "e9", "category": "financial", "title": "审计报告", "files": ["a5"] });
        Case::of("V006").set("evidence[7]", audit).expect(&[]);
    }
}
