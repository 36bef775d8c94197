//! The documents against the schemas and a second opinion, wherever there is a Python with lxml and openxml-audit.

use crate::needs;
use crate::python;
use crate::sample::Exported;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Has the three documents of a package checked; they must be without fault.
pub fn package(exported: &Exported) {
    let python = python::with(&["lxml", "openxml_audit"]);
    let Some(python) =
        needs::or_passed_over(python, "validating documents", "Python's lxml and openxml-audit")
    else {
        return;
    };
    let folder = exported.folder.path().join("documents");
    std::fs::create_dir_all(&folder).expect("a folder");
    let mut zip =
        zip::ZipArchive::new(std::fs::File::open(&exported.zip).expect("the package")).expect("a zip");
    zip.extract(&folder).expect("unpacked");
    for name in exported.documents.keys() {
        let document = folder.join(name);
        schemas(&python, &[&document]);
        audit(&python, &document);
    }
}

/// Has many documents checked against the schemas in one go; they must be without fault.
pub fn documents(documents: &[PathBuf]) {
    if let Some(python) =
        needs::or_passed_over(python::with(&["lxml"]), "validating documents", "Python's lxml")
    {
        schemas(&python, documents);
    }
}

fn schemas<P: AsRef<Path>>(python: &Path, documents: &[P]) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("validate/tools/validate_docx.py");
    let mut command = Command::new(python);
    command.arg(script).args(documents.iter().map(AsRef::as_ref));
    let output = command.output().expect("Python starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

fn audit(python: &Path, document: &Path) {
    let arguments = ["-m", "openxml_audit", "-f", "office2016", "-o", "json", "-m", "0"];
    let output = Command::new(python).args(arguments).arg(document).output().expect("Python starts");
    let report = String::from_utf8_lossy(&output.stdout);
    let report: serde_json::Value = serde_json::from_str(&report)
        .unwrap_or_else(|error| panic!("{error}: {report}{}", String::from_utf8_lossy(&output.stderr)));
    assert!(report[0]["valid"] == true && report[0]["errors"] == serde_json::json!([]), "{report:#}");
}
