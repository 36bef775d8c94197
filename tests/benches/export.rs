//! Speed and peak memory of an export: `cargo bench -p end-to-end --bench export`.
//!
//! Aims: the sample in 60 ms; 95 MB of evidence in three times `zip -0` and 1.8 times what Python's zipfile takes to
//! store it, in 80 MB of memory that do not grow with it; a draft of 200 MB opened in 150 ms. Everything written goes
//! through the disk of the system's temporary folder.

use biaogan::date::Date;
use biaogan::draft::{Draft, NewFile, Operation};
use biaogan::edition::Editions;
use biaogan::form::Evidence;
use biaogan::package::{Existing, Request, Stage, export_draft};
use chrono::DateTime;
use end_to_end::{biaogan, python};
use jpeg_encoder::{ColorType, Encoder};
use std::fs::{self, File};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How often each thing is done; the median counts.
const RUNS: usize = 7;

/// A4 at 150 dpi.
const PAGE: (u16, u16) = (1240, 1754);

const TODAY: &str = "2026-05-08";

/// Stores files in a zip and says how many seconds it took.
const STORE: &str = "
import sys, time, zipfile
begun = time.perf_counter()
with zipfile.ZipFile(sys.argv[1], 'w') as made:
    for path in sys.argv[2:]:
        made.write(path)
print(time.perf_counter() - begun)";

fn main() {
    let drafts = Drafts::new();
    let sample = drafts.draft("sample", &[]);
    println!("{:34}{:>10}{:>8}{:>8}", "", "seconds", "MB/s", "MB");
    row("sample, biaogan export", 0, drafts.export(&sample), drafts.peak_memory(&sample));
    row("sample, export_draft", 0, drafts.export_in_process(&sample), None);
    let pages = drafts.pages(200_000_000);
    for limit in [30_000_000, 95_000_000] {
        let (pages, bytes) = up_to(limit, &pages);
        let draft = drafts.draft(&limit.to_string(), pages);
        let name = |what: &str| format!("{:.0} MB in {} files, {what}", bytes as f64 / 1e6, pages.len());
        row(&name("export"), bytes, drafts.export(&draft), drafts.peak_memory(&draft));
        match drafts.zip(pages) {
            Some((written, on_disk)) => {
                row(&name("zip -0"), bytes, written, None);
                row(&name("zip -0, synced"), bytes, on_disk, None);
            }
            None => println!("{}: there is no zip program", name("zip -0")),
        }
        if let Some(stored) = drafts.zipfile(pages) {
            row(&name("Python's zipfile"), bytes, stored, None);
        }
    }
    let (pages, bytes) = up_to(u64::MAX, &pages);
    let draft = drafts.draft("large", pages);
    let opened = median(|| drop(Draft::open_read_only(&draft).expect("a draft")));
    row(&format!("{:.0} MB, opened", bytes as f64 / 1e6), bytes, opened, None);
}

fn row(name: &str, bytes: u64, taken: Duration, peak: Option<f64>) {
    let seconds = taken.as_secs_f64();
    let speed = if bytes == 0 { String::new() } else { format!("{:.0}", bytes as f64 / 1e6 / seconds) };
    let peak = peak.map(|peak| format!("{peak:.0}")).unwrap_or_default();
    println!("{name:34}{seconds:>10.3}{speed:>8}{peak:>8}");
}

fn median(mut work: impl FnMut()) -> Duration {
    let mut taken = [Duration::ZERO; RUNS];
    for taken in &mut taken {
        let begun = Instant::now();
        work();
        *taken = begun.elapsed();
    }
    taken.sort_unstable();
    taken[RUNS / 2]
}

/// The first files that together have at most so many bytes, and how many those are.
fn up_to(limit: u64, files: &[PathBuf]) -> (&[PathBuf], u64) {
    let mut bytes = 0;
    for (count, file) in files.iter().enumerate() {
        let size = fs::metadata(file).expect("a file").len();
        if bytes + size > limit {
            return (&files[..count], bytes);
        }
        bytes += size;
    }
    (files, bytes)
}

/// A temporary folder for drafts, pages and packages.
struct Drafts {
    folder: TempDir,
    editions: Editions,
    today: Date,
}

impl Drafts {
    fn new() -> Drafts {
        let folder = tempfile::tempdir().expect("a folder");
        Drafts { folder, editions: Editions::built_in(), today: TODAY.parse().expect("a day") }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The sample application with these files as evidence besides, one an item.
    fn draft(&self, name: &str, files: &[PathBuf]) -> PathBuf {
        let path = self.path(&format!("{name}.biaogan"));
        let at = DateTime::UNIX_EPOCH;
        let mut draft = Draft::create_sample(&path, &self.editions, at).expect("a draft");
        let files: Vec<NewFile> = files.iter().map(NewFile::at).collect();
        let attached = draft.attach(&files, at).expect("pictures");
        let items = attached.into_iter().map(|file| Evidence {
            title: format!("扫描件{}", file.id).into(),
            files: vec![file.id.into()],
            ..Evidence::default()
        });
        draft.change(Operation::Edit, at, |content| content.evidence.extend(items)).expect("a change");
        path
    }

    /// Different scans, as JPEGs that together have at least so many bytes.
    fn pages(&self, bytes: u64) -> Vec<PathBuf> {
        let (mut pages, mut written, mut noise) = (Vec::new(), 0, 1);
        while written < bytes {
            let path = self.path(&format!("{}.jpg", pages.len()));
            let encoder = Encoder::new_file(&path, 90).expect("a file");
            encoder.encode(&scan(&mut noise), PAGE.0, PAGE.1, ColorType::Luma).expect("a picture");
            written += fs::metadata(&path).expect("the picture").len();
            pages.push(path);
        }
        pages
    }

    /// The time of the command line program, from its start to its end.
    fn export(&self, draft: &Path) -> Duration {
        let mut command = self.command(draft);
        median(|| assert!(command.status().expect("the program starts").success()))
    }

    fn command(&self, draft: &Path) -> Command {
        let mut command = biaogan();
        command.arg("export").arg(draft).arg("--to").arg(self.path("out"));
        command.args(["--draft", "--force", "--today", TODAY]).stdout(Stdio::null());
        command
    }

    /// The most memory the command line program had at once, in MB; only Linux tells.
    fn peak_memory(&self, draft: &Path) -> Option<f64> {
        let mut child = self.command(draft).spawn().expect("the program starts");
        let mut peak = None;
        while child.try_wait().expect("the child is ours").is_none() {
            peak = high_water_mark(child.id()).or(peak);
            sleep(Duration::from_millis(1));
        }
        peak
    }

    /// The time of the library alone, without the checks and the start of a program.
    fn export_in_process(&self, draft: &Path) -> Duration {
        let draft = Draft::open_read_only(draft).expect("a draft");
        let content = draft.content().expect("its content");
        let request = Request {
            edition: self.editions.latest(),
            stage: Stage::Draft,
            today: self.today,
            folder: &self.path("out"),
            existing: Existing::Replace,
            report: &[],
        };
        median(|| {
            export_draft(&draft, &content, &request, &mut |_| ControlFlow::Continue(())).expect("a package");
        })
    }

    /// The time of `zip -0` of these files, and the same with the zip on the disk, as the export leaves its own.
    fn zip(&self, files: &[PathBuf]) -> Option<(Duration, Duration)> {
        let zip = self.path("scans.zip");
        let mut command = Command::new("zip");
        command.args(["-0", "-q", "-j"]).arg(&zip).args(files);
        let mut pack = || {
            let _ = fs::remove_file(&zip);
            command.status().is_ok_and(|status| status.success())
        };
        if !pack() {
            return None;
        }
        let written = median(|| assert!(pack()));
        let on_disk = median(|| {
            assert!(pack());
            File::open(&zip).and_then(|file| file.sync_all()).expect("the zip is on the disk");
        });
        Some((written, on_disk))
    }

    /// The time in which Python's zipfile stores these files; none where there is no Python.
    fn zipfile(&self, files: &[PathBuf]) -> Option<Duration> {
        let mut command = Command::new(python::with(&["zipfile"])?);
        command.args(["-c", STORE]).arg(self.path("python.zip")).args(files);
        let mut taken = [Duration::ZERO; RUNS].map(|_| {
            let said = command.output().expect("Python runs").stdout;
            let seconds = String::from_utf8_lossy(&said).trim().parse().expect("seconds");
            Duration::from_secs_f64(seconds)
        });
        taken.sort_unstable();
        Some(taken[RUNS / 2])
    }
}

/// A page of noise: as hard to compress as a scan, no two alike.
fn scan(noise: &mut u64) -> Vec<u8> {
    let mut shade = || {
        *noise = noise.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407); // Knuth's MMIX generator
        (*noise >> 56) as u8
    };
    (0..usize::from(PAGE.0) * usize::from(PAGE.1)).map(|_| shade()).collect()
}

/// `VmHWM` of a process that runs, in MB (proc(5)).
fn high_water_mark(process: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: f64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(kibibytes * 1024.0 / 1e6)
}
