//! 填报说明.

use crate::documents::compose::{Composer, line};
use crate::documents::style::{id, single};
use crate::edition::ApplicationLabels;

pub(super) fn add(composer: &mut Composer, labels: &ApplicationLabels) {
    composer.add(super::page_title(&labels.instructions_title));
    for (index, paragraph) in labels.instructions.iter().enumerate() {
        let text = format!("{}.{paragraph}", index + 1);
        composer.add(line(id::BODY, &text).line_spacing(single().line(360)));
    }
}
