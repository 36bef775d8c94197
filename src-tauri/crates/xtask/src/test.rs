//! `cargo xtask test`: format, clippy without warnings, every test, the documents validated.

use crate::run::{self, cargo};
use crate::setup;
use anyhow::{Result, bail};

pub fn run() -> Result<()> {
    let venv: &[&str] = &["-c", "import venv, ensurepip"];
    setup::debian(&[("cc", &["--version"], "gcc"), ("python3", venv, "python3-venv")]);
    let python = setup::python();
    if python.is_none() && std::env::var_os("BIAOGAN_WITHOUT_PYTHON").is_none() {
        bail!(
            "no Python with lxml and openxml-audit; BIAOGAN_WITHOUT_PYTHON=1 goes without validating the documents"
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
