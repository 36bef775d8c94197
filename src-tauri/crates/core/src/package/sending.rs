//! Where and how a package is sent (报送), for the window to show step by step.

use super::online_form;
use super::shipment::{one_line, subject};
use crate::edition::Edition;
use crate::form::Content;
use serde::Serialize;

/// Where a package goes, and what to copy there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Sending {
    /// The address of the online form (在线填报).
    pub online_form: String,
    /// What the notice says about it.
    pub upload_note: String,
    /// What the online form asks for, in its order.
    pub values: Vec<FormValue>,
    /// The mail address.
    pub mail_to: String,
    /// Whose it is.
    pub mail_receiver: String,
    /// The subject the notice asks for.
    pub mail_subject: String,
    /// Where the notice says so.
    pub clause: String,
}

/// A field of the online form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct FormValue {
    /// What it is called on the 申报表.
    pub label: String,
    /// What to put there; empty where nothing is filled in.
    pub value: String,
}

impl Sending {
    /// Where the package of this content goes.
    pub fn of(content: &Content, edition: &Edition) -> Sending {
        let labels = edition.track(content.track);
        let value = |(label, value): (&str, String)| FormValue { label: one_line(label), value };
        Sending {
            online_form: labels.online_form.clone(),
            upload_note: labels.upload_note.clone(),
            values: online_form::values(content, edition).into_iter().map(value).collect(),
            mail_to: labels.mail_to.clone(),
            mail_receiver: labels.mail_receiver.clone(),
            mail_subject: subject(content, labels),
            clause: labels.clause.clone(),
        }
    }
}
