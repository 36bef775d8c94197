//! The plan of the tree, held: what may use what, and how long things may be.

mod arrows;
mod comments;
mod lock;
mod paths;
mod sizes;
mod source;

use arrows::{Arrow, Crate, circles};
use source::{Source, files, sources, top};
use std::fs;

const CORE: &str = "src-tauri/crates/core/src";
const CRATES: [&str; 4] = [CORE, "src-tauri/crates/cli/src", "src-tauri/crates/xtask/src", "src-tauri/src"];

/// The modules of the core in the order of its `lib.rs`.
fn order() -> Vec<String> {
    let lib = fs::read_to_string(top().join(CORE).join("lib.rs")).expect("lib.rs");
    let name = |line: &str| line.strip_prefix("pub mod ")?.strip_suffix(';').map(str::to_owned);
    // What is made for the interface names everything.
    lib.lines().filter_map(name).filter(|name| name != "typescript").collect()
}

fn none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The arrows of a crate that are wrong, told by their files.
fn check(folder: &str, is_wrong: impl Fn(&[String], &[String]) -> bool) {
    let read = Crate::of(sources(folder));
    let arrows = read.arrows();
    assert!(arrows.len() > 10, "{folder} has only {} arrows", arrows.len());
    none(arrows.iter().filter(|(from, to)| is_wrong(from, to)).map(|arrow| told(&read, arrow)).collect());
}

fn told(read: &Crate, (from, to): &Arrow) -> String {
    format!("{} uses {}", read.path(from), read.path(to))
}

#[test]
fn a_module_of_the_core_uses_only_those_before_it() {
    let order = order();
    let place = |module: &[String]| order.iter().position(|name| Some(name) == module.first());
    check(CORE, |from, to| place(from).zip(place(to)).is_some_and(|(from, to)| from < to));
}

#[test]
fn no_circle_ties_files_together() {
    let mut wrong = Vec::new();
    for folder in CRATES {
        let read = Crate::of(sources(folder));
        let arrows = read.arrows();
        for circle in circles(&arrows) {
            let is_inside = |(from, to): &&Arrow| circle.contains(&from[..]) && circle.contains(&to[..]);
            wrong.push(format!("a circle of {}:", circle.len()));
            wrong.extend(arrows.iter().filter(is_inside).map(|arrow| told(&read, arrow)));
        }
    }
    none(wrong);
}

#[test]
fn a_part_of_the_rules_uses_no_other_part() {
    let registry =
        files(&format!("{CORE}/rules")).into_iter().map(|path| fs::read_to_string(top().join(path)));
    let registry = registry.flatten().find(|text| text.contains("const PARTS")).expect("the registry");
    let parts: Vec<&str> = registry.lines().filter_map(|line| line.trim().strip_suffix("::RULES,")).collect();
    assert!(parts.len() > 4, "{parts:?}");
    let part = |module: &[String]| {
        let name = module.get(1).filter(|_| module[0] == "rules")?;
        parts.contains(&name.as_str()).then(|| name.clone())
    };
    check(CORE, |from, to| part(from).zip(part(to)).is_some_and(|(from, to)| from != to));
}

/// No file outside `room` may name `word`.
fn check_only_in(word: &str, room: &str) {
    let mut wrong = Vec::new();
    for folder in CRATES {
        for Source { path, code, .. } in sources(folder) {
            let names = code.split(|c| !source::is_word(c)).any(|name| name == word);
            if names && !path.starts_with(room) {
                wrong.push(format!("{path} names {word}"));
            }
        }
    }
    none(wrong);
}

#[test]
fn sql_stands_only_in_draft() {
    check_only_in("rusqlite", &format!("{CORE}/draft/"));
    let sql = files("src-tauri/crates").into_iter().filter(|path| path.ends_with(".sql"));
    none(sql.filter(|path| !path.starts_with(&format!("{CORE}/draft/"))).collect());
}

#[test]
fn docx_rs_is_named_only_in_ooxml() {
    check_only_in("docx_rs", &format!("{CORE}/ooxml/"));
}

#[test]
fn there_is_no_tauri_below_the_core() {
    let below = lock::below("biaogan");
    assert!(below.len() > 20, "{below:?}");
    none(below.into_iter().filter(|name| name.starts_with("tauri") || name == "wry").collect());
}

#[test]
fn comments_keep_to_120_columns() {
    let folders =
        ["src-tauri/src", "src-tauri/crates", "tests/src", "tests/tests", "tests/benches", "ui/src"];
    let written = |path: &String| [".rs", ".ts", ".vue"].iter().any(|kind| path.ends_with(kind));
    let paths = folders.iter().flat_map(|folder| files(folder)).filter(written);
    none(paths.flat_map(|path| comments::too_wide(&path, 120)).collect());
}

#[test]
fn files_and_functions_are_short() {
    let folders = ["src-tauri/src", "src-tauri/crates", "tests/src", "tests/tests", "tests/benches"];
    let texts = folders.iter().flat_map(|folder| files(folder)).filter(|path| path.ends_with(".rs"));
    let texts: Vec<String> =
        texts.map(|path| fs::read_to_string(top().join(path)).expect("a text")).collect();
    let mut lines: Vec<usize> = texts.iter().map(|text| text.lines().count()).collect();
    let mut functions: Vec<usize> = texts.iter().flat_map(|text| sizes::functions(text)).collect();
    let (file, function) = (sizes::percentile(&mut lines, 50), sizes::percentile(&mut functions, 90));
    println!(
        "{} files, median {file} lines; {} functions, 90 % below {function}",
        lines.len(),
        functions.len()
    );
    assert!(file < 110, "the median file has {file} lines");
    assert!(function < 20, "one function in ten has {function} lines or more");
}
