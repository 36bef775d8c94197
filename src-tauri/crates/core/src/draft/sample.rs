//! The sample application (示例申报) that the program comes with.

use super::{Draft, DraftError, NewFile, Source};
use crate::edition::Editions;
use crate::form::Content;
use chrono::{DateTime, Utc};
use include_dir::{Dir, include_dir};
use std::path::Path;

static SAMPLE: Dir = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/sample");

impl Draft {
    /// Makes a draft of the sample application: complete, and without findings on 2026-05-08.
    ///
    /// An existing file is refused, and on failure nothing is left.
    pub fn create_sample(path: &Path, editions: &Editions, at: DateTime<Utc>) -> Result<Draft, DraftError> {
        let mut content = sample_content(editions);
        let files = files(&content);
        content.attachments.clear();
        Draft::create_filled(path, &content, at, |draft| draft.attach(&files, at).map(drop))
    }
}

fn sample_content(editions: &Editions) -> Content {
    let json = SAMPLE.get_file("application.json").and_then(|file| file.contents_utf8());
    let json = json.expect("the sample is part of the program");
    Content::from_json(json, editions, editions.latest()).expect("the sample is content")
}

fn files(content: &Content) -> Vec<NewFile> {
    let file = |(id, attachment): (&String, &crate::form::Attachment)| {
        let found = SAMPLE.get_file(Path::new("files").join(attachment.name.as_str()));
        let bytes = found.expect("the sample's files are part of the program").contents().to_vec();
        NewFile { name: attachment.name.to_string(), id: Some(id.clone()), source: Source::Bytes(bytes) }
    };
    content.attachments.iter().map(file).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_has_all_its_files() {
        let folder = tempfile::tempdir().unwrap();
        let at = DateTime::UNIX_EPOCH;
        let draft =
            Draft::create_sample(&folder.path().join("s.biaogan"), &Editions::built_in(), at).unwrap();
        let content = draft.content().unwrap();
        let named = content.evidence.iter().flat_map(|item| &item.files);
        for id in named.chain(&content.signed_pages.pledge).chain(&content.signed_pages.recommendation) {
            assert_eq!(draft.pages(id).unwrap().len(), 1, "{id}");
        }
    }
}
