//! `cargo xtask windows`: what is delivered for Windows, built on Debian: an installer, and a folder to carry.

mod cross;
mod installer;
mod portable;
mod prefix;
mod same;
mod stage;
mod wine;

use crate::delivery::{self, dist};
use crate::steps::Steps;
use crate::{interface, setup};
use anyhow::{Context, Result};
use setup::Needed;
use std::fs;
use std::path::Path;

pub use wine::run_wine;

/// Debian's Rust with its library's source, since rustup has none for Windows here; a linker; the installer's maker.
const NEEDED: &[Needed] = &[
    ("/usr/bin/rustc", &["--edition", "2024", "--print", "sysroot"], "rustc-web"),
    ("/usr/bin/cargo", &["--version"], "cargo-web"),
    (
        "sh",
        &["-c", "test -f $(/usr/bin/rustc --print sysroot)/lib/rustlib/src/rust/library/Cargo.lock"],
        "rust-web-src",
    ),
    ("x86_64-w64-mingw32-gcc", &["--version"], "gcc-mingw-w64-x86-64-win32"),
    ("makensis", &["-VERSION"], "nsis"),
];

/// Builds both programs and lays the installer, the portable folder, their licences and their sums into `dist/`.
pub fn deliver() -> Result<()> {
    let mut steps = Steps::default();
    steps.take("what the machine lacks", need)?;
    steps.take("the interface's packages", interface::install)?;
    let page = steps.take("the interface", interface::build_with_licences)?;
    steps.take("the programs", || cross::build(cross::PROGRAMS))?;
    let stage = steps.take("what is delivered", || stage::lay(&page))?;
    pack(&mut steps, &stage)?;
    steps.take("licences and sums", || stage::publish_licences(&stage).and_then(|()| delivery::sum()))?;
    println!("{steps}\n{}", dist().display());
    Ok(())
}

fn pack(steps: &mut Steps, stage: &Path) -> Result<()> {
    fs::create_dir_all(dist()).context("dist")?;
    steps.take("the installer", || installer::make(stage))?;
    steps.take("the portable folder", || portable::pack(stage))
}

/// Whether the sources build for Windows, without building them.
pub fn check() -> Result<()> {
    need()?;
    cross::check()
}

fn need() -> Result<()> {
    setup::page_and(NEEDED)
}
