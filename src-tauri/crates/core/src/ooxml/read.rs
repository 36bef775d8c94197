//! Opening a Word document from outside: nothing that it says about itself is believed.

use super::xml::{self, Element, Limits, parse};
use std::io::{self, Read, Seek, SeekFrom};
use zip::ZipArchive;
use zip::result::ZipError;

/// Bytes of a part. A 典型经验 of 12000 characters takes less than one megabyte.
const PART: usize = 16 << 20;

/// The body and the styles of a Word document, names with their usual prefixes.
#[derive(Debug, Clone, PartialEq)]
pub struct WordDocument {
    /// `w:body`.
    pub body: Element,
    /// `w:styles`, if the document has styles.
    pub styles: Option<Element>,
}

/// Why a file cannot be read as a Word document. Each message says what to do.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The file cannot be read.
    #[error("读不出来（{0}），请检查文件")]
    Read(#[from] io::Error),
    /// An OLE file: a `.doc`, or a document with a password.
    #[error("是旧版 .doc 或加了密码的文件，请用Word或WPS另存为不加密的 .docx")]
    Old,
    /// No zip, or one that was cut off or changed.
    #[error("不是完好的 .docx 文件，请用Word或WPS打开后另存为 .docx")]
    Zip(#[source] ZipError),
    /// A zip without the text of a document.
    #[error("不是完好的Word文档（没有正文），请用Word或WPS打开后另存为 .docx")]
    NoBody,
    /// A part is longer than any application's.
    #[error("部件“{0}”超过 16 MB，不像申报材料，请检查文件")]
    TooLong(String),
    /// A part that is not the XML it should be.
    #[error("部件“{part}”已损坏，请用Word或WPS打开后另存为 .docx")]
    Xml {
        /// Its path in the file.
        part: String,
        /// What the parser found.
        source: xml::Error,
    },
}

/// Reads body and styles; pictures are not touched. The file's claims about sizes are not relied on.
///
/// # Errors
/// See [`ReadError`].
pub fn read_document<R: Read + Seek>(mut reader: R) -> Result<WordDocument, ReadError> {
    refuse_ole(&mut reader)?;
    let mut zip = ZipArchive::new(reader).map_err(zip_error)?;
    let main = related(&mut zip, "", "/officeDocument")?.unwrap_or_else(|| "word/document.xml".into());
    let document = part(&mut zip, &main)?.ok_or(ReadError::NoBody)?;
    let styles = match related(&mut zip, &main, "/styles")? {
        Some(path) => part(&mut zip, &path)?,
        None => None,
    };
    let body = document.elements().find(|child| child.name == "w:body").cloned();
    Ok(WordDocument { body: body.ok_or(ReadError::NoBody)?, styles })
}

fn refuse_ole<R: Read + Seek>(reader: &mut R) -> Result<(), ReadError> {
    let mut start = Vec::new();
    reader.by_ref().take(4).read_to_end(&mut start)?;
    reader.seek(SeekFrom::Start(0))?;
    if start == [0xD0, 0xCF, 0x11, 0xE0] { Err(ReadError::Old) } else { Ok(()) }
}

fn zip_error(error: ZipError) -> ReadError {
    match error {
        ZipError::Io(error) if error.kind() != io::ErrorKind::UnexpectedEof => ReadError::Read(error),
        other => ReadError::Zip(other),
    }
}

/// A part as XML; `None` where there is none of this name.
fn part<R: Read + Seek>(zip: &mut ZipArchive<R>, path: &str) -> Result<Option<Element>, ReadError> {
    let entry = match zip.by_name(path) {
        Ok(entry) => entry,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(zip_error(error)),
    };
    let mut bytes = Vec::new();
    // A checksum or a stream that is wrong comes up here as an error of reading.
    entry
        .take(PART as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| ReadError::Zip(ZipError::Io(error)))?;
    if bytes.len() > PART {
        return Err(ReadError::TooLong(path.into()));
    }
    let root = parse(&bytes, Limits { bytes: PART, ..Limits::default() })
        .map_err(|source| ReadError::Xml { part: path.into(), source })?;
    Ok(Some(root.with_usual_prefixes()))
}

/// The path of the part that another names in a relationship of this kind (ECMA-376-2, 6.5).
fn related<R: Read + Seek>(
    zip: &mut ZipArchive<R>,
    from: &str,
    kind: &str,
) -> Result<Option<String>, ReadError> {
    let (folder, name) = from.rsplit_once('/').unwrap_or(("", from));
    let relationships = format!("{}_rels/{name}.rels", prefix(folder));
    let Some(relationships) = part(zip, &relationships)? else { return Ok(None) };
    let of_kind = |element: &&Element| element.attribute("Type").is_some_and(|uri| uri.ends_with(kind));
    let target = relationships.elements().find(of_kind).and_then(|element| element.attribute("Target"));
    Ok(target.map(|target| match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{}{target}", prefix(folder)),
    }))
}

fn prefix(folder: &str) -> String {
    if folder.is_empty() { String::new() } else { format!("{folder}/") }
}
