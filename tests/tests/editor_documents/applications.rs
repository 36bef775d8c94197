//! Applications whose 典型经验 is what sessions left.

use biaogan::date::Date;
use biaogan::draft::{Draft, NewFile, Operation, Source};
use biaogan::edition::{Edition, Editions};
use biaogan::form::{Assignment, Content, Section};
use biaogan::package::{Existing, Request, Stage, export_draft};
use chrono::{DateTime, Utc};
use end_to_end::docx::{Document, open_package};
use end_to_end::sample;
use serde_json::Value;
use std::ops::{ControlFlow, Range};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const NOW: DateTime<Utc> = DateTime::UNIX_EPOCH;

/// Where the applications of a run lie.
pub struct Applications {
    folder: TempDir,
    editions: Editions,
}

/// An application that was exported.
pub struct Exported {
    /// The 典型经验.
    pub experience: Document,
    /// All three documents.
    pub files: Vec<PathBuf>,
    /// The seeds of its sessions.
    pub seeds: Range<usize>,
}

impl Applications {
    /// An empty folder.
    pub fn new() -> Applications {
        Applications { folder: tempfile::tempdir().expect("a folder"), editions: Editions::built_in() }
    }

    /// What the four sections are called.
    pub fn titles(&self) -> [&str; 4] {
        Section::ALL.map(|section| self.edition().section(section).title.as_str())
    }

    /// Writes the sections into a draft as the window does, makes sure it holds them, and exports it.
    pub fn export(&self, index: usize, sections: &[Value]) -> Exported {
        let seeds = index * 4 + 1..index * 4 + 1 + sections.len();
        let folder = self.folder.path().join(index.to_string());
        std::fs::create_dir(&folder).expect("a folder");
        let draft = self.draft(&folder.join("draft.biaogan"), sections, &seeds);
        let request = Request {
            edition: self.edition(),
            stage: Stage::Final,
            today: Date::parse("2026-05-08").expect("a day"),
            folder: &folder,
            existing: Existing::Keep,
            report: &[],
        };
        let content = draft.content().expect("content");
        let exported = export_draft(&draft, &content, &request, &mut |_| ControlFlow::Continue(()));
        let exported = exported.unwrap_or_else(|error| panic!("sessions {seeds:?}: {error}\n{sections:#?}"));
        let files = unpacked(&exported.zip, &folder.join("documents"));
        let experience = open_package(&exported.zip).remove("典型经验.docx").expect("the 典型经验");
        Exported { experience, files, seeds }
    }

    fn draft(&self, path: &Path, sections: &[Value], seeds: &Range<usize>) -> Draft {
        let mut draft = Draft::create(path, &self.content(), NOW).expect("a draft");
        let picture =
            std::fs::read(sample::folder().join("files/零缺陷管控模式框架图.png")).expect("a picture");
        let file = NewFile { name: "图.png".into(), id: Some("a1".into()), source: Source::Bytes(picture) };
        draft.attach(&[file], NOW).expect("attached");
        let names = ["overview", "background", "process", "results"];
        for ((section, name), seed) in sections.iter().zip(names).zip(seeds.clone()) {
            let place = format!("experience.{name}");
            let assignment = Assignment { path: place.as_str().into(), value: section.clone() };
            let mut content = draft.content().expect("content");
            let assigned = content.assign(vec![assignment]);
            assigned.unwrap_or_else(|error| panic!("session {seed} is refused: {error}\n{section:#}"));
            draft.change(Operation::Edit, NOW, |present| *present = content).expect("a change");
            let kept = serde_json::to_value(draft.content().expect("content")).expect("JSON");
            assert_eq!(kept["experience"][name], *section, "session {seed} is not kept as it is");
        }
        draft
    }

    /// An application with three years' figures to draw.
    fn content(&self) -> Content {
        let mut content = Content::empty(self.edition());
        content.organization = "某某有限公司".into();
        let mut json = serde_json::to_value(&content).expect("JSON");
        let rows = json["benefits"].as_array_mut().expect("rows");
        let oee = rows.iter_mut().find(|row| row["key"] == "oee").expect("设备综合效率");
        oee["values"] = serde_json::json!({ "2023": "74.8", "2024": "79.6", "2025": "84.3" });
        Content::from_json(&json.to_string(), &self.editions, self.edition()).expect("content")
    }

    fn edition(&self) -> &Edition {
        self.editions.get("2026").expect("built in")
    }
}

fn unpacked(zip: &Path, folder: &Path) -> Vec<PathBuf> {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(zip).expect("the package")).expect("a zip");
    zip.extract(folder).expect("unpacked");
    let files =
        std::fs::read_dir(folder).expect("the documents").map(|entry| entry.expect("an entry").path());
    files.filter(|path| path.extension().is_some_and(|extension| extension == "docx")).collect()
}
