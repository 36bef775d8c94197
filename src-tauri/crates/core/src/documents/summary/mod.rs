//! 总览.docx: what the person who signs should see on one page.

mod criteria;
mod places;
mod proof;
mod state;

use super::Sources;
use super::compose::Composer;
use super::materials::first_pages;
use super::sheet::Sheet;
use super::style::{id, size};
use super::text::line;
use super::title::document_title;
use crate::ooxml::{self, Parts};
use crate::summary::Summary;

/// 总览.docx.
///
/// # Errors
/// When the document cannot be made.
pub fn document(sources: &Sources, summary: &Summary) -> Result<Parts, ooxml::Error> {
    let mut composer = Composer::new(Sheet::FORM, size::FIVE);
    let name = format!("{}　总览", sources.content.organization.trim());
    composer.add(document_title(&name, Sheet::FORM));
    let experience = &sources.content.declaration.experience_name;
    composer.add(line(
        id::NOTE,
        &format!("{}　{}（{}）", experience.trim(), summary.tally.words, sources.today.chinese()),
    ));
    composer.add(line(id::NOTE, &state::lengths(summary)));
    state::open(&mut composer, summary);
    state::vouched(&mut composer, summary);
    state::signed(&mut composer, summary);
    let pages = first_pages(sources);
    proof::claims(&mut composer, summary, &pages);
    proof::items(&mut composer, summary, &pages);
    criteria::criteria(&mut composer, summary);
    proof::figures(&mut composer, summary);
    composer.add(line(id::NOTE, "本页由程序按草稿内容汇总，供签字前核对，不随申报材料报送。").keep_next());
    composer.add(line(id::NOTE, "已阅。负责人签字：　　　　　　　　　　日期：　　　　年　　月　　日"));
    composer.finish("总览", sources)
}
