//! Word files of an application: read into a draft that waits, shown with its report, then kept or thrown away.

use super::draft_files::{free_place, not_installed};
use crate::clock;
use crate::desk::Desk;
use crate::failure::{Failure, FailureCode};
use crate::view::ReadDocuments;
use biaogan::draft::Draft;
use biaogan::import::import_new;
use biaogan::roll::roll_draft;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Where drafts wait, each program's in a folder of its own.
const FOLDER: &str = "import";
/// What is older was left behind by a program that came to a sudden end.
const LEFT_BEHIND: Duration = Duration::from_secs(24 * 60 * 60);

/// Reads Word files without taking anything over. Given up meanwhile, it ends as called off.
pub fn read(desk: &Desk, files: &[PathBuf]) -> Result<ReadDocuments, Failure> {
    clear(&desk.local(FOLDER));
    let place = desk.waiting.begin(&desk.local(FOLDER).join(std::process::id().to_string()));
    let read = read_into(desk, files, &place);
    match desk.waiting.end(place, read.is_ok()) {
        true => read,
        false => Err(Failure::of(FailureCode::Cancelled, "已不再导入")),
    }
}

fn read_into(desk: &Desk, files: &[PathBuf], draft: &Path) -> Result<ReadDocuments, Failure> {
    let folder = draft.parent().unwrap_or(draft);
    fs::create_dir_all(folder).map_err(|error| {
        let reason = biaogan::io_error::reason(&error);
        Failure::other(format!("{}：不能建立临时文件夹（{reason}），请检查磁盘空间", folder.display()))
    })?;
    let report =
        import_new(files, draft, &desk.installed().editions, clock::now()).map_err(Failure::other)?;
    let content = Draft::open_read_only(draft)?.content()?;
    Ok(ReadDocuments {
        organization: content.organization.to_string(),
        experience: content.declaration.experience_name.to_string(),
        edition: content.edition.to_string(),
        report,
    })
}

/// Takes over what was read last, as a draft of its own year or rolled forward to a later edition; gives its path.
pub fn keep(desk: &Desk, edition: &str) -> Result<PathBuf, Failure> {
    let none = || Failure::other("没有读好的文件，请重新选择要导入的文件");
    let waiting = desk.waiting.ready().ok_or_else(none)?;
    let draft = Draft::open_read_only(&waiting)?;
    let content = draft.content()?;
    let target = free_place(desk, &format!("{} {edition}", content.organization))?;
    if content.edition == *edition {
        draft.copy_to(&target)?;
    } else {
        let editions = &desk.installed().editions;
        let to = editions.get(edition).ok_or_else(|| not_installed(edition))?;
        roll_draft(&waiting, &target, to, editions, clock::now()).map_err(Failure::other)?;
    }
    drop(draft);
    give_up(desk);
    Ok(target)
}

/// Throws away what was read last, and what is being read once it is.
pub fn give_up(desk: &Desk) {
    desk.waiting.give_up();
}

/// Removes what was left behind.
fn clear(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let age = entry.metadata().and_then(|data| data.modified()).ok().and_then(|time| time.elapsed().ok());
        if age.is_some_and(|age| age > LEFT_BEHIND) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
