//! Making, copying and renaming drafts in the library folder.

use super::folder::is_draft;
use super::recent;
use crate::clock;
use crate::desk::Desk;
use crate::failure::{Failure, FailureCode};
use crate::grants::refused;
use crate::view::{CopyFor, NewDraft, Rolled};
use biaogan::draft::{Draft, EXTENSION, whole};
use biaogan::form::Content;
use biaogan::roll::roll_draft;
use biaogan::text::file_name;
use same_file::is_same_file;
use std::fs;
use std::path::{Path, PathBuf};

/// A path in the library folder that is free, named after `name`; the folder is made where it is missing.
pub fn free_place(desk: &Desk, name: &str) -> Result<PathBuf, Failure> {
    let folder = desk.settings().library;
    let unmade = |error| {
        let reason = biaogan::io_error::reason(&error);
        let folder = folder.display();
        Failure::other(format!("{folder}：不能建立“我的申报”文件夹（{reason}），请在“设置”里换一个文件夹"))
    };
    fs::create_dir_all(&folder).map_err(unmade)?;
    Ok(free_in(&folder, name))
}

/// A path in `folder` that is free: `名称.biaogan`, `名称 2.biaogan` …
pub fn free_in(folder: &Path, name: &str) -> PathBuf {
    let name = if name.trim().is_empty() { "未命名".to_owned() } else { file_name(name.trim()) };
    let place = |number: usize| match number {
        1 => folder.join(format!("{name}.{EXTENSION}")),
        number => folder.join(format!("{name} {number}.{EXTENSION}")),
    };
    (1..).map(place).find(|path| whole::is_free(path)).expect("there are more numbers than files")
}

/// Makes a new draft.
pub fn create(desk: &Desk, wanted: &NewDraft) -> Result<PathBuf, Failure> {
    let editions = &desk.installed().editions;
    let edition = editions.get(&wanted.edition).ok_or_else(|| not_installed(&wanted.edition))?;
    let mut content = Content::empty(edition);
    content.track = wanted.track;
    content.organization = wanted.organization.trim().into();
    content.declaration.credit_code = wanted.credit_code.trim().into();
    let path = free_place(desk, &format!("{} {}", content.organization, edition.id))?;
    Draft::create(&path, &content, clock::now())?;
    Ok(path)
}

/// Makes a draft of the sample application.
pub fn create_sample(desk: &Desk) -> Result<PathBuf, Failure> {
    let path = free_place(desk, "示例申报")?;
    Draft::create_sample(&path, &desk.installed().editions, clock::now())?;
    Ok(path)
}

/// Copies a draft within the library.
pub fn copy(desk: &Desk, path: &Path) -> Result<PathBuf, Failure> {
    let target = free_place(desk, &format!("{} 副本", stem(path)))?;
    Draft::open_read_only(path)?.copy_to(&target)?;
    Ok(target)
}

/// Makes this year's draft of last year's.
pub fn roll(desk: &Desk, path: &Path, edition: &str) -> Result<Rolled, Failure> {
    let editions = &desk.installed().editions;
    let to = editions.get(edition).ok_or_else(|| not_installed(edition))?;
    let old = Draft::open_read_only(path)?.content()?;
    let target = free_place(desk, &format!("{} {}", old.organization, to.id))?;
    let report = roll_draft(path, &target, to, editions, clock::now()).map_err(Failure::other)?;
    Ok(Rolled { path: target, report: report.into() })
}

pub(super) fn not_installed(edition: &str) -> Failure {
    Failure::of(FailureCode::Edition, format!("没有安装 {edition} 年度的通知，请先在“设置”里安装"))
}

/// Brings a draft from elsewhere into the library.
pub fn import(desk: &Desk, path: &Path) -> Result<PathBuf, Failure> {
    let target = free_place(desk, &stem(path))?;
    Draft::open_read_only(path)?.copy_to(&target)?;
    Ok(target)
}

/// Writes a copy of a draft where the user chose; what lies there gives way, as the system's dialog has said.
pub fn save_as(path: &Path, target: &Path, copy_for: CopyFor) -> Result<(), Failure> {
    let draft = Draft::open_read_only(path)?;
    put(path, target, |place| match copy_for {
        CopyFor::Oneself => Ok(draft.copy_to(place)?),
        CopyFor::Others => Ok(draft.copy_for_others(place, clock::now())?),
    })
}

/// Likewise for a draft that cannot be saved: with this content, and with what can be read of the rest. Gives the names
/// of the files that are lost.
pub fn rescue(
    draft: &Draft,
    content: &Content,
    backups: &Path,
    target: &Path,
) -> Result<Vec<String>, Failure> {
    let rescue = |place: &Path| Ok(draft.rescue_to(place, content, backups, clock::now())?);
    put(draft.path(), target, rescue)
}

/// What a copy of a draft is called unless the user says otherwise.
pub fn copy_name(draft: &Path) -> String {
    format!("{} 副本.{EXTENSION}", stem(draft))
}

/// Has a draft written beside the place that was chosen, if something lies there, and puts it there.
fn put<T>(of: &Path, target: &Path, write: impl FnOnce(&Path) -> Result<T, Failure>) -> Result<T, Failure> {
    if target.symlink_metadata().is_err() {
        return write(target);
    }
    if is_same_file(of, target).unwrap_or(false) {
        return Err(Failure::of(FailureCode::Exists, "不能用草稿替换它自己，请换一个名称或文件夹"));
    }
    refuse_in_use(target)?;
    if !whole::settle(target) {
        return Err(journal_left(target));
    }
    let part = free_in(target.parent().unwrap_or(target), &format!("{} 导出中", stem(target)));
    let written = write(&part)?;
    moved(&part, target).inspect_err(|_| drop(fs::remove_file(&part)))?;
    Ok(written)
}

/// Gives a draft's file another name, in its folder.
pub fn rename(desk: &Desk, path: &Path, name: &str) -> Result<PathBuf, Failure> {
    if !is_draft(path) {
        return Err(refused(path));
    }
    let target = path.with_file_name(format!("{}.{EXTENSION}", file_name(name.trim())));
    if target == path {
        return Ok(target);
    }
    // Where capitals make no difference, the name may differ in them.
    if target.symlink_metadata().is_ok() && !is_same_file(path, &target).unwrap_or(false) {
        let message = format!("已有名为“{name}”的草稿，请换一个名称");
        return Err(Failure::of(FailureCode::Exists, message));
    }
    if target.symlink_metadata().is_err() && !whole::is_free(&target) {
        return Err(journal_left(&target));
    }
    refuse_in_use(path)?;
    moved(path, &target)?;
    recent::rename(desk, path, &target);
    Ok(target)
}

/// Refuses to move a draft from under another program.
pub fn refuse_in_use(path: &Path) -> Result<(), Failure> {
    match biaogan::draft::is_in_use(path) {
        true => Err(Failure::of(FailureCode::InUse, "草稿正在使用中，请先关闭它再操作")),
        false => Ok(()),
    }
}

/// What would be played into a draft at this place does not give way to it.
fn journal_left(place: &Path) -> Failure {
    let message = "旁边留有同名的“-journal”或“-wal”文件，会混进这份草稿，请换一个名称";
    Failure::of(FailureCode::Exists, format!("{}：{message}", place.display()))
}

/// Moves a draft, whole.
pub fn moved(from: &Path, to: &Path) -> Result<(), Failure> {
    whole::move_to(from, to).map_err(|error| {
        let reason = biaogan::io_error::reason(&error);
        Failure::other(format!("{}：移动失败（{reason}），请检查文件夹权限后重试", from.display()))
    })
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use biaogan::edition::Editions;

    fn draft(path: &Path, organization: &str) {
        let content =
            Content { organization: organization.into(), ..Content::empty(Editions::built_in().latest()) };
        Draft::create(path, &content, clock::now()).unwrap();
    }

    fn organization(path: &Path) -> String {
        Draft::open_read_only(path).unwrap().content().unwrap().organization.to_string()
    }

    #[test]
    fn a_copy_takes_the_place_that_the_user_chose() {
        let folder = tempfile::tempdir().unwrap();
        let [one, other] = ["甲", "乙"].map(|name| folder.path().join(name).with_extension(EXTENSION));
        draft(&one, "甲有限公司");
        save_as(&one, &other, CopyFor::Oneself).unwrap();
        assert_eq!(organization(&other), "甲有限公司");

        draft(&folder.path().join("丙.biaogan"), "丙有限公司");
        save_as(&folder.path().join("丙.biaogan"), &other, CopyFor::Oneself).unwrap();
        assert_eq!(organization(&other), "丙有限公司");
        assert_eq!(save_as(&one, &one, CopyFor::Oneself).unwrap_err().code, FailureCode::Exists);

        let open = Draft::open(&other).unwrap();
        assert_eq!(save_as(&one, &other, CopyFor::Oneself).unwrap_err().code, FailureCode::InUse);
        drop(open);
        assert_eq!(organization(&other), "丙有限公司");
        let drafts = super::super::folder::drafts_in(folder.path());
        assert_eq!(drafts.len(), 3, "{drafts:?}");
    }

    #[test]
    fn a_draft_comes_to_lie_beside_no_journal_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let free = || free_in(folder.path(), "乙");
        fs::write(at("乙.biaogan-journal"), "left by a crash").unwrap();
        assert_eq!(free(), at("乙 2.biaogan"));

        draft(&at("甲.biaogan"), "甲有限公司");
        draft(&at("丙.biaogan"), "丙有限公司");
        fs::write(at("丙.biaogan-journal"), "left by a crash").unwrap();
        save_as(&at("甲.biaogan"), &at("丙.biaogan"), CopyFor::Oneself).unwrap();
        assert!(!at("丙.biaogan-journal").exists(), "it was the other's");
        assert_eq!(organization(&at("丙.biaogan")), "甲有限公司");

        fs::write(at("丁.biaogan"), "no draft").unwrap();
        fs::write(at("丁.biaogan-wal"), "no draft of ours has one").unwrap();
        let refused = save_as(&at("甲.biaogan"), &at("丁.biaogan"), CopyFor::Oneself).unwrap_err();
        assert!(refused.message.contains("“-wal”"), "{}", refused.message);
        assert_eq!(fs::read(at("丁.biaogan")).unwrap(), b"no draft");
    }
}
