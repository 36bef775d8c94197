//! What keeps a TIFF from being accepted.

use crate::evidence::{Kind, Refusal};

/// It is cut off or makes no sense.
pub(super) const DAMAGED: Refusal = Refusal::Damaged(Kind::Tiff);

/// It is of a coding that is not read.
pub(super) const RARE: Refusal = Refusal::RareCoding(Kind::Tiff);

/// It unfolds to too much.
pub(super) const HEAVY: Refusal = Refusal::TooHeavy(Kind::Tiff);
