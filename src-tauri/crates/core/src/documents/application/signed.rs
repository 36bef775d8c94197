//! Scans that replace a signed page (替换成照片或扫描件): one page a scan, upright, inside the margins.

use crate::documents::Sources;
use crate::documents::compose::Composer;
use crate::documents::scan::{Extent, Placed, scaled, seen_size};
use crate::documents::sheet::Sheet;
use crate::documents::style::id;
use crate::documents::text::{line, styled};
use crate::evidence::Page;
use crate::form::Text;
use crate::ooxml::Alignment;

/// Room for the line above a scan and the blank below it, in twips.
const RESERVED: usize = 420;

/// Adds the scans, if there are any.
pub(super) fn add(composer: &mut Composer, sources: &Sources, files: &[Text], title: &str) -> bool {
    let placed = placed(sources, files, title);
    for (index, scan) in placed.iter().enumerate() {
        let drawn = styled(id::PICTURE).picture(scan.drawing());
        if index > 0 {
            composer.add(drawn.page_break_before());
            continue;
        }
        // The navigation pane and readers of the text find the page by it.
        let name = format!("{title}（签字盖章页）");
        composer.add(
            line(id::HEADER, &name).align(Alignment::Center).page_break_before().keep_next().outline_level(0),
        );
        composer.add(drawn);
    }
    !placed.is_empty()
}

/// The scans in their places.
pub(super) fn placed<'a>(sources: &Sources<'a>, files: &[Text], title: &str) -> Vec<Placed<'a>> {
    let pages: Vec<&Page> = files.iter().flat_map(|file| sources.pages_of(file)).collect();
    let area = Extent::text_area(Sheet::FORM, RESERVED);
    let place = |(index, page): (usize, &&'a Page)| {
        let (width, height) = seen_size(page, 0);
        let title = format!("{title}（签字盖章扫描件，第{}页，共{}页）", index + 1, pages.len());
        Placed { page, quarters: 0, extent: scaled(width, height, area.width, area.height), title }
    };
    pages.iter().enumerate().map(place).collect()
}
