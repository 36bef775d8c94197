//! Inline pictures (20.4.2.8), turned and mirrored by the drawing and never by re-encoding.

use super::xml::Element;

/// A picture in the line.
#[derive(Debug, Clone)]
pub struct Picture {
    /// Opaque key that [`super::MediaSource`] turns into bytes.
    pub source: String,
    /// What the bytes are.
    pub format: PictureFormat,
    /// Width as seen on the page, after turning, in EMU (360000 to the centimetre).
    pub width_emu: u64,
    /// Height as seen on the page, after turning, in EMU.
    pub height_emu: u64,
    /// Turn that makes the stored picture upright.
    pub turn: Turn,
    /// Mirroring, done before the turn.
    pub mirrored: Mirror,
    /// Text for readers who cannot see it.
    pub alt: String,
}

/// The stored picture formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFormat {
    /// JPEG
    Jpeg,
    /// PNG
    Png,
}

/// Clockwise quarter turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// As stored.
    None,
    /// 90° clockwise.
    Quarter,
    /// 180°.
    Half,
    /// 270° clockwise.
    ThreeQuarter,
}

/// Mirroring of the stored picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mirror {
    /// As stored.
    None,
    /// Left and right change places.
    LeftRight,
    /// Top and bottom change places.
    TopBottom,
}

/// What makes a picture with that EXIF orientation (tag 0x0112, 1 to 8) upright.
pub fn upright(orientation: u16) -> (Turn, Mirror) {
    match orientation {
        2 => (Turn::None, Mirror::LeftRight),
        3 => (Turn::Half, Mirror::None),
        4 => (Turn::None, Mirror::TopBottom),
        5 => (Turn::ThreeQuarter, Mirror::LeftRight),
        6 => (Turn::Quarter, Mirror::None),
        7 => (Turn::Quarter, Mirror::LeftRight),
        8 => (Turn::ThreeQuarter, Mirror::None),
        _ => (Turn::None, Mirror::None),
    }
}

impl Turn {
    const ALL: [Turn; 4] = [Turn::None, Turn::Quarter, Turn::Half, Turn::ThreeQuarter];

    /// This turn and then another.
    pub fn then(self, more: Turn) -> Turn {
        Turn::ALL[(self as usize + more as usize) % 4]
    }

    /// Whether width and height change places.
    pub fn is_sideways(self) -> bool {
        matches!(self, Turn::Quarter | Turn::ThreeQuarter)
    }
}

impl PictureFormat {
    pub(super) fn extension(self) -> &'static str {
        match self {
            PictureFormat::Jpeg => "jpeg",
            PictureFormat::Png => "png",
        }
    }
}

impl Picture {
    /// The run with the drawing; `relationship` leads to the media part.
    pub(super) fn run(&self, relationship: &str) -> Element {
        let (width, height) = self.unturned();
        let picture = Element::new("pic:pic")
            .put(self.properties())
            .put(
                Element::new("pic:blipFill")
                    .put(Element::new("a:blip").with("r:embed", relationship))
                    .put(Element::new("a:stretch").put(Element::new("a:fillRect"))),
            )
            .put(
                Element::new("pic:spPr")
                    .put(self.transform(width, height))
                    .put(Element::new("a:prstGeom").with("prst", "rect").put(Element::new("a:avLst"))),
            );
        let kind = "http://schemas.openxmlformats.org/drawingml/2006/picture";
        let graphic = Element::new("a:graphicData").with("uri", kind).put(picture);
        inline(Frame { width, height, name: "图片", alt: &self.alt }, graphic)
    }

    /// Word from 2010 on keeps the unturned size in the extent and, for an angle of 45° to 135°, swaps
    /// width and height itself to lay out the line, so nothing is left over for `effectExtent`.
    fn unturned(&self) -> (u64, u64) {
        let (width, height) = (self.width_emu.max(1), self.height_emu.max(1));
        if self.turn.is_sideways() { (height, width) } else { (width, height) }
    }

    fn properties(&self) -> Element {
        let locks = Element::new("a:picLocks").with("noChangeAspect", "1");
        let named = Element::new("pic:cNvPr").with("id", "0").with("name", "图片");
        Element::new("pic:nvPicPr").put(named).put(Element::new("pic:cNvPicPr").put(locks))
    }

    fn transform(&self, width: u64, height: u64) -> Element {
        let mut transform = Element::new("a:xfrm");
        if self.turn != Turn::None {
            // 20.1.10.3: sixty thousandths of a degree.
            transform.set("rot", (self.turn as u32 * 90 * 60_000).to_string());
        }
        match self.mirrored {
            Mirror::None => {}
            Mirror::LeftRight => transform.set("flipH", "1"),
            Mirror::TopBottom => transform.set("flipV", "1"),
        }
        transform
            .put(Element::new("a:off").with("x", "0").with("y", "0"))
            .put(Element::new("a:ext").with("cx", width.to_string()).with("cy", height.to_string()))
    }
}

/// What every inline drawing has.
pub(super) struct Frame<'a> {
    pub width: u64,
    pub height: u64,
    pub name: &'a str,
    pub alt: &'a str,
}

/// A run with an inline drawing. The identity pass numbers its `wp:docPr`.
pub(super) fn inline(frame: Frame<'_>, graphic: Element) -> Element {
    let alt = if frame.alt.trim().is_empty() { frame.name } else { frame.alt };
    let zero = |e: Element, names: [&str; 4]| names.iter().fold(e, |e, name| e.with(name, "0"));
    let locks = Element::new("a:graphicFrameLocks").with("noChangeAspect", "1");
    let inline = zero(Element::new("wp:inline"), ["distT", "distB", "distL", "distR"])
        .put(
            Element::new("wp:extent")
                .with("cx", frame.width.to_string())
                .with("cy", frame.height.to_string()),
        )
        .put(zero(Element::new("wp:effectExtent"), ["l", "t", "r", "b"]))
        .put(Element::new("wp:docPr").with("id", "0").with("name", frame.name).with("descr", alt))
        .put(Element::new("wp:cNvGraphicFramePr").put(locks))
        .put(Element::new("a:graphic").put(graphic));
    Element::new("w:r")
        .put(Element::new("w:rPr").put(Element::new("w:noProof")))
        .put(Element::new("w:drawing").put(inline))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(orientation: u16, extent: (&str, &str), transform: &[(&str, &str)]) {
        let (turn, mirror) = upright(orientation);
        let picture = Picture {
            source: "a".into(),
            format: PictureFormat::Png,
            width_emu: 10,
            height_emu: 20,
            turn,
            mirrored: mirror,
            alt: String::new(),
        };
        picture.run("rId1").visit(&mut |e| match e.name.as_str() {
            "wp:extent" | "a:ext" => {
                assert_eq!((e.attribute("cx"), e.attribute("cy")), (Some(extent.0), Some(extent.1)))
            }
            "a:xfrm" => assert_eq!(
                e.attributes.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect::<Vec<_>>(),
                transform
            ),
            _ => {}
        });
    }

    #[test]
    fn each_exif_orientation_becomes_a_turn_and_a_mirror() {
        check(0, ("10", "20"), &[]);
        check(1, ("10", "20"), &[]);
        check(2, ("10", "20"), &[("flipH", "1")]);
        check(3, ("10", "20"), &[("rot", "10800000")]);
        check(4, ("10", "20"), &[("flipV", "1")]);
        check(5, ("20", "10"), &[("rot", "16200000"), ("flipH", "1")]);
        check(6, ("20", "10"), &[("rot", "5400000")]);
        check(7, ("20", "10"), &[("rot", "5400000"), ("flipH", "1")]);
        check(8, ("20", "10"), &[("rot", "16200000")]);
    }

    #[test]
    fn turns_add_up() {
        assert_eq!(Turn::ThreeQuarter.then(Turn::Half), Turn::Quarter);
        assert_eq!(Turn::None.then(Turn::Half), Turn::Half);
    }
}
