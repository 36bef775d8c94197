//! The licences of what others made and the delivered programs hold: every text that the crates bring, those of the
//! page's packages, and what neither brings. A crate without any text stops the delivery.

mod crates;
mod texts;

use crate::delivery::packaging;
use anyhow::{Context, Result, bail};
use crates::{Crate, delivered};
use std::collections::BTreeMap;
use std::fs;

const RULE: &str = "================================================================================";

/// One text of all licences, for the programs of a target; `page` are those of the page's packages.
pub fn text(target: &str, page: &str) -> Result<String> {
    let read =
        |name: &str| fs::read_to_string(packaging().join("licences").join(name)).context(name.to_owned());
    let mut sections = vec![read("head.txt")?];
    sections.extend(grouped(&delivered(target)?)?);
    sections.push(page.to_owned());
    Ok(sections.join(&format!("\n{RULE}\n\n")))
}

/// The texts, each once, with the crates that have it.
fn grouped(crates: &[Crate]) -> Result<Vec<String>> {
    let mut users: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for one in crates {
        let texts = texts::of(one)?;
        if texts.is_empty() {
            bail!(
                "{} {} ({}) brings no licence: add one to packaging/licences",
                one.name,
                one.version,
                one.licence
            );
        }
        for text in texts {
            users.entry(text).or_default().push(format!("{} {}（{}）", one.name, one.version, one.licence));
        }
    }
    let mut groups: Vec<String> =
        users.into_iter().map(|(text, users)| format!("{}\n\n{}", users.join("\n"), text.trim())).collect();
    groups.sort();
    Ok(groups)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    #[test]
    fn a_text_stands_once_for_all_who_have_it_and_none_goes_without() {
        let folder = std::env::temp_dir().join(format!("licences-{}", std::process::id()));
        let of = |name: &str, text: Option<&str>| {
            let folder: PathBuf = folder.join(name);
            fs::create_dir_all(&folder).unwrap();
            text.iter().for_each(|text| fs::write(folder.join("LICENSE-MIT"), text).unwrap());
            Crate { name: name.into(), version: "1.0.0".into(), licence: "MIT".into(), folder }
        };
        let [one, other, bare] = [of("one", Some("甲")), of("other", Some("甲\n")), of("bare", None)];
        let found = grouped(&[one, other]).unwrap();
        assert_eq!(found, ["one 1.0.0（MIT）\nother 1.0.0（MIT）\n\n甲"]);
        assert!(grouped(&[bare]).unwrap_err().to_string().contains("bare 1.0.0"));
        fs::remove_dir_all(folder).unwrap();
    }
}
