//! The picture of a page that is nothing else, taken as it is.

use super::scan::{Place, Scan, give_up};
use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
};
use hayro::kurbo::{BezPath, Rect};

/// What takes it; nothing else is looked at.
pub(super) struct Taking {
    paper: Rect,
    pub scan: Option<Scan>,
}

impl Taking {
    /// From a page that covers `paper`.
    pub fn of(paper: Rect) -> Taking {
        Taking { paper, scan: None }
    }
}

impl<'a> Device<'a> for Taking {
    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        let place = Place { width: image.width(), height: image.height(), transform: props.transform };
        self.scan = give_up(&image, &place, self.paper);
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}

    fn draw_glyph_run(&mut self, _: &GlyphRun<'_, 'a>, _: DrawProps<'a>, _: &DrawMode) {}

    fn push_clip_path(&mut self, _: &ClipPath) {}

    fn push_clip_rect(&mut self, _: &Rect) {}

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
