//! What the page may ask for: one line each over the core, on a thread of its own where it takes time.

mod changes;
mod documents;
mod draft;
mod editions;
mod feedback;
mod files;
mod history;
mod library;
mod notice_form;
mod program;
mod review;
mod verify;
mod workbook;
mod working;

use tauri::ipc::Invoke;

/// The commands.
pub fn handler() -> impl Fn(Invoke) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        program::start,
        program::to_open,
        program::day,
        program::save_settings,
        program::choose_folder,
        program::rules,
        program::log_problem,
        program::reveal_log,
        feedback::feedback,
        feedback::save_feedback,
        program::check_code,
        program::cancel,
        program::sees_to_closing,
        program::close_window,
        editions::editions,
        editions::choose_notice,
        editions::dropped_notice,
        editions::install_notice,
        notice_form::begin_notice,
        notice_form::fill_notice,
        notice_form::kept_notice,
        notice_form::give_up_notice,
        notice_form::choose_official_notice,
        notice_form::read_official_notice,
        notice_form::read_official_text,
        notice_form::preview_notice,
        notice_form::offer_notice,
        notice_form::export_notice,
        library::library,
        library::create_draft,
        library::create_sample,
        library::roll_draft,
        library::choose_draft,
        library::import_draft,
        library::choose_documents,
        library::read_documents,
        library::keep_documents,
        library::give_up_documents,
        library::copy_draft,
        library::rename_draft,
        library::save_draft_as,
        library::trash_draft,
        library::restore_from_trash,
        library::empty_trash,
        library::forget_draft,
        library::reveal,
        library::backups,
        library::backup_problem,
        library::remove_backup,
        library::remove_backups,
        library::restore_backup,
        library::recover_draft,
        draft::open_draft,
        draft::close_draft,
        draft::change,
        draft::save_copy,
        draft::undo,
        draft::redo,
        draft::confirm_origins,
        draft::fix_findings,
        draft::acknowledge,
        draft::take_back,
        draft::foresee_notice,
        draft::adopt_notice,
        draft::find,
        review::proofs,
        review::criteria,
        files::choose_files,
        files::attach_files,
        files::attach_bytes,
        documents::preview_document,
        documents::print_pages,
        documents::save_summary,
        documents::existing_package,
        documents::export_package,
        documents::sending,
        changes::exports,
        changes::changes,
        changes::save_changes,
        documents::open_file,
        workbook::export_workbook,
        workbook::choose_workbook,
        workbook::fill_draft,
        verify::choose_packages,
        verify::folders_among,
        verify::verify_packages,
        verify::letter,
        verify::save_report,
        verify::save_letters,
        history::history,
        history::name_point,
        history::compare,
        history::unreferenced,
        history::purge,
        history::restore_part,
        history::restore_revision,
    ]
}
