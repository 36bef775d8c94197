//! The fullest package, and what a program takes to work on it.

use biaogan::draft::Draft;
use biaogan::edition::Editions;
use biaogan::package::{Existing, Request, Stage, export_draft};
use end_to_end::{fullest, memory};
use jpeg_encoder::{ColorType, Encoder};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A4 at 150 dpi.
const PAGE: (u16, u16) = (1240, 1754);

/// The fullest application as a package, with so many bytes of evidence.
pub fn package(desk: &Path, evidence: u64) -> PathBuf {
    let draft: Draft = fullest::draft(&desk.join("full.biaogan"), &pages(desk, evidence));
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
fn pages(desk: &Path, evidence: u64) -> Vec<PathBuf> {
    let (mut pages, mut written, mut noise) = (Vec::new(), 0, 1u64);
    while written < evidence {
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

/// Runs a program some times; tells its fastest time and the most memory it had at once. It may end with findings.
pub fn measured(name: &str, runs: usize, mut command: impl FnMut() -> Command) -> Duration {
    let (mut fastest, mut peak) = (Duration::MAX, 0.0);
    for _ in 0..runs {
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
        assert!(matches!(status.code(), Some(0 | 1)), "{name}: {status}");
    }
    println!("{name:14}{:>10.3}{peak:>10.0}", fastest.as_secs_f64());
    fastest
}
