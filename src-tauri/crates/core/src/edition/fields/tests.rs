//! What is typed into the form is what the edition file says when it is loaded again.

use super::*;
use crate::edition::{Edition, Editions};
use proptest::prelude::*;
use proptest::sample::select;
use std::path::Path;

fn shelf() -> Shelf {
    Shelf::read(Path::new(""))
}

fn newest() -> Edition {
    Editions::built_in().latest().clone()
}

/// A form with the days that a notice has to give.
fn draft(values: &[(&str, &str)]) -> NoticeDraft {
    let dates = [("deadline", "2027-06-10"), ("notice.issued_on", "2027-04-02")];
    let entry =
        |(path, text): &(&str, &str)| Entry { path: (*path).into(), value: FieldValue::Text((*text).into()) };
    let dates = dates.iter().filter(|(path, _)| !values.iter().any(|(typed, _)| typed == path));
    NoticeDraft { values: dates.chain(values).map(entry).collect(), ..shelf().blank(&newest()) }
}

fn filled(values: &[(&str, &str)]) -> Filled {
    shelf().fill(&draft(values)).unwrap()
}

fn field<'f>(form: &'f NoticeForm, path: &str) -> &'f Field {
    form.fields.iter().find(|field| field.path == path).unwrap_or_else(|| panic!("no field {path}"))
}

fn loaded(filled: &Filled) -> Edition {
    Edition::from_toml(&filled.text, Path::new("2027.toml"))
        .unwrap_or_else(|error| panic!("{error}\n{}", filled.text))
}

#[test]
fn every_text_of_the_notice_is_a_field_beside_that_of_the_year_before() {
    let Filled { form, .. } = filled(&[]);
    assert_eq!((form.based_on.as_str(), form.base_year, form.id.as_deref()), ("2026", 2026, None));
    let shown = |path: &str| {
        let Field { group, label, base, value, .. } = field(&form, path);
        let words = |value: &FieldValue| match value {
            FieldValue::Text(text) => text.clone(),
            FieldValue::Rows(rows) => format!("{} 行", rows.len()),
        };
        (group.clone(), label.clone(), words(base), words(value))
    };
    let four = |group: &str, label: &str, base: &str, value: &str| {
        (group.to_owned(), label.to_owned(), base.to_owned(), value.to_owned())
    };
    assert_eq!(shown("year"), four("通知", "申报年度", "2026", "2027"));
    assert_eq!(shown("deadline"), four("通知", "截止日期", "2026-05-20", "2027-06-10"));
    assert_eq!(shown("experience.overview.limit"), four("组织概况", "字数上限", "500", "500"));
    let title = "2027年质量标杆典型经验申报书";
    assert_eq!(shown("application.title"), four("封面与填报说明", "申报书标题", title, title));
    let group = "质量标杆典型经验申报表";
    assert_eq!(shown("application.declaration.postcode"), four(group, "栏目“邮编”", "邮编", "邮编"));
    assert_eq!(shown("application.benefits.rows").2, "10 行");
    assert_eq!(shown("lists.industries").2, "97 行");
    assert!(shown("notice.title").3.contains("2027年浙江省制造业质量标杆征集"));
    assert!(form.fields.len() > 150, "{}", form.fields.len());
    let unnamed: Vec<&str> =
        form.fields.iter().filter(|field| field.label.is_ascii()).map(|field| &*field.path).collect();
    assert!(unnamed.is_empty(), "{unnamed:?}");
}

#[test]
fn only_what_differs_is_written() {
    let first = filled(&[("notice.number", "某〔2027〕1号"), ("experience.overview.limit", "６００")]);
    assert!(first.form.faults.is_empty(), "{:?}", first.form.faults);
    let lines: Vec<&str> = first.text.lines().collect();
    assert!(lines.contains(&"based_on = \"2026\"") && lines.contains(&"limit = 600"), "{}", first.text);
    assert!(!first.text.contains("guidance") && !first.text.contains("lists"), "{}", first.text);
    assert_eq!(loaded(&first), first.edition);
}

#[test]
fn years_in_what_was_typed_move_on_to_the_next_edition() {
    let note = "注：2026年的数据以审计报告为准。";
    let first = filled(&[("application.benefits.note", note)]);
    assert_eq!(first.edition.application.benefits.note, note);
    assert!(first.text.contains("注：{year-1}年的数据以审计报告为准。"), "{}", first.text);
}

#[test]
fn all_that_is_wrong_is_told_at_its_field() {
    let wrong = filled(&[
        ("year", "2026"),
        ("deadline", ""),
        ("experience.overview.limit", "六百"),
        ("experience.process.limit", "0"),
        ("tracks.national.mail_to", "某@caq"),
        ("application.market.title", ""),
        ("package.evidence_file", "申报书.docx"),
        ("application.market.note", "甲\u{202e}乙"),
    ]);
    let told: Vec<String> =
        wrong.form.faults.iter().map(|fault| format!("{}：{}", fault.path, fault.message)).collect();
    for expected in [
        "year：应为申报年度，晚于所依据的2026年",
        "deadline：请填写日期",
        "experience.overview.limit：“六百”应为整数，如 500",
        "experience.process.limit：字数上限应大于 0",
        "tracks.national.mail_to：应为一个邮箱地址，只能用英文字母、数字和 . _ + - @",
        "application.market.title：不能为空",
        "package.evidence_file：“申报书.docx”为空或重复",
        "application.market.note：有不能打印的字符（U+202E），请删去",
    ] {
        assert!(told.iter().any(|one| one == expected), "{expected} in {told:#?}");
    }
    assert_eq!(told.len(), 8, "{told:#?}");
    let error = shelf().fill(&draft(&[("tracks.national.phone", "1")])).unwrap_err();
    assert!(error.to_string().ends_with("tracks.national.phone：没有这一栏"), "{error}");
}

#[test]
fn an_edition_at_hand_is_opened_as_it_is() {
    for id in ["2025", "2026"] {
        let draft = shelf().of_edition(id).unwrap();
        let Filled { form, edition, .. } = shelf().fill(&draft).unwrap();
        let known = Editions::built_in().get(id).unwrap().clone();
        assert_eq!(edition, Edition { derived: false, ..known }, "{id}");
        assert!(form.faults.is_empty(), "{:?}", form.faults);
    }
}

/// Something a person may type into a field like this one.
fn typed(editor: &Editor, base: &FieldValue) -> BoxedStrategy<FieldValue> {
    let text = || "[a-zA-Z0-9\u{4e00}-\u{4e40}（）“”：、]{1,12}(2027年|2025年|)";
    match (editor, base.clone()) {
        (Editor::Figure, _) => (1u32..4).prop_map(|figure| FieldValue::Text(figure.to_string())).boxed(),
        (Editor::Day, _) => (1u8..13, 1u8..29)
            .prop_map(|(month, day)| FieldValue::Text(format!("2027-{month:02}-{day:02}")))
            .boxed(),
        (Editor::Rows { columns, fixed: false }, FieldValue::Rows(rows)) => {
            let cells = columns.iter().map(|column| match &column.kind {
                ColumnKind::Hidden => Just(String::new()).boxed(),
                ColumnKind::Text => text().boxed(),
                ColumnKind::Choice { choices } => {
                    select(choices.iter().map(|choice| choice.value.clone()).collect::<Vec<_>>()).boxed()
                }
            });
            let changed = move |row| FieldValue::Rows(rows.iter().skip(1).cloned().chain([row]).collect());
            cells.collect::<Vec<_>>().prop_map(changed).boxed()
        }
        (_, base @ FieldValue::Rows(_)) => Just(base).boxed(),
        _ => text().prop_map(FieldValue::Text).boxed(),
    }
}

/// The form with some of its fields typed anew.
fn drafts() -> impl Strategy<Value = NoticeDraft> {
    let fields = filled(&[]).form.fields;
    let any = |field: &Field| {
        let path = field.path.clone();
        let has_form = path.contains("mail_to") || path.contains("online_form") || path.ends_with("_file");
        // What has a form of its own, and years whose order is fixed, are tried by example.
        let editor = if has_form
            || path == "year"
            || path.ends_with("benchmark_years")
            || path.ends_with("limit_bytes")
        {
            Just(field.value.clone()).boxed()
        } else {
            typed(&field.editor, &field.base)
        };
        (proptest::bool::weighted(0.2), editor)
            .prop_map(move |(is_typed, value)| is_typed.then(|| Entry { path: path.clone(), value }))
    };
    let all: Vec<_> = fields.iter().map(any).collect();
    all.prop_map(|entries| {
        let mut made = draft(&[]);
        for entry in entries.into_iter().flatten() {
            made.values.retain(|known| known.path != entry.path);
            made.values.push(entry);
        }
        made
    })
}

/// Keys of new rows are given by the form.
fn without_keys(field: &Field) -> FieldValue {
    let Editor::Rows { columns, .. } = &field.editor else { return field.value.clone() };
    let FieldValue::Rows(rows) = &field.value else { return field.value.clone() };
    let shown = |row: &Vec<String>| {
        let cells = row.iter().zip(columns).filter(|(_, column)| column.kind != ColumnKind::Hidden);
        cells.map(|(cell, _)| cell.clone()).collect()
    };
    FieldValue::Rows(rows.iter().map(shown).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_edition_the_form_makes_is_loaded_again_with_what_was_typed(draft in drafts()) {
        let made = shelf().fill(&draft).unwrap();
        let serious: Vec<&FieldFault> =
            made.form.faults.iter().filter(|fault| !fault.message.contains("为空或重复")).collect();
        prop_assert!(serious.is_empty(), "{serious:?}");
        if made.form.faults.is_empty() {
            let folder = tempfile::tempdir().unwrap();
            std::fs::write(folder.path().join("2027.toml"), &made.text).unwrap();
            prop_assert_eq!(&Edition::read(&folder.path().join("2027.toml")).unwrap(), &made.edition);
            let shelf = Shelf::read(folder.path());
            let again = shelf.fill(&shelf.of_edition("2027").unwrap()).unwrap();
            for (one, other) in made.form.fields.iter().zip(&again.form.fields) {
                prop_assert_eq!(without_keys(one), without_keys(other), "{}", one.path);
            }
            prop_assert_eq!(made.edition, again.edition);
        }
    }
}
