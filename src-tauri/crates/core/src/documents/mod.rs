//! The three documents of an application: 申报书, 典型经验 and 证实性材料.
//!
//! Each file here reads like the table of contents of what it prints. Labels come from the edition.

mod application;
mod compose;
mod experience;
mod layout;
mod materials;
mod printed;
mod scan;
mod style;
mod table;
#[cfg(test)]
mod tests;

pub use printed::{Printed, Role, pictures};

use crate::date::Date;
use crate::edition::Edition;
use crate::evidence::Page;
use crate::form::Content;
use crate::ooxml::{self, Parts};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the documents are made of.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// What was filled in.
    pub content: &'a Content,
    /// The notice it answers.
    pub edition: &'a Edition,
    /// The pages of the attached files, by attachment id.
    pub pages: &'a BTreeMap<String, Vec<Page>>,
    /// Whether this is for sending.
    pub stage: Stage,
    /// The day of the export: the documents' date of creation.
    pub today: Date,
}

/// Whether the documents are for sending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 草稿, to be read inside the organisation only: says so in every document's header.
    Draft,
    /// 正式, ready to send.
    Final,
}

impl<'a> Sources<'a> {
    fn pages_of(&self, attachment: &str) -> &'a [Page] {
        self.pages.get(attachment).map_or(&[], Vec::as_slice)
    }
}

/// 申报书.docx (附件1).
pub fn application(sources: &Sources) -> Result<Parts, ooxml::Error> {
    application::document(sources)
}

/// 典型经验.docx (附件2).
pub fn experience(sources: &Sources) -> Result<Parts, ooxml::Error> {
    experience::document(sources)
}

/// 证实性材料.docx.
pub fn evidence(sources: &Sources) -> Result<Parts, ooxml::Error> {
    materials::document(sources)
}

/// The 承诺书 and the 推荐表 alone, to print, sign and seal.
pub fn pages_to_sign(sources: &Sources) -> Result<Parts, ooxml::Error> {
    application::pages_to_sign(sources)
}
