//! Importing the fullest package, 100 MB of evidence in it, beside python-docx that merely opens its three documents
//! and walks through them: `BIAOGAN_PYTHON=… cargo bench -p end-to-end --bench import`.
//!
//! Aims: at least three times faster, at most 120 MB of memory at once.

mod packages;

use end_to_end::biaogan;
use packages::{measured, package};
use std::fs;
use std::path::Path;
use std::process::Command;

/// How often each is done; the fastest counts.
const RUNS: usize = 5;
/// Bytes of evidence.
const EVIDENCE: u64 = 100_000_000;

fn main() {
    // A test run over all targets comes by too, without this word.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let desk = tempfile::tempdir().expect("a folder");
    let package = package(desk.path(), EVIDENCE);
    println!("{:14}{:>10}{:>10}", "", "seconds", "peak MB");
    let ours = measured("biaogan", RUNS, || import(&package, &desk.path().join("new.biaogan")));
    let theirs = measured("python-docx", RUNS, || peer(&package));
    println!("{:.1} times faster", theirs.as_secs_f64() / ours.as_secs_f64());
}

fn import(package: &Path, draft: &Path) -> Command {
    let _ = fs::remove_file(draft);
    let mut command = biaogan();
    command.arg("import").arg(package).arg(draft);
    command
}

fn peer(package: &Path) -> Command {
    let python = std::env::var("BIAOGAN_PYTHON").unwrap_or_else(|_| "python3".into());
    let mut command = Command::new(python);
    command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/benches/import_peer.py")).arg(package);
    command
}
