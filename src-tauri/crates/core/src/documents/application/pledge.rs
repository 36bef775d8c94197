//! 承诺书, on a page of its own.

use super::page::{date_or_blank, note, page_title};
use crate::documents::Sources;
use crate::documents::compose::Composer;
use crate::documents::layout::line_count;
use crate::documents::sheet::{Sheet, points};
use crate::documents::style::{id, size};
use crate::documents::text::{line, run, styled};
use crate::ooxml::{Indent, Paragraph, Spacing};

/// Where the lines to sign begin, in twips from the left margin.
const SIGNATURES: i32 = 2400;

pub(super) fn add(composer: &mut Composer, sources: &Sources) {
    let labels = &sources.edition.application.pledge;
    composer.add(page_title(&labels.title));
    composer.add(body(&labels.opening));
    for (index, promise) in labels.promises.iter().enumerate() {
        composer.add(body(&format!("{}.{promise}", index + 1)));
    }
    composer.add(body(&labels.closing));
    let signed_on = date_or_blank(sources.content.pledge.signed_on);
    let organization = labels.organization.replace("{organization}", &sources.content.organization);
    composer.add(signature(&with_whole_seal(&organization), "").spacing(wide().before(1200)));
    composer.add(signature(&labels.signature, ""));
    composer.add(signature(&labels.signed_on, &signed_on));
    composer.add(note(&labels.note).spacing(Spacing::SINGLE.before(1800)));
}

/// （盖章） is not parted: where the line does not hold it, it stands on the next.
fn with_whole_seal(line: &str) -> String {
    const SIZE: f32 = size::SMALL_FOUR as f32 / 2.0;
    let column = points(Sheet::FORM.width() - SIGNATURES as usize);
    let Some((name, seal)) = line.rfind('（').map(|at| line.split_at(at)) else { return line.to_owned() };
    let lines = |text: &str| line_count(text, SIZE, column, 0.0);
    let is_whole = lines(name) == lines(line) || name.is_empty();
    if is_whole { line.to_owned() } else { format!("{name}\n{seal}") }
}

fn wide() -> Spacing {
    Spacing::SINGLE.line(400)
}

fn body(text: &str) -> Paragraph {
    line(id::BODY, text).spacing(wide())
}

fn signature(label: &str, value: &str) -> Paragraph {
    let paragraph = styled("Normal")
        .indent(Indent { left: Some(SIGNATURES), ..Indent::default() })
        .spacing(wide().before(240));
    paragraph.run(run(&format!("{label}{value}")))
}
