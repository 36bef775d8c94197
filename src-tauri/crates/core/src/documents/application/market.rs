//! 顾客市场绩效统计表.

use super::page::{note, page_title};
use super::tick_boxes::ticks;
use crate::documents::Sources;
use crate::documents::compose::Composer;
use crate::documents::table::{FormCell, FormRow, cell_paragraph};
use crate::documents::text::run;
use crate::edition::{MarketLabels, Year};
use crate::form::{ByYear, Product, Survey, SurveyMethod, Text};
use crate::ooxml::{Merge, Tick};

const COLUMNS: [usize; 9] = [1440, 920, 680, 680, 680, 680, 680, 680, 2405];

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
    for (index, mut group) in groups.into_iter().enumerate() {
        group.resize(3, &none);
        let title = page_title(&labels.title);
        // More products than the form has columns for (如表内填不下可另加附页).
        composer.add(if index == 0 { title } else { title.run(run("（续）")) });
        let rows = rows(sources, &group);
        composer.table(&labels.title, &COLUMNS, rows);
    }
    composer.add(note(&labels.note));
}

fn rows(sources: &Sources, products: &[&Product]) -> Vec<FormRow> {
    let labels = &sources.edition.application.market;
    let market = &sources.content.market;
    let years = sources.edition.years();
    let mut rows = vec![names(labels, products), share_header(labels)];
    rows.extend(years.map(|year| share(year, products)));
    rows.extend(surveyed(
        &labels.satisfaction,
        labels,
        years,
        products,
        satisfaction,
        &market.satisfaction_survey,
    ));
    rows.extend(surveyed(&labels.loyalty, labels, years, products, loyalty, &market.loyalty_survey));
    rows
}

fn satisfaction(product: &Product) -> &ByYear<Text> {
    &product.satisfaction
}

fn loyalty(product: &Product) -> &ByYear<Text> {
    &product.loyalty
}

fn year_label(year: Year) -> FormCell {
    FormCell::centred(&format!("{year}年"))
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
        cells.extend([FormCell::centred(&labels.domestic), FormCell::centred(&labels.international)]);
    }
    cells.push(FormCell::centred(&labels.not_applicable).merged(Merge::Restart));
    FormRow::of(cells)
}

fn share(year: Year, products: &[&Product]) -> FormRow {
    let mut cells = vec![FormCell::continued(), year_label(year)];
    for product in products {
        let share = product.share.get(year).cloned().unwrap_or_default();
        cells.extend([FormCell::centred(&share.domestic), FormCell::centred(&share.international)]);
    }
    cells.push(FormCell::continued());
    FormRow::of(cells)
}

fn surveyed(
    label: &str,
    labels: &MarketLabels,
    years: [Year; 3],
    products: &[&Product],
    values: fn(&Product) -> &ByYear<Text>,
    surveys: &ByYear<Survey>,
) -> Vec<FormRow> {
    let row = |(index, year): (usize, Year)| {
        let block =
            if index == 0 { FormCell::centred(label).merged(Merge::Restart) } else { FormCell::continued() };
        let mut cells = vec![block, year_label(year)];
        cells.extend(products.iter().map(|product| FormCell::centred(values(product).text(year)).over(2)));
        let survey = surveys.get(year).cloned().unwrap_or_default();
        cells.push(method(&format!("{year}年{label}"), labels, &survey));
        FormRow::of(cells)
    };
    years.into_iter().enumerate().map(row).collect()
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
    FormCell::of(vec![ticks, cell_paragraph().run(run(&agency))], &format!("□\n{agency}"))
}
