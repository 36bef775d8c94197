//! What the documents take without their pictures.

use crate::documents::{Sources, application, evidence, experience};
use crate::ooxml::{self, NoPictures, Parts, write_package};
use crate::package::error::Error;
use std::io::Cursor;

/// What makes a document.
type Make = fn(&Sources) -> Result<Parts, ooxml::Error>;

/// The size of the three documents with every picture of no bytes.
pub(super) fn bytes(sources: &Sources) -> Result<u64, Error> {
    let labels = &sources.edition.package;
    let made: [(&str, Make); 3] = [
        (&labels.application_file, application),
        (&labels.experience_file, experience),
        (&labels.evidence_file, evidence),
    ];
    let size = |(name, make): (&str, Make)| {
        let written =
            make(sources).and_then(|parts| write_package(&parts, &NoPictures, Cursor::new(Vec::new())));
        let failed = |error: ooxml::Error| Error::Document { name: name.to_owned(), source: error.into() };
        written.map(|document| document.into_inner().len() as u64).map_err(failed)
    };
    made.into_iter().map(size).sum()
}
