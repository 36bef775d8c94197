//! Any document that the editor can make is accepted by the core, kept as it is, exported, valid, and read back the same.
//!
//! The documents are what random sessions at the editor leave (ui/src/experience/schema/sessions); the written file and the
//! editor's JSON are read into the same plain [`outline`], by two readers that know nothing of the core's writer.
//! `BIAOGAN_SESSIONS=1000` takes more of them than the sixty of an ordinary run.

#[path = "editor_documents/applications.rs"]
mod applications;
#[path = "editor_documents/captions.rs"]
mod captions;
#[path = "editor_documents/expected.rs"]
mod expected;
#[path = "editor_documents/numbering.rs"]
mod numbering;
#[path = "editor_documents/outline.rs"]
mod outline;
#[path = "editor_documents/printed.rs"]
mod printed;
#[path = "editor_documents/runs.rs"]
mod runs;
#[path = "editor_documents/sessions.rs"]
mod sessions;
#[path = "editor_documents/table.rs"]
mod table;

use applications::Applications;
use end_to_end::validate;

#[test]
fn what_the_editor_makes_is_kept_printed_and_read_back_the_same() {
    let count = std::env::var("BIAOGAN_SESSIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(60);
    let Some(documents) = sessions::documents(count) else { return };
    assert_eq!(documents.len(), count);
    let applications = Applications::new();
    let mut written = Vec::new();
    for (index, sections) in documents.chunks(4).enumerate() {
        let exported = applications.export(index, sections);
        let found = printed::outline(&exported.experience);
        let wanted = expected::outline(sections, applications.titles());
        outline::assert_same(&wanted, &found, &exported.seeds, sections);
        written.extend(exported.files);
    }
    validate::documents(&written);
}
