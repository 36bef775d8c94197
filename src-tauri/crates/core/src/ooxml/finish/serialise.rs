//! From a tree to the bytes of its part.

use crate::ooxml::Error;
use crate::ooxml::xml::{self, Element};

/// The part's bytes, with the namespaces it uses declared.
///
/// # Errors
/// When a name has a prefix that no namespace known here has.
pub(super) fn serialise(path: &str, mut root: Element) -> Result<Vec<u8>, Error> {
    xml::declare(&mut root)
        .map_err(|_| Error::Unsupported { part: path.to_owned(), what: "未知的命名空间" })?;
    Ok(xml::write(&root))
}
