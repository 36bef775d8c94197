//! What a recommending unit (推荐单位) needs of many packages: a list that can be sorted, and a letter to each.

mod html;
mod letter;
mod letters;
mod line;
mod workbook;

pub use letter::letter;
pub use letters::{Letters, LettersWritten};

use super::verdict::Verdict;
use crate::files;
use crate::io_error::reason;
use html::Page;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A report in the making.
pub struct Report {
    to: PathBuf,
    content: Content,
}

enum Content {
    Page(Page),
    Workbook(Vec<Verdict>),
}

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// Neither of the two kinds.
    #[error("{}：报告的文件名请以 .html 或 .xlsx 结尾", .0.display())]
    Ending(PathBuf),
    /// It cannot be written.
    #[error("{}：写不出报告（{}），请检查位置和磁盘空间", path.display(), reason(.source))]
    Unwritable {
        /// Where it should be.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl Report {
    /// A report that is to be this file: a page with the list and the letters (`.html`), or a workbook with the list
    /// and all findings (`.xlsx`).
    ///
    /// # Errors
    /// For other endings, and where no temporary file can be made.
    pub fn begin(to: &Path) -> Result<Report, ReportError> {
        let end = to.extension().map(|end| end.to_string_lossy().to_lowercase());
        let content = match end.as_deref() {
            Some("html" | "htm") => Content::Page(Page::begin().map_err(|source| unwritable(to, source))?),
            Some("xlsx") => Content::Workbook(Vec::new()),
            _ => return Err(ReportError::Ending(to.into())),
        };
        Ok(Report { to: to.into(), content })
    }

    /// Adds a package.
    ///
    /// # Errors
    /// Where the disk is full.
    pub fn add(&mut self, verdict: Verdict) -> Result<(), ReportError> {
        match &mut self.content {
            Content::Page(page) => page.add(&verdict).map_err(|source| unwritable(&self.to, source)),
            Content::Workbook(verdicts) => {
                verdicts.push(verdict);
                Ok(())
            }
        }
    }

    /// Writes it beside its place, and puts it there.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn finish(self) -> Result<(), ReportError> {
        let Report { to, content } = self;
        let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let write = || {
            let mut file = NamedTempFile::new_in(folder)?;
            match content {
                Content::Page(page) => page.finish(&mut file)?,
                Content::Workbook(verdicts) => {
                    file.write_all(&workbook::workbook(&verdicts).map_err(io::Error::other)?)?;
                }
            }
            files::persist(file, &to)
        };
        write().map(drop).map_err(|source| unwritable(&to, source))
    }
}

fn unwritable(path: &Path, source: io::Error) -> ReportError {
    ReportError::Unwritable { path: path.into(), source }
}
