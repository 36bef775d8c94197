//! Blocks from Excel and WPS pasted into the three-year tables by the names and headings in them, and what else is done
//! with many cells at once.

use super::stage::{content, part, sample, shows, stored};
use end_to_end::desktop::{self, By, Desk, Options, screenshots};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

const PREVIEW: By = By::Css("dialog.frame .grid");

/// The sample with a table open.
fn table(title: &str) -> (Desk, PathBuf) {
    let (desk, path) = sample(&Options::default());
    part(&desk, title);
    (desk, path)
}

/// Pastes cells, as Excel copies them, onto the cell of a place.
fn paste(desk: &Desk, cells: &str, onto: &str) {
    desk.copy(cells, None);
    desk.click(By::Css(&format!("td[data-path='{onto}']")));
    desk.press("Control+v");
}

/// Takes a picture of the preview, and does what it shows.
fn agree(desk: &Desk, picture: &str) {
    desk.find(PREVIEW);
    desk.screenshot(&screenshots(picture));
    desk.click(By::Role("button", "粘贴"));
    desk.gone(PREVIEW);
}

fn years(of: &Value) -> [&Value; 3] {
    ["2023", "2024", "2025"].map(|year| &of["values"][year])
}

/// What one undo takes back, by its name.
#[track_caller]
fn undone(desk: &Desk, path: &Path, name: &str, before: &Value) {
    desk.find(By::Css(&format!("header.bar button[title*='{name}']")));
    desk.press("Control+z");
    stored(path, "", before);
    // The page goes there by itself; what is pressed before that would go astray.
    desk.find(By::Css("td.flash"));
    desk.gone(By::Css("td.flash"));
}

#[test]
fn indicators_find_their_rows_by_name_and_new_ones_get_rows_of_their_own() {
    if desktop::lacks() {
        return;
    }
    let (desk, path) = table("经济和质量效益统计表");
    let before = content(&path);
    let cells = "序号\t指标\t2025年\t2024\t2023年度\t备注\r\n\
        1\t产品返修率（%）\t0.11%\t0.22\t0.33\t\r\n\
        2\t一次交验合格率（%）\t99.0\t98.2\t97.1\t新线\r\n\
        3\t利润总额\t1.2亿元\t￥1,200\t12345万元\t\r\n\r\n";
    paste(&desk, cells, "benefits[3].industry_best");
    agree(&desk, "paste-benefits");
    shows(&desk, "td[data-path='benefits[11].name']", "一次交验合格率");
    stored(&path, "/benefits/11/values/2025", &json!("99.0"));
    let after = content(&path);
    let row = |at: usize| &after["benefits"][at];
    assert_eq!(years(row(8)), [&json!("0.33"), &json!("0.22"), &json!("0.11")]);
    assert_eq!(years(row(2)), [&json!("12345"), &json!("1200"), &json!("12000")]);
    assert_eq!(row(11)["unit"], "%");
    for at in 0..11 {
        let [was, is] = [&before, &after].map(|content| &content["benefits"][at]);
        assert_eq!((&is["key"], &is["name"], &is["better"]), (&was["key"], &was["name"], &was["better"]));
    }
    undone(&desk, &path, "粘贴", &before);
}

#[test]
fn an_empty_line_at_the_end_empties_nothing() {
    if desktop::lacks() {
        return;
    }
    let (desk, path) = table("经济和质量效益统计表");
    let third = content(&path)["benefits"][2].clone();
    paste(&desk, "1\t2\t3\r\n5\t6\t7\r\n\r\n", "benefits[0].values.2023");
    stored(&path, "/benefits/1/values/2025", &json!("7"));
    assert_eq!(content(&path)["benefits"][2], third);
    assert!(desk.find_all(PREVIEW).is_empty(), "it fits, and is not asked about");
}

#[test]
fn the_other_tables_know_names_and_headings_too() {
    if desktop::lacks() {
        return;
    }
    let (desk, path) = table("顾客市场绩效统计表");
    let html = "<table><tr><th rowspan=2>产品名称</th><th colspan=2>2025年</th></tr><tr><th>国际</th><th>国内</th></tr>
        <tr><td>新能源汽车驱动电机轴承</td><td>3.6%</td><td>15.4%</td></tr><tr><td>机床主轴轴承</td><td>1.1</td><td>2.2</td></tr></table>";
    desk.copy("略", Some(html));
    desk.click(By::Css("td[data-path='market.products[0].satisfaction.2023']"));
    desk.press("Control+v");
    agree(&desk, "paste-market");
    stored(&path, "/market/products/1/share/2025", &json!({ "domestic": "15.4", "international": "3.6" }));
    stored(&path, "/market/products/2/name", &json!("机床主轴轴承"));

    part(&desk, "主要竞争对手和标杆名录");
    let before = content(&path)["competitors"].clone();
    let cells = "产品/服务名称\t企业名称\t主要优势\t市场份额\r\n\
        汽车轮毂轴承单元\t瑞典虚北轴承公司（标杆）\t密封好\t13.9%\r\n汽车轮毂轴承单元\t虚新公司\t价格低\t1.2%\r\n";
    paste(&desk, cells, "competitors[0].product");
    agree(&desk, "paste-competitors");
    stored(&path, "/competitors/1/market_share", &json!("13.9%"));
    stored(&path, "/competitors/4/name", &json!("虚新公司"));
    assert_eq!(content(&path)["competitors"][0], before[0]);

    part(&desk, "社会效益统计表");
    paste(&desk, "项目\t2025年\r\n有效利用资源方面的情况\t水重复利用率95%。\r\n", "social[0].values.2023");
    agree(&desk, "paste-social");
    stored(&path, "/social/2/values/2025", &json!("水重复利用率95%。"));
}

#[test]
fn rows_are_selected_filled_and_emptied_each_as_one_step() {
    if desktop::lacks() {
        return;
    }
    let (desk, path) = table("经济和质量效益统计表");
    let before = content(&path);
    desk.click(By::Css("th[data-number='1']"));
    desk.until("return document.querySelectorAll('td.chosen').length === 8", &[]);
    desk.press("Delete");
    stored(&path, "/benefits/1/rank", &json!(""));
    undone(&desk, &path, "清除", &before);

    desk.click(By::Css("td[data-path='benefits[0].rank']"));
    desk.press("Shift+ArrowDown");
    desk.press("Shift+ArrowDown");
    desk.press("Control+d");
    stored(&path, "/benefits/2/rank", &json!("5"));
    undone(&desk, &path, "填充", &before);

    desk.click(By::Css("td[data-path='benefits[6].values.2024']"));
    desk.press("Control+r");
    stored(&path, "/benefits/6/values/2024", &json!("1.42"));
    undone(&desk, &path, "填充", &before);

    desk.click(By::Css("td[data-path='benefits[4].unit']"));
    desk.press("Control+a");
    desk.until("return document.querySelectorAll('td.chosen').length === 88", &[]);
}

#[test]
fn a_right_click_copies_with_the_headings_and_pastes() {
    if desktop::lacks() {
        return;
    }
    let (desk, path) = table("经济和质量效益统计表");
    desk.click(By::Css("td[data-path='benefits[2].values.2024']"));
    desk.press("Shift+ArrowRight");
    desk.right_click(By::Css("td[data-path='benefits[2].values.2025']"));
    desk.find(By::Role("menuitem", "清除内容 Delete"));
    let first = "return document.querySelector('[role=menu] button:not(:disabled)').innerText.trim()";
    assert!(desk.run(first, &[]).as_str().is_some_and(|label| label.starts_with("复制")));
    desk.screenshot(&screenshots("cell-menu"));
    desk.click(By::Role("menuitem", "复制（含标题和名称）"));
    let before = content(&path);
    desk.click(By::Css("td[data-path='benefits[2].values.2024']"));
    desk.type_keys("1\n");
    stored(&path, "/benefits/2/values/2024", &json!("1"));
    desk.click(By::Css("td[data-path='benefits[9].rank']"));
    desk.right_click(By::Css("td[data-path='benefits[9].rank']"));
    desk.click(By::Role("menuitem", "粘贴 Ctrl+V"));
    agree(&desk, "paste-own");
    stored(&path, "", &before);
}
