//! The number series of the three-year tables.

use super::indicator::better;
use crate::edition::Edition;
use crate::form::{Better, Content, Indicator, Path, Product};
use crate::number::{self, NumberCell};
use crate::text::half_width;
use rust_decimal::Decimal;

/// Three years of one measure, as typed.
#[derive(Debug, Clone)]
pub struct YearSeries<'a> {
    /// What is measured.
    pub measure: Measure<'a>,
    /// Where it stands: `benefits[2].values`, `market.products[0].share`.
    pub root: Path,
    /// What it is called in messages: `利润总额`, `“智能水表”的顾客满意度`.
    pub label: String,
    /// How charts refer to it: `benefits:oee`, `share:0:domestic`.
    pub source: String,
    /// The product that is measured, as charts name it: `智能水表`; empty for an indicator.
    pub product: String,
    /// What is measured of it: `顾客满意度`, or the indicator: `利润总额`.
    pub measured: String,
    /// What was typed for the three years, oldest first.
    pub typed: [&'a str; 3],
}

/// What a [`YearSeries`] measures.
#[derive(Debug, Clone, Copy)]
pub enum Measure<'a> {
    /// 市场占有率 国内 of a product.
    DomesticShare(&'a Product),
    /// 市场占有率 国际 of a product.
    InternationalShare(&'a Product),
    /// 顾客满意度 of a product.
    Satisfaction(&'a Product),
    /// 顾客忠诚程度 of a product.
    Loyalty(&'a Product),
    /// A row of the 经济和质量效益统计表.
    Benefit(&'a Indicator),
}

/// Indicators in percent that may well lie outside 0–100.
const UNBOUNDED: &[&str] = &[
    "增长",
    "增速",
    "增幅",
    "同比",
    "环比",
    "提升率",
    "下降率",
    "回报率",
    "收益率",
    "利润率",
    "毛利率",
    "完成率",
    "达成率",
    "产销率",
    "负债率",
    "利用率",
    "保值",
    "产能",
    "提高率",
    "变化率",
    "幅度",
    "降幅",
    "降低率",
    "增值",
    "比率",
    "投入产出",
];

impl YearSeries<'_> {
    /// The path of the cell of a year, given as its place among the three.
    pub fn path(&self, edition: &Edition, place: usize) -> Path {
        let year = self.root.key(edition.years()[place]);
        match self.measure {
            Measure::DomesticShare(_) => year.key("domestic"),
            Measure::InternationalShare(_) => year.key("international"),
            _ => year,
        }
    }

    /// Its unit, `%` for shares.
    pub fn unit(&self) -> &str {
        match self.measure {
            Measure::DomesticShare(_) | Measure::InternationalShare(_) => "%",
            Measure::Satisfaction(_) | Measure::Loyalty(_) => "",
            Measure::Benefit(row) => row.unit.trim(),
        }
    }

    /// 行业平均 and 行业最佳 of the last year, where numbers are given.
    pub fn industry(&self) -> [Option<Decimal>; 2] {
        let Measure::Benefit(row) = self.measure else { return [None, None] };
        [&row.industry_average, &row.industry_best].map(|level| number::parse(level))
    }

    /// The numbers of the three years; none where a cell holds none.
    pub fn numbers(&self) -> [Option<Decimal>; 3] {
        self.typed.map(number::parse)
    }

    /// Whether the cell of a year is blank.
    pub fn is_blank(&self) -> bool {
        self.typed.iter().all(|typed| NumberCell::read(typed) == NumberCell::Empty)
    }

    /// Whether its values are percentages of a whole: 0 to 100.
    pub fn is_percentage(&self) -> bool {
        let Measure::Benefit(row) = self.measure else { return true };
        in_percent(row) && !UNBOUNDED.iter().any(|word| row.name.contains(word))
    }

    /// Which way is better, if either is; shares, satisfaction and loyalty are better higher.
    pub fn better(&self, edition: &Edition) -> Option<Better> {
        match self.measure {
            Measure::Benefit(row) => better(row, edition),
            _ => Some(Better::Higher),
        }
    }
}

fn in_percent(row: &Indicator) -> bool {
    let unit = half_width(row.unit.trim());
    unit == "%" || unit == "百分比" || (unit.is_empty() && row.name.ends_with("率（%）"))
}

/// Every series of the content: the products', then the indicators'.
pub fn year_series<'a>(content: &'a Content, edition: &Edition) -> Vec<YearSeries<'a>> {
    let products = content.market.products.iter().enumerate();
    let mut series: Vec<YearSeries> =
        products.flat_map(|(index, product)| of_product(edition, index, product)).collect();
    for (index, row) in content.benefits.iter().enumerate() {
        series.push(YearSeries {
            measure: Measure::Benefit(row),
            root: Path::root("benefits").index(index).key("values"),
            label: row_label(index, row),
            source: format!("benefits:{}", row.key),
            product: String::new(),
            measured: row_label(index, row),
            typed: edition.years().map(|year| row.values.text(year)),
        });
    }
    series
}

/// What a row of the 经济和质量效益统计表 is called in messages.
pub(super) fn row_label(index: usize, row: &Indicator) -> String {
    if row.name.is_blank() { format!("第{}行", index + 1) } else { row.name.trim().to_owned() }
}

/// What a product is called in messages.
pub(super) fn product_label(index: usize, product: &Product) -> String {
    let name = product_name(index, product);
    if product.name.is_blank() { name } else { format!("“{name}”") }
}

fn product_name(index: usize, product: &Product) -> String {
    if product.name.is_blank() { format!("产品{}", index + 1) } else { product.name.trim().to_owned() }
}

fn of_product<'a>(edition: &Edition, index: usize, product: &'a Product) -> [YearSeries<'a>; 4] {
    let years = edition.years();
    let root = Path::root("market").key("products").index(index);
    let name = product_label(index, product);
    let share = |year| product.share.get(year);
    let series = |measure, key: &str, measured: &str, typed| YearSeries {
        measure,
        root: root.key(key),
        label: format!("{name}的{measured}"),
        source: format!("{key}:{index}"),
        product: product_name(index, product),
        measured: measured.to_owned(),
        typed,
    };
    let shares = |measure, side: &str, measured: &str, typed| YearSeries {
        source: format!("share:{index}:{side}"),
        ..series(measure, "share", measured, typed)
    };
    [
        shares(
            Measure::DomesticShare(product),
            "domestic",
            "国内市场占有率",
            years.map(|year| share(year).map_or("", |share| share.domestic.as_str())),
        ),
        shares(
            Measure::InternationalShare(product),
            "international",
            "国际市场占有率",
            years.map(|year| share(year).map_or("", |share| share.international.as_str())),
        ),
        series(
            Measure::Satisfaction(product),
            "satisfaction",
            "顾客满意度",
            years.map(|year| product.satisfaction.text(year)),
        ),
        series(
            Measure::Loyalty(product),
            "loyalty",
            "顾客忠诚程度",
            years.map(|year| product.loyalty.text(year)),
        ),
    ]
}
