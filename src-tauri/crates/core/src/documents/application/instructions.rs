//! 填报说明.

use super::page::page_title;
use crate::documents::compose::Composer;
use crate::documents::style::id;
use crate::documents::text::line;
use crate::edition::ApplicationLabels;
use crate::ooxml::Spacing;

pub(super) fn add(composer: &mut Composer, labels: &ApplicationLabels) {
    composer.add(page_title(&labels.instructions_title));
    for (index, paragraph) in labels.instructions.iter().enumerate() {
        let text = format!("{}.{paragraph}", index + 1);
        composer.add(line(id::BODY, &text).spacing(Spacing::SINGLE.line(360)));
    }
}
