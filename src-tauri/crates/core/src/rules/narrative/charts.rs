//! Charts whose lines cannot be compared in one drawing.

use crate::form::Path;
use crate::form::rich_text::{Block, Chart};
use crate::rules::{Context, Findings, Rule, Severity, YearSeries};
use crate::text::quoted;
use rust_decimal::Decimal;

pub(super) const UNITS: Rule = Rule {
    id: "N033",
    severity: Severity::Warning,
    title: "一张图表里有三种以上的单位",
    explanation: "两种单位的指标画在一张图上时，左、右各有一条纵轴；单位再多就没有纵轴可用，高低无从比较。请分成几张图。",
    clause: "附件2 一",
    check: units,
};

pub(super) const GIANT: Rule = Rule {
    id: "N034",
    severity: Severity::Warning,
    title: "图表里的行业水平比其余数值大得多",
    explanation: "行业平均或行业最佳是本组织各年数值的好几倍时，其余的柱或线都贴着横轴，看不出三年的变化。请先核对这个数有没有多写一位或用错单位；\
        无误的，不与行业比较，或另画一张图。",
    clause: "附件2 一",
    check: giant,
};

/// How many times as large as all others the level of the industry may be.
const TIMES: u32 = 5;

/// The charts of the text with what they draw.
fn charts<'c>(context: &'c Context) -> impl Iterator<Item = (Path, &'c Chart, Vec<&'c YearSeries<'c>>)> {
    let blocks = context.content.experience.sections().flat_map(|(section, text)| {
        text.blocks.iter().enumerate().map(move |(index, block)| (section, index, block))
    });
    blocks.filter_map(|(section, index, block)| match block {
        Block::Chart(chart) => {
            let named = |source: &str| context.series().iter().find(|series| series.source == source);
            let drawn = chart.series.iter().filter_map(|source| named(source)).collect();
            Some((Path::block(section, index), chart, drawn))
        }
        _ => None,
    })
}

fn units_of<'c>(drawn: &[&'c YearSeries]) -> Vec<&'c str> {
    let mut units = Vec::new();
    for series in drawn {
        if !units.contains(&series.unit()) {
            units.push(series.unit());
        }
    }
    units
}

fn units(context: &Context, findings: &mut Findings) {
    for (path, chart, drawn) in charts(context) {
        let units = units_of(&drawn);
        if units.len() > 2 {
            let named =
                |unit: &&str| if unit.is_empty() { "无单位".to_owned() } else { (*unit).to_owned() };
            let listed = units.iter().map(named).collect::<Vec<_>>().join("、");
            let message = format!(
                "图表{}里有{}种单位（{listed}）：一张图最多画两种，左、右各一条纵轴，请分成几张图",
                quoted(&chart.caption),
                units.len()
            );
            findings.add(path, message).resting_on(&units);
        }
    }
}

fn giant(context: &Context, findings: &mut Findings) {
    for (path, chart, drawn) in charts(context).filter(|(_, chart, _)| chart.compare) {
        let of_unit =
            |unit: &str| drawn.iter().copied().filter(|series| series.unit() == unit).collect::<Vec<_>>();
        let mut units = units_of(&drawn).into_iter();
        if let Some((told, [level, largest])) = units.find_map(|unit| beside(context, &of_unit(unit))) {
            let message = format!("图表{}里{told}", quoted(&chart.caption));
            findings.add(path, message).resting_on(&[&level.to_string(), &largest.to_string()]);
        }
    }
}

/// The level of the industry beside which lines of one axis cannot be made out; that and the largest of the others.
fn beside(context: &Context, lines: &[&YearSeries]) -> Option<(String, [Decimal; 2])> {
    let labels = &context.edition.experience;
    let labels = [&labels.industry_average, &labels.industry_best];
    let mut levels = Vec::new();
    for series in lines {
        for (label, level) in labels.into_iter().zip(series.industry()) {
            levels.extend(level.map(|level| (series, label, level.abs())));
        }
    }
    let own = greatest(lines.iter().flat_map(|series| series.numbers()).flatten());
    levels.iter().enumerate().find_map(|(at, &(series, label, level))| {
        let others = levels.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other.2);
        let largest = greatest(others.chain(own)).filter(|largest| !largest.is_zero())?;
        let times = level.checked_div(largest).filter(|times| *times >= Decimal::from(TIMES))?.round();
        let (name, shown, most) = (quoted(&series.label), level.normalize(), largest.normalize());
        let told = format!(
            "{name}的{label}{shown}约为其余最大数{most}的{times}倍，其余的几乎看不出高低：请核对这个数，无误的，不与行业比较或另画一张图"
        );
        Some((told, [level, largest]))
    })
}

fn greatest(values: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    values.map(|value| value.abs()).max()
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::{Value, json};

    const PLACE: &str = "experience.process.content[2]";
    const FOUND: &[&str] = &["warning experience.process.content[2]"];

    fn row(key: &str, unit: &str, values: [&str; 3], best: &str) -> Value {
        json!({ "key": key, "name": key, "unit": unit, "industry_best": best,
                "values": { "2023": values[0], "2024": values[1], "2025": values[2] } })
    }

    fn drawn(rule: &'static str, series: &[&str], compare: bool) -> Case {
        let series: Vec<String> = series.iter().map(|key| format!("benefits:{key}")).collect();
        let attrs = json!({ "id": "f1", "caption": "三年变化", "kind": "column", "series": series, "compare": compare });
        let rows = json!([
            row("产量", "件", ["618", "560", "500"], "5120"),
            row("停机", "件", ["600", "500", "400"], "650"),
            row("合格率", "%", ["98.1", "98.7", "99.2"], "99.6"),
            row("产值", "万元", ["5120", "5300", "5500"], ""),
        ]);
        Case::of(rule).set("benefits", rows).set(PLACE, json!({ "type": "chart", "attrs": attrs }))
    }

    #[test]
    fn two_units_have_two_axes_and_three_are_told() {
        drawn("N033", &["产量", "合格率"], true).expect(&[]);
        drawn("N033", &["产量", "合格率", "停机"], true).expect(&[]);
        drawn("N033", &["产量", "合格率", "产值"], true).expect(FOUND);
        drawn("N033", &["产量", "合格率", "产值"], true).expect_message(&["有3种单位（件、%、万元）"]);
    }

    #[test]
    fn one_giant_value_is_told() {
        drawn("N034", &["产量"], true).expect(FOUND);
        drawn("N034", &["产量"], true).expect_message(&["“产量”的行业最佳5120约为其余最大数618的8倍"]);
        drawn("N034", &["产量"], false).expect(&[]);
        drawn("N034", &["停机", "合格率"], true).expect(&[]);
        // Each axis by itself: 5120万元 beside 98%.
        drawn("N034", &["产值", "合格率"], true).expect(&[]);
    }
}
