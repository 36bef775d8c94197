//! The documents laid out as Word would: no torn number, no note alone, no wrong page in a table of contents.
//!
//! LibreOffice does it, with fonts of Word's metrics: `BIAOGAN_WORD_FONTS` names the folder that `pages/fonts.py`
//! filled. They are no part of what the other tests need, so that this one is passed over without them, in CI too.

use end_to_end::sample;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the fonts, if this machine can lay out documents.
fn fonts() -> Option<PathBuf> {
    let fonts = std::env::var_os("BIAOGAN_WORD_FONTS").map(PathBuf::from);
    let starts = |program: &str, argument| Command::new(program).arg(argument).output().is_ok();
    fonts.filter(|_| starts("soffice", "--version") && starts("pdftotext", "-v"))
}

/// Measures the documents of these contents.
fn check(contents: &[Value]) {
    let Some(fonts) = fonts() else {
        return eprintln!("passed over: pages, for want of LibreOffice or BIAOGAN_WORD_FONTS");
    };
    let exported: Vec<_> = contents.iter().map(sample::export).collect();
    let documents = exported.iter().flat_map(|one| {
        let folder = one.folder.path().join("documents");
        let file = std::fs::File::open(&one.zip).unwrap();
        zip::ZipArchive::new(file).unwrap().extract(&folder).unwrap();
        one.documents.keys().map(move |name| folder.join(name)).collect::<Vec<_>>()
    });
    let faults = measured(&fonts, documents);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What `measure.py` says of these documents.
fn measured(fonts: &Path, documents: impl Iterator<Item = PathBuf>) -> Vec<String> {
    let output = script("measure.py").arg(fonts).args(documents).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.success(), said.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    said.lines().map(str::to_owned).collect()
}

fn script(name: &str) -> Command {
    let mut command = Command::new("python3");
    command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("pages").join(name));
    command
}

fn application(trade: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("applications").join(trade).with_extension("json");
    let mut content: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    // Its files are not at hand: those of the sample stand for them.
    let files = ["发明专利证书.jpg", "经济效益证明.jpg", "零缺陷管控模式框架图.png"];
    let attachments = content["attachments"].as_object_mut().unwrap();
    for (attachment, file) in attachments.values_mut().zip(files.into_iter().cycle()) {
        attachment["name"] = json!(file);
    }
    content["signed_pages"] = json!({});
    content
}

#[test]
fn the_sample_and_six_trades_have_sound_pages() {
    let trades = ["automotive", "coatings", "compressors", "electronics", "food", "looms"];
    let contents: Vec<Value> =
        std::iter::once(sample::content()).chain(trades.into_iter().map(application)).collect();
    check(&contents);
}

/// As much as anybody would type: long names, reasons in every cell, numbers of 14 characters, wide tables.
fn extreme() -> Value {
    let mut content = application("automotive");
    let years = ["2023", "2024", "2025"];
    let by_year =
        |value: Value| -> Value { years.iter().map(|year| (year.to_string(), value.clone())).collect() };
    let reason = "—（2024年3月投产，尚无完整年度的数据，按行业协会口径不作统计）";
    content["organization"] =
        json!("浙江虚屿高端智能装备与新能源汽车核心零部件精密制造集团股份有限公司杭州湾分公司（总部）");
    content["declaration"]["contact"]["email"] = json!("quality.management.department@xuyu-precision.com.cn");
    let product = |number: usize| {
        json!({ "name": format!("新能源汽车电驱动系统高速低噪声长寿命深沟球轴承单元及配套密封组件第{number}代"),
            "share": by_year(json!({ "domestic": "28.9%", "international": reason })),
            "satisfaction": by_year(json!(reason)), "loyalty": by_year(json!("1234567890.1")) })
    };
    content["market"]["products"] = (1..=3).map(product).collect();
    let indicator = |number: usize| {
        json!({ "key": format!("own{number}"), "name": format!("第{number}项经济和质量效益指标（含税口径）"),
            "unit": "万元/人·年", "values": by_year(json!("123,456,789.01")), "industry_average": "98,765,432.109",
            "industry_best": "987,654,321.09", "rank": "3/1286" })
    };
    content["benefits"] = (1..=26).map(indicator).collect();
    let rate = |row: &mut Value, name: &str, unit: &str, values: [&str; 3], best: &str| {
        row["name"] = json!(name);
        row["unit"] = json!(unit);
        row["values"] =
            years.iter().zip(values).map(|(year, value)| (year.to_string(), json!(value))).collect();
        row["industry_average"] = json!("");
        row["industry_best"] = json!(best);
    };
    rate(&mut content["benefits"][24], "一次交验合格率", "%", ["98.62", "99.10", "99.47"], "99.60");
    rate(&mut content["benefits"][25], "返修工时", "小时", ["618", "560", "500"], "5120");
    let strengths = "该企业布局较早，产品谱系完整，材料与热处理工艺积累深厚，批次一致性好。".repeat(14);
    let competitor = |number: usize| json!({ "product": format!("第{}代", number / 4), "name": format!("国际知名轴承制造集团第{number}事业部"), "market_share": "12.345%", "strengths": strengths });
    content["competitors"] = (0..8).map(competitor).collect();
    let text = |text: String| json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] });
    let cell = |kind: &str, value: String| json!({ "type": kind, "attrs": { "colspan": 1, "rowspan": 1 }, "content": [text(value)] });
    let row = |cells: Vec<Value>| json!({ "type": "tableRow", "content": cells });
    let mut rows = vec![row((1..=12).map(|at| cell("tableHeader", format!("指标{at}（万元）"))).collect())];
    rows.extend((1..=60).map(|line| {
        row((1..=12).map(|at| cell("tableCell", format!("{},{}.08", line * at, 100 + line))).collect())
    }));
    let table =
        json!({ "type": "table", "attrs": { "id": "wide", "caption": "十二列的表" }, "content": rows });
    let heading = |level: u8, title: &str| json!({ "type": "heading", "attrs": { "level": level }, "content": [{ "type": "text", "text": title }] });
    let blocks = content["experience"]["process"]["content"].as_array_mut().unwrap();
    blocks.extend(charts());
    let figure = blocks.iter().find(|block| block["type"] == "figure").cloned().unwrap();
    blocks.extend(in_a_row(&figure));
    blocks.extend([
        table,
        heading(2, "表后小节"),
        heading(3, "0.22μm精度"),
        text("图后正文，逐行说明。".repeat(60)),
    ]);
    content["evidence"] = of_all_shapes(content["evidence"].as_array().unwrap());
    content
}

/// Charts of two units, of six series and of twelve, with long names and a giant value.
fn charts() -> [Value; 7] {
    let chart = |number: usize, kind: &str, compare: bool, series: &[&str]| {
        json!({ "type": "chart", "attrs": { "id": format!("x{number}"), "caption": format!("第{number}张图表"),
            "kind": kind, "series": series, "compare": compare } })
    };
    let shares = ["share:0:domestic", "share:1:domestic", "share:2:domestic"];
    let own: Vec<String> = (1..=6).map(|number| format!("benefits:own{number}")).collect();
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    [
        chart(1, "column", true, &["benefits:own24", "benefits:own25"]),
        chart(2, "line", true, &["benefits:own25", "benefits:own26"]),
        chart(3, "column", false, &["benefits:own26", "benefits:own25"]),
        chart(4, "column", false, &own),
        chart(5, "line", true, &own[..4]),
        chart(6, "line", false, &shares),
        chart(7, "column", true, &["benefits:own26"]),
    ]
}

/// Twelve figures one below the other.
fn in_a_row(figure: &Value) -> Vec<Value> {
    let figure = |number: usize| {
        let mut figure = figure.clone();
        figure["attrs"]["id"] = json!(format!("y{number}"));
        figure["attrs"]["caption"] = json!(format!("连续的第{number}张图"));
        figure["attrs"]["width"] = json!(30 + 5 * number);
        figure
    };
    (1..=12).map(figure).collect()
}

/// Sixty items, upright, turned and upside down, with notes and without.
fn of_all_shapes(items: &[Value]) -> Value {
    let item = |number: usize| {
        let mut item = items[number % items.len()].clone();
        let file = item["files"][0].as_str().unwrap().to_owned();
        let note = if number.is_multiple_of(3) {
            "原件存质量部档案室，复印件与原件一致。".repeat(4)
        } else {
            String::new()
        };
        item["id"] = json!(format!("e{number}"));
        item["title"] =
            json!(format!("第{number}件材料：新能源汽车电驱动轴承关键特性测试与认证报告（含附页）"));
        item["rotation"] = json!({ file: 90 * (number % 4) });
        item["note"] = json!(note);
        item
    };
    (1..=60).map(item).collect()
}

#[test]
fn an_extreme_application_has_sound_pages() {
    check(&[extreme()]);
}

#[test]
fn each_fault_of_a_page_is_found_where_it_is() {
    let Some(fonts) = fonts() else {
        return eprintln!("passed over: pages, for want of LibreOffice or BIAOGAN_WORD_FONTS");
    };
    let folder = tempfile::tempdir().unwrap();
    let output = script("doctored.py").arg(folder.path()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let cases = String::from_utf8(output.stdout).unwrap();
    let cases: Vec<(&str, &str)> = cases.lines().map(|line| line.split_once('\t').unwrap()).collect();
    assert!(cases.len() >= 7);
    let faults = measured(&fonts, cases.iter().map(|(path, _)| path.into()));
    for (path, said) in &cases {
        let own: Vec<&String> = faults.iter().filter(|fault| fault.starts_with(path)).collect();
        // Each has its fault and no other.
        assert!(!own.is_empty() && own.iter().all(|fault| fault.contains(said)), "{path}: {own:?}");
    }
}
