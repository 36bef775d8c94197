//! Attaching files.

use super::working::working;
use crate::clock;
use crate::desk::Desk;
use crate::dialogs;
use crate::failure::Failure;
use crate::grants::Grant;
use crate::view::{AttachedFiles, ChosenFiles};
use biaogan::draft::{AttachTarget, NewFile, Progress, Source, read_files};
use std::ops::ControlFlow;
use std::path::PathBuf;
use tauri::AppHandle;
use tauri::ipc::{Channel, InvokeBody, Request};

#[tauri::command]
pub async fn choose_files(app: AppHandle, title: String) -> Result<ChosenFiles, Failure> {
    working(app, move |app, desk| {
        let chosen = dialogs::files(app, &title, dialogs::SCANS).into_iter();
        Ok(ChosenFiles { paths: chosen.map(|path| desk.grants.give(Grant::Attach, path)).collect() })
    })
    .await
}

#[tauri::command]
pub async fn attach_files(
    app: AppHandle,
    paths: Vec<PathBuf>,
    target: AttachTarget,
    job: u32,
    progress: Channel<Progress>,
) -> Result<AttachedFiles, Failure> {
    working(app, move |_, desk| {
        paths.iter().try_for_each(|path| desk.grants.check(&[Grant::Attach], path))?;
        let job = desk.jobs.begin(job);
        let files: Vec<NewFile> = paths.into_iter().map(NewFile::at).collect();
        attach(desk, &files, &target, &mut |now| {
            // A page that has gone has nobody to tell.
            let _ = now.map(|now| progress.send(now));
            job.flow()
        })
    })
    .await
}

/// The bytes are the body; name and target stand in the headers.
#[tauri::command]
pub async fn attach_bytes(app: AppHandle, request: Request<'_>) -> Result<AttachedFiles, Failure> {
    let InvokeBody::Raw(bytes) = request.body() else {
        return Err(Failure::other("没有收到文件内容，请重试"));
    };
    let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
    let target = header("target").and_then(|target| serde_json::from_str(target).ok());
    let target: AttachTarget = target.unwrap_or(AttachTarget::None);
    let name = format!("粘贴的图片.{}", header("extension").unwrap_or("png"));
    let file = NewFile { name, id: None, source: Source::Bytes(bytes.clone()) };
    working(app, move |_, desk| attach(desk, &[file], &target, &mut |_| ControlFlow::Continue(()))).await
}

/// The draft can be changed while the files are read.
fn attach(
    desk: &Desk,
    files: &[NewFile],
    target: &AttachTarget,
    progress: &mut dyn FnMut(Option<Progress>) -> ControlFlow<()>,
) -> Result<AttachedFiles, Failure> {
    let path = desk.session(|session| Ok(session.draft.path().to_owned()))?;
    let read = read_files(files, &path, progress)?;
    desk.session_of(&path, |session| {
        let place = |content: &mut _, attached: &_| target.place(content, attached);
        let files =
            session.draft.attach_read(read, clock::now(), |content, attached| place(content, attached))?;
        Ok(AttachedFiles { files, state: session.content_now()? })
    })
}
