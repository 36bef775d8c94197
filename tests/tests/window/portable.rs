//! The portable program (便携版): a stick is carried from computer to computer, and nothing stays behind.

use end_to_end::desktop::{self, By, Desk, Options, program};
use end_to_end::stage::{CREDIT_CODE, content, files, only_draft};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Unpacks the program into a folder.
fn unpack(stick: &Path) -> PathBuf {
    let place = stick.join("biaogan-desktop");
    fs::create_dir_all(stick).expect("the stick");
    fs::hard_link(program(), &place).or_else(|_| fs::copy(program(), &place).map(drop)).expect("the program");
    fs::write(stick.join("portable.txt"), "").expect("the marker");
    place
}

fn start(stick: &Path, home: &Path) -> Desk {
    let program = Some(stick.join("biaogan-desktop"));
    Desk::start(&Options { program, ..Options::at(home) })
}

#[test]
fn a_portable_program_keeps_everything_beside_itself_and_finds_it_again_on_the_next_computer() {
    if desktop::lacks() {
        return;
    }
    let (computers, sticks) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (stick, renamed) = (sticks.path().join("E"), sticks.path().join("F"));
    unpack(&stick);
    let home = computers.path().join("one");
    let mut desk = start(&stick, &home);
    desk.click(By::Role("button", "看示例"));
    desk.find(CREDIT_CODE);
    let draft = only_draft(&stick);
    assert_eq!(draft.parent(), Some(&*stick.join("质量标杆申报")));
    desk.close();
    let kept = |name: &str| stick.join("数据").join(name);
    assert!(kept("recent.json").is_file() && kept("backups").is_dir(), "{:?}", files(&stick));
    let ours = |path: &PathBuf| path.to_string_lossy().contains("biaogan");
    let left: Vec<PathBuf> = files(&home).into_iter().filter(ours).collect();
    assert_eq!(left, Vec::<PathBuf>::new(), "nothing of the program stays on the computer");

    // The next computer calls the stick otherwise.
    fs::rename(&stick, &renamed).unwrap();
    let desk = start(&renamed, &computers.path().join("two"));
    desk.find(By::Css("table.drafts button.name"));
    desk.click(By::Css("table.drafts button.name"));
    desk.find(CREDIT_CODE);
    assert_ne!(content(&only_draft(&renamed))["organization"], json!(""));
}

#[test]
fn a_stick_that_cannot_be_written_to_is_told_at_the_start() {
    if desktop::lacks() {
        return;
    }
    let stick = tempfile::tempdir().unwrap();
    let place = unpack(stick.path());
    // As on a read-only stick, also for root.
    fs::write(stick.path().join("数据"), "").unwrap();
    let undriven = desktop::Undriven::new(&Options::default());
    let mut command = Command::new(&place);
    command.env("DISPLAY", undriven.display()).env("HOME", undriven.home()).env("GDK_BACKEND", "x11");
    let output = command.output().expect("it starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains("便携版要在自己的文件夹里保存设置和备份，但这里写不进去"), "{said}");
    assert_eq!(files(stick.path()).len(), 3, "nothing half made");
}
