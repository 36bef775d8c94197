//! Where and how a package is sent (报送), for the window to show step by step.

use super::online_form::{self, Entry};
use super::shipment::{one_line, subject};
use crate::edition::{Edition, TrackLabels};
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
    /// Who gets the package by mail, each to be ticked off.
    pub receivers: Vec<Receiver>,
    /// The subject the notice asks for.
    pub mail_subject: String,
    /// Where the notice says so.
    pub clause: String,
}

/// Who gets the package by mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Receiver {
    /// The mail address.
    pub address: String,
    /// Whose it is.
    pub name: String,
    /// The field of the content where its mail is ticked off, such as `submission.emailed_on`.
    pub ticked_at: String,
}

/// A field of the online form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct FormValue {
    /// What it is called on the 申报表.
    pub label: String,
    /// What to put there; empty where nothing is filled in.
    pub value: String,
    /// Words to the reader where the form wants no value.
    pub hint: Option<String>,
}

impl Sending {
    /// Where the package of this content goes.
    pub fn of(content: &Content, edition: &Edition) -> Sending {
        let labels = edition.track(content.track);
        let value = |(label, entry): (&str, Entry)| {
            let (value, hint) = match entry {
                Entry::Value(value) => (value, None),
                Entry::Hint(hint) => (String::new(), Some(hint.to_owned())),
            };
            FormValue { label: one_line(label), value, hint }
        };
        Sending {
            online_form: labels.online_form.clone(),
            upload_note: labels.upload_note.clone(),
            values: online_form::values(content, edition).into_iter().map(value).collect(),
            receivers: receivers(content, edition),
            mail_subject: subject(content, labels),
            clause: labels.clause.clone(),
        }
    }
}

fn receivers(content: &Content, edition: &Edition) -> Vec<Receiver> {
    let fields = content.submission.mailed().map(|(key, _)| format!("submission.{key}"));
    let receiver = |(labels, ticked_at): (&TrackLabels, String)| Receiver {
        address: labels.mail_to.clone(),
        name: labels.mail_receiver.clone(),
        ticked_at,
    };
    edition.receivers(content.track).into_iter().zip(fields).map(receiver).collect()
}
