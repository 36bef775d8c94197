//! Chinese input methods in every place that takes text. What is half-composed stands in the text and nowhere else:
//! counting, checking and saving go on meanwhile and must break nothing. What is chosen takes its place, once.

#[path = "composition/gtk.rs"]
mod gtk;
#[path = "composition/pinyin.rs"]
mod pinyin;

use super::long;
use super::stage::{Writing, doc, heading, paragraph, patiently, table};
use end_to_end::desktop::{self, By, Options};
use end_to_end::stage::content;
use serde_json::{Value, json};
use std::thread::sleep;
use std::time::Duration;

/// Longer than the editor rests before it saves, and the checks come back.
const A_WHILE: Duration = Duration::from_millis(900);

/// An input method, and how a test works with it.
trait Method {
    /// What a composition begins with.
    const LETTERS: &str;
    /// What is chosen in the end.
    const CHOSEN: &str;

    /// Whether this machine has not what it needs.
    fn lacks() -> bool {
        desktop::lacks()
    }

    /// How the program is started under this method.
    fn options() -> Options {
        Options::default()
    }

    /// Composes where the cursor is, rests in the midst of it, and chooses.
    fn compose(writing: &Writing);

    /// Begins to compose, rests, and gives it up.
    fn give_up(writing: &Writing);
}

/// A draft with these blocks in 组织概况, under a method.
#[track_caller]
fn writing<M: Method>(blocks: &[Value]) -> Writing {
    Writing::with("overview", &M::options(), |all| all["experience"]["overview"] = doc(blocks))
}

/// What is half-composed stands in the text once and is not in the file, a good while after the last key.
#[track_caller]
fn rests<M: Method>(writing: &Writing, letters: &str) {
    let shown = "const at = document.activeElement; return (at.value ?? at.textContent).split(arguments[0]).length === 2";
    writing.desk.until(shown, &[json!(letters)]);
    sleep(A_WHILE);
    assert_eq!(writing.desk.run(shown, &[json!(letters)]), true, "the composition was broken off");
    let kept = writing.json().to_string();
    assert!(!kept.contains(M::LETTERS), "half-composed letters were saved: {kept}");
}

/// What is chosen, 〇 in these lines, comes into the text once, goes by undoing, comes again by redoing.
#[track_caller]
fn composes_once<M: Method>(writing: &Writing, before: &[&str], after: &[&str]) {
    M::compose(writing);
    reads::<M>(writing, after);
    writing.desk.press("Control+z");
    reads::<M>(writing, before);
    writing.desk.press("Control+y");
    reads::<M>(writing, after);
}

#[track_caller]
fn reads<M: Method>(writing: &Writing, lines: &[&str]) {
    let lines: Vec<String> = lines.iter().map(|line| line.replace('〇', M::CHOSEN)).collect();
    writing.reads(&lines.iter().map(String::as_str).collect::<Vec<_>>());
}

fn in_a_paragraph<M: Method>() {
    if M::lacks() {
        return;
    }
    let writing = writing::<M>(&[paragraph("推行管理。")]);
    writing.desk.press("Control+Home");
    writing.desk.press("ArrowRight");
    writing.desk.press("ArrowRight");
    composes_once::<M>(&writing, &["P 推行管理。"], &["P 推行〇管理。"]);
}

/// Among a hundred figures, charts and tables; then what lies far from there is looked for.
fn in_a_long_section<M: Method>() {
    if M::lacks() {
        return;
    }
    let (blocks, mut lines) = long::section();
    let writing = writing::<M>(&blocks);
    writing.desk.press("Control+Home");
    writing.desk.press("End");
    M::compose(&writing);
    lines[0] += "〇";
    reads::<M>(&writing, &lines.iter().map(String::as_str).collect::<Vec<_>>());
    long::finds_what_is_far(&writing);
}

fn in_an_empty_section<M: Method>() {
    if M::lacks() {
        return;
    }
    let writing = writing::<M>(&[]);
    composes_once::<M>(&writing, &["P"], &["P 〇"]);
    // The next word follows at once.
    M::compose(&writing);
    reads::<M>(&writing, &["P 〇〇"]);
}

fn in_a_heading_and_in_an_empty_one<M: Method>() {
    if M::lacks() {
        return;
    }
    let writing = writing::<M>(&[heading(2, "策划"), paragraph("略。")]);
    writing.desk.press("Control+Home");
    writing.desk.press("End");
    composes_once::<M>(&writing, &["H2 策划", "P 略。"], &["H2 策划〇", "P 略。"]);
    writing.desk.press("Control+End");
    writing.desk.type_keys("\n### ");
    composes_once::<M>(&writing, &["H2 策划〇", "P 略。", "H3"], &["H2 策划〇", "P 略。", "H3 〇"]);
}

fn in_a_cell_and_in_an_empty_one<M: Method>() {
    if M::lacks() {
        return;
    }
    let writing = writing::<M>(&[table("t1", "表", &[&["", "乙"]]), paragraph("略。")]);
    writing.desk.click(By::Css(".ProseMirror td:first-child"));
    composes_once::<M>(&writing, &["T 表: |乙", "P 略。"], &["T 表: 〇|乙", "P 略。"]);
    writing.desk.press("Tab");
    writing.desk.press("End");
    composes_once::<M>(&writing, &["T 表: 〇|乙", "P 略。"], &["T 表: 〇|乙〇", "P 略。"]);
}

fn in_a_caption<M: Method>() {
    if M::lacks() {
        return;
    }
    let writing = writing::<M>(&[table("t1", "表", &[&["甲"]]), paragraph("略。")]);
    writing.desk.click(By::Css(".table-block textarea"));
    writing.desk.press("End");
    composes_once::<M>(&writing, &["T 表: 甲", "P 略。"], &["T 表〇: 甲", "P 略。"]);
}

/// A second word follows while the first is being saved and its checks come back.
fn in_the_title<M: Method>() {
    if M::lacks() {
        return;
    }
    let writing = writing::<M>(&[paragraph("略。")]);
    writing.desk.click(By::Css(".page-column .title textarea"));
    M::compose(&writing);
    M::compose(&writing);
    let title = || content(&writing.path)["declaration"]["experience_name"].clone();
    let chosen = M::CHOSEN.repeat(2);
    assert_eq!(patiently(title, |title| *title == chosen), chosen);
}

/// A line of last year with a finding in it: its marks are drawn anew while one composes, and break nothing.
fn in_a_marked_line<M: Method>() {
    if M::lacks() {
        return;
    }
    let writing = Writing::rolled("overview", &M::options(), &[paragraph("推行管理,逐年见效。")]);
    let marks = |count: usize| {
        let marked = "return document.querySelectorAll('.section-text p.last-year').length === arguments[0]";
        writing.desk.until(marked, &[json!(count)]);
        writing.desk.find(By::Css(".section-text .found-words"));
    };
    marks(1);
    writing.desk.press("Control+Home");
    writing.desk.press("ArrowRight");
    writing.desk.press("ArrowRight");
    M::compose(&writing);
    reads::<M>(&writing, &["P 推行〇管理,逐年见效。"]);
    marks(0);
    M::compose(&writing);
    reads::<M>(&writing, &["P 推行〇〇管理,逐年见效。"]);
    writing.undone_to(&["P 推行管理,逐年见效。"]);
    marks(1);
}

fn given_up<M: Method>() {
    if M::lacks() {
        return;
    }
    let writing = writing::<M>(&[paragraph("推行。")]);
    writing.desk.press("Control+End");
    M::give_up(&writing);
    writing.reads(&["P 推行。"]);
    writing.desk.type_keys("好");
    writing.reads(&["P 推行。好"]);
    assert_eq!(patiently(|| writing.seen(), |seen| seen.len() == 1), ["P 推行。好"]);
}
