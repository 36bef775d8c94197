//! Namespace declarations: only those used, all on the root.

use std::collections::BTreeSet;

use super::xml::Element;

const KNOWN: &[(&str, &str)] = &[
    ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("c", "http://schemas.openxmlformats.org/drawingml/2006/chart"),
    ("mc", MARKUP_COMPATIBILITY),
    ("o", "urn:schemas-microsoft-com:office:office"),
    ("pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
    ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("v", "urn:schemas-microsoft-com:vml"),
    ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("w10", "urn:schemas-microsoft-com:office:word"),
    ("w14", "http://schemas.microsoft.com/office/word/2010/wordml"),
    ("w15", "http://schemas.microsoft.com/office/word/2012/wordml"),
    ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("wp14", "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"),
];

const MARKUP_COMPATIBILITY: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";

/// Those that ISO 29500 does not know: a reader may ignore them (29500-3, 7.2).
const IGNORABLE: &[&str] = &["w14", "w15", "wp14"];

/// Declares what is used on the root and nothing anywhere else. Gives the first prefix nobody knows.
pub(super) fn declare(root: &mut Element) -> Result<(), String> {
    root.visit_mut(&mut |e| e.attributes.retain(|(name, _)| !is_declaration(name)));
    let mut used = BTreeSet::new();
    root.visit(&mut |e| {
        let names = e.attributes.iter().map(|(name, _)| name).chain([&e.name]);
        used.extend(names.filter_map(|name| Some(name.split_once(':')?.0.to_owned())));
    });
    used.remove("xml");
    let ignorable: Vec<&str> = IGNORABLE.iter().copied().filter(|prefix| used.contains(*prefix)).collect();
    if !ignorable.is_empty() {
        used.insert("mc".to_owned());
    }
    let mut attributes = Vec::new();
    for prefix in used {
        let Some((_, uri)) = KNOWN.iter().find(|(known, _)| *known == prefix) else { return Err(prefix) };
        attributes.push((format!("xmlns:{prefix}"), (*uri).to_owned()));
    }
    if !ignorable.is_empty() {
        attributes.push(("mc:Ignorable".to_owned(), ignorable.join(" ")));
    }
    attributes.append(&mut root.attributes);
    root.attributes = attributes;
    Ok(())
}

fn is_declaration(name: &str) -> bool {
    name == "xmlns" || name.starts_with("xmlns:") || name == "mc:Ignorable"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: Result<&[&str], &str>) {
        let mut root = super::super::xml::parse(source.as_bytes(), Default::default()).unwrap();
        let found =
            declare(&mut root).map(|()| root.attributes.iter().map(|(n, _)| n.as_str()).collect::<Vec<_>>());
        assert_eq!(found, expected.map(<[&str]>::to_vec).map_err(str::to_owned));
    }

    #[test]
    fn only_used_prefixes_are_declared_and_only_declared_ones_ignored() {
        check(
            "<w:a xmlns:v='x' mc:Ignorable='w14'><b xmlns:a='y' xml:space='preserve'/></w:a>",
            Ok(&["xmlns:w"]),
        );
        check("<w:a id='1'><w14:b/></w:a>", Ok(&["xmlns:mc", "xmlns:w", "xmlns:w14", "mc:Ignorable", "id"]));
        check("<w:a><zz:b/></w:a>", Err("zz"));
    }
}
