//! The pictures of the documents, as files to attach.

use crate::ooxml::read::ReadPicture;

/// A picture that found its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed {
    /// The attachment it is to be.
    pub id: String,
    /// The document it is in, by its place among those read.
    pub document: usize,
    /// Its part in that document.
    pub part: String,
    /// What it is called.
    pub name: String,
    /// Clockwise quarter turns that the document gives it and that its place in the content cannot.
    pub quarters: u8,
}

/// Gives out ids and remembers what they stand for.
#[derive(Debug)]
pub(super) struct Pictures {
    next: usize,
    document: usize,
    pub placed: Vec<Placed>,
}

impl Pictures {
    /// Ids from this number on: a1, a2 ….
    pub fn from(next: usize) -> Pictures {
        Pictures { next, document: 0, placed: Vec::new() }
    }

    /// The pictures that follow are in this document.
    pub fn in_document(&mut self, document: usize) {
        self.document = document;
    }

    /// An attachment for a picture; none where it lies outside the document.
    pub fn place(&mut self, picture: &ReadPicture, name: &str, quarters: u8) -> Option<String> {
        let part = picture.part.clone()?;
        let id = format!("a{}", self.next);
        self.next += 1;
        let end = part.rsplit_once('.').map_or("", |(_, end)| end).to_lowercase();
        let name = format!("{}.{end}", name.chars().take(40).collect::<String>());
        self.placed.push(Placed { id: id.clone(), document: self.document, part, name, quarters });
        Some(id)
    }
}
