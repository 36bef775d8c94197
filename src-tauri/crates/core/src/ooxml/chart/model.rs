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
    /// The value axis at the left.
    pub left: ValueAxis,
    /// The value axis at the right, for series of another unit: lines, beside columns too.
    pub right: Option<ValueAxis>,
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
    /// The axis it is measured by.
    pub axis: AxisSide,
    /// What joins its points where it is a line.
    pub joined: Joined,
}

/// Which of the value axes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AxisSide {
    /// The left one.
    #[default]
    Left,
    /// The right one.
    Right,
}

/// What joins the points of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Joined {
    /// A line.
    #[default]
    ByLine,
    /// Nothing, since they are no course of time.
    Not,
}

/// A value axis; what is not said is left to Word.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ValueAxis {
    /// Title beside it, such as a unit.
    pub title: Option<String>,
    /// Where it begins.
    pub least: Option<Decimal>,
    /// Where it ends.
    pub most: Option<Decimal>,
    /// From one label to the next.
    pub step: Option<Decimal>,
    /// The first and the last value whose labels are shown, if not all.
    pub labelled: Option<[Decimal; 2]>,
}
