//! Checking a folder of packages of 30 MB each: `cargo bench -p end-to-end --bench verify`.
//!
//! Aim: memory that does not grow with their number. The packages are one file under many names, so that the disk stays
//! small; what is unpacked of each is a copy of its own.

mod packages;

use end_to_end::biaogan;
use packages::{measured, package};
use std::fs;
use std::path::{Path, PathBuf};

/// Bytes of evidence in each package.
const EVIDENCE: u64 = 28_000_000;
/// How many packages there are in a folder.
const MANY: [usize; 2] = [30, 300];

fn main() {
    // A test run over all targets comes by too, without this word.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let desk = tempfile::tempdir().expect("a folder");
    let package = package(desk.path(), EVIDENCE);
    let size = fs::metadata(&package).expect("the package").len();
    println!("{:.1} MB each\n{:14}{:>10}{:>10}", size as f64 / 1e6, "packages", "seconds", "peak MB");
    for many in MANY {
        let folder = folder(desk.path(), &package, many);
        measured(&many.to_string(), 1, || {
            let mut command = biaogan();
            command.arg("verify").arg(&folder).arg("--to").arg(folder.with_extension("html"));
            command
        });
    }
}

/// A folder with a package under so many names.
fn folder(desk: &Path, package: &Path, many: usize) -> PathBuf {
    let folder = desk.join(many.to_string());
    fs::create_dir(&folder).expect("a folder");
    for at in 0..many {
        fs::hard_link(package, folder.join(format!("第{at}家有限公司.zip"))).expect("a link");
    }
    folder
}
