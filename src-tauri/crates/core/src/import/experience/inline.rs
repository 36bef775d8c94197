//! Lines of text: marks, line breaks, references, and what hangs in them.

use crate::form::rich_text::{Inline, Marks, Script};
use crate::import::report::Report;
use crate::ooxml::read::{Block, Look, Paragraph, Piece, Position};

/// The inline content of a paragraph. References stay by their bookmark until all captions are known.
pub(super) fn inline(paragraph: &Paragraph, place: &str, report: &mut Report) -> Vec<Inline> {
    let mut content: Vec<Inline> = Vec::new();
    for piece in &paragraph.pieces {
        match piece {
            Piece::Text(text, look) => push(&mut content, text, marks(*look)),
            Piece::Break(look) => content.push(Inline::HardBreak(marks(*look))),
            Piece::Reference { bookmark, text, look } => {
                let target = format!("{BOOKMARK}{bookmark}{BOOKMARK}{text}");
                content.push(Inline::CrossReference(target.into(), marks(*look)));
            }
            Piece::Note(_) | Piece::Equation(_) => {
                push(&mut content, &in_words(piece, place, report), Marks::default());
            }
            _ => {}
        }
    }
    trimmed(content)
}

/// What cannot stand in the text as it is.
fn in_words(piece: &Piece, place: &str, report: &mut Report) -> String {
    let (text, shown, reason) = match piece {
        Piece::Note(blocks) => {
            let text = words(blocks);
            (text.clone(), format!("（注：{text}）"), "是脚注，放进了正文的括号里，请核对")
        }
        Piece::Equation(text) => (text.clone(), text.clone(), "是公式，只留下了文字，请核对"),
        _ => return String::new(),
    };
    report.doubt(&text, place, reason);
    shown
}

/// Parts bookmark and text of a reference that is not resolved yet; no XML text holds it.
pub(super) const BOOKMARK: char = '\u{10FFFD}';

/// The words of what stands apart, in one line.
pub(in crate::import) fn words(blocks: &[Block]) -> String {
    let texts = blocks.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph.text().trim().to_owned()),
        Block::Table(table) => {
            let cells =
                table.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.text().trim().to_owned());
            Some(cells.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" "))
        }
        Block::Foreign(_) => None,
    });
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}

fn marks(look: Look) -> Marks {
    let script = look.position.map(|position| match position {
        Position::Subscript => Script::Subscript,
        Position::Superscript => Script::Superscript,
    });
    Marks { bold: look.bold, italic: look.italic, underline: look.underline, script }
}

/// Adds text; neighbours that look alike are one.
pub(super) fn push(content: &mut Vec<Inline>, text: &str, marks: Marks) {
    match content.last_mut() {
        _ if text.is_empty() => {}
        Some(Inline::Text(before, same)) if *same == marks => before.push(text),
        _ => content.push(Inline::Text(text.into(), marks)),
    }
}

/// Without the blanks that people indent and part paragraphs with.
fn trimmed(mut content: Vec<Inline>) -> Vec<Inline> {
    let is_blank = |inline: &Inline| match inline {
        Inline::HardBreak(_) => true,
        Inline::Text(text, _) => text.trim().is_empty(),
        _ => false,
    };
    let blank = content.iter().take_while(|inline| is_blank(inline)).count();
    content.drain(..blank);
    if let Some(Inline::Text(text, _)) = content.first_mut() {
        *text = text.trim_start().into();
    }
    loop {
        match content.last_mut() {
            Some(Inline::HardBreak(_)) => drop(content.pop()),
            Some(Inline::Text(text, _)) if text.ends_with(char::is_whitespace) => {
                *text = text.trim_end().into();
                if text.is_empty() {
                    content.pop();
                }
            }
            _ => break,
        }
    }
    content
}

/// The content without so many bytes of its first text.
pub(super) fn without_begin(mut content: Vec<Inline>, mut bytes: usize) -> Vec<Inline> {
    while bytes > 0
        && let Some(Inline::Text(text, _)) = content.first_mut()
    {
        let cut = bytes.min(text.len());
        bytes -= cut;
        *text = text[cut..].into();
        if text.is_empty() {
            content.remove(0);
        }
    }
    trimmed(content)
}

/// The content without bold, where all of it is: a heading is bold by its style.
pub(super) fn without_bold(mut content: Vec<Inline>) -> Vec<Inline> {
    let is_bold = content.iter().all(|inline| match inline {
        Inline::Text(_, marks) | Inline::CrossReference(_, marks) | Inline::DataReference(_, marks) => {
            marks.bold
        }
        Inline::HardBreak(_) => true,
    });
    if is_bold {
        content.iter_mut().for_each(|inline| match inline {
            Inline::Text(_, marks)
            | Inline::HardBreak(marks)
            | Inline::CrossReference(_, marks)
            | Inline::DataReference(_, marks) => marks.bold = false,
        });
    }
    content
}
