//! `cargo xtask test`: format, clippy without warnings, every test, the documents validated, or the chosen ones alone;
//! and `cargo xtask chromium`: the tests of the window once more, in the engine that Windows has.

use crate::run::{built, cargo, run};
use crate::setup::{self, CHROMIUM, DRIVER, TESTS};
use crate::steps::Steps;
use crate::{interface, node};
use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::Command;

/// The desktop program with its pages inside and its content security policy.
const AS_DELIVERED: &str = "--features=biaogan-desktop/custom-protocol";

/// All that is tested: benchmarks and examples are for clippy only.
const TESTED: &[&str] = &["--workspace", "--lib", "--bins", "--tests", AS_DELIVERED];

/// The tests of the window, by their modules.
const IN_CHROMIUM: &[&str] = &["editor::", "main_path::", "screens::", "window::", "desktop::", "no_locks::"];

/// Tests at once on each core: those in the window wait for most of their time.
const TESTS_A_CORE: usize = 2;

pub fn run_tests() -> Result<()> {
    let mut steps = Steps::default();
    let python = steps.take("what the machine lacks", || {
        setup::desktop()?;
        setup::debian(TESTS)?;
        setup::debian(DRIVER)?;
        python()
    })?;
    steps.take("the interface's packages", interface::install)?;
    steps.take("the interface's types and style", interface::check)?;
    steps.take("the interface's tests", interface::test)?;
    steps.take("the interface's build", interface::build)?;
    steps.take("format", || run(&mut cargo(&["fmt", "--all", "--check"])))?;
    steps.take("clippy", clippy)?;
    steps.take("build", build)?;
    steps.take("tests", || run(&mut tests(python, &[])))?;
    println!("{steps}");
    Ok(())
}

/// The tests whose names hold one of the words, with the programs built anew.
pub fn run_chosen(chosen: &[&str]) -> Result<()> {
    interface::install()?;
    interface::build()?;
    build()?;
    run(&mut tests(setup::python(), chosen))
}

/// The program's page in Chromium: Windows' WebView2 is one, and the program can't be run on Windows here.
pub fn in_chromium() -> Result<()> {
    if !cfg!(target_os = "linux") {
        bail!("Chromium is driven on Linux only; elsewhere the program itself is at hand");
    }
    setup::desktop()?;
    setup::debian(DRIVER)?;
    setup::debian(CHROMIUM)?;
    let python = python()?;
    interface::install()?;
    interface::build()?;
    build()?;
    run(tests(python, IN_CHROMIUM).env("BIAOGAN_CHROMIUM", "1"))
}

/// The programs and their tests. `cargo test` by itself would not build the programs.
fn build() -> Result<()> {
    run(cargo(&["build"]).args(TESTED))
}

fn clippy() -> Result<()> {
    run(&mut cargo(&["clippy", "--workspace", "--all-targets", AS_DELIVERED, "--", "-D", "warnings"]))
}

fn python() -> Result<Option<PathBuf>> {
    let python = setup::python();
    if python.is_none() && std::env::var_os("BIAOGAN_WITHOUT_PYTHON").is_none() {
        bail!(
            "no Python with the validators of tests/validate/requirements.txt; BIAOGAN_WITHOUT_PYTHON=1 goes without them"
        );
    }
    Ok(python)
}

/// The test programs, with the programs under test in their hands; all tests if none are `chosen`. One failure
/// does not hide those behind it.
fn tests(python: Option<PathBuf>, chosen: &[&str]) -> Command {
    let mut test = cargo(&["test", "--no-fail-fast"]);
    // Always the same parts: with fewer, cargo chooses other features and builds the tree once more.
    test.args(TESTED).arg("--").args(chosen);
    test.env("BIAOGAN_PROGRAM", built("debug", "biaogan"));
    if cfg!(target_os = "linux") {
        test.env("BIAOGAN_DESKTOP", built("debug", "biaogan-desktop"));
    }
    if std::env::var_os("CI").is_some() {
        // Nothing is passed over in silence there.
        test.env("BIAOGAN_REQUIRED", "1");
    }
    if let Some(python) = python {
        test.env("BIAOGAN_PYTHON", python);
    }
    if let Some(path) = node::path() {
        test.env("PATH", path);
    }
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    test.env("RUST_TEST_THREADS", (cores * TESTS_A_CORE).to_string());
    test
}
