//! Narratives as people begin and draw them.

use crate::edition::{Editions, Section};
use crate::form::Content;
use crate::form::rich_text::Block;
use crate::import::experience::{Narrative, read as narrative};
use crate::import::pictures::Pictures;
use crate::import::report::Report;
use crate::ooxml::read::tests::{document_with, p, read};

fn read_of(body: &str) -> (Narrative, Report) {
    let mut report = Report::default();
    let content = Content { organization: "浙江试金阀门有限公司".into(), ..Content::default() };
    let (editions, mut pictures) = (Editions::built_in(), Pictures::from(1));
    let document = read(document_with("styles.xml", body, &[("image", "1.png", b"\x89PNG")]));
    (narrative(&document, editions.latest(), &content, &mut pictures, &mut report), report)
}

/// The lines, with the four sections behind them.
fn lines(front: &[&str], process: &str) -> String {
    let text = |heading: &str, text: &str| [p("x", heading), p("x", text)].concat();
    let front: String = front.iter().map(|line| p("x", line)).collect();
    let begin = [front, text("一、组织概况", "甲。"), text("二、实施背景", "乙。")].concat();
    [&begin, &p("x", "三、实施过程"), process, &text("四、实施成效", "丁。")].concat()
}

fn check(front: &[&str], left: &[&str]) {
    let (narrative, report) = read_of(&lines(front, &p("x", "丙。")));
    assert_eq!(narrative.title, "实施精益六西格玛的经验", "{front:?}");
    let unplaced: Vec<&str> = report.unplaced.iter().map(|left| left.text.as_str()).collect();
    assert_eq!((unplaced, narrative.sections.len()), (left.to_vec(), 4), "{front:?}");
    assert_eq!(narrative.sections[&Section::Overview].blocks.len(), 1, "{front:?}");
}

#[test]
fn the_title_is_told_from_what_stands_around_it() {
    let title = "实施精益六西格玛的经验";
    let labelled = "经验名称：实施精益六西格玛的经验";
    let by = "申报单位：浙江试金阀门有限公司";
    check(&["附件2", title, "——浙江试金阀门有限公司"], &[]);
    check(&["附件2：", "质量标杆典型经验", labelled, by], &[]);
    check(&["质量标杆典型经验材料", by, title, "（内部资料）"], &["（内部资料）"]);
    check(&["样例集团", labelled], &["样例集团"]);
    check(&[title, "——另一有限公司"], &["——另一有限公司"]);
}

#[test]
fn a_typed_table_of_contents_is_passed_over_whatever_stands_before_its_pages() {
    for gap in ["\u{3000}", " ", "……", "  "] {
        let entries = ["一、组织概况", "二、实施背景", "（一）策划", "四、实施成效"];
        let entries = entries.map(|entry| format!("{entry}{gap}4"));
        let front: Vec<&str> = ["实施精益六西格玛的经验", "目  录"]
            .into_iter()
            .chain(entries.iter().map(|one| &**one))
            .collect();
        check(&front, &[]);
    }
}

#[test]
fn captions_on_one_line_go_to_the_figures_in_their_order() {
    let picture = "<w:p><w:r><w:pict><v:shape style='width:90pt;height:60pt'><v:imagedata r:id='x1'/></v:shape></w:pict></w:r></w:p>";
    let process =
        [picture, picture, &p("x", "图1 改进前          图2 改进后"), picture, &p("x", "图4 总体流程图")];
    let (narrative, report) = read_of(&lines(&["实施精益六西格玛的经验"], &process.concat()));
    let captions = narrative.sections[&Section::Process].blocks.iter().map(|block| match block {
        Block::Figure(figure) => figure.caption.to_string(),
        other => panic!("{other:?}"),
    });
    assert!(captions.eq(["改进前", "改进后", "总体流程图"]));
    let doubts: Vec<_> = report.doubtful.iter().map(|doubt| (&*doubt.text, &*doubt.reason)).collect();
    let reason = "编号与先后顺序不符，按顺序应为图3，请核对图与标题是否对应";
    assert_eq!(doubts, [("图4 总体流程图", reason)]);
}
