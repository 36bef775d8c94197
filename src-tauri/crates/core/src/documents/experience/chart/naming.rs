//! What the legend calls the lines of a chart, and what stands beside its axes. The window names them by the same rule
//! (ui/src/charts/naming.ts).

use super::line::Line;
use super::series::series;
use crate::ooxml::{AxisSide, Series, ValueAxis};

/// How many characters of a name the legend has room for, and of a product's before what is measured of it.
const LONGEST: usize = 20;
const LONGEST_BEFORE: usize = 14;

/// What tells the lines of a chart apart.
pub(super) struct Naming {
    /// Their units, in their order.
    units: Vec<String>,
    /// What all measure of different products, which then stands beside the axis instead of in each name.
    measured: Option<String>,
}

impl Naming {
    pub fn of(lines: &[Line]) -> Naming {
        let mut units: Vec<String> = Vec::new();
        for line in lines {
            if !units.contains(&line.unit) {
                units.push(line.unit.clone());
            }
        }
        let is_shared = |first: &Line| {
            lines.iter().all(|line| !line.product.is_empty() && line.measured == first.measured)
        };
        let measured = lines.first().filter(|first| is_shared(first)).map(|first| first.measured.clone());
        Naming { units, measured }
    }

    /// Whether there are two units, each with its axis.
    pub fn has_two_axes(&self) -> bool {
        self.units.len() == 2
    }

    /// The axis that a line is measured by.
    pub fn axis(&self, line: &Line) -> AxisSide {
        match &self.units[..] {
            [_, right] if line.unit == *right => AxisSide::Right,
            _ => AxisSide::Left,
        }
    }

    /// The unit of an axis, where all its lines have the same.
    pub fn unit(&self, side: AxisSide) -> Option<&str> {
        match (&self.units[..], side) {
            ([unit] | [unit, _], AxisSide::Left) | ([_, unit], AxisSide::Right) => Some(unit),
            _ => None,
        }
    }

    /// The three years of a line.
    pub fn series(&self, line: &Line) -> Series {
        series(self.name(line, ""), line.values.clone(), self.axis(line))
    }

    /// The name of a line, or of what `industry` calls the level of the industry beside it.
    pub fn name(&self, line: &Line, industry: &str) -> String {
        let Line { product, measured, .. } = line;
        let own = match &self.measured {
            Some(_) => short(product, LONGEST),
            None if product.is_empty() => short(measured, LONGEST),
            None => format!("{} {measured}", short(product, LONGEST_BEFORE)),
        };
        format!("{own}{industry}{}", self.note(line))
    }

    /// Beside lines of other units its name says its own, and at which side it is measured.
    fn note(&self, line: &Line) -> String {
        let side = match self.axis(line) {
            _ if !self.has_two_axes() => "",
            AxisSide::Left => "左轴",
            AxisSide::Right => "右轴",
        };
        let unit = if self.units.len() > 1 { line.unit.as_str() } else { "" };
        match [unit, side].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>()[..] {
            [] => String::new(),
            ref parts => format!("（{}）", parts.join("，")),
        }
    }

    /// What stands beside an axis: what it measures, its unit, and that it does not begin at 0.
    pub fn title(&self, side: AxisSide, axis: &ValueAxis) -> Option<String> {
        let begins = axis.labelled.map(|[first, _]| first).or(axis.least);
        let begins = begins.filter(|first| first.is_sign_positive() && !first.is_zero());
        let begins = begins.map(|first| format!("纵轴从{}起", first.normalize()));
        let unit = self.unit(side).filter(|unit| !unit.is_empty()).map(str::to_owned);
        let mut parts = [self.measured.clone(), unit, begins].into_iter().flatten();
        let head = parts.next()?;
        let rest = parts.collect::<Vec<_>>().join("，");
        Some(if rest.is_empty() { head } else { format!("{head}（{rest}）") })
    }
}

/// A name that is too long, by its beginning and its end, which tell products of a row apart.
fn short(name: &str, longest: usize) -> String {
    let characters: Vec<char> = name.chars().collect();
    if characters.len() <= longest {
        return name.to_owned();
    }
    let head = longest * 3 / 5;
    let tail = characters.len() - (longest - head - 1);
    characters[..head].iter().chain(&['…']).chain(&characters[tail..]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_keeps_its_beginning_and_its_end() {
        assert_eq!(short("智能水表", 14), "智能水表");
        assert_eq!(short("高速低噪声长寿命深沟球轴承单元第3代", 14), "高速低噪声长寿命…单元第3代");
    }
}
