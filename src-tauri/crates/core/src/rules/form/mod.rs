//! The form (附件1), F001–F032.

mod choices;
mod contact;
mod credit_code;
mod filled_on;
mod full_width;
mod mail_slips;
mod opinion;
mod organization;
mod parties;
mod placeholder;
mod recommendation;
mod reachable;
mod staff;

pub use credit_code::{credit_code_fault, credit_code_meant};

use super::{Rule, last_year};
use crate::form::map::PartKey;

pub(super) const RULES: &[Rule] = &[
    organization::NAME,
    credit_code::CODE,
    credit_code::ORGANISATION_PART,
    choices::CENTRAL_ENTERPRISE,
    choices::CENTRAL_GROUP,
    choices::NO_CENTRAL_GROUP,
    choices::INDUSTRY,
    choices::ORGANIZATION_TYPE,
    choices::ORGANIZATION_SIZE,
    recommendation::UNIT,
    recommendation::SAME_UNIT,
    choices::DIRECTION,
    choices::ISO_9001,
    staff::EMPLOYEES,
    staff::RATES,
    staff::FULL_RATES,
    contact::FIELDS,
    contact::MOBILE,
    contact::EMAIL,
    contact::TELEPHONE,
    contact::POSTCODE,
    filled_on::FILLED_ON,
    placeholder::PLACEHOLDER,
    organization::LEGAL_FORM,
    recommendation::CONTACT,
    full_width::FULL_WIDTH,
    LAST_YEAR,
    opinion::OTHER_FIRM,
    opinion::ONLY_CONSENT,
    parties::OWN_UNIT,
    parties::SHARED_NUMBER,
    mail_slips::SLIP,
];

const LAST_YEAR: Rule =
    last_year::rule("F027", |context, findings| last_year::open(context, findings, &[PartKey::Basics]));
