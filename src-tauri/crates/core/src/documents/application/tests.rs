//! What stands where in the 申报书.

use super::document;
use crate::documents::Stage;
use crate::documents::layout::line_count;
use crate::documents::read_back::{all, body, content, edition, made, page, printed, rows, value};
use crate::documents::sheet::points;
use crate::documents::style::size;
use crate::ooxml::xml::Element;
use serde_json::{Value, json};

fn application(places: Vec<(&str, Value)>) -> Element {
    body(&made(document, &content(places), &[], Stage::Final))
}

/// The rows below the last table header that has this cell.
fn below(body: &Element, label: &str) -> Vec<Vec<String>> {
    let rows = rows(body);
    let header = rows.iter().rposition(|row| row.iter().any(|cell| cell == label)).unwrap();
    rows[header + 1..].to_vec()
}

#[test]
fn every_value_of_the_declaration_stands_beside_its_label() {
    let labels = &edition().application.declaration;
    let places = [
        (&labels.employees, "employees"),
        (&labels.tqm_education_rate, "tqm_education_rate"),
        (&labels.quality_staff_rate, "quality_staff_rate"),
        (&labels.engineering_training_rate, "engineering_training_rate"),
        (&labels.improvement_rate, "improvement_rate"),
        (&labels.contact_name, "contact.name"),
        (&labels.department, "contact.department"),
        (&labels.position, "contact.position"),
        (&labels.telephone, "contact.telephone"),
        (&labels.mobile, "contact.mobile"),
        (&labels.email, "contact.email"),
        (&labels.address, "contact.address"),
        (&labels.postcode, "contact.postcode"),
    ];
    let paths: Vec<String> = places.iter().map(|(_, place)| format!("declaration.{place}")).collect();
    let texts = paths.iter().map(|path| (path.as_str(), json!(format!("〈{path}〉")))).collect();
    let rows = rows(&application(texts));
    for ((label, _), path) in places.iter().zip(&paths) {
        let (row, column) = rows
            .iter()
            .rev()
            .find_map(|row| row.iter().position(|cell| cell == *label).map(|column| (row, column)))
            .unwrap();
        assert_eq!(row[column + 1], format!("〈{path}〉"), "{label}");
    }
}

#[test]
fn a_long_name_stands_on_the_cover_in_two_even_lines() {
    let cover = |name: &str| {
        let body = application(vec![("organization", json!(name))]);
        let line = all(&body, "w:p").into_iter().find(|line| printed(line) == name).unwrap();
        let half_points: f32 = value(all(line, "w:rPr")[0], "w:sz").parse().unwrap();
        let indent = all(line, "w:ind")
            .first()
            .map_or(0, |indent| indent.attribute("w:left").unwrap().parse::<usize>().unwrap());
        // As wide as the cell without its blanks.
        let column = points(7000 - 216 - 2 * indent);
        (half_points, line_count(name, half_points / 2.0, column, 0.0), indent > 0)
    };
    let three = size::THREE as f32;
    assert_eq!(cover("浙江虚屿精密轴承股份有限公司"), (three, 1, false));
    assert_eq!(cover("浙江虚屿精密轴承股份有限公司新能源汽车零部件分公司"), (three, 2, true));
    let longest = "浙江虚屿高端智能装备与新能源汽车核心零部件精密制造集团股份有限公司杭州湾分公司（总部）";
    assert_eq!(cover(longest), (size::FOUR as f32, 2, true));
}

#[test]
fn what_was_not_answered_is_not_ticked() {
    for (answer, boxes) in [(json!(null), "□是　□否"), (json!(true), "☑是　□否"), (json!(false), "□是　☑否")]
    {
        let body = application(vec![("declaration.iso9001", answer)]);
        let rows = rows(&body);
        let label = &edition().application.declaration.iso9001;
        assert_eq!(rows.iter().find(|row| row[0] == *label).unwrap()[1], boxes);
    }
}

#[test]
fn more_products_than_columns_have_pages_that_say_they_go_on() {
    let titles = |products: usize| -> Vec<String> {
        let product = |n: usize| json!({ "name": format!("产品{n}") });
        let products: Vec<Value> = (0..products).map(product).collect();
        let body = application(vec![("market.products", json!(products))]);
        let titles = all(&body, "w:p").into_iter().map(printed);
        let title = &edition().application.market.title;
        titles.filter(|text| text.starts_with(title)).map(|text| text.replace(title, "")).collect()
    };
    assert_eq!(titles(0), [""]);
    assert_eq!(titles(3), [""]);
    assert_eq!(titles(7), ["", "（续）", "（续）"]);
}

#[test]
fn the_figures_of_the_market_stand_under_their_heads() {
    let product = json!({
        "name": "水表", "share": { "2025": { "domestic": "14.1", "international": "3.0" } },
        "satisfaction": { "2025": "92.1" }, "loyalty": { "2025": "88.3" } });
    let body = application(vec![
        ("market.products", json!([product])),
        ("market.satisfaction_survey", json!({ "2025": { "method": "self", "agency": "甲" } })),
        ("market.loyalty_survey", json!({ "2025": { "method": "third_party", "agency": "乙" } })),
    ]);
    let labels = &edition().application.market;
    let rows = below(&body, &labels.share);
    let year = |nth: usize| rows.iter().filter(|row| row[1] == "2025年").nth(nth).unwrap();
    assert_eq!(year(0)[2..4], ["14.1", "3.0"]);
    let surveyed = |nth: usize| (year(nth)[2].as_str(), year(nth).last().unwrap().as_str());
    let (own, other, agency) = (&labels.self_assessment, &labels.third_party, &labels.agency);
    assert_eq!(surveyed(1), ("92.1", &*format!("☑{own}　□{other}{agency}甲")));
    assert_eq!(surveyed(2), ("88.3", &*format!("□{own}　☑{other}{agency}乙")));
}

#[test]
fn the_figures_of_the_industry_stand_under_their_heads() {
    let body = application(vec![
        ("benefits[0].industry_average", json!("平均")),
        ("benefits[0].industry_best", json!("最佳")),
        ("benefits[0].rank", json!("第三")),
    ]);
    assert_eq!(below(&body, &edition().application.benefits.industry_best)[0][6..], ["平均", "最佳", "第三"]);
}

#[test]
fn competitors_of_one_product_share_its_cell_and_empty_rows_fill_the_form() {
    let labels = &edition().application.competitors;
    let check = |products: &[&str], merged: &[&str], count: usize| {
        let listed: Vec<Value> = products.iter().map(|product| json!({ "product": product })).collect();
        let body = application(vec![("competitors", json!(listed))]);
        let table = *all(&body, "w:tbl").last().unwrap();
        let rows = &all(table, "w:tr")[1..];
        assert_eq!(rows.len(), count, "{products:?}");
        let merge = |row: &&Element| {
            let cell = all(row, "w:tc")[1].child("w:tcPr").unwrap();
            cell.child("w:vMerge")
                .map_or("", |merge| merge.attribute("w:val").unwrap_or("continue"))
                .to_owned()
        };
        assert_eq!(rows.iter().take(products.len()).map(merge).collect::<Vec<_>>(), merged, "{products:?}");
    };
    check(&["水表", "水表", "阀门"], &["restart", "continue", ""], labels.min_rows);
    check(&["", "", "阀门"], &["", "", ""], labels.min_rows);
    check(&[], &[], labels.min_rows);
    check(&["甲", "乙", "丙", "丁", "戊", "己"], &["", "", "", "", "", ""], 6);
}

#[test]
fn each_signed_page_is_replaced_by_its_own_scan() {
    let content =
        content(vec![("signed_pages.pledge", json!(["a1"])), ("signed_pages.recommendation", json!(["a2"]))]);
    let pages = [("a1", vec![page("承诺书", 0)]), ("a2", vec![page("推荐表", 0)])];
    let parts = made(document, &content, &pages, Stage::Final);
    let sources: Vec<&str> = parts.media.iter().map(|media| media.source.as_str()).collect();
    assert_eq!(sources, ["承诺书", "推荐表"]);
}

#[test]
fn only_a_draft_says_so_on_every_page() {
    for (stage, is_marked) in [(Stage::Draft, true), (Stage::Final, false)] {
        let parts = made(document, &content(Vec::new()), &[], stage);
        let header = parts.files.iter().find(|part| part.path == "word/header1.xml");
        assert_eq!(header.is_some(), is_marked);
        let text = header.map(|part| String::from_utf8_lossy(&part.bytes));
        assert!(text.is_none_or(|text| text.contains("草稿")));
    }
}
