//! What a JPEG says of itself before its first scan (T.81, B.2).

/// The code of a scan header.
pub(super) const SOS: u8 = 0xDA;

/// The frame header (SOF, B.2.2): the picture's size before anything is decoded.
pub(super) struct Frame {
    pub code: u8,
    precision: u8,
    pub width: u32,
    pub height: u32,
    pub components: Vec<Component>,
}

/// What a frame says of one of its components.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Component {
    pub id: u8,
    /// Sampling factors across and down.
    pub factors: (u32, u32),
    /// Which quantization table it has.
    pub table: u8,
}

impl Frame {
    /// The frame header of a JPEG.
    pub fn find(bytes: &[u8]) -> Option<Frame> {
        segments(bytes).find(|(code, _)| is_frame(*code)).and_then(|(code, body)| Frame::read(code, body))
    }

    /// A frame header.
    pub fn read(code: u8, body: &[u8]) -> Option<Frame> {
        let side = |at: usize| Some(u32::from(u16::from_be_bytes([*body.get(at)?, *body.get(at + 1)?])));
        let (height, width, count) = (side(1)?, side(3)?, usize::from(*body.get(5)?));
        let components = body.get(6..6 + 3 * count)?.as_chunks::<3>().0.iter();
        let components = components.map(|[id, factors, table]| Component {
            id: *id,
            factors: (u32::from(factors >> 4), u32::from(factors & 15)),
            table: *table,
        });
        Some(Frame { code, precision: body[0], width, height, components: components.collect() })
    }

    /// Baseline, extended and progressive Huffman coding of 8 bits: what browsers and word processors show.
    pub fn is_common(&self) -> bool {
        let sampled = |one: &Component| (1..=4).contains(&one.factors.0) && (1..=4).contains(&one.factors.1);
        matches!(self.code, 0xC0..=0xC2)
            && self.precision == 8
            && matches!(self.components.len(), 1 | 3 | 4)
            && self.components.iter().all(sampled)
    }

    /// Whether the picture is coded in passes over all of it.
    pub fn is_progressive(&self) -> bool {
        self.code == 0xC2
    }

    /// The largest sampling factors across and down: those of the picture.
    pub fn largest(&self) -> (u32, u32) {
        let factors = self.components.iter().map(|component| component.factors);
        factors.fold((1, 1), |(across, down), one| (across.max(one.0), down.max(one.1)))
    }

    /// Width times height.
    pub fn pixels(&self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }
}

/// Frame headers; of the codes around them DHT, JPG and DAC are none.
pub(super) fn is_frame(code: u8) -> bool {
    matches!(code, 0xC0..=0xCF) && !matches!(code, 0xC4 | 0xC8 | 0xCC)
}

/// The marker segments up to the first scan's header, as marker code and content. Bytes between them that belong to
/// nothing are passed over, as other decoders do.
pub(super) fn segments(bytes: &[u8]) -> impl Iterator<Item = (u8, &[u8])> {
    let mut rest = bytes.get(2..).unwrap_or_default();
    std::iter::from_fn(move || {
        let code = loop {
            let at = memchr::memchr(0xFF, rest)?;
            rest = &rest[at + 1..];
            match rest.first()? {
                0xFF | 0 => {}
                code => break *code,
            }
        };
        let length = usize::from(u16::from_be_bytes(*rest.get(1..)?.first_chunk()?));
        let body = rest.get(3..1 + length)?;
        rest = if code == SOS { &[] } else { &rest[1 + length..] };
        Some((code, body))
    })
}
