//! 修改说明 of a draft: what changed since a final package was made.

use super::error::Error;
use super::placing::Existing;
use super::print_pages::write_alone;
use crate::compare::Changes;
use crate::date::Date;
use crate::documents::{self, ChangeReport, Sources, Stage};
use crate::draft::{Draft, FinalExport};
use crate::edition::Edition;
use crate::form::Content;
use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};
use std::path::Path;
use std::str::FromStr;

/// Which final package a draft is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Since {
    /// 第1次报送, 第2次报送 ….
    Number(i64),
    /// The last one made on this day.
    Day(Date),
}

impl FromStr for Since {
    type Err = String;

    fn from_str(text: &str) -> Result<Since, String> {
        let (number, day) = (text.parse().map(Since::Number), Date::parse(text).map(Since::Day));
        number.ok().or(day.ok()).ok_or_else(|| "应为第几次报送（如 1），或那一天（YYYY-MM-DD）".to_owned())
    }
}

impl Display for Since {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        match self {
            Since::Number(number) => write!(f, "第{number}次报送"),
            Since::Day(day) => write!(f, "{}的报送", day.chinese()),
        }
    }
}

/// What changed of a draft whose content is `content`: since the last final package that was made of another content,
/// or since the one that is named.
///
/// # Errors
/// [`Error::NeverExported`], [`Error::NoSuchExport`], [`Error::ForgottenExport`]; when the draft cannot be read.
pub fn changes(
    draft: &Draft,
    content: &Content,
    edition: &Edition,
    since: Option<Since>,
) -> Result<ChangeReport, Error> {
    let number = draft.export_number(content)?;
    let made = draft.exports()?;
    let sent = chosen(&made, number, since)?;
    let before = draft.exported_content(sent.number)?.ok_or(Error::ForgottenExport(sent.number))?;
    let changes = Changes::of(&before, content, edition);
    Ok(ChangeReport { since: sent.number, since_day: sent.day, number, changes })
}

fn chosen(made: &[FinalExport], number: i64, since: Option<Since>) -> Result<&FinalExport, Error> {
    let (Some(first), Some(last)) = (made.first(), made.last()) else { return Err(Error::NeverExported) };
    let found = match since {
        None => {
            let other = made.iter().rev().find(|one| one.number != number && one.is_known);
            Some(other.unwrap_or(if last.is_known { last } else { first }))
        }
        Some(Since::Number(number)) => made.iter().find(|one| one.number == number),
        Some(Since::Day(day)) => made.iter().rev().find(|one| one.day == day),
    };
    let told = |one: &FinalExport| format!("第{}次（{}）", one.number, one.day.chinese());
    found.ok_or_else(|| Error::NoSuchExport {
        asked: since.map(|since| since.to_string()).unwrap_or_default(),
        made: made.iter().map(told).collect::<Vec<_>>().join("、"),
    })
}

/// Writes the 修改说明 to `file`: beside it first, then renamed. Gives what it says.
///
/// # Errors
/// Those of [`changes`]; [`Error::Exists`] where there is a file that was not to be replaced; when the file cannot be
/// written. What was there is then as it was.
pub fn write_changes(
    draft: &Draft,
    content: &Content,
    edition: &Edition,
    since: Option<Since>,
    today: Date,
    file: &Path,
    existing: Existing,
) -> Result<ChangeReport, Error> {
    let report = changes(draft, content, edition, since)?;
    let pages = BTreeMap::new();
    let sources = Sources { content, edition, pages: &pages, stage: Stage::Final, today };
    write_alone(|| documents::changes(&sources, &report), file, existing)?;
    Ok(report)
}
