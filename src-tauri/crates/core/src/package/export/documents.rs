//! The documents of a package, each writing itself.

use crate::package::error::DocumentError;
use crate::package::progress::DocumentFile;

/// Writes a document as a .docx, once.
pub type WriteDocument<'a> = Box<dyn FnOnce(&mut DocumentFile<'_>) -> Result<(), DocumentError> + 'a>;

/// The three documents; their names are the edition's.
pub struct Documents<'a> {
    /// 申报书.
    pub application: WriteDocument<'a>,
    /// 典型经验.
    pub experience: WriteDocument<'a>,
    /// 证实性材料.
    pub evidence: WriteDocument<'a>,
}
