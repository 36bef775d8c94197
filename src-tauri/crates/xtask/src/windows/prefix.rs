//! A Windows of the tests' own, made by wine.

use super::cross::{TARGET, folder};
use crate::run::{run, workspace};
use crate::setup::Needed;
use anyhow::{Context, Result};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

const WINE: &str = "/usr/lib/wine/wine64";

/// What it is made of.
pub const NEEDED: &[Needed] = &[
    (WINE, &["--version"], "wine64"),
    ("xvfb-run", &["--help"], "xvfb"),
    ("xauth", &["-V"], "xauth"), // of xvfb-run's, which only recommends it
    ("python3", &["--version"], "python3"),
];

/// A prefix, as wine calls it.
pub struct Wine {
    pub folder: PathBuf,
}

impl Wine {
    pub fn prepare() -> Result<Wine> {
        let wine = Wine { folder: folder().join("wine") };
        fs::create_dir_all(&wine.folder)?;
        let system = wine.folder.join("drive_c/windows/system32");
        if !system.exists() {
            run(Command::new(wine.runner(None)?).args(["winecfg", "-v", "win10"]))?;
        }
        compile("bcryptprimitives.c", &system.join("bcryptprimitives.dll"), &["-shared", "-ladvapi32"])?;
        Ok(wine)
    }

    /// A program that runs its arguments, or this program with its arguments, under wine.
    pub fn runner(&self, program: Option<&Path>) -> Result<PathBuf> {
        let name = program.and_then(Path::file_stem).unwrap_or("wine".as_ref());
        let place = folder().join(format!("{}-under-{TARGET}", name.display()));
        let program = program.map(|path| format!("'{}'", path.display())).unwrap_or_default();
        let prefix = self.folder.display();
        let script = format!(
            "#!/bin/sh\nexport WINEPREFIX='{prefix}' WINEARCH=win64 WINEDEBUG=-all LC_ALL=C.UTF-8\n\
             export WINEDLLOVERRIDES='bcryptprimitives=n;mscoree,mshtml,winemenubuilder.exe='\nexec {WINE} {program} \"$@\"\n"
        );
        fs::write(&place, script).with_context(|| place.display().to_string())?;
        fs::set_permissions(&place, fs::Permissions::from_mode(0o755))?;
        Ok(place)
    }

    /// A folder with what stands for the programs that wine or this machine lacks.
    pub fn stand_ins(&self) -> Result<PathBuf> {
        let place = folder().join("stand-ins");
        fs::create_dir_all(&place)?;
        compile("standin.c", &place.join("standin.exe"), &["-municode"])?;
        compile("webview2.c", &place.join("WebView2Loader.dll"), &["-shared", "-lole32"])?;
        Ok(place)
    }
}

/// Compiles a source of `tests/wine`.
fn compile(source: &str, to: &Path, more: &[&str]) -> Result<()> {
    let mut compile = Command::new("x86_64-w64-mingw32-gcc");
    run(compile.arg("-O1").arg("-o").arg(to).arg(workspace().join("tests/wine").join(source)).args(more))
}
