//! What the rules may know of a draft.

use super::tables::{attached, meta};
use super::{Draft, DraftError, answers};
use crate::date::Date;
use crate::form::{Attachment, Content};
use crate::rules::{Facts, FileFacts, PageFacts};

impl Draft {
    /// What the draft, whose content is `content`, knows for the rules; the size of the package is for the caller to
    /// add.
    pub fn facts(&self, content: &Content, today: Date) -> Result<Facts, DraftError> {
        let facts = self.facts_unseen(content, today)?;
        Ok(Facts { without_seal: self.without_seal(content), ..facts })
    }

    /// Likewise without looking for seals on the pages, which takes a tenth of a second each and makes but a hint: for
    /// lists of drafts.
    pub fn facts_unseen(&self, content: &Content, today: Date) -> Result<Facts, DraftError> {
        let files =
            content.attachments.iter().map(|(id, attachment)| Ok((id.clone(), self.file(attachment)?)));
        let mut organizations = attached::all(&self.connection).map_err(|error| error.at(&self.path))?;
        organizations.retain(|id, _| content.attachments.contains_key(id));
        Ok(Facts {
            files: files.collect::<Result<_, DraftError>>()?,
            organization_when_attached: organizations,
            former_organization: self.fact(meta::FORMER_ORGANIZATION)?,
            origins: self.origins()?,
            outdated_answers: answers::outdated(&self.connection, content)
                .map_err(|error| error.at(&self.path))?,
            exported_on: self.fact(meta::EXPORTED_ON)?.and_then(|day| Date::parse(&day).ok()),
            ..Facts::on(today)
        })
    }

    /// A fact about the draft itself, if it is recorded.
    fn fact(&self, key: &str) -> Result<Option<String>, DraftError> {
        meta::get(&self.connection, key).map_err(|error| error.at(&self.path))
    }

    fn file(&self, attachment: &Attachment) -> Result<FileFacts, DraftError> {
        let upright = |picture: crate::evidence::Picture| {
            let (width, height) = picture.page(String::new()).upright_size();
            PageFacts { width, height }
        };
        let pages = self.pictures(&attachment.sha256)?.into_iter().map(upright).collect();
        Ok(FileFacts { sha256: attachment.sha256.as_str().into(), pages })
    }
}
