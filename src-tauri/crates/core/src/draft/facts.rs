//! What the rules may know of a draft.

use super::{Draft, DraftError};
use crate::date::Date;
use crate::form::Attachment;
use crate::rules::{Facts, FileFacts, PageFacts};
use std::collections::BTreeMap;

impl Draft {
    /// What the draft knows for the rules; the size of the package is for the caller to add.
    pub fn facts(&self, today: Date) -> Result<Facts, DraftError> {
        let content = self.content()?;
        let files =
            content.attachments.iter().map(|(id, attachment)| Ok((id.clone(), self.file(attachment)?)));
        let mut organizations = self.organizations().map_err(|error| error.at(&self.path))?;
        organizations.retain(|id, _| content.attachments.contains_key(id));
        Ok(Facts {
            files: files.collect::<Result<_, DraftError>>()?,
            organization_when_attached: organizations,
            ..Facts::on(today)
        })
    }

    fn file(&self, attachment: &Attachment) -> Result<FileFacts, DraftError> {
        let upright = |picture: crate::evidence::Picture| {
            let (width, height) = picture.page(String::new()).upright_size();
            PageFacts { width, height }
        };
        let pages = self.pictures(&attachment.sha256)?.into_iter().map(upright).collect();
        Ok(FileFacts { sha256: attachment.sha256.as_str().into(), pages })
    }

    fn organizations(&self) -> Result<BTreeMap<String, String>, DraftError> {
        let mut statement = self.connection.prepare("SELECT id, organization FROM attached")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
