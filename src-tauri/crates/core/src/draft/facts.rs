//! What the rules may know of a draft.

use super::{Draft, DraftError};
use crate::date::Date;
use crate::form::{Attachment, Content};
use crate::rules::{Facts, FileFacts, PageFacts};
use rusqlite::{Connection, OptionalExtension};
use std::collections::BTreeMap;

/// The key of the applicant's name in the draft this one was rolled from.
pub(super) const FORMER_ORGANIZATION: &str = "former_organization";

/// The key of the day a final package was last exported.
pub(super) const EXPORTED_ON: &str = "exported_on";

impl Draft {
    /// What the draft, whose content is `content`, knows for the rules; the size of the package is for the caller to add.
    pub fn facts(&self, content: &Content, today: Date) -> Result<Facts, DraftError> {
        let files =
            content.attachments.iter().map(|(id, attachment)| Ok((id.clone(), self.file(attachment)?)));
        let mut organizations = self.organizations().map_err(|error| error.at(&self.path))?;
        organizations.retain(|id, _| content.attachments.contains_key(id));
        Ok(Facts {
            files: files.collect::<Result<_, DraftError>>()?,
            organization_when_attached: organizations,
            former_organization: self.fact(FORMER_ORGANIZATION)?,
            exported_on: self.fact(EXPORTED_ON)?.and_then(|day| Date::parse(&day).ok()),
            ..Facts::on(today)
        })
    }

    /// Records the day a final package (正式材料) was exported, for the rules to ask after its sending. That is no
    /// revision.
    pub fn record_export(&mut self, day: Date) -> Result<(), DraftError> {
        self.write(|transaction, recent| {
            record(transaction, EXPORTED_ON, &day.to_string())?;
            Ok(((), recent))
        })
    }

    /// A fact about the draft itself, if it is recorded.
    fn fact(&self, key: &str) -> Result<Option<String>, DraftError> {
        let select = "SELECT value FROM meta WHERE key = ?1";
        let found = self.connection.query_row(select, [key], |row| row.get(0)).optional();
        found.map_err(|error| DraftError::from(error).at(&self.path))
    }

    fn file(&self, attachment: &Attachment) -> Result<FileFacts, DraftError> {
        let upright = |picture: crate::evidence::Picture| {
            let (width, height) = picture.page(String::new()).upright_size();
            PageFacts { width, height }
        };
        let pages = self.pictures(&attachment.sha256)?.into_iter().map(upright).collect();
        Ok(FileFacts { sha256: attachment.sha256.as_str().into(), pages })
    }

    /// The applicant's names when the files were attached, by id.
    pub(super) fn organizations(&self) -> Result<BTreeMap<String, String>, DraftError> {
        let mut statement = self.connection.prepare("SELECT id, organization FROM attached")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Records a fact about the draft itself. That is no revision.
pub(super) fn record(connection: &Connection, key: &str, value: &str) -> Result<(), DraftError> {
    connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)", [key, value])?;
    Ok(())
}
