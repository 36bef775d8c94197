//! The fields of the 申报书, put into a content that may have some already.

use crate::form::{Content, Text};

/// The fields of the form: one that the document leaves empty stays as it is.
pub(super) fn take_form(present: &mut Content, given: &Content) {
    let take = |place: &mut Text, value: &Text| {
        if !value.is_blank() {
            *place = value.clone();
        }
    };
    take(&mut present.organization, &given.organization);
    present.filled_on = given.filled_on.or(present.filled_on);
    present.pledge.signed_on = given.pledge.signed_on.or(present.pledge.signed_on);
    let (to, from) = (&mut present.recommendation, &given.recommendation);
    take(&mut to.unit, &from.unit);
    take(&mut to.contact, &from.contact);
    take(&mut to.telephone, &from.telephone);
    take(&mut to.mobile, &from.mobile);
    take(&mut to.email, &from.email);
    take(&mut to.opinion, &from.opinion);
    to.signed_on = from.signed_on.or(to.signed_on);
    let (to, from) = (&mut present.declaration, &given.declaration);
    to.central_enterprise = from.central_enterprise.or(to.central_enterprise);
    to.direction = from.direction.or(to.direction);
    to.iso9001 = from.iso9001.or(to.iso9001);
    take(&mut to.credit_code, &from.credit_code);
    take(&mut to.central_group, &from.central_group);
    take(&mut to.industry, &from.industry);
    take(&mut to.organization_type, &from.organization_type);
    take(&mut to.organization_size, &from.organization_size);
    take(&mut to.recommending_unit, &from.recommending_unit);
    take(&mut to.experience_name, &from.experience_name);
    take(&mut to.employees, &from.employees);
    take(&mut to.tqm_education_rate, &from.tqm_education_rate);
    take(&mut to.quality_staff_rate, &from.quality_staff_rate);
    take(&mut to.engineering_training_rate, &from.engineering_training_rate);
    take(&mut to.improvement_rate, &from.improvement_rate);
    let (to, from) = (&mut to.contact, &from.contact);
    take(&mut to.name, &from.name);
    take(&mut to.department, &from.department);
    take(&mut to.position, &from.position);
    take(&mut to.telephone, &from.telephone);
    take(&mut to.mobile, &from.mobile);
    take(&mut to.email, &from.email);
    take(&mut to.address, &from.address);
    take(&mut to.postcode, &from.postcode);
    let (to, from) = (&mut present.signed_pages, &given.signed_pages);
    if !from.pledge.is_empty() {
        to.pledge = from.pledge.clone();
    }
    if !from.recommendation.is_empty() {
        to.recommendation = from.recommendation.clone();
    }
}
