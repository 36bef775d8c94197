//! Items of the 证实性材料 that answer a criterion.

use super::answers::{AnswerKind, Found};
use crate::edition::Criterion;
use crate::form::{Evidence, Path};
use crate::rules::Context;

/// So many items are named.
const TOLD: usize = 4;

pub(super) fn look(context: &Context, criterion: &Criterion, found: &mut Found) {
    let labels = &context.edition.evidence;
    for category in &criterion.evidence {
        let is_one = |(_, item): &(usize, &Evidence)| item.category == *category;
        let items: Vec<(usize, &Evidence)> =
            context.content.evidence.iter().enumerate().filter(is_one).collect();
        if items.is_empty() {
            found.gap(format!("没有“{}”一类的材料", labels.category_label(*category)));
        }
        for (index, item) in items.iter().take(TOLD) {
            let label = format!("{}第{}项 {}", labels.title, index + 1, item.title.trim());
            found.answer(AnswerKind::Evidence, Path::root("evidence").index(*index), label.trim_end());
        }
        if let Some((index, _)) = items.get(TOLD) {
            let label = format!("另有{}项{}", items.len() - TOLD, labels.category_label(*category));
            found.answer(AnswerKind::Evidence, Path::root("evidence").index(*index), label);
        }
    }
}
