//! The desktop program itself, as it is delivered, in a window that is driven like a user's.

use end_to_end::desktop::{self, By, Desk, Options, screenshots};
use std::process::Command;

/// Starts the program in a new home and goes past the page that greets there.
fn home(options: &Options) -> Desk {
    let desk = Desk::start(options);
    desk.click(By::Role("button", "进入我的申报"));
    desk.find(By::Text("还没有申报草稿"));
    desk
}

#[track_caller]
fn is_accessible(desk: &Desk) {
    let violations: Vec<String> = desk.axe().iter().map(ToString::to_string).collect();
    assert!(violations.is_empty(), "{}", violations.join("\n"));
}

#[test]
fn the_program_greets_and_then_shows_the_home_screen() {
    if desktop::lacks() {
        return;
    }
    for (name, size, dark) in
        [("", (1366, 768), false), ("-dark", (1366, 768), true), ("-large", (1920, 1080), false)]
    {
        let desk = Desk::start(&Options { size, dark, ..Options::default() });
        desk.find(By::Role("main", "欢迎"));
        is_accessible(&desk);
        desk.screenshot(&screenshots(&format!("welcome{name}")));
        desk.click(By::Role("button", "进入我的申报"));
        desk.find(By::Text("还没有申报草稿"));
        is_accessible(&desk);
        desk.screenshot(&screenshots(&format!("home{name}")));
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
    let mut desk = Desk::start(&Options::at(folder.path()));
    // What the first start was told is kept.
    desk.find(By::Text("还没有申报草稿"));
    desk.kill_hard();
    drop(desk);
    Desk::start(&Options::at(folder.path())).find(By::Text("还没有申报草稿"));
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

#[test]
fn without_a_display_the_program_says_so_in_one_line() {
    if desktop::lacks() {
        return;
    }
    let mut program = Command::new(desktop::program());
    let output = program.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").output().expect("it starts");
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.starts_with("错误：没有可用的图形界面") && said.lines().count() == 1, "{said}");
}
