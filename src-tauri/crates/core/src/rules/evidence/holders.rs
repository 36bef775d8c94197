//! Whose the papers are, and who wrote the reports.

use super::files::{item, items_of};
use crate::form::{EvidenceCategory, Path, SurveyMethod};
use crate::rules::legal_names::{folded, full_names, is_stranger};
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const OTHER_HOLDER: Rule = Rule {
    id: "V020",
    severity: Severity::Warning,
    title: "材料题名写的是另一家企业",
    explanation: "ISO 9001证书、财务证明、能力等级证书应是申报组织自己的。题名里写着另一家企业的全称时提示，认证、检测、审计等机构的名称不算。\
        请核对材料，换上本组织的，或改正题名。",
    clause: "附件1 申报表注；附件2 三",
    check: other_holder,
};

pub(super) const OTHER_AGENCY: Rule = Rule {
    id: "V023",
    severity: Severity::Warning,
    title: "调查机构与报告的出具单位不一致",
    explanation: "选“第三方调查”时填的调查机构，应就是证实性材料里调查分析报告的出具单位（题名或备注里的“某某出具”）。请核对，改正有误的一处。",
    clause: "附件1 顾客市场绩效统计表 调查机构名称及注",
    check: other_agency,
};

/// Categories whose papers are the applicant's own.
const OWN: [EvidenceCategory; 3] =
    [EvidenceCategory::Iso9001, EvidenceCategory::Financial, EvidenceCategory::CapabilityLevel];

/// What those are called who certify, test and audit.
const BODIES: [&str; 12] =
    ["认证", "检测", "检验", "审计", "会计", "税务", "评估", "咨询", "测评", "计量", "标准", "质量"];

fn other_holder(context: &Context, findings: &mut Findings) {
    let own = folded(&context.content.organization);
    if own.is_empty() {
        return;
    }
    for category in OWN {
        for (index, evidence) in items_of(context, category) {
            let is_body = |name: &str| BODIES.iter().any(|body| name.contains(body));
            let other = full_names(&evidence.title).find(|name| is_stranger(name, &own) && !is_body(name));
            if let Some(name) = other {
                let message = format!("题名里是“{name}”，申报组织是“{own}”：请换上本组织的材料，或改正题名");
                let path = item(index).key("title");
                findings.add(path, message).resting_on(&[&evidence.title, &own]);
            }
        }
    }
}

fn other_agency(context: &Context, findings: &mut Findings) {
    let market = &context.content.market;
    let surveys = [
        ("satisfaction_survey", &market.satisfaction_survey, EvidenceCategory::Satisfaction),
        ("loyalty_survey", &market.loyalty_survey, EvidenceCategory::Loyalty),
    ];
    for (key, survey, category) in surveys {
        let items = items_of(context, category);
        let said = items.flat_map(|(_, item)| [author(&item.title), author(&item.note)]).flatten();
        let authors: Vec<String> = said.map(folded).collect();
        for year in context.edition.years() {
            let Some(survey) = survey.get(year) else { continue };
            let agency = folded(&survey.agency);
            let is_told = survey.method == Some(SurveyMethod::ThirdParty) && !agency.is_empty();
            let matches = |author: &String| author.ends_with(&agency) || agency.ends_with(author.as_str());
            if is_told && !authors.is_empty() && !authors.iter().any(matches) {
                let message = format!(
                    "{year}年的调查机构是“{agency}”，报告由“{}”出具：请核对，改正有误的一处",
                    authors.join("、")
                );
                let path = Path::root("market").key(key).key(year).key("agency");
                findings.add(path, message).resting_on(&[&agency, &authors.join("、")]);
            }
        }
    }
}

/// Who wrote a report: what stands before 出具.
fn author(text: &str) -> Option<&str> {
    let before = &text[..text.find("出具")?];
    let clause = before.rsplit(['，', '。', '；', '、', ',', ';', '（', '(', ' ']).next()?;
    let name = clause.strip_prefix('由').unwrap_or(clause);
    let is_agency =
        ["中心", "公司", "研究院", "研究所", "协会", "事务所"].iter().any(|end| name.ends_with(end));
    (is_agency && name.chars().count() > 4).then_some(name)
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    #[test]
    fn the_papers_are_ones_own() {
        let title = |item: usize, title: &str| {
            let path = format!("evidence[{item}].title");
            (Case::of("V020").set(&path, title), format!("warning {path}"))
        };
        let (case, place) = title(4, "杭州虚舟阀门有限公司2023—2025年经济效益证明");
        case.expect(&[&place]);
        for (item, sound) in [
            (4, "宁波虚安智能水表有限公司2023—2025年经济效益证明"),
            (4, "宁波虚信会计师事务所有限公司审计报告"),
            (0, "ISO 9001证书（虚方认证集团有限公司颁发）"),
            (3, "上海虚众汽车有限公司2024年度优秀供应商证书"),
            (4, "经济效益证明"),
        ] {
            title(item, sound).0.expect(&[]);
        }
    }

    #[test]
    fn who_asked_the_customers_wrote_the_report() {
        let note = |note: &str| Case::of("V023").set("evidence[1].note", note);
        let at = |year: u16| format!("warning market.satisfaction_survey.{year}.agency");
        let all = [at(2023), at(2024), at(2025)];
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        note("杭州虚量市场研究有限公司出具，6页").expect(&all);
        note("由宁波虚衡测评中心出具").expect(&[]);
        note("市场部出具").expect(&[]);
        note("").expect(&[]);
        note("虚衡测评中心出具").expect(&[]);
        note("杭州虚量市场研究有限公司出具")
            .set("market.satisfaction_survey.2024.method", "self")
            .expect(&[all[0], all[2]]);
    }
}
