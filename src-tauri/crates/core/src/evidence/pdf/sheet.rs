//! A page and what lies on it, as the renderer is to draw them.

use super::document::Document;
use super::graft::{Graft, Substitutes};
use super::marks::Marks;
use super::names::Names;
use super::write::{self, number};
use crate::evidence::{Kind, Refusal};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::Dict;
use hayro::hayro_syntax::page::{Page, Rotation};
use std::sync::Arc;

/// What is drawn for a page.
pub(super) struct Sheet<'a> {
    page: &'a Page<'a>,
    copy: Option<Copy>,
}

/// A file of one page, made of parts of the page.
struct Copy {
    pdf: Pdf,
    extent: Extent,
}

/// What of a page was copied.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// What lies on it.
    Marks,
    /// All of it, put right.
    Whole,
}

impl<'a> Sheet<'a> {
    /// Puts together what is drawn: the page itself where the renderer draws it right, or else a copy.
    pub fn of(
        document: &Document<'_>,
        page: &'a Page<'a>,
        marks: &Marks,
        substitutes: &Substitutes,
    ) -> Result<Sheet<'a>, Refusal> {
        let defaults =
            ["DefaultRGB", "DefaultGray"].iter().any(|key| page.resources().color_spaces.contains_key(key));
        let whole = defaults || document.layers.unusual || !substitutes.is_empty();
        if !whole && marks.seen.is_empty() {
            return Ok(Sheet { page, copy: None });
        }
        let extent = if whole { Extent::Whole } else { Extent::Marks };
        let mut graft = Graft::new(page.xref(), &document.layers, substitutes);
        let entries = entries(page, marks, extent, &mut graft);
        let bytes = graft.finish(&entries).ok_or(Refusal::TooHeavy(Kind::Pdf))?;
        let pdf = Pdf::new(Arc::new(bytes)).map_err(|_| Refusal::Damaged(Kind::Pdf))?;
        Ok(Sheet { page, copy: Some(Copy { pdf, extent }) })
    }

    /// The page itself.
    pub fn page(&self) -> &'a Page<'a> {
        self.page
    }

    /// The page whose content is drawn as it is, unless all of it was copied.
    pub fn original(&self) -> Option<&'a Page<'a>> {
        let whole = self.copy.as_ref().is_some_and(|copy| copy.extent == Extent::Whole);
        (!whole).then_some(self.page)
    }

    /// The copy that is drawn above it. Annotations of the original never are: the copy has what is seen of them.
    pub fn copy(&self) -> Option<&Page<'_>> {
        self.copy.as_ref().and_then(|copy| copy.pdf.pages().first())
    }
}

/// The entries of the copied page.
fn entries(page: &Page<'_>, marks: &Marks, extent: Extent, graft: &mut Graft<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    for (key, area) in [("MediaBox", page.media_box()), ("CropBox", page.crop_box())] {
        let [x0, y0, x1, y1] = [area.x0, area.y0, area.x1, area.y1].map(number);
        out.extend(format!("/{key}[{x0} {y0} {x1} {y1}]").bytes());
    }
    let turned = match page.rotation() {
        Rotation::None => 0,
        Rotation::Horizontal => 90,
        Rotation::Flipped => 180,
        Rotation::FlippedHorizontal => 270,
    };
    out.extend(format!("/Rotate {turned}").bytes());
    if extent == Extent::Whole {
        graft.set_defaults(&page.resources().color_spaces);
        let mut stream = b"<<".to_vec();
        write::stream_data(page.page_stream().unwrap_or_default(), &mut stream);
        let contents = graft.add(stream);
        out.extend(format!("/Contents {contents} 0 R").bytes());
    }
    let mut drawn = marks.drawn_with_the_pages(page.xref());
    if extent == Extent::Whole {
        drawn.extend(page.page_stream().unwrap_or_default());
    }
    if !drawn.is_empty() {
        resources(page, &drawn, graft, &mut out);
    }
    out.extend(marks.write(graft));
    out
}

/// Writes what a content asks for of that which a page names, whether it says so itself or takes it over: the resources
/// of a whole file may be given to each of its pages.
fn resources(page: &Page<'_>, content: &[u8], graft: &mut Graft<'_>, out: &mut Vec<u8>) {
    let all = page.resources();
    let kinds: [(&str, &Dict<'_>); 7] = [
        ("ExtGState", &all.ext_g_states),
        ("Font", &all.fonts),
        ("ColorSpace", &all.color_spaces),
        ("Properties", &all.properties),
        ("XObject", &all.x_objects),
        ("Pattern", &all.patterns),
        ("Shading", &all.shadings),
    ];
    let names = Names::of(content, all);
    out.extend(b"/Resources<<");
    for (key, dict) in kinds {
        out.extend(format!("/{key} ").bytes());
        graft.named(dict, &names, out);
    }
    out.extend(b">>");
}
