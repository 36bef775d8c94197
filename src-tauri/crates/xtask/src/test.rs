//! `cargo xtask test`: format, clippy without warnings, every test, the documents validated.

use crate::interface;
use crate::run::{self, cargo};
use crate::setup::{self, DRIVER};
use anyhow::{Result, bail};

/// The desktop program with its pages inside and its content security policy.
const AS_DELIVERED: &str = "--features=biaogan-desktop/custom-protocol";

pub fn run() -> Result<()> {
    let venv: &[&str] = &["-c", "import venv, ensurepip"];
    setup::debian(&[("cc", &["--version"], "gcc"), ("python3", venv, "python3-venv")]);
    setup::desktop()?;
    if cfg!(target_os = "linux") {
        setup::debian(DRIVER);
    }
    let python = setup::python();
    if python.is_none() && std::env::var_os("BIAOGAN_WITHOUT_PYTHON").is_none() {
        bail!(
            "no Python with lxml and openxml-audit; BIAOGAN_WITHOUT_PYTHON=1 goes without validating the documents"
        );
    }
    interface::install()?;
    interface::test()?;
    interface::build()?;
    run::run(&mut cargo(&["fmt", "--all", "--check"]))?;
    run::run(&mut cargo(&["clippy", "--workspace", "--all-targets", AS_DELIVERED, "--", "-D", "warnings"]))?;
    // With the tests' choice of features, so that nothing is built twice.
    run::run(&mut cargo(&["build", "--workspace", "--all-targets", AS_DELIVERED]))?;
    // One failure does not hide those of the programs behind it.
    let mut test = cargo(&["test", "--workspace", "--no-fail-fast", AS_DELIVERED]);
    if cfg!(target_os = "linux") {
        let program = run::target().join("debug/biaogan-desktop");
        test.env("BIAOGAN_DESKTOP_REQUIRED", "1").env("BIAOGAN_DESKTOP", program);
    }
    if let Some(python) = python {
        test.env("BIAOGAN_PYTHON", python);
    }
    run::run(&mut test)
}
