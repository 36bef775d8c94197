//! Every screen of the program in the real window, in both sizes and both colours: nothing is cut off, nothing is
//! English, and axe-core finds nothing serious. The pictures are kept in `target/screenshots/screens`, to be looked at.

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

/// A test for each of the four looks that the screens of a tour have.
macro_rules! in_four_looks {
    ($($tour:ident: $go:expr;)*) => {$(
        mod $tour {
            use super::*;

            #[test]
            fn small_and_light() {
                $go(Options { size: (1366, 768), dark: false, ..Options::default() });
            }

            #[test]
            fn small_and_dark() {
                $go(Options { size: (1366, 768), dark: true, ..Options::default() });
            }

            #[test]
            fn large_and_light() {
                $go(Options { size: (1920, 1080), dark: false, ..Options::default() });
            }

            #[test]
            fn large_and_dark() {
                $go(Options { size: (1920, 1080), dark: true, ..Options::default() });
            }
        }
    )*};
}

in_four_looks! {
    the_first_start_and_the_helping_pages: |options| tour(&options, &home::FIRST_START);
    a_library_with_all_that_can_lie_in_it: in_a_library;
    the_parts_of_the_sample: |options| tour(&options, &workspace::SAMPLE);
    the_parts_of_an_empty_draft: |options| tour(&options, &workspace::EMPTY);
    the_editor_and_its_dialogs: |options| tour(&options, &editor::SCREENS);
}

fn in_a_library(options: Options) {
    let home = tempfile::tempdir().expect("a folder");
    library::fill(home.path());
    tour(&Options { home: Some(home.path().into()), ..options }, &home::LIBRARY);
}
