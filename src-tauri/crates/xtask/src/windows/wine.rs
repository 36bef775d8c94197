//! `cargo xtask wine`: the tests of the core, and those of the command line from outside, run as Windows programs.

use super::cross::{self, AS_DELIVERED, built};
use super::prefix::{NEEDED, Wine};
use super::{installer, portable, same, stage};
use crate::run::{cargo, run, workspace};
use crate::setup::{self, TESTS};
use crate::{interface, steps::Steps};
use anyhow::Result;
use std::path::Path;
use std::process::Command;

/// The tests of the core. What it uses is that of the delivery, whose other packages are named for their features; the
/// core itself is not optimised, which would take far longer than the tests.
const UNITS: &[&str] = &[
    "test",
    "--release",
    "--package=biaogan",
    "--package=biaogan-cli",
    "--package=biaogan-desktop",
    AS_DELIVERED,
    "--lib",
    "--no-fail-fast",
    "--config=profile.release.package.biaogan.opt-level=0",
    "--config=profile.release.package.biaogan.codegen-units=16",
];

/// The tests from outside that drive the command line alone.
const OUTSIDE: &[&str] = &[
    "changes::",
    "command_line::",
    "count::",
    "edition::",
    "empty::",
    "export::",
    "format::",
    "greedy::",
    "import::",
    "next_year::",
    "odd::",
    "roll::",
    "settle::",
    "texts::",
    "workbook::",
];

/// What cannot pass under wine, and why.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("command_line::while_a_draft_is_open_it_can_be_read_and_copied_but_not_written", HELD_HERE),
    ("roll::after_a_final_package_the_reminder_to_send_it_stands", HELD_HERE),
    ("main_path::", "the window: wine has no WebView2"),
];
const HELD_HERE: &str =
    "the test itself has the draft open, and is a program of Linux: wine does not see its locks";

/// Runs them, and makes the sample's package on both systems: it must be the same to the byte.
pub fn run_wine() -> Result<()> {
    let mut steps = Steps::default();
    steps.take("what the machine lacks", || {
        super::need()?;
        setup::desktop()?;
        setup::debian(&[NEEDED, TESTS].concat())
    })?;
    let page = steps
        .take("the interface", || interface::install().and_then(|()| interface::build_with_licences()))?;
    steps.take("the programs", || cross::build(cross::PROGRAMS))?;
    let stage = steps.take("what is delivered", || stage::lay(&page))?;
    super::pack(&mut steps, &stage)?;
    let wine = steps.take("wine", Wine::prepare)?;
    let program = wine.runner(Some(&built("biaogan.exe")))?;
    let units = steps.take("tests of the core", || units(&wine));
    let outside = steps.take("tests from outside", || outside(&program));
    let same = steps.take("the same bytes", || same::bytes(&program));
    let delivered = steps.take("installing, carrying, uninstalling", || delivered(&wine));
    println!("{steps}");
    EXCEPTIONS.iter().for_each(|(test, reason)| println!("left out: {test}: {reason}"));
    units.and(outside).and(same).and(delivered)
}

fn units(wine: &Wine) -> Result<()> {
    let mut test = cross::cargo(UNITS)?;
    test.env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER", wine.runner(None)?).arg("--");
    run(skipping(&mut test))
}

fn outside(program: &Path) -> Result<()> {
    let mut test = cargo(&["test", "--package", "end-to-end", "--test", "all", "--no-fail-fast", "--"]);
    if let Some(python) = setup::python() {
        test.env("BIAOGAN_PYTHON", python);
    }
    run(skipping(test.args(OUTSIDE)).env("BIAOGAN_PROGRAM", program))
}

/// What a user does with what is delivered.
fn delivered(wine: &Wine) -> Result<()> {
    let mut script = Command::new("xvfb-run");
    script
        .arg("-a")
        .arg(workspace().join("tests/wine/delivery.sh"))
        .arg(wine.runner(None)?)
        .arg(&wine.folder);
    run(script.arg(installer::place()).arg(portable::place()).arg(wine.stand_ins()?))
}

fn skipping(test: &mut Command) -> &mut Command {
    EXCEPTIONS.iter().fold(test, |test, (name, _)| test.args(["--skip", name]))
}
