//! How the work grows with the text: a section with so many figures, charts and tables is opened, pasted into itself,
//! undone, and its first figure deleted.

use super::figures::{self, Figures};
use super::fullest::{self, Home};
use super::section;
use end_to_end::desktop::{By, Desk};
use std::array;
use std::thread::sleep;
use std::time::Duration;

const SIZES: [usize; 2] = [100, 200];
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
        let rounds: Vec<[Taken; WORK.len()]> = (0..figures::rounds()).map(|_| round(size)).collect();
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
    section::fill(&home, size);
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
