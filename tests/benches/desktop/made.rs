//! The drafts to be measured: made by today's core, or by the command line that `BIAOGAN_CLI` names. An earlier build
//! opens no draft of today's, so it is measured with what its own command line made.

use biaogan::draft::{Draft, Operation};
use biaogan::edition::Editions;
use biaogan::form::Content;
use chrono::DateTime;
use end_to_end::fullest;
use serde_json::{Value, json};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The command line of an earlier build.
struct Cli(PathBuf);

fn cli() -> Option<Cli> {
    std::env::var_os("BIAOGAN_CLI").map(|path| Cli(path.into()))
}

/// Makes the sample.
pub fn sample(draft: &Path) {
    match cli() {
        Some(cli) => drop(cli.run("demo", draft, &[])),
        None => drop(
            Draft::create_sample(draft, &Editions::built_in(), DateTime::UNIX_EPOCH).expect("the sample"),
        ),
    }
}

/// Makes the fullest draft with these files attached; an earlier build the sample with them.
pub fn fullest(draft: &Path, files: &[PathBuf]) {
    match cli() {
        Some(cli) => cli.sample_with(draft, files),
        None => drop(fullest::draft(draft, files)),
    }
}

/// Changes the content of a draft, as JSON.
pub fn change(draft: &Path, change: impl FnOnce(&mut Value)) {
    match cli() {
        Some(cli) => cli.change(draft, change),
        None => {
            let mut draft = Draft::open(draft).expect("the draft");
            let mut json = serde_json::to_value(draft.content().expect("content")).expect("JSON");
            change(&mut json);
            let content: Content = serde_json::from_value(json).expect("content");
            draft
                .change(Operation::Edit, DateTime::UNIX_EPOCH, |present| *present = content)
                .expect("a change");
        }
    }
}

impl Cli {
    fn sample_with(&self, draft: &Path, files: &[PathBuf]) {
        self.run("demo", draft, &[]);
        if files.is_empty() {
            return;
        }
        let paths: Vec<&OsStr> = files.iter().map(|file| file.as_os_str()).collect();
        let told = self.run("attach", draft, &[&[OsStr::new("--json")], &paths[..]].concat());
        let attached: Vec<Value> = serde_json::from_slice(&told).expect("the files");
        let ids: Value = attached.into_iter().map(|mut file| file["id"].take()).collect();
        self.change(draft, |content| {
            let items = content["evidence"].as_array_mut().expect("a list");
            items.push(json!({ "id": "scans", "title": "质量改进成果证明材料", "files": ids }));
        });
    }

    fn change(&self, draft: &Path, change: impl FnOnce(&mut Value)) {
        let mut json: Value = serde_json::from_slice(&self.run("show", draft, &[])).expect("content");
        change(&mut json);
        let file = draft.with_extension("json");
        std::fs::write(&file, json.to_string()).expect("written");
        self.run("put", draft, &[file.as_os_str()]);
        std::fs::remove_file(file).expect("removed");
    }

    /// What a command says.
    fn run(&self, command: &str, draft: &Path, more: &[&OsStr]) -> Vec<u8> {
        let done = Command::new(&self.0).arg(command).arg(draft).args(more).output().expect("a program");
        assert!(done.status.success(), "{command}: {}", String::from_utf8_lossy(&done.stderr));
        done.stdout
    }
}
