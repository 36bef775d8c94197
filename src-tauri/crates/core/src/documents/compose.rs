//! Putting a document together, from top to bottom.

use super::style::{self, id};
use super::table::{FormRow, form_table};
use super::{Sources, Stage};
use crate::ooxml::{self, Extras, Parts, Properties, field, finish};
use docx_rs::{BreakType, Docx, Footer, Header, Paragraph, Run, Table};

/// A document in the making.
pub(super) struct Composer {
    docx: Docx,
    /// What goes into it that docx-rs has no word for.
    pub extras: Extras,
    bookmarks: usize,
}

/// A paragraph or a table.
pub(super) enum Item {
    Paragraph(Box<Paragraph>),
    Table(Box<Table>),
}

impl From<Paragraph> for Item {
    fn from(paragraph: Paragraph) -> Item {
        Item::Paragraph(Box::new(paragraph))
    }
}

impl From<Table> for Item {
    fn from(table: Table) -> Item {
        Item::Table(Box::new(table))
    }
}

impl Composer {
    /// An empty document whose running text is of `body` half points.
    pub fn new(body: usize) -> Composer {
        Composer { docx: style::document(body), extras: Extras::new(), bookmarks: 0 }
    }

    /// Adds what stands next.
    pub fn add(&mut self, item: impl Into<Item>) {
        let docx = std::mem::take(&mut self.docx);
        self.docx = match item.into() {
            Item::Paragraph(paragraph) => docx.add_paragraph(*paragraph),
            Item::Table(table) => docx.add_table(*table),
        };
    }

    /// Adds a table whose columns are so many twips wide.
    pub fn table(&mut self, columns: &[usize], rows: Vec<FormRow>) {
        let table = form_table(columns, rows, &mut self.extras);
        self.add(table);
    }

    /// Changes the document as a whole.
    pub fn with(&mut self, change: impl FnOnce(Docx) -> Docx) {
        self.docx = change(std::mem::take(&mut self.docx));
    }

    /// An id for a bookmark that no other has.
    pub fn next_bookmark(&mut self) -> usize {
        self.bookmarks += 1;
        self.bookmarks
    }

    /// The parts of the document, with page numbers in the footer and 草稿 in a draft's header.
    pub fn finish(mut self, title: &str, sources: &Sources) -> Result<Parts, ooxml::Error> {
        self.with(|docx| docx.footer(Footer::new().add_paragraph(page_number())));
        if sources.stage == Stage::Draft {
            self.with(|docx| docx.header(Header::new().add_paragraph(draft_mark())));
        }
        let properties = Properties {
            title: title.to_owned(),
            creator: sources.content.organization.to_string(),
            created: format!("{}T00:00:00Z", sources.today),
        };
        finish(self.docx, self.extras, &properties)
    }
}

fn page_number() -> Paragraph {
    let runs = field("PAGE", &[Run::new().add_text("1")]);
    runs.into_iter().fold(styled(id::FOOTER), Paragraph::add_run)
}

fn draft_mark() -> Paragraph {
    styled(id::HEADER).add_run(Run::new().add_text("草稿　仅供内部审阅，不得报送").color("C00000"))
}

/// An empty paragraph of a named style.
pub(super) fn styled(style: &str) -> Paragraph {
    Paragraph::new().style(style)
}

/// A paragraph of a named style.
pub(super) fn line(style: &str, text: &str) -> Paragraph {
    styled(style).add_run(run(text))
}

/// A run of text; line feeds and tabs become breaks and tabs.
pub(super) fn run(text: &str) -> Run {
    continued(Run::new(), text)
}

/// More text at the end of a run.
pub(super) fn continued(mut run: Run, text: &str) -> Run {
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        for (index, piece) in line.split('\t').enumerate() {
            if index > 0 {
                run = run.add_tab();
            }
            if !piece.is_empty() {
                run = run.add_text(piece);
            }
        }
    }
    run
}
