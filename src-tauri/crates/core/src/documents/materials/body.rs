//! One item: heading, a line of facts, and its pages as pictures.

use super::item::Item;
use crate::documents::Sources;
use crate::documents::compose::Composer;
use crate::documents::layout::line_count;
use crate::documents::scan::{Extent, Placed, as_large_as_fits, seen_size};
use crate::documents::sheet::{Sheet, points};
use crate::documents::style::{id, size};
use crate::documents::text::{line, run, styled};
use crate::evidence::Page;
use crate::form::{Evidence, Text};
use crate::ooxml::Paragraph;
use crate::proof::purpose;

/// Line height assumed, in parts of the text's size: what is left to a picture must do for fonts with more
/// leading than 宋体 too.
const ROOMY: f32 = 1.5;
/// Blanks around a caption and the line of the picture's own paragraph, in twips.
const CAPTION_BLANKS: usize = 280;

pub(super) fn add(composer: &mut Composer, sources: &Sources, item: &Item) {
    let heading = item.heading();
    composer.add(heading_paragraph(item, &heading));
    for facts in facts(sources, item.evidence) {
        composer.add(line(id::NOTE, &facts).keep_next());
    }
    for (index, scan) in placed(sources, item).iter().enumerate() {
        add_page(composer, scan, index);
    }
}

/// Its pages in their places; the first leaves room for the heading.
pub(super) fn placed<'a>(sources: &Sources<'a>, item: &Item) -> Vec<Placed<'a>> {
    let (heading, pages) = (item.heading(), pages(sources, item.evidence));
    let above = height_above(&heading, &facts(sources, item.evidence));
    let place = |(index, (page, quarters)): (usize, &(&'a Page, u8))| {
        let title = format!("{heading}　第{}页，共{}页", index + 1, pages.len());
        let below = lines_height(&title, size::SMALL_FOUR) + CAPTION_BLANKS;
        let area = Extent::text_area(Sheet::SCANS, below + if index == 0 { above } else { 0 });
        let (width, height) = seen_size(page, *quarters);
        Placed { page, quarters: *quarters, extent: as_large_as_fits(width, height, area), title }
    };
    pages.iter().enumerate().map(place).collect()
}

/// How many printed pages an item takes.
pub(super) fn page_count(sources: &Sources, evidence: &Evidence) -> usize {
    pages(sources, evidence).len().max(1)
}

/// Its pages with the quarter turns the user gave their files.
fn pages<'a>(sources: &Sources<'a>, evidence: &Evidence) -> Vec<(&'a Page, u8)> {
    let of = |file: &Text| {
        let quarters = evidence.rotation.get(file.as_str()).map_or(0, |rotation| rotation.quarters());
        sources.pages_of(file).iter().map(move |page| (page, quarters))
    };
    evidence.files.iter().flat_map(of).collect()
}

fn heading_paragraph(item: &Item, heading: &str) -> Paragraph {
    styled(id::HEADINGS[0]).page_break_before().bookmark(item.bookmark(), vec![run(heading)])
}

/// 发证日期, 有效期至, 涉及年度 on a line, 证明内容 and 备注 on lines of their own: what is known of them.
fn facts(sources: &Sources, evidence: &Evidence) -> Vec<String> {
    let labels = &sources.edition.evidence;
    let years = evidence.years.iter().map(|year| format!("{year}年")).collect::<Vec<_>>().join("、");
    let known = [
        (&labels.issued_on, evidence.issued_on.map(|date| date.chinese())),
        (&labels.expires_on, evidence.expires_on.map(|date| date.chinese())),
        (&labels.years, Some(years).filter(|years| !years.is_empty())),
        (&labels.purpose, Some(purpose(evidence)).filter(|purpose| !purpose.is_empty())),
        (&labels.note, Some(evidence.note.trim().to_owned()).filter(|note| !note.is_empty())),
    ];
    let [issued, expires, years, purpose, note] =
        known.map(|(label, fact)| fact.map(|fact| format!("{label}：{fact}")));
    let facts = [issued, expires, years].into_iter().flatten().collect::<Vec<_>>().join("　");
    [Some(facts).filter(|facts| !facts.is_empty()), purpose, note].into_iter().flatten().collect()
}

/// What heading and facts take of the first page, in twips.
fn height_above(heading: &str, facts: &[String]) -> usize {
    let blanks = 240 + 120;
    let facts = facts.iter().map(|facts| lines_height(facts, size::FIVE) + 60);
    lines_height(heading, size::THREE) + facts.sum::<usize>() + blanks
}

/// The height of a text over the width of the page, in twips.
fn lines_height(text: &str, half_points: usize) -> usize {
    let size = half_points as f32 / 2.0;
    let lines = line_count(text, size, points(Sheet::SCANS.width()), 0.0);
    (lines as f32 * size * ROOMY * 20.0) as usize
}

fn add_page(composer: &mut Composer, scan: &Placed, index: usize) {
    let paragraph = styled(id::PICTURE).keep_next().picture(scan.drawing());
    composer.add(if index > 0 { paragraph.page_break_before() } else { paragraph });
    composer.add(line(id::CAPTION, &with_whole_count(&scan.title)));
}

/// 第i页，共n页 is not parted: where the line does not hold it, it stands on the next.
fn with_whole_count(title: &str) -> String {
    let lines =
        |text: &str| line_count(text, size::SMALL_FOUR as f32 / 2.0, points(Sheet::SCANS.width()), 0.0);
    match title.rsplit_once('　') {
        Some((heading, count)) if lines(title) > lines(heading) => format!("{heading}\n{count}"),
        _ => title.to_owned(),
    }
}
