//! What was packed and where it goes: all that the 报送说明 and the mail say.

use super::{FileDigest, MailTier, PackageNames, Reduction, Stage};
use crate::date::Date;
use crate::edition::{Edition, TrackLabels};
use crate::form::Content;
use crate::rules::{self, Finding};
use serde::Serialize;

/// One line of the check report (检查报告), in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportLine {
    /// How grave, such as 错误 or 提示. Lines are grouped by it, in the order they come.
    pub severity: String,
    /// The rule, such as `N003`.
    pub id: String,
    /// Where in the form.
    pub place: String,
    /// What was found and what to do.
    pub message: String,
    /// Where the notice says so; may be empty.
    pub clause: String,
}

impl ReportLine {
    /// What a rule found, in words.
    pub fn of(finding: &Finding, edition: &Edition) -> ReportLine {
        ReportLine {
            severity: finding.severity.label().into(),
            id: finding.rule.into(),
            place: rules::place(&finding.path, edition),
            message: finding.message.clone(),
            clause: finding.clause.clone(),
        }
    }
}

/// A package that was packed, and its destination.
pub(super) struct Delivery<'a> {
    pub content: &'a Content,
    pub edition: &'a Edition,
    pub stage: Stage,
    pub today: Date,
    pub names: &'a PackageNames,
    pub zip: &'a FileDigest,
    pub documents: &'a [FileDigest],
    pub report: &'a [ReportLine],
    pub reduced: &'a [Reduction],
}

impl Delivery<'_> {
    /// Where a package of this track goes.
    pub fn destination(&self) -> &TrackLabels {
        self.edition.track(self.content.track)
    }

    /// 组织全称 on one line.
    pub fn organization(&self) -> String {
        one_line(&self.content.organization)
    }

    /// The subject the notice asks for.
    pub fn subject(&self) -> String {
        subject(self.content, self.destination())
    }

    /// How the zip goes by mail.
    pub fn tier(&self) -> MailTier {
        MailTier::for_size(self.zip.bytes)
    }

    /// Days left to apply, negative when it is too late.
    pub fn days_left(&self) -> i64 {
        self.today.days_until(self.edition.deadline)
    }
}

/// The subject the notice asks for.
pub(super) fn subject(content: &Content, destination: &TrackLabels) -> String {
    one_line(&destination.mail_subject.replace("{organization}", &one_line(&content.organization)))
}

/// The text with every stretch of blanks and line ends as one blank, so that it fits a heading or a mail header.
pub(super) fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
