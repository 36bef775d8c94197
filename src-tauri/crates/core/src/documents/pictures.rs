//! The pictures of the three documents, as large as they are printed, without making the documents.

use super::printed::Printed;
use super::sources::Sources;
use super::{application, experience, materials};

/// Every picture of the three documents in the order of the documents; one that is shown twice comes twice.
pub fn pictures<'a>(sources: &Sources<'a>) -> Vec<Printed<'a>> {
    let mut pictures = application::pictures(sources);
    pictures.extend(experience::pictures(sources));
    pictures.extend(materials::pictures(sources));
    pictures
}
