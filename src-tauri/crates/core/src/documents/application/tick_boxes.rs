//! Check boxes (□) with their labels.

use crate::documents::style::size;
use crate::documents::table::cell_paragraph;
use crate::documents::text::run;
use crate::ooxml::{CheckBox, Paragraph, Tick};

/// Whether a box is ticked.
pub(super) fn ticked(is: bool) -> Tick {
    if is { Tick::Ticked } else { Tick::Unticked }
}

/// A line of check boxes with their labels.
pub(super) fn ticks(title: &str, tag: &str, boxes: &[(&str, Tick)]) -> Paragraph {
    let mut paragraph = cell_paragraph();
    for (index, (label, state)) in boxes.iter().enumerate() {
        let check_box = CheckBox {
            title: format!("{title}：{label}"),
            tag: format!("{tag}:{label}"),
            state: *state,
            size_half_points: Some(size::FIVE),
        };
        let blank = if index + 1 < boxes.len() { "　" } else { "" };
        paragraph = paragraph.check_box(check_box).run(run(&format!("{label}{blank}")));
    }
    paragraph
}
