//! The tables as a workbook for the finance department and back: through openpyxl, through LibreOffice.

use end_to_end::sample::done;
use end_to_end::{needs, python};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// A folder with the sample as `d.biaogan` and its workbook as `填报表.xlsx`.
struct Folder(TempDir);

impl Folder {
    fn new() -> Folder {
        let folder = Folder(tempfile::tempdir().unwrap());
        done(&["demo", &folder.at("d.biaogan")]);
        done(&["xlsx", &folder.at("d.biaogan"), "--to", &folder.at("填报表.xlsx")]);
        folder
    }

    fn at(&self, name: &str) -> String {
        self.0.path().join(name).to_string_lossy().into_owned()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        end_to_end::biaogan().current_dir(self.0.path()).args(arguments).output().unwrap()
    }

    fn printed(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn content(&self) -> Value {
        serde_json::from_str(&self.printed(&["show", "d.biaogan"])).unwrap()
    }

    /// What filling the draft from a workbook says, and its exit status.
    fn fill(&self, name: &str, more: &[&str]) -> (Value, Option<i32>) {
        let output = self.run(&[&["fill", "d.biaogan", name, "--json"], more].concat());
        let said = String::from_utf8_lossy(&output.stderr);
        (serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{said}")), output.status.code())
    }

    /// The workbook filled in by openpyxl, as `to`; `None` without one.
    fn filled(&self, to: &str, orders: Value) -> Option<()> {
        let python = needs::or_passed_over(python::with(&["openpyxl"]), "filling a workbook", "openpyxl")?;
        let names = [self.at("填报表.xlsx"), self.at(to)];
        let output =
            Command::new(python).arg(tool()).arg("fill").args(names).arg(orders.to_string()).output();
        let output = output.unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Some(())
    }

    /// The workbook as LibreOffice saves it in another format, `None` without one.
    fn saved_again(&self, name: &str, extension: &str) -> Option<String> {
        let profile = format!("-env:UserInstallation=file://{}", self.at("profile"));
        let to = self.at("again");
        let arguments =
            [profile.as_str(), "--headless", "--convert-to", extension, "--outdir", &to, &self.at(name)];
        let output = Command::new("soffice").args(arguments).output().ok();
        let file = PathBuf::from(&to).join(name).with_extension(extension.split(':').next()?);
        let found = output.filter(|_| file.exists()).map(|_| file.to_string_lossy().into_owned());
        needs::or_passed_over(found, "a workbook saved again", "LibreOffice Calc")
    }
}

fn tool() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("validate/tools/workbook.py")
}

fn benefits() -> &'static str {
    "经济和质量效益统计表"
}

#[test]
fn a_workbook_has_a_sheet_a_table_as_printed() {
    let folder = Folder::new();
    let Some(python) = needs::or_passed_over(python::with(&["openpyxl"]), "reading a workbook", "openpyxl")
    else {
        return;
    };
    let output = Command::new(python).arg(tool()).arg("read").arg(folder.at("填报表.xlsx")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let sheets: Value = serde_json::from_slice(&output.stdout).unwrap();
    let names: Vec<&String> = sheets.as_object().unwrap().keys().collect();
    let expected = [
        "说明",
        "顾客市场绩效统计表",
        benefits(),
        "社会效益统计表",
        "品牌影响与创新成果统计表",
        "主要竞争对手和标杆名录",
    ];
    assert_eq!(names, expected);
    let rows = sheets[benefits()]["rows"].as_array().unwrap();
    let heads = [
        "序号",
        "项目",
        "单位",
        "2023年",
        "2024年",
        "2025年",
        "2025年行业平均水平",
        "2025年行业最佳水平",
        "2025年本组织名次",
    ];
    assert_eq!(rows[1], json!(heads));
    let content = folder.content();
    for (row, of) in rows[2..].iter().zip(content["benefits"].as_array().unwrap()) {
        let expected = ["2023", "2024", "2025"].map(|year| of["values"][year].clone());
        assert_eq!(row.as_array().unwrap()[3..6], expected);
    }
    for name in &expected[1..] {
        assert_eq!(sheets[name]["locked"], true, "{name}");
        assert!(sheets[name]["rules"].as_u64() > Some(0), "{name} colours what is wrong");
    }
    assert!(sheets[expected[1]]["lists"].to_string().contains("自评,第三方调查"));
    let open = sheets[benefits()]["open"].to_string();
    assert!(open.contains("\"D3\"") && !open.contains("\"B3\""), "values are open, labels locked: {open}");
}

#[test]
fn what_openpyxl_fills_in_comes_to_its_place() {
    let folder = Folder::new();
    let before = folder.content();
    let last = before["benefits"].as_array().unwrap().len() + 2;
    let orders = json!([
        { "sheet": benefits(), "label": "产品合格率", "head": "2025年", "value": 0.9912, "format": "0.00%" },
        { "sheet": benefits(), "label": "利润总额", "head": "2024年", "value": 16001.5, "format": "#,##0.00" },
        { "sheet": benefits(), "label": "资产总额", "head": "2023年", "value": "98.50" },
        { "sheet": benefits(), "label": "设备综合效率", "head": "2023年", "value": "=D3/2" },
        { "sheet": benefits(), "label": "质量损失率", "head": "2024年", "value": "大约一成" },
        { "sheet": benefits(), "sort": [3, last] },
        { "sheet": benefits(), "row": last + 1, "add": [12, "返工工时", "小时", "30", "20", "10"] },
        { "sheet": benefits(), "rename": "财务填" }
    ]);
    let Some(()) = folder.filled("填好.xlsx", orders) else { return };
    let (foreseen, status) = folder.fill("填好.xlsx", &["--dry-run"]);
    assert_eq!((status, &folder.content()), (Some(1), &before), "a preview changes nothing");
    let (report, _) = folder.fill("填好.xlsx", &[]);
    assert_eq!(report, foreseen);
    let told: Vec<String> = report["unread"].as_array().unwrap().iter().map(Value::to_string).collect();
    assert!(told.len() == 2 && told.iter().all(|line| line.contains("财务填")), "{told:?}");
    assert!(told.iter().any(|line| line.contains("不是数字")), "{told:?}");
    assert!(told.iter().any(|line| line.contains("没有算出")), "{told:?}");
    let after = folder.content();
    let row = |name: &str| {
        let rows = after["benefits"].as_array().unwrap();
        rows.iter().find(|row| row["name"] == name).unwrap_or_else(|| panic!("{name}")).clone()
    };
    assert_eq!(row("产品合格率")["values"]["2025"], "99.12");
    assert_eq!(row("利润总额")["values"]["2024"], "16001.50");
    assert_eq!(row("资产总额")["values"]["2023"], "98.50");
    assert_eq!(row("返工工时")["values"], json!({ "2023": "30", "2024": "20", "2025": "10" }));
    assert_eq!(row("返工工时")["unit"], "小时");
    let steps = folder.printed(&["history", "d.biaogan"]);
    assert_eq!(steps.matches("修改 1 次\t经济和质量效益统计表").count(), 1, "{steps}");
}

#[test]
fn an_untouched_workbook_changes_nothing_whoever_saved_it() {
    let folder = Folder::new();
    let before = folder.content();
    let untouched = |name: &str| {
        let (report, status) = folder.fill(name, &[]);
        assert_eq!(
            (status, &report),
            (Some(0), &json!({ "changes": [], "kept": [], "unread": [] })),
            "{name}"
        );
        assert_eq!(folder.content(), before);
    };
    untouched("填报表.xlsx");
    if folder.filled("openpyxl.xlsx", json!([])).is_some() {
        untouched("openpyxl.xlsx");
    }
    for extension in ["xlsx:Calc MS Excel 2007 XML", "xls:MS Excel 97"] {
        let Some(file) = folder.saved_again("填报表.xlsx", extension) else { return };
        untouched(&file);
    }
    let et = folder.at("wps.et");
    fs::copy(folder.at("again/填报表.xls"), &et).unwrap();
    untouched(&et);
}

#[test]
fn formulas_come_by_what_libreoffice_made_of_them() {
    let folder = Folder::new();
    let orders = json!([
        { "sheet": benefits(), "label": "产品合格率", "head": "2025年", "value": "=0.99+0.0012", "format": "0.00%" }
    ]);
    if folder.filled("公式.xlsx", orders).is_none() {
        return;
    }
    for extension in ["xlsx:Calc MS Excel 2007 XML", "xls:MS Excel 97"] {
        let Some(file) = folder.saved_again("公式.xlsx", extension) else { return };
        let (report, status) = folder.fill(&file, &["--dry-run"]);
        assert_eq!((status, &report["changes"][0]["after"]), (Some(0), &json!("99.12")), "{report:#}");
    }
}

#[test]
fn a_file_that_is_no_workbook_is_refused_in_one_line() {
    let folder = Folder::new();
    fs::write(folder.at("a.xlsx"), "没有").unwrap();
    let refused = |arguments: &[&str], expected: &str| {
        let output = folder.run(arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!((output.status.code(), said.lines().count()), (Some(2), 1), "{said}");
        assert!(said.contains(expected), "{said}");
    };
    refused(&["fill", "d.biaogan", "a.xlsx"], "a.xlsx：不是Excel或WPS的工作簿");
    refused(&["fill", "d.biaogan", "b.xlsx"], "b.xlsx：找不到文件");
    refused(&["xlsx", "d.biaogan", "--to", "填报表.xlsx"], "文件已存在");
}
