//! The cells of 社会效益 and 品牌影响, against the other tables and the text.

mod items;

use super::contradiction::contradiction;
use super::sentence::{Number, Statement};
use super::subject::rows;
use crate::form::{Path, Row, Section};
use crate::rules::figures::{Figure, figures};
use crate::rules::{Context, Findings, Measure, Rule, Severity, YearSeries};
use items::items;

pub(super) const TABLES: Rule = Rule {
    id: "C014",
    severity: Severity::Warning,
    title: "社会效益、品牌统计表与经济效益表数据不一致",
    explanation: "社会效益、品牌影响统计表里写到经济和质量效益统计表的指标（如万元总产值综合能耗）时，同一年的数值应一致。请核对，改正有误的一处。",
    clause: "附件1 填报说明3；社会效益统计表；品牌影响与创新成果统计表",
    check: tables,
};

pub(super) const TEXT: Rule = Rule {
    id: "C015",
    severity: Severity::Warning,
    title: "正文与社会效益、品牌统计表不一致",
    explanation: "组织概况和实施成效里的排放量、品牌价值等，同一年应与社会效益、品牌影响统计表一致；“三年获发明专利若干项”应是三年之和。\
                  只比对名称相同、说法明确的数值。请核对，改正有误的一处。",
    clause: "附件1 社会效益统计表、品牌影响与创新成果统计表；附件2 一、5",
    check: text,
};

fn tables(context: &Context, findings: &mut Findings) {
    let rows = rows(context);
    for (table, cells) in [("social", &context.content.social), ("brand", &context.content.brand)] {
        for (index, row) in cells.iter().enumerate() {
            cell_by_cell(context, findings, (table, index, row), &rows);
        }
    }
}

fn cell_by_cell(
    context: &Context,
    findings: &mut Findings,
    (table, index, row): (&str, usize, &Row),
    rows: &super::subject::Rows,
) {
    for year in context.edition.years() {
        let text = row.values.text(year);
        let named: Vec<_> = rows.iter().filter(|(_, name)| text.contains(name.as_str())).collect();
        if named.is_empty() {
            continue;
        }
        let figures = figures(text);
        for (series, name) in named {
            let said = number_of(text, name, series, &figures);
            let statement = |number| {
                let series = context.series().iter().position(|own| own.root == series.root)?;
                contradiction(context, &Statement { series, year: year.number(), number })
            };
            if let Some(message) = said.and_then(statement) {
                let path = Path::root(table).index(index).key("values").key(year);
                let message = message.replacen("正文中", "这里写的", 1);
                findings.add(path, message).resting_on(&[text, &series.typed.join(" ")]);
            }
        }
    }
}

/// The figure directly behind the name of a row, where no other year is named before.
fn number_of(text: &str, name: &str, series: &YearSeries, figures: &[Figure]) -> Option<Number> {
    let Measure::Benefit(row) = series.measure else { return None };
    let at = text.find(name)?;
    let clause = text[..at].rsplit(['；', '。', '，', ';', '、']).next()?;
    let end = at + name.len();
    let behind = &text[end..];
    let link = ["降低到", "提高到", "达到", "降到", "降至", "为", "达", "是", "："]
        .iter()
        .find(|link| behind.starts_with(**link));
    let start = end + link.map_or(0, |link| link.len());
    let figure = figures.iter().find(|figure| figure.digits.start == start && !figure.is_vague(text))?;
    let rest = text[figure.digits.end..].trim_start();
    let unit = [row.unit.trim(), "%", "万元", "亿元"]
        .into_iter()
        .find(|unit| !unit.is_empty() && rest.starts_with(unit))?;
    let typed = format!("{}{unit}", &text[figure.digits.clone()]);
    clause.is_empty().then(|| Number { typed, value: figure.value, unit: unit.into() })
}

fn text(context: &Context, findings: &mut Findings) {
    let items = items(context);
    if items.is_empty() {
        return;
    }
    for (passage, figures) in context.prose() {
        if !matches!(passage.section, Section::Overview | Section::Results) {
            continue;
        }
        for item in &items {
            for figure in item.contradicted(context, &passage.text, figures) {
                let message = item.message(context, &passage.text, figure);
                let finding = findings.add(passage.path(), message).resting_on(&[&item.shown()]);
                finding.marking(passage.span(figure.digits.start..figure.end));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    #[test]
    fn a_cell_repeats_what_the_other_table_says() {
        let cell = |text: &str| Case::of("C014").set("social[1].values.2025", text);
        let place = &["warning social[1].values.2025"];
        cell("万元总产值综合能耗0.048吨/万元；达标排放。").expect(place);
        cell("达标排放；产品返修率为0.13%。").expect(place);
        cell("万元总产值综合能耗0.041吨/万元；达标排放。").expect(&[]);
        cell("万元总产值综合能耗约0.05吨/万元，比2023年的0.052下降。").expect(&[]);
        cell("二车间产品返修率0.13%。").expect(&[]);
    }

    fn check(text: &str, expected: usize) {
        let findings = Case::of("C015").paragraphs("results", &["开头。", text]).findings();
        assert_eq!(findings.len(), expected, "{text}: {findings:#?}");
    }

    /// Each says otherwise than the cells.
    const OTHERWISE: &[&str] = &[
        "品牌价值由2023年的1.1亿元增长到2025年的1.9亿元。",
        "三年获授权发明专利12项。",
        "废水回用率由2024年的61%提高到2025年的72%。",
    ];

    /// These say the same, or nothing of the cells.
    const ALIKE: &[&str] = &[
        "品牌价值由2023年的1.1亿元增长到2025年的1.8亿元。",
        "三年获授权发明专利9项，现有有效发明专利31项。",
        "废水回用率由2024年的60%提高到2025年的72%，品牌价值超过1.5亿元。",
        "三年申请发明专利22项。",
        "2022年品牌价值为0.9亿元。",
        "行业平均的废水回用率2025年为50%。",
        "累计帮扶供方14家。",
    ];

    #[test]
    fn the_text_repeats_what_the_cells_say() {
        for text in OTHERWISE {
            check(text, 1);
        }
        for text in ALIKE {
            check(text, 0);
        }
    }
}
