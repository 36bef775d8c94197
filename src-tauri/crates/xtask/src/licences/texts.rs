//! The licence texts of one crate.

use super::crates::Crate;
use crate::delivery::packaging;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// The texts that a crate brings, wherever in it they lie: fonts and tables inside have their own. For a crate that
/// brings none, the one of its name in `packaging/licences`.
pub fn of(one: &Crate) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    gather(&one.folder, &mut paths)?;
    if paths.is_empty() {
        let ours = packaging().join("licences").join(format!("{}.txt", one.name));
        paths.extend(ours.exists().then_some(ours));
    }
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

fn gather(folder: &Path, into: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        match entry.file_type()?.is_dir() {
            // What only tests and examples hold is not in the program.
            true if ["tests", "examples", "benches"].contains(&&*name) => {}
            true => gather(&path, into)?,
            false if is_licence(&name) => into.push(path),
            false => {}
        }
    }
    Ok(())
}

fn is_licence(name: &str) -> bool {
    const WORDS: [&str; 5] = ["license", "licence", "copying", "notice", "copyright"];
    let name = name.to_lowercase();
    !name.ends_with(".rs") && WORDS.iter().any(|word| name.contains(word))
}

fn read(path: &Path) -> Result<String> {
    let bytes = fs::read(path).with_context(|| path.display().to_string())?;
    let text = String::from_utf8_lossy(&bytes);
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    Ok(lines.join("\n").trim_matches('\n').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_is_known_by_its_name() {
        let yes = ["LICENSE-MIT", "UNLICENSE", "COPYING", "NOTICE", "CGATS_LICENSE.txt", "Copyright.md"];
        assert!(yes.into_iter().all(is_licence));
        assert!(!["license.rs", "README.md"].into_iter().any(is_licence));
    }
}
