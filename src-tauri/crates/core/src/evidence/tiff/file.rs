//! A TIFF being read, and what its errors mean.

use crate::evidence::{BITMAP_LIMIT, Kind, Refusal};
use std::io::Cursor;
use tiff::decoder::{Decoder, Limits};
use tiff::{TiffError, TiffUnsupportedError};

pub(super) const DAMAGED: Refusal = Refusal::Damaged(Kind::Tiff);

pub(super) type Tiff<'a> = Decoder<Cursor<&'a [u8]>>;

/// Opens a file at its first directory.
pub(super) fn open(bytes: &[u8]) -> Result<Tiff<'_>, Refusal> {
    let mut limits = Limits::default();
    limits.decoding_buffer_size = BITMAP_LIMIT as usize;
    limits.intermediate_buffer_size = BITMAP_LIMIT as usize;
    Ok(Decoder::new(Cursor::new(bytes)).map_err(refusal)?.with_limits(limits))
}

/// What an error of the library means to the user.
pub(super) fn refusal(error: TiffError) -> Refusal {
    match error {
        TiffError::LimitsExceeded => Refusal::TooHeavy(Kind::Tiff),
        TiffError::UnsupportedError(TiffUnsupportedError::UnknownInterpretation) => DAMAGED,
        TiffError::UnsupportedError(_) => Refusal::RareCoding(Kind::Tiff),
        _ => DAMAGED,
    }
}
