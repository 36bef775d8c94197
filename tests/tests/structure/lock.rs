//! What `Cargo.lock` says.

use super::source::top;
use std::collections::BTreeSet;
use std::fs;

/// The packages that a package needs, and those that these need.
pub fn below(package: &str) -> BTreeSet<String> {
    let lock = fs::read_to_string(top().join("Cargo.lock")).expect("Cargo.lock");
    let packages: Vec<(&str, Vec<&str>)> = lock.split("[[package]]").skip(1).map(read).collect();
    let (mut below, mut open) = (BTreeSet::new(), vec![package]);
    while let Some(next) = open.pop() {
        for (_, needs) in packages.iter().filter(|(name, _)| *name == next) {
            open.extend(needs.iter().filter(|need| below.insert(need.to_string())));
        }
    }
    below
}

/// The name of a package and the names of those it needs.
fn read(package: &str) -> (&str, Vec<&str>) {
    let name = package.split('"').nth(1).unwrap_or_default();
    let needs = package.split("dependencies = [").nth(1).unwrap_or_default();
    // A version follows the name where there are several.
    let need = |text| str::split(text, ' ').next().unwrap_or_default();
    (name, needs.split('"').skip(1).step_by(2).map(need).collect())
}
