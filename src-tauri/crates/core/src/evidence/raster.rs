//! A picture decoded for being made anew, eight bits a sample.

/// What the samples of a pixel are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Channels {
    Grey,
    Rgb,
    /// As JPEG codes them (JFIF): kept, to spare two conversions.
    Ycbcr,
}

/// A picture decoded: rows from the top, without gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Raster {
    pub width: u32,
    pub height: u32,
    pub channels: Channels,
    pub pixels: Vec<u8>,
    /// An ICC profile for these channels.
    pub profile: Option<Vec<u8>>,
}

impl Raster {
    /// Its red, green and blue; not for what is [`Channels::Ycbcr`].
    pub fn into_rgb(self) -> Vec<u8> {
        match self.channels {
            Channels::Grey => self.pixels.iter().flat_map(|value| [*value; 3]).collect(),
            Channels::Rgb | Channels::Ycbcr => self.pixels,
        }
    }
}
