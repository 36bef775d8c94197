//! Attaching PDFs beside `pdftoppm -r 200 -jpeg` of the same, turn by turn: `cargo bench -p end-to-end --bench pages`,
//! with BIAOGAN_PYTHON that has Pillow and reportlab. The files are kept under target/pages.
//!
//! Aims: text and mixed pages in 0.7 of its time, drawings in 1.0; at most 250 MB of memory.

use end_to_end::{biaogan, memory};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How often each is done; the fastest counts.
const RUNS: usize = 5;

const FILES: [(&str, f64); 3] = [("text-19.pdf", 0.7), ("mixed-100.pdf", 0.7), ("maps-5.pdf", 1.0)];

fn main() {
    // A test run over all targets comes by too, without this word.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let folder = made();
    let desk = tempfile::tempdir().expect("a folder");
    println!(
        "{:16}{:>10}{:>8}{:>8}{:>10}{:>8}{:>8}{:>8}{:>8}",
        "", "biaogan s", "CPU s", "MB", "poppler s", "CPU s", "ratio", "by CPU", "aim"
    );
    for (name, aim) in FILES {
        let (mut ours, mut theirs) = (Cost::NONE, Cost::NONE);
        for _ in 0..RUNS {
            ours = ours.or(&mut attach(desk.path(), &folder.join(name)));
            theirs = theirs.or(&mut poppler(desk.path(), &folder.join(name)));
        }
        let (clock, cpu) = (ours.clock / theirs.clock, ours.cpu / theirs.cpu);
        println!(
            "{name:16}{:>10.2}{:>8.2}{:>8.0}{:>10.2}{:>8.2}{clock:>8.2}{cpu:>8.2}{aim:>8.1}",
            ours.clock, ours.cpu, ours.memory, theirs.clock, theirs.cpu
        );
    }
}

/// The files, made once.
fn made() -> PathBuf {
    let this = std::env::current_exe().expect("a path");
    let folder = this.ancestors().nth(3).expect("target/release/deps/pages").join("pages");
    if !folder.join("maps-5.pdf").exists() {
        let python = std::env::var("BIAOGAN_PYTHON").unwrap_or_else(|_| "python3".into());
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/pages_make.py");
        assert!(Command::new(python).arg(script).arg(&folder).status().is_ok_and(|status| status.success()));
    }
    folder
}

fn attach(desk: &Path, file: &Path) -> Command {
    let draft = desk.join("draft.biaogan");
    let _ = fs::remove_file(&draft);
    assert!(
        biaogan()
            .args(["new", "--organization", "甲公司"])
            .arg(&draft)
            .output()
            .is_ok_and(|output| output.status.success())
    );
    let mut command = biaogan();
    command.arg("attach").arg(draft).arg(file);
    command
}

fn poppler(desk: &Path, file: &Path) -> Command {
    let mut command = Command::new("pdftoppm");
    command.args(["-r", "200", "-jpeg"]).arg(file).arg(desk.join("page"));
    command
}

/// What a program took: seconds by the clock and of the processor, and the most memory at once in MB.
#[derive(Clone, Copy)]
struct Cost {
    clock: f64,
    cpu: f64,
    memory: f64,
}

impl Cost {
    const NONE: Cost = Cost { clock: f64::MAX, cpu: f64::MAX, memory: 0.0 };

    /// The better of this and of another run.
    fn or(self, command: &mut Command) -> Cost {
        let (begun, before) = (Instant::now(), children());
        let mut child = command.stdout(Stdio::null()).spawn().expect("started");
        let mut most = self.memory;
        let status = loop {
            most = most.max(memory::peak_of_all(child.id()));
            match child.try_wait().expect("waited") {
                Some(status) => break status,
                None => sleep(Duration::from_millis(5)),
            }
        };
        assert!(status.success(), "{command:?}");
        let clock = begun.elapsed().as_secs_f64().min(self.clock);
        Cost { clock, cpu: (children() - before).min(self.cpu), memory: most }
    }
}

/// Seconds that the programs which this one started and waited for had the processor (proc(5): cutime, cstime).
fn children() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let behind_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks = behind_name.split_whitespace().skip(13).take(2).filter_map(|ticks| ticks.parse::<f64>().ok());
    ticks.sum::<f64>() / 100.0
}
