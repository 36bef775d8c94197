//! The applicant's own grades of criteria that the notice words otherwise, or no longer has.

use super::Touched;
use crate::edition::{Criterion, Edition};
use crate::form::{Appraisal, Content, Path};

pub(super) fn touched(content: &Content, [from, to]: [&Edition; 2]) -> Vec<Touched> {
    let one = |(key, own): (&String, &Appraisal)| {
        let path = Path::root("criteria").key(key).key("grade");
        let (before, given) = (find(from, key)?, given(own)?);
        let message = match find(to, key) {
            Some(after) if after.text == before.text => return None,
            Some(_) => format!("通知改了这一条的文字，{given}是按原来的文字写的：请再看一遍"),
            None => format!("通知里没有这一条了，{given}留在草稿里，不再显示"),
        };
        Some(Touched { place: path.field_in_words(from, content), path, message })
    };
    content.criteria.iter().filter_map(one).collect()
}

fn find<'e>(edition: &'e Edition, key: &str) -> Option<&'e Criterion> {
    edition.criteria.iter().flat_map(|group| &group.items).find(|criterion| criterion.key == key)
}

/// What was given, in words.
fn given(own: &Appraisal) -> Option<String> {
    match own.grade {
        Some(grade) => Some(format!("自评“{}”", grade.label())),
        None => (!own.note.is_blank()).then(|| "备注".into()),
    }
}
