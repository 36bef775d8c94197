//! The content of an application (申报内容): plain data, its JSON, the map of its places.
//!
//! The names are those of the JSON that the interface, the tests and outside scripts use. Half-filled
//! content is valid content; only its shape is checked here, its meaning by [`crate::rules`].

mod anchor;
mod assign;
pub(crate) mod bounds;
mod by_year;
mod content;
#[cfg(test)]
pub(crate) mod counted;
mod declaration;
mod empty;
mod evidence;
mod experience;
mod follow;
mod json;
mod json_error;
pub(crate) mod json_walk;
mod lenient;
pub mod map;
mod market;
mod origin;
pub mod rich_text;
mod root;
mod schema;
mod strict;
mod submission;
mod tables;
#[cfg(test)]
pub(crate) mod tests;
mod text;

pub use crate::edition::{Better, Direction, EvidenceCategory, Section, Track, Year};
pub use assign::Assignment;
pub use by_year::ByYear;
pub use content::Content;
pub use declaration::{Contact, Declaration, Pledge, Recommendation};
pub use evidence::{Attachment, Evidence, Proven, Qualification, Rotation, SignedPages};
pub use experience::Experience;
pub use json::READ_LIMIT;
pub use json_error::ContentError;
pub use map::{Path, PathStep};
pub use market::{Market, Product, Share, Survey, SurveyMethod};
pub use origin::{Origin, OriginKind};
pub use rich_text::RichText;
pub use schema::json_schema;
pub use submission::{Acknowledgement, Appraisal, Confirmation, Grade, Submission};
pub use tables::{Competitor, Indicator, Row};
pub use text::Text;
