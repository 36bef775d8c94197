//! Charts drawn from the three-year tables, with 行业平均 and 行业最佳 beside them.

mod ends;
mod line;
mod naming;
mod series;

use super::caption::{BELOW_PICTURE, LEAST, MARK};
use super::writer::{BODY, Writer};
use crate::documents::layout::{LINE_HEIGHT, Piece, text_width};
use crate::documents::sheet::{EMU, Sheet};
use crate::documents::style::id;
use crate::documents::table::CELL_SIZE;
use crate::documents::text::{run, styled};
use crate::form::Text;
use crate::form::rich_text::{self, CaptionedKind};
use crate::ooxml::{self, AxisSide, Chart, Joined, Series, ValueAxis};
use line::Line;
use naming::Naming;
use rust_decimal::Decimal;
use series::{format, series};

/// Size of a chart: nine tenths of the text's width, 75 mm high with a legend of one row; each other row adds to it,
/// and so does a second axis, whose lines stand above the rest.
const WIDTH: u64 = Sheet::EXPERIENCE.width() as u64 * EMU * 9 / 10;
const HEIGHT: u64 = 75 * 36_000;
const LEGEND_ROW: u64 = 6 * 36_000;
const SECOND_AXIS: u64 = 20 * 36_000;
/// The plot of one axis is so high at least, in points, where the chart shrinks to stand on a page.
const LEAST_PLOT: f64 = 52.0;
/// The key beside a name in the legend and the blank behind it, in points.
const LEGEND_KEY: f32 = 40.0;

/// Printed where the tables have nothing to draw.
const NOTHING: &str = "〔统计表中没有可用的数据，图表未生成〕";

impl Writer<'_> {
    /// A native chart and its caption.
    pub fn chart(&mut self, chart: &rich_text::Chart) {
        let lines = line::lines(chart, self.sources);
        if lines.iter().all(Line::is_empty) {
            let nothing = styled(id::PICTURE).keep_next().run(run(NOTHING));
            self.add(
                nothing,
                Piece::Whole { before: 0.0, height: BODY * LINE_HEIGHT, after: 0.0, keep_next: true },
            );
            return self.caption(CaptionedKind::Figure, &chart.caption);
        }
        let naming = Naming::of(&lines);
        let drawn = self.shrunk(self.drawn(chart, &lines, &naming), &naming, &chart.caption);
        let height = points(drawn.height_emu) + BELOW_PICTURE;
        let paragraph = styled(id::PICTURE).mark_size(MARK).keep_next().chart(drawn);
        self.add(paragraph, Piece::Whole { before: 0.0, height, after: 0.0, keep_next: true });
        self.caption(CaptionedKind::Figure, &chart.caption);
    }

    /// A chart, flatter where that fills its page, with axes that suit its height.
    fn shrunk(&self, mut drawn: Chart, naming: &Naming, caption: &Text) -> Chart {
        let full = points(drawn.height_emu);
        let part = self.squeeze(full, least_part(&drawn, naming), caption);
        drawn.height_emu = (drawn.height_emu as f32 * part) as u64;
        let plot = if naming.has_two_axes() { ends::PLOT_OF_TWO } else { ends::PLOT };
        with_axes(drawn, naming, plot - f64::from(full * (1.0 - part)))
    }

    fn drawn(&self, chart: &rich_text::Chart, lines: &[Line], naming: &Naming) -> Chart {
        let is_compared = chart.compare && lines.iter().any(Line::has_industry);
        let kind = match chart.kind {
            rich_text::ChartKind::Column => ooxml::ChartKind::Column,
            rich_text::ChartKind::Line => ooxml::ChartKind::Line,
        };
        let mut categories: Vec<String> =
            self.sources.edition.years().iter().map(|year| format!("{year}年")).collect();
        let series: Vec<Series> = match kind {
            _ if !is_compared => lines.iter().map(|line| naming.series(line)).collect(),
            ooxml::ChartKind::Column => {
                categories.extend(self.industry().map(str::to_owned));
                lines.iter().map(|line| with_industry(line, naming)).collect()
            }
            ooxml::ChartKind::Line => lines.iter().flat_map(|line| self.beside(line, naming)).collect(),
        };
        let second = if naming.has_two_axes() { SECOND_AXIS } else { 0 };
        Chart {
            kind,
            title: None,
            categories,
            height_emu: HEIGHT + second + LEGEND_ROW * (legend_rows(&series) - 1),
            series,
            left: ValueAxis::default(),
            right: None,
            width_emu: WIDTH,
            alt: if chart.caption.is_blank() { "统计图".into() } else { chart.caption.to_string() },
        }
    }

    fn industry(&self) -> [&str; 2] {
        let labels = &self.sources.edition.experience;
        [&labels.industry_average, &labels.industry_best]
    }

    /// In a line chart average and best are series of their own, with a point in the last year only.
    fn beside(&self, line: &Line, naming: &Naming) -> Vec<Series> {
        let at_the_end = |(label, value): (&str, Option<Decimal>)| {
            let mut values = vec![None; line.values.len().saturating_sub(1)];
            values.push(value);
            value.map(|_| series(naming.name(line, label), values, naming.axis(line)))
        };
        let industry = self.industry().into_iter().zip([line.average, line.best]);
        std::iter::once(naming.series(line)).chain(industry.filter_map(at_the_end)).collect()
    }
}

/// Among columns average and best are two more categories; a line does not go on from the years to them.
fn with_industry(line: &Line, naming: &Naming) -> Series {
    let mut series = naming.series(line);
    series.values.extend([line.average, line.best]);
    let number_format = format(&series.values);
    let joined = if series.axis == AxisSide::Right { Joined::Not } else { Joined::ByLine };
    Series { number_format, joined, ..series }
}

/// The part of its height that a chart keeps at least, so that its values have room. The lines of two axes have none
/// to spare.
fn least_part(drawn: &Chart, naming: &Naming) -> f32 {
    if naming.has_two_axes() {
        return LEAST;
    }
    let upright = drawn.upright_labels().unwrap_or_default();
    let plot = LEAST_PLOT.max(upright / (1.0 - ends::LEAST));
    (1.0 - (ends::PLOT - plot) as f32 / points(drawn.height_emu)).min(LEAST)
}

fn points(emu: u64) -> f32 {
    emu as f32 / 12_700.0
}

/// How the value axes begin and end on a plot so many points high, and what stands beside them.
fn with_axes(chart: Chart, naming: &Naming, plot: f64) -> Chart {
    let on = |side: AxisSide| {
        let series = chart.series.iter().filter(move |series| series.axis == side);
        series.flat_map(|series| series.values.iter().flatten().copied()).collect::<Vec<Decimal>>()
    };
    let is_percent = |side| naming.unit(side) == Some("%");
    let titled = |side, axis: ValueAxis| ValueAxis { title: naming.title(side, &axis), ..axis };
    let (left, right) = (on(AxisSide::Left), on(AxisSide::Right));
    let upright = chart.upright_labels().unwrap_or_default();
    if !naming.has_two_axes() {
        let axis = ends::alone(&left, is_percent(AxisSide::Left), upright / plot);
        return Chart { left: titled(AxisSide::Left, axis), ..chart };
    }
    let below = ends::below(&left, is_percent(AxisSide::Left), upright / plot);
    let above = ends::above(&right, is_percent(AxisSide::Right));
    Chart {
        left: titled(AxisSide::Left, below.unwrap_or_default()),
        right: Some(titled(AxisSide::Right, above.unwrap_or_default())),
        ..chart
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
