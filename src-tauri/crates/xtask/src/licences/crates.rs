//! The crates that the delivered programs are made of.

use crate::run::{cargo, said};
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A crate of somebody else's.
pub struct Crate {
    pub name: String,
    pub version: String,
    /// As its author writes it.
    pub licence: String,
    /// Where its source lies.
    pub folder: PathBuf,
}

/// The crates of both programs on a target, by name, without the project's own.
pub fn delivered(target: &str) -> Result<Vec<Crate>> {
    let of = ["--locked", "--target", target, "--package", "biaogan-cli", "--package", "biaogan-desktop"];
    let shown = ["--edges", "normal", "--prefix", "none", "--format", "{p}"];
    let tree = said(cargo(&["tree"]).args(of).args(shown))?;
    let metadata = ["metadata", "--locked", "--format-version", "1", "--filter-platform", target];
    let all: Value = serde_json::from_str(&said(&mut cargo(&metadata))?).context("cargo metadata")?;
    let mut known = BTreeMap::new();
    for package in all["packages"].as_array().into_iter().flatten() {
        let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
        let folder = Path::new(&text("manifest_path")).parent().map(Path::to_owned).unwrap_or_default();
        let one = Crate { name: text("name"), version: text("version"), licence: text("license"), folder };
        known.insert((text("name"), text("version")), one);
    }
    Ok(named(&tree).into_iter().filter_map(|key| known.remove(&key)).collect())
}

/// Names and versions in what `cargo tree` says, `name v1.0.0`; a crate of the project has its path behind it.
fn named(tree: &str) -> Vec<(String, String)> {
    let of_others = tree.lines().filter(|line| !line.contains("(/"));
    let part = |line: &str| {
        let (name, rest) = line.split_once(" v")?;
        Some((name.to_owned(), rest.split(' ').next()?.to_owned()))
    };
    let mut found: Vec<_> = of_others.filter_map(part).collect();
    found.sort();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_crates_of_others_are_read_from_the_tree() {
        let tree = "biaogan v0.1.0 (/a/b)\nzip v9.4.0\nserde_derive v1.0.0 (proc-macro)\nzip v9.4.0 (*)\n\n";
        let expected =
            [("serde_derive", "1.0.0"), ("zip", "9.4.0")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        assert_eq!(named(tree), expected);
    }
}
