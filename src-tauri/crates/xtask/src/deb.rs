//! `cargo xtask deb`: the package for Debian 12, Ubuntu 22.04 and later.

use crate::delivery::{self, VERSION, dist, packaging};
use crate::run::{built, cargo, run, target};
use crate::setup::{self, Needed};
use crate::steps::Steps;
use crate::{interface, licences};
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const NEEDED: &[Needed] = &[
    ("dpkg-shlibdeps", &["--version"], "dpkg-dev"),
    ("lintian", &["--version"], "lintian"),
    ("gzip", &["--version"], "gzip"),
];

/// Builds both programs and packs them; lintian must have nothing to say.
pub fn deliver() -> Result<()> {
    let mut steps = Steps::default();
    steps.take("what the machine lacks", || setup::desktop().and_then(|()| setup::debian(NEEDED)))?;
    steps.take("the interface's packages", interface::install)?;
    let page = steps.take("the interface", interface::build_with_licences)?;
    steps.take("the programs", build)?;
    let texts = licences(&page)?;
    let deb = steps.take("the package", || pack(&texts))?;
    steps.take("lintian", || {
        run(Command::new("lintian").args(["--fail-on", "error,warning", "--info"]).arg(&deb))
    })?;
    steps.take("sums", delivery::sum)?;
    println!("{steps}\n{}", deb.display());
    Ok(())
}

fn build() -> Result<()> {
    let packages =
        ["build", "--locked", "--release", "--package", "biaogan-desktop", "--package", "biaogan-cli"];
    run(cargo(&packages).args(["--features", "biaogan-desktop/custom-protocol"]))
}

fn licences(page: &Path) -> Result<PathBuf> {
    let place = target().join("third-party.txt");
    let page = fs::read_to_string(page).context("the licences of the page")?;
    fs::write(&place, licences::text("x86_64-unknown-linux-gnu", &page)?).context("third-party.txt")?;
    Ok(place)
}

fn pack(licences: &Path) -> Result<PathBuf> {
    fs::create_dir_all(dist()).context("dist")?;
    let deb = dist().join(format!("biaogan_{VERSION}_amd64.deb"));
    let mut pack = Command::new("bash");
    pack.arg(packaging().join("linux/deb.sh"));
    pack.arg(built("release", "biaogan-desktop")).arg(built("release", "biaogan")).arg(licences);
    run(pack.args([VERSION]).arg(&deb).env("SOURCE_DATE_EPOCH", delivery::epoch()?))?;
    Ok(deb)
}
