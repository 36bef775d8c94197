//! The rows of the tables, and what else of the form a paper proves.

use super::provable::{Provable, proven};
use crate::form::EvidenceCategory::{self, *};
use crate::form::{ByYear, Content, Path, Row, Text};
use crate::rules::Context;
use serde_json::{Value, json};

/// Words in the name of a row, and the categories that prove it; the first of them counts.
const PROVED_BY: [(&[&str], &[EvidenceCategory]); 5] = [
    (&["环境", "环保", "污染", "资源", "能耗", "排放"], &[Environment]),
    (&["科技成果"], &[Innovation]),
    (&["专利", "标准", "著作权", "论文"], &[Patent, Innovation]),
    (&["荣誉", "获奖"], &[Honor]),
    (&["资产", "收入", "利润", "产值", "成本", "税", "劳动生产率"], &[Financial]),
];

/// What the rows are found in again.
pub(super) fn json(content: &Content) -> Value {
    let Content { market, benefits, social, brand, .. } = content;
    json!({ "market": market, "benefits": benefits, "social": social, "brand": brand })
}

/// Every row that has a name, in the order of the form.
pub(super) fn all(context: &Context) -> Vec<Provable> {
    let mut rows = Rows { context, json: json(context.content), all: Vec::new() };
    rows.declared();
    rows.products();
    for (index, row) in context.content.benefits.iter().enumerate() {
        let is_filled = context.edition.years().iter().any(|year| !row.values.text(*year).trim().is_empty());
        let money = if row.unit.contains('元') { &[Financial][..] } else { &[] };
        let by = proved_by(&row.name).unwrap_or(money);
        rows.add(Path::root("benefits").index(index), &row.name, by, is_filled);
    }
    rows.texts("social", &context.content.social);
    rows.texts("brand", &context.content.brand);
    rows.all
}

struct Rows<'c, 'a> {
    context: &'c Context<'a>,
    json: Value,
    all: Vec<Provable>,
}

impl Rows<'_, '_> {
    fn add(&mut self, path: Path, words: &str, proved_by: &[EvidenceCategory], is_filled: bool) {
        if words.trim().is_empty() {
            return;
        }
        self.all.push(Provable {
            proven: proven(&path, words.trim(), &self.json),
            place: path.sheet(self.context.edition).to_owned(),
            kind: "数据",
            sentence: words.trim().to_owned(),
            proved_by: proved_by.to_vec(),
            is_filled,
            path,
        });
    }

    /// What is said of the organisation beside the tables.
    fn declared(&mut self) {
        let content = self.context.content;
        let certified = content.declaration.iso9001 == Some(true);
        self.add("declaration.iso9001".into(), "通过ISO 9001质量管理体系认证", &[Iso9001], certified);
        let qualification = &content.qualification;
        let level = format!("制造业质量管理能力评价等级：{}", qualification.capability_level.trim());
        let path = "qualification.capability_level".into();
        self.add(
            path,
            level.trim_end_matches('：'),
            &[CapabilityLevel],
            !qualification.capability_level.is_blank(),
        );
        let path = "qualification.provincial_benchmark_year".into();
        let year = qualification.provincial_benchmark_year;
        self.add(path, "评为省级质量标杆", &[ProvincialBenchmark], year.is_some());
    }

    fn products(&mut self) {
        let labels = &self.context.edition.application.market;
        for (index, product) in self.context.content.market.products.iter().enumerate() {
            let path = Path::root("market").key("products").index(index);
            let years = self.context.edition.years();
            let filled =
                |values: &ByYear<Text>| years.iter().any(|year| !values.text(*year).trim().is_empty());
            let share = years.iter().filter_map(|year| product.share.get(*year));
            let has_share =
                share.into_iter().any(|share| !share.domestic.is_blank() || !share.international.is_blank());
            let name = product.name.trim();
            for (key, label, by, is_filled) in [
                ("share", &labels.share, &[][..], has_share),
                ("satisfaction", &labels.satisfaction, &[Satisfaction], filled(&product.satisfaction)),
                ("loyalty", &labels.loyalty, &[Loyalty], filled(&product.loyalty)),
            ] {
                let words = if name.is_empty() { String::new() } else { format!("{name}的{label}") };
                self.add(path.key(key), &words, by, is_filled);
            }
        }
    }

    fn texts(&mut self, table: &str, rows: &[Row]) {
        for (index, row) in rows.iter().enumerate() {
            let years = self.context.edition.years();
            let is_filled = years.iter().any(|year| !row.values.text(*year).trim().is_empty());
            let by = proved_by(&row.item).unwrap_or_default();
            self.add(Path::root(table).index(index), &row.item, by, is_filled);
        }
    }
}

fn proved_by(name: &str) -> Option<&'static [EvidenceCategory]> {
    let named = |words: &[&str]| words.iter().any(|word| name.contains(word));
    PROVED_BY.iter().find(|(words, _)| named(words)).map(|(_, categories)| *categories)
}
