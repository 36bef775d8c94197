//! Blocks: headings, paragraphs, lists, figures, captions.

use super::inline::bookmark_name;
use super::numbering::{list_indent, list_item};
use super::writer::{BODY, COLUMN, Writer};
use crate::documents::Sources;
use crate::documents::compose::{run, styled};
use crate::documents::layout::{LINE_HEIGHT, Piece, line_count};
use crate::documents::scan::{Extent, Placed, scaled};
use crate::documents::style::{id, page};
use crate::form::Text;
use crate::form::rich_text::{Block, CaptionedKind, Figure, Flow, List, ListKind};
use crate::ooxml::field;
use docx_rs::{Paragraph, Run};

/// Size of captions, in points, and the blanks above and below them.
const CAPTION: f32 = 12.0;
const CAPTION_BLANKS: f32 = 6.0;
/// Room for the caption below a figure that fills a page, in twips.
const CAPTION_ROOM: usize = 900;
/// Printed where the picture is missing.
const MISSING: &str = "（此处图片尚未添加）";

impl<'a> Writer<'a> {
    /// The next block of a section.
    pub fn block(&mut self, block: &'a Block) {
        match block {
            Block::Heading(heading) => {
                let (runs, text) = self.line(&heading.content);
                self.heading(heading.level.number() - 1, Paragraph::new(), runs, &text);
            }
            Block::Flow(Flow::Paragraph(content)) => {
                let (runs, text) = self.line(content);
                self.paragraph(runs, &text);
            }
            Block::Flow(Flow::List(list)) => self.list(list, 0),
            Block::Figure(figure) => self.figure(figure),
            Block::Chart(chart) => self.chart(chart),
            Block::Table(table) => self.table(table),
        }
    }

    fn list(&mut self, list: &List, level: usize) {
        for (paragraph, text, level) in self.list_paragraphs(list, level, id::LIST) {
            let column = COLUMN - list_indent(level) as f32 / 20.0;
            let count = line_count(&text, BODY, column, 0.0);
            self.add(paragraph, Piece::Lines { count, height: BODY * LINE_HEIGHT, before: 0.0, after: 0.0 });
        }
    }

    /// The paragraphs of a list and those nested in it, each with its text and its level from 0.
    pub fn list_paragraphs(
        &mut self,
        list: &List,
        level: usize,
        style: &str,
    ) -> Vec<(Paragraph, String, usize)> {
        let ordered = (list.kind == ListKind::Ordered).then(|| {
            self.ordered_lists += 1;
            self.ordered_lists - 1
        });
        let mut paragraphs = Vec::new();
        for item in &list.items {
            let mut numbered = false;
            for flow in item {
                match flow {
                    Flow::Paragraph(content) => {
                        let (runs, text) = self.line(content);
                        let paragraph = runs.into_iter().fold(styled(style), Paragraph::add_run);
                        let paragraph = if numbered {
                            paragraph.indent(Some(list_indent(level)), None, None, None)
                        } else {
                            list_item(paragraph, ordered, level)
                        };
                        numbered = true;
                        paragraphs.push((paragraph, text, level));
                    }
                    Flow::List(nested) => paragraphs.extend(self.list_paragraphs(nested, level + 1, style)),
                }
            }
        }
        paragraphs
    }

    fn figure(&mut self, figure: &Figure) {
        let Some(placed) = placed(self.sources, figure) else {
            let missing = styled(id::PICTURE).keep_next(true).add_run(run(MISSING));
            self.add(missing, Piece::Whole { height: BODY * LINE_HEIGHT, keep_next: true });
            return self.caption(CaptionedKind::Figure, &figure.caption);
        };
        let drawing = self.extras.picture(placed.drawing());
        let paragraph = styled(id::PICTURE).keep_next(true).add_structured_data_tag(drawing);
        let height = placed.extent.points_high() + 4.0;
        self.add(paragraph, Piece::Whole { height, keep_next: true });
        self.caption(CaptionedKind::Figure, &figure.caption);
    }

    /// 图N below a figure or chart, 表N above a table. The number is a SEQ field inside a bookmark.
    pub fn caption(&mut self, kind: CaptionedKind, caption: &Text) {
        let number = match kind {
            CaptionedKind::Figure => &mut self.figures,
            CaptionedKind::Table => &mut self.tables,
        };
        *number += 1;
        let number = *number;
        let label = self.label(kind).to_owned();
        let (bookmark, _) = self.bookmark("");
        let sequence = field(&format!("SEQ {label} \\* ARABIC"), &[Run::new().add_text(number.to_string())]);
        let paragraph = styled(id::CAPTION)
            .add_bookmark_start(bookmark, bookmark_name(kind, number))
            .add_run(run(&label));
        let paragraph = sequence.into_iter().fold(paragraph, Paragraph::add_run).add_bookmark_end(bookmark);
        let keeps_next = kind == CaptionedKind::Table;
        let paragraph = paragraph.add_run(run(&format!(" {caption}"))).keep_next(keeps_next);
        let lines = line_count(&format!("{label}{number} {caption}"), CAPTION, COLUMN, 0.0);
        let height = lines as f32 * CAPTION * LINE_HEIGHT + CAPTION_BLANKS;
        self.add(paragraph, Piece::Whole { height, keep_next: keeps_next });
    }
}

/// A figure's picture in its place, if it has one.
pub(super) fn placed<'a>(sources: &Sources<'a>, figure: &Figure) -> Option<Placed<'a>> {
    let page = sources.pages_of(&figure.attachment).first()?;
    let area = Extent::text_area(CAPTION_ROOM);
    let width = area.width * u64::from(figure.width) / 100;
    let (pixels_wide, pixels_high) = page.upright_size();
    let extent = scaled(pixels_wide, pixels_high, width, area.height);
    let title = if figure.caption.is_blank() { "插图".to_owned() } else { figure.caption.to_string() };
    Some(Placed { page, quarters: 0, extent, title })
}

const _: () = assert!(page::TEXT_HEIGHT > CAPTION_ROOM);
