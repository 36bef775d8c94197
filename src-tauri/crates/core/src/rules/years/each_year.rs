//! Every rule over the three years looks at each of them: a fault in any year alone is found there and nowhere else.

use crate::rules::fixture::{Case, application};
use serde_json::{Value, json};

const YEARS: [&str; 3] = ["2023", "2024", "2025"];

/// Where each kind of series keeps the value of a year.
const SERIES: [&str; 5] = [
    "market.products[1].share.YEAR.domestic",
    "market.products[1].share.YEAR.international",
    "market.products[1].satisfaction.YEAR",
    "market.products[1].loyalty.YEAR",
    "benefits[7].values.YEAR",
];

/// Writes `value` at `path` with each year for `YEAR`; the rule finds just that.
#[track_caller]
fn check(rule: &'static str, severity: &str, path: &str, value: impl Into<Value>) {
    let value = value.into();
    for path in YEARS.map(|year| path.replace("YEAR", year)) {
        Case::of(rule).set(&path, value.clone()).expect(&[&format!("{severity} {path}")]);
    }
}

#[test]
fn every_series_is_filled_in_in_each_year() {
    for path in SERIES {
        check("Y002", "error", path, "");
        check("Y002", "warning", path, "/");
    }
}

#[test]
fn every_series_holds_numbers_in_each_year() {
    for path in SERIES {
        check("Y003", "error", path, "约5");
        check("Y004", "error", path, "100.1");
        check("Y004", "error", path, "-0.1");
    }
}

#[test]
fn every_series_keeps_its_size_in_each_year() {
    for path in SERIES.map(|path| path.replace("market.products[1]", "market.products[0]")) {
        check("Y005", "warning", &path, "0.01");
    }
}

#[test]
fn a_year_that_differs_ends_a_constant_series() {
    for path in SERIES {
        let same =
            YEARS.iter().fold(Case::of("Y012"), |case, year| case.set(&path.replace("YEAR", year), "5"));
        assert_eq!(same.findings().len(), 1, "{path}");
        for other in YEARS {
            let year = |case: Case, year: &&str| {
                case.set(&path.replace("YEAR", year), if *year == other { "6" } else { "5" })
            };
            YEARS.iter().fold(Case::of("Y012"), year).expect(&[]);
        }
    }
}

#[test]
fn products_of_one_name_share_the_market_of_each_year() {
    for year in YEARS {
        let path = format!("market.products[0].share.{year}.domestic");
        let alike = Case::of("Y004").set("market.products[1].name", "智能水表");
        alike.set(&path, "99").expect(&[&format!("warning {path}")]);
    }
}

#[test]
fn profit_is_made_and_stays_within_revenue_in_each_year() {
    for loss in ["0", "-1", "－0.5"] {
        check("Y006", "error", "benefits[2].values.YEAR", loss);
    }
    check("Y013", "warning", "benefits[2].values.YEAR", "34500.1");
}

#[test]
fn a_value_in_any_year_makes_a_row_that_is_compared() {
    for year in YEARS {
        let row = json!({ "key": "own1", "name": "返工工时", "unit": "小时", "values": { year: "3" } });
        Case::of("Y007").set("benefits[10]", row).expect(&["warning benefits[10]"]);
    }
    let empty = json!({ "key": "own1", "name": "返工工时", "unit": "小时", "values": { "2022": "3" } });
    Case::of("Y007").set("benefits[10]", empty).expect(&[]);
}

#[test]
fn only_the_last_year_is_compared_with_the_industry() {
    for (year, is_last) in YEARS.into_iter().zip([false, false, true]) {
        let path = format!("benefits[5].values.{year}");
        let found: Vec<String> = is_last.then(|| format!("warning {path}")).into_iter().collect();
        let found: Vec<&str> = found.iter().map(String::as_str).collect();
        Case::of("Y011").set(&path, "60").expect(&found);
        // Better than the best of the industry, which is 86.0, in this year alone.
        let first = Case::of("Y010").set("benefits[5].rank", "1").set(&path, "90");
        first.expect(if is_last { &[] } else { &["warning benefits[5].rank"] });
    }
}

#[test]
fn each_year_of_both_surveys_says_how_it_was_made_and_by_whom() {
    for survey in ["satisfaction_survey", "loyalty_survey"] {
        check("Y015", "error", &format!("market.{survey}.YEAR.method"), Value::Null);
        for path in YEARS.map(|year| format!("market.{survey}.{year}")) {
            let unnamed = json!({ "method": "third_party", "agency": "" });
            Case::of("Y016").set(&path, unnamed).expect(&[&format!("error {path}.agency")]);
        }
    }
}

#[test]
fn each_year_of_every_row_of_text_says_something() {
    for table in ["social", "brand"] {
        check("Y017", "warning", &format!("{table}[1].values.YEAR"), " ");
    }
}

#[test]
fn a_product_with_one_value_in_any_year_is_no_blank_column() {
    for series in SERIES.iter().filter(|path| path.starts_with("market")) {
        for year in YEARS {
            let path = series.replace("products[1]", "products[2]").replace("YEAR", year);
            let place = &path["market.products[2].".len()..];
            let value = place.split('.').rev().fold(json!("5"), |value, key| json!({ key: value }));
            let message = ["第3种“主导产品/服务”没有名称"];
            Case::of("Y001").set("market.products[2]", value).expect_message(&message);
        }
    }
}

#[test]
fn a_value_of_any_year_but_the_three_is_stray() {
    for year in ["2022", "2026"] {
        for path in ["satisfaction", "loyalty"].map(|key| format!("market.products[1].{key}.{year}")) {
            Case::of("Y021").set(&path, "5").expect(&[&format!("warning {path}")]);
        }
        for side in ["domestic", "international"] {
            let path = format!("market.products[1].share.{year}");
            Case::of("Y021").set(&path, json!({ side: "5" })).expect(&[&format!("warning {path}")]);
        }
        for path in ["benefits[9]", "social[1]", "brand[1]"].map(|row| format!("{row}.values.{year}")) {
            Case::of("Y021").set(&path, "5").expect(&[&format!("warning {path}")]);
        }
    }
}

#[test]
fn the_figures_bound_each_other_in_each_year() {
    check("C005", "warning", "benefits[3].values.YEAR", "0.50");
    check("C007", "warning", "benefits[8].values.YEAR", "2.5");
}

#[test]
fn the_last_year_alone_gives_productivity_and_size() {
    for (year, is_last) in YEARS.into_iter().zip([false, false, true]) {
        let path = format!("benefits[4].values.{year}");
        let found: Vec<String> = is_last.then(|| format!("warning {path}")).into_iter().collect();
        let found: Vec<&str> = found.iter().map(String::as_str).collect();
        Case::of("C004").set(&path, "2510").expect(&found);
        let revenue = Case::of("C006").set(&format!("benefits[1].values.{year}"), "1000");
        revenue.expect(if is_last { &["warning declaration.organization_size"] } else { &[] });
    }
}

#[test]
fn reports_cover_each_year() {
    for (item, category) in [(1, "satisfaction"), (2, "loyalty"), (4, "financial")] {
        assert_eq!(application()["evidence"][item]["category"], category);
        for missing in YEARS {
            let years: Vec<_> = YEARS.into_iter().filter(|year| *year != missing).collect();
            let path = format!("evidence[{item}].years");
            let case = || Case::of("V011").set(&path, json!(years));
            case().expect(&[&format!("warning {path}")]);
            case().expect_message(&[&format!("没有覆盖{missing}年")]);
        }
    }
}

#[test]
fn environmental_figures_of_any_year_have_their_proof() {
    for year in YEARS {
        let none = json!({ "2023": "达标排放。", "2024": "达标排放。", "2025": "达标排放。" });
        let case = Case::of("V014").set("evidence[5].category", "other").set("social[1].values", none);
        case.set(&format!("social[1].values.{year}"), "废水回用率60%。").expect(&["warning evidence"]);
    }
}

#[test]
fn the_results_name_each_of_the_three_years() {
    let all = "合格率2023年98.90%，2024年99.20%，2025年99.50%。";
    Case::of("N011").paragraphs("results", &[all]).expect(&[]);
    for year in YEARS {
        let text = all.replace(&format!("{year}年"), "上年");
        Case::of("N011").paragraphs("results", &[&text]).expect(&["warning experience.results"]);
    }
}
