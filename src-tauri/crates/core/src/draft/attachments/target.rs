//! Where attached files go in the content.

use super::Attached;
use crate::form::{Content, Evidence, EvidenceCategory, Text};
use serde::Deserialize;

/// Where attached files go in the content.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub enum AttachTarget {
    /// Nowhere yet.
    None,
    /// A new item of the 证实性材料: for a certificate one each, for a report one with all files.
    NewEvidence {
        /// Of this category.
        category: EvidenceCategory,
    },
    /// The end of an item.
    Evidence {
        /// The item's.
        id: String,
    },
    /// The scans that replace a page to sign.
    Signed {
        /// Which page.
        page: SignedPage,
    },
}

/// A page to sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub enum SignedPage {
    /// 承诺书.
    Pledge,
    /// 推荐表.
    Recommendation,
}

/// What is a paper of many pages rather than one certificate.
const REPORTS: [EvidenceCategory; 4] = [
    EvidenceCategory::Satisfaction,
    EvidenceCategory::Loyalty,
    EvidenceCategory::Financial,
    EvidenceCategory::Environment,
];

impl AttachTarget {
    /// Puts files that were just attached in their place.
    pub fn place(&self, content: &mut Content, attached: &[Attached]) {
        let ids = || attached.iter().map(|file| Text::from(file.id.as_str()));
        match self {
            AttachTarget::None => {}
            AttachTarget::NewEvidence { category } if REPORTS.contains(category) => {
                add_item(content, *category, attached);
            }
            AttachTarget::NewEvidence { category } => {
                attached.chunks(1).for_each(|file| add_item(content, *category, file));
            }
            AttachTarget::Evidence { id } => {
                if let Some(item) = content.evidence.iter_mut().find(|item| item.id == id.as_str()) {
                    item.files.extend(ids());
                }
            }
            AttachTarget::Signed { page: SignedPage::Pledge } => content.signed_pages.pledge.extend(ids()),
            AttachTarget::Signed { page: SignedPage::Recommendation } => {
                content.signed_pages.recommendation.extend(ids());
            }
        }
    }
}

/// Adds an item behind the last of its category. Its title is printed: the name of a file, such as `IMG_2034`, is none
/// unless the user says so.
fn add_item(content: &mut Content, category: EvidenceCategory, files: &[Attached]) {
    if files.is_empty() {
        return;
    }
    let item = Evidence {
        id: free_id(content).into(),
        category,
        files: files.iter().map(|file| file.id.as_str().into()).collect(),
        ..Evidence::default()
    };
    let behind = content.evidence.iter().rposition(|other| other.category == category);
    content.evidence.insert(behind.map_or(content.evidence.len(), |index| index + 1), item);
}

/// The first of e1, e2 … that no item has.
fn free_id(content: &Content) -> String {
    let taken = |id: &String| content.evidence.iter().any(|item| item.id == id.as_str());
    (1..).map(|number| format!("e{number}")).find(|id| !taken(id)).expect("there are more numbers than items")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Draft, NewFile, Source, read_files};
    use crate::edition::Editions;
    use chrono::DateTime;
    use std::ops::ControlFlow;

    const PHOTO: &[u8] = include_bytes!("../../evidence/samples/photo.jpg");

    fn placed(target: &AttachTarget, names: &[&str]) -> Content {
        let folder = tempfile::tempdir().unwrap();
        let (path, at) = (folder.path().join("d.biaogan"), DateTime::UNIX_EPOCH);
        let mut draft = Draft::create(&path, &Content::empty(Editions::built_in().latest()), at).unwrap();
        let file =
            |name: &&str| NewFile { name: (*name).into(), id: None, source: Source::Bytes(PHOTO.into()) };
        let files: Vec<NewFile> = names.iter().map(file).collect();
        let read = read_files(&files, &path, &mut |_| ControlFlow::Continue(())).unwrap();
        draft.attach_read(read, at, |content, attached| target.place(content, attached)).unwrap();
        assert_eq!(draft.revisions().unwrap().len(), 2, "attaching and placing are one change");
        draft.content().unwrap()
    }

    fn titles(content: &Content) -> Vec<(&str, usize)> {
        content.evidence.iter().map(|item| (item.title.as_str(), item.files.len())).collect()
    }

    #[test]
    fn certificates_are_an_item_each_and_a_report_is_one() {
        let target = AttachTarget::NewEvidence { category: EvidenceCategory::Honor };
        assert_eq!(titles(&placed(&target, &["甲.jpg", "乙.v2.jpg"])), [("", 1), ("", 1)]);
        let target = AttachTarget::NewEvidence { category: EvidenceCategory::Satisfaction };
        assert_eq!(titles(&placed(&target, &["1.jpg", "2.jpg"])), [("", 2)]);
    }

    #[test]
    fn a_signed_page_takes_its_scans() {
        let content = placed(&AttachTarget::Signed { page: SignedPage::Pledge }, &["扫描.jpg"]);
        assert_eq!(content.signed_pages.pledge, ["a1"]);
        assert!(content.evidence.is_empty());
    }
}
