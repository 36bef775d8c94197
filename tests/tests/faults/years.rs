//! Faults in the three-year data, Y001–Y022.

use super::obeying::{right, set};
use super::{Fault, fault, sample};
use end_to_end::case::Case;
use serde_json::{Value::Null, json};

/// One a rule, and one a severity where a rule has two.
pub fn faults() -> Vec<Fault> {
    let mut faults = market();
    faults.extend(shares());
    faults.extend(cells());
    faults.extend(profit());
    faults.extend(industry());
    faults.extend(texts());
    faults.extend(competitors());
    faults
}

const NOT_APPLICABLE: &str = "不适用的填“/”并写明原因";

fn market() -> Vec<Fault> {
    let survey = "market.satisfaction_survey";
    vec![
        fault("Y001", "error market.products[0].name", sample().set("market.products[0].name", ""))
            .obeyed("请填写产品或服务名称", right("market.products[0].name")),
        fault(
            "Y002",
            "error market.products[1].loyalty.2024",
            sample().set("market.products[1].loyalty.2024", ""),
        )
        .obeyed(NOT_APPLICABLE, set("market.products[1].loyalty.2024", "/（2025年3月投产）")),
        fault(
            "Y002",
            "warning market.products[1].loyalty.2024",
            sample().set("market.products[1].loyalty.2024", "/"),
        )
        .obeyed(
            "请在括号里写明，如“/（2024年投产）”",
            set("market.products[1].loyalty.2024", "/（2024年投产）"),
        ),
        fault(
            "Y003",
            "error market.products[0].share.2023.international",
            sample().set("market.products[0].share.2023.international", "约2.1"),
        )
        .obeyed("请只填数字", set("market.products[0].share.2023.international", "2.1")),
        fault(
            "Y015",
            "error market.satisfaction_survey.2024.method",
            sample().set(&format!("{survey}.2024.method"), Null),
        )
        .obeyed("请选“自评”或“第三方调查”", set("market.satisfaction_survey.2024.method", "self")),
        fault(
            "Y016",
            "error market.satisfaction_survey.2025.agency",
            sample().set(&format!("{survey}.2025.agency"), ""),
        )
        .obeyed("请填写调查机构名称", right("market.satisfaction_survey.2025.agency")),
    ]
}

fn shares() -> Vec<Fault> {
    let share = |product: usize, year: u16| format!("market.products[{product}].share.{year}.domestic");
    let one_name = sample().set("market.products[1].name", "汽车轮毂轴承单元");
    let over = [
        (0, 2023, "30"),
        (1, 2023, "31"),
        (0, 2024, "40"),
        (1, 2024, "61"),
        (0, 2025, "50"),
        (1, 2025, "49"),
    ];
    let over = over
        .into_iter()
        .fold(one_name, |case, (product, year, typed)| case.set(&share(product, year), typed));
    let same = [2023, 2024, 2025].into_iter().fold(sample(), |case, year| {
        case.set(&format!("market.products[0].share.{year}.international"), "2.5")
    });
    vec![
        fault(
            "Y004",
            "error market.products[0].satisfaction.2023",
            sample().set("market.products[0].satisfaction.2023", "102.5"),
        )
        .obeyed("“102.5”不在0至100之间：请改为", right("market.products[0].satisfaction.2023")),
        fault("Y004", "warning market.products[1].share.2024.domestic", over)
            .obeyed("（40%、61%）合计101%", set("market.products[1].share.2024.domestic", "51")),
        fault("Y012", "warning market.products[0].share", same)
            .obeyed("改正复制后漏改的数值", right("market.products[0].share")),
    ]
}

fn cells() -> Vec<Fault> {
    let path = "benefits[3].values.2024";
    let earlier =
        |case: Case, _: &str| case.set("benefits[0].values", sample().json["benefits"][0]["values"].clone());
    vec![
        fault("Y002", "error benefits[3].values.2024", sample().set(path, ""))
            .obeyed("请填写", right("benefits[3].values.2024")),
        fault("Y002", "warning benefits[3].values.2024", sample().set(path, "—"))
            .obeyed("请在括号里写明", set("benefits[3].values.2024", "—（2024年停产改造）")),
        fault("Y003", "error benefits[3].values.2024", sample().set(path, "≥1.7"))
            .obeyed("不带单位和“≥”", set("benefits[3].values.2024", "1.7")),
        fault("Y005", "warning benefits[9].values.2023", sample().set("benefits[9].values.2023", "1.18"))
            .also(&["warning C014 social[2].values.2023"])
            .obeyed(
                "与2024年的“0.106”相差五倍以上：请核对单位和小数点",
                set("benefits[9].values.2023", "0.118"),
            ),
        fault("Y014", "warning benefits", sample().remove("benefits", 0))
            .obeyed("没有资产总额：请加一行", |case, _| {
                case.set("benefits[10]", sample().json["benefits"][0].clone())
            }),
        fault("Y021", "warning benefits[0].values.2022", sample().set("benefits[0].values.2022", "180000"))
            .obeyed("请移到正确的年度或删去", earlier),
        fault("Y022", "error benefits[2].unit", sample().set("benefits[2].unit", ""))
            .obeyed("请补上", right("benefits[2].unit")),
    ]
}

fn profit() -> Vec<Fault> {
    let path = "benefits[2].values.2024";
    vec![
        fault("Y006", "error benefits[2].values.2024", sample().set(path, "-15860")).obeyed(
            "请核对数值和正负号；有亏损的，请先与推荐单位联系",
            set("benefits[2].values.2024", "15860"),
        ),
        fault("Y013", "warning benefits[2].values.2024", sample().set(path, "163951"))
            .also(&["warning Y005 benefits[2].values.2024"])
            .obeyed("改正有误的数值", right("benefits[2].values.2024")),
    ]
}

fn industry() -> Vec<Fault> {
    let swapped =
        sample().set("benefits[6].industry_best", "1.50").set("benefits[6].industry_average", "0.58");
    vec![
        fault("Y007", "warning benefits[3].industry_best", sample().set("benefits[3].industry_best", ""))
            .obeyed("查不到的填“/”", set("benefits[3].industry_best", "/")),
        fault("Y008", "error benefits[3].rank", sample().set("benefits[3].rank", "第2"))
            .obeyed("请填正整数", set("benefits[3].rank", "2")),
        fault("Y009", "warning benefits[4].industry_best", sample().set("benefits[4].industry_best", "20"))
            .obeyed("填反的请对调", set("benefits[4].industry_best", "39.8")),
        fault("Y009", "warning benefits[6].industry_best", swapped)
            .also(&["warning Y011 benefits[6].values.2025"])
            .obeyed("填反的请对调", |case, _| {
                case.set("benefits[6].industry_best", "0.58").set("benefits[6].industry_average", "1.50")
            }),
        fault("Y010", "warning benefits[4].rank", sample().set("benefits[4].rank", "1"))
            .obeyed("改正名次", set("benefits[4].rank", "2")),
        fault(
            "Y011",
            "warning benefits[4].values.2025",
            sample().set("benefits[4].industry_average", "37.5"),
        )
        .obeyed("37.2低于行业平均37.5：请核对数值和口径", right("benefits[4].industry_average")),
        fault(
            "Y011",
            "warning benefits[8].values.2025",
            sample().set("benefits[8].industry_average", "0.16"),
        )
        .obeyed("0.17高于行业平均0.16：请核对数值和口径", right("benefits[8].industry_average")),
    ]
}

fn texts() -> Vec<Fault> {
    let blank = json!({ "2023": "", "2024": "", "2025": "" });
    vec![
        fault("Y017", "error social[0]", sample().set("social[0].values", blank.clone()))
            .obeyed("不适用的请删去这一项", |case, _| case.remove("social", 0)),
        fault("Y017", "warning social[0].values.2023", sample().set("social[0].values.2023", ""))
            .obeyed("没有的填“/”", set("social[0].values.2023", "/")),
        fault("Y017", "error brand[2]", sample().set("brand[2].values", blank))
            .obeyed("请填写", right("brand[2].values")),
    ]
}

fn competitors() -> Vec<Fault> {
    vec![
        fault("Y018", "error competitors", sample().set("competitors", json!([])))
            .obeyed("请按主要产品列出竞争对手或标杆及其优势", right("competitors")),
        fault("Y019", "error competitors[0].strengths", sample().set("competitors[0].strengths", ""))
            .obeyed("请填写", right("competitors[0].strengths")),
        fault("Y019", "error competitors[0].name", sample().set("competitors[0].name", ""))
            .obeyed("不用的行请删去", |case, _| case.remove("competitors", 0)),
        fault(
            "Y020",
            "warning competitors[0].market_share",
            sample().set("competitors[0].market_share", "86.6%"),
        )
        .obeyed("（86.6%、13.5%）合计100.1%", set("competitors[0].market_share", "16.8%")),
    ]
}
