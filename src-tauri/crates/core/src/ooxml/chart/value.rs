//! The form of most settings of a chart: an element with one attribute.

use crate::ooxml::xml::Element;
use rust_decimal::Decimal;

pub(super) fn value(name: &str, value: &str) -> Element {
    Element::new(name).with("val", value)
}

/// A number as the cache holds it: plain digits, no exponent.
pub(super) fn number(value: Decimal) -> String {
    value.normalize().to_string()
}
