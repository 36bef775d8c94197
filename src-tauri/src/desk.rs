//! What the program holds while it runs.

use crate::automation::Automation;
use crate::clock;
use crate::failure::{Failure, FailureCode};
use crate::grants::{Grant, Grants, refused};
use crate::jobs::Jobs;
use crate::library::Waiting;
use crate::lock::lock;
use crate::reading::Reading;
use crate::session::Session;
use crate::settings::Settings;
use biaogan::data_folder::Root;
use biaogan::date::Date;
use biaogan::draft::{Draft, backup};
use biaogan::edition::{Edition, Editions, IfPresent, Installed, NewNotice};
use biaogan::form::Content;
use biaogan::verify::Verdict;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};
use tauri::{AppHandle, Emitter, Manager};

/// Backed up after so much work.
const BACKUP_INTERVAL: Duration = Duration::from_secs(30 * 60);

/// Where installed notices lie, in the program's own data.
const EDITIONS: &str = "editions";

/// The state of the program.
#[derive(Debug)]
pub struct Desk {
    /// What a test hands in.
    pub automation: Automation,
    /// The editions at hand.
    editions: RwLock<Arc<Installed>>,
    /// The files that the page may name.
    pub grants: Grants,
    /// Drafts that are being looked at for the list.
    pub reading: Reading,
    /// Word files that were read and wait to be kept.
    pub waiting: Waiting,
    /// Long work under way.
    pub jobs: Jobs,
    /// What was found in the packages that were checked last.
    pub verdicts: Mutex<Vec<Verdict>>,
    /// The draft that was opened from outside, until the page has asked for it.
    pub to_open: Mutex<Option<PathBuf>>,
    /// When the window was last asked to close, until the page has heard of it.
    pub closing_unheard: Mutex<Option<Instant>>,
    settings: Mutex<Settings>,
    session: Mutex<Option<Session>>,
    /// A second connection to the open draft, so that showing pages does not wait for saving. Only to keep a small one
    /// that is shown for the first time takes the session.
    reader: Mutex<Option<Draft>>,
    /// A notice that was chosen and is not installed yet.
    new_notice: Mutex<Option<NewNotice>>,
    /// Held while one draft gives way to another.
    opening: Mutex<()>,
    backed_up: Mutex<Instant>,
    backup_problem: Mutex<Option<String>>,
    data: PathBuf,
    local: PathBuf,
    backups: PathBuf,
    /// Below which paths are kept.
    pub root: Root,
    app: AppHandle,
}

impl Desk {
    /// The state at the start of the program.
    pub fn new(app: &AppHandle, automation: Automation, to_open: Option<PathBuf>) -> Desk {
        let folders = app.path();
        let (data, root) = (data_folder(), Root::of_this());
        let documents = folders.document_dir().or_else(|_| folders.home_dir());
        let documents = root.folder().map(Path::to_owned).or(documents.ok()).unwrap_or_else(|| data.clone());
        let settings = Settings::read(&data.join("settings.json"), &documents, &root);
        let today = automation.today.unwrap_or_else(clock::today);
        Desk {
            automation,
            editions: RwLock::new(Editions::installed(&data.join(EDITIONS), today).into()),
            grants: Grants::default(),
            reading: Reading::default(),
            waiting: Waiting::default(),
            jobs: Jobs::default(),
            verdicts: Mutex::default(),
            to_open: Mutex::new(to_open),
            closing_unheard: Mutex::default(),
            settings: Mutex::new(settings),
            session: Mutex::default(),
            reader: Mutex::default(),
            new_notice: Mutex::default(),
            opening: Mutex::default(),
            backed_up: Mutex::new(Instant::now()),
            backup_problem: Mutex::default(),
            local: biaogan::data_folder::local_folder().unwrap_or_else(|| data.clone()),
            backups: biaogan::data_folder::backups_folder().unwrap_or_else(|| data.join("backups")),
            data,
            root,
            app: app.clone(),
        }
    }

    /// The settings.
    pub fn settings(&self) -> Settings {
        lock(&self.settings).clone()
    }

    /// Keeps new settings.
    pub fn keep_settings(&self, settings: Settings) -> Result<Settings, Failure> {
        let kept = settings.write(&self.data("settings.json"), &self.root);
        kept.map_err(|error| Failure::other(format!("设置没有保存：{}", biaogan::io_error::reason(&error))))?;
        *lock(&self.settings) = settings.clone();
        Ok(settings)
    }

    /// Refuses a folder that is neither in the settings nor was handed to the page.
    pub fn check_folder(&self, folder: &Path) -> Result<(), Failure> {
        let is_set = self.settings().folders().any(|set| set == folder);
        match is_set || self.grants.has(Grant::Folder, folder) {
            true => Ok(()),
            false => Err(refused(folder)),
        }
    }

    /// The day it is.
    pub fn today(&self) -> Date {
        self.automation.today.unwrap_or_else(clock::today)
    }

    /// A place in the folder of the program's own data.
    pub fn data(&self, name: &str) -> PathBuf {
        self.data.join(name)
    }

    /// Why the last backup could not be made, in the user's words; `None` where it could.
    pub fn backup_problem(&self) -> Option<String> {
        lock(&self.backup_problem).clone()
    }

    /// A place for what can be made again.
    pub fn local(&self, name: &str) -> PathBuf {
        self.local.join(name)
    }

    /// Where backups lie.
    pub fn backups(&self) -> PathBuf {
        self.backups.clone()
    }

    /// The editions at hand, and the files in the folder of installed ones.
    pub fn installed(&self) -> Arc<Installed> {
        self.editions.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Where installed notices lie.
    pub fn editions_folder(&self) -> PathBuf {
        self.data(EDITIONS)
    }

    /// Keeps a notice that the user may want to install until then.
    pub fn keep_notice(&self, notice: NewNotice) -> Edition {
        let edition = notice.edition().clone();
        *lock(&self.new_notice) = Some(notice);
        edition
    }

    /// Installs the notice that was read last; one of the same year gives way: deadlines do get extended.
    pub fn install_notice(&self) -> Result<Edition, Failure> {
        let folder = self.editions_folder();
        let notice = lock(&self.new_notice).take();
        let notice = notice.ok_or_else(|| Failure::other("没有选择通知文件，请重新选择"))?;
        let edition = notice.install(IfPresent::Replace).map_err(Failure::other)?;
        let installed = Editions::installed(&folder, self.today());
        *self.editions.write().unwrap_or_else(PoisonError::into_inner) = installed.into();
        Ok(edition)
    }

    /// Opens a draft in place of the one that is open, and gives its content.
    pub fn open_draft(&self, path: &Path, is_read_only: bool) -> Result<Content, Failure> {
        let _opening = lock(&self.opening);
        self.close_draft();
        let (session, content) =
            Session::open(path, is_read_only, &self.backups(), self.installed(), self.today())?;
        *lock(&self.reader) = Some(session.draft.reader()?);
        *lock(&self.session) = Some(session);
        *lock(&self.backed_up) = Instant::now();
        Ok(content)
    }

    /// Backs up the open draft where it changed, and closes it.
    pub fn close_draft(&self) {
        *lock(&self.reader) = None;
        let session = lock(&self.session).take();
        if let Some(mut session) = session.filter(|session| !session.is_read_only) {
            // A backup that fails must not keep anyone from working.
            let backed_up = self.back_up(&session.draft, backup::Reason::Closing);
            self.tell_of_backup(backed_up);
            // Old history that stays unmerged does no harm.
            let _ = session.draft.thin(clock::now());
        }
    }

    /// Works on the open draft.
    pub fn session<T>(&self, work: impl FnOnce(&mut Session) -> Result<T, Failure>) -> Result<T, Failure> {
        let mut session = lock(&self.session);
        let session = session.as_mut().ok_or_else(none_open)?;
        // A window may stay open over midnight.
        session.today = self.today();
        work(session)
    }

    /// Works on the draft at `path`, unless another was opened meanwhile.
    pub fn session_of<T>(
        &self,
        path: &Path,
        work: impl FnOnce(&mut Session) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.session(|session| match session.draft.path() == path {
            true => work(session),
            false => Err(none_open()),
        })
    }

    /// Reads the open draft beside whatever is being saved.
    pub fn reader<T>(&self, work: impl FnOnce(&Draft) -> Result<T, Failure>) -> Result<T, Failure> {
        work(lock(&self.reader).as_ref().ok_or_else(none_open)?)
    }

    /// Whether half an hour of work has gone by since the open draft was backed up; only the first to ask is told so.
    pub fn is_backup_due(&self) -> bool {
        let mut last = lock(&self.backed_up);
        let is_due = last.elapsed() >= BACKUP_INTERVAL;
        if is_due {
            *last = Instant::now();
        }
        is_due
    }

    /// Tells the page of a backup that could not be made by itself: once, until one is made again.
    pub fn tell_of_backup(&self, backed_up: Result<(), Failure>) {
        let problem = backed_up
            .err()
            .map(|failure| format!("没能自动备份（{}）。已保存的内容不受影响。", failure.message));
        let before = std::mem::replace(&mut *lock(&self.backup_problem), problem.clone());
        if let Some(problem) = problem.filter(|_| before.is_none()) {
            let _ = self.app.emit("backup-failed", problem);
        }
    }

    /// Backs up a draft and thins out.
    pub fn back_up(&self, draft: &Draft, reason: backup::Reason) -> Result<(), Failure> {
        let (folder, now) = (self.backups(), clock::local());
        backup::back_up(draft, &folder, now.to_utc(), reason)?;
        backup::thin(&folder, now);
        Ok(())
    }
}

/// The folder of the program's own data.
pub fn data_folder() -> PathBuf {
    biaogan::data_folder::data_folder().unwrap_or_else(|| std::env::temp_dir().join("biaogan"))
}

fn none_open() -> Failure {
    Failure::of(FailureCode::Gone, "没有打开的草稿，请回到“我的申报”重新打开")
}
