//! The parts of a package from outside: nothing that it says about itself is believed.

use super::archive::open_zip;
use super::error::ReadError;
use super::kind::other_kind;
use crate::ooxml::xml::{self, Element, Limits, parse};
use std::io::{self, Read, Seek};
use zip::ZipArchive;
use zip::result::ZipError;

/// Bytes of a part. A 典型经验 of 12000 characters takes less than one megabyte.
const PART: usize = 16 << 20;
/// Elements of a part: those of 40 large tables several times over.
const ELEMENTS: usize = 450_000;
/// Bytes of a picture.
const MEDIA: u64 = 100 << 20;
/// Bytes and elements of all parts that are read: several parts at their limits would take a machine's memory.
const ALL: usize = 64 << 20;
const ALL_ELEMENTS: usize = 1_200_000;
/// An address inside a package. Longer ones lead nowhere.
const ADDRESS: usize = 1 << 10;

/// A package (ECMA-376-2), read part by part.
pub struct Package<R: Read + Seek> {
    zip: ZipArchive<R>,
    /// What may still be read of it.
    room: Room,
}

/// How much may still be read. Packages that are read together share it.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    bytes: usize,
    elements: usize,
}

impl Default for Room {
    fn default() -> Room {
        Room { bytes: ALL, elements: ALL_ELEMENTS }
    }
}

/// Where a part leads.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Relationship {
    pub id: String,
    /// The end of the address of its kind, such as `image`.
    pub kind: String,
    pub target: Target,
}

/// What a relationship leads to.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Target {
    /// A part of the package.
    Part(String),
    /// Something outside it, which is never opened.
    Outside(String),
}

impl<R: Read + Seek> Package<R> {
    /// Opens a package.
    ///
    /// # Errors
    /// For what is no zip, and for other kinds of files, told by their names.
    pub fn open(reader: R) -> Result<Self, ReadError> {
        Package::open_in(reader, Room::default())
    }

    /// Opens a package of which no more may be read than this.
    ///
    /// # Errors
    /// As of [`Package::open`].
    pub fn open_in(mut reader: R, room: Room) -> Result<Self, ReadError> {
        if let Some(kind) = other_kind(&mut reader)? {
            return Err(ReadError::Other(kind));
        }
        Ok(Package { zip: open_zip(reader)?, room })
    }

    /// How much may still be read.
    pub fn room(&self) -> Room {
        self.room
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, path: &str) -> bool {
        self.zip.index_for_name(path).is_some()
    }

    /// A part as XML; `None` where there is none of this name.
    pub(super) fn part(&mut self, path: &str) -> Result<Option<Element>, ReadError> {
        let Some(entry) = self.entry(path)? else { return Ok(None) };
        let mut bytes = Vec::new();
        // A checksum or a stream that is wrong comes up here as an error of reading.
        entry.take(PART as u64 + 1).read_to_end(&mut bytes).map_err(damaged)?;
        if bytes.len() > PART {
            return Err(ReadError::TooLong(path.into()));
        }
        self.room.bytes = self.room.bytes.checked_sub(bytes.len()).ok_or_else(too_much)?;
        let elements = ELEMENTS.min(self.room.elements);
        let limits = Limits { bytes: PART, elements, ..Limits::default() };
        let root = parse(&bytes, limits).map_err(|error| refused(path, error, elements < ELEMENTS))?;
        root.visit(&mut |element| self.room.elements -= element.weight());
        Ok(Some(root.with_usual_prefixes()))
    }

    /// Copies a picture or another part that is not read here, and gives its size; `None` where there is none of this
    /// name.
    ///
    /// # Errors
    /// For a damaged entry, and for one of more than 100 MB.
    pub fn copy(&mut self, path: &str, to: &mut impl io::Write) -> Result<Option<u64>, ReadError> {
        let Some(entry) = self.entry(path)? else { return Ok(None) };
        let copied = io::copy(&mut entry.take(MEDIA + 1), to).map_err(damaged)?;
        if copied > MEDIA {
            return Err(ReadError::TooLarge(path.into()));
        }
        Ok(Some(copied))
    }

    /// Where a part leads; nothing where it leads nowhere.
    pub(super) fn relationships(&mut self, from: &str) -> Result<Vec<Relationship>, ReadError> {
        let (folder, name) = from.rsplit_once('/').unwrap_or(("", from));
        let path = resolved(folder, &format!("_rels/{name}.rels"));
        let Some(part) = self.part(&path)? else { return Ok(Vec::new()) };
        Ok(part.elements().filter_map(|element| relationship(element, folder)).collect())
    }

    fn entry(&mut self, path: &str) -> Result<Option<impl Read>, ReadError> {
        match self.zip.by_name(path) {
            Ok(entry) => Ok(Some(entry)),
            Err(ZipError::FileNotFound) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

fn relationship(element: &Element, folder: &str) -> Option<Relationship> {
    let kind = element.attribute("Type")?.rsplit('/').next()?.to_owned();
    let target = element.attribute("Target")?;
    let target = match element.attribute("TargetMode") {
        _ if target.len() > ADDRESS => Target::Outside(String::new()),
        Some("External") => Target::Outside(target.to_owned()),
        _ => Target::Part(resolved(folder, target)),
    };
    Some(Relationship { id: element.attribute("Id")?.to_owned(), kind, target })
}

/// The name of a part that is told relative to a folder (RFC 3986, 5.2.4).
fn resolved(folder: &str, target: &str) -> String {
    let from = if target.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = Vec::new();
    for step in from.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

fn refused(path: &str, source: xml::Error, is_last_of_all: bool) -> ReadError {
    match source {
        xml::Error::TooMany { .. } if is_last_of_all => too_much(),
        source if source.is_too_much() => ReadError::TooMuch(format!("部件“{path}”{source}")),
        source => ReadError::Xml { part: path.into(), source },
    }
}

fn too_much() -> ReadError {
    ReadError::TooMuch(format!("展开后超过 {} MB 或 {} 万个元素", ALL >> 20, ALL_ELEMENTS / 10_000))
}

fn damaged(error: io::Error) -> ReadError {
    ReadError::Zip(ZipError::Io(error))
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn a_target_is_a_relative_address() {
        for (target, expected) in [
            ("styles.xml", "word/styles.xml"),
            ("./styles.xml", "word/styles.xml"),
            ("../word/styles.xml", "word/styles.xml"),
            ("/word/media/1.png", "word/media/1.png"),
            ("../../../custom.xml", "custom.xml"),
        ] {
            assert_eq!(resolved("word", target), expected, "{target}");
        }
    }
}
