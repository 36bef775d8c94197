//! Applications to export: the sample, and what tests make of it.

use crate::docx::{Document, open_package};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The folder of the sample application.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/sample")
}

/// The sample's content.
pub fn content() -> Value {
    let json = std::fs::read_to_string(folder().join("application.json")).expect("the sample");
    serde_json::from_str(&json).expect("JSON")
}

/// An exported package in a folder of its own.
pub struct Exported {
    /// The folder, gone with this value.
    pub folder: TempDir,
    /// The package.
    pub zip: PathBuf,
    /// The three documents, by name.
    pub documents: BTreeMap<String, Document>,
}

impl Exported {
    /// The 申报书.
    pub fn application(&self) -> &Document {
        &self.documents["申报书.docx"]
    }

    /// The 典型经验.
    pub fn experience(&self) -> &Document {
        &self.documents["典型经验.docx"]
    }

    /// The 证实性材料.
    pub fn evidence(&self) -> &Document {
        &self.documents["证实性材料.docx"]
    }
}

/// Runs the program, which must succeed.
pub fn done(arguments: &[&str]) {
    let output = crate::biaogan().args(arguments).output().expect("the program starts");
    assert!(output.status.success(), "biaogan {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Exports content as a draft package, with the sample's files for the attachments it names.
pub fn export(content: &Value) -> Exported {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    std::fs::write(path("content.json"), content.to_string()).expect("written");
    done(&["new", &path("draft.biaogan"), "--organization", "某某有限公司", "--edition", "2026"]);
    attach(&path("draft.biaogan"), content);
    done(&["put", &path("draft.biaogan"), &path("content.json")]);
    done(&["export", &path("draft.biaogan"), "--to", &path("out"), "--draft", "--today", "2026-05-08"]);
    let zip = std::fs::read_dir(path("out")).expect("a package").map(|entry| entry.expect("an entry").path());
    let zip = zip.into_iter().find(|path| path.extension().is_some_and(|end| end == "zip")).expect("a zip");
    Exported { documents: open_package(&zip), zip, folder }
}

fn attach(draft: &str, content: &Value) {
    let Some(attachments) = content["attachments"].as_object() else { return };
    for (id, attachment) in attachments {
        let file = folder().join("files").join(attachment["name"].as_str().expect("a name"));
        done(&["attach", draft, "--id", id, &file.to_string_lossy()]);
    }
}
