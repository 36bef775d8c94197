//! The documents that sessions at the editor leave, written by the interface's own tests.

use end_to_end::needs;
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Stdio};

/// The documents of so many sessions; none, with a line that says so, where the interface's tests cannot run.
pub fn documents(count: usize) -> Option<Vec<Value>> {
    let ui = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui");
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let starts = Command::new(npm).arg("--version").stdout(Stdio::null()).status();
    if !starts.is_ok_and(|status| status.success()) || !ui.join("node_modules/vitest").is_dir() {
        needs::passed_over("what the editor makes", "npm with the interface's packages");
        return None;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("sessions.jsonl");
    let mut vitest = Command::new(npm);
    vitest.args(["exec", "--", "vitest", "run", "src/experience/schema/written.test.ts"]).current_dir(ui);
    vitest.env("BIAOGAN_SESSIONS_FILE", &file).env("BIAOGAN_SEEDS", format!("1-{count}"));
    let output = vitest.output().expect("npm starts");
    let said = [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned());
    assert!(output.status.success(), "{}", said.concat());
    let lines = std::fs::read_to_string(file).expect("the documents");
    Some(lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect())
}
