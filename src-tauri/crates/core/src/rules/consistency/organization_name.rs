//! The name the applicant presents itself by in the text.

use super::near_names::{is_near, is_similar, legal_names};
use crate::form::{Path, Section};
use crate::rules::clauses::clauses;
use crate::rules::{Context, Findings, Passage, PassageKind, Rule, Severity, Span};
use crate::text::half_width;

pub(super) const NAME: Rule = Rule {
    id: "C001",
    severity: Severity::Warning,
    title: "正文中的组织名称与申报组织不一致",
    explanation: "组织概况中自我介绍的全称应就是“组织名称”；正文各处也不应出现与之只差一两个字、法人形式不同或去年草稿里的名称。\
                  顾客、供方、竞争对手的名称，“本公司”和“以下简称”的简称，子公司和曾用名不提示。",
    clause: "附件1 申报表 组织名称；附件2 一、2",
    check: name,
};

/// In a clause with one of these, a name like the applicant's own is that of a relative or a former one.
const RELATIVES: &[&str] = &[
    "子公司",
    "分公司",
    "控股",
    "参股",
    "全资",
    "旗下",
    "下属",
    "下设",
    "母公司",
    "关联",
    "投资设立",
    "前身",
    "更名",
    "曾用名",
    "原名",
    "改制",
    "改名",
    "原为",
    "名为",
    "隶属",
];

fn name(context: &Context, findings: &mut Findings) {
    let own = folded(&context.content.organization);
    if own.is_empty() {
        return;
    }
    let before = findings_of_variants(context, &own, findings);
    if !before {
        introduction(context, &own, findings);
    }
}

/// A near variant of the name in a block of the text.
struct Variant<'p> {
    name: String,
    first: &'p Passage,
    span: Option<Span>,
    /// Those that have it: a person answers for all of them.
    clauses: Vec<&'p str>,
}

/// Reports every block with a near variant of the name; says whether 组织概况 has one.
fn findings_of_variants(context: &Context, own: &str, findings: &mut Findings) -> bool {
    let found = variants_by_block(context, own);
    let in_overview = found.iter().any(|variant| variant.first.section == Section::Overview);
    for Variant { name, first, span, clauses } in found {
        let rests_on: Vec<&str> = std::iter::once(own).chain(clauses.into_iter().skip(1)).collect();
        findings.add(first.path(), message(context, &name)).resting_on(&rests_on).span = span;
    }
    let opinion = variants(context, own, &context.content.recommendation.opinion);
    if let Some((_, name)) = opinion.first() {
        findings.report(Path::root("recommendation").key("opinion"), message(context, name));
    }
    in_overview
}

fn variants_by_block<'p>(context: &'p Context, own: &str) -> Vec<Variant<'p>> {
    let mut found: Vec<Variant> = Vec::new();
    for passage in context.passages() {
        for (clause, name) in variants(context, own, &passage.text) {
            let is_same = |one: &&mut Variant| one.name == name && one.first.path() == passage.path();
            match found.iter_mut().find(is_same) {
                Some(one) => one.clauses.push(clause),
                None => {
                    let words = clause.find(&name).map(|at| &clause[at..at + name.len()]);
                    let span = words.and_then(|words| passage.span_of(words));
                    found.push(Variant { name, first: passage, span, clauses: vec![clause] });
                }
            }
        }
    }
    found
}

fn message(context: &Context, variant: &str) -> String {
    let own = context.content.organization.trim();
    format!("正文中写作“{variant}”，组织名称为“{own}”：请核对，改正有误的一处")
}

/// The clauses with a name that is nearly the applicant's, or its former one, and that name.
fn variants<'t>(context: &Context, own: &str, text: &'t str) -> Vec<(&'t str, String)> {
    let former = context.facts.former_organization.as_deref().map(folded);
    let former = former.filter(|former| !former.is_empty() && !own.contains(former.as_str()));
    if former.is_none() && !legal_names(text).any(|before| is_similar(own, before)) {
        return Vec::new();
    }
    let variant = |clause: &str| {
        let clause = folded(clause);
        let rest = clause.replace(own, "\u{1}");
        let former = former.as_ref().filter(|former| rest.contains(former.as_str())).cloned();
        let found = former.or_else(|| {
            let mut names = legal_names(&rest);
            let near = names.find_map(|before| {
                let after = &rest[before.len()..];
                is_near(own, before).filter(|near| !is_a_partner(before, near, after))
            });
            near.filter(|near| !is_anothers(context, near))
        })?;
        (!RELATIVES.iter().any(|word| clause.contains(word))).then_some(found)
    };
    clauses(text).filter_map(|clause| Some((clause, variant(clause)?))).collect()
}

/// Those one names beside oneself: 主要用户有甲公司、乙公司.
const PARTNERS: &[&str] = &[
    "客户",
    "顾客",
    "用户",
    "供方",
    "供应商",
    "供货商",
    "经销商",
    "竞争对手",
    "同行",
    "合作",
    "标杆企业",
    "兄弟企业",
];

/// Whether a name is that of a customer or supplier, as its clause says: 供方甲公司, 甲公司等同行.
fn is_a_partner(before: &str, name: &str, after: &str) -> bool {
    let lead = before.strip_suffix(name).unwrap_or(before);
    let clause = lead.rsplit([',', '。', ';', ':']).next().unwrap_or_default();
    let others = after.strip_prefix('等').unwrap_or_default();
    PARTNERS.iter().any(|partner| clause.contains(partner) || others.starts_with(partner))
}

/// Whether a competitor bears the name.
fn is_anothers(context: &Context, name: &str) -> bool {
    context.content.competitors.iter().any(|row| folded(&row.name).contains(name))
}

/// The name by which 组织概况 introduces the applicant: before （以下简称…）, or what it begins with.
fn introduction(context: &Context, own: &str, findings: &mut Findings) {
    let overview =
        || context.passages_of(Section::Overview).filter(|passage| passage.kind != PassageKind::Caption);
    if overview().any(|passage| folded(&passage.text).contains(own)) {
        return;
    }
    for passage in overview().filter(|passage| passage.kind == PassageKind::Paragraph) {
        let text = folded(&passage.text);
        let Some(name) = introduced(&text) else { continue };
        if !is_anothers(context, name) {
            let shown = context.content.organization.trim();
            let message = format!("组织概况自我介绍为“{name}”，组织名称为“{shown}”：请核对，改正有误的一处");
            let finding = findings.add(passage.path(), message).resting_on(&[own]);
            finding.span = passage.text.find(name).map(|at| passage.span(at..at + name.len()));
        }
        return;
    }
}

fn introduced(text: &str) -> Option<&str> {
    if let Some((before, _)) = text.split_once("(以下简称").or_else(|| text.split_once("(简称")) {
        let start = before
            .rfind([',', '。', ';', ':', '“'])
            .map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
        return Some(&before[start..]).filter(|name| name.chars().count() > 4);
    }
    let first = text.split([',', '。', ';', ':']).next()?;
    let end = ["有限责任公司", "有限公司", "集团公司", "总公司", "总厂", "研究院"]
        .iter()
        .find_map(|form| Some(first.find(form)? + form.len()))?;
    Some(&first[..end]).filter(|name| name.chars().count() > 6)
}

/// Half width, without blanks.
fn folded(text: &str) -> String {
    half_width(text).split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    fn check(text: &str, expected: &[&str]) {
        Case::of("C001").paragraphs("overview", &[text, "公司以诚信为价值观。"]).expect(expected);
    }

    const INTRODUCED: &[&str] = &["warning experience.overview.content[0]"];

    #[test]
    fn an_introduction_under_another_name_is_found() {
        check("杭州虚舟阀门有限公司（以下简称“公司”）成立于2009年。", INTRODUCED);
        check("杭州虚舟阀门股份有限公司成立于2009年，是专业厂家。", INTRODUCED);
        check("始建于2009年，杭州虚舟阀门有限公司（以下简称虚舟）是专业厂家。", INTRODUCED);
    }

    #[test]
    fn a_near_variant_is_found_wherever_it_stands() {
        for variant in [
            "宁波虚安智能水表股份有限公司",
            "宁波虚安智能水表有限责任公司",
            "宁波虚安智能仪表有限公司",
            "宁波市虚安智能水表有限公司",
            "宁波虚安水表有限公司",
            "宁波虚安智能水表厂",
        ] {
            check(&format!("{variant}成立于2009年。"), INTRODUCED);
            let elsewhere =
                Case::of("C001").paragraphs("process", &["甲。", &format!("2024年，{variant}开展攻关。")]);
            elsewhere.expect(&["warning experience.process.content[1]"]);
        }
        let opinion =
            Case::of("C001").set("recommendation.opinion", "宁波虚安智能水表股份有限公司经营规范。");
        opinion.expect(&["warning recommendation.opinion"]);
    }

    #[test]
    fn last_years_name_of_a_rolled_draft_is_found() {
        let rolled = |text: &str| {
            let case = Case::of("C001").paragraphs("process", &[text]);
            case.facts(|facts| facts.former_organization = Some("杭州甬江计量科技有限公司".into()))
        };
        rolled("杭州甬江计量科技有限公司推行防错。").expect(&["warning experience.process.content[0]"]);
        rolled("公司前身为杭州甬江计量科技有限公司，2025年更名。").expect(&[]);
    }

    #[test]
    fn the_applicants_own_names_are_left_alone() {
        for text in [
            "宁波虚安智能水表有限公司（以下简称“虚安水表”）成立于2009年，本公司是专业厂家。虚安水表现有员工420人。",
            "宁波虚安智能水表有限公司，简称虚安水表。",
            "公司成立于2009年，隶属于中国虚装集团有限公司。",
            "作为国家高新技术企业，宁波虚安智能水表有限公司专业从事水表制造。",
            "宁波 虚安智能水表 有限公司成立于2009年。",
            "前身为宁波虚安水表有限公司，2015年更名为宁波虚安智能水表有限公司。",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn customers_suppliers_and_competitors_are_left_alone() {
        let own = "宁波虚安智能水表有限公司成立于2009年。";
        for text in [
            "主要顾客有杭州虚源水务集团有限公司、宁波虚安水务有限公司等。",
            "竞争对手虚江仪表股份有限公司居首位。",
            "公司与德国虚莱流量技术公司、浙江某某大学研究院合作。",
            "供方宁波虚成电子有限公司获评优秀。",
            "主要用户有宁波虚源水务有限公司、宁波虚安水表有限公司等。",
            "全资子公司宁波虚安智能水表销售有限公司负责销售。",
        ] {
            check(&format!("{own}{text}"), &[]);
        }
    }
}
