//! Importing the fullest package, 100 MB of evidence in it, beside python-docx that merely opens its three documents
//! and walks through them: `BIAOGAN_PYTHON=… cargo bench -p end-to-end --bench import`.
//!
//! Aims: at least three times faster, at most 120 MB of memory at once.

use biaogan::draft::Draft;
use biaogan::edition::Editions;
use biaogan::package::{Existing, Request, Stage, export_draft};
use end_to_end::{biaogan, fullest, memory};
use jpeg_encoder::{ColorType, Encoder};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How often each is done; the fastest counts.
const RUNS: usize = 5;
/// Bytes of evidence.
const EVIDENCE: u64 = 100_000_000;
/// A4 at 150 dpi.
const PAGE: (u16, u16) = (1240, 1754);

fn main() {
    // A test run over all targets comes by too, without this word.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let desk = tempfile::tempdir().expect("a folder");
    let package = package(desk.path());
    println!("{:14}{:>10}{:>10}", "", "seconds", "peak MB");
    let ours = measured("biaogan", || import(&package, &desk.path().join("new.biaogan")));
    let theirs = measured("python-docx", || peer(&package));
    println!("{:.1} times faster", theirs.as_secs_f64() / ours.as_secs_f64());
}

fn import(package: &Path, draft: &Path) -> Command {
    let _ = fs::remove_file(draft);
    let mut command = biaogan();
    command.arg("import").arg(package).arg(draft);
    command
}

fn peer(package: &Path) -> Command {
    let python = std::env::var("BIAOGAN_PYTHON").unwrap_or_else(|_| "python3".into());
    let mut command = Command::new(python);
    command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/benches/import_peer.py")).arg(package);
    command
}

/// The fullest application as a package.
fn package(desk: &Path) -> PathBuf {
    let draft: Draft = fullest::draft(&desk.join("full.biaogan"), &pages(desk));
    let content = draft.content().expect("content");
    let editions = Editions::built_in();
    let request = Request {
        edition: editions.latest(),
        stage: Stage::Draft,
        today: "2026-05-08".parse().expect("a day"),
        folder: desk,
        existing: Existing::Replace,
        report: &[],
    };
    let exported = export_draft(&draft, &content, &request, &mut |_| ControlFlow::Continue(()));
    exported.expect("a package").zip
}

/// Scans of noise, no two alike.
fn pages(desk: &Path) -> Vec<PathBuf> {
    let (mut pages, mut written, mut noise) = (Vec::new(), 0, 1u64);
    while written < EVIDENCE {
        let path = desk.join(format!("{}.jpg", pages.len()));
        let shade = |_| {
            noise = noise.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407); // Knuth's MMIX generator
            (noise >> 58) as u8 + 190
        };
        let shades: Vec<u8> = (0..u32::from(PAGE.0) * u32::from(PAGE.1)).map(shade).collect();
        let encoder = Encoder::new_file(&path, 90).expect("a file");
        encoder.encode(&shades, PAGE.0, PAGE.1, ColorType::Luma).expect("a picture");
        written += fs::metadata(&path).expect("the picture").len();
        pages.push(path);
    }
    pages
}

/// Runs a program some times; tells its fastest time and the most memory it had at once.
fn measured(name: &str, mut command: impl FnMut() -> Command) -> Duration {
    let (mut fastest, mut peak) = (Duration::MAX, 0.0);
    for _ in 0..RUNS {
        let mut command = command();
        let begun = Instant::now();
        let mut child = command.stdout(Stdio::null()).spawn().expect("the program starts");
        let status = loop {
            if let Some(status) = child.try_wait().expect("the child is ours") {
                break status;
            }
            peak = f64::max(peak, memory::peak(child.id()));
            sleep(Duration::from_millis(1));
        };
        fastest = fastest.min(begun.elapsed());
        assert!(status.success(), "{name}: {status}");
    }
    println!("{name:14}{:>10.3}{peak:>10.0}", fastest.as_secs_f64());
    fastest
}
