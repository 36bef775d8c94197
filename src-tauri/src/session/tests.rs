//! An open draft whose notice is missing.

use super::*;
use biaogan::edition::Editions;
use std::fs;

const NOTICE: &str = "id = \"2027\"\nbased_on = \"2026\"\nyear = 2027\ndeadline = \"2027-05-20\"\n[notice]\n\
    number = \"某\"\ntitle = \"某\"\nissuer = \"某\"\nissued_on = \"2027-03-31\"\ncontact = \"某\"";

#[test]
fn a_step_to_a_notice_that_is_not_installed_is_refused_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let today = Date::parse("2027-04-08").unwrap();
    let installed = || Arc::new(Editions::installed(folder.path(), today));
    let path = folder.path().join("a.biaogan");
    let preliminary = Content::empty(installed().editions.get("2027预备").unwrap());
    drop(Draft::create(&path, &preliminary, clock::now()).unwrap());
    let notice = folder.path().join("2027.toml");
    fs::write(&notice, NOTICE).unwrap();
    let open = || Session::open(&path, false, folder.path(), installed(), today).unwrap().0;
    let mut session = open();
    session.adopt_notice(installed()).unwrap();
    session.undo().unwrap();
    drop(session);
    fs::remove_file(&notice).unwrap();
    let mut session = open();
    let refused = session.redo().unwrap_err();
    assert!(refused.message.contains("没有安装 2027 年度的通知"), "{}", refused.message);
    assert_eq!(session.draft.content().unwrap(), preliminary);
    assert!(session.draft.undoable().unwrap().redo.is_some());
    drop(session);
    assert_eq!(open().edition.id, "2027预备", "it can be opened as before");
}
