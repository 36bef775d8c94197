//! What became of last year's application, as data and as text.

use crate::edition::Edition;
use crate::form::Path;
use serde::Serialize;
use std::fmt;

/// What rolling forward did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts", rename = "RollReport"))]
pub struct Report {
    /// The edition of the old application.
    pub from: String,
    /// The edition of the new one.
    pub to: String,
    /// Values that were kept, to be confirmed.
    pub carried: Vec<Entry>,
    /// Values that were taken away, to be given anew.
    pub emptied: Vec<Entry>,
    /// Values that have no place in the new application; the old draft keeps them. Their paths are of the old content.
    pub dropped: Vec<Entry>,
    /// What was kept and is out of date.
    pub renew: Vec<Renewal>,
}

/// A value of last year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts", rename = "RollEntry"))]
pub struct Entry {
    /// Where it stands, or stood.
    pub path: Path,
    /// The same in the user's words: `经济和质量效益统计表 第3行 利润总额`.
    pub place: String,
    /// Which cell there: `2024年`.
    pub label: String,
    /// Last year's value in the user's words.
    pub value: String,
}

/// Something to be renewed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts", rename = "RollRenewal"))]
pub struct Renewal {
    /// Where it stands.
    pub path: Path,
    /// The same in the user's words.
    pub place: String,
    /// What it is: a title, a sentence.
    pub label: String,
    /// Why, and what to do.
    pub reason: String,
}

/// How much of a value a line of text shows, in characters.
const SHOWN: usize = 36;

impl Report {
    pub(super) fn between(from: &Edition, to: &Edition) -> Report {
        let (from, to) = (from.id.clone(), to.id.clone());
        Report { from, to, carried: vec![], emptied: vec![], dropped: vec![], renew: vec![] }
    }
}

/// As text: one line a row of the form.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "由{}年度草稿生成{}年度草稿", self.from, self.to)?;
        writeln!(f, "【沿用】{}项，请逐项核对", self.carried.len())?;
        each_place(&self.carried, f, |entry| entry.label.clone())?;
        writeln!(f, "【清空】{}项，请重新填写", self.emptied.len())?;
        each_place(&self.emptied, f, |entry| {
            format!("{}（{}年度：{}）", entry.label, self.from, shortened(&entry.value))
        })?;
        writeln!(f, "【不再保留】{}项，仍在原草稿中", self.dropped.len())?;
        each_place(&self.dropped, f, |entry| format!("{}（{}）", entry.label, shortened(&entry.value)))?;
        writeln!(f, "【需要更新】{}项", self.renew.len())?;
        self.renew.iter().try_for_each(|renewal| {
            writeln!(f, "  {}：“{}”{}", renewal.place, shortened(&renewal.label), renewal.reason)
        })
    }
}

/// What stands at one place goes into one line.
fn each_place(entries: &[Entry], f: &mut fmt::Formatter<'_>, text: impl Fn(&Entry) -> String) -> fmt::Result {
    entries.chunk_by(|one, next| one.place == next.place).try_for_each(|entries| {
        let cells: Vec<String> = entries.iter().map(&text).collect();
        writeln!(f, "  {}：{}", entries[0].place, cells.join("、"))
    })
}

fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
