//! The system ends the program, a moment after the last key.

use end_to_end::desktop::{self, By, Desk, Options};
use end_to_end::stage::{CREDIT_CODE, content, drawn, part, sample};

const EDITOR: By = By::Css(".ProseMirror[contenteditable=true]");

/// Types, and ends the program at once.
fn ended(go: impl Fn(&Desk), typed: &str) -> String {
    let home = tempfile::tempdir().expect("a folder");
    let (mut desk, path) = sample(&Options::at(home.path()));
    go(&desk);
    drawn(&desk);
    desk.type_keys(typed);
    desk.terminate();
    drop(desk);
    content(&path).to_string()
}

#[test]
fn nothing_typed_is_lost_at_the_end_of_the_session() {
    if desktop::lacks_window() {
        return;
    }
    let kept = ended(
        |desk| {
            part(desk, "组织概况");
            desk.click(EDITOR);
            desk.press("Control+End");
        },
        "written until the end",
    );
    assert!(kept.contains("written until the end"));
    let kept = ended(
        |desk| {
            part(desk, "签章页");
            desk.click(By::Css("[data-path^='recommendation'] textarea, textarea[data-path^='recommendation'], input[data-path^='recommendation']"));
            desk.press("Control+End");
        },
        "recommended until the end",
    );
    assert!(kept.contains("recommended until the end"));
    let kept = ended(|desk| desk.click(CREDIT_CODE), "9");
    assert!(kept.contains("91330100MA00000X709") || kept.contains("\"9"), "{kept}");
}
