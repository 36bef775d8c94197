//! The fields of cover, 承诺书, 推荐表 and 申报表 with their labels.

use super::sheet::Sheet;
use crate::edition::Edition;
use crate::import::words::normal;

/// A field that has a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Organization,
    FilledOn,
    Recommendation(RecommendationField),
    Declaration(DeclarationField),
    CentralEnterprise,
    Direction,
    Iso9001,
    Opinion,
    PledgeSignedOn,
}

/// A text of the 推荐表.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RecommendationField {
    Unit,
    Contact,
    Telephone,
    Mobile,
    Email,
}

/// A text of the 申报表.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DeclarationField {
    CreditCode,
    CentralGroup,
    Industry,
    OrganizationType,
    OrganizationSize,
    RecommendingUnit,
    ExperienceName,
    Employees,
    TqmEducationRate,
    QualityStaffRate,
    EngineeringTrainingRate,
    ImprovementRate,
    ContactName,
    Department,
    Position,
    Telephone,
    Mobile,
    Email,
    Address,
    Postcode,
}

/// A label with its field and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Label {
    pub field: Field,
    pub sheet: Sheet,
    /// Its spellings as they are compared, the longest first.
    spellings: Vec<String>,
}

/// The labels of an edition.
pub(super) fn labels(edition: &Edition) -> Vec<Label> {
    use DeclarationField as D;
    use Field::{Declaration, Recommendation};
    use RecommendationField as R;
    let (all, declaration, recommendation) =
        (&edition.application, &edition.application.declaration, &edition.application.recommendation);
    let of_declaration = [
        (
            Field::Organization,
            &declaration.organization,
            &["申报组织名称", "申报单位", "单位名称", "企业名称", "申报组织全称"][..],
        ),
        (Declaration(D::CreditCode), &declaration.credit_code, &["社会信用代码", "统一信用代码"]),
        (
            Field::CentralEnterprise,
            &declaration.central_enterprise,
            &["是否中央企业", "是否央企", "是否属于央企"],
        ),
        (Declaration(D::CentralGroup), &declaration.central_group, &["所属央企集团", "央企集团全称"]),
        (Declaration(D::Industry), &declaration.industry, &["所属行业", "行业类别", "行业"]),
        (Declaration(D::OrganizationType), &declaration.organization_type, &["企业类型", "单位类型"]),
        (Declaration(D::OrganizationSize), &declaration.organization_size, &["企业规模", "单位规模"]),
        (Declaration(D::RecommendingUnit), &declaration.recommending_unit, &[]),
        (Declaration(D::ExperienceName), &declaration.experience_name, &["典型经验名称"]),
        (Field::Direction, &declaration.direction, &[]),
        (Field::Iso9001, &declaration.iso9001, &["是否通过iso9001质量管理体系认证", "是否通过iso9001认证"]),
        (Declaration(D::Employees), &declaration.employees, &["员工总人数", "职工总数", "员工人数"]),
        (
            Declaration(D::TqmEducationRate),
            &declaration.tqm_education_rate,
            &["tqm普及教育普及率", "全面质量管理普及教育普及率"],
        ),
        (Declaration(D::QualityStaffRate), &declaration.quality_staff_rate, &["质量岗位人员能力测评达标率"]),
        (
            Declaration(D::EngineeringTrainingRate),
            &declaration.engineering_training_rate,
            &["质量工程技术专业培训覆盖率"],
        ),
        (Declaration(D::ImprovementRate), &declaration.improvement_rate, &["质量改进活动参与率"]),
        (Declaration(D::ContactName), &declaration.contact_name, &["联系人姓名", "申报联系人"]),
        (Declaration(D::Department), &declaration.department, &["所在部门"]),
        (Declaration(D::Position), &declaration.position, &["职位"]),
        (Declaration(D::Telephone), &declaration.telephone, &["联系电话", "固定电话", "办公电话"]),
        (Declaration(D::Mobile), &declaration.mobile, &["手机号", "手机号码", "移动电话"]),
        (Declaration(D::Email), &declaration.email, &["电子邮箱", "电子邮件", "e-mail", "email"]),
        (Declaration(D::Address), &declaration.address, &["地址", "通信地址", "联系地址"]),
        (Declaration(D::Postcode), &declaration.postcode, &["邮政编码"]),
    ];
    let of_recommendation = [
        (Recommendation(R::Unit), &recommendation.unit, &["推荐单位名称"][..]),
        (Recommendation(R::Contact), &recommendation.contact, &["推荐联系人", "联系人"]),
        (Recommendation(R::Telephone), &recommendation.telephone, &["联系电话", "固定电话"]),
        (Recommendation(R::Mobile), &recommendation.mobile, &["手机号", "手机号码", "移动电话"]),
        (Recommendation(R::Email), &recommendation.email, &["邮箱", "电子邮件", "e-mail", "email"]),
        (Field::Opinion, &recommendation.opinion, &["推荐单位意见"]),
    ];
    let of_cover = [
        (Field::Organization, &all.organization, &["申报组织名称", "申报组织", "申报单位"][..]),
        (Field::FilledOn, &all.filled_on, &["填报日期", "申报日期"]),
    ];
    let of_pledge = [
        (Field::Organization, &all.organization, &["单位名称"][..]),
        (Field::PledgeSignedOn, &all.pledge.signed_on, &["日期"]),
    ];
    let label = |sheet| {
        move |(field, label, others): (Field, &String, &[&str])| Label {
            field,
            sheet,
            spellings: spellings(label, others),
        }
    };
    let declaration = of_declaration.into_iter().map(label(Sheet::Declaration));
    let recommendation = of_recommendation.into_iter().map(label(Sheet::Recommendation));
    let cover = of_cover.into_iter().map(label(Sheet::Cover));
    declaration
        .chain(recommendation)
        .chain(cover)
        .chain(of_pledge.into_iter().map(label(Sheet::Pledge)))
        .collect()
}

/// The ways to write a label: whole, without its explanation, without its brackets.
fn spellings(label: &str, others: &[&str]) -> Vec<String> {
    let whole = normal(label);
    let whole = whole.trim_end_matches(':').to_owned();
    let short = whole.split(':').next().unwrap_or_default().to_owned();
    let plain = without_brackets(&short);
    let mut all = vec![whole, short, plain];
    all.extend(others.iter().map(|other| normal(other)));
    all.sort_by_key(|spelling| std::cmp::Reverse(spelling.chars().count()));
    all.dedup();
    all
}

/// Without what stands in brackets.
fn without_brackets(text: &str) -> String {
    let mut depth = 0;
    let outside = |c: &char| {
        depth += i32::from(*c == '(');
        let is_outside = depth == 0;
        depth -= i32::from(*c == ')' && depth > 0);
        is_outside
    };
    text.chars().filter(outside).collect()
}

impl Label {
    /// Whether a text is this label, or begins with it and goes on behind a colon or a tick.
    pub fn read(&self, text: &str) -> Option<Option<String>> {
        let line = normal(text);
        let line = line.trim_start_matches(['*', '※', '·']);
        let plain = without_brackets(line.trim_end_matches(':'));
        let is_it = |spelling: &String| line.trim_end_matches(':') == spelling || plain == *spelling;
        if self.spellings.iter().any(is_it) || self.is_spelt_alike(line) {
            return Some(None);
        }
        let begun = self.spellings.iter().find(|spelling| goes_on(line, spelling))?;
        behind(text, begun).map(Some)
    }

    /// Long labels are known though a word of them was changed.
    fn is_spelt_alike(&self, line: &str) -> bool {
        let head = line.split(':').next().unwrap_or_default();
        let head = without_brackets(head);
        let letters = head.chars().count();
        let known = |spelling: &String| {
            let plain = without_brackets(spelling);
            let length = plain.chars().count();
            length >= 9
                && letters >= 9
                && letters <= length + 4
                && (plain.ends_with(&head) || head.ends_with(&plain))
        };
        self.spellings.iter().any(known)
    }
}

/// Whether a line goes on behind a label with a colon, or with brackets and a colon.
fn goes_on(line: &str, label: &str) -> bool {
    let Some(rest) = line.strip_prefix(label) else { return false };
    let rest = match rest.strip_prefix('(').and_then(|inner| inner.split_once(')')) {
        Some((_, rest)) => rest,
        None => rest,
    };
    rest.starts_with(':') || rest.starts_with(['□', '☑', '√', '☒', '■', '○', '●', '✓', '✔'])
}

/// What of the text as typed stands behind a label.
fn behind(text: &str, label: &str) -> Option<String> {
    let mut wanted = label.chars().peekable();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let Some(letter) = wanted.peek() else { break };
        if normal(&c.to_string()) == letter.to_string() {
            wanted.next();
            end = at + c.len_utf8();
        }
    }
    let rest = text[end..].trim_start();
    let rest = match rest.starts_with(['（', '(']) {
        true => rest.split_once(['）', ')']).map_or(rest, |(_, rest)| rest),
        false => rest,
    };
    Some(rest.trim_start().trim_start_matches(['：', ':']).to_owned())
}
