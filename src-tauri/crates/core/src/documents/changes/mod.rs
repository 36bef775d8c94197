//! 修改说明.docx: what changed since the application was sent, one line a change; the text with tracked changes.

mod report;
mod text;

#[cfg(test)]
mod tests;

use super::Sources;
use super::compose::Composer;
use super::listing::{WIDTH, section};
use super::sheet::Sheet;
use super::style::{id, size};
use super::text::line;
use super::title::document_title;
use crate::compare::ChangeLine;
use crate::ooxml::{self, Parts};

pub use report::ChangeReport;

/// 修改说明.docx.
///
/// # Errors
/// When the document cannot be made.
pub fn document(sources: &Sources, report: &ChangeReport) -> Result<Parts, ooxml::Error> {
    let mut composer = Composer::new(Sheet::FORM, size::FIVE);
    let title = report.title();
    let name = format!("{}　{title}", sources.content.organization.trim());
    composer.add(document_title(&name, Sheet::FORM));
    let experience = sources.content.declaration.experience_name.trim();
    composer.add(line(id::NOTE, &format!("经验名称：{experience}（{}）", sources.today.chinese())));
    composer.add(line(id::NOTE, &report.summary()));
    if !report.changes.lines.is_empty() {
        listed(&mut composer, &report.changes.lines);
    }
    if report.changes.has_text() {
        text::add(&mut composer, sources, report);
    }
    composer.finish(&title, sources)
}

fn listed(composer: &mut Composer, lines: &[ChangeLine]) {
    let row = |(index, one): (usize, &ChangeLine)| {
        let ChangeLine { part, place, before, after } = one;
        vec![(index + 1).to_string(), part.clone(), place.clone(), before.clone(), after.clone()]
    };
    let columns = [640, 1500, 1700, (WIDTH - 3840) / 2, WIDTH - 3840 - (WIDTH - 3840) / 2];
    let header = ["序号", "部分", "位置", "修改前", "修改后"];
    let rows = lines.iter().enumerate().map(row).collect();
    section(composer, "修改内容", "", &columns, &header, rows);
}
