//! The user's settings: one small JSON file.

use biaogan::data_folder::Root;
use biaogan::files;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What the user has set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export_to = "shell.ts"))]
pub struct Settings {
    /// Where drafts are kept.
    pub library: PathBuf,
    /// Of the usual size, in percent.
    pub font_size: u16,
    /// Light or dark.
    pub theme: Theme,
    /// Where the last package went.
    pub export_folder: Option<PathBuf>,
    /// Where packages go unless the user chooses otherwise.
    pub package_folder: Option<PathBuf>,
    /// Whether the page that explains the program was closed.
    pub welcomed: bool,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export_to = "shell.ts"))]
pub enum Theme {
    /// As the system.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            library: PathBuf::new(),
            font_size: 100,
            theme: Theme::System,
            export_folder: None,
            package_folder: None,
            welcomed: false,
        }
    }
}

impl Settings {
    /// The settings kept in `file`, with paths below `root`; what is missing or cannot be read is as in the beginning,
    /// the library in `documents`.
    pub fn read(file: &Path, documents: &Path, root: &Root) -> Settings {
        let kept = fs::read(file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let kept: Settings = kept.unwrap_or_default();
        let mut settings = kept.with_paths(|path| root.found(path));
        if settings.library.as_os_str().is_empty() {
            settings.library = documents.join("质量标杆申报");
        }
        settings.font_size = settings.font_size.clamp(80, 160);
        settings
    }

    /// Keeps the settings: written beside the file and renamed.
    pub fn write(&self, file: &Path, root: &Root) -> std::io::Result<()> {
        write_json(file, &self.clone().with_paths(|path| root.kept(path)))
    }

    /// The folders in them.
    pub fn folders(&self) -> impl Iterator<Item = &Path> {
        let further = [&self.export_folder, &self.package_folder].into_iter().flatten();
        std::iter::once(&self.library).chain(further).map(PathBuf::as_path)
    }

    fn with_paths(self, change: impl Fn(&Path) -> PathBuf) -> Settings {
        Settings {
            library: change(&self.library),
            export_folder: self.export_folder.map(|folder| change(&folder)),
            package_folder: self.package_folder.map(|folder| change(&folder)),
            ..self
        }
    }
}

/// Writes a small JSON file whole or not at all, making its folder.
pub fn write_json(file: &Path, value: &impl Serialize) -> std::io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    files::make_folder(folder)?;
    let mut beside = tempfile::NamedTempFile::new_in(folder)?;
    beside.write_all(&serde_json::to_vec_pretty(value)?)?;
    files::persist(beside, file).map(drop)
}
