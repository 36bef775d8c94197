//! What is told as done survives a power cut: every file is on the disk before it takes its name, and its name is soon
//! after. Nothing of it shows in what a program leaves behind, so the system calls are looked at, in their order.

use crate::edition::NEXT;
use end_to_end::{biaogan, needs};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// A call that concerns files; others are left out, and so are calls that failed.
#[derive(Debug, PartialEq)]
enum Call {
    Write(PathBuf),
    Read(PathBuf),
    Sync(PathBuf),
    Rename(PathBuf, PathBuf),
    Remove(PathBuf),
}

const CALLS: &str = "trace=write,pwrite64,writev,pwritev,copy_file_range,sendfile,ftruncate,read,pread64,fsync,fdatasync,\
                     rename,renameat,renameat2,link,linkat,unlink,unlinkat";

const DRAFT: &str = "d.biaogan";

/// A folder with a draft that has attachments.
struct Folder(TempDir);

impl Folder {
    /// `None` where calls can't be traced.
    fn new() -> Option<Folder> {
        let works = Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).status();
        let works = works.is_ok_and(|status| status.success()).then_some(());
        needs::or_passed_over(works, "durability", "strace")?;
        let folder = Folder(tempfile::tempdir().unwrap());
        folder.calls(&["new", DRAFT, "--organization", "A", "--edition", "2026"]);
        folder.calls(&["attach", DRAFT, &sample("photo.jpg"), &sample("scan.pdf")]);
        Some(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Runs a command and gives what it did to files, in order.
    fn calls(&self, arguments: &[&str]) -> Vec<Call> {
        let log = self.path("strace.log");
        let mut traced = Command::new("strace");
        traced.args(["-f", "-y", "-qq", "-s", "0", "-e", CALLS, "-o"]).arg(&log);
        let program = biaogan();
        traced.arg(program.get_program()).args(arguments).current_dir(self.0.path());
        traced.envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
        let output = traced.env("BIAOGAN_DATA", self.path("data")).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        let calls = fs::read_to_string(&log).unwrap();
        fs::remove_file(log).unwrap();
        calls.lines().filter_map(|line| self.call(line)).collect()
    }

    /// `123 pwrite64(5</folder/file>, "…", 16, 0) = 16`
    fn call(&self, line: &str) -> Option<Call> {
        let (_, call) = line.split_once(' ')?;
        let (name, arguments) = call.trim_start().split_once('(')?;
        if line.contains(" = -1 ") {
            return None;
        }
        let opened = || {
            let (_, rest) = arguments.split_once('<')?;
            Some(self.named(rest.split_once('>')?.0))
        };
        let texts: Vec<&str> = arguments.split('"').skip(1).step_by(2).collect();
        Some(match (name, &texts[..]) {
            ("read" | "pread64", _) => Call::Read(opened()?),
            ("fsync" | "fdatasync", _) => Call::Sync(opened()?),
            (name, [from, to, ..]) if name.starts_with("rename") || name.starts_with("link") => {
                Call::Rename(self.named(from), self.named(to))
            }
            (name, [removed, ..]) if name.starts_with("unlink") => Call::Remove(self.named(removed)),
            _ => Call::Write(opened()?),
        })
    }

    fn named(&self, text: &str) -> PathBuf {
        let path = self.0.path().join(text);
        path.components().filter(|part| *part != Component::CurDir).collect()
    }

    /// The files that take their names in a command: each is written out first, and then its folder is.
    #[track_caller]
    fn check(&self, arguments: &[&str], placed: &[&str]) -> Vec<Call> {
        let calls = self.calls(arguments);
        let mut found = Vec::new();
        for (at, call) in calls.iter().enumerate() {
            let Call::Rename(from, to) = call else { continue };
            if !to.starts_with(self.0.path()) || to.to_string_lossy().contains("/before") {
                continue;
            }
            let last = calls[..at].iter().rposition(|call| *call == Call::Write(from.clone()));
            let last = last.unwrap_or_else(|| panic!("{from:?} is never written: {calls:#?}"));
            let synced = calls[last..at].contains(&Call::Sync(from.clone()));
            assert!(synced, "{to:?} takes its name before the disk has it: {calls:#?}");
            let named = Call::Sync(to.parent().unwrap().to_owned());
            let named = calls[at..].contains(&named) || is_renewed_at_will(to);
            assert!(named, "the folder of {to:?} is not written out: {calls:#?}");
            found.push(to.file_name().unwrap().to_string_lossy().into_owned());
        }
        let found: Vec<&str> = found.iter().map(|name| ending(name)).collect();
        assert_eq!(found, placed, "{calls:#?}");
        calls
    }
}

/// Pages to print, and a notice that is installed: their folder is left to the system.
fn is_renewed_at_will(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "docx" || extension == "toml")
}

/// What files are told apart by; the pieces of a backup are named after their content.
fn ending(name: &str) -> &str {
    let is_hash = name.len() == 64 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_hash { "piece" } else { name.rsplit_once('.').map_or(name, |(_, ending)| ending) }
}

fn sample(name: &str) -> String {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/crates/core/src/evidence/samples");
    samples.join(name).to_str().unwrap().to_owned()
}

/// Each of the files that were placed was read from its beginning on between being written out and taking its name.
#[track_caller]
fn read_back(calls: &[Call]) {
    for (at, call) in calls.iter().enumerate() {
        let Call::Rename(from, to) = call else { continue };
        let is_aside = to.to_string_lossy().contains("/before");
        let synced = calls[..at].iter().rposition(|call| *call == Call::Sync(from.clone()));
        let read = |synced: usize| calls[synced..at].contains(&Call::Read(from.clone()));
        assert!(is_aside || synced.is_some_and(read), "{to:?} is not read back: {calls:#?}");
    }
}

#[test]
fn a_new_draft_and_a_copy_are_on_the_disk_before_they_have_their_names() {
    let Some(folder) = Folder::new() else { return };
    folder.check(&["new", "n.biaogan", "--organization", "B"], &["biaogan"]);
    folder.check(&["copy", DRAFT, "c.biaogan"], &["biaogan"]);
    folder.check(&["recover", DRAFT, "--to", "r.biaogan"], &["biaogan"]);
    folder.check(&["demo", "s.biaogan"], &["biaogan"]);
}

#[test]
fn a_backup_has_its_pieces_first_and_all_are_read_back() {
    let Some(folder) = Folder::new() else { return };
    let placed = ["piece", "piece", "piece", "piece", "biaogan-backup"];
    let calls = folder.calls(&["backup", DRAFT, "--to", "kept"]);
    let pieces = calls.iter().filter(|call| matches!(call, Call::Rename(..))).count() - 1;
    assert!(pieces >= 2, "{calls:#?}");
    fs::remove_dir_all(folder.path("kept")).unwrap();
    let calls = folder.check(&["backup", DRAFT, "--to", "kept"], &placed[placed.len() - 1 - pieces..]);
    read_back(&calls);
}

#[test]
fn a_package_is_on_the_disk_and_read_back_before_it_has_its_names() {
    let Some(folder) = Folder::new() else { return };
    let export = ["export", DRAFT, "--to", "out", "--draft", "--today", "2026-05-08"];
    let names = ["html", "eml", "zip"];
    read_back(&folder.check(&export, &names));
    read_back(&folder.check(&[&export[..], &["--force"]].concat(), &names));
}

#[test]
fn pages_to_print_and_a_notice_are_on_the_disk_before_they_have_their_names() {
    let Some(folder) = Folder::new() else { return };
    folder.check(&["print-pages", DRAFT, "--to", "p.docx", "--today", "2026-05-08"], &["docx"]);
    fs::write(folder.path("2027.toml"), NEXT).unwrap();
    folder.check(&["edition", "2027.toml"], &["toml"]);
}

/// SQLite's journal is what a draft goes back to: it is written out before the draft is touched, and gone for good
/// before the change is told as saved.
#[test]
fn a_change_is_saved_in_the_order_that_survives_a_power_cut() {
    let Some(folder) = Folder::new() else { return };
    let content = biaogan().arg("show").arg(folder.path(DRAFT)).output().unwrap().stdout;
    let changed = String::from_utf8(content).unwrap().replace("\"A\"", "\"C\"");
    fs::write(folder.path("content.json"), changed).unwrap();
    let calls = folder.calls(&["put", DRAFT, "content.json"]);
    let (draft, journal) = (folder.path(DRAFT), folder.path("d.biaogan-journal"));
    let first = |wanted: Call| calls.iter().position(|call| *call == wanted).expect("it is done");
    let last = |wanted: Call| calls.iter().rposition(|call| *call == wanted).expect("it is done");
    let order = [
        last(Call::Write(journal.clone())),
        last(Call::Sync(journal.clone())),
        first(Call::Write(draft.clone())),
        last(Call::Write(draft.clone())),
        last(Call::Sync(draft)),
        last(Call::Remove(journal)),
        last(Call::Sync(folder.0.path().to_owned())),
    ];
    assert!(order.is_sorted(), "{order:?}: {calls:#?}");
}
