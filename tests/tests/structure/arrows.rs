//! Which file uses what another one defines.

use super::paths::{Use, paths};
use super::source::{Source, is_word};
use std::collections::{BTreeMap, BTreeSet};

/// A crate, read.
pub struct Crate {
    /// Its files, by module.
    files: BTreeMap<Vec<String>, File>,
}

struct File {
    path: String,
    code: String,
    uses: Vec<Use>,
    chains: Vec<Vec<String>>,
}

/// From one module to another, by path of the modules.
pub type Arrow = (Vec<String>, Vec<String>);

/// How often a name may be handed on before it is given up.
const HANDS: usize = 12;

impl Crate {
    /// Reads the files of a crate.
    pub fn of(sources: Vec<Source>) -> Crate {
        let file = |source: Source| {
            let (uses, chains) = paths(&source.code);
            (source.module, File { path: source.path, code: source.code, uses, chains })
        };
        Crate { files: sources.into_iter().map(file).collect() }
    }

    /// The file of a module.
    pub fn path(&self, module: &[String]) -> &str {
        &self.files[module].path
    }

    /// Every arrow once. A module that only hands on what its children define is none of its own: the arrow goes to
    /// where a thing is defined, and handing it on is no use of it.
    pub fn arrows(&self) -> BTreeSet<Arrow> {
        let mut arrows = BTreeSet::new();
        for (module, file) in &self.files {
            let handed_on = |one: &&Use| !(one.is_public && self.is_child(module, one));
            let used = file.uses.iter().filter(handed_on).map(|one| &one.path);
            let targets = used.chain(&file.chains).filter_map(|path| self.resolve(module, path, HANDS));
            arrows.extend(targets.filter(|to| to != module).map(|to| (module.clone(), to)));
        }
        arrows
    }

    fn is_child(&self, module: &[String], one: &Use) -> bool {
        self.resolve(module, &one.path, HANDS).is_some_and(|to| to.starts_with(module))
    }

    /// The module that defines what a path names, seen from `from`; `None` for another crate's and for a bare module.
    fn resolve(&self, from: &[String], path: &[String], hands: usize) -> Option<Vec<String>> {
        let (mut module, rest) = self.start(from, path, hands)?;
        for (place, name) in rest.iter().enumerate() {
            let child: Vec<String> = module.iter().chain([name]).cloned().collect();
            if self.files.contains_key(&child) {
                module = child;
                continue;
            }
            if name == "super" {
                module.pop();
                continue;
            }
            return self.definer(&module, name, &rest[place + 1..], hands);
        }
        None
    }

    /// Where a path begins: the module and what follows.
    fn start(&self, from: &[String], path: &[String], hands: usize) -> Option<(Vec<String>, Vec<String>)> {
        let (first, rest) = path.split_first()?;
        let rest = rest.to_vec();
        let child: Vec<String> = from.iter().chain([first]).cloned().collect();
        match first.as_str() {
            "crate" => Some((Vec::new(), rest)),
            "self" => Some((from.to_vec(), rest)),
            "super" => Some((from.split_last()?.1.to_vec(), rest)),
            _ if self.files.contains_key(&child) => Some((child, rest)),
            // A name that a `use` has brought.
            _ if hands > 0 => {
                let brought =
                    self.files[from].uses.iter().find(|one| one.name == *first && one.path != path)?;
                let path = brought.path.iter().cloned().chain(rest).collect::<Vec<_>>();
                self.start(from, &path, hands - 1)
            }
            _ => None,
        }
    }

    fn definer(&self, module: &[String], name: &str, rest: &[String], hands: usize) -> Option<Vec<String>> {
        let file = self.files.get(module)?;
        if hands == 0 || defines(&file.code, name) {
            return Some(module.to_vec());
        }
        let named = file.uses.iter().filter(|one| one.name == name);
        let globs = file.uses.iter().filter(|one| one.name == "*");
        let through = |one: &Use| {
            let whole = one.path.iter().filter(|part| *part != "*").cloned();
            let name = (one.name == "*").then(|| name.to_owned());
            let path: Vec<String> = whole.chain(name).chain(rest.iter().cloned()).collect();
            self.resolve(module, &path, hands - 1)
        };
        let is_outside = file.uses.iter().any(|one| one.name == name);
        named.chain(globs).find_map(through).or((!is_outside).then(|| module.to_vec()))
    }
}

/// Whether code defines an item of this name.
fn defines(code: &str, name: &str) -> bool {
    let kinds = ["fn", "struct", "enum", "trait", "type", "const", "static", "union", "macro_rules!"];
    code.match_indices(name).any(|(at, _)| {
        let (before, after) = (code[..at].trim_end(), &code[at + name.len()..]);
        let is_whole = !after.starts_with(is_word) && !code[..at].ends_with(is_word);
        is_whole && code[..at].ends_with(' ') && kinds.iter().any(|kind| before.ends_with(kind))
    })
}

/// The circles among arrows: groups in which every module leads to every other.
pub fn circles(arrows: &BTreeSet<Arrow>) -> BTreeSet<BTreeSet<&[String]>> {
    let mut next: BTreeMap<&[String], Vec<&[String]>> = BTreeMap::new();
    for (from, to) in arrows {
        next.entry(from).or_default().push(to);
    }
    let reached: BTreeMap<_, _> = next.keys().map(|from| (*from, reach(from, &next))).collect();
    let circle = |one: &[String]| -> BTreeSet<&[String]> {
        let leads_back = |other: &&&[String]| reached.get(**other).is_some_and(|all| all.contains(one));
        reached[one].iter().filter(leads_back).copied().collect()
    };
    reached.keys().map(|one| circle(one)).filter(|circle| !circle.is_empty()).collect()
}

/// All that can be reached by arrows.
fn reach<'a>(from: &[String], next: &BTreeMap<&'a [String], Vec<&'a [String]>>) -> BTreeSet<&'a [String]> {
    let (mut reached, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(from) = open.pop() {
        let new: Vec<_> = next.get(from).into_iter().flatten().filter(|to| reached.insert(**to)).collect();
        open.extend(new.into_iter().copied());
    }
    reached
}
