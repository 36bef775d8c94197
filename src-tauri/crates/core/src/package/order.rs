//! What an export is given, and what it gives.

use super::{DocumentError, DocumentFile, Existing, FileDigest, MailTier, Reduction, ReportLine, Stage};
use crate::date::Date;
use crate::edition::Edition;
use crate::form::Content;
use serde::Serialize;
use std::path::{Path, PathBuf};

/// What a package is made of, besides its documents.
pub struct Order<'a> {
    /// The application.
    pub content: &'a Content,
    /// The notice it answers.
    pub edition: &'a Edition,
    /// Whether it may be sent.
    pub stage: Stage,
    /// The day of the export.
    pub today: Date,
    /// Where it goes. Made if only its last component is missing.
    pub folder: &'a Path,
    /// What becomes of a package of the same name.
    pub existing: Existing,
    /// What the check found, for the 报送说明.
    pub report: &'a [ReportLine],
    /// Which pictures were brought down, for the 报送说明.
    pub reduced: &'a [Reduction],
}

/// Writes a document as a .docx, once.
pub type WriteDocument<'a> = Box<dyn FnOnce(&mut DocumentFile<'_>) -> Result<(), DocumentError> + 'a>;

/// The three documents; their names are the edition's.
pub struct Documents<'a> {
    /// 申报书.
    pub application: WriteDocument<'a>,
    /// 典型经验.
    pub experience: WriteDocument<'a>,
    /// 证实性材料.
    pub evidence: WriteDocument<'a>,
}

/// A package that was made and verified.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Exported {
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
    /// The pictures that were brought down to keep to the limit; empty where all fit as they are.
    pub reduced: Vec<Reduction>,
    /// What the user should know of a draft that could not be sent like this; empty otherwise.
    pub warnings: Vec<String>,
}
