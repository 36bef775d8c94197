//! The next year's draft made from this one.

use super::facts::{self, FORMER_ORGANIZATION};
use super::lock::Lock;
use super::{Draft, DraftError, Origin, blob, file, origin, schema, state};
use crate::form::{Attachment, Content};
use rusqlite::{Connection, MAIN_DB, params};
use std::path::Path;
use time::OffsetDateTime;

impl Draft {
    /// Makes a new draft of this rolled content and its marks: with the files it has attached, which are among those
    /// here, and the applicant's name here as the former one. This draft stays as it is. An existing file is refused,
    /// and on failure nothing is left.
    ///
    /// `at` is the present time: the new draft's history begins with it.
    pub fn roll_to(
        &self,
        target: &Path,
        content: &Content,
        origins: &[Origin],
        at: OffsetDateTime,
    ) -> Result<(), DraftError> {
        file::refuse_existing(target)?;
        let former = self.content()?.organization;
        let _lock = Lock::take(target)?;
        let mut damage = None;
        let fill = |connection: &mut Connection| {
            schema::create(connection)?;
            state::insert(connection, content, at)?;
            let transaction = connection.transaction()?;
            self.give_files(&transaction, content).inspect_err(|error| damage = reason(error))?;
            origin::insert(&transaction, &state::json(content), origins)?;
            if !former.is_blank() {
                facts::record(&transaction, FORMER_ORGANIZATION, former.trim())?;
            }
            Ok(transaction.commit()?)
        };
        let written = file::write_beside(target, fill, |_| Ok(()));
        // What is damaged lies in this draft, whatever file was being written.
        written.map_err(|error| match damage {
            Some(reason) => DraftError::damage(&reason).at(&self.path),
            None => error,
        })
    }

    fn give_files(&self, to: &Connection, content: &Content) -> Result<(), DraftError> {
        let insert = "INSERT INTO attached (id, organization) VALUES (?1, ?2)";
        let organizations = self.organizations()?;
        for (id, attachment) in &content.attachments {
            self.give_file(to, attachment)?;
            if let Some(organization) = organizations.get(id) {
                to.execute(insert, params![id, organization])?;
            }
        }
        Ok(())
    }

    /// Copies a file and its pages, once per content, in bounded memory; its hash is seen to be the one it had.
    fn give_file(&self, to: &Connection, attachment: &Attachment) -> Result<(), DraftError> {
        let sha256 = attachment.sha256.as_str();
        if blob::exists(to, sha256)? {
            return Ok(());
        }
        let broken = |reason: &str| DraftError::damage(&format!("附件“{}”{reason}", attachment.name));
        let row = blob::row(&self.connection, sha256)?.ok_or_else(|| broken("的内容不在草稿里"))?;
        let mut bytes = self.connection.blob_open(MAIN_DB, "blob", "bytes", row, true)?;
        let size = bytes.len() as u64;
        if blob::insert(to, sha256, size, &mut bytes)? != sha256 {
            return Err(broken("的内容与添加时不同，请重新添加"));
        }
        blob::insert_pages(to, sha256, &self.pictures(sha256)?)?;
        let mut derived = self.connection.prepare("SELECT number, picture FROM derived WHERE blob = ?1")?;
        let mut pages = derived.query([row])?;
        while let Some(page) = pages.next()? {
            let picture = page.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?;
            blob::insert_derived(to, sha256, page.get::<_, u32>(0)? as usize, picture)?;
        }
        Ok(())
    }
}

fn reason(error: &DraftError) -> Option<String> {
    match error {
        DraftError::Damaged { reason, .. } => Some(reason.clone()),
        _ => None,
    }
}
