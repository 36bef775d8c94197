//! Putting a document together, from top to bottom.

use super::sheet::Sheet;
use super::sources::{Sources, Stage};
use super::style::{self, id};
use super::table::FormTable;
use super::text::styled;
use crate::date::Date;
use crate::ooxml::{self, Block, Document, Paragraph, Parts, Properties, Run, field};

/// A document in the making.
pub(super) struct Composer {
    sheet: Sheet,
    document: Document,
}

impl Composer {
    /// An empty document of these pages whose running text is of `body` half points.
    pub fn new(sheet: Sheet, body: usize) -> Composer {
        Composer { sheet, document: style::document(sheet, body) }
    }

    /// Adds what stands next.
    pub fn add(&mut self, block: impl Into<Block>) {
        self.document.add(block);
    }

    /// Adds a table of the form, with what stands below it.
    pub fn table(&mut self, table: FormTable) {
        table.built(self.sheet).into_iter().for_each(|block| self.add(block));
    }

    /// Changes the document as a whole.
    pub fn with(&mut self, change: impl FnOnce(&mut Document)) {
        change(&mut self.document);
    }

    /// The parts of the document, with page numbers in the footer and 草稿 in a draft's header.
    pub fn finish(mut self, title: &str, sources: &Sources) -> Result<Parts, ooxml::Error> {
        if sources.stage == Stage::Draft {
            self.document.header = Some(draft_mark());
        }
        self.finish_of(title, &sources.content.organization, sources.today)
    }

    /// Likewise, of a document that this organisation writes and that is no application's.
    pub fn finish_of(mut self, title: &str, writer: &str, today: Date) -> Result<Parts, ooxml::Error> {
        self.document.footer = Some(page_number());
        self.document.finish(&Properties {
            title: title.to_owned(),
            creator: writer.to_owned(),
            company: writer.to_owned(),
            created: format!("{today}T00:00:00Z"),
        })
    }
}

fn page_number() -> Paragraph {
    styled(id::FOOTER).runs(field("PAGE", Run::new().text("1")))
}

fn draft_mark() -> Paragraph {
    styled(id::HEADER).run(Run::new().text("草稿　仅供内部审阅，不得报送").color("C00000"))
}
