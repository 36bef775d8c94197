//! What the page may ask for: one line each over the core, on a thread of its own where it takes time.

mod documents;
mod draft;
mod files;
mod history;
mod library;
mod program;

use crate::desk::Desk;
use crate::failure::Failure;
use tauri::ipc::Invoke;
use tauri::{AppHandle, Manager};

/// The commands.
pub fn handler() -> impl Fn(Invoke) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        program::start,
        program::to_open,
        program::day,
        program::save_settings,
        program::choose_folder,
        program::editions,
        program::install_edition,
        program::rules,
        program::cancel,
        program::sees_to_closing,
        program::close_window,
        library::library,
        library::create_draft,
        library::create_sample,
        library::roll_draft,
        library::choose_draft,
        library::import_draft,
        library::copy_draft,
        library::rename_draft,
        library::save_draft_as,
        library::trash_draft,
        library::restore_from_trash,
        library::empty_trash,
        library::forget_draft,
        library::reveal,
        library::backups,
        library::restore_backup,
        library::recover_draft,
        draft::open_draft,
        draft::close_draft,
        draft::change,
        draft::undo,
        draft::redo,
        draft::confirm_origins,
        draft::find,
        files::choose_files,
        files::attach_files,
        files::attach_bytes,
        documents::preview_document,
        documents::print_pages,
        documents::existing_package,
        documents::export_package,
        documents::sending,
        documents::open_file,
        history::history,
        history::name_point,
        history::compare,
        history::unreferenced,
        history::purge,
        history::restore_revision,
    ]
}

/// Runs work that may take time on a thread of its own.
async fn working<T: Send + 'static>(
    app: AppHandle,
    work: impl FnOnce(&AppHandle, &Desk) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let done = tauri::async_runtime::spawn_blocking(move || work(&app, &app.state::<Desk>())).await;
    done.unwrap_or_else(|_| Err(Failure::other("程序内部出错，操作没有完成；已保存的内容不受影响，请重试")))
}
