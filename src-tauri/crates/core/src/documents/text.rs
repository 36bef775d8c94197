//! Texts as paragraphs and runs.

use crate::ooxml::{Paragraph, Run};

/// An empty paragraph of a named style.
pub(super) fn styled(style: &str) -> Paragraph {
    Paragraph::new().style(style)
}

/// A paragraph of a named style.
pub(super) fn line(style: &str, text: &str) -> Paragraph {
    styled(style).run(run(text))
}

/// A run of text; line feeds and tabs become breaks and tabs.
pub(super) fn run(text: &str) -> Run {
    continued(Run::new(), text)
}

/// More text at the end of a run.
pub(super) fn continued(mut run: Run, text: &str) -> Run {
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            run = run.line_break();
        }
        for (index, piece) in line.split('\t').enumerate() {
            if index > 0 {
                run = run.tab();
            }
            if !piece.is_empty() {
                run = run.text(piece);
            }
        }
    }
    run
}
