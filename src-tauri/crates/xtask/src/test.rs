//! `cargo xtask test`: format, clippy without warnings, every test, the documents validated.

use crate::run::{self, cargo};
use crate::setup;
use anyhow::Result;

pub fn run() -> Result<()> {
    setup::debian(&[("cc", "gcc"), ("python3", "python3-venv")]);
    let python = setup::python();
    if python.is_none() {
        eprintln!(
            "No Python with lxml and openxml-audit: the documents are not checked against the schemas."
        );
    }
    run::run(&mut cargo(&["fmt", "--all", "--check"]))?;
    run::run(&mut cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    let mut test = cargo(&["test", "--workspace"]);
    if let Some(python) = python {
        test.env("BIAOGAN_PYTHON", python);
    }
    run::run(&mut test)
}
