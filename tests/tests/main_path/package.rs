//! A package that the window made: what the core makes of the same draft, byte for byte.

use biaogan::documents::Stage;
use biaogan::draft::Draft;
use biaogan::edition::Editions;
use biaogan::package::{Existing, Request, export_draft};
use end_to_end::desktop::{By, Desk};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// The two packages: the button that makes it, its stage, and what its name ends with.
pub const PACKAGES: [(&str, Stage, &str); 2] =
    [("生成草稿材料", Stage::Draft, "（草稿）"), ("生成正式材料", Stage::Final, "")];

/// Chooses the folder that the packages go to.
pub fn into_folder(desk: &Desk, folder: &Path) {
    desk.answer_dialog([folder]);
    desk.click(By::Role("button", "选择文件夹"));
    desk.find(By::Text(&folder.to_string_lossy()));
}

/// Presses the button that makes a package, and waits until it is made.
#[track_caller]
pub fn makes(desk: &Desk, button: &str, zip: &Path) {
    desk.click(By::Role("button", button));
    desk.find(By::Text("材料已生成"));
    desk.find(By::Text(&zip.to_string_lossy()));
    assert!(zip.is_file(), "{}", zip.display());
    let stem = zip.with_extension("");
    for with in ["-报送说明.html", "-邮件草稿.eml"] {
        let beside = PathBuf::from(format!("{}{with}", stem.display()));
        assert!(beside.is_file(), "{}", beside.display());
    }
}

/// The package is what the core makes of the same draft on the same day.
#[track_caller]
pub fn is_what_the_core_makes(zip: &Path, draft: &Path, stage: Stage) {
    let folder = tempfile::tempdir().expect("a folder");
    let same = made_by_the_core(draft, folder.path(), stage);
    assert!(fs::read(zip).expect("read") == fs::read(same).expect("read"), "{}", zip.display());
}

fn made_by_the_core(draft: &Path, folder: &Path, stage: Stage) -> PathBuf {
    let draft = Draft::open_read_only(draft).expect("a draft");
    let content = draft.content().expect("content");
    let editions = Editions::built_in();
    let request = Request {
        edition: editions.latest(),
        stage,
        today: "2026-05-08".parse().expect("a day"),
        folder,
        existing: Existing::Keep,
        report: &[],
    };
    export_draft(&draft, &content, &request, &mut |_| ControlFlow::Continue(())).expect("exported").zip
}
