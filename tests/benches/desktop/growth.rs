//! How the work grows with the text: a section with so many figures, charts and tables is opened, pasted into itself,
//! undone, and its first figure deleted.

use super::figures::Figures;
use super::fullest::{self, Home};
use biaogan::draft::{Draft, Operation};
use biaogan::form::Content;
use chrono::DateTime;
use end_to_end::desktop::{By, Desk};
use serde_json::{Value, json};
use std::array;
use std::thread::sleep;
use std::time::Duration;

const SIZES: [usize; 2] = [100, 200];
const ROUNDS: usize = 5;
const TEXT: By = By::Css(".section-text .ProseMirror");
/// Saving, checking and redrawing after a change.
const REST: Duration = Duration::from_secs(2);
const COUNT: &str = "document.querySelectorAll('.ProseMirror > *').length";
const WORK: [&str; 4] = ["open", "paste", "undo", "delete figure 1"];
const FIGURES: [&str; 3] = ["to the frame", "longest without an answer, aim 100", "of the processors"];

/// Of a piece of work: milliseconds to the frame, the longest standstill, what the processors gave to it.
type Taken = [f64; FIGURES.len()];

pub fn measure() {
    let medians = SIZES.map(|size| {
        let rounds: Vec<[Taken; WORK.len()]> = (0..ROUNDS).map(|_| round(size)).collect();
        array::from_fn::<Taken, { WORK.len() }, _>(|work| {
            array::from_fn(|figure| {
                let all = Figures::of(rounds.iter().map(|round| round[work][figure]).collect());
                all.row(&format!("{}, {size} blocks", WORK[work]), FIGURES[figure]);
                all.median()
            })
        })
    });
    for (work, name) in WORK.iter().enumerate() {
        let times = |figure: usize| medians[1][work][figure] / medians[0][work][figure];
        let (clock, processors) = (times(0), times(2));
        println!("{name}: 200 blocks take {clock:.2} times 100, of the processors {processors:.2}; aim 2.1");
    }
}

/// One start of the program.
fn round(size: usize) -> [Taken; WORK.len()] {
    let home = Home::new(&[]);
    fill(&home, size);
    let desk = home.desk();
    fullest::open(&desk);
    desk.run(concat!(include_str!("behind.js"), include_str!("growth.js")), &[]);
    sleep(REST);
    let all = |count: usize| format!("{COUNT} >= {count}");
    let fewer = |count: usize| format!("{COUNT} < {count}");
    let opened = took(&desk, "click", "true", &all(2 * size), || fullest::part(&desk, "实施过程"));
    desk.find(TEXT);
    desk.run("document.querySelector('.ProseMirror').focus()", &[]);
    for key in ["Control+a", "Control+c", "Control+Home"] {
        desk.press(key);
        sleep(REST / 4);
    }
    let pasted = took(&desk, "keydown", "event.key === 'v'", &all(4 * size), || desk.press("Control+v"));
    let back = fewer(2 * size + 2);
    let undone = took(&desk, "keydown", "event.key === 'z'", &back, || desk.press("Control+z"));
    desk.click(By::Css(".ProseMirror > figure"));
    sleep(REST / 2);
    let deleted = took(&desk, "keydown", "event.key === 'Delete'", &fewer(2 * size), || desk.press("Delete"));
    [opened, pasted, undone, deleted]
}

fn took(desk: &Desk, kind: &str, wanted: &str, shown: &str, work: impl Fn()) -> Taken {
    desk.run(&format!("rounds.length = 0; growth('{kind}', (event) => {wanted}, () => {shown})"), &[]);
    let before = desk.processor_time();
    work();
    let taken = desk.until("return rounds[0]", &[]);
    sleep(REST);
    let processors = desk.processor_time().saturating_sub(before).as_secs_f64() * 1e3;
    let [frame, standstill] = [0, 1].map(|which| taken[which].as_f64().expect("milliseconds"));
    [frame, standstill, processors]
}

/// Puts a section of so many blocks, each below a paragraph with cross references, into the draft.
fn fill(home: &Home, size: usize) {
    let mut draft = Draft::open(&home.draft).expect("the draft");
    let mut all = serde_json::to_value(draft.content().expect("content")).expect("JSON");
    let files = all["attachments"].as_object().expect("files");
    let picture =
        files.iter().rfind(|(_, file)| file["media_type"] == "image/png").expect("a picture").0.clone();
    let content: Vec<Value> =
        (0..size).flat_map(|number| [paragraph(number, size), block(number, &picture)]).collect();
    all["experience"]["process"] = json!({ "type": "doc", "content": content });
    let all: Content = serde_json::from_value(all).expect("content");
    draft.change(Operation::Edit, DateTime::UNIX_EPOCH, |present| *present = all).expect("a change");
}

fn paragraph(number: usize, size: usize) -> Value {
    let reference = |step: usize| json!({ "type": "crossReference", "attrs": { "target": format!("z{}", (number + step) % size) } });
    let text = |text: String| json!({ "type": "text", "text": text });
    let sentence = "逐工序识别关键特性，建立在线检测与快速响应机制，一次交验合格率逐年提高。".repeat(2);
    json!({ "type": "paragraph", "content": [
        text(format!("{number}{sentence}见")), reference(1), text("、".into()), reference(7), text("。".into()),
    ] })
}

fn block(number: usize, picture: &str) -> Value {
    let (id, caption) = (format!("z{number}"), format!("第{number}项"));
    let attrs = match number % 3 {
        0 => json!({ "id": id, "attachment": picture, "caption": caption, "width": 40 }),
        1 => {
            json!({ "id": id, "caption": caption, "kind": "column", "series": ["benefits:oee"], "compare": true })
        }
        _ => json!({ "id": id, "caption": caption }),
    };
    let kind = ["figure", "chart", "table"][number % 3];
    let mut block = json!({ "type": kind, "attrs": attrs });
    if number % 3 == 2 {
        block["content"] = (0..3).map(row).collect();
    }
    block
}

fn row(row: usize) -> Value {
    let cell = |at: usize| {
        let text = json!({ "type": "text", "text": format!("{row}行{at}列") });
        let line = json!({ "type": "paragraph", "content": [text] });
        json!({ "type": "tableCell", "attrs": { "colspan": 1, "rowspan": 1 }, "content": [line] })
    };
    json!({ "type": "tableRow", "content": (0..3).map(cell).collect::<Vec<_>>() })
}
