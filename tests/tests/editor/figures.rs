//! Pictures, and what refers to them.

use super::stage::{Writing, paragraph, patiently, table};
use end_to_end::desktop::{self, By};
use end_to_end::stage::{content, drawn};
use serde_json::{Value, json};
use std::fs;

const PHOTO: &[u8] = include_bytes!("../../../src-tauri/crates/core/src/evidence/samples/photo.jpg");

const PICTURE: &[u8] = include_bytes!("../../../src-tauri/crates/core/src/evidence/samples/picture.png");

/// Puts a picture in through the dialog, and gives it a caption.
fn insert(writing: &Writing, caption: &str) {
    let file = writing.desk.home().join("现场.jpg");
    fs::write(&file, PHOTO).expect("written");
    let before = writing.desk.find_all(By::Css(".figure-block")).len();
    writing.desk.answer_dialog([&file]);
    writing.desk.click(By::Css(".tools [aria-label='图片']"));
    let shown = "const all = [...document.querySelectorAll('.figure-block img')];
        return all.length > arguments[0] && all.every((one) => one.complete && one.naturalWidth > 0)
          && document.activeElement.matches('.figure-block textarea')";
    writing.desk.until(shown, &[json!(before)]);
    writing.desk.type_keys(caption);
}

/// Puts in a reference to what the list says under these words.
fn refer(writing: &Writing, wanted: &str) {
    writing.desk.click(By::Css(".tools [aria-label^='引用图表']"));
    writing.desk.find(By::Role("dialog", "引用图表、材料"));
    writing.desk.type_keys(wanted);
    writing.desk.press("Enter");
    writing.desk.gone(By::Role("dialog", "引用图表、材料"));
    // The editor takes the focus with a frame; what is typed elsewhere before it would end up in the text.
    drawn(&writing.desk);
}

#[test]
fn a_picture_comes_through_the_dialog_gets_a_caption_and_a_width() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::blank();
    let desk = &writing.desk;
    desk.type_keys("框架如下。");
    insert(&writing, "总体框架");
    writing.reads(&["P 框架如下。", "F 总体框架 80%", "P"]);
    // Enter in the caption goes on below the picture.
    desk.type_keys("\n说明在此。");
    writing.reads(&["P 框架如下。", "F 总体框架 80%", "P 说明在此。"]);
    let figure = writing.json()["content"][1]["attrs"].clone();
    let attached =
        content(&writing.path)["attachments"][figure["attachment"].as_str().expect("an id")].clone();
    assert_eq!((&attached["name"], &attached["bytes"]), (&json!("现场.jpg"), &json!(PHOTO.len())));

    desk.click(By::Css(".figure-block img"));
    desk.click(By::Role("button", "60%"));
    writing.reads(&["P 框架如下。", "F 总体框架 60%", "P 说明在此。"]);
    let share = "const [image, figure] = ['.figure-block img', '.figure-block'].map((one) => document.querySelector(one).getBoundingClientRect().width);
        return Math.abs(image / (figure - 8) - 0.6) < 0.01";
    desk.until(share, &[]);
    desk.press("Delete");
    writing.reads(&["P 框架如下。", "P 说明在此。"]);
    desk.press("Control+z");
    writing.reads(&["P 框架如下。", "F 总体框架 60%", "P 说明在此。"]);
}

#[test]
fn a_picture_on_the_clipboard_is_pasted_as_a_figure() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::of("overview", &[paragraph("前"), paragraph("后")]);
    let desk = &writing.desk;
    writing.focus();
    desk.press("Control+Home");
    desk.press("End");
    // WebKitGTK gives a page no pictures of the real clipboard; this is what the page gets on Windows.
    let body = "const file = new File([Uint8Array.from(arguments[0])], 'image.png', { type: 'image/png' });
        const clipboardData = new DataTransfer();
        clipboardData.items.add(file);
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))";
    desk.run(body, &[json!(PICTURE)]);
    desk.find(By::Css(".figure-block img"));
    let seen = patiently(|| writing.stored(), |stored| stored.len() == 3);
    assert_eq!(seen, ["P 前", "F  80%", "P 后"]);
    writing.reads(&["P 前", "F  80%", "P 后"]);
    desk.until("const image = document.querySelector('.figure-block img'); return image.complete && image.naturalWidth > 0", &[]);
    desk.press("Control+z");
    writing.reads(&["P 前", "P 后"]);
}

#[test]
fn a_figure_whose_picture_is_missing_gets_one_and_keeps_its_caption() {
    if desktop::lacks() {
        return;
    }
    let attrs = json!({ "id": "f1", "attachment": "", "caption": "总体框架", "width": 60 });
    let writing = Writing::of("overview", &[json!({ "type": "figure", "attrs": attrs }), paragraph("略。")]);
    let desk = &writing.desk;
    let file = desk.home().join("框架.png");
    fs::write(&file, PICTURE).expect("written");
    desk.answer_dialog([&file]);
    desk.click(By::Css(".figure-block .missing"));
    desk.click(By::Role("button", "换图片"));
    desk.until("return document.querySelector('.figure-block img').naturalWidth > 0", &[]);
    writing.reads(&["F 总体框架 60%", "P 略。"]);
    let attached = patiently(|| writing.json()["content"][0]["attrs"]["attachment"].clone(), |id| id != "");
    assert_eq!(content(&writing.path)["attachments"][attached.as_str().expect("an id")]["name"], "框架.png");
    desk.press("Control+z");
    desk.find(By::Css(".figure-block .missing:not([hidden])"));
}

#[test]
fn references_follow_their_figure_when_another_comes_before_it() {
    if desktop::lacks() {
        return;
    }
    let mut writing =
        Writing::of("background", &[paragraph("始"), table("t1", "阶段划分", &[&["甲"]]), paragraph("见")]);
    let desk = &writing.desk;
    desk.press("Control+End");
    insert(&writing, "总体框架");
    desk.type_keys("\n框架见");
    refer(&writing, "框架");
    desk.type_keys("，阶段见");
    refer(&writing, "阶段");
    desk.type_keys("。");
    let line = "P 框架见{图1}，阶段见{表1}。";
    writing.reads(&["P 始", "T 阶段划分: 甲", "P 见", "F 总体框架 80%", line]);
    let before = targets(&writing.json());
    assert_eq!(before.len(), 2);

    // In front of it, in the same section …
    desk.press("Control+Home");
    insert(&writing, "组织机构");
    let line = "P 框架见{图2}，阶段见{表1}。";
    writing.reads(&["P 始", "F 组织机构 80%", "T 阶段划分: 甲", "P 见", "F 总体框架 80%", line]);
    // … and in a section before.
    writing.open("overview");
    insert(&writing, "厂区");
    writing.reads(&["F 厂区 80%", "P"]);
    writing.open("background");
    let line = "P 框架见{图3}，阶段见{表1}。";
    writing.reads(&["P 始", "F 组织机构 80%", "T 阶段划分: 甲", "P 见", "F 总体框架 80%", line]);
    assert_eq!(targets(&writing.json()), before, "it is the same figure that is meant");

    // What is referred to goes: the reference says so, and comes right by undoing.
    let desk = &writing.desk;
    desk.click(By::Css(".table-block td"));
    desk.click(By::Role("button", "删除表格"));
    let broken = "P 框架见{图3}，阶段见{〔引用的图表或材料不存在〕}。";
    writing.reads(&["P 始", "F 组织机构 80%", "P 见", "F 总体框架 80%", broken]);
    desk.press("Control+z");
    writing.reads(&["P 始", "F 组织机构 80%", "T 阶段划分: 甲", "P 见", "F 总体框架 80%", line]);
}

/// The ids that the last line refers to.
fn targets(section: &Value) -> Vec<Value> {
    let line = section["content"].as_array().and_then(|blocks| blocks.last()).expect("a line");
    let inlines = line["content"].as_array().into_iter().flatten();
    inlines.map(|inline| inline["attrs"]["target"].clone()).filter(Value::is_string).collect()
}
