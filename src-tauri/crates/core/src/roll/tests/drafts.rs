//! Drafts on a real disk: what goes over, what is marked, what is refused.

use super::*;
use crate::draft::{Draft, DraftError, NewFile, Operation, Source};
use crate::form::{Origin, OriginKind};
use chrono::{DateTime, NaiveDate, Utc};

const AT: DateTime<Utc> =
    NaiveDate::from_ymd_opt(2026, 4, 20).unwrap().and_hms_opt(1, 30, 0).unwrap().and_utc();

/// A folder with last year's draft in it, all files attached.
struct LastYearsFolder(tempfile::TempDir);

impl LastYearsFolder {
    fn new() -> LastYearsFolder {
        let folder = LastYearsFolder(tempfile::tempdir().unwrap());
        let mut content = last_years();
        let files: Vec<NewFile> =
            content.attachments.iter().map(|(id, file)| new_file(id, &file.name)).collect();
        content.attachments.clear();
        Draft::create(&folder.at("old.biaogan"), &content, AT).unwrap().attach(&files, AT).unwrap();
        folder
    }

    fn at(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }

    fn roll(&self) -> Report {
        roll_draft(&self.at("old.biaogan"), &self.at("new.biaogan"), edition("2026"), &EDITIONS, AT).unwrap()
    }

    fn open(&self, name: &str) -> Draft {
        Draft::open_read_only(&self.at(name)).unwrap()
    }

    fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn new_file(id: &str, name: &str) -> NewFile {
    let samples = FilePath::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/sample/files");
    NewFile { id: Some(id.into()), ..NewFile::at(samples.join(name)) }
}

#[test]
fn a_rolled_draft_has_its_files_its_marks_and_its_facts() {
    let folder = LastYearsFolder::new();
    let before = std::fs::read(folder.at("old.biaogan")).unwrap();
    let report = folder.roll();
    assert_eq!(folder.names(), ["new.biaogan", "old.biaogan"]);
    assert!(std::fs::read(folder.at("old.biaogan")).unwrap() == before, "the old draft is only read");
    let (old, new) = (folder.open("old.biaogan"), folder.open("new.biaogan"));
    let expected = roll(&old.content().unwrap(), edition("2025"), edition("2026"));
    let content = new.content().unwrap();
    assert_eq!((&content, &report), (&expected.content, &expected.report));
    for id in content.attachments.keys() {
        let pages = new.pages(id).unwrap();
        assert_eq!(pages, old.pages(id).unwrap());
        assert!(new.copy_picture(&pages[0].source, &mut std::io::sink()).unwrap() > 0);
    }
    let facts = new.facts(&expected.content, Date::new(2026, 4, 20).unwrap()).unwrap();
    assert_eq!(facts.former_organization.as_deref(), Some(&*content.organization));
    assert_eq!(facts.organization_when_attached["a1"], &*content.organization);
    let unstored = |mark: Origin| Origin { id: 0, ..mark };
    let stored: Vec<Origin> = new.origins().unwrap().into_iter().map(unstored).collect();
    assert_eq!(stored, expected.marks);
}

#[test]
fn a_page_that_was_made_into_a_picture_is_copied_with_it() {
    let folder = LastYearsFolder::new();
    let scan = include_bytes!("../../evidence/samples/scan.pdf").to_vec();
    let file = NewFile { name: "扫描.pdf".into(), id: Some("p1".into()), source: Source::Bytes(scan) };
    let mut old = Draft::open(&folder.at("old.biaogan")).unwrap();
    old.attach(&[file], AT).unwrap();
    old.change(Operation::Edit, AT, |content| content.evidence[0].files.push("p1".into())).unwrap();
    drop(old);
    folder.roll();
    let new = folder.open("new.biaogan");
    let pages = new.pages("p1").unwrap();
    assert_eq!(pages.len(), 2);
    assert!(pages.iter().all(|page| new.copy_picture(&page.source, &mut std::io::sink()).unwrap() > 0));
}

/// The mark at a path: what it is and what it says.
fn mark(draft: &Draft, path: &str) -> Option<(OriginKind, String)> {
    let marks = draft.origins().unwrap();
    marks.into_iter().find(|mark| mark.path.as_str() == path).map(|mark| (mark.kind, mark.value))
}

#[test]
fn a_mark_shows_while_the_value_is_last_years_and_follows_its_row() {
    let folder = LastYearsFolder::new();
    folder.roll();
    let mut draft = Draft::open(&folder.at("new.biaogan")).unwrap();
    let carried = Some((OriginKind::Carried, "1286".to_owned()));
    let emptied = Some((OriginKind::Emptied, "5".to_owned()));
    assert_eq!(mark(&draft, "declaration.employees"), carried);
    assert_eq!(mark(&draft, "benefits[0].rank"), emptied);
    assert_eq!(mark(&draft, "evidence[6].years").unwrap().0, OriginKind::Renew);
    let employees = |draft: &mut Draft, value: &str| {
        draft.change(Operation::Edit, AT, |content| content.declaration.employees = value.into()).unwrap();
    };
    employees(&mut draft, "1300");
    assert_eq!(mark(&draft, "declaration.employees"), None);
    draft.undo(AT).unwrap();
    assert_eq!(mark(&draft, "declaration.employees"), carried);
    draft.change(Operation::Edit, AT, |content| content.benefits[0].rank = " ".into()).unwrap();
    assert_eq!(mark(&draft, "benefits[0].rank"), emptied, "a blank fills nothing in");
    draft.change(Operation::Edit, AT, |content| content.benefits.rotate_left(1)).unwrap();
    assert_eq!(mark(&draft, "benefits[10].rank"), emptied);
    draft.change(Operation::Edit, AT, |content| content.benefits[10].rank = "4".into()).unwrap();
    assert_eq!(mark(&draft, "benefits[10].rank"), None);
    draft.change(Operation::Edit, AT, |content| content.benefits.clear()).unwrap();
    assert!(draft.origins().unwrap().iter().all(|mark| !mark.path.as_str().starts_with("benefits")));
}

#[test]
fn a_confirmed_mark_shows_no_more() {
    let folder = LastYearsFolder::new();
    folder.roll();
    let mut draft = Draft::open(&folder.at("new.biaogan")).unwrap();
    let all = draft.origins().unwrap().len();
    let confirmed =
        draft.confirm(&ids(&draft, &["declaration.employees", "benefits[1]", "benef"]), AT).unwrap();
    assert_eq!(confirmed, 1 + 2);
    assert_eq!(draft.origins().unwrap().len(), all - confirmed);
    assert!(mark(&draft, "benefits[1].values.2023").is_none());
    assert!(mark(&draft, "benefits[1].rank").is_some(), "last year's words beside what is empty stay");
    assert_eq!(draft.confirm(&[-1], AT).unwrap(), 0);
    assert!(matches!(folder.open("new.biaogan").confirm(&[], AT), Err(DraftError::ReadOnly(_))));
}

/// The open marks at these places and below them.
fn ids(draft: &Draft, places: &[&str]) -> Vec<i64> {
    let marks = draft.origins().unwrap().into_iter().filter(Origin::is_open);
    let is_there = |mark: &Origin| places.iter().any(|place| mark.path.is_within(&Path::from(*place)));
    marks.filter(is_there).map(|mark| mark.id).collect()
}

#[test]
fn confirming_is_a_step_that_is_undone_by_its_name() {
    let folder = LastYearsFolder::new();
    folder.roll();
    let mut draft = Draft::open(&folder.at("new.biaogan")).unwrap();
    let (content, before) = (draft.content().unwrap(), draft.origins().unwrap());
    draft.confirm(&ids(&draft, &["declaration.employees"]), AT).unwrap();
    draft.confirm(&ids(&draft, &[""]), AT).unwrap();
    assert!(ids(&draft, &[""]).is_empty());
    assert_eq!(draft.content().unwrap(), content, "the content is as before");
    let undo = |draft: &Draft| draft.undoable().unwrap().undo.unwrap();
    assert_eq!((undo(&draft).operation.label(), undo(&draft).place), ("全部确认沿用", Path::default()));
    draft.undo(AT).unwrap();
    assert_eq!(draft.origins().unwrap().len(), before.len() - 1);
    let one = draft.undo(AT).unwrap().unwrap();
    assert_eq!((one.operation.label(), one.place.as_str()), ("确认沿用", "declaration.employees"));
    assert_eq!(draft.origins().unwrap(), before);
    draft.redo(AT).unwrap();
    draft.redo(AT).unwrap();
    assert!(ids(&draft, &[""]).is_empty());
    draft.undo(AT).unwrap();
    // What is merged keeps what was turned over, and an earlier state has the marks it had.
    let target = folder.at("earlier.biaogan");
    draft.restore_to(1, &target, AT).unwrap();
    assert_eq!(folder.open("earlier.biaogan").origins().unwrap(), before);
    drop(draft);
    assert_eq!(folder.open("new.biaogan").origins().unwrap().len(), before.len() - 1);
}

#[test]
fn a_part_is_confirmed_in_one_step_at_its_place() {
    let folder = LastYearsFolder::new();
    folder.roll();
    let mut draft = Draft::open(&folder.at("new.biaogan")).unwrap();
    for (part, block) in
        [("benefits", "benefits"), ("experience.process", "experience.process"), ("benefits[1]", "")]
    {
        let count = draft.confirm(&ids(&draft, &[part]), AT).unwrap();
        assert_eq!(count > 0, !block.is_empty());
        let step = draft.undoable().unwrap().undo.unwrap();
        assert!(block.is_empty() || step.place.as_str() == block, "{}", step.place);
    }
}

#[test]
fn marks_in_the_text_follow_their_lines() {
    let folder = LastYearsFolder::new();
    folder.roll();
    let mut draft = Draft::open(&folder.at("new.biaogan")).unwrap();
    let at = |draft: &Draft, section: &str| -> Vec<(String, OriginKind)> {
        let marks = draft.origins().unwrap().into_iter();
        let own = marks.filter(|mark| mark.path.as_str().starts_with(section));
        own.map(|mark| (mark.path.to_string(), mark.kind)).collect()
    };
    let place = |index: usize| format!("experience.overview.content[{index}]");
    let expected =
        [(place(0), OriginKind::Carried), (place(1), OriginKind::Renew), (place(2), OriginKind::Renew)];
    assert_eq!(at(&draft, "experience.overview"), expected);
    // Moved, within its section and into another.
    draft.change(Operation::Edit, AT, |content| content.experience.overview.blocks.rotate_left(1)).unwrap();
    let moved =
        [(place(2), OriginKind::Carried), (place(0), OriginKind::Renew), (place(1), OriginKind::Renew)];
    assert_eq!(at(&draft, "experience.overview"), moved);
    let all = draft.origins().unwrap().len();
    draft
        .change(Operation::Edit, AT, |content| {
            let block = content.experience.overview.blocks.remove(0);
            content.experience.results.blocks.push(block);
        })
        .unwrap();
    assert_eq!(draft.origins().unwrap().len(), all);
    // Changed, and undone.
    let outdated = |draft: &Draft| draft.origins().unwrap().iter().filter(|mark| mark.is_open()).count();
    let before = outdated(&draft);
    replace(&mut draft, "2024年，公司实现主营业务收入188240万元", "2025年，公司实现主营业务收入200000万元");
    assert_eq!(outdated(&draft), before - 1);
    draft.undo(AT).unwrap();
    assert_eq!(outdated(&draft), before);
    // Another sentence of a paragraph that speaks of last year leaves the one that does.
    replace(&mut draft, "公司主持或参与制定国家标准1项", "公司主持制定国家标准2项");
    assert_eq!(outdated(&draft), before);
}

/// Replaces words wherever they stand in the 典型经验.
fn replace(draft: &mut Draft, from: &str, to: &str) {
    let json = serde_json::to_string(&draft.content().unwrap().experience).unwrap();
    assert!(json.contains(from));
    let experience = serde_json::from_str(&json.replace(from, to)).unwrap();
    draft.change(Operation::Edit, AT, |content| content.experience = experience).unwrap();
}

#[test]
fn lines_alike_are_told_apart_and_none_is_passed_over() {
    let folder = LastYearsFolder::new();
    let paragraph =
        json!({ "type": "paragraph", "content": [{ "type": "text", "text": "2024年达到目标。" }] });
    let twice = serde_json::from_value(json!({ "type": "doc", "content": [paragraph, paragraph] })).unwrap();
    let mut old = Draft::open(&folder.at("old.biaogan")).unwrap();
    old.change(Operation::Edit, AT, |content| content.experience.background = twice).unwrap();
    drop(old);
    folder.roll();
    let mut draft = Draft::open(&folder.at("new.biaogan")).unwrap();
    let first = ids(&draft, &["experience.background.content[0]"]);
    assert_eq!(first.len(), 1);
    draft.confirm(&first, AT).unwrap();
    assert!(ids(&draft, &["experience.background.content[0]"]).is_empty());
    assert_eq!(ids(&draft, &["experience.background.content[1]"]).len(), 1);
    // One of them goes: which of them it was nobody knows, so the one that is left is asked for.
    draft.change(Operation::Edit, AT, |content| content.experience.background.blocks.pop()).unwrap();
    assert_eq!(ids(&draft, &["experience.background"]).len(), 1);
}

#[test]
fn an_item_of_the_evidence_is_marked_until_its_files_or_years_are_renewed() {
    let folder = LastYearsFolder::new();
    folder.roll();
    let mut draft = Draft::open(&folder.at("new.biaogan")).unwrap();
    assert_eq!(mark(&draft, "evidence[0]").unwrap().0, OriginKind::Carried);
    draft.change(Operation::Edit, AT, |content| content.evidence[0].note = "说明".into()).unwrap();
    assert_eq!(mark(&draft, "evidence[0]").unwrap().0, OriginKind::Carried);
    draft.change(Operation::Edit, AT, |content| content.evidence.rotate_left(1)).unwrap();
    let last = draft.content().unwrap().evidence.len() - 1;
    let place = format!("evidence[{last}]");
    assert_eq!(mark(&draft, &place).unwrap().0, OriginKind::Carried);
    draft.change(Operation::Edit, AT, |content| content.evidence[last].files = vec!["a9".into()]).unwrap();
    assert_eq!(mark(&draft, &place), None);
}

#[test]
fn the_rules_ask_for_each_part_and_no_more_once_all_is_confirmed() {
    let folder = LastYearsFolder::new();
    folder.roll();
    let mut draft = Draft::open(&folder.at("new.biaogan")).unwrap();
    let asked = |draft: &Draft| -> Vec<String> {
        let content = draft.content().unwrap();
        let facts = draft.facts(&content, Date::new(2026, 4, 20).unwrap()).unwrap();
        let found = rules::check(&content, edition("2026"), &facts).into_iter();
        let found =
            found.filter(|finding| ["F027", "Y023", "N023", "V015", "S006", "Q008"].contains(&finding.rule));
        found.map(|finding| finding.path.to_string()).collect()
    };
    let parts = [
        "organization",
        "recommendation",
        "market",
        "benefits",
        "social",
        "brand",
        "competitors",
        "experience.overview",
        "experience.background",
        "experience.process",
        "experience.results",
        "evidence",
        "qualification",
    ];
    assert_eq!(asked(&draft), parts);
    draft.confirm(&ids(&draft, &["experience"]), AT).unwrap();
    assert!(asked(&draft).iter().all(|path| !path.starts_with("experience")));
    draft.confirm(&ids(&draft, &[""]), AT).unwrap();
    assert!(asked(&draft).is_empty());
}

#[test]
fn an_export_is_remembered_for_the_reminder() {
    let folder = LastYearsFolder::new();
    let day = Date::new(2026, 5, 8).unwrap();
    let mut draft = Draft::open(&folder.at("old.biaogan")).unwrap();
    let exported_on = |draft: &Draft| draft.facts(&draft.content().unwrap(), day).unwrap().exported_on;
    assert_eq!(exported_on(&draft), None);
    let content = draft.content().unwrap();
    draft.record_export(&content, day).unwrap();
    assert_eq!(exported_on(&draft), Some(day));
    assert!(folder.open("old.biaogan").record_export(&content, day).is_err());
    drop(draft);
    folder.roll();
    let rolled = folder.open("new.biaogan");
    assert_eq!((exported_on(&rolled), rolled.exports().unwrap()), (None, Vec::new()));
}

#[test]
fn what_cannot_be_rolled_is_refused_and_leaves_nothing() {
    let folder = LastYearsFolder::new();
    let refused = |old: &str, new: &str, to: &str, expected: &str| {
        let error = roll_draft(&folder.at(old), &folder.at(new), edition(to), &EDITIONS, AT).unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
        assert!(!folder.at("new.biaogan").exists());
    };
    refused("old.biaogan", "old.biaogan", "2026", "文件已存在");
    refused("old.biaogan", "new.biaogan", "2025", "只能用来生成以后年度的草稿");
    refused("old.biaogan", "none/new.biaogan", "2026", "找不到所在的文件夹");
    refused("none.biaogan", "new.biaogan", "2026", "找不到文件");
    sql(
        &folder,
        "UPDATE state SET content = replace(content, '\"edition\":\"2025\"', '\"edition\":\"1999\"')",
    );
    refused("old.biaogan", "new.biaogan", "2026", "没有安装 1999 年度的通知");
    sql(
        &folder,
        "UPDATE state SET content = replace(content, '\"edition\":\"1999\"', '\"edition\":\"2025\"')",
    );
    sql(&folder, "UPDATE blob SET bytes = zeroblob(length(bytes)) WHERE id = 1");
    refused("old.biaogan", "new.biaogan", "2026", "old.biaogan：草稿文件已损坏（有附件的内容与添加时不同");
    assert_eq!(folder.names(), ["old.biaogan"]);
}

#[test]
fn a_draft_of_an_older_version_is_rolled_and_stays_as_it_is() {
    let folder = LastYearsFolder::new();
    sql(
        &folder,
        "DROP TABLE origin; DROP TABLE answer; DROP TABLE export; ALTER TABLE revision DROP COLUMN marks; PRAGMA user_version = 3",
    );
    let before = std::fs::read(folder.at("old.biaogan")).unwrap();
    folder.roll();
    assert!(std::fs::read(folder.at("old.biaogan")).unwrap() == before);
    assert_eq!(folder.names(), ["new.biaogan", "old.biaogan"]);
    assert!(!folder.open("new.biaogan").origins().unwrap().is_empty());
}

/// What another program did to the old draft.
fn sql(folder: &LastYearsFolder, statements: &str) {
    rusqlite::Connection::open(folder.at("old.biaogan")).unwrap().execute_batch(statements).unwrap();
}
