//! Charts drawn from the three-year tables, with 行业平均 and 行业最佳 beside them.

use super::caption::{BELOW_PICTURE, MARK};
use super::writer::{BODY, Writer};
use crate::documents::layout::{LINE_HEIGHT, Piece, text_width};
use crate::documents::sheet::{EMU, Sheet};
use crate::documents::style::id;
use crate::documents::table::CELL_SIZE;
use crate::documents::text::{run, styled};
use crate::edition::Year;
use crate::form::rich_text::{self, CaptionedKind, SeriesSource};
use crate::form::{ByYear, Indicator, Product, Text};
use crate::number::NumberCell;
use crate::ooxml::{self, Chart, Series};
use rust_decimal::Decimal;

/// Size of a chart: nine tenths of the text's width, 75 mm high with a legend of one row; each other row adds to it.
const WIDTH: u64 = Sheet::EXPERIENCE.width() as u64 * EMU * 9 / 10;
const HEIGHT: u64 = 75 * 36_000;
const LEGEND_ROW: u64 = 6 * 36_000;
/// The key beside a name in the legend and the blank behind it, in points.
const LEGEND_KEY: f32 = 40.0;

/// Printed where the tables have nothing to draw.
const NOTHING: &str = "〔统计表中没有可用的数据，图表未生成〕";

/// One series before it is drawn.
struct Line {
    name: String,
    unit: String,
    values: Vec<Option<Decimal>>,
    average: Option<Decimal>,
    best: Option<Decimal>,
}

impl Writer<'_> {
    /// A native chart and its caption.
    pub fn chart(&mut self, chart: &rich_text::Chart) {
        let lines: Vec<Line> = chart.series.iter().filter_map(|series| self.series(series)).collect();
        if lines.iter().all(|line| line.values.iter().all(Option::is_none)) {
            let nothing = styled(id::PICTURE).keep_next().run(run(NOTHING));
            self.add(
                nothing,
                Piece::Whole { before: 0.0, height: BODY * LINE_HEIGHT, after: 0.0, keep_next: true },
            );
            return self.caption(CaptionedKind::Figure, &chart.caption);
        }
        let mut drawn = self.drawn(chart, lines);
        let points = |emu: u64| emu as f32 / 12_700.0;
        let part = self.squeeze(points(drawn.height_emu), &chart.caption);
        drawn.height_emu = (drawn.height_emu as f32 * part) as u64;
        let height = points(drawn.height_emu) + BELOW_PICTURE;
        let paragraph = styled(id::PICTURE).mark_size(MARK).keep_next().chart(drawn);
        self.add(paragraph, Piece::Whole { before: 0.0, height, after: 0.0, keep_next: true });
        self.caption(CaptionedKind::Figure, &chart.caption);
    }

    fn drawn(&self, chart: &rich_text::Chart, lines: Vec<Line>) -> Chart {
        let years = self.sources.edition.years();
        let mut categories: Vec<String> = years.iter().map(|year| format!("{year}年")).collect();
        let unit = lines
            .first()
            .map(|line| line.unit.clone())
            .filter(|unit| lines.iter().all(|line| line.unit == *unit));
        let compared =
            chart.compare && lines.iter().any(|line| line.average.is_some() || line.best.is_some());
        let lines = if unit.is_none() { lines.into_iter().map(Line::with_unit).collect() } else { lines };
        let axis = Axis::of(&lines, compared, unit.as_deref());
        let series: Vec<Series> = match chart.kind {
            _ if !compared => lines.into_iter().map(Line::alone).collect(),
            rich_text::ChartKind::Column => {
                let labels = &self.sources.edition.experience;
                categories.extend([labels.industry_average.clone(), labels.industry_best.clone()]);
                lines.into_iter().map(Line::with_comparison).collect()
            }
            rich_text::ChartKind::Line => lines.into_iter().flat_map(|line| self.beside(line)).collect(),
        };
        Chart {
            kind: match chart.kind {
                rich_text::ChartKind::Column => ooxml::ChartKind::Column,
                rich_text::ChartKind::Line => ooxml::ChartKind::Line,
            },
            title: None,
            categories,
            height_emu: HEIGHT + LEGEND_ROW * (legend_rows(&series) - 1),
            series,
            value_axis_title: axis.title(unit.as_deref().unwrap_or_default()),
            least: axis.least,
            most: axis.most,
            width_emu: WIDTH,
            alt: if chart.caption.is_blank() { "统计图".into() } else { chart.caption.to_string() },
        }
    }

    /// In a line chart average and best are series of their own, with a point in the last year only.
    fn beside(&self, line: Line) -> Vec<Series> {
        let labels = &self.sources.edition.experience;
        let at_the_end = |label: &str, value: Option<Decimal>| {
            let mut values = vec![None; line.values.len().saturating_sub(1)];
            values.push(value);
            value.map(|_| series(format!("{}{label}", line.name), values))
        };
        let average = at_the_end(&labels.industry_average, line.average);
        let best = at_the_end(&labels.industry_best, line.best);
        [Some(series(line.name.clone(), line.values.clone())), average, best].into_iter().flatten().collect()
    }

    fn series(&self, source: &Text) -> Option<Line> {
        let content = self.sources.content;
        let labels = &self.sources.edition.application.market;
        let product = |index: usize| content.market.products.get(index);
        match SeriesSource::parse(source)? {
            SeriesSource::Benefit(key) => {
                content.benefits.iter().find(|row| row.key == *key).map(|row| self.benefit(row))
            }
            SeriesSource::Satisfaction(index) => product(index)
                .map(|product| self.scored(product, &labels.satisfaction, &product.satisfaction)),
            SeriesSource::Loyalty(index) => {
                product(index).map(|product| self.scored(product, &labels.loyalty, &product.loyalty))
            }
            SeriesSource::DomesticShare(index) => product(index).map(|product| {
                self.share(product, &labels.domestic, |year| {
                    product.share.get(year).map(|share| &share.domestic)
                })
            }),
            SeriesSource::InternationalShare(index) => product(index).map(|product| {
                self.share(product, &labels.international, |year| {
                    product.share.get(year).map(|share| &share.international)
                })
            }),
        }
    }

    fn benefit(&self, row: &Indicator) -> Line {
        Line {
            name: row.name.to_string(),
            unit: row.unit.to_string(),
            values: self.by_year(&row.values),
            average: number(&row.industry_average),
            best: number(&row.industry_best),
        }
    }

    fn scored(&self, product: &Product, label: &str, values: &ByYear<Text>) -> Line {
        Line::plain(format!("{} {label}", product.name), String::new(), self.by_year(values))
    }

    fn share<'t>(&self, product: &Product, label: &str, value: impl Fn(Year) -> Option<&'t Text>) -> Line {
        let values = self.sources.edition.years().map(|year| value(year).and_then(|text| number(text)));
        let share = &self.sources.edition.application.market.share;
        Line::plain(format!("{} {label}{share}", product.name), "%".into(), values.into())
    }

    fn by_year(&self, values: &ByYear<Text>) -> Vec<Option<Decimal>> {
        self.sources.edition.years().map(|year| number(values.text(year))).into()
    }
}

/// How many rows the names take below the chart.
fn legend_rows(series: &[Series]) -> u64 {
    let room = WIDTH as f32 / 12_700.0;
    let (mut rows, mut used) = (1, 0.0);
    for series in series {
        let wide = text_width(&series.name, CELL_SIZE) + LEGEND_KEY;
        if used > 0.0 && used + wide > room {
            rows += 1;
            used = 0.0;
        }
        used += wide;
    }
    rows
}

/// The ends of the value axis, where they are not left to Word. The window draws them by the same rule
/// (ui/src/charts/axis.ts).
#[derive(Default)]
struct Axis {
    least: Option<Decimal>,
    most: Option<Decimal>,
}

impl Axis {
    fn of(lines: &[Line], compared: bool, unit: Option<&str>) -> Axis {
        let industry = |line: &Line| if compared { [line.average, line.best] } else { [None, None] };
        let values =
            lines.iter().flat_map(|line| line.values.iter().copied().chain(industry(line))).flatten();
        let values: Vec<Decimal> = values.collect();
        let (Some(least), Some(most)) = (values.iter().min(), values.iter().max()) else {
            return Axis::default();
        };
        let span = most.checked_sub(*least).filter(|span| !span.is_zero() && *least > Decimal::ZERO);
        let is_narrow = |span: &Decimal| span.checked_mul(Decimal::from(6)).is_some_and(|wide| wide < *most);
        let begin = span.filter(is_narrow).and_then(|span| below(*least, span));
        let is_full = unit == Some("%") && *most > Decimal::from(80) && *most <= Decimal::ONE_HUNDRED;
        Axis { least: begin, most: is_full.then_some(Decimal::ONE_HUNDRED) }
    }

    /// What stands beside the axis: its unit, and that it does not begin at 0.
    fn title(&self, unit: &str) -> Option<String> {
        let begins = self.least.map(|least| format!("纵轴从{}起", least.normalize()));
        match (unit, begins) {
            ("", begins) => begins,
            (unit, None) => Some(unit.to_owned()),
            (unit, Some(begins)) => Some(format!("{unit}（{begins}）")),
        }
    }
}

/// A round number some way below the least value: half the span, down to a full step of a tenth to the whole of it.
/// None where there are too many digits between them.
fn below(least: Decimal, span: Decimal) -> Option<Decimal> {
    let mut step = Decimal::ONE;
    while step > span {
        step /= Decimal::TEN;
    }
    while let Some(wider) = step.checked_mul(Decimal::TEN).filter(|wider| *wider <= span) {
        step = wider;
    }
    let steps = least.checked_sub(span / Decimal::TWO)?.checked_div(step)?;
    steps.floor().max(Decimal::ZERO).checked_mul(step)
}

impl Line {
    /// Beside series of other units its name says its own.
    fn with_unit(mut self) -> Line {
        if !self.unit.is_empty() {
            self.name = format!("{}（{}）", self.name, self.unit);
        }
        self
    }

    fn plain(name: String, unit: String, values: Vec<Option<Decimal>>) -> Line {
        Line { name, unit, values, average: None, best: None }
    }

    fn alone(self) -> Series {
        series(self.name, self.values)
    }

    fn with_comparison(mut self) -> Series {
        self.values.extend([self.average, self.best]);
        series(self.name, self.values)
    }
}

fn series(name: String, values: Vec<Option<Decimal>>) -> Series {
    let places = values.iter().flatten().map(|value| value.scale()).max().unwrap_or(0);
    let number_format =
        if places == 0 { "0".to_owned() } else { format!("0.{}", "0".repeat(places.min(6) as usize)) };
    Series { name, values, number_format }
}

fn number(text: &str) -> Option<Decimal> {
    match NumberCell::read(text) {
        NumberCell::Number(number) => Some(number),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(values: &[&str]) -> Axis {
        let values = values.iter().map(|value| number(value)).collect();
        Axis::of(&[Line::plain(String::new(), String::new(), values)], false, None)
    }

    #[test]
    fn numbers_of_any_length_have_an_axis() {
        assert_eq!(axis(&["98.9", "99.5"]).least, Some(Decimal::new(986, 1)));
        assert_eq!(axis(&["9999999999999999999999999999", "-9999999999999999999999999999"]).least, None);
        axis(&["79228162514264337593543950335", "-79228162514264337593543950335"]);
        axis(&["79228162514264337593543950335", "79228162514264337593543950334"]);
        axis(&["9999999999999999999999999999", "9999999999999999999999999998.5"]);
        axis(&["70000000000000000000000000000", "79000000000000000000000000000"]);
        axis(&["0.0000000000000000000000000001", "0.0000000000000000000000000002"]);
    }
}
