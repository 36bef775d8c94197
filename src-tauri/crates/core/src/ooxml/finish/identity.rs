//! Numbers that must differ throughout a document: drawings, content controls, bookmarks, tracked changes.

use std::collections::{BTreeSet, HashMap};

use crate::ooxml::Error;
use crate::ooxml::xml::Element;

/// Counts through body, headers and footers.
#[derive(Default)]
pub(super) struct Identity {
    drawings: usize,
    controls: usize,
    bookmarks: usize,
    revisions: usize,
    names: BTreeSet<String>,
}

impl Identity {
    /// Numbers what stands in one part.
    ///
    /// # Errors
    /// When two bookmarks share a name, or a start or an end is alone.
    pub(super) fn number(&mut self, part: &str, root: &mut Element) -> Result<(), Error> {
        let mut open = Open::default();
        let mut fault = None;
        root.visit_mut(&mut |e| match e.name.as_str() {
            "wp:docPr" => self.drawing(e),
            "w:sdtPr" => self.control(e),
            "w:ins" | "w:del" => self.revision(e),
            "w:bookmarkStart" => fault = fault.take().or(self.start(e, &mut open)),
            "w:bookmarkEnd" => fault = fault.take().or(open.end(e)),
            _ => {}
        });
        match fault.or_else(|| open.left_over()) {
            Some(name) => Err(Error::Bookmark { part: part.to_owned(), name }),
            None => Ok(()),
        }
    }

    fn drawing(&mut self, properties: &mut Element) {
        self.drawings += 1;
        let name = format!("{} {}", properties.attribute("name").unwrap_or("图片"), self.drawings);
        properties.set("id", self.drawings.to_string());
        properties.set("name", name);
    }

    fn control(&mut self, property: &mut Element) {
        self.controls += 1;
        if property.child("w:id").is_none() {
            property.children.push(crate::ooxml::xml::Node::Element(Element::new("w:id")));
        }
        let number = (100_000 + self.controls).to_string();
        property.child_or_first("w:id").set("w:val", number);
    }

    /// docx-rs counts these through all documents that the process makes.
    fn revision(&mut self, change: &mut Element) {
        self.revisions += 1;
        change.set("w:id", (200_000 + self.revisions).to_string());
    }

    fn start(&mut self, mark: &mut Element, open: &mut Open) -> Option<String> {
        let name = mark.attribute("w:name").unwrap_or_default().to_owned();
        let old = mark.attribute("w:id").unwrap_or_default().to_owned();
        mark.set("w:id", self.bookmarks.to_string());
        open.0.entry(old).or_default().push((self.bookmarks, name.clone()));
        self.bookmarks += 1;
        // Word compares the names of bookmarks without regard to case.
        if self.names.insert(name.to_lowercase()) { None } else { Some(name) }
    }
}

/// Bookmarks begun and not yet ended: new numbers and names by old number.
#[derive(Default)]
struct Open(HashMap<String, Vec<(usize, String)>>);

impl Open {
    fn end(&mut self, mark: &mut Element) -> Option<String> {
        let old = mark.attribute("w:id").unwrap_or_default().to_owned();
        match self.0.get_mut(&old).and_then(Vec::pop) {
            Some((number, _)) => {
                mark.set("w:id", number.to_string());
                None
            }
            None => Some(old),
        }
    }

    fn left_over(self) -> Option<String> {
        self.0.into_values().flatten().min().map(|(_, name)| name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ooxml::xml::{parse, write};

    fn check(parts: &[&str], expected: Result<&[&str], &str>) {
        let mut identity = Identity::default();
        let found: Result<Vec<String>, String> = parts
            .iter()
            .map(|source| {
                let mut root = parse(source.as_bytes(), Default::default()).unwrap();
                identity.number("p", &mut root).map_err(|e| e.to_string())?;
                Ok(String::from_utf8(write(&root)).unwrap().split_once('\n').unwrap().1.to_owned())
            })
            .collect();
        match (found, expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found, expected),
            (Err(found), Err(expected)) => assert!(found.contains(expected), "{found}"),
            (found, _) => panic!("{found:?}"),
        }
    }

    #[test]
    fn numbers_run_on_from_part_to_part() {
        let drawing = "<a><wp:docPr id='1' name='x'/></a>";
        check(
            &[drawing, drawing],
            Ok(&["<a><wp:docPr id=\"1\" name=\"x 1\"/></a>", "<a><wp:docPr id=\"2\" name=\"x 2\"/></a>"]),
        );
        let mark =
            |name| format!("<a><w:bookmarkStart w:id='7' w:name='{name}'/><w:bookmarkEnd w:id='7'/></a>");
        let new = |id, name| {
            format!("<a><w:bookmarkStart w:id=\"{id}\" w:name=\"{name}\"/><w:bookmarkEnd w:id=\"{id}\"/></a>")
        };
        check(&[&mark("a"), &mark("b")], Ok(&[&new(0, "a"), &new(1, "b")]));
        check(&[&mark("a"), &mark("A")], Err("“A”"));
    }

    #[test]
    fn a_bookmark_needs_both_its_ends() {
        check(&["<a><w:bookmarkStart w:id='7' w:name='n'/></a>"], Err("“n”"));
        check(&["<a><w:bookmarkEnd w:id='7'/></a>"], Err("“7”"));
    }
}
