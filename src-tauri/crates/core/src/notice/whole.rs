//! A notice as a whole: its lines, its year, its parts.

use super::line::{Line, plain};
use std::ops::Range;

/// A notice that is being read.
pub(super) struct Whole {
    pub lines: Vec<Line>,
    /// The year of the call.
    pub year: u16,
}

impl Whole {
    /// Nothing where no year is found: then it is no notice of this call.
    pub fn of(lines: Vec<Line>) -> Option<Whole> {
        Some(Whole { year: year_of(&lines)?, lines })
    }

    /// The letter before the annexes, in whatever order these come. It names them too, so the last such line counts.
    pub fn letter(&self) -> &[Line] {
        let last = |is: &dyn Fn(&str) -> bool| self.lines.iter().rposition(|line| is(&plain(&line.text())));
        let form = format!("{}年质量标杆典型经验申报书", self.year);
        let begins = [
            last(&|text| text.starts_with("附件1") && text.chars().count() < 8),
            last(&|text| text == form),
            last(&|text| text == "质量标杆典型经验编写说明"),
        ];
        &self.lines[..begins.into_iter().flatten().min().unwrap_or(self.lines.len())]
    }

    /// The lines from the one that is this title to the next of the `titles`.
    pub fn part(&self, title: &str, titles: &[String]) -> Option<Range<usize>> {
        let is = |line: &Line, title: &str| line.cells.len() == 1 && plain(&line.cells[0]) == plain(title);
        let start = self.lines.iter().rposition(|line| is(line, title))?;
        let after =
            self.lines[start + 1..].iter().position(|line| titles.iter().any(|title| is(line, title)));
        Some(start..after.map_or(self.lines.len(), |length| start + 1 + length))
    }
}

/// The year of the call.
pub(super) fn year_of(lines: &[Line]) -> Option<u16> {
    let plain: Vec<String> = lines.iter().map(|line| plain(&line.text())).collect();
    let titles = [
        "质量标杆典型经验申报书",
        "质量标杆典型经验申报承诺书",
        "质量标杆典型经验推荐表",
        "制造业质量标杆征集",
    ];
    titles.iter().find_map(|title| {
        plain.iter().find_map(|line| line.find(title).and_then(|at| year_before(&line[..at])))
    })
}

/// The year that the text ends with, `2027年`, whatever stands between it and the end.
fn year_before(text: &str) -> Option<u16> {
    let digits: String = text.rsplit('年').nth(1)?.chars().rev().take_while(char::is_ascii_digit).collect();
    let year: String = digits.chars().rev().collect();
    (year.len() == 4).then(|| year.parse().ok())?.filter(|year| (2000..=2100).contains(year))
}
