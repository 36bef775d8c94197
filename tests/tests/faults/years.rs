//! Faults in the three-year data, Y001–Y021.

use super::{Fault, fault, sample};
use serde_json::{Value::Null, json};

/// One a rule, and one a severity where a rule has two.
pub fn faults() -> Vec<Fault> {
    let mut faults = market();
    faults.extend(cells());
    faults.extend(industry());
    faults.extend(lists());
    faults
}

fn market() -> Vec<Fault> {
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
        fault("Y001", "error market.products[0].name", sample().set("market.products[0].name", "")),
        fault(
            "Y002",
            "error market.products[1].loyalty.2024",
            sample().set("market.products[1].loyalty.2024", ""),
        ),
        fault(
            "Y002",
            "warning market.products[1].loyalty.2024",
            sample().set("market.products[1].loyalty.2024", "/"),
        ),
        fault(
            "Y003",
            "error market.products[0].share.2023.international",
            sample().set("market.products[0].share.2023.international", "约2.1"),
        ),
        fault(
            "Y004",
            "error market.products[0].satisfaction.2023",
            sample().set("market.products[0].satisfaction.2023", "102.5"),
        ),
        fault("Y004", "warning market.products[1].share.2024.domestic", over),
        fault("Y012", "warning market.products[0].share", same),
        fault(
            "Y015",
            "error market.satisfaction_survey.2024.method",
            sample().set("market.satisfaction_survey.2024.method", Null),
        ),
        fault(
            "Y016",
            "error market.satisfaction_survey.2025.agency",
            sample().set("market.satisfaction_survey.2025.agency", ""),
        ),
    ]
}

fn cells() -> Vec<Fault> {
    vec![
        fault("Y002", "error benefits[3].values.2024", sample().set("benefits[3].values.2024", "")),
        fault("Y002", "warning benefits[3].values.2024", sample().set("benefits[3].values.2024", "—")),
        fault("Y003", "error benefits[3].values.2024", sample().set("benefits[3].values.2024", "≥1.7")),
        fault("Y005", "warning benefits[9].values.2023", sample().set("benefits[9].values.2023", "1.18")),
        fault("Y006", "error benefits[2].values.2024", sample().set("benefits[2].values.2024", "-15860")),
        fault("Y013", "warning benefits[2].values.2024", sample().set("benefits[2].values.2024", "163951"))
            .also(&["warning Y005 benefits[2].values.2024"]),
        fault("Y014", "warning benefits", sample().remove("benefits", 0)),
        fault("Y021", "warning benefits[0].values.2022", sample().set("benefits[0].values.2022", "180000")),
    ]
}

fn industry() -> Vec<Fault> {
    vec![
        fault("Y007", "warning benefits[3].industry_best", sample().set("benefits[3].industry_best", "")),
        fault("Y008", "error benefits[3].rank", sample().set("benefits[3].rank", "第2")),
        fault("Y009", "warning benefits[4].industry_best", sample().set("benefits[4].industry_best", "20")),
        fault("Y010", "warning benefits[4].rank", sample().set("benefits[4].rank", "1")),
        fault(
            "Y011",
            "warning benefits[4].values.2025",
            sample().set("benefits[4].industry_average", "37.5"),
        ),
    ]
}

fn lists() -> Vec<Fault> {
    let blank = json!({ "2023": "", "2024": "", "2025": "" });
    vec![
        fault("Y017", "error social[0]", sample().set("social[0].values", blank.clone())),
        fault("Y017", "warning social[0].values.2023", sample().set("social[0].values.2023", "")),
        fault("Y017", "error brand[2]", sample().set("brand[2].values", blank)),
        fault("Y018", "error competitors", sample().set("competitors", json!([]))),
        fault("Y019", "error competitors[0].strengths", sample().set("competitors[0].strengths", "")),
        fault(
            "Y020",
            "warning competitors[0].market_share",
            sample().set("competitors[0].market_share", "86.6%"),
        ),
    ]
}
