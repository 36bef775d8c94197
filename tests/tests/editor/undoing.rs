//! Undoing and redoing over everything that can be done to a text.

use super::charts::three_years;
use super::stage::{Writing, patiently};
use end_to_end::desktop::{self, By, Options};
use end_to_end::stage::content;
use serde_json::Value;
use std::fs;
use std::thread::sleep;
use std::time::Duration;

const PHOTO: &[u8] = include_bytes!("../../../src-tauri/crates/core/src/evidence/samples/photo.jpg");

/// Something that a user does.
type Act = (&'static str, fn(&Writing));

/// Everything that can be done, one after the other.
fn acts() -> Vec<Act> {
    vec![
        ("typing", |writing| {
            writing.desk.press("Control+End");
            writing.desk.type_keys("成效如下。");
        }),
        ("a heading", |writing| writing.desk.type_keys("\n## 经济效益\n利润增长。")),
        ("marks", |writing| {
            writing.desk.press("Shift+Home");
            writing.desk.press("Control+b");
        }),
        ("a list", |writing| {
            writing.desk.press("End");
            writing.desk.type_keys("\n- 甲\n乙");
            writing.desk.press("Tab");
        }),
        ("a table", table),
        ("a chart", chart),
        ("a picture", picture),
        ("a caption", |writing| writing.desk.type_keys("现场\n")),
        ("pasting", |writing| {
            writing.desk.copy("略", Some("<h2>（二）社会效益</h2><p>带动<b>供方</b>31家。</p><table><tr><td>甲</td><td rowspan=2>乙</td></tr><tr><td>丙</td></tr></table>"));
            writing.focus();
            writing.desk.press("Control+v");
        }),
        ("replacing", replace),
    ]
}

fn table(writing: &Writing) {
    let desk = &writing.desk;
    desk.type_keys("\n\n\n");
    desk.click(By::Css(".tools [aria-label='表格']"));
    desk.find(By::Role("dialog", "插入表格"));
    desk.click(By::Role("button", "插入"));
    desk.gone(By::Role("dialog", "插入表格"));
    desk.type_keys("指标\n合格率\t98.7%");
    desk.click(By::Role("button", "下方加行"));
    desk.press("Control+End");
}

fn chart(writing: &Writing) {
    let desk = &writing.desk;
    desk.click(By::Css(".tools [aria-label='图表']"));
    desk.click(By::Css("dialog input[value='benefits:oee']"));
    desk.click(By::Role("button", "插入"));
    desk.find(By::Css(".chart-block"));
    writing.saved();
    desk.press("Control+End");
}

fn picture(writing: &Writing) {
    let file = writing.desk.home().join("现场.jpg");
    fs::write(&file, PHOTO).expect("written");
    writing.desk.answer_dialog([&file]);
    writing.desk.click(By::Css(".tools [aria-label='图片']"));
    writing.desk.until("return document.activeElement.matches('.figure-block textarea')", &[]);
}

fn replace(writing: &Writing) {
    let desk = &writing.desk;
    desk.press("Control+h");
    desk.until("return document.activeElement.ariaLabel === '查找内容'", &[]);
    desk.type_keys("效益");
    desk.until("return document.querySelector('[role=search] .count').innerText.endsWith('处')", &[]);
    desk.click(By::Role("button", "全部替换"));
    desk.press("Escape");
}

/// The draft without its files: one comes or goes with the change that puts it into the text, which to the core are two
/// steps.
fn state(writing: &Writing) -> Value {
    let mut content = content(&writing.path);
    content.as_object_mut().expect("an object").remove("attachments");
    content
}

/// Presses the key as long as its button can be pressed; gives what the draft went through, the beginning included.
#[track_caller]
fn all_the_way(writing: &Writing, key: &str, button: &str) -> Vec<Value> {
    let mut states = vec![state(writing)];
    let body = format!(
        "return document.querySelector(\"header button:not(:disabled)[title^='{button}']\") !== null"
    );
    let shows = || writing.desk.run(&body, &[]) == true;
    // On a loud machine the button may be between two steps.
    let more = || {
        shows()
            || (0..5).any(|_| {
                sleep(Duration::from_millis(100));
                shows()
            })
    };
    while more() {
        writing.desk.press(key);
        let last = states.last().expect("one at least");
        // The button follows the file a moment later.
        let next = patiently(|| state(writing), |now| now != last || !more());
        if next == *last {
            assert!(!more(), "a step that does nothing, at {:#?}", writing.stored());
            break;
        }
        states.push(next);
        assert!(states.len() < 200, "no end to it");
    }
    states
}

#[test]
fn every_step_goes_back_to_the_beginning_and_forth_to_the_letter() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::with("results", &Options::default(), three_years);
    let (before, first) = (content(&writing.path), state(&writing));
    for (what, act) in acts() {
        let last = writing.json();
        act(&writing);
        writing.saved();
        assert_ne!(writing.json(), last, "{what} changed something");
    }
    let (shown, end) = (writing.seen(), content(&writing.path));
    let back = all_the_way(&writing, "Control+z", "撤销");
    assert!(back.len() > acts().len(), "{} steps", back.len());
    assert!(back.last() == Some(&first), "the beginning");
    let now = patiently(|| content(&writing.path), |now| *now == before);
    assert!(now == before, "the beginning, with its files");
    assert_eq!(writing.seen(), ["P 效率提升。"]);
    let mut forth = all_the_way(&writing, "Control+y", "重做");
    forth.reverse();
    let differing = forth.iter().zip(&back).position(|(one, other)| one != other);
    let lengths = (forth.len(), back.len());
    assert!(
        forth == back,
        "the same states the other way: {lengths:?} steps, the first other one {differing:?}"
    );
    let now = patiently(|| content(&writing.path), |now| *now == end);
    assert!(now == end, "the end");
    assert_eq!(writing.seen(), shown, "and the page shows them");
}
