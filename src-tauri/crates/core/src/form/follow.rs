//! Figures in the text that follow the three-year tables.

use super::rich_text::{Block, DataReference, Flow, Inline, SeriesSource};
use super::{Content, Experience, Text, Year};
use crate::number::NumberCell;

impl Content {
    /// Writes every figure in the text as its cell reads now, and tells whether any read otherwise before.
    ///
    /// What is no longer in the tables stays as it was: the window marks it.
    pub fn follow_tables(&mut self) -> bool {
        let Experience { overview, background, process, results } = &mut self.experience;
        let texts = [overview, background, process, results];
        let mut figures = Vec::new();
        texts.into_iter().flat_map(|text| &mut text.blocks).for_each(|block| in_block(block, &mut figures));
        let tables = Tables { benefits: &self.benefits, products: &self.market.products };
        // Not `any`: each is to follow.
        figures.into_iter().map(|figure| tables.write(figure)).fold(false, |some, one| some | one)
    }
}

struct Tables<'a> {
    benefits: &'a [super::Indicator],
    products: &'a [super::Product],
}

impl Tables<'_> {
    /// Writes a figure as its cell reads; tells whether it read otherwise.
    fn write(&self, figure: &mut DataReference) -> bool {
        match self.read(&figure.source, &figure.year).filter(|now| figure.text != now.as_str()) {
            Some(now) => {
                figure.text = now.into();
                true
            }
            None => false,
        }
    }

    /// What a cell reads with its unit, `99.2%`; nothing where nothing stands there.
    fn read(&self, source: &str, year: &str) -> Option<String> {
        let year: Year = year.parse().ok()?;
        let (typed, unit): (&Text, &str) = match SeriesSource::parse(source)? {
            SeriesSource::Benefit(key) => {
                let row = self.benefits.iter().find(|row| row.key == key)?;
                (row.values.get(year)?, &row.unit)
            }
            SeriesSource::Satisfaction(product) => (self.products.get(product)?.satisfaction.get(year)?, ""),
            SeriesSource::Loyalty(product) => (self.products.get(product)?.loyalty.get(year)?, ""),
            SeriesSource::DomesticShare(product) => {
                (&self.products.get(product)?.share.get(year)?.domestic, "%")
            }
            SeriesSource::InternationalShare(product) => {
                (&self.products.get(product)?.share.get(year)?.international, "%")
            }
        };
        with_unit(typed.trim(), unit)
    }
}

/// No unit where one was typed, or where no number was: `/`, `—` and their like say so, with a reason in brackets.
fn with_unit(typed: &str, unit: &str) -> Option<String> {
    let is_number = typed.contains(|character: char| character.is_ascii_digit())
        && !typed.starts_with(['/', '／', '—'])
        && !matches!(NumberCell::read(typed), NumberCell::NotApplicable { .. });
    match typed {
        "" => None,
        _ if !is_number || typed.ends_with(unit) || typed.ends_with(['%', '％']) => Some(typed.into()),
        _ => Some(format!("{typed}{unit}")),
    }
}

fn in_block<'a>(block: &'a mut Block, figures: &mut Vec<&'a mut DataReference>) {
    match block {
        Block::Heading(heading) => in_line(&mut heading.content, figures),
        Block::Flow(flow) => in_flow(flow, figures),
        Block::Table(table) => {
            let cells = table.rows.iter_mut().flatten();
            cells.flat_map(|cell| &mut cell.content).for_each(|flow| in_flow(flow, figures));
        }
        Block::Figure(_) | Block::Chart(_) => {}
    }
}

fn in_flow<'a>(flow: &'a mut Flow, figures: &mut Vec<&'a mut DataReference>) {
    match flow {
        Flow::Paragraph(line) => in_line(line, figures),
        Flow::List(list) => list.items.iter_mut().flatten().for_each(|flow| in_flow(flow, figures)),
    }
}

fn in_line<'a>(line: &'a mut [Inline], figures: &mut Vec<&'a mut DataReference>) {
    figures.extend(line.iter_mut().filter_map(|inline| match inline {
        Inline::DataReference(figure, _) => Some(figure),
        _ => None,
    }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};
    use std::sync::LazyLock;

    /// The list of cases that the page is tested by too.
    static LIST: LazyLock<Value> =
        LazyLock::new(|| serde_json::from_str(include_str!("follow-cases.json")).unwrap());

    /// The tables of the list, with a text of these figures in every place a line can be: source, year and what they
    /// read.
    fn content(figures: &[(&str, &str, &str)]) -> Content {
        let figure = |(source, year, text): &(&str, &str, &str)| {
            let attrs = json!({ "source": source, "year": year, "text": text });
            json!({ "type": "dataReference", "attrs": attrs })
        };
        let figures: Vec<Value> = figures.iter().map(figure).collect();
        let line = json!({ "type": "paragraph", "content": figures });
        let item = json!({ "type": "listItem", "content": [line] });
        let cell = json!({ "type": "tableCell", "attrs": { "colspan": 1, "rowspan": 1 }, "content": [line] });
        let table = json!({ "type": "table", "attrs": { "id": "t", "caption": "" },
                            "content": [{ "type": "tableRow", "content": [cell] }] });
        let blocks = json!([
            { "type": "heading", "attrs": { "level": 2 }, "content": figures },
            line, { "type": "bulletList", "content": [item] }, table,
        ]);
        let mut json = LIST["tables"].clone();
        json["experience"] = json!({ "process": { "type": "doc", "content": blocks } });
        Content::from_stored_json(&json.to_string()).unwrap()
    }

    /// A figure that read `before` reads `after` once it follows, wherever it stands.
    fn check(source: &str, year: &str, before: &str, after: &str) {
        let mut text = content(&[(source, year, before)]);
        assert_eq!(text.follow_tables(), before != after, "{source} {year}");
        assert_eq!(text, content(&[(source, year, after)]), "{source} {year}");
    }

    #[test]
    fn a_figure_reads_as_the_list_says_and_stays_where_nothing_stands_in_the_tables() {
        let cases = LIST["cases"].as_array().unwrap();
        assert!(cases.len() >= 20);
        for case in cases {
            let [source, year] = ["source", "year"].map(|key| case[key].as_str().unwrap());
            let now = case["reads"].as_str();
            check(source, year, "9", now.unwrap_or("9"));
            check(source, year, now.unwrap_or(""), now.unwrap_or(""));
        }
    }

    #[test]
    fn every_figure_follows() {
        let mut text = content(&[("benefits:pass_rate", "2025", "1"), ("satisfaction:0", "2025", "2")]);
        assert!(text.follow_tables());
        let expected =
            content(&[("benefits:pass_rate", "2025", "99.2%"), ("satisfaction:0", "2025", "93.8")]);
        assert_eq!(text, expected);
    }
}
