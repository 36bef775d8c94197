//! 推荐意见.

use crate::form::Path;
use crate::rules::legal_names::{first_stranger, folded};
use crate::rules::{Context, Findings, Rule, Severity, Span};

pub(super) const OTHER_FIRM: Rule = Rule {
    id: "F028",
    severity: Severity::Warning,
    title: "推荐意见写的是另一家企业",
    explanation: "推荐意见由推荐单位撰写，常由别家的意见改成。意见里有企业全称、却没有申报组织的名称时提示；\
                  写“该公司”或简称的不提示。请改为申报组织的名称。",
    clause: "附件1 推荐表 推荐意见",
    check: other_firm,
};

pub(super) const ONLY_CONSENT: Rule = Rule {
    id: "F029",
    severity: Severity::Warning,
    title: "推荐意见只有“同意”",
    explanation: "推荐表要求推荐单位撰写推荐意见，只写“同意”“同意推荐”“情况属实”看不出推荐理由。\
                  请写明企业的合规情况、经验的特点和成效，再写同意推荐；空着等推荐单位手写的不提示。",
    clause: "附件1 推荐表 推荐意见；推荐表注",
    check: only_consent,
};

fn path() -> Path {
    Path::root("recommendation").key("opinion")
}

fn other_firm(context: &Context, findings: &mut Findings) {
    let (own, opinion) = (&context.content.organization, &context.content.recommendation.opinion);
    if own.is_blank() || folded(opinion).contains(&folded(own)) {
        return;
    }
    if let Some(name) = first_stranger(opinion, own) {
        let message = format!("推荐意见写的是“{name}”，申报组织是“{}”：请改为申报组织的名称", own.trim());
        let span = Span::slice(0, opinion, name);
        findings.add(path(), message).resting_on(&[own, opinion]).span = span;
    }
}

/// What says that one consents and nothing more.
const CONSENT: [&str; 14] = [
    "同意推荐申报",
    "同意推荐上报",
    "同意推荐",
    "同意申报",
    "同意上报",
    "同意",
    "情况属实",
    "材料属实",
    "内容属实",
    "属实",
    "予以推荐",
    "推荐",
    "无意见",
    "请审核",
];

fn only_consent(context: &Context, findings: &mut Findings) {
    let opinion = context.content.recommendation.opinion.trim();
    if opinion.is_empty() || opinion.chars().count() > 24 {
        return;
    }
    let rest = CONSENT.iter().fold(opinion.to_owned(), |rest, words| rest.replace(words, ""));
    if !rest.chars().any(char::is_alphanumeric) {
        let message =
            format!("推荐意见只写了“{opinion}”：请推荐单位写明推荐理由，如企业的合规情况、经验的特点和成效");
        findings.report(path(), message);
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    fn check(rule: &'static str, opinion: &str, found: bool) {
        let case = Case::of(rule).set("recommendation.opinion", opinion);
        case.expect(if found { &["warning recommendation.opinion"] } else { &[] });
    }

    #[test]
    fn an_opinion_on_another_firm_is_found() {
        check("F028", "杭州虚舟阀门有限公司近三年连续盈利，经验成熟，同意推荐。", true);
        check("F028", "经审核，杭州虚舟阀门股份有限公司材料真实，同意推荐。", true);
        check("F028", "宁波虚安智能水表有限公司经验成熟，其控股股东虚装集团有限公司支持，同意推荐。", false);
        check("F028", "该公司经营规范，在虚安区有限公司制企业中率先导入防错方法，同意推荐。", false);
        check("F028", "虚安水表经营规范，经验成熟，同意推荐。", false);
    }

    #[test]
    fn an_opinion_gives_reasons() {
        for consent in ["同意。", "同意推荐", "情况属实，同意推荐申报。", "材料属实，同意上报！"]
        {
            check("F029", consent, true);
        }
        for opinion in ["", "该公司经验成熟，同意推荐。", "经济效益好，同意", "质量提升明显。"]
        {
            check("F029", opinion, false);
        }
    }
}
