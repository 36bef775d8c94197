//! Packages that anyone made, checked one after the other (初核).

use super::working::working;
use crate::clock;
use crate::desk::Desk;
use crate::dialogs;
use crate::failure::{Failure, FailureCode};
use crate::grants::Grant;
use crate::lock::lock;
use crate::view::{PackagesIn, ReportKind, SavedLetters, VerifyProgress};
use biaogan::io_error::unreadable;
use biaogan::verify::{self, Letters, Report};
use std::path::{Path, PathBuf};
use tauri::AppHandle;
use tauri::ipc::Channel;

/// Asks for packages, or for a folder of them.
#[tauri::command]
pub async fn choose_packages(app: AppHandle, place: PackagesIn) -> Result<Vec<PathBuf>, Failure> {
    working(app, move |app, desk| {
        let chosen = match place {
            PackagesIn::Files => dialogs::files(app, "选择要检查的压缩包（可以多选）", dialogs::PACKAGES),
            PackagesIn::Folder => dialogs::folder(app, "选择放压缩包的文件夹").into_iter().collect(),
        };
        Ok(chosen.into_iter().map(|path| desk.grants.give(Grant::Attach, path)).collect())
    })
    .await
}

/// Which of the things that were dropped are folders.
#[tauri::command]
pub async fn folders_among(app: AppHandle, paths: Vec<PathBuf>) -> Result<Vec<PathBuf>, Failure> {
    working(app, move |_, desk| {
        paths.iter().try_for_each(|path| desk.grants.check(&[Grant::Attach], path))?;
        Ok(paths.into_iter().filter(|path| path.is_dir()).collect())
    })
    .await
}

/// Checks packages, and those in folders, and tells of each as soon as it is checked.
#[tauri::command]
pub async fn verify_packages(
    app: AppHandle,
    paths: Vec<PathBuf>,
    job: u32,
    progress: Channel<VerifyProgress>,
) -> Result<(), Failure> {
    working(app, move |_, desk| {
        paths.iter().try_for_each(|path| desk.grants.check(&[Grant::Attach], path))?;
        let job = desk.jobs.begin(job);
        lock(&desk.verdicts).clear();
        let packages = packages(&paths)?;
        for (done, package) in packages.iter().enumerate() {
            if job.flow().is_break() {
                return Err(Failure::of(FailureCode::Cancelled, "已取消，其余的压缩包没有检查"));
            }
            check(desk, package, &mut |file, verdict| {
                let done = done + usize::from(verdict.is_some());
                // A page that has gone has nobody to tell.
                let _ = progress.send(VerifyProgress { done, total: packages.len(), file, verdict });
            })?;
        }
        Ok(())
    })
    .await
}

fn packages(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let found = verify::packages(paths)
        .map_err(|(folder, error)| Failure::other(format!("{}：{}", folder.display(), unreadable(&error))))?;
    if found.is_empty() {
        let folders: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
        let nothing = format!("{}：文件夹里没有压缩包（.zip），请选放压缩包的文件夹", folders.join("、"));
        return Err(Failure::other(nothing));
    }
    Ok(found)
}

fn check(
    desk: &Desk,
    package: &Path,
    tell: &mut dyn FnMut(String, Option<verify::Verdict>),
) -> Result<(), Failure> {
    tell(package.file_name().unwrap_or_default().to_string_lossy().into_owned(), None);
    let verdict = verify::verify(package, &desk.installed().editions, clock::now(), desk.today());
    let verdict = verdict.map_err(|error| {
        let reason = biaogan::io_error::reason(&error);
        Failure::other(format!("不能建立临时文件夹（{reason}），请检查磁盘空间后重新检查"))
    })?;
    lock(&desk.verdicts).push(verdict.clone());
    tell(verdict.file.clone(), Some(verdict));
    Ok(())
}

/// The letter about a package, by its place among those that were checked; null where nothing is to be said.
#[tauri::command]
pub async fn letter(app: AppHandle, index: usize) -> Result<Option<String>, Failure> {
    working(app, move |_, desk| Ok(lock(&desk.verdicts).get(index).and_then(verify::letter))).await
}

/// Asks where to, and writes the report on all that were checked.
#[tauri::command]
pub async fn save_report(app: AppHandle, kind: ReportKind) -> Result<Option<PathBuf>, Failure> {
    working(app, move |app, desk| {
        let (end, files) = match kind {
            ReportKind::Page => ("html", dialogs::PAGE),
            ReportKind::Workbook => ("xlsx", dialogs::WORKBOOK),
        };
        let name = format!("检查报告{}.{end}", desk.today());
        let Some(file) = dialogs::save(app, "保存检查报告", &name, files) else { return Ok(None) };
        let mut report = Report::begin(&file).map_err(Failure::other)?;
        let verdicts = lock(&desk.verdicts).clone();
        verdicts.into_iter().try_for_each(|verdict| report.add(verdict)).map_err(Failure::other)?;
        report.finish().map_err(Failure::other)?;
        Ok(Some(desk.grants.give(Grant::Written, file)))
    })
    .await
}

/// Asks for a folder, and writes a letter to each applicant into a new one in it.
#[tauri::command]
pub async fn save_letters(app: AppHandle) -> Result<Option<SavedLetters>, Failure> {
    working(app, |app, desk| {
        let Some(folder) = dialogs::folder(app, "选择存放各单位意见的文件夹") else {
            return Ok(None);
        };
        let mut letters = Letters::begin(&folder, desk.today()).map_err(Failure::other)?;
        let verdicts = lock(&desk.verdicts).clone();
        verdicts.iter().try_for_each(|verdict| letters.add(verdict)).map_err(Failure::other)?;
        let written = letters.finish().map_err(Failure::other)?;
        let written = written.ok_or_else(|| Failure::other("各份都没有问题，没有意见要写"))?;
        let folder = desk.grants.give(Grant::Written, written.folder);
        Ok(Some(SavedLetters { folder, count: written.count }))
    })
    .await
}
