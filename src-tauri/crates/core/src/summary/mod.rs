//! What the person who signs should see on one page (总览): what is open, what others have vouched for, what stands in
//! several places, what is claimed and proved, what answers the criteria of the notice, what runs out, which signed
//! page is out of date.
//!
//! Everything is computed anew; nothing is stored.

mod certificates;
mod claims;
mod figures;
mod items;
mod open;
mod signed;
#[cfg(test)]
mod tests;
mod vouched;

pub use certificates::Certificate;
pub use claims::ClaimProof;
pub use figures::RepeatedFigure;
pub use items::ItemProof;
pub use open::OpenPart;
pub use signed::{PageThen, PrintedChange, SignedPage, pages_signed};
pub use vouched::Vouched;

use crate::criteria::CriteriaCard;
use crate::edition::{Edition, Section};
use crate::form::Content;
use crate::form::rich_text::{Numbers, SectionCount};
use crate::proof::Proofs;
use crate::rules::{self, Context, Facts, Tally};

/// What the person who signs should see on one page (总览).
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// How much is open, in words.
    pub tally: Tally,
    /// What is open, part by part; parts with nothing open are left out.
    pub open: Vec<OpenPart>,
    /// What a person has given a word for.
    pub vouched: Vec<Vouched>,
    /// The rows of the tables whose figures the text repeats.
    pub figures: Vec<RepeatedFigure>,
    /// What the text claims and the tables say that asks for a proof, with what proves it.
    pub claims: Vec<ClaimProof>,
    /// What each item of the evidence proves.
    pub items: Vec<ItemProof>,
    /// The criteria of the notice, with what answers them.
    pub criteria: CriteriaCard,
    /// Certificates and reports with their days.
    pub certificates: Vec<Certificate>,
    /// What is said of those that run out.
    pub running_out: String,
    /// The pages that are signed and sealed.
    pub signed: Vec<SignedPage>,
    /// 字数 of the sections.
    pub lengths: Vec<Length>,
}

/// How long a section is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Length {
    /// Its title.
    pub title: String,
    /// 字数, the higher of the two ways Word counts.
    pub count: usize,
    /// 字数 at most.
    pub limit: usize,
}

impl Summary {
    /// Looks at a draft whose content is `content`; `then` tells what was printed on the signed pages when their scans
    /// were put in.
    pub fn of(content: &Content, edition: &Edition, facts: &Facts, then: &[PageThen]) -> Summary {
        let context = Context::new(content, edition, facts);
        let findings = rules::check_in(&context);
        let proofs = Proofs::of(&context);
        let certificates = certificates::all(&context);
        Summary {
            tally: Tally::of(&findings),
            open: open::parts(&findings, edition),
            vouched: vouched::all(&context, &findings),
            figures: figures::repeated(&context),
            claims: claims::all(&context, &proofs),
            items: items::all(&context, &proofs),
            criteria: CriteriaCard::of(&context),
            running_out: certificates::said(&context, &certificates),
            certificates,
            signed: signed::pages(&context, then),
            lengths: lengths(content, edition),
        }
    }
}

fn lengths(content: &Content, edition: &Edition) -> Vec<Length> {
    let numbers = Numbers::of(&content.experience, &content.evidence);
    let length = |section: Section| {
        let count = SectionCount::of(content.experience.section(section), &numbers, edition);
        let labels = edition.section(section);
        Length { title: labels.title.clone(), count: count.all.high, limit: labels.limit }
    };
    Section::ALL.into_iter().map(length).collect()
}
