//! Reading a part under limits.

use quick_xml::events::attributes::AttrError;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, escape};
use std::borrow::Cow;

use crate::text::utf16;

use super::{Element, Node, is_allowed};

/// Bounds on what [`parse`] accepts. Hostile files claim anything.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of the whole part.
    pub bytes: usize,
    /// Elements inside one another.
    pub depth: usize,
    /// Elements altogether, by their [`Element::weight`]: each takes more memory than its few bytes in the file.
    pub elements: usize,
}

/// Bytes of a name. Those of OOXML have less than fifty.
const NAME: usize = 1 << 10;
/// Attributes of an element, declarations of namespaces among them: a root of Word's has about forty.
const ATTRIBUTES: usize = 1_000;

impl Error {
    /// Whether the part is not broken but larger than any that is asked for.
    pub fn is_too_much(&self) -> bool {
        matches!(
            self,
            Error::TooLong { .. } | Error::TooDeep { .. } | Error::TooMany { .. } | Error::LongName { .. }
        )
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 64 << 20, depth: 256, elements: 4_000_000 }
    }
}

/// A part is not acceptable XML.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The part is longer than the limit.
    #[error("内容过大（{found} 字节，上限 {limit} 字节）")]
    TooLong {
        /// Bytes found.
        found: usize,
        /// Bytes allowed.
        limit: usize,
    },
    /// Elements nest deeper than the limit.
    #[error("元素嵌套超过 {limit} 层")]
    TooDeep {
        /// Levels allowed.
        limit: usize,
    },
    /// There are more elements than the limit.
    #[error("元素超过 {limit} 个")]
    TooMany {
        /// Elements allowed.
        limit: usize,
    },
    /// A name is longer than the limit.
    #[error("名称超过 {limit} 字节")]
    LongName {
        /// Bytes allowed.
        limit: usize,
    },
    /// The part is neither UTF-8 nor UTF-16.
    #[error("不是 UTF-8 或 UTF-16 编码")]
    NotUnicode,
    /// The part declares a document type, which no Office file needs.
    #[error("含有 DOCTYPE 声明，已拒绝")]
    DocumentType,
    /// An entity other than the five of XML.
    #[error("未知的实体引用 &{0};")]
    Entity(String),
    /// A character that XML 1.0 (2.2) forbids.
    #[error("含有 XML 不允许的字符 U+{:04X}", *.0 as u32)]
    Character(char),
    /// Not exactly one root element.
    #[error("没有唯一的根元素")]
    Root,
    /// Anything else that is not well formed.
    #[error("格式错误：{0}")]
    Malformed(#[from] quick_xml::Error),
    /// An attribute that is not well formed.
    #[error("属性格式错误：{0}")]
    Attribute(#[from] AttrError),
}

/// Reads one part. Comments and processing instructions are skipped, CDATA becomes text.
///
/// # Errors
/// When the part exceeds a limit, is neither UTF-8 nor UTF-16, has a DOCTYPE or is not well formed.
pub fn parse(bytes: &[u8], limits: Limits) -> Result<Element, Error> {
    if bytes.len() > limits.bytes {
        return Err(Error::TooLong { found: bytes.len(), limit: limits.bytes });
    }
    let text = unicode(bytes)?;
    let mut reader = Reader::from_str(text.strip_prefix('\u{FEFF}').unwrap_or(&text));
    let mut tree = Tree { open: Vec::new(), root: None, elements: 0, limits };
    loop {
        match reader.read_event()? {
            Event::Start(start) => tree.open(element(&start)?)?,
            Event::Empty(start) => {
                tree.open(element(&start)?)?;
                tree.close()?;
            }
            Event::End(_) => tree.close()?,
            Event::Text(text) => tree.text(&text.xml10_content())?,
            Event::CData(text) => tree.text(&text.xml10_content())?,
            Event::GeneralRef(reference) => tree.text(&resolve(&reference)?)?,
            Event::DocType(_) => return Err(Error::DocumentType),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            Event::Eof => return tree.finish(),
        }
    }
}

/// A part is UTF-8 or UTF-16 (ECMA-376-2, 6.2.3).
fn unicode(bytes: &[u8]) -> Result<Cow<'_, str>, Error> {
    match utf16(bytes) {
        Some(text) => text.map(Cow::Owned).ok_or(Error::NotUnicode),
        None => std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|_| Error::NotUnicode),
    }
}

struct Tree {
    open: Vec<Element>,
    root: Option<Element>,
    elements: usize,
    limits: Limits,
}

impl Tree {
    fn open(&mut self, element: Element) -> Result<(), Error> {
        if self.open.is_empty() && self.root.is_some() {
            return Err(Error::Root);
        }
        if self.open.len() >= self.limits.depth {
            return Err(Error::TooDeep { limit: self.limits.depth });
        }
        self.elements += element.weight();
        if self.elements > self.limits.elements {
            return Err(Error::TooMany { limit: self.limits.elements });
        }
        self.open.push(element);
        Ok(())
    }

    fn close(&mut self) -> Result<(), Error> {
        let done = self.open.pop().ok_or(Error::Root)?;
        match self.open.last_mut() {
            Some(parent) => parent.children.push(Node::Element(done)),
            None => self.root = Some(done),
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Error> {
        allowed(text)?;
        match self.open.last_mut() {
            Some(parent) => parent.push_text(text),
            None if text.trim().is_empty() => {}
            None => return Err(Error::Root),
        }
        Ok(())
    }

    fn finish(self) -> Result<Element, Error> {
        if !self.open.is_empty() {
            return Err(Error::Root);
        }
        self.root.ok_or(Error::Root)
    }
}

fn element(start: &BytesStart<'_>) -> Result<Element, Error> {
    let mut element = Element::new(short(start.name().as_ref())?);
    for attribute in start.attributes() {
        let attribute = attribute?;
        if element.attributes.len() >= ATTRIBUTES {
            return Err(Error::TooMany { limit: ATTRIBUTES });
        }
        let raw = attribute.value.replace(['\n', '\t', '\r'], " ");
        let value = escape::unescape(&raw).map_err(quick_xml::Error::from)?;
        allowed(&value)?;
        element.attributes.push((short(attribute.key.as_ref())?.to_owned(), value.into_owned()));
    }
    Ok(element)
}

fn short(name: &str) -> Result<&str, Error> {
    if name.len() > NAME { Err(Error::LongName { limit: NAME }) } else { Ok(name) }
}

fn resolve(reference: &BytesRef<'_>) -> Result<String, Error> {
    if let Some(character) = reference.resolve_char_ref()? {
        return Ok(character.to_string());
    }
    let name = reference.xml10_content();
    match escape::resolve_predefined_entity(&name) {
        Some(text) => Ok(text.to_owned()),
        None => Err(Error::Entity(name.into_owned())),
    }
}

fn allowed(text: &str) -> Result<(), Error> {
    match text.chars().find(|c| !is_allowed(*c)) {
        Some(character) => Err(Error::Character(character)),
        None => Ok(()),
    }
}
