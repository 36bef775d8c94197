//! The editions at hand (年度通知), and installing one.

use super::working::working;
use crate::desk::Desk;
use crate::dialogs;
use crate::failure::Failure;
use crate::grants::Grant;
use crate::view::{EditionEntry, NoticeOffer, TrackLabels};
use biaogan::date::Date;
use biaogan::edition::{Edition, EditionError, InstallError, Installed, NewNotice};
use std::path::PathBuf;
use tauri::AppHandle;

#[tauri::command]
pub async fn editions(app: AppHandle) -> Result<Vec<EditionEntry>, Failure> {
    working(app, |_, desk| {
        let installed = desk.installed();
        let mut entries: Vec<EditionEntry> =
            installed.editions.iter().map(|edition| entry(edition, &installed, desk.today())).collect();
        entries.reverse();
        entries.extend(installed.refused.iter().map(refused));
        Ok(entries)
    })
    .await
}

/// Lets the user choose a notice and says what it would change; nothing is installed yet.
#[tauri::command]
pub async fn choose_notice(app: AppHandle) -> Result<Option<NoticeOffer>, Failure> {
    working(app, |app, desk| {
        let file = dialogs::file(app, "安装年度通知", dialogs::EDITIONS);
        let Some(file) = file else { return Ok(None) };
        Ok(Some(offer(desk, NewNotice::read(&file, &desk.editions_folder()))?))
    })
    .await
}

/// Likewise an edition file that was dropped on the window.
#[tauri::command]
pub async fn dropped_notice(app: AppHandle, path: PathBuf) -> Result<NoticeOffer, Failure> {
    working(app, move |_, desk| {
        desk.grants.check(&[Grant::Attach], &path)?;
        offer(desk, NewNotice::read(&path, &desk.editions_folder()))
    })
    .await
}

/// Installs the notice that was offered last.
#[tauri::command]
pub async fn install_notice(app: AppHandle) -> Result<EditionEntry, Failure> {
    working(app, |_, desk| {
        let edition = desk.install_notice()?;
        Ok(entry(&edition, &desk.installed(), desk.today()))
    })
    .await
}

/// Keeps a notice until it is installed, and says what it would change.
pub(super) fn offer(desk: &Desk, notice: Result<NewNotice, InstallError>) -> Result<NoticeOffer, Failure> {
    let (edition, known) = (desk.keep_notice(notice.map_err(Failure::other)?), desk.installed());
    Ok(NoticeOffer {
        addresses: edition.address_changes(known.editions.known_before(&edition)),
        replaces: known.editions.get(&edition.id).is_some(),
        edition: entry(&edition, &known, desk.today()),
    })
}

fn entry(edition: &Edition, installed: &Installed, today: Date) -> EditionEntry {
    let editions = &installed.editions;
    EditionEntry {
        id: edition.id.clone(),
        year: edition.year,
        title: edition.notice.title.clone(),
        deadline: edition.deadline.map(|day| day.to_string()),
        tracks: TrackLabels {
            provincial: edition.tracks.provincial.label.clone(),
            national: edition.tracks.national.label.clone(),
        },
        built_in: !installed.files.contains_key(&edition.id),
        preliminary: edition.preliminary,
        offered: editions.offered(today).any(|offered| offered.id == edition.id),
        suggested: editions.suggested(today).id == edition.id,
        derived: edition.derived,
        problem: None,
    }
}

fn refused(error: &EditionError) -> EditionEntry {
    EditionEntry {
        id: String::new(),
        year: 0,
        title: error.file.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        deadline: None,
        tracks: TrackLabels::default(),
        built_in: false,
        preliminary: false,
        offered: false,
        suggested: false,
        derived: false,
        problem: Some(error.to_string()),
    }
}
