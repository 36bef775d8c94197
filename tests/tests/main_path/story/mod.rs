//! ONE application from an empty draft to the sent package, every part filled in as its user does, with the sample's
//! values. After each step exactly the findings of that step are gone.

mod basics;
mod checks;
mod comparable;
mod evidence;
mod experience;
mod pen;
mod sending;
mod signed;
mod tables;
mod writing;

use super::stage::{CREDIT_CODE, content, drawn, only_draft};
use checks::Checks;
use comparable::comparable;
use end_to_end::case::Case;
use end_to_end::desktop::{self, By, Desk, Options};
use serde_json::Value;
use std::path::PathBuf;

/// The application on its way.
struct Story<'a> {
    desk: &'a Desk,
    /// The draft's file.
    path: PathBuf,
    /// The content it comes to.
    sample: Value,
    checks: Checks<'a>,
}

#[test]
fn an_application_goes_from_an_empty_draft_to_the_sent_package() {
    if desktop::lacks() {
        return;
    }
    let desk = Desk::start(&Options { strace: true, ..Options::default() });
    let to = tempfile::tempdir().expect("a folder");
    let mut story = begin(&desk);
    story.final_package_is_refused();
    story.basics();
    story.qualification();
    story.market();
    story.benefits();
    story.size_is_proposed();
    story.social_and_brand();
    story.competitors();
    story.overview();
    story.background();
    story.process();
    story.results();
    story.evidence();
    story.signed_pages();
    story.is_the_sample();
    story.packages(to.path());
    story.sent();
    assert_eq!(desk.sockets(), []);
    assert_eq!(desk.calls_out(), Vec::<String>::new());
}

/// Makes the draft in the dialog of the first screen.
fn begin(desk: &Desk) -> Story<'_> {
    let sample = Case::sample().json;
    let text = |pointer: &str| sample.pointer(pointer).and_then(Value::as_str).expect("a text").to_owned();
    desk.click(By::Role("button", "新建申报"));
    desk.find(By::Name("组织名称"));
    drawn(desk);
    desk.type_into(By::Name("组织名称"), &text("/organization"));
    desk.type_into(By::Name("统一社会信用代码"), &text("/declaration/credit_code"));
    for track in ["全国质量标杆推荐", "省级质量标杆征集"] {
        desk.click(By::Role("radio", track));
    }
    desk.click(By::Role("button", "新建并填写"));
    desk.find(CREDIT_CODE);
    let path = only_draft(desk.home());
    let checks = Checks::begin(desk, &path, NOTHING_FILLED_IN);
    Story { desk, path, sample, checks }
}

/// What the checks find in a draft of which there is only what the first dialog asks for.
const NOTHING_FILLED_IN: &str = "F004 F007 F008 F009 F010 F012 F013 F014 F015 F017 F022 F025 N001 N004×4 Q001 Q002 Q003 Q004 Q007 \
    S001 S002 S003 V003 V004 V005 V007 Y001 Y002 Y017×2 Y018";

impl Story<'_> {
    /// The draft holds the sample, but for names of files and days.
    fn is_the_sample(&self) {
        let draft = comparable(content(&self.path));
        let sample = comparable(self.sample.clone());
        for (part, expected) in sample.as_object().expect("an object") {
            assert_eq!(draft[part], *expected, "{part}");
        }
    }
}
