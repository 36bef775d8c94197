//! The criteria of the notice with what answers them, and the applicant's own grades.

use crate::criteria::{Answer, AnswerKind, CardGroup, CardItem};
use crate::documents::compose::Composer;
use crate::documents::listing::{LEAST, WIDTH, listed, table};
use crate::documents::style::id;
use crate::documents::table::{FormCell, FormRow};
use crate::documents::text::line;
use crate::form::Grade;
use crate::summary::Summary;

pub(super) fn criteria(composer: &mut Composer, summary: &Summary) {
    let groups = &summary.criteria.groups;
    if groups.is_empty() {
        return;
    }
    let title = "对照征集标准和申报条件";
    let columns = [2900, WIDTH - 3700, 800];
    let header = ["标准、条件", "对应内容（程序按文字找出）", "自评"];
    composer.add(line(id::HEADINGS[3], title).keep_next());
    let rows = |group| std::iter::once(above(group)).chain(group.items.iter().map(|item| listed(&row(item))));
    table(composer, title, &columns, &header, groups.iter().flat_map(rows).collect());
}

/// The title of a group, over its criteria.
fn above(group: &CardGroup) -> FormRow {
    let title = format!("{}（{}）", group.title, group.clause);
    FormRow::of(vec![FormCell::centred(&title).over(3)]).at_least(LEAST).kept()
}

fn row(item: &CardItem) -> Vec<String> {
    let grade = item.grade.map_or("未评", Grade::label);
    vec![format!("{}：{}", item.name, item.text), said(item), grade.to_owned()]
}

/// What answers it, kind by kind, then what may be missing, and the applicant's own note.
fn said(item: &CardItem) -> String {
    let answers = AnswerKind::ALL.into_iter().filter_map(|kind| answers(&item.answers, kind));
    let gaps = (!item.gaps.is_empty()).then(|| format!("可能缺少：{}", item.gaps.join("；")));
    let note = (!item.note.is_empty()).then(|| format!("备注：{}", item.note));
    answers.chain(gaps).chain(note).collect::<Vec<_>>().join("\n")
}

fn answers(all: &[Answer], kind: AnswerKind) -> Option<String> {
    let labels = all.iter().filter(|one| one.kind == kind).map(|one| one.label.as_str());
    let labels = labels.collect::<Vec<_>>().join("；");
    (!labels.is_empty()).then(|| format!("{}：{labels}", kind.label()))
}
