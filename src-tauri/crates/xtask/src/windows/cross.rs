//! Cargo for Windows: Debian's, with the standard library built along.

use crate::delivery;
use crate::run::{run, target, workspace};
use anyhow::Result;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

pub const TARGET: &str = "x86_64-pc-windows-gnu";

/// The two programs, in one command: apart, their libraries would be built twice.
pub const PROGRAMS: &[&str] =
    &["build", "--release", "--package", "biaogan-cli", "--package", "biaogan-desktop", AS_DELIVERED];

/// The desktop program with its pages inside.
pub const AS_DELIVERED: &str = "--features=biaogan-desktop/custom-protocol";

/// Runs cargo for Windows.
pub fn build(arguments: &[&str]) -> Result<()> {
    run(&mut cargo(arguments)?)
}

/// Checks everything but the tests of the whole program, which run on Linux.
pub fn check() -> Result<()> {
    build(&["check", "--workspace", "--exclude", "end-to-end", "--exclude", "xtask"])
}

/// Cargo, to be given the rest of its arguments.
///
/// What is built is the same wherever it is built: neither this machine's folders nor the hour stand in it.
pub fn cargo(arguments: &[&str]) -> Result<Command> {
    let (command, rest) = arguments.split_first().expect("a command of cargo's");
    let mut cargo = Command::new("/usr/bin/cargo");
    cargo.arg(command).args(["--locked", "-Zbuild-std=std,panic_abort", "--target", TARGET]).args(rest);
    // Those of the cargo that runs this.
    for name in ["CARGO", "RUSTUP_TOOLCHAIN", "RUSTFLAGS", "RUSTC_WRAPPER", "RUSTC_WORKSPACE_WRAPPER"] {
        cargo.env_remove(name);
    }
    cargo
        .env("RUSTC", "/usr/bin/rustc")
        .env("RUSTDOC", "/usr/bin/rustdoc")
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", folder())
        .env("CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER", "x86_64-w64-mingw32-gcc")
        .env("CARGO_ENCODED_RUSTFLAGS", flags(&workspace(), &target(), &home()).join("\u{1f}"))
        .env("SOURCE_DATE_EPOCH", delivery::epoch()?)
        .current_dir(workspace());
    Ok(cargo)
}

/// Where it builds: apart from the rest, whose compiler is another.
pub fn folder() -> PathBuf {
    target().join("windows")
}

/// A file that it has built.
pub fn built(name: &str) -> PathBuf {
    folder().join(TARGET).join("release").join(name)
}

fn flags(workspace: &Path, target: &Path, home: &Path) -> Vec<String> {
    let remapped = |from: &Path, to: &str| format!("--remap-path-prefix={}={to}", from.display());
    let linker = "-Clink-arg=-Wl,--no-insert-timestamp".to_owned();
    // Of two that fit the last one counts: the target folder may lie in the workspace.
    let places = [(home, "/cargo"), (workspace, "/biaogan"), (target, "/biaogan/target")];
    let places = places.map(|(from, to)| remapped(from, to)).into_iter();
    let crates = sources(home).into_iter().map(|from| remapped(&from, "/cargo/registry/src"));
    places.chain(crates).chain([linker]).collect()
}

/// Where the sources of the crates lie: a folder for each registry, named after the mirror they were fetched from.
fn sources(home: &Path) -> Vec<PathBuf> {
    let found = fs::read_dir(home.join("registry/src")).into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = found.map(|entry| entry.path()).collect();
    folders.sort();
    folders
}

/// Where cargo keeps the crates.
fn home() -> PathBuf {
    let user = || PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".cargo");
    std::env::var_os("CARGO_HOME").map_or_else(user, PathBuf::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_this_machine_gets_into_the_programs() {
        let home = std::env::temp_dir().join(format!("cross-{}", std::process::id()));
        let mirror = home.join("registry/src/mirror-0123");
        fs::create_dir_all(&mirror).unwrap();
        let flags = flags(Path::new("/home/a/biaogan"), Path::new("/tmp/built"), &home);
        fs::remove_dir_all(&home).unwrap();
        let places = [
            (&*home, "/cargo"),
            (Path::new("/home/a/biaogan"), "/biaogan"),
            (Path::new("/tmp/built"), "/biaogan/target"),
            (&*mirror, "/cargo/registry/src"),
        ];
        let expected = places.map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()));
        assert_eq!(flags[..4], expected);
    }
}
