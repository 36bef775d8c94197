//! Which row of the 经济和质量效益统计表 a clause speaks of.

use super::sentence::without_bracket;
use crate::rules::figures::Figure;
use crate::rules::{Context, Measure, YearSeries};

/// The rows with the names that a text gives them.
pub(super) type Rows<'s, 'a> = [(&'s YearSeries<'a>, String)];

/// The rows whose names are long enough to be told apart.
pub(super) fn rows<'s, 'a>(context: &'s Context<'a>) -> Vec<(&'s YearSeries<'a>, String)> {
    let named = |series: &'s YearSeries<'a>| {
        let Measure::Benefit(row) = series.measure else { return None };
        let name = without_bracket(&row.name);
        (name.chars().count() >= 4).then_some((series, name))
    };
    context.series().iter().filter_map(named).collect()
}

/// A row that a clause is about.
pub(super) struct Subject<'s, 'a, 't> {
    pub series: &'s YearSeries<'a>,
    /// The text up to what is said of it, its figure aside.
    pub lead: &'t str,
    /// The text before its name.
    pub head: &'t str,
}

/// What may stand between the name and its figure.
const LINKS: [&str; 6] = ["实现", "达到", "完成", "为", "达", "的"];

/// What may stand before the name so that it is the whole of it.
const WHOLE: [&str; 11] = ["，", "、", "：", "年", " ", "和", "（", "公司", "公司的", "实现", "其中"];

/// The row that `lead` ends in: its name, perhaps a year behind, perhaps its figure, which is `before`.
pub(super) fn subject<'s, 'a, 't>(
    text: &str,
    lead: &'t str,
    before: Option<&Figure>,
    rows: &Rows<'s, 'a>,
) -> Option<Subject<'s, 'a, 't>> {
    let lead = lead.trim_end_matches(['，', ',']);
    // `lead` is a part of the text that ends somewhere before what is said.
    let end = lead.as_ptr() as usize + lead.len() - text.as_ptr() as usize;
    let start = end - lead.len();
    let own = before.filter(|figure| figure.end == end && figure.digits.start >= start);
    let lead = own.map_or(lead, |figure| &lead[..figure.digits.start - start]);
    let lead = LINKS.iter().fold(lead, |lead, link| lead.strip_suffix(link).unwrap_or(lead));
    let bare = without_year(lead);
    let named = rows.iter().filter(|(_, name)| bare.ends_with(name.as_str()));
    let (series, name) = named.max_by_key(|(_, name)| name.len())?;
    let head = &bare[..bare.len() - name.len()];
    let is_whole = head.is_empty() || WHOLE.iter().any(|word| head.ends_with(word));
    is_whole.then_some(Subject { series, lead, head })
}

/// The text without a year at its end.
fn without_year(text: &str) -> &str {
    match text.strip_suffix('年') {
        Some(bare) if bare.ends_with(|c: char| c.is_ascii_digit()) => {
            bare.trim_end_matches(|c: char| c.is_ascii_digit())
        }
        _ => text,
    }
}
