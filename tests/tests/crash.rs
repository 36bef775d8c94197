//! A program that is killed at any moment loses nothing that was acknowledged.
//!
//! A child process, this test program itself, streams changes through the core and says each on stdout once it is
//! saved. It is killed (SIGKILL) at random moments, those of opening among them. `BIAOGAN_CRASHES=1000 cargo test -p
//! end-to-end --test all crash::` does it a thousand times. What a power cut does to a disk cannot be seen this way.
//!
//! The lock file `.NAME.lock` that a killed program leaves means nothing by itself, for the system frees the lock; it
//! goes with the next closing. A journal is rolled back and removed on opening.

use biaogan::draft::{Draft, NewFile, Operation, Source};
use biaogan::edition::Editions;
use biaogan::form::{Content, Year};
use chrono::Utc;
use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;
use tempfile::TempDir;

const DRAFT: &str = "甲.biaogan";
const PHOTO: &[u8] = include_bytes!("../../src-tauri/crates/core/src/evidence/samples/photo.jpg");

/// The draft a child is to change.
const CHILD: &str = "BIAOGAN_CRASH_DRAFT";

/// How often a child is killed.
const CRASHES: &str = "BIAOGAN_CRASHES";

/// A draft's history is begun anew after so many, or going through it would take most of the time.
const FOR_ONE_DRAFT: usize = 40;

#[test]
fn what_was_acknowledged_survives_a_kill_at_any_moment() {
    let crashes = env::var(CRASHES).map_or(60, |count| count.parse().expect("a number"));
    let mut random = Random(0x5EED);
    let (mut acknowledged, mut journals) = (0, 0);
    let mut folder = new_draft();
    for crash in 0..crashes {
        if crash % FOR_ONE_DRAFT == FOR_ONE_DRAFT - 1 {
            folder = new_draft();
        }
        let path = folder.path().join(DRAFT);
        let before = note(&Draft::open(&path).unwrap().content().unwrap());
        let said = crash_once(&path, crash % 4 == 0, &mut random);
        acknowledged += said.len();
        let last = said.last().copied();
        journals += usize::from(folder.path().join(format!("{DRAFT}-journal")).exists());
        let expected = last.map_or([before, after(before + 1)], |last| [after(last), after(last + 1)]);
        assert_whole(&folder, expected, crash);
    }
    assert!(acknowledged >= crashes, "{acknowledged} changes acknowledged: the children did nothing");
    assert!(journals > 0, "no kill fell into a commit");
    println!("{crashes} kills, {acknowledged} changes acknowledged, {journals} in the middle of a commit");
}

/// Starts a child, kills it, and gives the changes it acknowledged: `early` perhaps before the first of them, or else
/// a moment after one of many.
fn crash_once(path: &Path, early: bool, random: &mut Random) -> Vec<u64> {
    let mut child = start(path);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).split(b'\n');
    let awaited = if early { 0 } else { 3 + random.below(60) };
    let mut said: Vec<_> = lines.by_ref().take(awaited as usize).collect();
    sleep(Duration::from_micros(random.below(if early { 100_000 } else { 8_000 })));
    child.kill().unwrap();
    child.wait().unwrap();
    said.extend(lines);
    let said = said.into_iter().map(|line| String::from_utf8(line.unwrap()).unwrap());
    // A line that was cut off was not said.
    said.filter_map(|line| line.strip_prefix("saved ")?.strip_suffix('.')?.parse().ok()).collect()
}

fn start(path: &Path) -> Child {
    let mut child = Command::new(env::current_exe().unwrap());
    child.args(["--ignored", "--exact", "crash::stream_changes", "--nocapture"]).env(CHILD, path);
    child.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
}

/// Opens what the kill left: the content is that of the last change acknowledged, or of the one that was under way.
fn assert_whole(folder: &TempDir, expected: [u64; 2], crash: usize) {
    let path = folder.path().join(DRAFT);
    let draft = Draft::open(&path).unwrap_or_else(|error| panic!("kill {crash}: {error}"));
    let content = draft.content().unwrap();
    let found = note(&content);
    assert!(expected.contains(&found), "kill {crash}: {found} instead of {expected:?}");
    for (slot, row) in content.benefits.iter().enumerate() {
        let value = row.values.get(year()).map_or("", |value| value.as_str());
        assert_eq!(value, slot_after(slot as u64, found), "kill {crash}: row {slot} after {found}");
    }
    for id in content.attachments.keys() {
        let source = draft.pages(id).unwrap().remove(0).source;
        assert!(draft.copy_picture(&source, &mut Vec::new()).unwrap() > 0);
    }
    assert_eq!(note(&draft.content_at(1).unwrap()), 0, "kill {crash}");
    drop(draft);
    let connection = rusqlite::Connection::open(&path).unwrap();
    let verdict: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(verdict, "ok", "kill {crash}");
    drop(connection);
    let names: BTreeSet<String> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names, BTreeSet::from([DRAFT.to_owned()]), "kill {crash}");
}

/// The child. It goes on from what it finds, until it is killed.
#[test]
#[ignore = "the other test runs it as a process of its own"]
fn stream_changes() {
    let path = env::var_os(CHILD).expect("the other test says which draft");
    let mut draft = Draft::open(Path::new(&path)).unwrap();
    let first = note(&draft.content().unwrap()) + 1;
    for number in first.. {
        one(&mut draft, number);
        let mut out = std::io::stdout().lock();
        writeln!(out, "\nsaved {number}.").and_then(|()| out.flush()).unwrap();
    }
}

/// Of ten changes, one is undone and done again, some are typed at one place, the others change two.
fn one(draft: &mut Draft, number: u64) {
    let at = Utc::now();
    match number % 10 {
        8 => assert!(draft.undo(at).unwrap().is_some()),
        9 => assert!(draft.redo(at).unwrap().is_some()),
        slot => draft.change(Operation::Edit, at, |content| write(content, slot, number)).unwrap(),
    }
    if number % 40 == 15 {
        let photo = NewFile { name: "a.jpg".into(), id: None, source: Source::Bytes(PHOTO.into()) };
        draft.attach(&[photo], at).unwrap();
    }
}

fn write(content: &mut Content, slot: u64, number: u64) {
    let text = number.to_string();
    content.submission.note = text.as_str().into();
    if has_row(slot) {
        content.benefits[slot as usize].values.set(year(), text.into());
    }
}

/// The others are typed into the note alone.
fn has_row(slot: u64) -> bool {
    matches!(slot, 0..=2 | 7)
}

/// The number in the note after a change: of those that undo and redo, that of the change they lead to.
fn after(number: u64) -> u64 {
    match number % 10 {
        8 => number - 2,
        9 => number - 2,
        _ => number,
    }
}

/// What a row holds while the note has this number.
fn slot_after(slot: u64, note: u64) -> String {
    let last = (1..=note).rev().take(10).find(|number| number % 10 == slot && has_row(slot));
    last.map(|number| number.to_string()).unwrap_or_default()
}

fn note(content: &Content) -> u64 {
    content.submission.note.parse().unwrap_or(0)
}

fn year() -> Year {
    Year::new(2024).unwrap()
}

fn new_draft() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let content = Content::empty(Editions::built_in().latest());
    drop(Draft::create(&folder.path().join(DRAFT), &content, Utc::now()).unwrap());
    folder
}

/// Numbers that are the same in every run (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}
