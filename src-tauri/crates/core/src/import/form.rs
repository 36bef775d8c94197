//! The fields of the 申报书, put into a content that may have some already.

use crate::form::{Content, Text};

/// The fields of the form: one that the document leaves empty stays as it is.
pub(super) fn take_form(present: &mut Content, given: &Content) {
    take(&mut present.organization, &given.organization);
    present.filled_on = given.filled_on.or(present.filled_on);
    present.pledge.signed_on = given.pledge.signed_on.or(present.pledge.signed_on);
    let (to, from) = (&mut present.recommendation, &given.recommendation);
    take_all(to.texts_mut(), from.texts());
    to.signed_on = from.signed_on.or(to.signed_on);
    let (to, from) = (&mut present.declaration, &given.declaration);
    take_all(to.texts_mut(), from.texts());
    take_all(to.contact.texts_mut(), from.contact.texts());
    to.central_enterprise = from.central_enterprise.or(to.central_enterprise);
    to.direction = from.direction.or(to.direction);
    to.iso9001 = from.iso9001.or(to.iso9001);
    let (to, from) = (&mut present.signed_pages, &given.signed_pages);
    if !from.pledge.is_empty() {
        to.pledge = from.pledge.clone();
    }
    if !from.recommendation.is_empty() {
        to.recommendation = from.recommendation.clone();
    }
}

fn take_all<'t>(
    places: impl Iterator<Item = &'t mut Text>,
    given: impl Iterator<Item = (&'static str, &'t Text)>,
) {
    places.zip(given).for_each(|(place, (_, value))| take(place, value));
}

fn take(place: &mut Text, value: &Text) {
    if !value.is_blank() {
        *place = value.clone();
    }
}
