//! Preview, pages to print, the package.

use super::working::working;
use crate::desk::Desk;
use crate::dialogs;
use crate::failure::Failure;
use crate::grants::Grant;
use crate::session::edition_of;
use crate::system;
use crate::view::{DocumentKind, ExportRequest, ExportedPackage};
use biaogan::draft::Draft;
use biaogan::form::Content;
use biaogan::overview::Overview;
use biaogan::package::{self, Existing, PackageNames, Progress, ReportLine, Request, Sending, Stage, budget};
use biaogan::text::file_name;
use std::path::PathBuf;
use tauri::AppHandle;
use tauri::ipc::{Channel, Response};

#[tauri::command]
pub async fn preview_document(app: AppHandle, document: DocumentKind) -> Result<Response, Failure> {
    working(app, move |_, desk| {
        let document = match document {
            DocumentKind::Application => package::Document::Application,
            DocumentKind::Experience => package::Document::Experience,
            DocumentKind::Evidence => package::Document::Evidence,
            DocumentKind::Summary => package::Document::Summary,
        };
        let draft = beside(desk)?;
        let content = draft.content()?;
        let edition = edition_of(&content, &desk.installed().editions)?;
        Ok(Response::new(package::preview(&draft, &content, &edition, desk.today(), document)?))
    })
    .await
}

#[tauri::command]
pub async fn print_pages(app: AppHandle) -> Result<Option<PathBuf>, Failure> {
    working(app, |app, desk| {
        let content = desk.session(|session| Ok(session.draft.content()?))?;
        let edition = edition_of(&content, &desk.installed().editions)?;
        let name = format!("{}-签章页.docx", file_name(&content.organization));
        let Some(file) = dialogs::save(app, "保存待签章的两页", &name, dialogs::WORD) else {
            return Ok(None);
        };
        package::print_pages(&content, &edition, desk.today(), &file, Existing::Replace)?;
        system::open(app, &file)?;
        Ok(Some(desk.grants.give(Grant::Written, file)))
    })
    .await
}

#[tauri::command]
pub async fn save_summary(app: AppHandle) -> Result<Option<PathBuf>, Failure> {
    working(app, |app, desk| {
        let draft = beside(desk)?;
        let content = draft.content()?;
        let edition = edition_of(&content, &desk.installed().editions)?;
        let name = format!("{}-总览.docx", file_name(&content.organization));
        let Some(file) = dialogs::save(app, "保存总览", &name, dialogs::WORD) else {
            return Ok(None);
        };
        package::write_summary(&draft, &content, &edition, desk.today(), &file, Existing::Replace)?;
        system::open(app, &file)?;
        Ok(Some(file))
    })
    .await
}

#[tauri::command]
pub async fn existing_package(app: AppHandle, folder: PathBuf, stage: Stage) -> Result<Vec<String>, Failure> {
    working(app, move |_, desk| {
        desk.check_folder(&folder)?;
        let content = desk.session(|session| Ok(session.draft.content()?))?;
        let names = PackageNames::new(&content.organization, stage).existing_in(&folder);
        let name = |path: PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(names.into_iter().map(name).collect())
    })
    .await
}

#[tauri::command]
pub async fn export_package(
    app: AppHandle,
    request: ExportRequest,
    job: u32,
    progress: Channel<Progress>,
) -> Result<ExportedPackage, Failure> {
    working(app, move |_, desk| {
        desk.check_folder(&request.folder)?;
        let job = desk.jobs.begin(job);
        let draft = beside(desk)?;
        let content = draft.content()?;
        let exported = export(desk, &draft, &content, &request, &mut |now| {
            let _ = progress.send(now);
            job.flow()
        })?;
        for written in [&exported.zip, &exported.guide, &exported.mail] {
            desk.grants.give(Grant::Written, written.clone());
        }
        // The package lies there: what cannot be noted of it is no failure.
        let settings =
            crate::settings::Settings { export_folder: Some(request.folder.clone()), ..desk.settings() };
        let _ = desk.keep_settings(settings);
        let saved = desk.session_of(draft.path(), |session| {
            if request.stage == Stage::Final {
                session.record_export(&content)?;
            }
            session.saved(&session.draft.content()?)
        });
        Ok(ExportedPackage { advice: exported.tier.advice().into(), exported, saved: saved.ok() })
    })
    .await
}

#[tauri::command]
pub async fn sending(app: AppHandle) -> Result<Sending, Failure> {
    working(app, |_, desk| {
        desk.session(|session| Ok(Sending::of(&session.draft.content()?, &session.edition)))
    })
    .await
}

/// Opens a file that this program wrote, with the program the system has for it.
#[tauri::command]
pub async fn open_file(app: AppHandle, path: PathBuf) -> Result<(), Failure> {
    working(app, move |app, desk| {
        desk.grants.check(&[Grant::Written], &path)?;
        system::open(app, &path)
    })
    .await
}

fn export(
    desk: &Desk,
    draft: &Draft,
    content: &Content,
    request: &ExportRequest,
    progress: &mut dyn FnMut(Progress) -> std::ops::ControlFlow<()>,
) -> Result<package::Exported, Failure> {
    let edition = edition_of(content, &desk.installed().editions)?;
    let estimated = budget(draft, content, &edition)?;
    let overview = Overview::of(content, &edition, &draft.facts(content, desk.today())?, estimated);
    let left = overview.completeness.tally.blocking;
    if request.stage == Stage::Final && left > 0 {
        return Err(Failure::other(format!("还有 {left} 项需要解决，没有生成正式材料")));
    }
    let report: Vec<_> =
        overview.findings.iter().map(|found| ReportLine::of(&found.finding, &edition)).collect();
    let order = Request {
        edition: &edition,
        stage: request.stage,
        today: desk.today(),
        folder: &request.folder,
        existing: if request.replace { Existing::Replace } else { Existing::Keep },
        report: &report,
    };
    Ok(package::export_draft(draft, content, &order, progress)?)
}

/// The open draft once more, so that typing goes on beside long work.
pub(super) fn beside(desk: &Desk) -> Result<Draft, Failure> {
    let path = desk.session(|session| Ok(session.draft.path().to_owned()))?;
    Ok(Draft::open_read_only(&path)?)
}
