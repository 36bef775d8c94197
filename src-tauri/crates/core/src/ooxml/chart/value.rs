//! The form of most settings of a chart: an element with one attribute.

use crate::ooxml::xml::Element;

pub(super) fn value(name: &str, value: &str) -> Element {
    Element::new(name).with("val", value)
}
