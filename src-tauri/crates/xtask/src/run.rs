//! Running other programs.

use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Runs a command to its end, showing what it says; fails if it does.
pub fn run(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    eprintln!("> {shown}");
    let status = command.status().with_context(|| format!("cannot start {shown}"))?;
    if !status.success() {
        bail!("{shown} failed ({status})");
    }
    Ok(())
}

/// What a command says, which is not shown; fails if it does.
pub fn said(command: &mut Command) -> Result<String> {
    let shown = shown(command);
    let output = command.stderr(Stdio::null()).output().with_context(|| format!("cannot start {shown}"))?;
    if !output.status.success() {
        bail!("{shown} failed ({})", output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a command starts and ends well.
pub fn succeeds(program: &str, arguments: &[&str]) -> bool {
    said(Command::new(program).args(arguments)).is_ok()
}

/// Cargo, in the workspace.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments).current_dir(workspace()).env(TARGET, target());
    command
}

/// The top folder of the project.
pub fn workspace() -> PathBuf {
    let manifest = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    manifest.ancestors().nth(3).expect("xtask lies three folders deep").to_owned()
}

/// Names the folder that cargo builds in, where it is not the workspace's.
const TARGET: &str = "CARGO_TARGET_DIR";

/// Where cargo builds, wherever a program is started that is told of it.
pub fn target() -> PathBuf {
    let named = std::env::var_os(TARGET).and_then(|folder| std::path::absolute(folder).ok());
    named.unwrap_or_else(|| workspace().join("target"))
}

/// A program that cargo has built in this profile's folder.
pub fn built(profile: &str, name: &str) -> PathBuf {
    target().join(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

fn shown(command: &Command) -> String {
    format!("{command:?}").replace('"', "")
}
