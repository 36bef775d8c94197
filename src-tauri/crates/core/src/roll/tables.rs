//! The three-year tables and the 主要竞争对手和标杆名录.

use super::rolling::Rolling;
use crate::form::{ByYear, Indicator, Path, Product, Row, Share, Survey, SurveyMethod, Text, Year};
use std::mem::take;

impl Rolling<'_> {
    pub(super) fn tables(&mut self) {
        let mut products = take(&mut self.content.market.products);
        products.iter_mut().enumerate().for_each(|(index, product)| self.product(index, product));
        self.content.market.products = products;
        self.surveys();
        let mut benefits = take(&mut self.content.benefits);
        benefits.iter_mut().enumerate().for_each(|(index, row)| self.indicator(index, row));
        self.content.benefits = benefits;
        let (mut social, mut brand) = (take(&mut self.content.social), take(&mut self.content.brand));
        for (key, rows) in [("social", &mut social), ("brand", &mut brand)] {
            for (index, Row { item, values }) in rows.iter_mut().enumerate() {
                self.texts(Path::root(key).index(index).key("values"), item, "", values);
            }
        }
        (self.content.social, self.content.brand) = (social, brand);
        self.competitors();
    }

    fn product(&mut self, index: usize, product: &mut Product) {
        let root = Path::root("market").key("products").index(index);
        let labels = &self.to.application.market;
        let Product { name, share, satisfaction, loyalty } = product;
        for (year, Share { domestic, international }) in self.kept(share) {
            let path = root.key("share").key(year);
            let label = |side: &str| format!("{year}年{side}{}", labels.share);
            self.years_value(year, path.key("domestic"), name, label(&labels.domestic), &domestic);
            self.years_value(
                year,
                path.key("international"),
                name,
                label(&labels.international),
                &international,
            );
        }
        self.texts(root.key("satisfaction"), name, &labels.satisfaction, satisfaction);
        self.texts(root.key("loyalty"), name, &labels.loyalty, loyalty);
    }

    fn surveys(&mut self) {
        let labels = &self.to.application.market;
        let market = &mut self.content.market;
        let (mut satisfaction, mut loyalty) =
            (take(&mut market.satisfaction_survey), take(&mut market.loyalty_survey));
        for (key, label, surveys) in [
            ("satisfaction_survey", &labels.satisfaction, &mut satisfaction),
            ("loyalty_survey", &labels.loyalty, &mut loyalty),
        ] {
            for (year, Survey { method, agency }) in self.kept(surveys) {
                let path = Path::root("market").key(key).key(year);
                let method = match method {
                    Some(SurveyMethod::SelfAssessment) => labels.self_assessment.as_str(),
                    Some(SurveyMethod::ThirdParty) => &labels.third_party,
                    None => "",
                };
                self.years_value(year, path.key("method"), "", format!("{year}年{label}调查方式"), method);
                self.years_value(year, path.key("agency"), "", format!("{year}年{label}调查机构"), &agency);
            }
        }
        (self.content.market.satisfaction_survey, self.content.market.loyalty_survey) =
            (satisfaction, loyalty);
    }

    /// The comparison is with the last of the three years, so it is of another year now.
    fn indicator(&mut self, index: usize, row: &mut Indicator) {
        let root = Path::root("benefits").index(index);
        self.texts(root.key("values"), &row.name, "", &mut row.values);
        if self.from.last_year() == self.to.last_year() {
            return;
        }
        let labels = &self.from.application.benefits;
        for (key, label, cell) in [
            ("industry_average", &labels.industry_average, &mut row.industry_average),
            ("industry_best", &labels.industry_best, &mut row.industry_best),
            ("rank", &labels.rank, &mut row.rank),
        ] {
            self.emptied(root.key(key), &row.name, label, &take(cell));
        }
    }

    fn competitors(&mut self) {
        let labels = &self.to.application.competitors;
        for (index, row) in self.content.competitors.clone().iter().enumerate() {
            let root = Path::root("competitors").index(index);
            self.carried(root.key("product"), &row.name, &labels.product, &row.product);
            self.carried(root.key("name"), &row.name, &labels.name, &row.name);
            self.carried_text(root.key("market_share"), &row.name, &labels.market_share, &row.market_share);
            let strengths = labels.strengths.lines().next().unwrap_or_default();
            self.carried_text(root.key("strengths"), &row.name, strengths, &row.strengths);
        }
    }

    /// Texts by year: those printed stay, the others go.
    fn texts(&mut self, root: Path, row: &str, label: &str, values: &mut ByYear<Text>) {
        for (year, value) in self.kept(values) {
            self.years_value(year, root.key(year), row, format!("{year}年{label}"), &value);
        }
    }

    /// Leaves the years that the new form prints, and gives all that were there.
    fn kept<T: Clone>(&self, values: &mut ByYear<T>) -> Vec<(Year, T)> {
        let all: Vec<(Year, T)> = values.iter().map(|(year, value)| (year, value.clone())).collect();
        *values = all.iter().filter(|(year, _)| self.prints(*year)).cloned().collect();
        all
    }

    fn years_value(&mut self, year: Year, path: Path, row: &str, label: String, value: &str) {
        if self.prints(year) {
            self.carried(path, row, label, value);
        } else {
            self.dropped(path, row, label, value);
        }
    }
}
