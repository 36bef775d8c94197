//! The program under test.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// Names a program that was built already.
const NAMED: &str = "BIAOGAN_DESKTOP";

/// The desktop program as it is delivered: the one that `BIAOGAN_DESKTOP` names, else built once with its interface.
pub fn program() -> PathBuf {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| env::var_os(NAMED).map_or_else(build, PathBuf::from)).clone()
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    let test = env::current_exe().expect("the test has a path");
    // target/debug/deps/desktop-…
    test.ancestors().nth(3).expect("a test lies in target/PROFILE/deps").to_owned()
}

fn build() -> PathBuf {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let ui = workspace.join("ui");
    if !ui.join("node_modules").is_dir() {
        run(Command::new("npm").arg("ci").current_dir(&ui));
    }
    run(Command::new("npm").args(["run", "build"]).current_dir(&ui));
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args([
        "build",
        "--quiet",
        "--release",
        "--package",
        "biaogan-desktop",
        "--features",
        "custom-protocol",
    ]);
    run(cargo.arg("--target-dir").arg(target()).current_dir(workspace));
    target().join("release/biaogan-desktop")
}

fn run(command: &mut Command) {
    let status = command.status().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(status.success(), "{command:?}: {status}");
}
