//! 150 scans of about 250 MB brought into a package of 100 MB, beside a Python peer that does the same with Pillow, and
//! libvips, which only reduces the pictures:
//! `cargo bench -p end-to-end --bench budget`. Scans are kept under target/budget.

#[path = "budget/legible.rs"]
mod legible;
#[path = "budget/scans.rs"]
mod scans;

use biaogan::date::Date;
use biaogan::draft::{Draft, NewFile, Operation};
use biaogan::edition::Editions;
use biaogan::form::{Content, Evidence};
use biaogan::package::{Existing, Exported, Request, Stage, export_draft};
use chrono::DateTime;
use end_to_end::docx::{Document, open_package};
use end_to_end::memory;
use legible::{Grey, likeness, read_back};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

const PAGES: usize = 150;

fn main() {
    match &std::env::args().collect::<Vec<_>>()[..] {
        [_, command, draft, to] if command == "--export" => export(Path::new(draft), Path::new(to)),
        // A test run over all targets comes by too, without this word.
        arguments if arguments.iter().any(|argument| argument == "--bench") => compare(),
        _ => {}
    }
}

fn compare() {
    let folder = target().join("budget");
    let scans = scans::scans(&folder.join("scans"), PAGES);
    let total: u64 = scans.iter().map(|scan| fs::metadata(scan).expect("a scan").len()).sum();
    println!("{PAGES} scans, {:.1} MB", total as f64 / 1e6);
    let draft = draft(&folder, &scans);
    println!("{:24} {:>9} {:>12} {:>16}", "", "seconds", "peak MB", "package bytes");
    let out = tempfile::tempdir_in(&folder).expect("a folder");
    let this = std::env::current_exe().expect("a path");
    run("biaogan", Command::new(this).arg("--export").arg(&draft).arg(out.path()));
    for workers in ["1", "2"] {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/budget_peer.py");
        let mut peer = Command::new("python3");
        peer.arg(script).arg(folder.join("scans")).arg(out.path().join("peer.zip")).arg(workers);
        run(&format!("Pillow, {workers} processes"), &mut peer);
    }
    let reduced = check(out.path(), &scans);
    vipsthumbnail(out.path(), &reduced);
}

/// The same pictures reduced to the same size and quality by two processes of libvips, which makes no package.
fn vipsthumbnail(out: &Path, reduced: &[(PathBuf, (usize, usize))]) {
    let begun = Instant::now();
    let reduce = |half: &[(PathBuf, (usize, usize))]| {
        let (width, height) = half.first().map_or((0, 0), |(_, size)| *size);
        let target = out.join("%s-thumbnail.jpg[Q=85,strip]");
        let mut command = Command::new("vipsthumbnail");
        command.arg("--size").arg(format!("{width}x{height}!")).arg("-o").arg(target);
        command.args(half.iter().map(|(scan, _)| scan)).spawn()
    };
    let halves = reduced.chunks(reduced.len().div_ceil(2).max(1));
    match halves.map(reduce).collect::<Result<Vec<_>, _>>() {
        Ok(mut started) => {
            assert!(started.iter_mut().all(|half| half.wait().is_ok_and(|status| status.success())));
            println!("{:24} {:>9.2}", "vipsthumbnail, 2", begun.elapsed().as_secs_f64());
        }
        Err(error) => println!("vipsthumbnail: {error}"),
    }
}

/// The directory that cargo builds into.
fn target() -> PathBuf {
    let this = std::env::current_exe().expect("a path");
    this.ancestors().nth(3).expect("target/release/deps/budget").to_owned()
}

/// Runs a program that prints seconds, peak memory in MB and the size of its package.
fn run(name: &str, program: &mut Command) {
    let output = program.output().expect("started");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    match &said.split_whitespace().collect::<Vec<_>>()[..] {
        [seconds, memory, bytes] => println!("{name:24} {seconds:>9} {memory:>12} {bytes:>16}"),
        _ => println!("{name:24} {said}{}", String::from_utf8_lossy(&output.stderr)),
    }
}

fn draft(folder: &Path, scans: &[PathBuf]) -> PathBuf {
    let path = folder.join("draft.biaogan");
    if path.exists() {
        return path;
    }
    let at = DateTime::UNIX_EPOCH;
    let editions = Editions::built_in();
    let mut content = Content::empty(editions.latest());
    content.organization = "浙江示例机械有限公司".into();
    let mut draft = Draft::create(&path, &content, at).expect("a draft");
    let files: Vec<NewFile> = scans.iter().map(NewFile::at).collect();
    let begun = Instant::now();
    let attached = draft.attach(&files, at).expect("attached");
    println!("attached in {:.1} s", begun.elapsed().as_secs_f64());
    let item = |(number, files): (usize, &[biaogan::draft::Attached])| Evidence {
        title: format!("证明材料{}", number + 1).as_str().into(),
        files: files.iter().map(|file| file.id.as_str().into()).collect(),
        ..Evidence::default()
    };
    let evidence: Vec<Evidence> = attached.chunks(30).enumerate().map(item).collect();
    draft.change(Operation::Put, at, |content| content.evidence = evidence).expect("changed");
    path
}

/// What the child does: one export, then its figures.
fn export(draft: &Path, to: &Path) {
    let editions = Editions::built_in();
    let begun = Instant::now();
    let draft = Draft::open_read_only(draft).expect("the draft");
    let content = draft.content().expect("content");
    let request = Request {
        edition: editions.latest(),
        stage: Stage::Final,
        today: Date::parse("2026-05-08").expect("a day"),
        folder: to,
        existing: Existing::Replace,
        report: &[],
    };
    let exported: Exported =
        export_draft(&draft, &content, &request, &mut |_| ControlFlow::Continue(())).expect("exported");
    println!(
        "{:.2} {:.0} {}",
        begun.elapsed().as_secs_f64(),
        memory::peak(std::process::id()),
        exported.package.bytes
    );
}

/// Every picture that was downscaled must still be legible, and nothing told that should not be. Gives those, with
/// their sizes now.
fn check(out: &Path, scans: &[PathBuf]) -> Vec<(PathBuf, (usize, usize))> {
    let evidence: Document =
        open_package(&out.join("浙江示例机械有限公司.zip")).remove("证实性材料.docx").expect("it");
    let (mut changed, mut correlation, mut contrast, mut read) = (Vec::new(), 1.0_f64, 1.0_f64, None);
    for (index, scan) in scans.iter().enumerate() {
        let stored = &evidence.parts[&format!("word/media/image{}.jpeg", index + 1)];
        assert!(!stored.windows(6).any(|bytes| bytes == b"Secret"), "metadata in image {index}");
        let reduced = Grey::decode(stored);
        if reduced.size() == scans::SIZE {
            continue;
        }
        changed.push((scan.clone(), reduced.size()));
        let found = likeness(&Grey::decode(&fs::read(scan).expect("a scan")), &reduced);
        (correlation, contrast) = (correlation.min(found.correlation), contrast.min(found.contrast));
        if changed.len() % 10 == 1 {
            let worst: Option<f64> = read;
            read = read_back(&reduced, out).map(|share| worst.map_or(share, |worst| worst.min(share)));
        }
    }
    println!(
        "{} of {} pictures downscaled; in the worst a 10-point line has correlation {correlation:.3},",
        changed.len(),
        scans.len()
    );
    println!("contrast {contrast:.3}, words read by tesseract: {read:?}");
    assert!(correlation > 0.97 && contrast > 0.9 && read.is_none_or(|share| share == 1.0));
    changed
}
