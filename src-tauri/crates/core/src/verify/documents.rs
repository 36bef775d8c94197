//! Each document by itself: whether it can be read, and what was left in it.

use super::told::{DAMAGED, DRAFTED, MISPLACED, REVIEWED, Told, UNREADABLE};
use crate::edition::Edition;
use crate::import::{Kind, kind};
use crate::ooxml::ReadError;
use crate::ooxml::read::{Block, Measured, Package};
use std::fs::File;
use std::path::Path;

/// A document as it was found.
pub(super) struct Looked {
    /// How it looks.
    pub measured: Measured,
    /// Whether it is what its name says.
    pub is_in_place: bool,
}

/// Looks into a document, where it can be read.
pub(super) fn look(name: &str, path: &Path, edition: &Edition, told: &mut Vec<Told>) -> Option<Looked> {
    let looked = File::open(path).map_err(ReadError::Read).and_then(|file| {
        let mut package = Package::open(file)?;
        let document = package.document()?;
        let found = kind(name, &document, edition);
        Ok((document.remarks, found, package.margins()?, package.measured()?))
    });
    match looked {
        Ok((remarks, found, margins, measured)) => {
            told.extend(remarks.into_iter().map(|remark| Told::of(DAMAGED, name, remark)));
            told.extend(drafted(name, &margins));
            told.extend(reviewed(name, &measured));
            let misplaced = misplaced(name, found);
            let is_in_place = misplaced.is_none();
            told.extend(misplaced);
            Some(Looked { measured, is_in_place })
        }
        Err(error) => {
            unreadable(name, &error, told);
            None
        }
    }
}

/// Which document a file holds; none where it cannot be read, or is none.
pub(super) fn kind_of(name: &str, path: &Path, edition: &Edition) -> Option<Kind> {
    let document = Package::open(File::open(path).ok()?).ok()?.document().ok()?;
    kind(name, &document, edition)
}

/// A file may hold another document than its name says: copied over the wrong one, or saved twice.
fn misplaced(name: &str, found: Option<Kind>) -> Option<Told> {
    let own = name.trim_end_matches(".docx");
    let message = match found.map(Kind::label) {
        Some(found) if found == own => return None,
        Some(found) => format!("“{name}”里装的是{found}，不是{own}；请换成{own}，重新打包后报送"),
        None => format!("“{name}”里装的不像{own}，没有检查内容；请核对文件，重新打包后报送"),
    };
    Some(Told::of(MISPLACED, name, message))
}

/// Is told once of a document.
fn unreadable(name: &str, error: &ReadError, told: &mut Vec<Told>) {
    if !told.iter().any(|one| one.rule == UNREADABLE.id && one.place == name) {
        told.push(Told::of(UNREADABLE, name, error.to_string()));
    }
}

/// A draft says so in its header.
fn drafted(name: &str, margins: &[Block]) -> Option<Told> {
    let is_draft = |block: &Block| match block {
        Block::Paragraph(paragraph) => paragraph.text().contains("草稿"),
        _ => false,
    };
    let message = "页眉或页脚标有“草稿”，请报送正式材料";
    margins.iter().any(is_draft).then(|| Told::of(DRAFTED, format!("{name} 页眉"), message))
}

fn reviewed(name: &str, measured: &Measured) -> Option<Told> {
    let parts = [(measured.comments, "条批注"), (measured.changes, "处修订")];
    let left: Vec<String> =
        parts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count}{what}")).collect();
    let message = || format!("留有{}，请在Word里接受或拒绝修订、删除批注后另存", left.join("、"));
    (!left.is_empty()).then(|| Told::of(REVIEWED, name, message()))
}
