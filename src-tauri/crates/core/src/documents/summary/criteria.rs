//! The criteria of the notice with what answers them, and the applicant's own grades.

use crate::criteria::{Answer, AnswerKind, CardGroup, CardItem};
use crate::documents::compose::Composer;
use crate::documents::listing::{WIDTH, section};
use crate::form::Grade;
use crate::summary::Summary;

pub(super) fn criteria(composer: &mut Composer, summary: &Summary) {
    let rows = summary.criteria.groups.iter().flat_map(|group| {
        let row = |item: &CardItem| row(group, item);
        group.items.iter().map(row).collect::<Vec<_>>()
    });
    let columns = [1300, 2500, WIDTH - 6500, 1900, 800];
    let header = ["依据", "标准、条件", "对应内容", "可能缺少的", "自评"];
    let rows: Vec<Vec<String>> = rows.collect();
    if !rows.is_empty() {
        section(composer, "对照征集标准和申报条件", "", &columns, &header, rows);
    }
}

fn row(group: &CardGroup, item: &CardItem) -> Vec<String> {
    let mut missing = item.gaps.clone();
    if !item.note.is_empty() {
        missing.push(format!("备注：{}", item.note));
    }
    vec![
        format!("{}\n{}", group.clause, group.title),
        format!("{}：{}", item.name, item.text),
        answers(&item.answers),
        missing.join("\n"),
        item.grade.map_or("未评", Grade::label).to_owned(),
    ]
}

/// Kind by kind, a line each.
fn answers(all: &[Answer]) -> String {
    let line = |kind: AnswerKind| {
        let labels = all.iter().filter(|one| one.kind == kind).map(|one| one.label.as_str());
        let labels = labels.collect::<Vec<_>>().join("；");
        (!labels.is_empty()).then(|| format!("{}：{labels}", kind.label()))
    };
    AnswerKind::ALL.into_iter().filter_map(line).collect::<Vec<_>>().join("\n")
}
