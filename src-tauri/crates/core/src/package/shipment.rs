//! What was packed and where it goes: all that the 报送说明 and the mail say.

use super::Stage;
use super::archive::FileDigest;
use super::budget::Reduction;
use super::mail_tier::MailTier;
use super::names::PackageNames;
use super::report_line::ReportLine;
use crate::date::Date;
use crate::edition::{Edition, TrackLabels};
use crate::form::Content;

/// A package that was packed, and its destination.
pub(super) struct Shipment<'a> {
    pub content: &'a Content,
    pub edition: &'a Edition,
    pub stage: Stage,
    /// Which 报送 it is, where it is a final one.
    pub number: i64,
    pub today: Date,
    pub names: &'a PackageNames,
    pub zip: &'a FileDigest,
    pub documents: &'a [FileDigest],
    pub report: &'a [ReportLine],
    pub reduced: &'a [Reduction],
}

impl Shipment<'_> {
    /// Where a package of this track goes.
    pub fn destination(&self) -> &TrackLabels {
        self.edition.track(self.content.track)
    }

    /// Who gets it by mail.
    pub fn receivers(&self) -> Vec<&TrackLabels> {
        self.edition.receivers(self.content.track)
    }

    /// What `field` says of each receiver, such as their addresses, listed with 、.
    pub fn listed(&self, field: impl Fn(&TrackLabels) -> &str) -> String {
        self.receivers().into_iter().map(field).collect::<Vec<_>>().join("、")
    }

    /// 组织全称 on one line.
    pub fn organization(&self) -> String {
        one_line(&self.content.organization)
    }

    /// The subject the notice asks for.
    pub fn subject(&self) -> String {
        subject(self.content, self.destination())
    }

    /// 第2次报送; empty for the first, and for a draft.
    pub fn ordinal(&self) -> String {
        match (self.stage, self.number) {
            (Stage::Draft, _) | (Stage::Final, ..=1) => String::new(),
            (Stage::Final, number) => format!("第{number}次报送"),
        }
    }

    /// How the zip goes by mail.
    pub fn tier(&self) -> MailTier {
        MailTier::for_size(self.zip.bytes)
    }

    /// Days left to apply, negative when it is too late; none while no notice says.
    pub fn days_left(&self) -> Option<i64> {
        self.edition.deadline.map(|deadline| self.today.days_until(deadline))
    }

    /// The last day to apply, in words.
    pub fn deadline(&self) -> String {
        self.edition.deadline.map_or_else(|| "未定".to_owned(), Date::chinese)
    }

    /// How much time there is, in words.
    pub fn time_left(&self) -> String {
        match self.days_left() {
            None => "通知未发布".to_owned(),
            Some(0) => "今天截止".to_owned(),
            Some(days @ 1..) => format!("还有 {days} 天"),
            Some(days) => format!("已过截止日期 {} 天", -days),
        }
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
