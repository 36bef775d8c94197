//! Each document by itself: whether it can be read, and what was left in it.

use super::told::{DAMAGED, DRAFTED, REVIEWED, Told, UNREADABLE};
use crate::ooxml::ReadError;
use crate::ooxml::read::{Block, Measured, Package};
use std::fs::File;
use std::path::Path;

/// Looks into a document; gives how it looks where it can be read.
pub(super) fn look(name: &str, path: &Path, told: &mut Vec<Told>) -> Option<Measured> {
    let looked = File::open(path).map_err(ReadError::Read).and_then(|file| {
        let mut package = Package::open(file)?;
        let remarks = package.document()?.remarks;
        Ok((remarks, package.margins()?, package.measured()?))
    });
    match looked {
        Ok((remarks, margins, measured)) => {
            told.extend(remarks.into_iter().map(|remark| Told::of(DAMAGED, name, remark)));
            told.extend(drafted(name, &margins));
            told.extend(reviewed(name, &measured));
            Some(measured)
        }
        Err(error) => {
            unreadable(name, &error, told);
            None
        }
    }
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
