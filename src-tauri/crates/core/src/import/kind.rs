//! Which of the three documents one is, told by what is in it and then by its name.

use super::words::bare;
use crate::edition::Edition;
use crate::ooxml::WordDocument;
use crate::ooxml::read::{Block, Piece};
use crate::sections::sections;

/// One of the three documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// 申报书.
    Application,
    /// 典型经验.
    Experience,
    /// 证实性材料.
    Materials,
}

impl Kind {
    /// What it is called.
    pub fn label(self) -> &'static str {
        match self {
            Kind::Application => "申报书",
            Kind::Experience => "典型经验",
            Kind::Materials => "证实性材料",
        }
    }
}

/// Which document this is; none where it is none of an application.
pub(crate) fn kind(name: &str, document: &WordDocument, edition: &Edition) -> Option<Kind> {
    let (text, pictures) = text(&document.blocks);
    let labels = &edition.application;
    let signs = [
        labels.declaration.credit_code.as_str(),
        &labels.market.title,
        &labels.benefits.title,
        &labels.social.title,
        &labels.brand.title,
        &labels.competitors.title,
        &labels.declaration.central_enterprise,
        &labels.market.products,
        "推荐单位联系人",
        "质量标杆典型经验申报承诺书",
    ];
    let of_form = signs.iter().filter(|sign| text.contains(&bare(sign))).count();
    let found = sections(&document.blocks, edition).found.len();
    match () {
        () if of_form >= 3 => Some(Kind::Application),
        () if found >= 2 => Some(Kind::Experience),
        () if of_form >= 1 && name.contains("申报书") => Some(Kind::Application),
        () if name.contains("申报书") && pictures > 0 && text.is_empty() => Some(Kind::Application),
        () if name.contains("证实") || is_of_proofs(name, &text) => Some(Kind::Materials),
        () if name.contains("典型经验") || name.contains("经验材料") => Some(Kind::Experience),
        () if found >= 1 => Some(Kind::Experience),
        () if name.contains("材料") && pictures > 0 => Some(Kind::Materials),
        () => None,
    }
}

/// Whether a text calls itself 证实性材料. One that is named 典型经验 may speak of them farther below.
fn is_of_proofs(name: &str, text: &str) -> bool {
    /// Letters of a title, with the name of the organization before it.
    const TITLE: usize = 60;
    let read: String = match name.contains("典型经验") {
        true => text.chars().take(TITLE).collect(),
        false => text.to_owned(),
    };
    ["证实性材料", "证明材料"].iter().any(|call| read.contains(call))
}

/// The letters of a document, and how many pictures it has.
fn text(blocks: &[Block]) -> (String, usize) {
    let (mut text, mut pictures) = (String::new(), 0);
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                text.push_str(&bare(&paragraph.text()));
                let is_picture = |piece: &&Piece| matches!(piece, Piece::Picture(_));
                pictures += paragraph.pieces.iter().filter(is_picture).count();
            }
            Block::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                for (inner, more) in cells.map(|cell| self::text(&cell.blocks)) {
                    text.push_str(&inner);
                    pictures += more;
                }
            }
            Block::Foreign(_) => {}
        }
    }
    (text, pictures)
}
