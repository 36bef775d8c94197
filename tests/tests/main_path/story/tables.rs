//! The three-year tables: typed cell by cell, pasted from Excel, rows added and removed.

use super::super::stage::{part, shows, stored};
use super::Story;
use super::pen::at;
use end_to_end::desktop::By;
use serde_json::{Value, json};

const YEARS: [&str; 3] = ["2023", "2024", "2025"];

impl Story<'_> {
    /// Each product down its columns, as one goes on with Enter; then how the figures were found.
    pub fn market(&mut self) {
        part(self.desk, "顾客市场绩效统计表");
        for product in 0..2 {
            self.product(&format!("market.products[{product}]"));
        }
        self.checks.changed("Y001", "Y015×2");
        for year in YEARS {
            self.surveyed(&format!("market.satisfaction_survey.{year}"), "第三方调查");
            let agency = format!("market.satisfaction_survey.{year}.agency");
            let field = format!("label{} input", at(&agency));
            self.desk.type_into(By::Css(&field), self.text(&agency));
            self.surveyed(&format!("market.loyalty_survey.{year}"), "自评");
        }
        self.checks.gone("Y015×2");
    }

    fn product(&self, product: &str) {
        let domestic = YEARS.map(|year| format!("{product}.share.{year}.domestic"));
        let satisfaction = YEARS.map(|year| format!("{product}.satisfaction.{year}"));
        let loyalty = YEARS.map(|year| format!("{product}.loyalty.{year}"));
        let name = format!("{product}.name");
        let first = [&name].into_iter().chain(&domestic).chain(&satisfaction).chain(&loyalty);
        self.down(first);
        self.down(&YEARS.map(|year| format!("{product}.share.{year}.international")));
    }

    /// Types down a column, from the cell of the first place on.
    fn down<'p>(&self, places: impl IntoIterator<Item = &'p String>) {
        let places: Vec<&String> = places.into_iter().collect();
        let texts = places.iter().map(|place| format!("{}\n", self.text(place)));
        self.desk.click(By::Css(&format!("td{}", at(places[0]))));
        self.desk.type_keys(&texts.collect::<String>());
        for place in places {
            shows(self.desk, &format!("td{}", at(place)), self.text(place));
        }
    }

    fn surveyed(&self, survey: &str, way: &str) {
        self.among(&format!("td{} label", at(survey)), way).click();
    }

    /// The ten indicators of the form as one block from Excel; one of the user's own, typed.
    pub fn benefits(&mut self) {
        part(self.desk, "经济和质量效益统计表");
        let rows: Vec<Vec<&str>> = (0..10).map(|row| self.indicator(row)).collect();
        self.pastes_cells(&rows, "benefits[0].values.2023");
        shows(self.desk, "td[data-path='benefits[9].rank']", self.text("benefits[9].rank"));
        self.checks.gone("Y002");
        self.desk.click(By::Role("button", "添加指标"));
        let mut own = vec![self.text("benefits[10].name"), self.text("benefits[10].unit")];
        own.extend(self.indicator(10));
        self.desk.type_keys(&own.join("\t"));
        self.desk.click(By::Role("button", "本行"));
        self.desk.click(By::Role("menuitemradio", "数值越低越好"));
        stored(&self.path, "/benefits/10", self.value("benefits[10]"));
        self.checks.gone("");
    }

    /// The values of a row, from the first year to the rank.
    fn indicator(&self, row: usize) -> Vec<&str> {
        let of = |field: &str| self.text(&format!("benefits[{row}].{field}"));
        let years = YEARS.map(|year| of(&format!("values.{year}")));
        years.into_iter().chain(["industry_average", "industry_best", "rank"].map(of)).collect()
    }

    /// Texts by year: one typed, the others pasted.
    pub fn social_and_brand(&mut self) {
        for (table, title, come) in
            [("social", "社会效益统计表", "V014"), ("brand", "品牌影响与创新成果统计表", "")]
        {
            part(self.desk, title);
            self.desk.type_into(By::Css(&format!("td[data-path='{table}[0].values.2023']")), {
                self.text(&format!("{table}[0].values.2023"))
            });
            let row = |row| YEARS.map(|year| self.text(&format!("{table}[{row}].values.{year}"))).to_vec();
            let rows: Vec<Vec<&str>> = (0..3).map(row).collect();
            self.pastes_cells(&rows, &format!("{table}[0].values.2023"));
            self.checks.changed("Y017", come);
        }
    }

    /// Rows typed one below the other; one removed and taken back.
    pub fn competitors(&mut self) {
        part(self.desk, "主要竞争对手和标杆名录");
        let count = self.value("competitors").as_array().expect("rows").len();
        for row in 0..count {
            let fields = ["product", "name", "market_share", "strengths"];
            let texts = fields.map(|field| self.text(&format!("competitors[{row}].{field}")));
            // A new row stands at the end of those that are filled in.
            self.desk.click(By::Role("button", "添加行"));
            self.desk.type_keys(&texts.join("\t"));
            stored(&self.path, &format!("/competitors/{row}"), self.value(&format!("competitors[{row}]")));
        }
        self.checks.gone("Y018");
        self.remove_and_undo();
        self.checks.gone("");
    }

    fn remove_and_undo(&self) {
        let name = self.text("competitors[1].name");
        self.desk.click(By::Css("td[data-path='competitors[1].name']"));
        self.desk.press("Control+Shift+-");
        self.desk.find(By::Text(&format!("已删除“{name}”，可按 Ctrl+Z 撤销")));
        let mut left: Vec<Value> = self.value("competitors").as_array().expect("rows").clone();
        left.remove(1);
        stored(&self.path, "/competitors", &json!(left));
        shows(self.desk, "td[data-path='competitors[1].name']", self.text("competitors[2].name"));
        self.desk.press("Control+z");
        stored(&self.path, "/competitors", self.value("competitors"));
        shows(self.desk, "td[data-path='competitors[1].name']", name);
    }
}
