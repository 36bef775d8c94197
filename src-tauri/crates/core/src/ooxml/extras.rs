//! What docx-rs lacks, carried through it as tagged content controls.

use docx_rs::{Run, RunFonts, RunProperty, StructuredDataTag};

use super::{Chart, CheckBox, DropDown, Picture};

const PREFIX: &str = "biaogan:";

/// Collects check boxes, drop-downs, header rows, pictures and charts of one document.
///
/// Each method gives a content control to add to a paragraph. It carries a private alias by which
/// [`super::finish`] finds it again, so it must go into the document finished with the same `Extras`.
#[derive(Debug, Default)]
pub struct Extras {
    entries: Vec<Extra>,
}

#[derive(Debug)]
pub(super) enum Extra {
    HeaderRow,
    CheckBox(CheckBox),
    DropDown(Box<DropDown>),
    Picture(Picture),
    Chart(Chart),
}

impl Extras {
    /// Nothing collected yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the table row that holds it repeat at the top of each page (17.4.78); leaves no other trace.
    pub fn header_row(&mut self) -> StructuredDataTag {
        self.tag(Extra::HeaderRow)
    }

    /// A check box that is ticked with a click.
    pub fn check_box(&mut self, check_box: CheckBox) -> StructuredDataTag {
        let font = check_box.state.font();
        let fonts = RunFonts::new().ascii(font).hi_ansi(font).east_asia(font).cs(font).hint("eastAsia");
        let mut look = RunProperty::new().fonts(fonts);
        if let Some(size) = check_box.size_half_points {
            look = look.size(size);
        }
        let glyph = shown(&check_box.state.glyph().to_string(), look);
        self.tag(Extra::CheckBox(check_box)).add_run(glyph)
    }

    /// A list to choose from, which shows the chosen text, or a blank.
    pub fn drop_down(&mut self, drop_down: DropDown) -> StructuredDataTag {
        let text = if drop_down.chosen.is_empty() { "\u{3000}" } else { &drop_down.chosen };
        let run = shown(text, drop_down.run_style.clone());
        self.tag(Extra::DropDown(Box::new(drop_down))).add_run(run)
    }

    /// A picture in the line. The same source used twice is stored once.
    pub fn picture(&mut self, picture: Picture) -> StructuredDataTag {
        self.tag(Extra::Picture(picture))
    }

    /// A native, editable chart in the line.
    pub fn chart(&mut self, chart: Chart) -> StructuredDataTag {
        self.tag(Extra::Chart(chart))
    }

    pub(super) fn by_alias(&self, alias: &str) -> Option<&Extra> {
        self.entries.get(alias.strip_prefix(PREFIX)?.parse::<usize>().ok()?)
    }

    fn tag(&mut self, extra: Extra) -> StructuredDataTag {
        self.entries.push(extra);
        StructuredDataTag::new().alias(format!("{PREFIX}{}", self.entries.len() - 1))
    }
}

pub(super) fn is_private(alias: &str) -> bool {
    alias.starts_with(PREFIX)
}

fn shown(text: &str, look: RunProperty) -> Run {
    let mut run = Run::new().add_text(text);
    run.run_property = look;
    run
}
