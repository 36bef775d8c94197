//! An edition written as a form (通知表单): begun, filled in, read from the official notice, looked at, installed,
//! handed on. What is typed is kept in the program's data until it is installed or given up.

use super::editions::offer;
use super::working::working;
use crate::desk::Desk;
use crate::dialogs;
use crate::failure::Failure;
use crate::grants::Grant;
use crate::settings::write_json;
use crate::view::{NoticeOffer, ReadOfficial};
use biaogan::edition::{Filled, NewNotice, NoticeDraft, NoticeForm, Shelf};
use biaogan::io_error::{reason, unreadable};
use biaogan::notice::{Line, of_file, of_text, read_notice, year_of};
use biaogan::package::preview_empty;
use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use tauri::AppHandle;
use tauri::ipc::Response;

/// Where what is typed is kept.
const KEPT: &str = "notice-form.json";

/// A notice with its annexes is no larger, in bytes.
const LARGEST: u64 = 50 << 20;

/// The form of the edition `of` to be corrected, else of the year after the newest notice.
#[tauri::command]
pub async fn begin_notice(app: AppHandle, of: Option<String>) -> Result<NoticeForm, Failure> {
    working(app, move |_, desk| {
        let shelf = shelf(desk);
        let draft = match of {
            Some(id) => shelf.of_edition(&id).map_err(Failure::other)?,
            None => shelf.blank(desk.installed().editions.latest()),
        };
        Ok(shelf.fill(&draft).map_err(Failure::other)?.form)
    })
    .await
}

/// The form with what was typed, and what is wrong. It is kept until it is given up.
#[tauri::command]
pub async fn fill_notice(app: AppHandle, draft: NoticeDraft) -> Result<NoticeForm, Failure> {
    working(app, move |_, desk| {
        let form = shelf(desk).fill(&draft).map_err(Failure::other)?.form;
        let kept = write_json(&desk.data(KEPT), &draft);
        kept.map_err(|error| Failure::other(format!("通知表单没有保存：{}", reason(&error))))?;
        Ok(form)
    })
    .await
}

/// The form that was typed and is neither installed nor given up.
#[tauri::command]
pub async fn kept_notice(app: AppHandle) -> Result<Option<NoticeForm>, Failure> {
    working(app, |_, desk| {
        // What cannot be read, or is based on a notice that is gone, is no form.
        let draft = fs::read(desk.data(KEPT)).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Ok(draft.and_then(|draft: NoticeDraft| Some(shelf(desk).fill(&draft).ok()?.form)))
    })
    .await
}

/// Throws it away.
#[tauri::command]
pub async fn give_up_notice(app: AppHandle) -> Result<(), Failure> {
    working(app, |_, desk| match fs::remove_file(desk.data(KEPT)) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(Failure::other(format!("通知表单没有删去：{}", reason(&error))))
        }
        _ => Ok(()),
    })
    .await
}

/// Asks for the file of the official notice and reads it into a form.
#[tauri::command]
pub async fn choose_official_notice(app: AppHandle) -> Result<Option<ReadOfficial>, Failure> {
    working(app, |app, desk| {
        let file = dialogs::file(app, "读取官方通知", dialogs::NOTICES);
        file.map(|file| read(desk, lines(&file)?)).transpose()
    })
    .await
}

/// Likewise one that was dropped on the window.
#[tauri::command]
pub async fn read_official_notice(app: AppHandle, path: PathBuf) -> Result<ReadOfficial, Failure> {
    working(app, move |_, desk| {
        desk.grants.check(&[Grant::Attach], &path)?;
        read(desk, lines(&path)?)
    })
    .await
}

/// Likewise the text of one, copied from a web page.
#[tauri::command]
pub async fn read_official_text(app: AppHandle, text: String) -> Result<ReadOfficial, Failure> {
    working(app, move |_, desk| read(desk, of_text(&text))).await
}

/// The empty form, as .docx.
#[tauri::command]
pub async fn preview_notice(app: AppHandle, draft: NoticeDraft) -> Result<Response, Failure> {
    working(app, move |_, desk| {
        let filled = shelf(desk).fill(&draft).map_err(Failure::other)?;
        Ok(Response::new(preview_empty(&filled.edition, desk.today())?))
    })
    .await
}

/// Keeps what was written until it is installed, and says what it would change.
#[tauri::command]
pub async fn offer_notice(app: AppHandle, draft: NoticeDraft) -> Result<NoticeOffer, Failure> {
    working(app, move |_, desk| {
        let text = finished(desk, &draft)?.text;
        offer(desk, NewNotice::of_text(text, Path::new("年度通知"), &desk.editions_folder()))
    })
    .await
}

/// Asks where to and writes the edition file, for colleagues.
#[tauri::command]
pub async fn export_notice(app: AppHandle, draft: NoticeDraft) -> Result<Option<PathBuf>, Failure> {
    working(app, move |app, desk| {
        let filled = finished(desk, &draft)?;
        let name = format!("{}年通知.toml", filled.edition.year);
        let Some(file) = dialogs::save(app, "导出通知文件", &name, dialogs::EDITIONS) else {
            return Ok(None);
        };
        filled.write(&file).map_err(|error| {
            Failure::other(format!(
                "{}：写不进去（{}），请检查磁盘空间和权限",
                file.display(),
                reason(&error)
            ))
        })?;
        Ok(Some(desk.grants.give(Grant::Written, file)))
    })
    .await
}

fn shelf(desk: &Desk) -> Shelf {
    Shelf::read(&desk.editions_folder())
}

/// What was written, where nothing is wrong.
fn finished(desk: &Desk, draft: &NoticeDraft) -> Result<Filled, Failure> {
    let filled = shelf(desk).fill(draft).map_err(Failure::other)?;
    match filled.form.faults.len() {
        0 => Ok(filled),
        count => Err(Failure::other(format!("还有{count}处要改，请先改好标红的各栏"))),
    }
}

fn lines(file: &Path) -> Result<Vec<Line>, Failure> {
    let refuse = |reason: String| Failure::other(format!("{}：{reason}", file.display()));
    let mut bytes = Vec::new();
    let opened = File::open(file).map_err(|error| refuse(unreadable(&error)))?;
    opened.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| refuse(unreadable(&error)))?;
    if bytes.len() as u64 > LARGEST {
        return Err(refuse(format!("超过 {} MB，不像通知文件", LARGEST >> 20)));
    }
    of_file(bytes).map_err(|error| refuse(error.to_string()))
}

fn read(desk: &Desk, lines: Vec<Line>) -> Result<ReadOfficial, Failure> {
    let shelf = shelf(desk);
    let year = year_of(&lines).map_err(Failure::other)?;
    let base = shelf.best_base(year, &year.to_string());
    let base = base.unwrap_or_else(|| desk.installed().editions.latest().clone());
    let reading = read_notice(lines, &base).map_err(Failure::other)?;
    let draft = shelf.of_reading(&reading.file).map_err(Failure::other)?;
    let form = shelf.fill(&draft).map_err(Failure::other)?.form;
    Ok(ReadOfficial { form, items: reading.items })
}
