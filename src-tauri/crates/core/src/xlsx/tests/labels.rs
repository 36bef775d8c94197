//! Values find their places by labels and years.

use super::{check, check_unread, content, fill, sheet};
use crate::xlsx::names::tests::COMPARED;

const HEADS: &[&str] =
    &["序号", "项目", "单位", "2023年", "2024年", "2025年", "行业平均水平", "行业最佳", "名次"];

/// The first line is no table's, and no figure stands in it.
const ANYWHERE: &[&[&str]] = &[
    &["某某公司财务部", "", ""],
    &["指标名称", "2025年度", "计量单位", "2023年", "2024年（实际）"],
    &["产品合格率", "99.60", "%", "99.12", "99.35"],
    &["2、利润总额（万元）", "20,330", "", "12411", "15860"],
];

#[test]
fn rows_and_columns_may_stand_anywhere() {
    check(
        sheet("Sheet1", ANYWHERE),
        &[
            ("经济和质量效益统计表 利润总额 2023年", "2150", "12411"),
            ("经济和质量效益统计表 利润总额 2024年", "2610", "15860"),
            ("经济和质量效益统计表 利润总额 2025年", "3180", "20330"),
            ("经济和质量效益统计表 产品合格率 2023年", "98.90", "99.12"),
            ("经济和质量效益统计表 产品合格率 2024年", "99.20", "99.35"),
            ("经济和质量效益统计表 产品合格率 2025年", "99.50", "99.60"),
        ],
    );
}

#[test]
fn a_row_that_the_draft_lacks_is_added() {
    let rows: &[&[&str]] = &[HEADS, &["1", "返工工时（小时）", "", "30", "20", "10", "", "", ""]];
    let (after, report) = fill(sheet("表", rows));
    let row = after.benefits.last().expect("a row");
    assert_eq!((&*row.name, &*row.unit), ("返工工时", "小时"), "{report}");
    assert!(row.key.starts_with("own"));
    assert_eq!(row.values.text("2024".parse().expect("a year")), "20");
    assert!(report.unread.is_empty(), "{report}");
}

#[test]
fn texts_are_told_apart_by_their_titles_or_their_rows() {
    let rows: &[&[&str]] = &[
        &["项目", "2023年", "2024年", "2025年"],
        &["降低环境污染方面的情况", "", "", "挥发性有机物排放量11吨"],
    ];
    let (after, report) = fill(sheet("环保", rows));
    assert!(report.unread.is_empty(), "{report}");
    let row = after.social.iter().find(|row| row.item == "降低环境污染方面的情况").expect("the row");
    assert_eq!(row.values.text("2025".parse().expect("a year")), "挥发性有机物排放量11吨");
}

#[test]
fn what_is_empty_stays_and_is_told() {
    let rows: &[&[&str]] =
        &[&["项目", "单位", "2023年", "2024年", "2025年"], &["利润总额", "万元", "", "", ""]];
    let (after, report) = fill(sheet("表", rows));
    assert_eq!(after, content());
    assert_eq!(report.kept.len(), 3, "{report}");
}

#[test]
fn what_is_not_understood_changes_nothing_and_is_told() {
    let row = |values: [&'static str; 3]| -> Vec<&'static str> {
        ["1", "产品合格率", "%"].into_iter().chain(values).collect()
    };
    let with = |head: &'static [&'static str], values| {
        let row = row(values);
        sheet("财务", &[head, &row])
    };
    check_unread(with(HEADS, ["约99", "", ""]), "D2", "不是数字");
    const LAST_YEAR: &[&str] = &["序号", "项目", "单位", "2022年", "2024年", "2025年"];
    check_unread(
        with(LAST_YEAR, ["99.1", "", ""]),
        "",
        "D列标题“2022年”不是要填的年度（2023、2024、2025年）",
    );
    const REMARK: &[&str] = &["序号", "项目", "单位", "备注", "2024年", "2025年"];
    check_unread(
        with(REMARK, ["待核", "", ""]),
        "",
        "D列标题“备注”不认识，是要填的年度请改回“2023年”；1格没有读",
    );
    check_unread(sheet("财务", &[HEADS, &["1", "", "%", "99"]]), "D2", "没有名称");
    check_unread(sheet("杂项", &[&["甲", "乙"], &["1", "2"]]), "", "没有认得的申报表格");
}

#[test]
fn a_name_that_stands_twice_is_read_once() {
    let rows: &[&[&str]] = &[HEADS, &["", "利润总额", "万元", "1"], &["", "利润总额", "万元", "2"]];
    let (after, report) = fill(sheet("表", rows));
    let row = after.benefits.iter().find(|row| row.key == "total_profit").expect("the row");
    assert_eq!(row.values.text("2023".parse().expect("a year")), "1");
    let told: Vec<&str> = report.unread.iter().map(|unread| &*unread.text).collect();
    assert_eq!(told, ["利润总额", "万元", "2"], "without its number: {report}");
    assert!(report.unread[0].reason.contains("只读了第一次"), "{report}");
}

#[test]
fn a_head_that_is_not_known_is_told_once() {
    const HEAD: &[&str] = &["项目", "单位", "前年", "2022年", "2024年"];
    let rows: &[&[&str]] =
        &[HEAD, &["产品合格率", "%", "99", "98", "99.1"], &["利润总额", "万元", "12", "11", "13"]];
    let (_, report) = fill(sheet("财务", rows));
    let told: Vec<&str> = report.unread.iter().map(|unread| &*unread.reason).collect();
    assert_eq!(told.len(), 2, "{report}");
    assert!(told.iter().any(|line| line.contains("C列标题“前年”不认识") && line.ends_with("2格没有读")));
    assert!(told.iter().any(|line| line.contains("D列标题“2022年”不是要填的年度")), "{report}");
}

#[test]
fn a_name_and_a_column_with_different_units_are_not_read() {
    let rows: &[&[&str]] = &[HEADS, &["", "利润总额（元）", "万元", "1", "2", "3", "", "", ""]];
    check_unread(sheet("表", rows), "B2", "名称里的单位“元”与单位列的“万元”不一致");
}

#[test]
fn figures_that_stay_in_another_unit_are_told() {
    let rows: &[&[&str]] = &[HEADS, &["", "利润总额", "元", "124110000", "", "", "", "", ""]];
    let (_, report) = fill(sheet("表", rows));
    let told = report.unread.iter().find(|unread| unread.cell == "C2").expect("the unit is told");
    assert!(told.reason.contains("单位由“万元”改成了这个，而2024年、2025年"), "{report}");
}

#[test]
fn products_are_found_by_the_names_above_them() {
    let product = content().market.products[0].name.to_string();
    let rows: &[&[&str]] = &[
        &["主导产品/服务", "", &product, "", "新产品", ""],
        &["市场占有率", "年度", "国内", "国际", "国内", "国际"],
        &["市场占有率", "2025年", "55.5", "6.50", "1.2", ""],
        &["顾客满意度", "2025年", "99.1", "", "88", ""],
        &["顾客满意度", "2022年", "7", "", "", ""],
    ];
    let (after, report) = fill(sheet("市场", rows));
    let year = "2025".parse().expect("a year");
    let share = after.market.products[0].share.get(year).expect("a share");
    assert_eq!((&*share.domestic, &*share.international), ("55.5", "6.50"), "{report}");
    assert_eq!(after.market.products[0].satisfaction.text(year), "99.1");
    let new = after.market.products.last().expect("a product");
    assert_eq!((&*new.name, new.satisfaction.text(year)), ("新产品", "88"));
    assert_eq!(report.unread.len(), 1, "{report}");
    assert!(report.unread[0].cell == "C5" && report.unread[0].reason.contains("2022年"), "{report}");
}

#[test]
fn a_sheet_may_hold_several_tables_and_heads_of_two_rows() {
    let rows: &[&[&str]] = &[
        &["项目", "单位", "2024年", "2025年", "2025年"],
        &["", "", "实际", "实际", "行业平均水平"],
        &["利润总额", "万元", "2611", "3180", "900"],
        &["竞争对手名称", "市场份额"],
        &["虚江仪表股份有限公司", "12.9%"],
    ];
    let (after, report) = fill(sheet("表", rows));
    assert!(report.unread.is_empty(), "{report}");
    let row = after.benefits.iter().find(|row| row.key == "total_profit").expect("the row");
    assert_eq!((row.values.text("2024".parse().expect("a year")), &*row.industry_average), ("2611", "900"));
    assert_eq!(after.competitors[0].market_share, "12.9%");
}

/// How many names are compared while a sheet with so many new rows is read.
fn compared(rows: usize) -> usize {
    let names: Vec<String> = (1..=rows).map(|number| format!("指标{number}")).collect();
    let lines: Vec<Vec<&str>> = names.iter().map(|name| vec!["", name, "%", "1", "2", "3"]).collect();
    let lines: Vec<&[&str]> = std::iter::once(HEADS).chain(lines.iter().map(|line| &line[..])).collect();
    COMPARED.set(0);
    let (after, report) = fill(sheet("表", &lines));
    assert_eq!(after.benefits.len(), content().benefits.len() + rows);
    assert!(report.unread.is_empty(), "{report}");
    COMPARED.get()
}

#[test]
fn twice_as_many_rows_are_twice_the_work() {
    let (few, many) = (compared(100), compared(200));
    assert!(many < few * 9 / 4, "{few} {many}");
}
