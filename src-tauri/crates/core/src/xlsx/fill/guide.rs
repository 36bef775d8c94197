//! Whose workbook it is, as its sheet 说明 says.

use super::column::year_in;
use super::put::Filling;
use crate::xlsx::Unread;
use crate::xlsx::names::plain;
use crate::xlsx::read::Sheet;
use crate::xlsx::write::GUIDE;

impl Filling<'_> {
    /// Compares the organization and the year of the workbook with those of the draft.
    pub fn guide(&mut self, sheet: &Sheet) {
        let text =
            |row: u32| sheet.rows.get(&row).and_then(|line| line.get(&0)).map_or("", |cell| &*cell.text);
        let (title, owner) = (text(0), text(1));
        if !plain(title).starts_with(GUIDE.title) {
            return;
        }
        self.has_guide = true;
        let labels = &self.edition.application;
        let own = self.json["organization"].as_str().unwrap_or_default().trim();
        let named = owner.split_once('：').filter(|(label, _)| plain(label) == plain(&labels.organization));
        let named = named.map_or("", |(_, name)| name.trim());
        let is_other = !plain(named).is_empty() && !plain(own).is_empty() && plain(named) != plain(own);
        let (year, own_year) = (year_in(title), year_in(&labels.title));
        if is_other || year.is_some() && own_year.is_some() && year != own_year {
            let words = |name: &str, year: Option<_>| match year {
                Some(year) => format!("“{name}”{year}年度的"),
                None => format!("“{name}”的"),
            };
            let (theirs, ours) = (words(named, year), words(own, own_year));
            let reason = format!("填报表是{theirs}，草稿是{ours}，请核对是不是选错了文件");
            self.stranger = Some(Unread { sheet: sheet.name.clone(), reason, ..Unread::default() });
        }
    }
}
