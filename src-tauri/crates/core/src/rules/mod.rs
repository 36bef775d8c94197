//! The checks: one registry, one rule one small piece of code.
//!
//! A rule reads the content, the edition and the facts, and says what it finds. It cannot fail, changes nothing, does
//! no I/O and reads no clock; a half-filled application is normal input. Ids are never reused.

mod attached;
mod clauses;
mod consistency;
mod context;
mod evidence;
mod facts;
mod figures;
mod finding;
mod findings;
mod fix;
#[cfg(test)]
mod fixture;
mod footing;
mod form;
mod indicator;
mod last_year;
mod legal_names;
mod meant;
mod narrative;
mod package;
mod passages;
mod patent_numbers;
mod printed_texts;
mod qualification;
mod quantity;
mod registry;
mod repair;
mod rule;
mod series;
mod signed;
mod span;
mod tally;
#[cfg(test)]
mod tests;
mod years;

pub use consistency::{SaidFigure, said_figures, size_of};
pub use context::Context;
pub use facts::{Facts, FileFacts, PageFacts};
pub use finding::{Acknowledged, Finding, FindingKind, Group, Severity, blocks_final};
pub use findings::Findings;
pub use fix::{Edit, Fix};
pub use footing::{Footing, Footings};
pub use form::{credit_code_fault, credit_code_meant};
pub(crate) use indicator::is_named;
pub use narrative::{Claim, claims};
pub use passages::{Passage, PassageKind, passages};
pub use registry::{REGISTRY, check, check_in, find};
pub use repair::repair;
pub use rule::Rule;
pub use series::{Measure, YearSeries, year_series};
pub use span::Span;
pub use tally::Tally;
