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

/// The styles.
#[derive(Debug, Default)]
pub(super) struct Styles<'a> {
    by_id: HashMap<&'a str, &'a Element>,
    /// That of paragraphs that name none.
    pub default_paragraph: Option<&'a str>,
}

/// More styles than this are not based on one another.
const MOST_BASES: usize = 16;

impl<'a> Styles<'a> {
    pub fn of(part: Option<&'a Element>) -> Styles<'a> {
        let styles = part.into_iter().flat_map(Element::elements).filter(|child| child.name == "w:style");
        let styles: Vec<&Element> = styles.filter(|style| is_short(style)).collect();
        let is_default = |style: &&&Element| {
            style.attribute("w:type") == Some("paragraph")
                && matches!(style.attribute("w:default"), Some("1" | "true"))
        };
        let default = styles.iter().find(is_default).and_then(|style| style.attribute("w:styleId"));
        let by_id = styles.iter().filter_map(|style| Some((style.attribute("w:styleId")?, *style))).collect();
        Styles { by_id, default_paragraph: default }
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
        let base = |style: &&'a Element| self.by_id.get(value(style, "w:basedOn")?).copied();
        std::iter::successors(self.by_id.get(id).copied(), base).take(MOST_BASES)
    }
}

/// Whether something that many paragraphs refer to is as short as what programs write: it is looked through for each.
pub(super) fn is_short(shared: &Element) -> bool {
    /// Elements, and bytes of their attributes. A style of a table has some hundreds of elements.
    const MOST: usize = 1_000;
    const BYTES: usize = 64 << 10;
    let (mut elements, mut bytes) = (0, 0);
    shared.visit(&mut |element| {
        elements += 1;
        bytes += element.attributes.iter().map(|(_, value)| value.len()).sum::<usize>();
    });
    elements <= MOST && bytes <= BYTES
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
