//! A section of a hundred figures, charts and tables: what is far from the screen is there all the same.

use super::stage::{Writing, paragraph, table};
use end_to_end::desktop::By;
use serde_json::{Value, json};

const BLOCKS: usize = 100;

/// The blocks, each below a paragraph, and how [`Writing::reads`] names them.
pub fn section() -> (Vec<Value>, Vec<String>) {
    (0..BLOCKS)
        .flat_map(|number| {
            [(paragraph(&format!("第{number}段。")), format!("P 第{number}段。")), block(number)]
        })
        .unzip()
}

fn block(number: usize) -> (Value, String) {
    let (id, caption) = (format!("z{number}"), format!("第{number}项"));
    match number % 3 {
        0 => {
            let words = format!("词{number}");
            (
                table(&id, &caption, &[&["甲", &words], &["乙", "丙"]]),
                format!("T {caption}: 甲|{words} / 乙|丙"),
            )
        }
        1 => {
            let attrs = json!({ "id": id, "attachment": "", "caption": caption, "width": 60 });
            (json!({ "type": "figure", "attrs": attrs }), format!("F {caption} 60%"))
        }
        _ => {
            let attrs = json!({ "id": id, "caption": caption, "kind": "column", "series": ["benefits:oee"], "compare": false });
            (json!({ "type": "chart", "attrs": attrs }), format!("C {caption}"))
        }
    }
}

/// Ctrl+F goes to a word in the last table, which lies far below the screen, and to the caption of the last chart.
#[track_caller]
pub fn finds_what_is_far(writing: &Writing) {
    let desk = &writing.desk;
    desk.press("Control+f");
    desk.until("return document.activeElement.ariaLabel === '查找内容'", &[]);
    for (words, place) in [("词99", "td .hit.current"), ("第98项", ".chart-block.hit.current")] {
        desk.press("Control+a");
        desk.type_keys(words);
        desk.press("Enter");
        desk.until(
            "const found = document.querySelector(arguments[0]);
            const page = document.querySelector('.page-scroll').getBoundingClientRect();
            const { top, bottom } = found?.getBoundingClientRect() ?? {};
            return found && top >= page.top && bottom <= page.bottom && document.elementFromPoint(page.left + page.width / 2, (top + bottom) / 2).closest('.ProseMirror') !== null",
            &[json!(place)],
        );
    }
    desk.press("Escape");
    desk.gone(By::Css("[role=search]"));
}
