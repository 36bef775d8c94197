//! The package, as draft and as final, read back; then it comes back and is changed.

use super::package::{PACKAGES, into_folder, is_what_the_core_makes, makes};
use super::returned::{changes_are_told, feedback_is_saved};
use super::stage::{part, sample};
use end_to_end::desktop::{self, Options};
use end_to_end::docx::{open_package, squeeze};
use std::fs;
use std::path::Path;

const NAME: &str = "浙江虚屿精密轴承股份有限公司";

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
    into_folder(&desk, to.path());
    for (button, stage, end) in PACKAGES {
        let zip = to.path().join(format!("{NAME}{end}.zip"));
        makes(&desk, button, &zip);
        holds_the_sample(&zip);
        let violations: Vec<String> = desk.axe().iter().map(ToString::to_string).collect();
        assert!(violations.is_empty(), "{}", violations.join("\n"));
        is_what_the_core_makes(&zip, &draft, stage);
    }
    assert_eq!(fs::read_dir(to.path()).expect("listed").count(), 6, "nothing besides");
    changes_are_told(&desk, &draft, to.path());
    feedback_is_saved(&desk, to.path());
    assert_eq!(desk.sockets(), []);
}
