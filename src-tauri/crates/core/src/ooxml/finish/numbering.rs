//! The numbering part: only what the document uses.

use std::collections::BTreeSet;

use crate::ooxml::xml::{Element, Node};

/// The numbers of the lists that a part refers to (17.9.18).
pub(super) fn used(root: &Element, into: &mut BTreeSet<String>) {
    root.visit(&mut |e| {
        if e.name == "w:numId" {
            into.extend(e.attribute("w:val").map(str::to_owned));
        }
    });
}

/// Drops lists nobody uses, docx-rs's own among them. Gives whether any is left.
pub(super) fn keep(numbering: &mut Element, used: &BTreeSet<String>) -> bool {
    let id = |e: &Element, name| e.attribute(name).unwrap_or_default().to_owned();
    keep_last(numbering, "w:num", |e| Some(id(e, "w:numId")).filter(|n| used.contains(n)));
    let needed: BTreeSet<String> = numbering
        .elements()
        .filter(|e| e.name == "w:num")
        .filter_map(|e| Some(id(e.child("w:abstractNumId")?, "w:val")))
        .collect();
    keep_last(numbering, "w:abstractNum", |e| Some(id(e, "w:abstractNumId")).filter(|n| needed.contains(n)));
    for list in numbering.elements_mut().filter(|e| e.name == "w:abstractNum") {
        if list.child("w:multiLevelType").is_none() {
            let kind = Element::new("w:multiLevelType").with("w:val", "multilevel");
            list.children.push(Node::Element(kind));
        }
    }
    !needed.is_empty()
}

/// Keeps, of the elements of that name, those with a key, and of equal keys the last: the document's own
/// list stands after docx-rs's.
fn keep_last(numbering: &mut Element, name: &str, key: impl Fn(&Element) -> Option<String>) {
    let mut seen = BTreeSet::new();
    numbering.children.reverse();
    numbering.retain_elements(|e| e.name != name || key(e).is_some_and(|key| seen.insert(key)));
    numbering.children.reverse();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ooxml::xml::parse;

    fn check(used: &[&str], expected: &[&str]) {
        let source = "<w:numbering><w:abstractNum w:abstractNumId='1' n='own'/><w:abstractNum w:abstractNumId='1' n='a'/>
            <w:abstractNum w:abstractNumId='2' n='b'/><w:num w:numId='1' n='1'><w:abstractNumId w:val='1'/></w:num>
            <w:num w:numId='5' n='5'><w:abstractNumId w:val='2'/></w:num></w:numbering>";
        let mut root = parse(source.as_bytes(), Default::default()).unwrap();
        let any = keep(&mut root, &used.iter().map(|u| u.to_string()).collect());
        assert_eq!(any, !expected.is_empty());
        assert_eq!(root.elements().map(|e| e.attribute("n").unwrap()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn only_used_lists_stay() {
        check(&[], &[]);
        check(&["1"], &["a", "1"]);
        check(&["5", "0"], &["b", "5"]);
    }
}
