//! Every screen of the program in the real window, in both sizes and both colours: nothing is cut off, nothing is English, and
//! axe-core finds nothing serious. The pictures are kept in `target/screenshots/screens`, to be looked at.
#![cfg(target_os = "linux")]

mod editor;
mod home;
mod judge;
mod library;
mod workspace;

use end_to_end::desktop::{self, Desk, Options};
use judge::Judge;

/// A screen: what its picture is called, and the way there from the one before.
type Screen = (&'static str, fn(&Desk));

/// Goes from screen to screen; fails with everything that was found on the way.
fn tour(options: &Options, screens: &[Screen]) {
    if desktop::lacks() {
        return;
    }
    let desk = Desk::start(options);
    let judge = Judge::of(options);
    let mut found = Vec::new();
    for (name, go) in screens {
        go(&desk);
        found.extend(judge.look(&desk, name).into_iter().map(|fault| format!("{name}: {fault}")));
    }
    assert!(found.is_empty(), "dark: {}, {:?}\n{}", options.dark, options.size, found.join("\n"));
    assert_eq!(desk.sockets(), []);
}

/// The four looks a screen has.
fn looks() -> impl Iterator<Item = Options> {
    let sizes = [(1366, 768), (1920, 1080)];
    let looks = sizes.into_iter().flat_map(|size| [false, true].map(|dark| (size, dark)));
    looks.map(|(size, dark)| Options { size, dark, ..Options::default() })
}

#[test]
fn the_first_start_and_the_helping_pages() {
    looks().for_each(|options| tour(&options, &home::FIRST_START));
}

#[test]
fn a_library_with_all_that_can_lie_in_it() {
    for options in looks() {
        let home = tempfile::tempdir().expect("a folder");
        library::fill(home.path());
        tour(&Options { home: Some(home.path().into()), ..options }, &home::LIBRARY);
    }
}

#[test]
fn the_parts_of_the_sample() {
    looks().for_each(|options| tour(&options, &workspace::SAMPLE));
}

#[test]
fn the_parts_of_an_empty_draft() {
    looks().for_each(|options| tour(&options, &workspace::EMPTY));
}

#[test]
fn the_editor_and_its_dialogs() {
    looks().for_each(|options| tour(&options, &editor::SCREENS));
}
