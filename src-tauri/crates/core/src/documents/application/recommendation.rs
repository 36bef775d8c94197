//! 推荐表, on a page of its own.

use super::page::{TITLE, date_or_blank, page_title};
use crate::documents::Sources;
use crate::documents::compose::Composer;
use crate::documents::layout::line_count;
use crate::documents::sheet::Sheet;
use crate::documents::style::id;
use crate::documents::table::{CELL_SIZE, FormCell, FormRow, FormTable, cell_paragraph};
use crate::documents::text::{line, run};
use crate::ooxml::{Alignment, Indent, Paragraph, Spacing};

const COLUMNS: [usize; 4] = [2000, 2819, 1700, 3121];
const OPINION_HEIGHT: usize = 6800;

pub(super) fn add(composer: &mut Composer, sources: &Sources) {
    let (content, labels) = (&sources.content.recommendation, &sources.edition.application.recommendation);
    composer.add(page_title(&labels.title));
    let pair = |label: &str, value: &str| [FormCell::centred(label), FormCell::left(value)];
    let four = |left: [FormCell; 2], right: [FormCell; 2]| {
        FormRow::of(left.into_iter().chain(right).collect()).at_least(680)
    };
    let [unit_label, unit] = pair(&labels.unit, &content.unit);
    let rows = vec![
        FormRow::of(vec![unit_label, unit.over(3)]).at_least(680),
        four(pair(&labels.contact, &content.contact), pair(&labels.telephone, &content.telephone)),
        four(pair(&labels.mobile, &content.mobile), pair(&labels.email, &content.email)),
        FormRow::of(vec![opinion(sources).over(4).at_top()]).at_least(OPINION_HEIGHT),
    ];
    composer.table(FormTable {
        alt: &labels.title,
        columns: &COLUMNS,
        even: &[],
        rows,
        notes: vec![labels.note.clone()],
        above: TITLE,
    });
}

fn opinion(sources: &Sources) -> FormCell {
    let (content, labels) = (&sources.content.recommendation, &sources.edition.application.recommendation);
    let mut paragraphs = vec![line(id::CELL, &labels.opinion)];
    paragraphs.extend(content.opinion.split('\n').map(|text| line(id::OPINION, text)));
    let signed_on = date_or_blank(content.signed_on);
    paragraphs.push(right(&labels.seal).spacing(Spacing::SINGLE.before(above_the_seal(&content.opinion))));
    paragraphs.push(right(&signed_on).spacing(Spacing::SINGLE.before(120)));
    FormCell::of(paragraphs, &content.opinion)
}

/// Blank between the opinion and the seal, in twips: the seal stands at the foot of the cell.
fn above_the_seal(opinion: &str) -> u32 {
    const LINE: usize = 341; // 1.25 lines of 五号
    const FOOT: usize = 1500; // label above, seal, date and margins below
    let column = (Sheet::FORM.width() - 200) as f32 / 20.0;
    let lines = line_count(opinion, CELL_SIZE, column, 2.0 * CELL_SIZE);
    OPINION_HEIGHT.saturating_sub(FOOT + lines * LINE).max(1200) as u32
}

fn right(text: &str) -> Paragraph {
    let paragraph =
        cell_paragraph().align(Alignment::Right).indent(Indent { right: Some(400), ..Indent::default() });
    paragraph.run(run(text))
}
