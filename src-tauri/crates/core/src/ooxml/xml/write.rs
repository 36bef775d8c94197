//! Writing a part.

use std::borrow::Cow;

use quick_xml::escape::partial_escape;

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
        attribute(value, out);
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
            Node::Text(text) => self::text(text, out),
        }
    }
    out.push_str("</");
    out.push_str(&element.name);
    out.push('>');
}

/// Without the characters that XML forbids.
fn allowed(text: &str) -> Cow<'_, str> {
    match text.chars().all(is_allowed) {
        true => text.into(),
        false => text.chars().filter(|c| is_allowed(*c)).collect(),
    }
}

fn text(text: &str, out: &mut String) {
    out.push_str(&partial_escape(allowed(text)));
}

/// Blanks are written as references, which a reader does not turn into spaces (XML 1.0, 3.3.3).
fn attribute(value: &str, out: &mut String) {
    for character in partial_escape(allowed(value)).chars() {
        match character {
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            other => out.push(other),
        }
    }
}
