//! Where in the content a field's text is.

use super::fields::{DeclarationField, Field, RecommendationField};
use crate::form::{Content, Text};

/// The text of a field.
pub(super) fn text_of(content: &mut Content, field: Field) -> Option<&mut Text> {
    use DeclarationField as D;
    use RecommendationField as R;
    let (declaration, recommendation) = (&mut content.declaration, &mut content.recommendation);
    Some(match field {
        Field::Organization => &mut content.organization,
        Field::Opinion => &mut recommendation.opinion,
        Field::Recommendation(field) => match field {
            R::Unit => &mut recommendation.unit,
            R::Contact => &mut recommendation.contact,
            R::Telephone => &mut recommendation.telephone,
            R::Mobile => &mut recommendation.mobile,
            R::Email => &mut recommendation.email,
        },
        Field::Declaration(field) => match field {
            D::CreditCode => &mut declaration.credit_code,
            D::CentralGroup => &mut declaration.central_group,
            D::Industry => &mut declaration.industry,
            D::OrganizationType => &mut declaration.organization_type,
            D::OrganizationSize => &mut declaration.organization_size,
            D::RecommendingUnit => &mut declaration.recommending_unit,
            D::ExperienceName => &mut declaration.experience_name,
            D::Employees => &mut declaration.employees,
            D::TqmEducationRate => &mut declaration.tqm_education_rate,
            D::QualityStaffRate => &mut declaration.quality_staff_rate,
            D::EngineeringTrainingRate => &mut declaration.engineering_training_rate,
            D::ImprovementRate => &mut declaration.improvement_rate,
            D::ContactName => &mut declaration.contact.name,
            D::Department => &mut declaration.contact.department,
            D::Position => &mut declaration.contact.position,
            D::Telephone => &mut declaration.contact.telephone,
            D::Mobile => &mut declaration.contact.mobile,
            D::Email => &mut declaration.contact.email,
            D::Address => &mut declaration.contact.address,
            D::Postcode => &mut declaration.contact.postcode,
        },
        _ => return None,
    })
}
