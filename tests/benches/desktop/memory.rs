//! The memory of all processes at the desk of someone who writes, beside that of a bare window.

use super::fullest::{self, Home};
use super::previews::counted;
use super::{made, painting};
use end_to_end::desktop::{By, Desk, Options, bare_window};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

/// What was asked for comes, and what was needed for it goes.
const REST: Duration = Duration::from_secs(4);

pub fn measure() {
    let folder = tempfile::tempdir().expect("a folder");
    let bare = of_a_bare_window(folder.path());
    println!("memory of a bare window: {bare:.0} MB");
    let say = |name: &str, desk: &Desk, aim: f64| {
        let taken = settled(desk);
        println!("memory, {name}: {taken:.0} MB, {:.2} times bare, aim {aim}", taken / bare);
    };
    let fresh = tempfile::tempdir().expect("a folder");
    say("welcome", &Desk::start(&at(fresh.path())), 1.15);
    let home = Home::empty();
    made::sample(&home.draft);
    let desk = home.desk();
    fullest::open(&desk);
    say("the sample open", &desk, 1.3);
    fullest::part(&desk, "实施过程");
    desk.find(By::Css(".section-text .ProseMirror"));
    say("in the editor", &desk, 1.5);
    fullest::part(&desk, "预览");
    counted(&desk);
    for tab in ["experience", "evidence"] {
        desk.click(By::Css(&format!("#tab-{tab}")));
        counted(&desk);
    }
    say("after the preview", &desk, 1.6);
}

/// What a window takes that shows nothing.
pub fn of_a_bare_window(home: &Path) -> f64 {
    settled(&Desk::start(&Options { program: Some(bare_window()), ..at(home) }))
}

fn at(home: &Path) -> Options {
    Options { size: (1366, 768), variables: painting::by_itself(), ..Options::at(home) }
}

/// Once what is no longer needed has gone.
pub fn settled(desk: &Desk) -> f64 {
    sleep(REST);
    desk.memory()
}
