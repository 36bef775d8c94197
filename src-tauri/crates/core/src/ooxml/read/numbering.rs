//! Automatic numbers and bullets (17.9).

use super::styles::{is_short, value};
use crate::ooxml::xml::Element;
use std::collections::HashMap;

/// The automatic number of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The list it counts in.
    pub list: String,
    /// Its level in it, from 0.
    pub level: usize,
    /// What its numbers are.
    pub format: NumberFormat,
    /// What stands around the number, `%1` for that of the first level: `（%1）`.
    pub text: String,
}

/// What the numbers of a list are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberFormat {
    /// A bullet, the same at every item.
    Bullet,
    /// 1, 2, 3.
    Decimal,
    /// 一, 二, 三.
    Chinese,
    /// ①, ②, ③.
    Circled,
    /// I, II, III.
    Roman,
    /// Letters and the like.
    Other,
}

/// The lists of a document.
#[derive(Debug, Default)]
pub(super) struct Numbering<'a> {
    lists: HashMap<&'a str, &'a Element>,
    instances: HashMap<&'a str, &'a Element>,
}

/// Bytes of an id, and of what stands around a number: each paragraph bears both.
const LONGEST: usize = 200;

impl<'a> Numbering<'a> {
    pub fn of(part: Option<&'a Element>) -> Numbering<'a> {
        let by = |name: &str, id: &str| {
            let found = part.into_iter().flat_map(Element::elements);
            let found = found.filter(|child| child.name == name && is_short(child));
            found.filter_map(|element| Some((element.attribute(id)?, element))).collect()
        };
        Numbering { lists: by("w:abstractNum", "w:abstractNumId"), instances: by("w:num", "w:numId") }
    }

    /// The number that a `w:numPr` gives; none where it takes that of a style away.
    pub fn number(&self, properties: &Element) -> Option<Number> {
        let list = value(properties, "w:numId").filter(|id| *id != "0" && id.len() <= LONGEST)?;
        let level = value(properties, "w:ilvl").and_then(|level| level.parse().ok()).unwrap_or(0);
        let definition = self.instances.get(list).and_then(|instance| self.level(instance, level));
        let format = definition.and_then(|level| value(level, "w:numFmt")).unwrap_or("decimal");
        let text = definition.and_then(|level| value(level, "w:lvlText"));
        let text = text.filter(|text| text.len() <= LONGEST).unwrap_or("%1.");
        Some(Number { list: list.to_owned(), level, format: named(format), text: text.to_owned() })
    }

    fn level(&self, instance: &'a Element, level: usize) -> Option<&'a Element> {
        let wanted = level.to_string();
        let is_it = |element: &&Element| element.attribute("w:ilvl") == Some(&wanted);
        let overridden = instance
            .elements()
            .filter(|child| child.name == "w:lvlOverride")
            .find(is_it)
            .and_then(|child| child.child("w:lvl"));
        overridden.or_else(|| {
            let list = self.lists.get(value(instance, "w:abstractNumId")?)?;
            list.elements().filter(|child| child.name == "w:lvl").find(is_it)
        })
    }
}

fn named(format: &str) -> NumberFormat {
    match format {
        "bullet" => NumberFormat::Bullet,
        "upperRoman" => NumberFormat::Roman,
        "decimal" | "decimalZero" | "decimalFullWidth" => NumberFormat::Decimal,
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => NumberFormat::Circled,
        _ if format.to_lowercase().contains("chinese")
            || format.starts_with("ideograph")
            || format.starts_with("taiwanese")
            || format.starts_with("japanese") =>
        {
            NumberFormat::Chinese
        }
        _ => NumberFormat::Other,
    }
}
