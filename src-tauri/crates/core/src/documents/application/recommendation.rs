//! 推荐表, on a page of its own.

use super::date_or_blank;
use crate::documents::Sources;
use crate::documents::compose::{Composer, line};
use crate::documents::layout::line_count;
use crate::documents::style::{id, page, single};
use crate::documents::table::{CELL_SIZE, FormCell, FormRow, cell_paragraph};
use docx_rs::{AlignmentType, Paragraph};

const COLUMNS: [usize; 4] = [1900, 2522, 1600, 2823];
const OPINION_HEIGHT: usize = 6800;

pub(super) fn add(composer: &mut Composer, sources: &Sources) {
    let (content, labels) = (&sources.content.recommendation, &sources.edition.application.recommendation);
    composer.add(super::page_title(&labels.title));
    let pair = |label: &str, value: &str| [FormCell::centred(label), FormCell::left(value)];
    let number = |label: &str, value: &str| [FormCell::centred(label), FormCell::centred(value)];
    let four = |left: [FormCell; 2], right: [FormCell; 2]| {
        FormRow::of(left.into_iter().chain(right).collect()).at_least(680)
    };
    let [unit_label, unit] = pair(&labels.unit, &content.unit);
    let rows = vec![
        FormRow::of(vec![unit_label, unit.over(3)]).at_least(680),
        four(pair(&labels.contact, &content.contact), number(&labels.telephone, &content.telephone)),
        four(number(&labels.mobile, &content.mobile), pair(&labels.email, &content.email)),
        FormRow::of(vec![opinion(sources).over(4).at_top()]).at_least(OPINION_HEIGHT),
    ];
    composer.table(&COLUMNS, rows);
    composer.add(super::note(&labels.note));
}

fn opinion(sources: &Sources) -> FormCell {
    let (content, labels) = (&sources.content.recommendation, &sources.edition.application.recommendation);
    let mut paragraphs = vec![line(id::CELL, &labels.opinion)];
    paragraphs.extend(content.opinion.split('\n').map(|text| line(id::OPINION, text)));
    let signed_on = date_or_blank(content.signed_on);
    paragraphs.push(right(&labels.seal).line_spacing(single().before(above_the_seal(&content.opinion))));
    paragraphs.push(right(&signed_on).line_spacing(single().before(120)));
    FormCell::of(paragraphs, &content.opinion)
}

/// Blank between the opinion and the seal, in twips: the seal stands at the foot of the cell.
fn above_the_seal(opinion: &str) -> u32 {
    const LINE: usize = 341; // 1.25 lines of 五号
    const FOOT: usize = 1500; // label above, seal, date and margins below
    let column = (page::TEXT_WIDTH - 200) as f32 / 20.0;
    let lines = line_count(opinion, CELL_SIZE, column, 2.0 * CELL_SIZE);
    OPINION_HEIGHT.saturating_sub(FOOT + lines * LINE).max(1200) as u32
}

fn right(text: &str) -> Paragraph {
    let paragraph = cell_paragraph().align(AlignmentType::Right).indent(None, None, Some(400), None);
    paragraph.add_run(crate::documents::compose::run(text))
}
