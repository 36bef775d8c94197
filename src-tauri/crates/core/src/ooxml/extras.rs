//! What docx-rs lacks, carried through it as tagged content controls.

use super::content_control::GLYPH_FONT;
use super::{Chart, CheckBox, DropDown, Picture, Tick};
use docx_rs::{Run, RunFonts, StructuredDataTag};

const PREFIX: &str = "biaogan:";

/// The check boxes, drop-downs, header rows, pictures and charts of one document.
///
/// Each becomes a content control with a private alias by which the finishing pass finds it again, so it must go into
/// the document finished with the same `Extras`.
#[derive(Debug, Default)]
pub(super) struct Extras {
    entries: Vec<Extra>,
}

#[derive(Debug, Clone)]
pub(super) enum Extra {
    /// Makes the table row that holds it repeat at the top of each page (17.4.49); leaves no other trace.
    HeaderRow,
    /// What the table that holds it is, for readers who cannot see it (17.4.47); leaves no other trace.
    TableAlt(String),
    CheckBox(CheckBox),
    DropDown(DropDown),
    Picture(Picture),
    Chart(Box<Chart>),
}

impl Extras {
    /// The content control that stands for it.
    pub(super) fn add(&mut self, extra: Extra) -> StructuredDataTag {
        let tag = StructuredDataTag::new().alias(format!("{PREFIX}{}", self.entries.len()));
        let tag = match &extra {
            Extra::HeaderRow | Extra::TableAlt(_) | Extra::Picture(_) | Extra::Chart(_) => tag,
            Extra::CheckBox(check_box) => {
                tag.add_run(sized(glyph(check_box.state), check_box.size_half_points))
            }
            Extra::DropDown(list) => tag.add_run(sized(chosen(list), list.size_half_points)),
        };
        self.entries.push(extra);
        tag
    }

    pub(super) fn by_alias(&self, alias: &str) -> Option<&Extra> {
        self.entries.get(alias.strip_prefix(PREFIX)?.parse::<usize>().ok()?)
    }
}

pub(super) fn is_private(alias: &str) -> bool {
    alias.starts_with(PREFIX)
}

fn glyph(state: Tick) -> Run {
    let font = GLYPH_FONT;
    let fonts = RunFonts::new().ascii(font).hi_ansi(font).east_asia(font).cs(font).hint("eastAsia");
    Run::new().add_text(state.glyph()).fonts(fonts)
}

/// The chosen text, or a blank.
fn chosen(list: &DropDown) -> Run {
    Run::new().add_text(if list.chosen.is_empty() { "\u{3000}" } else { &list.chosen })
}

fn sized(run: Run, half_points: Option<usize>) -> Run {
    match half_points {
        Some(half_points) => run.size(half_points),
        None => run,
    }
}
