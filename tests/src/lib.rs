//! End-to-end tests: the program from outside.

pub mod docx;
pub mod look;
pub mod sample;
pub mod validate;

use std::path::PathBuf;
use std::process::Command;

/// The program as it was last built.
pub fn biaogan() -> Command {
    Command::new(program())
}

/// The program beside the tests; `cargo xtask test` builds it first.
fn program() -> PathBuf {
    let test = std::env::current_exe().expect("the test knows where it is");
    let folder = test.ancestors().nth(2).expect("target/debug/deps/test");
    folder.join(format!("biaogan{}", std::env::consts::EXE_SUFFIX))
}
