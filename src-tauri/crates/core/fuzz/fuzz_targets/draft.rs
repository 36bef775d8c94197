//! Any bytes are opened as a draft: read, saved once more, and what can still be read of them taken into a new one. The
//! corpus begins with a draft of ours (`biaogan new`, `biaogan demo`), or nothing but the header is met.
#![no_main]

use biaogan::draft::{Draft, DraftError, recover};
use chrono::DateTime;
use libfuzzer_sys::fuzz_target;
use std::fs;
use std::path::Path;

fn read(path: &Path) -> Result<(), DraftError> {
    let draft = Draft::open_read_only(path)?;
    let content = draft.content()?;
    draft.revisions()?;
    draft.history()?;
    content.attachments.keys().try_for_each(|id| draft.pages(id).map(|_| ()))
}

fn save(path: &Path) -> Result<(), DraftError> {
    let mut draft = Draft::open(path)?;
    let content = draft.content()?;
    draft.put(content, DateTime::UNIX_EPOCH)?;
    drop(draft);
    assert!(Draft::open(path).is_ok_and(|draft| draft.content().is_ok()), "saved and not to be opened again");
    Ok(())
}

fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("draft.biaogan");
    fs::write(&path, bytes).unwrap();
    let _ = read(&path);
    let _ = save(&path);
    let target = folder.path().join("recovered.biaogan");
    if recover(&path, &target, DateTime::UNIX_EPOCH).is_ok() {
        assert!(read(&target).is_ok(), "recovered and not to be read");
    }
});
