//! What filling a draft from a workbook changes, as data and as text.

use crate::form::Path;
use serde::Serialize;
use std::fmt;

/// What filling in changes, and what of the workbook was not understood or is to be looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct FillReport {
    /// Places that read otherwise afterwards, in the order of the form.
    pub changes: Vec<Filled>,
    /// Cells that are empty in the workbook and filled in in the draft, which keeps them.
    pub kept: Vec<Kept>,
    /// What was not understood, and what is to be looked at.
    pub unread: Vec<Unread>,
}

/// A place that reads otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Filled {
    /// Where.
    pub path: Path,
    /// The same by table, label and year.
    pub place: String,
    /// What stands there.
    pub before: String,
    /// What comes.
    pub after: String,
}

/// A place whose cell is empty in the workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Kept {
    /// Where, by table, label and year.
    pub place: String,
    /// What stays there.
    pub text: String,
}

/// What was not understood, or is to be looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Unread {
    /// The sheet, by its name.
    pub sheet: String,
    /// The cell, such as `D7`; empty for a column or the whole sheet.
    pub cell: String,
    /// What stands in it.
    pub text: String,
    /// Why, and what to do.
    pub reason: String,
}

impl fmt::Display for FillReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.changes.len() {
            0 => writeln!(f, "没有需要改动的内容")?,
            count => writeln!(f, "改动 {count} 处：")?,
        }
        for change in &self.changes {
            writeln!(f, "  {}：{} → {}", change.place, shown(&change.before), shown(&change.after))?;
        }
        if !self.kept.is_empty() {
            writeln!(f, "表里空着、草稿保留原内容 {} 处：", self.kept.len())?;
        }
        for kept in &self.kept {
            writeln!(f, "  {}：{}", kept.place, shown(&kept.text))?;
        }
        if !self.unread.is_empty() {
            writeln!(f, "没有读懂或要核对 {} 处：", self.unread.len())?;
        }
        for unread in &self.unread {
            writeln!(f, "  {unread}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.sheet.is_empty() {
            write!(f, "工作表“{}”", self.sheet)?;
        }
        if !self.cell.is_empty() {
            write!(f, " {} 格", self.cell)?;
        }
        if !self.text.is_empty() {
            write!(f, "（{}）", shown(&self.text))?;
        }
        write!(f, "：{}", self.reason)
    }
}

/// A text in one line.
fn shown(text: &str) -> String {
    let line = text.replace('\n', " ");
    if line.is_empty() { "（空）".into() } else { line }
}
