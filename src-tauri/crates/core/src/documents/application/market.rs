//! 顾客市场绩效统计表.

use super::page::{TITLE, page_title};
use super::tick_boxes::ticks;
use crate::documents::Sources;
use crate::documents::compose::Composer;
use crate::documents::table::{FormCell, FormRow, FormTable, Remarks, cell_paragraph};
use crate::documents::text::run;
use crate::edition::{MarketLabels, Year};
use crate::form::{ByYear, Product, Survey, SurveyMethod, Text};
use crate::ooxml::{Merge, Tick};

const COLUMNS: [usize; 9] = [1500, 860, 800, 800, 800, 800, 800, 800, 2480];
/// One of those of 市场占有率.
const SHARE: usize = COLUMNS[2];

pub(super) fn add(composer: &mut Composer, sources: &Sources) {
    let labels = &sources.edition.application.market;
    let none = Product::default();
    let mut groups: Vec<Vec<&Product>> = sources
        .content
        .market
        .products
        .chunks(labels.max_products)
        .map(|group| group.iter().collect())
        .collect();
    if groups.is_empty() {
        groups.push(Vec::new());
    }
    let last = groups.len() - 1;
    for (index, mut group) in groups.into_iter().enumerate() {
        group.resize(3, &none);
        let title = page_title(&labels.title);
        // More products than the form has columns for (如表内填不下可另加附页).
        composer.add(if index == 0 { title } else { title.run(run("（续）")) });
        let mut remarks = Remarks::default();
        let rows = rows(sources, &group, &mut remarks);
        let note = (index == last).then(|| labels.note.clone());
        composer.table(FormTable {
            alt: &labels.title,
            columns: &COLUMNS,
            even: &[(2, 8)],
            rows,
            notes: remarks.lines().chain(note).collect(),
            above: TITLE,
        });
    }
}

fn rows(sources: &Sources, products: &[&Product], remarks: &mut Remarks) -> Vec<FormRow> {
    let labels = &sources.edition.application.market;
    let market = &sources.content.market;
    let years = sources.edition.years();
    let mut rows = vec![names(labels, products), share_header(labels)];
    rows.extend(years.map(|year| share(year, products, remarks)));
    for (label, surveys, values) in [
        (&labels.satisfaction, &market.satisfaction_survey, satisfaction as Values),
        (&labels.loyalty, &market.loyalty_survey, loyalty),
    ] {
        let survey = Surveyed { label, labels, products, values, surveys };
        rows.extend(years.into_iter().enumerate().map(|(at, year)| survey.row(at, year, remarks)));
    }
    rows
}

/// What of a product was surveyed.
type Values = fn(&Product) -> &ByYear<Text>;

fn satisfaction(product: &Product) -> &ByYear<Text> {
    &product.satisfaction
}

fn loyalty(product: &Product) -> &ByYear<Text> {
    &product.loyalty
}

fn year_label(year: Year) -> FormCell {
    FormCell::number(&format!("{year}年")).unbroken(&format!("{year}年"))
}

fn names(labels: &MarketLabels, products: &[&Product]) -> FormRow {
    let mut cells = vec![FormCell::centred(&labels.products).over(2)];
    cells.extend(products.iter().map(|product| FormCell::centred(&product.name).over(2)));
    cells.push(FormCell::centred(""));
    FormRow::header(cells)
}

fn share_header(labels: &MarketLabels) -> FormRow {
    let mut cells =
        vec![FormCell::centred(&labels.share).merged(Merge::Restart), FormCell::centred(&labels.year)];
    for _ in 0..3 {
        cells.extend([FormCell::number(&labels.domestic), FormCell::number(&labels.international)]);
    }
    cells.push(FormCell::centred(&labels.not_applicable).merged(Merge::Restart));
    FormRow::of(cells)
}

fn share(year: Year, products: &[&Product], remarks: &mut Remarks) -> FormRow {
    let mut cells = vec![FormCell::continued(), year_label(year)];
    for product in products {
        let share = product.share.get(year).cloned().unwrap_or_default();
        cells.extend([&share.domestic, &share.international].map(|text| remarks.number(text, SHARE)));
    }
    cells.push(FormCell::continued());
    FormRow::of(cells)
}

/// 顾客满意度 or 顾客忠诚程度.
struct Surveyed<'a> {
    label: &'a str,
    labels: &'a MarketLabels,
    products: &'a [&'a Product],
    values: Values,
    surveys: &'a ByYear<Survey>,
}

impl Surveyed<'_> {
    fn row(&self, at: usize, year: Year, remarks: &mut Remarks) -> FormRow {
        let block = match at {
            0 => FormCell::centred(self.label).merged(Merge::Restart),
            _ => FormCell::continued(),
        };
        let mut cells = vec![block, year_label(year)];
        let values = self.products.iter().map(|product| (self.values)(product).text(year));
        cells.extend(values.map(|value| remarks.number(value, 2 * SHARE).over(2)));
        let survey = self.surveys.get(year).cloned().unwrap_or_default();
        cells.push(method(&format!("{year}年{}", self.label), self.labels, &survey));
        FormRow::of(cells)
    }
}

/// □自评 □第三方调查 调查机构名称：…
fn method(title: &str, labels: &MarketLabels, survey: &Survey) -> FormCell {
    let state = |method| if survey.method == Some(method) { Tick::Ticked } else { Tick::Unticked };
    let boxes = [
        (labels.self_assessment.as_str(), state(SurveyMethod::SelfAssessment)),
        (labels.third_party.as_str(), state(SurveyMethod::ThirdParty)),
    ];
    let ticks = ticks(title, "survey", &boxes);
    let agency = format!("{}{}", labels.agency, survey.agency);
    let boxes = format!("□{}　□{}", labels.self_assessment, labels.third_party);
    FormCell::of(vec![ticks, cell_paragraph().run(run(&agency))], &format!("{boxes}\n{agency}"))
        .unbroken(&boxes)
}
