//! Applications that nobody would write on purpose.

use end_to_end::docx::squeeze;
use end_to_end::sample::{self, Exported};
use end_to_end::validate;
use serde_json::{Value, json};

/// Exports the sample changed, and has the documents validated.
fn exported(change: impl FnOnce(&mut Value)) -> Exported {
    let mut content = sample::content();
    change(&mut content);
    let exported = sample::export(&content);
    validate::package(&exported);
    exported
}

fn assert_has(exported: &Exported, text: &str) {
    assert!(exported.application().squeezed().contains(&squeeze(text)), "{text}");
}

#[test]
fn the_sample_is_valid() {
    exported(|_| {});
}

#[test]
fn names_of_every_kind_are_printed_and_name_the_package() {
    let names = [
        ("虚屿（杭州）轴承/密封件《新》有限公司", "虚屿（杭州）轴承／密封件《新》有限公司（草稿）.zip"),
        ("A&B<轴承>\"精密\"有限公司", "A&B＜轴承＞＂精密＂有限公司（草稿）.zip"),
        ("𠮷野𡈽工业😀有限公司", "𠮷野𡈽工业😀有限公司（草稿）.zip"),
    ];
    for (name, file) in names {
        let exported = exported(|content| {
            content["organization"] = json!(name);
            content["filled_on"] = json!(null);
        });
        assert_has(&exported, name);
        assert_eq!(exported.zip.file_name().unwrap().to_str(), Some(file));
    }
    let long = "浙江虚屿精密轴承与新能源汽车驱动电机零部件".repeat(3).chars().take(56).collect::<String>()
        + "有限公司";
    let exported = exported(|content| content["organization"] = json!(long));
    assert_has(&exported, &long);
}

#[test]
fn control_characters_are_dropped_on_the_way_in() {
    let exported = exported(|content| {
        content["declaration"]["contact"]["name"] = json!("叶\u{0}知\u{b}\u{1f}微\u{fffe}\u{7f}");
        content["experience"]["overview"] = json!({ "type": "doc", "content": [
            { "type": "paragraph", "content": [{ "type": "text", "text": "甲\u{8}乙\r\n丙\t丁]]>&amp;" }] }] });
    });
    assert_has(&exported, "叶知微");
    assert!(exported.experience().squeezed().contains("甲乙丙丁]]>&amp;"));
}

#[test]
fn twelve_competitors_and_twenty_five_indicators_are_all_printed() {
    let exported = exported(|content| {
        let competitor = |index: usize| json!({ "product": format!("产品{}", index / 5), "name": format!("对手{index}"), "strengths": "优" });
        content["competitors"] = (0..12).map(competitor).collect();
        let indicator = |index: usize| json!({ "key": format!("own{index}"), "name": format!("指标{index}"), "unit": "项", "values": { "2025": "1" } });
        content["benefits"] = (0..25).map(indicator).collect();
    });
    for index in 0..12 {
        assert_has(&exported, &format!("对手{index}"));
    }
    let tables = exported.application().tables();
    let benefits = tables.iter().find(|table| table[0].len() == 9 && table[0][1] == "项目").unwrap();
    assert_eq!((benefits.len(), benefits[25][0].as_str()), (26, "25"));
}

#[test]
fn no_product_and_three_and_more_products_have_their_columns() {
    let products = |count: usize| -> Value {
        (0..count).map(|index| json!({ "name": format!("产品{index}"), "satisfaction": { "2024": format!("9{index}") } })).collect()
    };
    for count in [0, 3, 5] {
        let exported = exported(|content| {
            content["market"]["products"] = products(count);
        });
        let tables = exported.application().tables();
        let tables: Vec<_> = tables.iter().filter(|table| table[0][0] == "主导产品/服务").collect();
        assert_eq!(tables.len(), count.div_ceil(3).max(1));
        for index in 0..count {
            assert_eq!(tables[index / 3][0][1 + index % 3], format!("产品{index}"));
            assert_eq!(tables[index / 3][6][2 + index % 3], format!("9{index}"));
        }
    }
}

#[test]
fn an_empty_draft_prints_the_empty_form() {
    let exported = sample::export(&json!({}));
    validate::package(&exported);
    let printed = exported.application().squeezed();
    assert!(printed.contains("□推动重点产业提质升级"));
    assert!(!printed.contains("选择一项"));
    assert!(printed.contains("万元总产值综合能耗"));
}

#[test]
fn cells_of_two_thousand_characters_are_printed_whole() {
    let long = "质量是企业的生命，".repeat(223);
    let exported = exported(|content| {
        content["social"][0]["values"]["2024"] = json!(long);
        content["competitors"][0]["strengths"] = json!(long);
        content["recommendation"]["opinion"] = json!(long);
        content["signed_pages"] = json!({});
    });
    let printed = exported.application().squeezed();
    assert_eq!(printed.matches(long.as_str()).count(), 3);
}

#[test]
fn tables_with_odd_spans_and_deep_lists_stay_valid() {
    let exported = exported(|content| {
        let cell = |text: &str, colspan: usize, rowspan: usize| {
            json!({ "type": "tableCell", "attrs": { "colspan": colspan, "rowspan": rowspan },
                "content": [{ "type": "paragraph", "content": [{ "type": "text", "text": text }] }] })
        };
        let row = |cells: Vec<Value>| json!({ "type": "tableRow", "content": cells });
        let table = |rows: Vec<Value>| json!({ "type": "table", "attrs": { "id": "t", "caption": "跨" }, "content": rows });
        let mut list = json!({ "type": "paragraph", "content": [{ "type": "text", "text": "最深" }] });
        for depth in 0..9 {
            let kind = if depth % 2 == 0 { "orderedList" } else { "bulletList" };
            list = json!({ "type": kind, "content": [{ "type": "listItem", "content": [
                { "type": "paragraph", "content": [{ "type": "text", "text": format!("层{depth}") }] }, list] }] });
        }
        content["experience"]["background"] = json!({ "type": "doc", "content": [
            table(vec![row(vec![cell("甲", 2, 9), cell("乙", 1, 1)]), row(vec![cell("丙", 3, 1)]), row(vec![])]),
            table(vec![row(vec![])]),
            table(vec![]),
            list,
            { "type": "chart", "attrs": { "id": "x", "caption": "", "series": ["benefits:none", "share:9:domestic"] } },
            { "type": "figure", "attrs": { "id": "y", "attachment": "nowhere", "caption": "缺图" } },
            { "type": "paragraph", "content": [{ "type": "dataReference",
                "attrs": { "source": "benefits:none", "year": "2025", "text": "99.2%" }, "marks": [{ "type": "bold" }] }] },
            { "type": "paragraph", "content": [{ "type": "crossReference", "attrs": { "target": "zz" } }] } ] });
    });
    let printed = exported.experience().squeezed();
    for text in
        ["甲", "乙", "丙", "层0", "最深", "99.2%", "（此处图片尚未添加）", "〔引用的图表或材料不存在〕"]
    {
        assert!(printed.contains(text), "{text}");
    }
}
