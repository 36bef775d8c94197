//! What the stories of the editor share: a draft with a section open, and what page and file hold of it.

use super::sketch;
use biaogan::draft::Draft;
use biaogan::edition::Editions;
use biaogan::form::Content;
use biaogan::roll::roll_draft;
use chrono::{DateTime, Utc};
use end_to_end::desktop::{By, Desk, Options};
use end_to_end::stage::{content, part};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// The text being written.
pub const TEXT: By = By::Css(".section-text .ProseMirror");

/// How long page and file may take to hold what was done; two programs may share two cores.
const PATIENCE: Duration = Duration::from_secs(10);

/// The four sections, by their key in the content.
const TITLES: [(&str, &str); 4] =
    [("overview", "组织概况"), ("background", "实施背景"), ("process", "实施过程"), ("results", "实施成效")];

/// A section of a draft, open in the program with the cursor in it.
pub struct Writing {
    // The program goes before its home.
    pub desk: Desk,
    /// The draft's file.
    pub path: PathBuf,
    section: String,
    _home: TempDir,
}

impl Writing {
    /// A new draft with 组织概况 open.
    #[track_caller]
    pub fn blank() -> Writing {
        Writing::of("overview", &[])
    }

    /// A draft with these blocks in a section, which is open.
    #[track_caller]
    pub fn of(section: &str, blocks: &[Value]) -> Writing {
        Writing::with(section, &Options::default(), |all| all["experience"][section] = doc(blocks))
    }

    /// A draft whose content, as JSON, is filled in as the test likes; a section is open.
    #[track_caller]
    pub fn with(section: &str, options: &Options, fill: impl FnOnce(&mut Value)) -> Writing {
        let home = tempfile::tempdir().expect("a folder");
        let path = home.path().join("申报.biaogan");
        make(&path, "2026", fill);
        Writing::at(home, path, section, options)
    }

    /// This year's draft made of last year's, which had these blocks in a section; that is open.
    #[track_caller]
    pub fn rolled(section: &str, options: &Options, blocks: &[Value]) -> Writing {
        let home = tempfile::tempdir().expect("a folder");
        let [old, path] = ["去年.biaogan", "申报.biaogan"].map(|name| home.path().join(name));
        make(&old, "2025", |all| all["experience"][section] = doc(blocks));
        let editions = Editions::built_in();
        roll_draft(&old, &path, editions.latest(), &editions, made_at()).expect("rolled");
        Writing::at(home, path, section, options)
    }

    #[track_caller]
    fn at(home: TempDir, path: PathBuf, section: &str, options: &Options) -> Writing {
        let arguments = vec![path.to_string_lossy().into_owned()];
        let desk = Desk::start(&Options { arguments, home: Some(home.path().into()), ..options.clone() });
        let mut writing = Writing { desk, path, section: String::new(), _home: home };
        writing.open(section);
        writing
    }

    /// Goes to a section and clicks into its text.
    #[track_caller]
    pub fn open(&mut self, section: &str) {
        self.section = section.to_owned();
        self.go();
        self.focus();
    }

    /// Back to the section, from wherever undoing led.
    #[track_caller]
    pub fn back(&self) {
        let there = "return document.querySelector(arguments[0]) !== null";
        if self.desk.run(there, &[json!(self.place())]) != true {
            self.go();
        }
        self.focus();
    }

    #[track_caller]
    fn go(&self) {
        let title = TITLES.iter().find(|(key, _)| *key == self.section).expect("a section").1;
        part(&self.desk, title);
        self.desk.find(By::Css(&self.place()));
    }

    fn place(&self) -> String {
        format!(".section-text[data-path='experience.{}'] .ProseMirror", self.section)
    }

    /// The cursor is in the text, where it was.
    #[track_caller]
    pub fn focus(&self) {
        self.desk.until(
            "const text = document.querySelector('.section-text .ProseMirror');
            text?.focus();
            return text && document.activeElement === text && text.contains(getSelection().anchorNode);",
            &[],
        );
    }

    /// Page and file come to hold this; see [`sketch`].
    #[track_caller]
    pub fn reads(&self, expected: &[&str]) {
        let both = || (self.seen(), self.stored());
        let wanted: Vec<String> = expected.iter().map(|line| (*line).to_owned()).collect();
        let last = patiently(both, |(seen, stored)| *seen == wanted && *stored == wanted);
        assert!(
            last.0 == wanted && last.1 == wanted,
            "page {:#?}\nfile {:#?}\nwanted {wanted:#?}",
            last.0,
            last.1
        );
    }

    /// What the page shows.
    #[track_caller]
    pub fn seen(&self) -> Vec<String> {
        sketch::seen(&self.desk)
    }

    /// What the file holds.
    #[track_caller]
    pub fn stored(&self) -> Vec<String> {
        sketch::stored(&content(&self.path), &self.section)
    }

    /// Undoes until page and file hold this; at every step they agree.
    #[track_caller]
    pub fn undone_to(&self, expected: &[&str]) {
        for _ in 0..20 {
            let before = self.stored();
            if before == expected {
                break;
            }
            self.desk.press("Control+z");
            let (seen, stored) = patiently(
                || (self.seen(), self.stored()),
                |(seen, stored)| *stored != before && seen == stored,
            );
            assert_eq!(seen, stored, "the page and the file");
        }
        self.reads(expected);
    }

    /// The section as the file holds it, to the letter.
    #[track_caller]
    pub fn json(&self) -> Value {
        content(&self.path)["experience"][&self.section].clone()
    }

    /// Waits until everything on the page is in the file, and says so.
    #[track_caller]
    pub fn saved(&self) {
        self.desk.press("Control+s");
        let both = || (self.seen(), self.stored());
        let (seen, stored) = patiently(both, |(seen, stored)| seen == stored);
        assert_eq!(seen, stored, "the page and the file");
    }
}

/// Looks until it is as it should be or patience ends; gives what was seen last.
pub fn patiently<T>(look: impl Fn() -> T, right: impl Fn(&T) -> bool) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let seen = look();
        if right(&seen) || Instant::now() > deadline {
            return seen;
        }
        sleep(Duration::from_millis(40));
    }
}

fn made_at() -> DateTime<Utc> {
    "2026-05-08T09:30:00+08:00".parse().expect("a time")
}

#[track_caller]
fn make(path: &Path, edition: &str, fill: impl FnOnce(&mut Value)) {
    let empty = Content::empty(Editions::built_in().get(edition).expect("built in"));
    let mut all = serde_json::to_value(empty).expect("JSON");
    all["organization"] = json!("杭州虚屿轴承有限公司");
    fill(&mut all);
    let all: Content = serde_json::from_value(all).unwrap_or_else(|error| panic!("{error}"));
    Draft::create(path, &all, made_at()).expect("made");
}

/// A section of these blocks.
pub fn doc(blocks: &[Value]) -> Value {
    json!({ "type": "doc", "content": blocks })
}

/// A paragraph of plain text.
pub fn paragraph(text: &str) -> Value {
    json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] })
}

/// A heading of plain text; level 2 prints as （一）.
pub fn heading(level: u8, text: &str) -> Value {
    json!({ "type": "heading", "attrs": { "level": level }, "content": [{ "type": "text", "text": text }] })
}

/// A table of plain texts, without header.
pub fn table(id: &str, caption: &str, rows: &[&[&str]]) -> Value {
    let cell = |text: &&str| json!({ "type": "tableCell", "attrs": { "colspan": 1, "rowspan": 1 }, "content": [paragraph(text)] });
    let row = |cells: &&[&str]| json!({ "type": "tableRow", "content": cells.iter().map(cell).collect::<Vec<_>>() });
    let rows: Vec<Value> = rows.iter().map(row).collect();
    json!({ "type": "table", "attrs": { "id": id, "caption": caption }, "content": rows })
}
