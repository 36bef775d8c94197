//! The program under test.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The desktop program as it is delivered, but that a test may drive it: the one that `BIAOGAN_DESKTOP` names, else
/// built once with its interface.
pub fn program() -> PathBuf {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    let build = || {
        let ui = workspace().join("ui");
        if !ui.join("node_modules").is_dir() {
            run(Command::new("npm").arg("ci").current_dir(&ui));
        }
        run(Command::new("npm").args(["run", "build"]).current_dir(&ui));
        build("biaogan-desktop", &[])
    };
    PROGRAM.get_or_init(|| env::var_os("BIAOGAN_DESKTOP").map_or_else(build, PathBuf::from)).clone()
}

/// A window of the same Tauri with one page that says nothing: the one that `BIAOGAN_BARE_WINDOW` names, else built.
pub fn bare_window() -> PathBuf {
    let build = || build("examples/bare_window", &["--example", "bare_window"]);
    env::var_os("BIAOGAN_BARE_WINDOW").map_or_else(build, PathBuf::from)
}

/// Where cargo builds.
pub fn target() -> PathBuf {
    let test = env::current_exe().expect("the test has a path");
    // target/debug/deps/desktop-…
    test.ancestors().nth(3).expect("a test lies in target/PROFILE/deps").to_owned()
}

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Builds optimised; gives where the result lies.
fn build(name: &str, wanted: &[&str]) -> PathBuf {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--release", "--package", "biaogan-desktop"]);
    cargo.args(["--features", "custom-protocol,driven"]).args(wanted);
    run(cargo.arg("--target-dir").arg(target()).current_dir(workspace()));
    target().join("release").join(name)
}

fn run(command: &mut Command) {
    let status = command.status().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(status.success(), "{command:?}: {status}");
}
