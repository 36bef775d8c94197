//! Scans that replace a signed page (替换成照片或扫描件): one page a scan, upright, inside the margins.

use crate::documents::Sources;
use crate::documents::compose::{Composer, styled};
use crate::documents::scan::{Extent, picture, scaled, seen_size};
use crate::documents::style::id;
use crate::evidence::Page;
use crate::form::Text;

/// Room for the paragraph's own line below the scan, in twips.
const RESERVED: usize = 120;

/// Adds the scans, if there are any.
pub(super) fn add(composer: &mut Composer, sources: &Sources, files: &[Text], title: &str) -> bool {
    let pages: Vec<&Page> = files.iter().flat_map(|file| sources.pages_of(file)).collect();
    for (index, page) in pages.iter().enumerate() {
        let alt = format!("{title}（签字盖章扫描件，第{}页，共{}页）", index + 1, pages.len());
        add_page(composer, page, &alt);
    }
    !pages.is_empty()
}

fn add_page(composer: &mut Composer, page: &Page, alt: &str) {
    let area = Extent::text_area(RESERVED);
    let (width, height) = seen_size(page, 0);
    let drawing = picture(page, 0, scaled(width, height, area.width, area.height), alt);
    let drawing = composer.extras.picture(drawing);
    composer.add(styled(id::PICTURE).page_break_before(true).add_structured_data_tag(drawing));
}
