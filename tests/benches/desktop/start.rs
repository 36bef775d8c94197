//! From the process to a usable home, beside a bare window.

use super::figures::Figures;
use super::{made, painting};
use end_to_end::desktop::{Options, Undriven, bare_window, program};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};
use tempfile::TempDir;

const ROUNDS: usize = 20;
const DRAFTS: usize = 6;
const PAUSE: Duration = Duration::from_millis(3);
/// What never comes is waited for so long.
const PATIENCE: Duration = Duration::from_secs(20);
/// A window that has not changed for so long is finished.
const STILL: Duration = Duration::from_secs(2);
/// When the drafts of the list were changed last.
const LONG_AGO: Duration = Duration::from_secs(40 * 24 * 3600);
/// How many pixels may differ from the finished window: a caret that blinks.
const BLINKING: usize = 100;

pub fn measure() {
    let mut ours = Contender::new(program());
    ours.fill_library();
    let mut bare = Contender::new(bare_window());
    ours.finish();
    bare.finish();
    let (mut one, mut other) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        other.push(bare.round());
        one.push(ours.round());
    }
    let (one, other) = (Figures::of(one), Figures::of(other));
    let times = one.median() / other.median();
    other.row("start, a bare window", "");
    one.row(&format!("start, home with {DRAFTS} drafts"), &format!("{times:.2} times bare, aim 1.5"));
}

/// A program with a home, and its window when all is painted.
struct Contender {
    program: PathBuf,
    home: TempDir,
    finished: Vec<u8>,
}

impl Contender {
    fn new(program: PathBuf) -> Contender {
        Contender { program, home: tempfile::tempdir().expect("a folder"), finished: Vec::new() }
    }

    /// Puts drafts where the program looks for them.
    fn fill_library(&self) {
        let library = self.home.path().join("drafts");
        let settings = self.home.path().join(".local/share/biaogan/settings.json");
        fs::create_dir_all(&library).expect("the library");
        fs::create_dir_all(settings.parent().expect("a folder")).expect("the folder");
        let kept = serde_json::json!({ "library": library, "welcomed": true });
        fs::write(settings, kept.to_string()).expect("written");
        for number in 0..DRAFTS {
            let path: &Path = &library.join(format!("申报{number}.biaogan"));
            made::sample(path);
            // A list that says “just now” says something else a minute later.
            let file = fs::File::options().append(true).open(path).expect("the draft");
            file.set_modified(SystemTime::now() - LONG_AGO).expect("its time");
        }
    }

    /// Starts it once and keeps what its window shows when nothing changes any more.
    fn finish(&mut self) {
        let screen = Undriven::new(&self.options());
        let empty = screen.picture();
        let _running = screen.start(&self.program);
        let (mut last, mut since) = (empty.clone(), Instant::now());
        while last == empty || since.elapsed() < STILL {
            let picture = screen.picture();
            if differing(&picture, &last) > BLINKING {
                (last, since) = (picture, Instant::now());
            }
            assert!(since.elapsed() < PATIENCE, "{} shows nothing", self.program.display());
            sleep(PAUSE);
        }
        self.finished = last;
    }

    /// Milliseconds from a start to the finished window.
    fn round(&self) -> f64 {
        let screen = Undriven::new(&self.options());
        let begun = Instant::now();
        let _running = screen.start(&self.program);
        while differing(&screen.picture(), &self.finished) > BLINKING {
            assert!(
                begun.elapsed() < PATIENCE,
                "{} does not come to show what it did",
                self.program.display()
            );
            sleep(PAUSE);
        }
        begun.elapsed().as_secs_f64() * 1e3
    }

    fn options(&self) -> Options {
        let variables = painting::by_itself();
        Options { size: (1280, 800), variables, ..Options::at(self.home.path()) }
    }
}

/// How many pixels differ.
fn differing(one: &[u8], other: &[u8]) -> usize {
    one.chunks_exact(4).zip(other.chunks_exact(4)).filter(|(one, other)| one != other).count()
}
