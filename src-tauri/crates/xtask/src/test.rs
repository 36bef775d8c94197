//! `cargo xtask test`: format, clippy without warnings, every test, the documents validated; and `cargo xtask chromium`: the tests of the
//! window once more, in the engine that Windows has.

use crate::interface;
use crate::run::{self, cargo};
use crate::setup::{self, CHROMIUM, DRIVER};
use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::Command;

/// The desktop program with its pages inside and its content security policy.
const AS_DELIVERED: &str = "--features=biaogan-desktop/custom-protocol";

pub fn run() -> Result<()> {
    let venv: &[&str] = &["-c", "import venv, ensurepip"];
    setup::debian(&[("cc", &["--version"], "gcc"), ("python3", venv, "python3-venv")]);
    setup::desktop()?;
    if cfg!(target_os = "linux") {
        setup::debian(DRIVER);
    }
    let python = python()?;
    interface::install()?;
    interface::test()?;
    interface::build()?;
    run::run(&mut cargo(&["fmt", "--all", "--check"]))?;
    run::run(&mut cargo(&["clippy", "--workspace", "--all-targets", AS_DELIVERED, "--", "-D", "warnings"]))?;
    build()?;
    run::run(&mut tests(python, &[]))
}

/// The program's page in Chromium: Windows' WebView2 is one, and the program can't be run on Windows here.
pub fn in_chromium() -> Result<()> {
    if !cfg!(target_os = "linux") {
        bail!("Chromium is driven on Linux only; elsewhere the program itself is at hand");
    }
    setup::desktop()?;
    setup::debian(DRIVER);
    setup::debian(CHROMIUM);
    let python = python()?;
    interface::install()?;
    interface::build()?;
    build()?;
    let chosen = ["--test=editor", "--test=main_path", "--test=screens"];
    run::run(tests(python, &chosen).env("BIAOGAN_CHROMIUM", "1"))
}

/// With the tests' choice of features, so that nothing is built twice.
fn build() -> Result<()> {
    run::run(&mut cargo(&["build", "--workspace", "--all-targets", AS_DELIVERED]))
}

fn python() -> Result<Option<PathBuf>> {
    let python = setup::python();
    if python.is_none() && std::env::var_os("BIAOGAN_WITHOUT_PYTHON").is_none() {
        bail!(
            "no Python with lxml and openxml-audit; BIAOGAN_WITHOUT_PYTHON=1 goes without validating the documents"
        );
    }
    Ok(python)
}

fn tests(python: Option<PathBuf>, chosen: &[&str]) -> Command {
    // One failure does not hide those of the programs behind it.
    let mut test = cargo(&["test", "--workspace", "--no-fail-fast", AS_DELIVERED]);
    test.args(chosen);
    if cfg!(target_os = "linux") {
        let program = run::target().join("debug/biaogan-desktop");
        test.env("BIAOGAN_DESKTOP_REQUIRED", "1").env("BIAOGAN_DESKTOP", program);
    }
    if let Some(python) = python {
        test.env("BIAOGAN_PYTHON", python);
    }
    test
}
