//! What was typed and cannot be saved, as a draft of its own elsewhere (另存副本).

use crate::draft::{Draft, DraftError, Operation, backup};
use crate::form::Content;
use chrono::{DateTime, Utc};
use std::fs;
use std::path::Path;

impl Draft {
    /// Makes a new draft of `content` at `target`, with the history and the files of this draft as far as they can be
    /// read: of itself, or else of its newest backup in `backups`, or else without. Gives the names of the files that
    /// the content has and the new draft lacks. An existing file is refused, and on failure nothing is left.
    pub fn rescue_to(
        &self,
        target: &Path,
        content: &Content,
        backups: &Path,
        at: DateTime<Utc>,
    ) -> Result<Vec<String>, DraftError> {
        let newest = || backup::backups(backups, &self.path).into_iter().next();
        let made = || {
            self.copy_to(target).is_ok()
                || newest().is_some_and(|one| backup::restore(&one.path, target).is_ok())
        };
        if !made() {
            let bare = Content { attachments: Default::default(), ..content.clone() };
            Draft::create(target, &bare, at)?;
            return Ok(missing(content, &bare));
        }
        let filled = fill(target, content, at);
        filled.inspect_err(|_| drop(fs::remove_file(target)))
    }
}

fn fill(target: &Path, content: &Content, at: DateTime<Utc>) -> Result<Vec<String>, DraftError> {
    let mut draft = Draft::open(target)?;
    draft.change(Operation::Edit, at, |present| *present = content.clone())?;
    Ok(missing(content, &draft.content()?))
}

fn missing(wanted: &Content, found: &Content) -> Vec<String> {
    let lacking = wanted.attachments.iter().filter(|(id, _)| !found.attachments.contains_key(*id));
    lacking.map(|(_, attachment)| attachment.name.to_string()).collect()
}
