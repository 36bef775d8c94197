//! Figures and charts of the text that follow a row by its key, and the row was replaced.

use crate::form::rich_text::{Block, Inline, SeriesSource, plain};
use crate::form::{Indicator, Path};
use crate::rules::indicator::is_named;
use crate::rules::{Context, Findings};

/// A row that keeps the key of the form's indicator whose place it took.
struct Replaced<'a> {
    row: &'a Indicator,
    /// The name of the old one.
    name: &'a str,
}

impl Replaced<'_> {
    fn is_source(&self, source: &str) -> bool {
        SeriesSource::parse(source) == Some(SeriesSource::Benefit(&self.row.key))
    }

    /// Whether a text speaks of the old indicator alone.
    fn is_meant(&self, text: &str) -> bool {
        text.contains(self.name) && !text.contains(self.row.name.trim())
    }
}

/// Reports what still bears the old name while its numbers are those of the new row.
pub(super) fn statements(context: &Context, findings: &mut Findings) {
    let replaced = replaced(context);
    if replaced.is_empty() {
        return;
    }
    for (section, text) in context.content.experience.sections() {
        for (index, block) in text.blocks.iter().enumerate() {
            for message in replaced.iter().filter_map(|row| message(block, row)) {
                findings.report(Path::block(section, index), message);
            }
        }
    }
}

fn replaced<'a>(context: &Context<'a>) -> Vec<Replaced<'a>> {
    let printed = &context.edition.application.benefits.rows;
    let rows = context.content.benefits.iter().filter(|row| !row.name.is_blank());
    let replaced = rows.filter_map(|row| {
        let old = printed.iter().find(|old| row.key.as_str() == old.key)?;
        (!is_named(row, &old.name)).then_some(Replaced { row, name: &old.name })
    });
    replaced.collect()
}

fn message(block: &Block, replaced: &Replaced) -> Option<String> {
    let (old, new) = (replaced.name, replaced.row.name.trim());
    if let Block::Chart(chart) = block {
        let drawn = chart.series.iter().any(|series| replaced.is_source(series));
        let says =
            format!("图表标题写的是“{old}”，统计表中这一行已换成“{new}”：请改写标题，或重新选择要画的指标");
        return (drawn && replaced.is_meant(&chart.caption)).then_some(says);
    }
    let mut found = None;
    block.each_line(&mut |line| {
        let figure = line.iter().find_map(|inline| match inline {
            Inline::DataReference(figure, _) if replaced.is_source(&figure.source) => Some(figure),
            _ => None,
        });
        if let Some(figure) = figure.filter(|_| replaced.is_meant(&plain(line))) {
            let read = figure.text.trim();
            found = Some(format!(
                "正文写的是“{old}”，统计表中这一行已换成“{new}”，引用的数值随之成为{read}：请改写这一处，或重新插入数值"
            ));
        }
    });
    found
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::json;

    /// The row of 产品返修率 under this name, and a paragraph that quotes it after this text.
    fn check(name: &str, text: &str, expected: &[&str]) {
        let figure = json!({ "source": "benefits:rework_rate", "year": "2025", "text": "99.0%" });
        let line = json!([{ "type": "text", "text": text }, { "type": "dataReference", "attrs": figure }]);
        let case = Case::of("C002")
            .set("benefits[8].name", name)
            .paragraphs("process", &["甲", "乙"])
            .paragraphs("results", &["甲"]);
        case.set("experience.process.content[1].content", line).expect(expected);
    }

    #[test]
    fn a_figure_of_another_row_than_is_named_is_found() {
        check("一次交验合格率", "产品返修率降到", &["warning experience.process.content[1]"]);
        check("一次交验合格率", "一次交验合格率代替产品返修率，达到", &[]);
        check("一次交验合格率", "达到", &[]);
        check("产品返修率（%）", "产品返修率降到", &[]);
    }

    #[test]
    fn a_chart_of_another_row_than_its_caption_names_is_found() {
        let chart = |caption: &str| {
            let attrs = json!({ "id": "c9", "caption": caption, "series": ["benefits:rework_rate"] });
            let case = Case::of("C002")
                .set("benefits[8].name", "一次交验合格率")
                .paragraphs("process", &["甲"])
                .paragraphs("results", &["甲"]);
            case.set("experience.process.content[0]", json!({ "type": "chart", "attrs": attrs }))
        };
        chart("产品返修率三年变化").expect(&["warning experience.process.content[0]"]);
        chart("一次交验合格率三年变化").expect(&[]);
    }
}
