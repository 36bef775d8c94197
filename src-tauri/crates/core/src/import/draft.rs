//! Taking over what was read: into a new draft, or into one that is there.

use super::error::ImportError;
use super::marks::marks;
use super::merge::merge;
use super::pictures::Placed;
use super::reading::{Imported, read_files};
use super::report::Report;
use super::section::Section;
use super::upright::{can_turn, upright};
use crate::draft::{self, Accepted, Draft, DraftError, NewFile, Source};
use crate::edition::{Edition, Editions};
use crate::form::map::{PathStep, Root};
use crate::form::rich_text::Block;
use crate::form::{self, Content, ContentError, Origin, Text};
use crate::ooxml::read::Package;
use chrono::{DateTime, Utc};
use serde_json::Value;
use std::collections::HashSet;
use std::ops::ControlFlow;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::{slice, thread};

/// Makes the draft `new` of the documents in `files`, an existing one is refused. On failure nothing is left.
///
/// `editions` are those at hand, `at` is the present time.
pub fn import_new(
    files: &[PathBuf],
    new: &Path,
    editions: &Editions,
    at: DateTime<Utc>,
) -> Result<Report, ImportError> {
    if new.symlink_metadata().is_ok() {
        return Err(DraftError::Exists(new.into()).into());
    }
    let mut imported = read_files(files, editions, editions.latest(), 1)?;
    let folder = scratch(new)?;
    let files = imported.files(folder.path());
    let accepted = imported.accepted(&files, new);
    let edition = editions.get(&imported.content.edition).unwrap_or(editions.latest());
    let marks = marks(&imported.content, edition, &imported.found);
    imported.count(&marks, edition);
    let made = Draft::create_imported(new, &imported.content, accepted, &marks, at);
    made.map_err(|error| told(error, edition))?;
    Ok(imported.report)
}

/// Puts the documents in `files` into a draft, as one step that can be undone.
pub fn import_into(
    files: &[PathBuf],
    draft: &mut Draft,
    editions: &Editions,
    at: DateTime<Utc>,
) -> Result<Report, ImportError> {
    let present = draft.content()?;
    let own: &Edition = editions.get(&present.edition).unwrap_or(editions.latest());
    let mut imported = read_files(files, editions, own, draft.next_attachment()?)?;
    if imported.content.edition != own.id.as_str() {
        let words = format!("{}年度", imported.content.edition);
        let reason = format!("的文件读进了{}年度的草稿，各年数据按各自的年度放，请核对", own.id);
        imported.report.doubt(&words, "年度", &reason);
    }
    let target = draft.path().to_owned();
    let folder = scratch(&target)?;
    let files = imported.files(folder.path());
    let accepted = imported.accepted(&files, &target);
    let mut merged = present;
    merge(&mut merged, &imported.content, &imported.found);
    let mut given = imported.content.clone();
    given.evidence = Vec::new();
    let marks = marks_of(&merged, &given, own, &imported);
    imported.count(&marks, own);
    draft.import_read(merged, accepted, &marks, at).map_err(|error| told(error, own))?;
    Ok(imported.report)
}

/// The place of what a draft cannot hold is told in the user's words.
fn told(error: DraftError, edition: &Edition) -> ImportError {
    match error {
        DraftError::Misfit(ContentError::Shape { path, reason }) => {
            ImportError::Beyond { place: path.in_words(edition), reason }
        }
        error => error.into(),
    }
}

/// The marks of what came in, at its places in the merged content.
fn marks_of(merged: &Content, given: &Content, edition: &Edition, imported: &Imported) -> Vec<Origin> {
    let came = imported.content.evidence.len();
    let old = merged.evidence.len() - came;
    let present = serde_json::to_value(given).expect("content is plain data");
    let mut marks = marks(merged, edition, &imported.found);
    marks.retain(|mark| {
        let is_given = |value: &Value| !value.is_null() && value != "";
        match item_of_evidence(&mark.path) {
            Some(index) => index >= old,
            None if mark.path.in_section().is_some() => true,
            None => present.pointer(&mark.path.pointer()).is_some_and(is_given),
        }
    });
    marks
}

fn item_of_evidence(path: &form::Path) -> Option<usize> {
    match (path.root_key()?, path.steps().nth(1)?) {
        (Root::Evidence, PathStep::Index(index)) => Some(index),
        _ => None,
    }
}

/// Where pictures wait, beside the draft.
pub(super) fn scratch(draft: &Path) -> Result<tempfile::TempDir, ImportError> {
    let folder = draft.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    tempfile::tempdir_in(folder).map_err(|source| ImportError::Unreadable { file: folder.into(), source })
}

impl Imported {
    /// The pictures as files to attach, copied beside the draft.
    fn files(&mut self, folder: &Path) -> Vec<NewFile> {
        let mut files = Vec::with_capacity(self.pictures.len());
        let mut refused = HashSet::new();
        // One part may be shown in thousands of places: what it says of its size is not believed.
        let mut left = ALL_PICTURES;
        for placed in std::mem::take(&mut self.pictures) {
            let path = folder.join(&placed.id);
            let opened = &mut self.documents[placed.document];
            let copied = match copied(&mut opened.package, &placed, &path, &mut left) {
                Ok(copied) => copied,
                Err(reason) => {
                    self.refuse(&placed, &reason, &mut refused);
                    continue;
                }
            };
            if let Copied::Unturned = copied {
                self.report.doubt(&placed.name, &opened.name, "在文档里转过方向，这里没有转，请核对");
            }
            let (name, id) = (placed.name.clone(), Some(placed.id.clone()));
            files.push(NewFile { name, id, source: Source::File(path) });
            self.pictures.push(placed);
        }
        forget(&mut self.content, &refused);
        files
    }

    /// The files that can be read. One that cannot finds no place, and is told.
    fn accepted<'a>(&mut self, files: &'a [NewFile], draft: &Path) -> Vec<Accepted<'a>> {
        let mut accepted = Vec::with_capacity(files.len());
        let mut refused = HashSet::new();
        let pictures = std::mem::take(&mut self.pictures);
        for (placed, read) in pictures.into_iter().zip(read_together(files, draft)) {
            match read {
                Ok(read) => {
                    accepted.extend(read);
                    self.pictures.push(placed);
                }
                Err(DraftError::Refused { refusal, .. }) => {
                    self.refuse(&placed, &refusal.to_string(), &mut refused);
                }
                Err(error) => self.refuse(&placed, &error.to_string(), &mut refused),
            }
        }
        forget(&mut self.content, &refused);
        accepted
    }

    fn refuse(&mut self, placed: &Placed, reason: &str, refused: &mut HashSet<String>) {
        let text = format!("图片“{}”（{}）：{reason}", placed.name, placed.part);
        self.report.leave(&text, &self.documents[placed.document].name);
        refused.insert(placed.id.clone());
    }
}

/// Reads files, some at a time: each is decoded to see whether it is whole.
fn read_together<'a>(files: &'a [NewFile], draft: &Path) -> Vec<Result<Vec<Accepted<'a>>, DraftError>> {
    /// Each may hold a large page.
    const MOST: usize = 2;
    let hands = thread::available_parallelism().map_or(1, usize::from).min(MOST);
    let read = |file| draft::read_files(slice::from_ref(file), draft, &mut |_| ControlFlow::Continue(()));
    let share = |first: usize| files.iter().skip(first).step_by(hands).map(read).collect::<Vec<_>>();
    let mut shares: Vec<_> = thread::scope(|scope| {
        let hands: Vec<_> = (0..hands).map(|first| scope.spawn(move || share(first))).collect();
        let joined = hands.into_iter().map(|hand| hand.join().unwrap_or_else(|panic| resume_unwind(panic)));
        joined.map(Vec::into_iter).collect()
    });
    (0..files.len()).filter_map(|at| shares[at % hands].next()).collect()
}

/// How a picture was copied.
enum Copied {
    Whole,
    /// It is turned in its document, and could not be turned here.
    Unturned,
}

/// Bytes of all pictures: those of three packages.
const ALL_PICTURES: u64 = 300 << 20;

fn copied(
    package: &mut Package<Section>,
    placed: &Placed,
    to: &Path,
    left: &mut u64,
) -> Result<Copied, String> {
    let too_much = || format!("图片合计超过 {} MB，没有读入", ALL_PICTURES >> 20);
    if *left == 0 {
        return Err(too_much());
    }
    let (mut bytes, quarters) = (Vec::new(), placed.quarters);
    let found = package.copy(&placed.part, &mut bytes).map_err(|error| error.to_string())?;
    let size = found.ok_or("文档里没有这张图片")?;
    *left = left.saturating_sub(size);
    if *left == 0 {
        return Err(too_much());
    }
    let is_turned = quarters > 0 && !can_turn(&bytes);
    std::fs::write(to, upright(bytes, quarters)).map_err(|error| crate::io_error::reason(&error))?;
    Ok(if is_turned { Copied::Unturned } else { Copied::Whole })
}

/// Takes attachments out of the content that names them; the caption of a figure stays.
fn forget(content: &mut Content, ids: &HashSet<String>) {
    let is_other = |file: &Text| !ids.contains(&**file);
    content.signed_pages.pledge.retain(is_other);
    content.signed_pages.recommendation.retain(is_other);
    for item in &mut content.evidence {
        item.files.retain(is_other);
        item.rotation.retain(|file, _| !ids.contains(file));
    }
    for block in content.experience.texts_mut().into_iter().flat_map(|text| &mut text.blocks) {
        if let Block::Figure(figure) = block
            && ids.contains(&*figure.attachment)
        {
            figure.attachment = "".into();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_much_for_a_draft_is_told_by_its_place_in_the_form() {
        let editions = Editions::built_in();
        let path = "experience.process.content[7].content[0].text".into();
        let reason = "这一处文字超过 10000 字，请删减".into();
        let error = told(DraftError::Misfit(ContentError::Shape { path, reason }), editions.latest());
        let line = "文件里的“实施过程 第8段”：这一处文字超过 10000 字，请删减后再导入";
        assert_eq!((error.to_string().as_str(), error.blame()), (line, crate::draft::Blame::Input));
    }
}
