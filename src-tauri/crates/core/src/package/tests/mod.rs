//! Whole exports into temporary folders.

mod failures;
mod fit;
mod guide;
mod mail;
mod speed;
mod zip;

use super::*;
use crate::date::Date;
use crate::edition::{Direction, Editions};
use crate::form::Content;
use ::zip::write::SimpleFileOptions;
use ::zip::{CompressionMethod, ZipWriter};
use std::fs;
use std::io::{Cursor, Write};
use std::ops::ControlFlow;
use std::path::Path;

/// A document with a picture of so many bytes.
fn docx(picture_bytes: usize) -> Vec<u8> {
    let types = "<?xml version=\"1.0\"?><Types xmlns=\"x\"/>";
    let mut picture = vec![0; picture_bytes];
    let mut state = 1_u32;
    for byte in &mut picture {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        *byte = (state >> 24) as u8;
    }
    let parts: [(&str, &[u8]); 3] = [
        ("[Content_Types].xml", types.as_bytes()),
        ("word/document.xml", "<w:document xmlns:w=\"w\"><w:t>质量标杆</w:t></w:document>".as_bytes()),
        ("word/media/1.jpeg", &picture),
    ];
    zipped(&parts)
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A document that writes these bytes.
fn writes<'a>(bytes: Vec<u8>) -> WriteDocument<'a> {
    Box::new(move |file| Ok(file.write_all(&bytes)?))
}

/// Three small documents; the last has a picture of so many bytes.
fn documents<'a>(picture_bytes: usize) -> Documents<'a> {
    Documents {
        application: writes(docx(1_000)),
        experience: writes(docx(2_000)),
        evidence: writes(docx(picture_bytes)),
    }
}

/// An export that can be changed before it is run.
struct Case {
    content: Content,
    editions: Editions,
    stage: Stage,
    number: i64,
    today: &'static str,
    existing: Existing,
    report: Vec<ReportLine>,
}

impl Case {
    fn new() -> Case {
        let editions = Editions::built_in();
        let mut content = Content::empty(editions.latest());
        content.organization = "浙江示例机械有限公司".into();
        content.declaration.experience_name = "实施全流程数字化质量管控的经验".into();
        content.declaration.direction = Some(Direction::SupplyChain);
        content.declaration.iso9001 = Some(true);
        content.declaration.contact.name = "张三".into();
        content.declaration.contact.telephone = "0571-12345678".into();
        Case {
            content,
            editions,
            stage: Stage::Final,
            number: 1,
            today: "2026-05-08",
            existing: Existing::Keep,
            report: Vec::new(),
        }
    }

    fn with(change: impl FnOnce(&mut Case)) -> Case {
        let mut case = Case::new();
        change(&mut case);
        case
    }

    fn run(&self, folder: &Path, documents: Documents) -> Result<Exported, Error> {
        self.run_watched(folder, documents, &mut |_| ControlFlow::Continue(()))
    }

    fn run_watched(
        &self,
        folder: &Path,
        documents: Documents,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Exported, Error> {
        let request = Request {
            edition: self.editions.latest(),
            stage: self.stage,
            today: Date::parse(self.today).unwrap(),
            folder,
            existing: self.existing,
            report: &self.report,
        };
        export(&self.content, &request, self.number, &[], documents, progress)
    }
}

/// The names in a folder, sorted.
fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// Exports and gives the page and the mail as text.
fn texts(case: &Case, picture_bytes: usize) -> (String, String) {
    let folder = tempfile::tempdir().unwrap();
    let exported = case.run(folder.path(), documents(picture_bytes)).unwrap();
    (fs::read_to_string(exported.guide).unwrap(), fs::read_to_string(exported.mail).unwrap())
}

#[test]
fn a_package_is_three_files_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let exported = Case::new().run(folder.path(), documents(3_000)).unwrap();
    let stem = "浙江示例机械有限公司";
    let expected = [format!("{stem}-报送说明.html"), format!("{stem}-邮件草稿.eml"), format!("{stem}.zip")];
    assert_eq!(names_in(folder.path()), expected);
    assert_eq!(exported.tier, MailTier::Attached);
    assert!(exported.warnings.is_empty());
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let bytes = || {
        let folder = tempfile::tempdir().unwrap();
        let exported = Case::new().run(folder.path(), documents(3_000)).unwrap();
        [exported.zip, exported.guide, exported.mail].map(|path| fs::read(path).unwrap())
    };
    assert_eq!(bytes(), bytes());
}

#[test]
fn the_last_component_of_the_folder_is_made() {
    let parent = tempfile::tempdir().unwrap();
    let exported = Case::new().run(&parent.path().join("报送"), documents(0)).unwrap();
    assert!(exported.zip.is_file());
}

#[test]
fn a_package_is_replaced_only_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let first = Case::new().run(folder.path(), documents(10)).unwrap();
    let refused = Case::new().run(folder.path(), documents(20)).unwrap_err();
    assert!(refused.to_string().contains("浙江示例机械有限公司.zip”已存在"), "{refused}");
    assert_eq!(fs::metadata(&first.zip).unwrap().len(), first.package.bytes);
    let replacing = Case::with(|case| case.existing = Existing::Replace);
    let second = replacing.run(folder.path(), documents(20)).unwrap();
    assert_eq!(fs::metadata(&second.zip).unwrap().len(), first.package.bytes + 10);
    assert_eq!(names_in(folder.path()).len(), 3);
}

#[test]
fn a_draft_stands_beside_the_final_package_and_says_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    Case::new().run(folder.path(), documents(0)).unwrap();
    let draft = Case::with(|case| case.stage = Stage::Draft).run(folder.path(), documents(0)).unwrap();
    assert_eq!(draft.zip.file_name().unwrap(), "浙江示例机械有限公司（草稿）.zip");
    assert!(fs::read_to_string(draft.guide).unwrap().contains("草稿，不得报送"));
}

#[test]
fn over_the_limit_a_final_package_is_refused_and_a_draft_warned() {
    let over = |stage| {
        let mut case = Case::with(|case| case.stage = stage);
        let mut edition = case.editions.latest().clone();
        edition.package.limit_bytes = 1_000_000;
        case.editions.add(edition);
        let folder = tempfile::tempdir().unwrap();
        case.run(folder.path(), documents(1_000_000))
    };
    let error = over(Stage::Final).unwrap_err();
    assert!(matches!(&error, Error::TooLarge { documents, .. } if documents.len() == 3), "{error}");
    assert!(error.to_string().contains("证实性材料.docx 1.00 MB"), "{error}");
    assert_eq!(over(Stage::Draft).unwrap().warnings.len(), 1);
    let limited = |limit: u64| {
        let mut case = Case::new();
        let mut edition = case.editions.latest().clone();
        edition.package.limit_bytes = limit;
        case.editions.add(edition);
        case.run(tempfile::tempdir().unwrap().path(), documents(1_000)).map(|exported| exported.package.bytes)
    };
    let bytes = limited(1_000_000).unwrap();
    assert_eq!(limited(bytes).unwrap(), bytes, "as large as allowed");
    assert!(matches!(limited(bytes - 1), Err(Error::TooLarge { .. })));
}

#[test]
fn progress_goes_through_the_steps_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let mut told = Vec::new();
    let mut progress = |progress: Progress| {
        told.push(progress);
        ControlFlow::Continue(())
    };
    Case::new().run_watched(folder.path(), documents(5 << 20), &mut progress).unwrap();
    let mut steps: Vec<_> = told.iter().map(|progress| progress.step).collect();
    steps.dedup();
    use ExportStep::*;
    assert_eq!(steps, [Application, Experience, Evidence, Packing, Verifying, Finishing]);
    let finishing = told.iter().filter(|progress| progress.step == Finishing).count();
    assert_eq!(
        finishing, 2,
        "it may be stopped before the small files are written, and once more before anything is placed"
    );
    assert!(told.iter().all(|progress| progress.total.is_none_or(|total| progress.bytes <= total)));
    assert!(told.len() > 12);
}
