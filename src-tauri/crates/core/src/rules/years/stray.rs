//! Values that would not print.

use crate::form::{ByYear, Path, Text, Year};
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const STRAY: Rule = Rule {
    id: "Y021",
    severity: Severity::Warning,
    title: "有不打印年度的数据",
    explanation: "申报表只打印申报当年之前连续三年的数据。其他年度的数据会保留但不打印，多半是年度填错，或是往年草稿留下的；\
                  请移到正确的年度，不再需要的可以删去。",
    clause: "附件1 填报说明3",
    check: stray,
};

fn stray(context: &Context, findings: &mut Findings) {
    let labels = &context.edition.application;
    let content = context.content;
    report(context, "market", &labels.market.title, of_market(context), findings);
    let benefits = content.benefits.iter().enumerate();
    let benefits = benefits
        .flat_map(|(index, row)| texts(context, row_values("benefits", index), &row.values))
        .collect();
    report(context, "benefits", &labels.benefits.title, benefits, findings);
    for (key, rows, title) in
        [("social", &content.social, &labels.social.title), ("brand", &content.brand, &labels.brand.title)]
    {
        let cells = rows.iter().enumerate();
        let cells =
            cells.flat_map(|(index, row)| texts(context, row_values(key, index), &row.values)).collect();
        report(context, key, title, cells, findings);
    }
}

/// One finding a table: at the cell if it is the only one, else at the table.
fn report(context: &Context, table: &str, title: &str, cells: Vec<(Path, Year)>, findings: &mut Findings) {
    let Some((first, _)) = cells.first() else { return };
    let path = if cells.len() == 1 { first.clone() } else { Path::root(table) };
    let mut years: Vec<Year> = cells.iter().map(|(_, year)| *year).collect();
    years.sort();
    years.dedup();
    let listed: Vec<String> = years.iter().take(5).map(Year::to_string).collect();
    let [from, _, to] = context.edition.years();
    let message = format!(
        "“{title}”有{}年的数据不会打印：表中只打印{from}至{to}年，请移到正确的年度或删去",
        listed.join("、")
    );
    findings.report(path, message);
}

fn of_market(context: &Context) -> Vec<(Path, Year)> {
    let mut cells = Vec::new();
    for (index, product) in context.content.market.products.iter().enumerate() {
        let root = Path::root("market").key("products").index(index);
        for (year, share) in product.share.iter().filter(|(year, _)| !is_printed(context, *year)) {
            if !share.domestic.is_blank() || !share.international.is_blank() {
                cells.push((root.key("share").key(year), year));
            }
        }
        cells.extend(texts(context, root.key("satisfaction"), &product.satisfaction));
        cells.extend(texts(context, root.key("loyalty"), &product.loyalty));
    }
    cells
}

fn row_values(table: &str, index: usize) -> Path {
    Path::root(table).index(index).key("values")
}

fn texts(context: &Context, root: Path, values: &ByYear<Text>) -> Vec<(Path, Year)> {
    let stray = values.iter().filter(|(year, text)| !is_printed(context, *year) && !text.is_blank());
    stray.map(|(year, _)| (root.key(year), year)).collect()
}

fn is_printed(context: &Context, year: Year) -> bool {
    context.edition.years().contains(&year)
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    #[test]
    fn one_stray_value_is_shown_where_it_is_several_as_one() {
        Case::of("Y021").set("benefits[4].values.2022", "18").expect(&["warning benefits[4].values.2022"]);
        let several =
            Case::of("Y021").set("benefits[4].values.2022", "18").set("benefits[5].values.2026", "90");
        several.expect(&["warning benefits"]);
        let share = "market.products[0].share.2022";
        Case::of("Y021")
            .set(share, serde_json::json!({ "domestic": "5" }))
            .expect(&[&format!("warning {share}")]);
        Case::of("Y021").set("social[0].values.2020", "甲").expect(&["warning social[0].values.2020"]);
    }

    #[test]
    fn an_empty_value_of_another_year_is_none() {
        Case::of("Y021").set("benefits[4].values.2022", " ").expect(&[]);
        Case::of("Y021").set("market.products[0].share.2022", serde_json::json!({})).expect(&[]);
    }
}
