//! The empty form of an edition.

use super::{Content, Indicator, Row};
use crate::edition::{DefaultIndicator, Edition};

impl Content {
    /// The form as it comes: nothing filled in, the indicators and rows of the edition in place.
    pub fn empty(edition: &Edition) -> Content {
        Content {
            edition: edition.id.as_str().into(),
            benefits: benefits(edition),
            social: rows(&edition.application.social.rows),
            brand: rows(&edition.application.brand.rows),
            ..Content::default()
        }
    }
}

pub(super) fn benefits(edition: &Edition) -> Vec<Indicator> {
    edition.application.benefits.rows.iter().map(indicator).collect()
}

fn indicator(row: &DefaultIndicator) -> Indicator {
    Indicator {
        key: row.key.as_str().into(),
        name: row.name.as_str().into(),
        unit: row.unit.as_str().into(),
        better: Some(row.better),
        ..Indicator::default()
    }
}

pub(super) fn rows(items: &[String]) -> Vec<Row> {
    items.iter().map(|item| Row { item: item.as_str().into(), ..Row::default() }).collect()
}
