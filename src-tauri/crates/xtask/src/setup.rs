//! What a fresh machine lacks.

use crate::run::{run, target, workspace};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A program that must start with these arguments, and the Debian package that brings it.
pub type Needed<'a> = (&'a str, &'a [&'a str], &'a str);

/// What the desktop program is built with.
const DESKTOP: &[Needed] = &[
    ("cc", &["--version"], "gcc"),
    ("pkg-config", &["--version"], "pkg-config"),
    ("pkg-config", &["--exists", "webkit2gtk-4.1"], "libwebkit2gtk-4.1-dev"),
    ("pkg-config", &["--exists", "librsvg-2.0"], "librsvg2-dev"),
    ("npm", &["--version"], "npm"),
    // Without a Chinese font the window shows boxes.
    ("sh", &["-c", "fc-list :lang=zh | grep -q ."], "fonts-noto-cjk"),
];

/// What it is driven by in the tests.
pub const DRIVER: &[Needed] = &[
    ("WebKitWebDriver", &["--help"], "webkit2gtk-driver"),
    ("Xvfb", &["-help"], "xvfb"),
    ("dbus-run-session", &["--version"], "dbus-daemon"),
    ("strace", &["--version"], "strace"),
];

/// The engine of Windows' WebView2, and its driver.
pub const CHROMIUM: &[Needed] =
    &[("chromium", &["--version"], "chromium"), ("chromedriver", &["--version"], "chromium-driver")];

/// What the desktop program is built with, elsewhere than on Debian: rustup has brought the linker already.
const NODE: Needed = if cfg!(windows) {
    ("npm.cmd", &["--version"], "Node.js 20 or later: winget install OpenJS.NodeJS.LTS")
} else {
    ("npm", &["--version"], "Node.js 20 or later")
};

/// Installs what the desktop program is built with, or says in one line what to install.
pub fn desktop() -> Result<()> {
    if cfg!(target_os = "linux") {
        debian(DESKTOP);
    }
    let (npm, arguments, name) = NODE;
    if !starts(npm, arguments) {
        bail!("please install {name}");
    }
    Ok(())
}

/// Installs the Debian packages of what does not start; elsewhere, or without the right to, says what is missing.
pub fn debian(needed: &[Needed]) {
    let missing = needed.iter().filter(|(program, arguments, _)| !starts(program, arguments));
    let missing: Vec<&str> = missing.map(|(_, _, package)| *package).collect();
    if missing.is_empty() {
        return;
    }
    let mut install = Command::new("apt-get");
    install
        .args(["install", "-y", "--no-install-recommends"])
        .args(&missing)
        .env("DEBIAN_FRONTEND", "noninteractive");
    let installed = starts("apt-get", &["--version"])
        && run(Command::new("apt-get").args(["update", "-q"])).is_ok()
        && run(&mut install).is_ok();
    if !installed {
        eprintln!("Please install as root: apt-get install {}", missing.join(" "));
    }
}

/// A Python with the document validators, in a virtual environment of the project's; `None` where it can't be had.
pub fn python() -> Option<PathBuf> {
    let environment = target().join("python");
    let bin = if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" };
    let python = environment.join(bin);
    if has_validators(&python) {
        return Some(python);
    }
    let system = if cfg!(windows) { "python" } else { "python3" };
    if has_validators(Path::new(system)) {
        return Some(system.into());
    }
    run(Command::new(system).args(["-m", "venv"]).arg(&environment)).ok()?;
    let requirements = workspace().join("tests/validate/requirements.txt");
    run(Command::new(&python).args(["-m", "pip", "install", "-q", "-r"]).arg(requirements)).ok()?;
    Some(python)
}

fn has_validators(python: &Path) -> bool {
    starts(&python.to_string_lossy(), &["-c", "import lxml, openxml_audit"])
}

fn starts(program: &str, arguments: &[&str]) -> bool {
    let status = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}
