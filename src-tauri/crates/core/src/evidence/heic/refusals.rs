//! What the decoder says, as a refusal.

use super::super::{Kind, Refusal};
use heic_decoder::HeifError;

pub(super) const DAMAGED: Refusal = Refusal::Damaged(Kind::Heic);

pub(super) fn refusal(error: &HeifError) -> Refusal {
    match error {
        HeifError::Unsupported(_) => Refusal::RareHeic,
        HeifError::LimitExceeded(_) => Refusal::HeavyHeic,
        _ => DAMAGED,
    }
}
