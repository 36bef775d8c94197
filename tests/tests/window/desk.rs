//! What the stories of the window share.

use end_to_end::desktop::{By, Desk};
use end_to_end::stage::part;
use serde_json::Value;

/// The parts with a table, and a place in each.
pub const TABLES: [(&str, &str); 5] = [
    ("顾客市场绩效统计表", "td[data-path^='market']"),
    ("经济和质量效益统计表", "td[data-path^='benefits']"),
    ("社会效益统计表", "td[data-path^='social']"),
    ("品牌影响与创新成果统计表", "td[data-path^='brand']"),
    ("主要竞争对手和标杆名录", "td[data-path^='competitors']"),
];

/// Goes to a part and waits for a place in it.
pub fn part_with(desk: &Desk, (title, place): (&str, &str)) {
    part(desk, title);
    desk.find(By::Css(place));
}

/// The texts of the messages on the screen.
pub fn messages(desk: &Desk) -> Vec<String> {
    let said = desk
        .run("return [...document.querySelectorAll('.messages .message')].map((one) => one.innerText)", &[]);
    said.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}
