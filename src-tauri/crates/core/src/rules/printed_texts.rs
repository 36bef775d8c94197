//! Every text of the form and of the lists around it that is printed; the 典型经验 has its passages.

use super::context::Context;
use crate::form::{Path, Product, Row, Text};

/// Is shown a text and told, if it asks, where it stands.
pub(super) type Visit<'v> = &'v mut dyn FnMut(&str, &dyn Fn() -> Path);

/// Shows every printed text outside the 典型经验, in the order of the form.
pub(super) fn each_text(context: &Context, visit: Visit) {
    let content = context.content;
    visit(&content.organization, &|| Path::root("organization"));
    page("recommendation", content.recommendation.texts(), visit);
    page("declaration", content.declaration.texts(), visit);
    page("declaration.contact", content.declaration.contact.texts(), visit);
    market(context, visit);
    benefits(context, visit);
    rows(context, "social", &content.social, visit);
    rows(context, "brand", &content.brand, visit);
    competitors(context, visit);
    for (index, item) in content.evidence.iter().enumerate() {
        visit(&item.title, &|| Path::root("evidence").index(index).key("title"));
        visit(&item.purpose, &|| Path::root("evidence").index(index).key("purpose"));
        visit(&item.note, &|| Path::root("evidence").index(index).key("note"));
    }
}

fn competitors(context: &Context, visit: Visit) {
    for (index, competitor) in context.content.competitors.iter().enumerate() {
        let root = || Path::root("competitors").index(index);
        visit(&competitor.product, &|| root().key("product"));
        visit(&competitor.name, &|| root().key("name"));
        visit(&competitor.market_share, &|| root().key("market_share"));
        visit(&competitor.strengths, &|| root().key("strengths"));
    }
}

/// The texts of a page, by their keys.
fn page<'t>(root: &str, texts: impl Iterator<Item = (&'static str, &'t Text)>, visit: Visit) {
    for (key, text) in texts {
        visit(text, &|| Path::from(root).key(key));
    }
}

fn market(context: &Context, visit: Visit) {
    let market = &context.content.market;
    for (index, product) in market.products.iter().enumerate() {
        product_cells(context, index, product, visit);
    }
    for (key, survey) in
        [("satisfaction_survey", &market.satisfaction_survey), ("loyalty_survey", &market.loyalty_survey)]
    {
        for year in context.edition.years() {
            let Some(survey) = survey.get(year) else { continue };
            visit(&survey.agency, &|| Path::root("market").key(key).key(year).key("agency"));
        }
    }
}

fn product_cells(context: &Context, index: usize, product: &Product, visit: Visit) {
    let root = || Path::root("market").key("products").index(index);
    visit(&product.name, &|| root().key("name"));
    for year in context.edition.years() {
        if let Some(share) = product.share.get(year) {
            visit(&share.domestic, &|| root().key("share").key(year).key("domestic"));
            visit(&share.international, &|| root().key("share").key(year).key("international"));
        }
        visit(product.satisfaction.text(year), &|| root().key("satisfaction").key(year));
        visit(product.loyalty.text(year), &|| root().key("loyalty").key(year));
    }
}

fn benefits(context: &Context, visit: Visit) {
    for (index, row) in context.content.benefits.iter().enumerate() {
        let root = || Path::root("benefits").index(index);
        visit(&row.name, &|| root().key("name"));
        visit(&row.unit, &|| root().key("unit"));
        for year in context.edition.years() {
            visit(row.values.text(year), &|| root().key("values").key(year));
        }
        visit(&row.industry_average, &|| root().key("industry_average"));
        visit(&row.industry_best, &|| root().key("industry_best"));
        visit(&row.rank, &|| root().key("rank"));
    }
}

fn rows(context: &Context, table: &str, rows: &[Row], visit: Visit) {
    for (index, row) in rows.iter().enumerate() {
        let root = || Path::root(table).index(index);
        visit(&row.item, &|| root().key("item"));
        for year in context.edition.years() {
            visit(row.values.text(year), &|| root().key("values").key(year));
        }
    }
}
