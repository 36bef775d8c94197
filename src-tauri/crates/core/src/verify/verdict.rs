//! One package, checked from its zip to its tables.

use super::told::{NAMED, STUMBLED, Told, UNPACKED};
use super::{archive, documents, folder, form, format, names};
use crate::date::Date;
use crate::edition::Editions;
use crate::rules::Severity;
use crate::text::file_name;
use chrono::{DateTime, Utc};
use serde::Serialize;
use std::collections::HashMap;
use std::fs::Metadata;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// What is to be said of a package.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Verdict {
    /// The name of the file.
    pub file: String,
    /// 申报组织, as its form says; empty where that cannot be read.
    pub applicant: String,
    /// 申报方向.
    pub direction: String,
    /// The size of the package in bytes.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub bytes: u64,
    /// What is wrong, gravest first.
    pub findings: Vec<Told>,
}

impl Verdict {
    /// How many findings are of this gravity, those among them that are not told one by one.
    pub fn count(&self, severity: Severity) -> usize {
        let of = self.findings.iter().filter(|told| told.severity == severity);
        of.map(|told| 1 + told.more).sum()
    }

    /// What the package is called in lists: by its applicant, or by its file where no form tells one.
    pub fn name(&self) -> &str {
        if self.applicant.is_empty() { &self.file } else { &self.applicant }
    }

    /// Why nothing was looked into; none where it was.
    pub fn unchecked(&self) -> Option<&'static str> {
        match self.findings.iter().any(|told| told.rule == UNPACKED.id) {
            true => Some("未打包的文件夹"),
            false => (!folder::is_package(Path::new(&self.file))).then_some("不是zip"),
        }
    }
}

/// Checks a package. It is not changed; what is unpacked of it is removed again.
///
/// `editions` are those at hand, `at` is the present time, `today` the day where the user is.
///
/// # Errors
/// Where no temporary folder can be made. What is wrong with a package is no error.
pub fn verify(path: &Path, editions: &Editions, at: DateTime<Utc>, today: Date) -> io::Result<Verdict> {
    let folder = tempfile::tempdir()?;
    // What makes one package of many stumble must not keep the others from being checked.
    let looked = catch_unwind(AssertUnwindSafe(|| look(path, folder.path(), editions, at, today)));
    let mut verdict = looked.unwrap_or_else(|_| {
        let stumbled = Told::of(STUMBLED, "压缩包", "检查没有做完，请打开各文件逐项核对");
        Verdict { findings: vec![stumbled], ..Verdict::default() }
    });
    verdict.file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    verdict.bytes = size(path);
    verdict.findings.extend(named(&verdict.file, &verdict.applicant));
    verdict.findings.sort_by_key(|told| told.severity);
    shorten(&mut verdict.findings);
    Ok(verdict)
}

/// Findings of one rule that are told one by one: nobody reads more in a letter.
const MOST: usize = 100;

/// Leaves the first findings of each rule; the last of them says how many more there are.
fn shorten(findings: &mut Vec<Told>) {
    let mut found: HashMap<&str, usize> = HashMap::new();
    findings.retain(|told| {
        let count = found.entry(told.rule).or_default();
        *count += 1;
        *count <= MOST
    });
    for told in findings.iter_mut().rev() {
        if let Some(more) = found.remove(told.rule).and_then(|count| count.checked_sub(MOST))
            && more > 0
        {
            told.message.push_str(&format!("；同类问题另有{more}处，没有逐条列出"));
            told.more = more;
        }
    }
}

/// Unpacks the documents into a folder and looks into them.
fn look(path: &Path, folder: &Path, editions: &Editions, at: DateTime<Utc>, today: Date) -> Verdict {
    if path.is_dir() {
        let message = "是没有打包的文件夹，没有检查，请把三个文档打包成 .zip";
        return Verdict { findings: vec![Told::of(UNPACKED, "文件夹", message)], ..Verdict::default() };
    }
    let (mut findings, edition) = (Vec::new(), editions.latest());
    let found = archive::unpack(path, folder, edition, &mut findings);
    let mut whole = Vec::new();
    for (name, document) in found {
        let Some(looked) = documents::look(name, &document, edition, &mut findings) else { continue };
        findings.extend(format::paper(name, &looked.measured));
        // Its parts are read from the document that is named so, and from no other.
        if !looked.is_in_place {
            continue;
        }
        if name == names::DOCUMENTS[1] {
            findings.extend(format::format(name, &looked.measured, edition));
        }
        whole.push((name, document));
    }
    let form = form::read(&whole, folder, editions, size(path), at, today, &findings);
    findings.extend(form.told);
    Verdict { applicant: form.applicant, direction: form.direction, findings, ..Verdict::default() }
}

/// The size of a file; a folder has none.
fn size(path: &Path) -> u64 {
    path.metadata().ok().filter(Metadata::is_file).map_or(0, |data| data.len())
}

/// A package bears the full name of its applicant (附件1 填报说明4).
fn named(file: &str, applicant: &str) -> Option<Told> {
    let wanted = format!("{}.zip", file_name(applicant));
    let message = format!("应以申报组织全称命名，请改为“{wanted}”");
    (!applicant.is_empty() && file != wanted).then(|| Told::of(NAMED, format!("压缩包“{file}”"), message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_very_many_findings_of_one_kind_the_first_are_told() {
        let told = |number: usize| Told::of(STUMBLED, format!("{number}"), "错");
        let mut findings: Vec<Told> = (1..=MOST + 7).map(told).collect();
        findings.push(Told::of(NAMED, "压缩包", "名"));
        shorten(&mut findings);
        assert_eq!(findings.len(), MOST + 1);
        assert_eq!(findings[MOST - 1].message, "错；同类问题另有7处，没有逐条列出");
        assert_eq!((&*findings[0].message, &*findings[MOST].message), ("错", "名"));
        let verdict = Verdict { findings, ..Verdict::default() };
        assert_eq!(
            [Severity::Error, Severity::Warning].map(|one| verdict.count(one)),
            [MOST + 7, 1],
            "all count"
        );
    }
}
