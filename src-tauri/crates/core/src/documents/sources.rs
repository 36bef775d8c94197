//! What the documents are made of.

use crate::date::Date;
use crate::edition::Edition;
use crate::evidence::Page;
use crate::form::Content;
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

impl<'a> Sources<'a> {
    pub(super) fn pages_of(&self, attachment: &str) -> &'a [Page] {
        self.pages.get(attachment).map_or(&[], Vec::as_slice)
    }
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
