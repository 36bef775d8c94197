//! What keeping everything costs: `cargo bench -p biaogan --bench history`.
//!
//! Aims: 10,000 edits of the sample's text add under 5 MB; a saved edit takes at most twice a bare SQLite commit of
//! the same bytes with the same settings; a draft with 200 MB of attachments opens in under 150 ms.

use biaogan::draft::{Draft, NewFile, Operation, Source};
use biaogan::edition::Editions;
use biaogan::form::rich_text::{Block, Flow, Inline};
use biaogan::form::{Content, Text};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, TransactionBehavior, params};
use std::path::Path;
use std::time::{Duration, Instant};

const EDITS: usize = 10_000;

fn main() {
    // On a real disk: /tmp may be memory.
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    beside_bare_sqlite(folder.path(), "each a step of its own", 5_000);
    beside_bare_sqlite(folder.path(), "typing", 300);
    opening(&folder.path().join("large.biaogan"));
    typing(&folder.path().join("typed.biaogan"), "typed, a pause every 30 keys", |n| {
        n / 30 * 5_000 + n * 300
    });
    typing(&folder.path().join("apart.biaogan"), "each a step of its own", |n| n * 5_000);
}

/// Edits whose times, in milliseconds, are given by `clock`.
fn typing(path: &Path, what: &str, clock: impl Fn(usize) -> usize) {
    let mut draft = sample(path);
    let before = size(path);
    let begun = Instant::now();
    for n in 0..EDITS {
        edit(&mut draft, n, clock(n));
    }
    let took = begun.elapsed() / EDITS as u32;
    let (revisions, added) = (draft.revisions().expect("revisions").len(), size(path) - before);
    println!("{EDITS} edits, {what}: {added} bytes added, {revisions} revisions, {took:?} each");
    let [best, median] = times(|| drop(draft.history().expect("history")));
    println!("  history          best {best:?}, median {median:?}");
    let [best, median] = times(|| drop(draft.content_at(1).expect("the first content")));
    println!("  content_at(1)    best {best:?}, median {median:?}");
    let now = moment(clock(EDITS) + 30 * 86_400_000);
    let begun = Instant::now();
    let merged = draft.thin(now).expect("thinning");
    let left = draft.revisions().expect("revisions").len();
    println!("  thinned after a month: {merged} merged in {:?}, {left} left", begun.elapsed());
}

/// One edit: a key in a paragraph of 实施过程, another paragraph every 30 keys.
fn edit(draft: &mut Draft, n: usize, milliseconds: usize) {
    let key = ["持", "续", "改", "进"][n % 4];
    let work = |content: &mut Content| {
        let mut texts: Vec<&mut Text> =
            content.experience.process.blocks.iter_mut().filter_map(first_text).collect();
        let paragraph = n / 30 % texts.len();
        let mut text = texts[paragraph].to_string();
        let middle = text.chars().count() / 2 + n % 30 / 2;
        let at = text.char_indices().nth(middle).map_or(text.len(), |(at, _)| at);
        text.insert_str(at, key);
        *texts[paragraph] = text.into();
    };
    draft.change(Operation::Edit, moment(milliseconds), work).expect("an edit");
}

fn first_text(block: &mut Block) -> Option<&mut Text> {
    let Block::Flow(Flow::Paragraph(content)) = block else { return None };
    content.iter_mut().find_map(|inline| match inline {
        Inline::Text(text, _) => Some(text),
        _ => None,
    })
}

/// Saved edits and bare commits of the same bytes in turn; `pause` between edits in milliseconds.
fn beside_bare_sqlite(folder: &Path, what: &str, pause: usize) {
    let mut draft = sample(&folder.join(format!("{pause}.biaogan")));
    let mut bare = bare(&folder.join(format!("{pause}.sqlite")), &draft);
    let (mut saved, mut committed) = (Vec::new(), Vec::new());
    for n in 0..600 {
        let begun = Instant::now();
        edit(&mut draft, n, n * pause);
        saved.push(begun.elapsed());
        let content = serde_json::to_string(&draft.content().expect("content")).expect("JSON");
        let begun = Instant::now();
        commit(&mut bare, &content);
        committed.push(begun.elapsed());
    }
    let [saved, committed] = [saved, committed].map(|mut times| {
        times.sort();
        times[times.len() / 2]
    });
    let times = saved.as_secs_f64() / committed.as_secs_f64();
    println!("a saved edit, {what}: median {saved:?}; a bare commit {committed:?}: {times:.2} times");
}

/// A database with the settings of a draft and the same content.
fn bare(path: &Path, draft: &Draft) -> Connection {
    let bare = Connection::open(path).expect("a database");
    bare.pragma_update(None, "page_size", 16_384).expect("page size");
    bare.pragma_update(None, "synchronous", "EXTRA").expect("synchronous");
    bare.execute_batch(
        "CREATE TABLE state (id INTEGER PRIMARY KEY, content TEXT NOT NULL) STRICT;
         CREATE TABLE revision (id INTEGER PRIMARY KEY, undo TEXT NOT NULL) STRICT",
    )
    .expect("tables");
    let content = serde_json::to_string(&draft.content().expect("content")).expect("JSON");
    bare.execute("INSERT INTO state VALUES (1, ?1)", [content]).expect("content");
    bare
}

fn commit(bare: &mut Connection, content: &str) {
    let transaction = bare.transaction_with_behavior(TransactionBehavior::Immediate).expect("begin");
    transaction.execute("UPDATE state SET content = ?1 WHERE id = 1", [content]).expect("content");
    let undo = "x".repeat(220);
    transaction.execute("INSERT INTO revision (undo) VALUES (?1)", params![undo]).expect("revision");
    transaction.commit().expect("commit");
}

/// A draft with 200 MB of pictures.
fn opening(path: &Path) {
    let mut draft = sample(path);
    for n in 0..12 {
        let file = NewFile { name: format!("{n}.png"), id: None, source: Source::Bytes(noise(n)) };
        draft.attach(&[file], moment(0)).expect("attached");
    }
    drop(draft);
    let [best, median] = times(|| drop(Draft::open(path).expect("opens")));
    println!("opening {} MB: best {best:?}, median {median:?}", size(path) / 1_000_000);
    let [best, median] = times(|| drop(Draft::open_read_only(path).expect("opens")));
    println!("  for reading:    best {best:?}, median {median:?}");
}

/// A picture of 17 MB that nothing makes smaller.
fn noise(seed: u64) -> Vec<u8> {
    const SIDE: u32 = 2400;
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as u8
    };
    let pixels: Vec<u8> = (0..SIDE * SIDE * 3).map(|_| next()).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, SIDE, SIDE);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::Fastest);
    encoder.write_header().and_then(|mut writer| writer.write_image_data(&pixels)).expect("a picture");
    bytes
}

fn sample(path: &Path) -> Draft {
    Draft::create_sample(path, &Editions::built_in(), moment(0)).expect("the sample")
}

fn moment(milliseconds: usize) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + Duration::from_millis(milliseconds as u64)
}

fn size(path: &Path) -> u64 {
    std::fs::metadata(path).expect("the draft").len()
}

/// The best and the median of the rounds that fit in two seconds.
fn times(mut work: impl FnMut()) -> [Duration; 2] {
    let begun = Instant::now();
    let mut rounds = Vec::new();
    while begun.elapsed() < Duration::from_secs(2) {
        let round = Instant::now();
        work();
        rounds.push(round.elapsed());
    }
    rounds.sort();
    [rounds[0], rounds[rounds.len() / 2]]
}
