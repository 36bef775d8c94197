//! Writing a part.

use super::{Element, Node, is_allowed};

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The part as UTF-8 with its declaration. Characters that XML 1.0 forbids are left out.
pub fn write(root: &Element) -> Vec<u8> {
    let mut out = String::from(DECLARATION);
    element(root, &mut out);
    out.into_bytes()
}

fn element(element: &Element, out: &mut String) {
    out.push('<');
    out.push_str(&element.name);
    for (name, value) in &element.attributes {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        escape(value, Place::Attribute, out);
        out.push('"');
    }
    if element.children.is_empty() {
        out.push_str("/>");
        return;
    }
    out.push('>');
    for node in &element.children {
        match node {
            Node::Element(child) => self::element(child, out),
            Node::Text(text) => escape(text, Place::Text, out),
        }
    }
    out.push_str("</");
    out.push_str(&element.name);
    out.push('>');
}

#[derive(Clone, Copy, PartialEq)]
enum Place {
    Text,
    Attribute,
}

fn escape(text: &str, place: Place, out: &mut String) {
    for character in text.chars().filter(|c| is_allowed(*c)) {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\r' => out.push_str("&#13;"),
            '"' if place == Place::Attribute => out.push_str("&quot;"),
            '\n' if place == Place::Attribute => out.push_str("&#10;"),
            '\t' if place == Place::Attribute => out.push_str("&#9;"),
            other => out.push(other),
        }
    }
}
