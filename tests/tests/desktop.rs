//! The desktop program itself, as it is delivered, in a window that is driven like a user's.
#![cfg(target_os = "linux")]

use end_to_end::desktop::{self, By, Desk, Options, screenshots};

/// Starts the program and waits for its home screen.
fn home(options: &Options) -> Desk {
    let desk = Desk::start(options);
    desk.find(By::Text("我的申报"));
    desk
}

#[track_caller]
fn is_accessible(desk: &Desk) {
    let violations: Vec<String> = desk.axe().iter().map(ToString::to_string).collect();
    assert!(violations.is_empty(), "{}", violations.join("\n"));
}

#[test]
fn the_program_starts_at_home() {
    if desktop::lacks() {
        return;
    }
    for (name, size, dark) in
        [("home", (1366, 768), false), ("home-dark", (1366, 768), true), ("home-large", (1920, 1080), false)]
    {
        let desk = home(&Options { size, dark, ..Options::default() });
        is_accessible(&desk);
        desk.screenshot(&screenshots(name));
        assert_eq!(desk.sockets(), [], "{name}");
    }
}

#[test]
fn no_call_leaves_the_machine() {
    if desktop::lacks() {
        return;
    }
    let desk = home(&Options { strace: true, ..Options::default() });
    assert_eq!(desk.calls_out(), Vec::<String>::new());
}

#[test]
fn closing_the_window_ends_the_program_and_so_does_a_power_cut() {
    if desktop::lacks() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    home(&Options::at(folder.path())).close();
    home(&Options::at(folder.path())).kill_hard();
    home(&Options::at(folder.path()));
}

#[test]
fn a_second_start_gives_way_to_the_first() {
    if desktop::lacks() {
        return;
    }
    let desk = home(&Options::default());
    assert!(desk.start_again(&[]).success());
    assert!(desk.runs());
}
