//! Little room: a screen of 1366 × 768 at 125 %, and smaller ones.

use super::desk::{TABLES, part_with};
use end_to_end::desktop::{self, By, Desk, Options, Undriven};
use end_to_end::stage::{part, sample};
use serde_json::{Value, json};
use std::fs;

/// Cells whose text does not fit its width, and columns too narrow to read: fewer than four characters of a name.
const SQUEEZED: &str = "
const faults = []
const table = document.querySelector('main.part table.form-table')
for (const cell of table.querySelectorAll('td.cell')) {
  const text = cell.querySelector('.text'), size = parseFloat(getComputedStyle(cell).fontSize)
  if (text.scrollWidth > text.clientWidth + 1 && text.clientWidth) faults.push('overprints: ' + text.innerText)
  if (cell.matches('.numeric')) {
    const lines = Math.round(text.getBoundingClientRect().height / (size * 1.45))
    if (lines > 1 && !/[^\\d.,%\\s-]/.test(text.innerText)) faults.push('broken number: ' + text.innerText)
  } else if (cell.clientWidth < 4 * size) faults.push('vertical: ' + text.innerText)
}
for (const head of table.querySelectorAll('thead th'))
  if (head.clientWidth < 20) faults.push('gone: ' + head.innerText)
return faults";

/// Whether the whole table can be reached, be it by scrolling.
const REACHED: &str = "
const scroll = document.querySelector('main.part .scroll'), table = scroll.querySelector('table')
scroll.scrollLeft = 100000
const inside = table.getBoundingClientRect().right <= scroll.getBoundingClientRect().right + 1
scroll.scrollLeft = 0
return inside";

const ROWS: &str = "return [...document.querySelectorAll('main.part tbody tr')].map((row) => Math.round(row.getBoundingClientRect().height))";

fn findings(desk: &Desk) -> bool {
    !desk.find_all(By::Css("aside.findings")).is_empty()
}

#[test]
fn tables_are_readable_in_any_window_beside_the_findings_or_below_them() {
    if desktop::lacks() {
        return;
    }
    for (width, height) in [(1366, 768), (1280, 720), (1093, 614), (1024, 768), (900, 480)] {
        let (desk, _) = sample(&Options { size: (width, height), ..Options::default() });
        for table in TABLES {
            part_with(&desk, table);
            let picture = format!("room/{}-{width}x{height}", table.0);
            desk.screenshot(&desktop::screenshots(&picture));
            assert_eq!(desk.run(SQUEEZED, &[]), json!([]), "{picture}");
            assert_eq!(desk.run(REACHED, &[]), true, "{picture}");
        }
        assert_eq!(findings(&desk), width == 1366, "the findings beside the part at {width}");
    }
}

#[test]
fn where_there_is_no_room_the_findings_are_a_drawer_over_the_part() {
    if desktop::lacks() {
        return;
    }
    // A week after the deadline there are findings.
    let options = Options { size: (1093, 614), today: "2027-01-08".into(), ..Options::default() };
    let (desk, _) = sample(&options);
    part(&desk, "经济和质量效益统计表");
    let width = "return document.querySelector('main.part').clientWidth";
    let before = desk.run(width, &[]);
    desk.click(By::Css("header.bar button[aria-pressed]"));
    desk.find(By::Css("aside.findings"));
    desk.screenshot(&desktop::screenshots("room/drawer"));
    assert_eq!(desk.run(width, &[]), before, "the part keeps its width");
    desk.press("Escape");
    desk.gone(By::Css("aside.findings"));

    // One goes to a place, and it can be seen.
    desk.click(By::Css("header.bar button[aria-pressed]"));
    desk.click(By::Css("aside.findings [role=tab]:last-child"));
    desk.click(By::Css("aside.findings .finding"));
    desk.gone(By::Css("aside.findings"));
    // Beside the page it is no drawer, and what is pressed there leaves it.
    desk.resize((1366, 768));
    desk.find(By::Css("aside.findings"));
    desk.click(By::Css("nav.parts button[aria-label^='社会效益统计表 ']"));
    desk.find(By::Css("aside.findings"));
}

#[test]
fn rows_are_as_high_after_resizing_as_they_are_in_a_window_of_that_size() {
    if desktop::lacks() {
        return;
    }
    let (desk, _) = sample(&Options::default());
    for table in TABLES {
        part_with(&desk, table);
        desk.click(By::Css(table.1));
        let before: Value = desk.run(ROWS, &[]);
        desk.resize((900, 480));
        desk.resize((1366, 768));
        desk.until(
            &format!("return JSON.stringify((() => {{ {ROWS} }})()) === arguments[0]"),
            &[json!(before.to_string())],
        );
    }
}

#[test]
fn a_window_left_on_a_larger_screen_fits_into_this_one() {
    if desktop::lacks() {
        return;
    }
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join(".config/cn.biaogan.desktop");
    fs::create_dir_all(&folder).expect("a folder");
    let left = json!({ "main": { "width": 3840, "height": 2160, "x": 0, "y": 0, "prev_x": 0, "prev_y": 0,
        "maximized": false, "visible": true, "decorated": true, "fullscreen": false } });
    fs::write(folder.join(".window-state.json"), left.to_string()).expect("written");
    let desk = Undriven::new(&Options::at(home.path()));
    let _running = desk.start(&desktop::program());
    let (width, height) = desk.window_size();
    assert!(width <= 1366 && height <= 768, "{width} × {height}");
    assert!(width >= 900 && height >= 480, "{width} × {height}");
}
