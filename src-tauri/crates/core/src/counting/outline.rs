//! What the styles of a document say of a paragraph.

use crate::ooxml::xml::Element;
use std::collections::HashMap;

/// What is asked of a style and of those it is based on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A heading of level 1.
    Heading1,
    /// A line of the 目录.
    Contents,
    /// 题注.
    Caption,
    /// Anything else.
    Other,
}

/// The roles of the styles, by their ids.
pub(super) struct Outline<'a>(HashMap<&'a str, &'a Element>);

/// More styles than this are not based on one another.
const MOST_BASES: usize = 16;

impl<'a> Outline<'a> {
    pub(super) fn of(styles: Option<&'a Element>) -> Outline<'a> {
        let styles = styles.into_iter().flat_map(Element::elements).filter(|child| child.name == "w:style");
        Outline(styles.filter_map(|style| Some((style.attribute("w:styleId")?, style))).collect())
    }

    /// The role of a paragraph: its own outline level, else that of its style.
    pub(super) fn role(&self, paragraph: &Element) -> Role {
        let properties = paragraph.child("w:pPr");
        let style = properties.and_then(|properties| value(properties, "w:pStyle"));
        let of_style = style.map_or(Role::Other, |id| self.of_style(id));
        match properties.and_then(|properties| value(properties, "w:outlineLvl")) {
            Some("0") if of_style != Role::Contents => Role::Heading1,
            Some(_) if of_style == Role::Heading1 => Role::Other,
            _ => of_style,
        }
    }

    fn of_style(&self, id: &str) -> Role {
        let mut next = Some(id);
        for _ in 0..MOST_BASES {
            let Some(id) = next else { break };
            let style = self.0.get(id);
            let name = style.and_then(|style| value(style, "w:name")).unwrap_or(id).to_lowercase();
            let level = style.and_then(|style| value(style.child("w:pPr")?, "w:outlineLvl"));
            if let Some(role) = named(&name, level) {
                return role;
            }
            next = style.and_then(|style| value(style, "w:basedOn"));
        }
        Role::Other
    }
}

/// The role that a name or an outline level gives; `None` where the base of the style is to be asked.
fn named(name: &str, level: Option<&str>) -> Option<Role> {
    if name.starts_with("toc") || name.starts_with("目录") {
        return Some(Role::Contents);
    }
    match (level, name) {
        (Some("0"), _) | (None, "heading 1" | "heading1" | "标题 1" | "标题1") => Some(Role::Heading1),
        (Some(_), _) => Some(Role::Other),
        (None, "caption" | "题注") => Some(Role::Caption),
        (None, _) => None,
    }
}

fn value<'a>(element: &'a Element, child: &str) -> Option<&'a str> {
    element.child(child)?.attribute("w:val")
}
