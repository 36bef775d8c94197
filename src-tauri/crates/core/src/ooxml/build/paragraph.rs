//! Paragraphs (17.3.1.22) and what stands in their lines.

use super::position::{Alignment, Indent, Spacing};
use super::revision::Revision;
use super::run::Run;
use crate::ooxml::extras::{Extra, Extras};
use crate::ooxml::{Chart, CheckBox, DropDown, Picture};
use docx_rs::{Hyperlink, HyperlinkType, IndentLevel, NumberingId};

/// A paragraph.
#[derive(Debug, Clone, Default)]
pub struct Paragraph {
    /// Its properties, without content.
    properties: docx_rs::Paragraph,
    content: Vec<Content>,
}

/// What stands in a line.
#[derive(Debug, Clone)]
enum Content {
    Run(Box<Run>),
    Bookmark { name: String, runs: Vec<Run> },
    Link { bookmark: String, runs: Vec<Run> },
    Revised(Revision, Box<Run>),
    Extra(Extra),
}

/// Every bookmark ends in its paragraph, so that one number does until the finishing pass gives each its own.
const BOOKMARK: usize = 0;

impl Paragraph {
    /// An empty paragraph.
    pub fn new() -> Self {
        Self::default()
    }

    /// Of the style with this id.
    pub fn style(self, id: &str) -> Self {
        self.with(|properties| properties.style(id))
    }

    /// Between the margins.
    pub fn align(self, alignment: Alignment) -> Self {
        self.with(|properties| properties.align(alignment.build()))
    }

    /// Away from the margins.
    pub fn indent(self, indent: Indent) -> Self {
        self.with(|properties| properties.indent(indent.left, indent.special(), indent.right, None))
    }

    /// Away from other paragraphs, and its lines from each other.
    pub fn spacing(self, spacing: Spacing) -> Self {
        self.with(|properties| properties.line_spacing(spacing.build()))
    }

    /// On the same page as the next (17.3.1.15).
    pub fn keep_next(self) -> Self {
        self.with(|properties| properties.keep_next(true))
    }

    /// Not parted by the end of a page (17.3.1.14).
    pub fn keep_lines(self) -> Self {
        self.with(|properties| properties.keep_lines(true))
    }

    /// At the top of a page (17.3.1.23).
    pub fn page_break_before(self) -> Self {
        self.with(|properties| properties.page_break_before(true))
    }

    /// A heading of this level, from 0, whatever its style (17.3.1.20).
    pub fn outline_level(self, level: usize) -> Self {
        self.with(|properties| properties.outline_lvl(level))
    }

    /// Its mark, and with it an empty paragraph, so many half points high (17.3.1.29).
    pub fn mark_size(self, half_points: usize) -> Self {
        self.with(|properties| properties.size(half_points))
    }

    /// An item of the numbering with this id, on a level from 0 (17.3.1.19).
    pub fn numbering(self, id: usize, level: usize) -> Self {
        self.with(|properties| properties.numbering(NumberingId::new(id), IndentLevel::new(level)))
    }

    /// Adds a run.
    pub fn run(self, run: Run) -> Self {
        self.push(Content::Run(Box::new(run)))
    }

    /// Adds runs.
    pub fn runs(self, runs: impl IntoIterator<Item = Run>) -> Self {
        runs.into_iter().fold(self, Paragraph::run)
    }

    /// Adds a run that came or went.
    pub fn revised(self, revision: Revision, run: Run) -> Self {
        self.push(Content::Revised(revision, Box::new(run)))
    }

    /// The paragraph itself came or went.
    pub fn mark_revised(self, revision: &Revision) -> Self {
        self.with(|properties| revision.mark(properties))
    }

    /// Adds runs inside a bookmark (17.13.6.2); no other in the document may have its name.
    pub fn bookmark(self, name: impl Into<String>, runs: Vec<Run>) -> Self {
        self.push(Content::Bookmark { name: name.into(), runs })
    }

    /// Adds runs that lead to a bookmark when clicked (17.16.22).
    pub fn link(self, bookmark: impl Into<String>, runs: Vec<Run>) -> Self {
        self.push(Content::Link { bookmark: bookmark.into(), runs })
    }

    /// Adds a check box that is ticked with a click.
    pub fn check_box(self, check_box: CheckBox) -> Self {
        self.push(Content::Extra(Extra::CheckBox(check_box)))
    }

    /// Adds a list to choose from, which shows the chosen text, or a blank.
    pub fn drop_down(self, drop_down: DropDown) -> Self {
        self.push(Content::Extra(Extra::DropDown(drop_down)))
    }

    /// Adds a picture in the line. The same source used twice is stored once.
    pub fn picture(self, picture: Picture) -> Self {
        self.push(Content::Extra(Extra::Picture(picture)))
    }

    /// Adds a native, editable chart in the line.
    pub fn chart(self, chart: Chart) -> Self {
        self.push(Content::Extra(Extra::Chart(Box::new(chart))))
    }

    /// Its runs so far so many half points high.
    pub fn size(mut self, half_points: usize) -> Self {
        let sized = |run: &mut Run| *run = std::mem::take(run).size(half_points);
        for content in &mut self.content {
            match content {
                Content::Run(run) | Content::Revised(_, run) => sized(run),
                Content::Bookmark { runs, .. } | Content::Link { runs, .. } => {
                    runs.iter_mut().for_each(sized)
                }
                Content::Extra(Extra::CheckBox(check_box)) => check_box.size_half_points = Some(half_points),
                Content::Extra(Extra::DropDown(list)) => list.size_half_points = Some(half_points),
                Content::Extra(_) => {}
            }
        }
        self.mark_size(half_points)
    }

    fn with(mut self, change: impl FnOnce(docx_rs::Paragraph) -> docx_rs::Paragraph) -> Self {
        self.properties = change(self.properties);
        self
    }

    fn push(mut self, content: Content) -> Self {
        self.content.push(content);
        self
    }

    pub(super) fn build(self, extras: &mut Extras) -> docx_rs::Paragraph {
        self.content.into_iter().fold(self.properties, |paragraph, content| match content {
            Content::Run(run) => paragraph.add_run(run.0),
            Content::Revised(revision, run) => revision.run(paragraph, *run),
            Content::Bookmark { name, runs } => runs
                .into_iter()
                .fold(paragraph.add_bookmark_start(BOOKMARK, name), |paragraph, run| paragraph.add_run(run.0))
                .add_bookmark_end(BOOKMARK),
            Content::Link { bookmark, runs } => {
                let link = Hyperlink::new(bookmark, HyperlinkType::Anchor);
                paragraph.add_hyperlink(runs.into_iter().fold(link, |link, run| link.add_run(run.0)))
            }
            Content::Extra(extra) => paragraph.add_structured_data_tag(extras.add(extra)),
        })
    }
}
