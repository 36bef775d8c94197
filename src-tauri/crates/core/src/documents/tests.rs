//! Whatever the content, the documents can be made and are well-formed.

use super::*;
use crate::edition::Editions;
use crate::evidence::{Orientation, Page, PictureFormat};
use crate::form::Content;
use crate::form::tests::content;
use crate::ooxml::xml::{Limits, parse};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Two pages for every file that the content names.
fn pages(content: &Content) -> BTreeMap<String, Vec<Page>> {
    let named = content.evidence.iter().flat_map(|item| &item.files);
    let named = named.chain(&content.signed_pages.pledge).chain(&content.signed_pages.recommendation);
    let page = |number: u8| Page {
        format: if number == 0 { PictureFormat::Jpeg } else { PictureFormat::Png },
        width: 1240,
        height: 1754,
        orientation: Orientation { mirrored: number == 1, quarters: number },
        bytes: 100_000,
        source: format!("source#{number}"),
    };
    named.map(|id| (id.to_string(), vec![page(0), page(1)])).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_content_makes_three_documents(content in content()) {
        let editions = Editions::built_in();
        let today = "2026-05-08".parse().unwrap();
        let pages = pages(&content);
        let edition = editions.latest();
        let sources = Sources { content: &content, edition, pages: &pages, stage: Stage::Draft, today };
        for made in [application, experience, evidence, pages_to_sign] {
            let parts = made(&sources).unwrap();
            for part in parts.files.iter().filter(|part| part.path.ends_with(".xml")) {
                prop_assert!(parse(&part.bytes, Limits::default()).is_ok(), "{}", part.path);
            }
        }
    }
}
