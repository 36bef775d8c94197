//! A workbook that nobody touched changes nothing.

use super::{content, edition, filled, written};
use crate::form::Content;
use crate::form::tests::content as any_content;
use proptest::prelude::*;

fn check(content: &Content) {
    let (after, report) = filled(content, &edition(), &written(content));
    assert_eq!(
        (&report.changes[..], &report.unread[..], report.kept.len()),
        (&[][..], &[][..], 0),
        "{report}"
    );
    assert_eq!(&after, content);
}

#[test]
fn the_application_and_the_empty_form_come_back_as_they_were() {
    check(&content());
    check(&Content::empty(&edition()));
    check(&Content { benefits: Vec::new(), social: Vec::new(), ..Content::empty(&edition()) });
}

#[test]
fn rows_of_one_name_come_back_in_their_order() {
    let mut content = content();
    let mut again = content.benefits[0].clone();
    again.key = "own1".into();
    again.industry_average = "7".into();
    content.benefits.push(again);
    content.competitors.push(content.competitors[0].clone());
    check(&content);
}

#[test]
fn a_text_that_no_cell_holds_stays() {
    let mut content = content();
    let year = edition().years()[0];
    content.social[0].values.set(year, "长".repeat(40_000).into());
    check(&content);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_content_comes_back_as_it_was(content in any_content()) {
        check(&content);
    }
}
