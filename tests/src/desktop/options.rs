//! How a desk is set up.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// How the program is started.
#[derive(Debug, Clone)]
pub struct Options {
    /// The display in pixels; the window takes all of it.
    pub size: (u32, u32),
    /// The home of the program's user, to come back to what an earlier start left; an empty one of its own if absent.
    pub home: Option<PathBuf>,
    /// What the program is started with, such as a draft's path.
    pub arguments: Vec<String>,
    /// The day the program takes for today, `YYYY-MM-DD`. On the day of the default the sample has no findings.
    pub today: String,
    /// Whether the system asks for dark colours.
    pub dark: bool,
    /// Whether the program runs under strace, for [`super::Desk::calls_out`]. It is slower so.
    pub strace: bool,
    /// Further variables of the environment.
    pub variables: Vec<(String, String)>,
    /// Another program than the one the project builds.
    pub program: Option<PathBuf>,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            size: (1366, 768),
            home: None,
            arguments: Vec::new(),
            today: "2026-05-08".into(),
            dark: false,
            strace: false,
            variables: Vec::new(),
            program: None,
        }
    }
}

impl Options {
    /// Starts in a home that an earlier start left, or that the test prepared.
    pub fn at(home: &Path) -> Options {
        Options { home: Some(home.into()), ..Options::default() }
    }

    pub(super) fn home(&self) -> Home {
        let home = match &self.home {
            Some(path) => Home::Given(path.clone()),
            None => Home::Own(tempfile::tempdir().expect("a folder")),
        };
        let run = home.path().join("run");
        fs::create_dir_all(&run).expect("the home");
        fs::set_permissions(run, fs::Permissions::from_mode(0o700)).expect("its own");
        home
    }

    /// The whole environment: nothing of the developer's own session comes through.
    pub(super) fn environment(&self, home: &Path, display: &str) -> Vec<(String, String)> {
        let under = |name: &str| home.join(name).to_string_lossy().into_owned();
        let mut all = vec![
            ("PATH", std::env::var("PATH").unwrap_or_default()),
            ("LANG", "C.UTF-8".into()),
            ("DISPLAY", display.into()),
            ("GDK_BACKEND", "x11".into()),
            ("HOME", home.to_string_lossy().into_owned()),
            ("XDG_DATA_HOME", under(".local/share")),
            ("XDG_CONFIG_HOME", under(".config")),
            ("XDG_CACHE_HOME", under(".cache")),
            ("XDG_RUNTIME_DIR", under("run")),
            ("NO_AT_BRIDGE", "1".into()),
            ("GTK_USE_PORTAL", "0".into()),
            // Xvfb has no graphics card. Not WEBKIT_DISABLE_DMABUF_RENDERER: with it WebKitGTK 2.50 leaves the window
            // blank here and never answers to a screenshot.
            ("LIBGL_ALWAYS_SOFTWARE", "1".into()),
            ("TAURI_WEBVIEW_AUTOMATION", "true".into()),
            ("BIAOGAN_TODAY", self.today.clone()),
            ("BIAOGAN_DIALOG_ANSWERS", dialog_answers(home).to_string_lossy().into_owned()),
        ];
        if self.dark {
            all.push(("GTK_THEME", "Adwaita:dark".into()));
        }
        let own = all.into_iter().map(|(name, value)| (name.to_owned(), value));
        own.chain(self.variables.iter().cloned()).collect()
    }
}

/// The file that the program takes the answers of its dialogs from.
pub(super) fn dialog_answers(home: &Path) -> PathBuf {
    home.join("dialog-answers")
}

/// A user's home.
pub(super) enum Home {
    /// Gone with the desk.
    Own(TempDir),
    /// Whoever gave it keeps it.
    Given(PathBuf),
}

impl Home {
    pub fn path(&self) -> &Path {
        match self {
            Home::Own(folder) => folder.path(),
            Home::Given(path) => path,
        }
    }
}
