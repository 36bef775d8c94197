//! Both texts can be had from the one.

use super::*;
use crate::compare::printed_lines;
use crate::edition::{Editions, Section};
use crate::form::rich_text::tests::rich_text;
use crate::form::{Content, Experience};
use proptest::prelude::*;

fn line(text: &str) -> PrintedLine {
    let pieces = vec![(text.to_owned(), Marks::default())];
    PrintedLine { kind: LineKind::Paragraph, place: String::new(), pieces, shows: String::new() }
}

/// The lines as `-went`, `+came` and ` stayed`, with what changed in them as `[-old-]` and `{+new+}`.
fn check(before: &[&str], after: &[&str], expected: &[&str]) {
    let lines = |texts: &[&str]| texts.iter().map(|text| line(text)).collect::<Vec<_>>();
    let shown = |line: &TrackedLine| match line.fate {
        Fate::Added => format!("+{}", line.text_without(Fate::Removed)),
        Fate::Removed => format!("-{}", line.text_without(Fate::Added)),
        Fate::Kept => line.pieces.iter().fold(" ".to_owned(), |all, piece| match piece.fate {
            Fate::Kept => format!("{all}{}", piece.text),
            Fate::Added => format!("{all}{{+{}+}}", piece.text),
            Fate::Removed => format!("{all}[-{}-]", piece.text),
        }),
    };
    let found: Vec<_> = track(&lines(before), &lines(after)).iter().map(shown).collect();
    assert_eq!(found, expected);
}

#[test]
fn what_changed_in_a_line_is_told_by_numbers_words_and_characters() {
    check(
        &["合格率由98.5%提高到99.2%，返修率下降。"],
        &["合格率由98.5%提高到99.31%，返修率明显下降。"],
        &[" 合格率由98.5%提高到[-99.2%-]{+99.31%+}，返修率{+明显+}下降。"],
    );
    check(
        &["公司已建立MES系统三套，覆盖全部产线。"],
        &["公司已建成MES平台两套，覆盖全部产线。"],
        &[" 公司已建[-立-]{+成+}MES[-系统三-]{+平台两+}套，覆盖全部产线。"],
    );
}

#[test]
fn lines_come_and_go_what_went_before_what_came() {
    check(&["甲一", "乙二", "丙三"], &["甲一", "丁四", "丙三"], &[" 甲一", "-乙二", "+丁四", " 丙三"]);
    check(&["甲一", "乙二", "丙三"], &["丙三", "甲一", "乙二"], &["+丙三", " 甲一", " 乙二", "-丙三"]);
    check(&[], &["甲一"], &["+甲一"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn either_text_is_what_the_other_left(before in rich_text(), after in rich_text(), keeps in 0usize..6) {
        // Texts that have much in common, as a draft has with itself.
        let (before, mut after) = (before, after);
        after.blocks.extend(before.blocks.iter().take(keeps).cloned());
        let editions = Editions::built_in();
        let lines = |process| {
            let experience = Experience { process, ..Experience::default() };
            let content = Content { experience, ..Content::empty(editions.latest()) };
            printed_lines(&content, Section::Process, editions.latest())
        };
        let (before, after) = (lines(before), lines(after));
        let tracked = track(&before, &after);
        let without = |fate: Fate| -> Vec<(LineKind, String)> {
            let left = tracked.iter().filter(|line| line.fate != fate);
            left.map(|line| (line.kind, line.text_without(fate))).collect()
        };
        let said = |lines: &[PrintedLine]| lines.iter().map(|line| (line.kind, line.text())).collect::<Vec<_>>();
        prop_assert_eq!(without(Fate::Removed), said(&after));
        prop_assert_eq!(without(Fate::Added), said(&before));
    }
}
