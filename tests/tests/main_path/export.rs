//! The package, as draft and as final, read back.

use super::stage::{part, sample};
use biaogan::documents::Stage;
use biaogan::draft::Draft;
use biaogan::edition::Editions;
use biaogan::package::{Existing, Request, export_draft};
use end_to_end::desktop::{self, By, Desk, Options};
use end_to_end::docx::{open_package, squeeze};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

const NAME: &str = "浙江虚屿精密轴承股份有限公司";

/// Presses the button that makes a package, and waits until it is made.
fn makes(desk: &Desk, button: &str, zip: &Path) {
    desk.click(By::Role("button", button));
    desk.find(By::Text("材料已生成"));
    desk.find(By::Text(&zip.to_string_lossy()));
    assert!(zip.is_file(), "{}", zip.display());
}

/// What the core makes of the same draft on the same day.
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

#[track_caller]
fn holds_the_sample(zip: &Path) {
    let documents = open_package(zip);
    let names: Vec<&str> = documents.keys().map(String::as_str).collect();
    assert_eq!(names, ["典型经验.docx", "申报书.docx", "证实性材料.docx"]);
    let application = documents["申报书.docx"].squeezed();
    for text in [NAME, "91330100MA00000X70", "188240"] {
        assert!(application.contains(text), "{text}");
    }
    let title = squeeze("实施六西格玛与数字化SPC融合的轴承零缺陷管控经验");
    assert!(documents["典型经验.docx"].squeezed().contains(&title));
    let pictures = documents["证实性材料.docx"].parts.keys().filter(|part| part.starts_with("word/media/"));
    assert!(pictures.count() >= 9, "a picture for each item at least");
}

#[test]
fn the_sample_becomes_a_draft_package_and_a_final_one() {
    if desktop::lacks() {
        return;
    }
    let (desk, draft) = sample(&Options::default());
    let to = tempfile::tempdir().expect("a folder");
    part(&desk, "导出与报送");
    desk.answer_dialog([to.path()]);
    desk.click(By::Role("button", "选择文件夹"));
    desk.find(By::Text(&to.path().to_string_lossy()));
    for (button, stage, end) in
        [("生成草稿材料", Stage::Draft, "（草稿）"), ("生成正式材料", Stage::Final, "")]
    {
        let zip = to.path().join(format!("{NAME}{end}.zip"));
        makes(&desk, button, &zip);
        for with in ["-报送说明.html", "-邮件草稿.eml"] {
            assert!(to.path().join(format!("{NAME}{end}{with}")).is_file(), "{with}");
        }
        holds_the_sample(&zip);
        let violations: Vec<String> = desk.axe().iter().map(ToString::to_string).collect();
        assert!(violations.is_empty(), "{}", violations.join("\n"));
        let core = tempfile::tempdir().expect("a folder");
        let same = made_by_the_core(&draft, core.path(), stage);
        assert!(
            fs::read(zip).expect("read") == fs::read(same).expect("read"),
            "{button}: not what the core makes"
        );
    }
    assert_eq!(fs::read_dir(to.path()).expect("listed").count(), 6, "nothing besides");
    assert_eq!(desk.sockets(), []);
}
