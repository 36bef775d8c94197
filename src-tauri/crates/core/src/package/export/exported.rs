//! What an export gives.

use crate::package::archive::FileDigest;
use crate::package::budget::Reduction;
use crate::package::mail_tier::MailTier;
use serde::Serialize;
use std::path::PathBuf;

/// A package that was made and verified.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Exported {
    /// Which 报送 it is, counted from 1; none for a draft.
    pub number: Option<i64>,
    /// `组织全称.zip`.
    pub zip: PathBuf,
    /// `组织全称-报送说明.html`.
    pub guide: PathBuf,
    /// `组织全称-邮件草稿.eml`.
    pub mail: PathBuf,
    /// The zip as it was written.
    pub package: FileDigest,
    /// The three documents in it, in order.
    pub documents: Vec<FileDigest>,
    /// How the zip goes by mail.
    pub tier: MailTier,
    /// The pictures that were downscaled to keep to the limit; empty where all fit as they are.
    pub reduced: Vec<Reduction>,
    /// What the user should know of a draft that could not be sent like this; empty otherwise.
    pub warnings: Vec<String>,
}
