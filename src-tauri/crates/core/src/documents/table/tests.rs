//! What fits into the form's tables, and what stands below them.

use super::grid::Grid;
use super::pages::{Room, count, keep_last, shrink};
use super::*;
use crate::documents::layout::widest_word;
use crate::documents::sheet::points;
use crate::documents::style::size;

fn row(texts: &[&str]) -> FormRow {
    FormRow::of(texts.iter().map(|text| FormCell::number(text)).collect())
}

fn fitted(wanted: &[usize], rows: &[&[&str]]) -> Grid {
    let rows: Vec<FormRow> = rows.iter().map(|texts| row(texts)).collect();
    fit::fitted(wanted, &[], &rows)
}

/// Whether no number is wider than its column.
fn assert_whole(grid: &Grid, rows: &[&[&str]]) {
    let size = grid.half_points as f32 / 2.0;
    for (text, column) in rows.iter().flat_map(|row| row.iter().zip(&grid.columns)) {
        assert!(widest_word(text, size) < points(column - 2 * NUMBER_MARGIN), "{text} {grid:?}");
    }
}

#[test]
fn a_column_grows_for_its_longest_number_at_the_expense_of_those_with_room() {
    let rows: &[&[&str]] = &[&["项目", "1,098,760.50", "1"]];
    let grid = fitted(&[3000, 700, 1000], rows);
    assert_whole(&grid, rows);
    assert_eq!(grid.half_points, size::FIVE);
    assert_eq!(grid.columns.iter().sum::<usize>(), 4700);
    assert!(grid.columns[0] < 3000 && grid.columns[0] > 2000, "{grid:?}");
    let enough = fitted(&[3000, 700, 1000], &[&["项目", "1", "1"]]);
    assert_eq!(enough.columns, [3000, 700, 1000]);
}

#[test]
fn the_type_is_smaller_before_a_number_is_torn() {
    let number = "123,456,789.01";
    let rows: &[&[&str]] = &[&[number; 6]];
    let grid = fitted(&[1300; 6], rows);
    assert_whole(&grid, rows);
    assert!(grid.half_points < size::FIVE, "{grid:?}");
    let narrow = fitted(&[1000; 6], rows);
    assert_whole(&narrow, rows);
    assert!(narrow.half_points < grid.half_points, "{narrow:?}");
}

#[test]
fn columns_that_are_to_be_even_are() {
    let rows = [row(&["项目", "1", "1,098,760.50", "1"])];
    let grid = fit::fitted(&[3000, 700, 700, 700], &[(1, 4)], &rows);
    assert!(grid.columns[1] == grid.columns[2] && grid.columns[2] == grid.columns[3], "{grid:?}");
}

#[test]
fn a_long_reason_stands_below_the_table_once() {
    let reason = "—（2024年3月投产，尚无完整年度的数据）";
    let mut remarks = Remarks::default();
    for text in [reason, "28.9%", reason, "1,098,760,000,000.00", "说明文字太长而且没有一个数字可以放在前面"]
    {
        remarks.number(text, 800);
    }
    let lines: Vec<String> = remarks.lines().collect();
    assert_eq!(lines, [format!("① {reason}"), "② 说明文字太长而且没有一个数字可以放在前面".into()]);
}

#[test]
fn rows_shrink_as_far_as_spares_a_page_and_no_farther() {
    let grid = Grid { columns: vec![1000], half_points: size::FIVE };
    let room = |page| Room { page, above: 40.0, below: 20.0 };
    let check = |page: f32, pages: usize, low: usize, high: usize| {
        let mut rows: Vec<FormRow> = (0..10).map(|_| row(&["1"]).at_least(800)).collect();
        shrink(&mut rows, &grid, room(page));
        assert_eq!(count(&rows, &heights(&rows, &grid), room(page)), pages, "{page}");
        assert!((low..=high).contains(&rows[0].least_height), "{page} {}", rows[0].least_height);
    };
    check(500.0, 1, 800, 800);
    check(440.0, 1, 660, 760);
    check(200.0, 2, 500, 600);
}

#[test]
fn the_last_rows_stay_with_the_note_unless_they_fill_a_page() {
    let kept = |last: f32| {
        let mut rows: Vec<FormRow> = (0..4).map(|_| row(&["1"])).collect();
        keep_last(&mut rows, &[20.0, 20.0, 20.0, last], Room { page: 500.0, above: 40.0, below: 20.0 });
        rows.iter().map(|row| row.is_kept).collect::<Vec<_>>()
    };
    assert_eq!(kept(20.0), [false, false, true, true]);
    assert_eq!(kept(400.0), [false; 4]);
}

#[test]
fn a_label_column_grows_until_no_character_stands_alone() {
    let labels = ["产业链与供应链发展的贡献", "安全生产"];
    let columns = label_first([1330, 2000, 2000], labels.into_iter());
    assert_eq!(columns.iter().sum::<usize>(), 5330);
    // Eleven characters on the first line would leave one; six and six, or all, do not.
    let per_line = ((columns[0] - 2 * SIDE_MARGIN) as f32 / 20.0 / CELL_SIZE).floor() as usize;
    assert!(per_line != 11 && 12 % per_line != 1, "{columns:?}");
}
