//! What differs is told once, in the user's words, and nothing else is.

use super::*;
use crate::edition::Editions;
use DifferenceKind::{Added, Changed, Formatted, Moved, Removed};
use serde_json::json;

fn edition() -> Edition {
    Editions::built_in().latest().clone()
}

fn sample() -> Value {
    serde_json::from_str(include_str!("../../../../../assets/sample/application.json")).unwrap()
}

fn content(json: &Value) -> Content {
    Content::from_stored_json(&json.to_string()).unwrap()
}

/// Kind, place, label, before and after of what `change` does to the sample.
fn check(change: impl FnOnce(&mut Value), expected: &[(DifferenceKind, &str, &str, &str, &str)]) {
    let mut after = sample();
    change(&mut after);
    let found = compare(&content(&sample()), &content(&after), &edition());
    let rows: Vec<_> = found
        .iter()
        .map(|row| {
            (row.kind, row.place.as_str(), row.label.as_str(), row.before.as_str(), row.after.as_str())
        })
        .collect();
    assert_eq!(rows, expected);
}

fn paragraph(text: &str) -> Value {
    json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] })
}

fn blocks(form: &mut Value) -> &mut Vec<Value> {
    form["experience"]["background"]["content"].as_array_mut().unwrap()
}

/// A section of these paragraphs.
fn section(texts: &[&str]) -> Content {
    let mut json = sample();
    *blocks(&mut json) = texts.iter().map(|text| paragraph(text)).collect();
    content(&json)
}

#[test]
fn equal_states_do_not_differ() {
    check(|_| {}, &[]);
    check(|form| form["pledge"] = json!({ "signed_on": form["pledge"]["signed_on"] }), &[]);
}

#[test]
fn fields_are_told_by_the_form_s_names() {
    let old = sample();
    let text = |pointer: &str| old.pointer(pointer).unwrap().as_str().unwrap().to_owned();
    let (mobile, value) = (text("/declaration/contact/mobile"), text("/benefits/2/values/2024"));
    let share = text("/market/products/0/share/2024/domestic");
    check(
        |form| {
            form["declaration"]["contact"]["mobile"] = "13900000000".into();
            form["declaration"]["iso9001"] = Value::Null;
            form["market"]["products"][0]["share"]["2024"]["domestic"] = "".into();
            form["benefits"][2]["values"]["2024"] = "9.9".into();
        },
        &[
            (
                Changed,
                "declaration.iso9001",
                "质量标杆典型经验申报表 是否通过ISO 9001质量管理体系认证且证书在有效期内",
                "是",
                "",
            ),
            (Changed, "declaration.contact.mobile", "质量标杆典型经验申报表 手机", &mobile, "13900000000"),
            (
                Changed,
                "market.products[0].share.2024.domestic",
                "顾客市场绩效统计表 汽车轮毂轴承单元 市场占有率 2024年 国内",
                &share,
                "",
            ),
            (Changed, "benefits[2].values.2024", "经济和质量效益统计表 利润总额 2024年", &value, "9.9"),
        ],
    );
}

#[test]
fn rows_are_known_by_key_id_or_name() {
    let old = sample();
    let name = |list: &str, index: usize, key: &str| old[list][index][key].as_str().unwrap().to_owned();
    let first = name("benefits", 0, "name");
    let unit = name("benefits", 2, "unit");
    check(
        |form| {
            let rows = form["benefits"].as_array_mut().unwrap();
            rows.remove(0);
            let mut moved = rows.remove(1);
            moved["unit"] = "千元".into();
            rows.insert(5, moved);
        },
        &[
            (Moved, "benefits[5]", "经济和质量效益统计表 利润总额", "第3行", "第6行"),
            (Changed, "benefits[5].unit", "经济和质量效益统计表 利润总额 单位", &unit, "千元"),
            (Removed, "benefits[0]", "经济和质量效益统计表 资产总额", &first, ""),
        ],
    );
    let title = name("evidence", 1, "title");
    check(
        |form| drop(form["evidence"].as_array_mut().unwrap().remove(1)),
        &[(Removed, "evidence[1]", &format!("证实性材料 {title}"), &title, "")],
    );
    check(
        |form| {
            let rows = form["competitors"].as_array_mut().unwrap();
            rows.insert(0, json!({ "product": "轴承", "name": "新对手" }));
        },
        &[(Added, "competitors[0]", "主要竞争对手和标杆名录 新对手", "", "新对手")],
    );
}

#[test]
fn a_text_is_compared_block_by_block() {
    let long = "随着高端装备对主轴精度的要求逐年提高，公司原有的抽检方式已难以及时发现波动。";
    let longer = "随着高端装备对主轴精度的要求逐年提高，公司原有的抽检方式已经难以及时发现过程的波动。";
    let check = |before: &[&str], after: &[&str], expected: &[(DifferenceKind, &str, &str, &str)]| {
        let found = compare(&section(before), &section(after), &edition());
        let rows: Vec<_> = found
            .iter()
            .map(|row| (row.kind, row.label.as_str(), row.before.as_str(), row.after.as_str()))
            .collect();
        assert_eq!(rows, expected);
    };
    check(&["甲一", long, "丙三"], &["甲一", longer, "丙三"], &[(Changed, "实施背景 第2段", long, longer)]);
    check(&["甲一", "丙三"], &["甲一", long, "丙三"], &[(Added, "实施背景 第2段", "", long)]);
    check(&["甲一", long, "丙三"], &["甲一", "丙三"], &[(Removed, "实施背景 第2段", long, "")]);
    check(
        &["甲一", "乙二", "丙三", "丁四"],
        &["丁四", "甲一", "乙二", "丙三"],
        &[(Moved, "实施背景 第1段", "第4段：丁四", "第1段：丁四")],
    );
    let new = "另起一段，谈的全是别的事情，与原来毫无相同之处。";
    check(
        &["甲一", long],
        &["甲一", new, longer],
        &[(Added, "实施背景 第2段", "", new), (Changed, "实施背景 第3段", long, longer)],
    );
}

#[test]
fn formatting_alone_is_told_as_such() {
    let mut after = sample();
    *blocks(&mut after) = vec![paragraph("甲一")];
    after["experience"]["background"]["content"][0]["content"][0]["marks"] = json!([{ "type": "bold" }]);
    let found = compare(&section(&["甲一"]), &content(&after), &edition());
    let [one] = &found[..] else { panic!("{found:?}") };
    assert_eq!((one.kind, one.before.as_str(), one.after.as_str()), (Formatted, "甲一", "甲一"));
}

#[test]
fn a_long_text_is_shown_where_it_differs() {
    let old = "一二三四五六七八九十".repeat(30);
    let new = format!("{}改{}", &old[..300 * 2], &old[300 * 2..]);
    let found = compare(&section(&[&old]), &section(&[&new]), &edition());
    let [one] = &found[..] else { panic!("{found:?}") };
    assert!(one.after.starts_with('…') && one.after.contains("十改一") && one.after.chars().count() < 130);
}

#[test]
fn a_file_is_one_thing() {
    let mut after = sample();
    let files = after["attachments"].as_object_mut().unwrap();
    let id = files.keys().next().unwrap().clone();
    let name = files.shift_remove(&id).unwrap()["name"].as_str().unwrap().to_owned();
    let found = compare(&content(&sample()), &content(&after), &edition());
    let [one] = &found[..] else { panic!("{found:?}") };
    assert_eq!((one.kind, &one.before, one.after.as_str()), (Removed, &name, ""));
}

#[test]
fn an_indicator_that_is_renamed_is_the_same_row() {
    let old = sample()["benefits"][2]["name"].as_str().unwrap().to_owned();
    let mut after = sample();
    after["benefits"][2]["name"] = json!("净利润");
    let found = compare(&content(&sample()), &content(&after), &edition());
    let [row] = &found[..] else { panic!("{found:#?}") };
    assert_eq!((row.kind, row.place.as_str()), (Changed, "benefits[2].name"));
    assert_eq!((row.before.as_str(), row.after.as_str()), (old.as_str(), "净利润"));
}

#[test]
fn why_a_warning_stands_is_one_thing() {
    check(
        |form| form["acknowledged"] = json!({ "Y005-1": { "rule": "Y005", "reason": "产线改造" } }),
        &[(Added, "acknowledged.Y005-1", "已核对的警告", "", "Y005：产线改造")],
    );
}
