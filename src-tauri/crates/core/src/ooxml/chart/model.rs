//! What a chart shows.

use rust_decimal::Decimal;

/// A chart in the line.
#[derive(Debug, Clone)]
pub struct Chart {
    /// Columns or lines.
    pub kind: ChartKind,
    /// Title inside the chart.
    pub title: Option<String>,
    /// Labels of the category axis.
    pub categories: Vec<String>,
    /// One set of columns or one line each.
    pub series: Vec<Series>,
    /// Title of the value axis, such as a unit.
    pub value_axis_title: Option<String>,
    /// Where the value axis begins, if not where it does by itself.
    pub least: Option<Decimal>,
    /// Where the value axis ends, if not where it does by itself.
    pub most: Option<Decimal>,
    /// Width in EMU (360000 to the centimetre).
    pub width_emu: u64,
    /// Height in EMU.
    pub height_emu: u64,
    /// Text for readers who cannot see it.
    pub alt: String,
}

/// The kinds of chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartKind {
    /// Upright columns side by side.
    Column,
    /// Lines with marks.
    Line,
}

/// One series of values.
#[derive(Debug, Clone)]
pub struct Series {
    /// Name in the legend.
    pub name: String,
    /// One value for each category; `None` leaves a gap.
    pub values: Vec<Option<Decimal>>,
    /// Excel number format of the values, such as `General`, `0.00` or `0.0%`.
    pub number_format: String,
}
