//! Charts of the three-year tables: chosen, seen, following their tables, printed.

use super::stage::{Writing, doc, paragraph, patiently};
use end_to_end::desktop::{self, By, Options};
use end_to_end::docx::open_package;
use end_to_end::stage::{part, stored};
use serde_json::{Value, json};

/// The cell of this year's 设备综合效率.
const CELL: &str = "td[data-path='benefits[5].values.2025']";

/// Three years of 设备综合效率 and 产品合格率, the former with the industry's.
pub fn three_years(all: &mut Value) {
    let values = |first, second, third| json!({ "2023": first, "2024": second, "2025": third });
    assert_eq!(
        (&all["benefits"][5]["key"], &all["benefits"][7]["key"]),
        (&json!("oee"), &json!("pass_rate"))
    );
    all["benefits"][5]["values"] = values("81.2", "84.6", "87.3");
    all["benefits"][5]["industry_average"] = json!("80");
    all["benefits"][5]["industry_best"] = json!("90");
    all["benefits"][7]["values"] = values("98.1", "98.7", "99.2");
    all["benefits"][2]["values"] = values("618", "655", "702");
    all["benefits"][4]["values"] = values("28.6", "32.4", "37.2");
    all["experience"]["results"] = doc(&[paragraph("效率提升。")]);
}

/// Goes to the table, pastes another value for this year as one step, and comes back.
#[track_caller]
pub fn change_cell(writing: &mut Writing, value: &str) {
    part(&writing.desk, "经济和质量效益统计表");
    writing.desk.copy(value, None);
    writing.desk.click(By::Css(CELL));
    writing.desk.press("Control+v");
    stored(&writing.path, "/benefits/5/values/2025", &json!(value));
    writing.open("results");
}

/// What a screen reader says of the chart; the drawing has these figures.
#[track_caller]
fn drawn(writing: &Writing, place: &str, expected: &[&str]) {
    let body = "const canvas = document.querySelector(arguments[0]);
        return canvas?.querySelector('svg') ? canvas.ariaLabel + ' drawn ' + canvas.querySelector('svg').textContent : ''";
    let said = patiently(
        || writing.desk.run(body, &[json!(place)]).as_str().unwrap_or_default().to_owned(),
        |said| expected.iter().all(|part| said.contains(part)),
    );
    for part in expected {
        assert!(said.contains(part), "{part}: {said}");
    }
}

#[test]
fn a_chart_is_seen_at_once_follows_its_table_and_prints_as_a_chart() {
    if desktop::lacks() {
        return;
    }
    let mut writing = Writing::with("results", &Options::default(), three_years);
    let desk = &writing.desk;
    desk.press("Control+End");
    desk.click(By::Css(".tools [aria-label='图表']"));
    desk.click(By::Css("dialog input[value='benefits:oee']"));
    drawn(
        &writing,
        "dialog .preview",
        &["设备综合效率：2023年 81.2，2024年 84.6，2025年 87.3，行业平均 80，行业最佳 90"],
    );
    let caption = "2023—2025年设备综合效率及行业对比";
    assert_eq!(desk.find(By::Css("dialog .caption input")).value(), caption);
    desk.click(By::Css("dialog input[value=line]"));
    drawn(&writing, "dialog .preview", &["设备综合效率行业最佳：2023年 无，2024年 无，2025年 90"]);
    desk.click(By::Css("dialog input[value=column]"));
    two_units(&writing);
    desk.click(By::Role("button", "插入"));
    writing.reads(&["P 效率提升。", &format!("C {caption}"), "P"]);
    let chart = |json: Value| json["content"][1]["attrs"].clone();
    let kept = chart(writing.json());
    assert_eq!(
        (&kept["kind"], &kept["series"], &kept["compare"]),
        (&json!("column"), &json!(["benefits:oee"]), &json!(true))
    );
    drawn(&writing, ".chart-block .canvas", &["2025年 87.3", " drawn ", "87.3"]);

    change_cell(&mut writing, "91.6");
    drawn(&writing, ".chart-block .canvas", &["2025年 91.6", " drawn ", "91.6"]);
    assert_eq!(chart(writing.json()), kept, "the chart has no figures of its own");
    prints(&writing, "91.6");
}

/// A second unit has an axis of its own; a third is refused with a word.
#[track_caller]
fn two_units(writing: &Writing) {
    let desk = &writing.desk;
    let other = |key: &str| desk.click(By::Css(&format!("dialog input[value='benefits:{key}']")));
    other("total_profit");
    drawn(
        writing,
        "dialog .preview",
        &["利润总额（万元，右轴）：2023年 618", "设备综合效率（%，左轴）", " drawn ", "万元（纵轴从600起）"],
    );
    desk.screenshot(&desktop::screenshots("chart-two-units"));
    other("labour_productivity");
    desk.find(By::Text("有3种单位"));
    desk.find(By::Css("dialog button.main:disabled"));
    other("labour_productivity");
    other("total_profit");
}

/// The package as a draft has the chart as Word draws it, with this figure in it.
#[track_caller]
fn prints(writing: &Writing, figure: &str) {
    let desk = &writing.desk;
    let to = tempfile::tempdir().expect("a folder");
    part(desk, "导出与报送");
    desk.answer_dialog([to.path()]);
    desk.click(By::Role("button", "选择文件夹"));
    desk.find(By::Text(&to.path().to_string_lossy()));
    desk.click(By::Role("button", "生成草稿材料"));
    desk.find(By::Text("材料已生成"));
    let zips = std::fs::read_dir(to.path()).expect("listed").flatten().map(|entry| entry.path());
    let zip = zips.filter(|path| path.extension().is_some_and(|end| end == "zip")).last().expect("a package");
    let document = &open_package(&zip)["典型经验.docx"];
    let charts: Vec<&String> = document
        .parts
        .keys()
        .filter(|part| part.starts_with("word/charts/") && part.ends_with(".xml"))
        .collect();
    assert_eq!(charts.len(), 1, "{:?}", document.parts.keys());
    let chart = String::from_utf8_lossy(&document.parts[charts[0]]).into_owned();
    assert!(chart.contains("<c:barChart>") && chart.contains(&format!("<c:v>{figure}</c:v>")), "{chart}");
    assert!(document.parts.keys().any(|part| part.ends_with(".xlsx")), "its figures can be edited");
    assert!(!document.parts.keys().any(|part| part.starts_with("word/media/")), "not as a picture");
}

#[test]
fn a_chart_is_changed_by_its_dialog_and_taken_away_by_undoing() {
    if desktop::lacks() {
        return;
    }
    let writing = Writing::with("results", &Options::default(), three_years);
    let desk = &writing.desk;
    desk.press("Control+End");
    desk.click(By::Css(".tools [aria-label='图表']"));
    desk.click(By::Css("dialog input[value='benefits:oee']"));
    desk.click(By::Role("button", "插入"));
    drawn(&writing, ".chart-block .canvas", &["2025年 87.3"]);
    writing.saved();
    desk.click(By::Css(".chart-block .canvas"));
    desk.click(By::Role("button", "修改图表"));
    desk.click(By::Css("dialog input[value='benefits:pass_rate']"));
    desk.click(By::Css("dialog input[value=line]"));
    desk.click(By::Role("button", "完成"));
    drawn(&writing, ".chart-block .canvas", &["产品合格率：2023年 98.1"]);
    writing.saved();
    // The kind is nothing that `saved` compares.
    let kept = patiently(|| writing.json()["content"][1]["attrs"].clone(), |kept| kept["kind"] == "line");
    assert_eq!(
        (&kept["kind"], &kept["series"]),
        (&json!("line"), &json!(["benefits:oee", "benefits:pass_rate"]))
    );
    desk.press("Control+z");
    writing.reads(&["P 效率提升。", "C 2023—2025年设备综合效率及行业对比", "P"]);
    let kind = || writing.json()["content"][1]["attrs"]["kind"].clone();
    assert_eq!(patiently(kind, |kind| kind == "column"), "column");
    desk.press("Control+z");
    writing.reads(&["P 效率提升。"]);
}
