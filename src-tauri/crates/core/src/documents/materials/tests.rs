//! The list of the 证实性材料 and their pages.

use super::document;
use crate::documents::Stage;
use crate::documents::read_back::{all, body, content, edition, made, page, rows};
use crate::evidence::Page;
use crate::ooxml::xml::Element;
use serde_json::{Value, json};

fn evidence(items: Value, pages: &[(&str, Vec<Page>)]) -> Element {
    body(&made(document, &content(vec![("evidence", items)]), pages, Stage::Final))
}

#[test]
fn the_list_counts_a_page_for_each_picture_and_one_where_there_is_none() {
    let item = |files: &[&str]| json!({ "title": "材料", "files": files });
    let items = json!([item(&["a1", "a2"]), item(&[]), item(&["a2"]), item(&["a1"])]);
    let pages = [("a1", vec![page("1", 0), page("2", 0), page("3", 0)]), ("a2", vec![page("4", 0)])];
    let rows = rows(&evidence(items, &pages));
    let header = rows.iter().position(|row| row.last() == Some(&edition().evidence.page)).unwrap();
    let listed: Vec<&str> = rows[header + 1..].iter().map(|row| row[4].as_str()).collect();
    assert_eq!(listed, ["2", "6", "7", "8"]);
    assert!(!rows[header].contains(&edition().evidence.purpose), "none says what it proves: no column");
}

#[test]
fn the_list_says_what_is_proved_as_typed_or_else_as_confirmed() {
    let proves = json!([{ "place": ["benefits", { "row": "total_profit" }], "words": "利润总额" }]);
    let items = json!([
        { "title": "甲", "purpose": "三年效益", "proves": proves }, { "title": "乙", "proves": proves }, { "title": "丙" },
    ]);
    let rows = rows(&evidence(items, &[]));
    let listed: Vec<&str> = rows[rows.len() - 3..].iter().map(|row| row[3].as_str()).collect();
    assert_eq!(listed, ["三年效益", "利润总额", ""]);
}

#[test]
fn every_page_but_the_first_of_an_item_begins_a_page() {
    let pages = [("a1", vec![page("1", 0), page("2", 0), page("3", 0)])];
    let body = evidence(json!([{ "title": "材料", "files": ["a1"] }]), &pages);
    let drawn = all(&body, "w:p").into_iter().filter(|paragraph| !all(paragraph, "w:drawing").is_empty());
    let breaks: Vec<bool> = drawn.map(|paragraph| !all(paragraph, "w:pageBreakBefore").is_empty()).collect();
    assert_eq!(breaks, [false, true, true]);
}

/// A page that its file turns by so many quarters and the user by so many degrees.
fn check_turn(quarters: u8, degrees: i64, turned: Option<&str>, is_landscape: bool) {
    let item = json!({ "title": "材料", "files": ["a1"], "rotation": { "a1": degrees } });
    let body = evidence(json!([item]), &[("a1", vec![page("1", quarters)])]);
    assert_eq!(all(&body, "a:xfrm")[0].attribute("rot"), turned, "{quarters} {degrees}");
    let side = |name| all(&body, "wp:extent")[0].attribute(name).unwrap().parse::<u64>().unwrap();
    // The drawing keeps the sides as they are before it is turned.
    let is_sideways = matches!(turned, Some("5400000" | "16200000"));
    assert_eq!((side("cx") > side("cy")) != is_sideways, is_landscape, "{quarters} {degrees}");
}

#[test]
fn a_page_is_turned_by_its_file_and_by_the_user() {
    check_turn(0, 0, None, false);
    check_turn(1, 0, Some("5400000"), true);
    check_turn(0, 90, Some("5400000"), true);
    check_turn(1, 90, Some("10800000"), false);
    check_turn(0, 180, Some("10800000"), false);
    check_turn(2, 90, Some("16200000"), true);
    check_turn(3, 90, None, false);
}
