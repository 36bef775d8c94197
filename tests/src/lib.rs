//! End-to-end tests: the program from outside.

pub mod case;
#[cfg(target_os = "linux")]
pub mod desktop;
pub mod docx;
pub mod fullest;
pub mod look;
pub mod memory;
pub mod needs;
pub mod next_year;
pub mod python;
pub mod sample;
#[cfg(target_os = "linux")]
pub mod stage;
pub mod validate;

use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

/// Names the command line program to test, such as the one that `cargo xtask test` has built.
const PROGRAM: &str = "BIAOGAN_PROGRAM";

/// The command line program, with nothing installed: what this machine's user has is not tested.
pub fn biaogan() -> Command {
    static FOUND: OnceLock<PathBuf> = OnceLock::new();
    let program = FOUND.get_or_init(|| std::env::var_os(PROGRAM).map_or_else(build, PathBuf::from));
    let mut command = Command::new(program);
    command.env("BIAOGAN_DATA", program.with_file_name("no-data"));
    command
}

/// Cargo builds a program only for the tests of its own package, so this asks for it. A second build of what is
/// up to date takes a moment; an old program that lies about would test nothing.
fn build() -> PathBuf {
    let test = std::env::current_exe().expect("the test has a path");
    // target/debug/deps/command_line-…
    let profile = test.ancestors().nth(2).expect("a test lies in target/PROFILE/deps");
    let target = profile.parent().expect("a profile lies in the target directory");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--package", "biaogan-cli", "--target-dir"]).arg(target);
    if profile.ends_with("release") {
        cargo.arg("--release");
    }
    let built = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).status().expect("cargo runs");
    assert!(built.success(), "the command line program does not build");
    profile.join(format!("biaogan{}", std::env::consts::EXE_SUFFIX))
}
