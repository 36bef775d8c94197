//! What the styles of a document say of a paragraph and of text.

use crate::ooxml::xml::Element;
use std::collections::HashMap;

/// What a paragraph is by its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// The title of the document.
    Title,
    /// A heading with its outline level, from 1.
    Heading(u8),
    /// A line of the 目录.
    Contents,
    /// 题注.
    Caption,
    /// Anything else.
    #[default]
    Body,
}

/// The styles, by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles<'a>(HashMap<&'a str, &'a Element>);

/// More styles than this are not based on one another.
const MOST_BASES: usize = 16;

impl<'a> Styles<'a> {
    pub fn of(part: Option<&'a Element>) -> Styles<'a> {
        let styles = part.into_iter().flat_map(Element::elements).filter(|child| child.name == "w:style");
        Styles(styles.filter_map(|style| Some((style.attribute("w:styleId")?, style))).collect())
    }

    /// The style of paragraphs that name none.
    pub fn default_paragraph(&self) -> Option<&'a str> {
        let is_default = |style: &&&Element| {
            style.attribute("w:type") == Some("paragraph")
                && matches!(style.attribute("w:default"), Some("1" | "true"))
        };
        self.0.values().find(is_default).and_then(|style| style.attribute("w:styleId"))
    }

    /// The role of a paragraph: its own outline level, else that of its style.
    pub fn role(&self, properties: Option<&Element>) -> Role {
        let style = properties.and_then(|properties| value(properties, "w:pStyle"));
        let of_style = style.map_or(Role::Body, |id| self.of_style(id));
        let own = properties.and_then(|properties| value(properties, "w:outlineLvl"));
        match own.and_then(|level| level.parse::<u8>().ok()) {
            Some(level @ 0..9) if of_style != Role::Contents => Role::Heading(level + 1),
            Some(_) if matches!(of_style, Role::Heading(_)) => Role::Body,
            _ => of_style,
        }
    }

    /// The numbering that a paragraph style brings along: its `w:numPr`.
    pub fn numbering(&self, style: &str) -> Option<&'a Element> {
        self.chain(style).find_map(|style| style.child("w:pPr")?.child("w:numPr"))
    }

    /// What a style and those it is based on say of a property of text, such as `w:vanish`.
    pub fn switch(&self, style: &str, property: &str) -> Option<bool> {
        self.chain(style).find_map(|style| switch(style.child("w:rPr")?, property))
    }

    /// Whether a style is that of lists.
    pub fn is_list(&self, style: &str) -> bool {
        let named = |style: &Element| {
            let name = value(style, "w:name").unwrap_or_default().to_lowercase();
            name.starts_with("list") || name.starts_with("列表") || name.starts_with("列出")
        };
        self.chain(style).any(named)
    }

    fn of_style(&self, id: &str) -> Role {
        let mut styles = self.chain(id).peekable();
        if styles.peek().is_none() {
            return named(&id.to_lowercase(), None).unwrap_or_default();
        }
        let role = |style: &Element| {
            let name = value(style, "w:name").unwrap_or_default().to_lowercase();
            named(&name, style.child("w:pPr").and_then(|properties| value(properties, "w:outlineLvl")))
        };
        styles.find_map(role).unwrap_or_default()
    }

    /// A style and those it is based on.
    pub fn chain(&self, id: &str) -> impl Iterator<Item = &'a Element> {
        let base = |style: &&'a Element| self.0.get(value(style, "w:basedOn")?).copied();
        std::iter::successors(self.0.get(id).copied(), base).take(MOST_BASES)
    }
}

/// The role that a name or an outline level gives; `None` where the base of the style is to be asked.
fn named(name: &str, level: Option<&str>) -> Option<Role> {
    if name.starts_with("toc") || name.starts_with("目录") {
        return Some(Role::Contents);
    }
    if let Some(level) = level.and_then(|level| level.parse::<u8>().ok()) {
        return Some(if level < 9 { Role::Heading(level + 1) } else { Role::Body });
    }
    let heading = name.strip_prefix("heading").or_else(|| name.strip_prefix("标题"));
    match heading.map(|number| number.trim().parse::<u8>()) {
        Some(Ok(level @ 1..10)) => return Some(Role::Heading(level)),
        Some(_) if name == "标题" => return Some(Role::Title),
        _ => {}
    }
    match name {
        "title" => Some(Role::Title),
        "caption" | "题注" => Some(Role::Caption),
        _ => None,
    }
}

/// The value of a child.
pub(super) fn value<'a>(element: &'a Element, child: &str) -> Option<&'a str> {
    element.child(child)?.attribute("w:val")
}

/// A property that is on where it stands alone (17.17.4); `None` where it does not stand at all.
pub(super) fn switch(properties: &Element, name: &str) -> Option<bool> {
    let property = properties.child(name)?;
    Some(!matches!(property.attribute("w:val"), Some("0" | "false" | "off")))
}
