//! The interface: its packages, its tests, its build.

use crate::node::npm;
use crate::run::{run, target, workspace};
use anyhow::{Context, Result};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The file with the licences of the packages in the page; `ui/vite.config.ts` has it written.
const LICENCES: &str = "licences.md";

/// Installs what the lock file names, if that is not there already.
pub fn install() -> Result<()> {
    let ui = workspace().join("ui");
    if is_newer(&ui.join("node_modules/.package-lock.json"), &ui.join("package-lock.json")) {
        return Ok(());
    }
    run(npm().args(["ci", "--no-audit", "--no-fund"]))
}

/// Types and style.
pub fn check() -> Result<()> {
    run(npm().args(["run", "check"]))
}

/// Tests.
pub fn test() -> Result<()> {
    run(npm().args(["test"]))
}

/// The pages that go into the program.
pub fn build() -> Result<()> {
    run(npm().args(["run", "build"]))
}

/// The pages, and a file with the licences of the packages in them, which does not lie among the pages. Where nothing
/// of the interface has been touched since this was last done, not even the pages, it is not done again: neither are
/// the programs with the pages inside.
pub fn build_with_licences() -> Result<PathBuf> {
    let (ui, place) = (workspace().join("ui"), target().join(LICENCES));
    if is_newer(&place, &ui) {
        return Ok(place);
    }
    run(npm().args(["run", "build"]).env("BIAOGAN_LICENCES", LICENCES))?;
    let written = ui.join("dist").join(LICENCES);
    let of_packages = fs::read_to_string(&written).context("the licences of the page")?;
    let notice =
        fs::read_to_string(ui.join("node_modules/echarts/NOTICE")).context("the notice of echarts")?;
    fs::remove_file(written)?;
    fs::write(&place, format!("{of_packages}\n## echarts: NOTICE\n{notice}"))?;
    Ok(place)
}

/// Whether something was made after the last change of what it is made of, in whatever folder below.
fn is_newer(made: &Path, of: &Path) -> bool {
    let times = || Ok::<_, io::Error>((fs::metadata(made)?.modified()?, changed(of)?));
    times().is_ok_and(|(made, changed)| made >= changed)
}

fn changed(path: &Path) -> io::Result<SystemTime> {
    let about = fs::metadata(path)?;
    let mut last = about.modified()?;
    if about.is_dir() {
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            // What is fetched lies among it.
            if entry.file_name() != "node_modules" {
                last = last.max(changed(&entry.path())?);
            }
        }
    }
    Ok(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn what_is_older_than_any_file_it_is_made_of_is_made_again() {
        let folder = std::env::temp_dir().join(format!("interface-{}", std::process::id()));
        let [made, source, fetched] =
            ["made", "ui/src/a.ts", "ui/node_modules/a.js"].map(|name| folder.join(name));
        for file in [&made, &source, &fetched] {
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, "").unwrap();
        }
        let touch = |file: &Path, hours: u64| {
            let time = SystemTime::now() + Duration::from_secs(hours * 3600);
            fs::File::options().append(true).open(file).unwrap().set_modified(time).unwrap();
        };
        let is_newer = |made: &Path| is_newer(made, &folder.join("ui"));
        touch(&made, 1);
        assert!(is_newer(&made) && !is_newer(&folder.join("none")));
        touch(&fetched, 2);
        assert!(is_newer(&made), "the lock file stands for what is fetched");
        touch(&source, 2);
        assert!(!is_newer(&made));
        fs::remove_dir_all(folder).unwrap();
    }
}
