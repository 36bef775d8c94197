//! The labels of the fields: as an edition's form has them, and as people write them.

use super::fields::{DeclarationField as D, Field, RecommendationField as R};
use super::label::Label;
use super::sheet::Sheet;
use crate::edition::{ApplicationLabels, Edition};

/// A field, its label in the form and how else people write it.
type Known = (Field, fn(&ApplicationLabels) -> &String, &'static [&'static str]);

/// Those of the 申报表.
const DECLARATION: &[Known] = &[
    (
        Field::Organization,
        |form| &form.declaration.organization,
        &["申报组织名称", "申报单位", "单位名称", "企业名称", "申报组织全称"],
    ),
    (
        Field::Declaration(D::CreditCode),
        |form| &form.declaration.credit_code,
        &["社会信用代码", "统一信用代码"],
    ),
    (
        Field::CentralEnterprise,
        |form| &form.declaration.central_enterprise,
        &["是否中央企业", "是否央企", "是否属于央企"],
    ),
    (
        Field::Declaration(D::CentralGroup),
        |form| &form.declaration.central_group,
        &["所属央企集团", "央企集团全称"],
    ),
    (Field::Declaration(D::Industry), |form| &form.declaration.industry, &["所属行业", "行业类别", "行业"]),
    (
        Field::Declaration(D::OrganizationType),
        |form| &form.declaration.organization_type,
        &["企业类型", "单位类型"],
    ),
    (
        Field::Declaration(D::OrganizationSize),
        |form| &form.declaration.organization_size,
        &["企业规模", "单位规模"],
    ),
    (Field::Declaration(D::RecommendingUnit), |form| &form.declaration.recommending_unit, &[]),
    (Field::Declaration(D::ExperienceName), |form| &form.declaration.experience_name, &["典型经验名称"]),
    (Field::Direction, |form| &form.declaration.direction, &[]),
    (
        Field::Iso9001,
        |form| &form.declaration.iso9001,
        &["是否通过iso9001质量管理体系认证", "是否通过iso9001认证"],
    ),
    (
        Field::Declaration(D::Employees),
        |form| &form.declaration.employees,
        &["员工总人数", "职工总数", "员工人数"],
    ),
    (
        Field::Declaration(D::TqmEducationRate),
        |form| &form.declaration.tqm_education_rate,
        &["tqm普及教育普及率", "全面质量管理普及教育普及率"],
    ),
    (
        Field::Declaration(D::QualityStaffRate),
        |form| &form.declaration.quality_staff_rate,
        &["质量岗位人员能力测评达标率"],
    ),
    (
        Field::Declaration(D::EngineeringTrainingRate),
        |form| &form.declaration.engineering_training_rate,
        &["质量工程技术专业培训覆盖率"],
    ),
    (
        Field::Declaration(D::ImprovementRate),
        |form| &form.declaration.improvement_rate,
        &["质量改进活动参与率"],
    ),
    (
        Field::Declaration(D::ContactName),
        |form| &form.declaration.contact_name,
        &["联系人姓名", "申报联系人"],
    ),
    (Field::Declaration(D::Department), |form| &form.declaration.department, &["所在部门"]),
    (Field::Declaration(D::Position), |form| &form.declaration.position, &["职位"]),
    (
        Field::Declaration(D::Telephone),
        |form| &form.declaration.telephone,
        &["联系电话", "固定电话", "办公电话"],
    ),
    (Field::Declaration(D::Mobile), |form| &form.declaration.mobile, &["手机号", "手机号码", "移动电话"]),
    (
        Field::Declaration(D::Email),
        |form| &form.declaration.email,
        &["电子邮箱", "电子邮件", "e-mail", "email"],
    ),
    (Field::Declaration(D::Address), |form| &form.declaration.address, &["地址", "通信地址", "联系地址"]),
    (Field::Declaration(D::Postcode), |form| &form.declaration.postcode, &["邮政编码"]),
];

/// Those of the 推荐表.
const RECOMMENDATION: &[Known] = &[
    (Field::Recommendation(R::Unit), |form| &form.recommendation.unit, &["推荐单位名称"]),
    (Field::Recommendation(R::Contact), |form| &form.recommendation.contact, &["推荐联系人", "联系人"]),
    (Field::Recommendation(R::Telephone), |form| &form.recommendation.telephone, &["联系电话", "固定电话"]),
    (
        Field::Recommendation(R::Mobile),
        |form| &form.recommendation.mobile,
        &["手机号", "手机号码", "移动电话"],
    ),
    (
        Field::Recommendation(R::Email),
        |form| &form.recommendation.email,
        &["邮箱", "电子邮件", "e-mail", "email"],
    ),
    (Field::Opinion, |form| &form.recommendation.opinion, &["推荐单位意见"]),
];

/// Those of the cover.
const COVER: &[Known] = &[
    (Field::Organization, |form| &form.organization, &["申报组织名称", "申报组织", "申报单位"]),
    (Field::FilledOn, |form| &form.filled_on, &["填报日期", "申报日期"]),
];

/// Those of the 承诺书.
const PLEDGE: &[Known] = &[
    (Field::Organization, |form| &form.organization, &["单位名称"]),
    (Field::PledgeSignedOn, |form| &form.pledge.signed_on, &["日期"]),
];

/// The labels of an edition.
pub(super) fn labels(edition: &Edition) -> Vec<Label> {
    let pages = [
        (Sheet::Declaration, DECLARATION),
        (Sheet::Recommendation, RECOMMENDATION),
        (Sheet::Cover, COVER),
        (Sheet::Pledge, PLEDGE),
    ];
    let of_page = |(sheet, known): (Sheet, &'static [Known])| {
        let label = move |(field, label, others): &Known| {
            Label::of(*field, sheet, label(&edition.application), others)
        };
        known.iter().map(label)
    };
    pages.into_iter().flat_map(of_page).collect()
}
