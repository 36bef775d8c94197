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
        let itself = || self.copy_to(target).is_ok();
        let backed_up = || newest().is_some_and(|one| backup::restore(&one.path, target).is_ok());
        let ways: [&dyn Fn() -> bool; 2] = [&itself, &backed_up];
        for is_made in ways {
            // A copy that cannot be filled makes room for the next way.
            if is_made() {
                match fill(target, content, backups, at) {
                    Ok(missing) => return Ok(missing),
                    Err(_) => drop(fs::remove_file(target)),
                }
            }
        }
        let bare = Content { attachments: Default::default(), ..content.clone() };
        Draft::create(target, &bare, at)?;
        Ok(missing(content, &bare))
    }
}

/// Puts the content into a copy, which may be a backup made before the program's last update.
fn fill(
    target: &Path,
    content: &Content,
    backups: &Path,
    at: DateTime<Utc>,
) -> Result<Vec<String>, DraftError> {
    let mut draft = Draft::open(target).or_else(|_| Draft::open_backed_up(target, backups, at))?;
    draft.change(Operation::Edit, at, |present| *present = content.clone())?;
    Ok(missing(content, &draft.content()?))
}

fn missing(wanted: &Content, found: &Content) -> Vec<String> {
    let lacking = wanted.attachments.iter().filter(|(id, _)| !found.attachments.contains_key(*id));
    lacking.map(|(_, attachment)| attachment.name.to_string()).collect()
}
