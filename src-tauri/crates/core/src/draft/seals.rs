//! On which pages that should have one a red seal (红色印章) is seen.

use super::Draft;
use crate::evidence::{self, Page, Seal};
use crate::form::{Content, EvidenceCategory, Text};
use std::collections::BTreeSet;
use std::sync::PoisonError;

/// A file of more pages is not looked at: nobody knows which of them has the seal.
const PAGES: usize = 8;

impl Draft {
    /// The files of the signed pages and of the financial proofs on whose pages no red seal is seen, by attachment id.
    /// One with a grey page is none of them: the seal may be there.
    pub(in crate::draft) fn without_seal(&self, content: &Content) -> BTreeSet<String> {
        let without = |id: &&Text| {
            let pages = content.attachments.get(id.as_str()).and_then(|file| self.pages_of(file).ok());
            pages.is_some_and(|pages| self.is_without_seal(&pages))
        };
        expected(content).filter(without).map(|id| id.as_str().to_owned()).collect()
    }

    fn is_without_seal(&self, pages: &[Page]) -> bool {
        (1..=PAGES).contains(&pages.len()) && pages.iter().all(|page| self.seal(page) == Seal::NotSeen)
    }

    fn seal(&self, page: &Page) -> Seal {
        let seen = || self.seals.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = seen().get(&page.source) {
            return *known;
        }
        let found = match self.picture_in_memory(&page.source) {
            Ok(bytes) => evidence::seal(page.format, &bytes),
            Err(_) => Seal::NotJudged,
        };
        seen().insert(page.source.clone(), found);
        found
    }
}

/// The files that should show a seal.
fn expected(content: &Content) -> impl Iterator<Item = &Text> {
    let signed = content.signed_pages.pledge.iter().chain(&content.signed_pages.recommendation);
    let proofs = content.evidence.iter().filter(|item| item.category == EvidenceCategory::Financial);
    signed.chain(proofs.flat_map(|item| &item.files))
}

#[cfg(test)]
mod tests {
    use crate::draft::fixtures::new_in;
    use crate::draft::{NewFile, Source};
    use chrono::Utc;

    /// A page in this colour, with a blue line.
    fn page(colour: [u8; 3]) -> Vec<u8> {
        let (mut bytes, pixels) =
            (Vec::new(), [colour.repeat(300 * 400), [30, 40, 180].repeat(300 * 20)].concat());
        let encoder = jpeg_encoder::Encoder::new(&mut bytes, 85);
        encoder.encode(&pixels, 300, 420, jpeg_encoder::ColorType::Rgb).unwrap();
        bytes
    }

    #[test]
    fn only_files_that_should_have_a_seal_are_looked_at() {
        let folder = tempfile::tempdir().unwrap();
        let mut draft = new_in(&folder);
        let file = |name: &str, bytes| NewFile { name: name.into(), id: None, source: Source::Bytes(bytes) };
        let grey = include_bytes!("../evidence/samples/grey.jpg").to_vec();
        let files =
            [file("white.jpg", page([250; 3])), file("grey.jpg", grey), file("other.jpg", page([240; 3]))];
        let ids: Vec<String> =
            draft.attach(&files, Utc::now()).unwrap().into_iter().map(|file| file.id).collect();
        let mut content = draft.content().unwrap();
        assert!(draft.without_seal(&content).is_empty(), "none is a signed page");
        content.signed_pages.pledge = vec![ids[0].as_str().into()];
        content.signed_pages.recommendation = vec![ids[1].as_str().into()];
        let today = "2026-05-08".parse().unwrap();
        assert!(draft.facts_unseen(&content, today).unwrap().without_seal.is_empty());
        assert!(draft.seals.lock().unwrap().is_empty(), "a list looks at no page");
        assert_eq!(draft.facts(&content, today).unwrap().without_seal, [ids[0].clone()].into());
        assert_eq!(draft.seals.lock().unwrap().len(), 2, "what was seen is known");
        let reader = draft.reader().unwrap();
        assert!(std::sync::Arc::ptr_eq(&reader.seals, &draft.seals), "to its reader too");
    }
}
