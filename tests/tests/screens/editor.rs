//! The editor of the 典型经验 and what opens over it.

use super::Screen;
use super::workspace::{part, sample};
use end_to_end::desktop::{By, Desk};

fn tool(desk: &Desk, name: &str) {
    desk.click(By::Css(&format!(".tools button[aria-label='{name}']")));
}

fn asked(desk: &Desk, name: &str) {
    tool(desk, name);
    desk.find(By::Css("dialog[open]"));
}

fn answered(desk: &Desk) {
    desk.press("Escape");
    desk.gone(By::Css("dialog[open]"));
}

/// In the longest section of the sample.
pub const SCREENS: [Screen; 9] = [
    ("editor-menu", |desk| {
        sample(desk);
        part(desk, "实施过程", ".ProseMirror");
        desk.click(By::Css(".ProseMirror"));
        desk.press("Control+End");
        desk.type_keys("\n/");
        desk.find(By::Css("[role=listbox]"));
    }),
    ("editor-table", |desk| {
        desk.press("Escape");
        desk.press("Backspace");
        asked(desk, "表格");
    }),
    ("editor-chart", |desk| {
        answered(desk);
        asked(desk, "图表");
    }),
    ("editor-data", |desk| {
        answered(desk);
        asked(desk, "统计表数据");
    }),
    ("editor-reference", |desk| {
        answered(desk);
        asked(desk, "引用图表、材料（图N、证实性材料第N项）");
    }),
    ("editor-replace", |desk| {
        answered(desk);
        desk.press("Control+h");
        desk.find(By::Css("input[aria-label='替换为']"));
        desk.click(By::Css("input[aria-label='查找内容']"));
        desk.type_keys("SPC");
        desk.find(By::Css(".hit"));
    }),
    ("editor-in-table", |desk| {
        desk.press("Escape");
        desk.click(By::Css(".ProseMirror table td"));
        desk.find(By::Css(".strip"));
    }),
    ("editor-figure", |desk| {
        desk.click(By::Css(".ProseMirror figure.figure-block img"));
        desk.find(By::Css(".strip"));
    }),
    ("editor-full", |desk| {
        desk.press("F11");
        desk.find(By::Css(".experience.full"));
    }),
];
