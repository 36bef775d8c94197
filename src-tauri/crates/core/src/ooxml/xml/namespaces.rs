//! Namespace declarations: only those used, all on the root.

use std::collections::{BTreeSet, HashMap};

use super::Element;

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
    ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
    ("wpg", "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"),
    ("m", "http://schemas.openxmlformats.org/officeDocument/2006/math"),
    ("dgm", "http://schemas.openxmlformats.org/drawingml/2006/diagram"),
    ("w16se", "http://schemas.microsoft.com/office/word/2015/wordml/symex"),
];

/// Addresses of strict documents (29500-1, annex A) and the transitional ones they stand for.
const STRICT: &[(&str, &str)] = &[
    ("http://purl.oclc.org/ooxml/drawingml/chart", KNOWN[1].1),
    ("http://purl.oclc.org/ooxml/drawingml/main", KNOWN[0].1),
    ("http://purl.oclc.org/ooxml/drawingml/picture", KNOWN[4].1),
    ("http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", KNOWN[11].1),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", KNOWN[5].1),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", KNOWN[7].1),
    ("http://purl.oclc.org/ooxml/officeDocument/math", KNOWN[15].1),
    ("http://purl.oclc.org/ooxml/drawingml/diagram", KNOWN[16].1),
];

const MARKUP_COMPATIBILITY: &str = "http://schemas.openxmlformats.org/markup-compatibility/2006";

/// Those that ISO 29500 does not know: a reader may ignore them (29500-3, 7.2).
const IGNORABLE: &[&str] = &["w14", "w15", "wp14"];

/// The parts with text. Readers such as docx2python look there for links by their prefix, whether there are any or not.
const STORIES: &[&str] = &["w:document", "w:hdr", "w:ftr"];

/// Declares what is used on the root, on that of a story where its links lead, and nothing anywhere else. Gives the
/// first prefix nobody knows.
pub(in crate::ooxml) fn declare(root: &mut Element) -> Result<(), String> {
    root.visit_mut(&mut |e| e.attributes.retain(|(name, _)| !is_declaration(name)));
    let mut used = BTreeSet::new();
    root.visit(&mut |e| {
        let names = e.attributes.iter().map(|(name, _)| name).chain([&e.name]);
        used.extend(names.filter_map(|name| Some(name.split_once(':')?.0.to_owned())));
    });
    used.remove("xml");
    if STORIES.contains(&&*root.name) {
        used.insert("r".to_owned());
    }
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

impl Element {
    /// Gives names of known namespaces their usual prefix (`w`, `a`, `r` …), whatever the file calls them, and all
    /// others `_`. For documents from outside; strict ones read like transitional ones.
    pub fn with_usual_prefixes(mut self) -> Self {
        let mut scope = Scope::default();
        scope.0.insert("xml".to_owned(), vec![Some("xml")]);
        rename(&mut self, &mut scope);
        self
    }
}

/// Prefix of the names of namespaces that nobody knows.
const UNKNOWN: &str = "_";

/// What each prefix of the file stands for: the usual prefix, innermost declaration last; none where it stands for no
/// namespace at all.
#[derive(Default)]
struct Scope(HashMap<String, Vec<Option<&'static str>>>);

impl Scope {
    fn usual(&self, prefix: &str, local: &str) -> String {
        match self.0.get(prefix).and_then(|meanings| *meanings.last()?) {
            Some(usual) => format!("{usual}:{local}"),
            None => local.to_owned(),
        }
    }
}

fn rename(element: &mut Element, scope: &mut Scope) {
    let mut declared = Vec::new();
    for (name, address) in &element.attributes {
        if let Some(prefix) = name.strip_prefix("xmlns") {
            let prefix = prefix.trim_start_matches(':').to_owned();
            scope.0.entry(prefix.clone()).or_default().push(meaning(address));
            declared.push(prefix);
        }
    }
    element.attributes.retain(|(name, _)| !(name == "xmlns" || name.starts_with("xmlns:")));
    let (prefix, local) = element.name.split_once(':').unwrap_or(("", &element.name));
    element.name = scope.usual(prefix, local);
    for (name, _) in &mut element.attributes {
        if let Some((prefix, local)) = name.split_once(':') {
            *name = scope.usual(prefix, local);
        }
    }
    element.elements_mut().for_each(|child| rename(child, scope));
    for prefix in declared {
        if let Some(meanings) = scope.0.get_mut(&prefix) {
            meanings.pop();
        }
    }
}

/// The usual prefix of an address; none where it takes a namespace away.
fn meaning(address: &str) -> Option<&'static str> {
    let strict = STRICT.iter().find(|(strict, _)| *strict == address);
    let address = strict.map_or(address, |(_, transitional)| transitional);
    let known = KNOWN.iter().find(|(_, known)| *known == address);
    (!address.is_empty()).then(|| known.map_or(UNKNOWN, |(usual, _)| usual))
}

fn is_declaration(name: &str) -> bool {
    name == "xmlns" || name.starts_with("xmlns:") || name == "mc:Ignorable"
}

#[cfg(test)]
mod tests {
    use super::super::{parse, write};
    use super::*;

    fn check(source: &str, expected: Result<&[&str], &str>) {
        let mut root = parse(source.as_bytes(), Default::default()).unwrap();
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
        check("<w:ftr/>", Ok(&["xmlns:r", "xmlns:w"]));
    }

    fn check_usual(source: &str, expected: &str) {
        let root = parse(source.as_bytes(), Default::default()).unwrap().with_usual_prefixes();
        let found = String::from_utf8(write(&root)).unwrap();
        assert_eq!(found.split_once('\n').unwrap().1, expected);
    }

    #[test]
    fn names_from_outside_get_their_usual_prefix() {
        let word = KNOWN[7].1;
        check_usual(
            &format!("<p xmlns='{word}'><r xmlns:z='{word}' z:a='1' b='2'/></p>"),
            "<w:p><w:r w:a=\"1\" b=\"2\"/></w:p>",
        );
        check_usual("<x:p xmlns:x='http://purl.oclc.org/ooxml/wordprocessingml/main'/>", "<w:p/>");
        check_usual(
            "<w:p xmlns:w='urn:x' xml:space='preserve'><w:r/></w:p>",
            "<_:p xml:space=\"preserve\"><_:r/></_:p>",
        );
        check_usual(
            &format!("<w:p xmlns:w='{word}'><w:r xmlns:w='urn:x'><w:t/></w:r><w:r xmlns=''><t/></w:r></w:p>"),
            "<w:p><_:r><_:t/></_:r><w:r><t/></w:r></w:p>",
        );
        check_usual("<p><q:r/></p>", "<p><r/></p>");
    }
}
