//! What a file may be, and what decoding it may take.

/// The largest file that is accepted, in bytes.
pub const FILE_LIMIT: u64 = 300 << 20;

/// The most pages a file may have.
pub const PAGE_LIMIT: usize = 300;

/// The most pixels a page may have.
pub const PIXEL_LIMIT: u64 = 200_000_000;

/// The longest side of a page in pixels; what JPEG encoders and word processors can bear.
pub const SIDE_LIMIT: u32 = 65_500;

/// The most memory that checking a picture may take besides its file, in bytes.
pub(super) const MEMORY_LIMIT: u64 = 256 << 20;

/// The largest page, decoded, that is converted, in bytes: A4 in colour at 600 dpi.
pub(super) const BITMAP_LIMIT: u64 = 110_000_000;

/// The most bytes that decoding a picture may take besides its file: twelve million pixels in JPEG 2000, a page in
/// colour of A4 at 600 dpi in TIFF.
pub(super) const DECODED_LIMIT: u64 = 300_000_000;

/// The bytes that a picture in JPEG 2000 takes: all components in floating point, and one of them three times more.
pub(super) fn jpx_cost(pixels: u64, components: u64) -> u64 {
    pixels.saturating_mul(4 * components + 12)
}
