//! 承诺书, on a page of its own.

use crate::documents::Sources;
use crate::documents::compose::{Composer, line, run, styled};
use crate::documents::style::{id, single};
use docx_rs::{LineSpacing, Paragraph};

/// Where the lines to sign begin, in twips from the left margin.
const SIGNATURES: i32 = 2400;

pub(super) fn add(composer: &mut Composer, sources: &Sources) {
    let labels = &sources.edition.application.pledge;
    composer.add(super::page_title(&labels.title));
    composer.add(body(&labels.opening));
    for (index, promise) in labels.promises.iter().enumerate() {
        composer.add(body(&format!("{}.{promise}", index + 1)));
    }
    composer.add(body(&labels.closing));
    let signed_on = super::date_or_blank(sources.content.pledge.signed_on);
    let organization = labels.organization.replace("{organization}", &sources.content.organization);
    composer.add(signature(&organization, "").line_spacing(wide().before(1200)));
    composer.add(signature(&labels.signature, ""));
    composer.add(signature(&labels.signed_on, &signed_on));
    composer.add(super::note(&labels.note).line_spacing(single().before(1800)));
}

fn wide() -> LineSpacing {
    single().line(400)
}

fn body(text: &str) -> Paragraph {
    line(id::BODY, text).line_spacing(wide())
}

fn signature(label: &str, value: &str) -> Paragraph {
    let paragraph =
        styled("Normal").indent(Some(SIGNATURES), None, None, None).line_spacing(wide().before(240));
    paragraph.add_run(run(&format!("{label}{value}")))
}
