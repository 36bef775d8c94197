//! Pasting 8000 characters with 20 tables.

use super::figures::Figures;
use super::fullest::{self, Home};
use end_to_end::desktop::By;

const ROUNDS: usize = 10;
const TABLES: usize = 20;
const EDITOR: &str = ".section-text [contenteditable=true]";

/// From the key to behind the frame with the last table.
const WATCH: &str = "
window.wanted = Infinity;
from('keydown', (event) => event.key === 'v' && event.ctrlKey &&
  (() => document.querySelectorAll('.section-text table').length >= window.wanted))";

pub fn measure() {
    let home = Home::new(&[]);
    let desk = home.desk();
    fullest::open(&desk);
    fullest::part(&desk, "实施背景");
    desk.find(By::Css(EDITOR));
    desk.run(include_str!("behind.js"), &[]);
    desk.run(WATCH, &[]);
    let (html, text) = pasted();
    for round in 0..ROUNDS {
        desk.copy(&text, Some(&html));
        desk.click(By::Css(&format!("{EDITOR} > p:last-of-type")));
        desk.press("End");
        desk.run(
            "window.wanted = document.querySelectorAll('.section-text table').length + arguments[0]",
            &[TABLES.into()],
        );
        desk.press("Control+v");
        desk.until("return rounds.length > arguments[0]", &[round.into()]);
        desk.until("return document.querySelector('.section-text')", &[]);
        desk.press("Control+z");
        desk.until(
            "return document.querySelectorAll('.section-text table').length <= window.wanted - arguments[0]",
            &[TABLES.into()],
        );
    }
    let rounds = desk.run("return rounds", &[]);
    let rounds = rounds.as_array().expect("rounds").iter().filter_map(|round| round.as_f64()).collect();
    Figures::of(rounds).row(&format!("paste, {} characters, {TABLES} tables", text.chars().count()), "500");
}

/// Paragraphs and tables as another program copies them, and the same as plain text.
fn pasted() -> (String, String) {
    let sentence = "以零缺陷为目标，逐工序识别关键特性，建立在线检测与快速响应机制，一次交验合格率逐年提高。";
    let (mut html, mut text) = (String::new(), String::new());
    for table in 0..TABLES {
        let paragraph = sentence.repeat(6);
        let row = |row: usize| (0..4).map(|cell| format!("<td>第{row}行{cell}列</td>")).collect::<String>();
        let rows: String = (0..6).map(|at| format!("<tr>{}</tr>", row(at))).collect();
        html += &format!("<p>{paragraph}</p><p>各车间合格率{table}</p><table border=1>{rows}</table>");
        text += &format!("{paragraph}\n各车间合格率{table}\n");
        text += &(0..6)
            .map(|row| (0..4).map(|cell| format!("第{row}行{cell}列\t")).collect::<String>() + "\n")
            .collect::<String>();
    }
    (html, text)
}
