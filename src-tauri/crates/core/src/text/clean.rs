//! Text that XML can hold.

use std::borrow::Cow;

/// Makes `text` fit for XML 1.0 and for one kind of line end, as everything pasted or imported must be.
///
/// Dropped: the characters XML 1.0 forbids (production `Char`: C0 controls but tab and line feed, U+FFFE,
/// U+FFFF) and those it discourages that print nothing (DEL, the C1 controls). CRLF, CR, NEL (U+0085), U+2028
/// and U+2029 become `\n`. Idempotent; borrowed when there is nothing to change.
pub fn clean(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find(is_unclean) else { return Cow::Borrowed(text) };
    let mut cleaned = String::with_capacity(text.len());
    cleaned.push_str(&text[..first]);
    let mut rest = text[first..].chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\r' if rest.peek() == Some(&'\n') => {}
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => cleaned.push('\n'),
            _ if is_unclean(c) => {}
            _ => cleaned.push(c),
        }
    }
    Cow::Owned(cleaned)
}

fn is_unclean(c: char) -> bool {
    match c {
        '\t' | '\n' => false,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => true,
        '\u{2028}' | '\u{2029}' | '\u{FFFE}' | '\u{FFFF}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(input: &str, expected: &str) {
        assert_eq!(clean(input), expected);
    }

    #[test]
    fn every_line_end_becomes_a_line_feed() {
        check("甲\r\n乙\r丙\u{85}丁\u{2028}戊\u{2029}己\n", "甲\n乙\n丙\n丁\n戊\n己\n");
        check("\r\r\n\n\r", "\n\n\n\n");
    }

    #[test]
    fn what_xml_forbids_and_other_controls_are_dropped() {
        check("质\0量\u{1}\u{B}\u{C}\u{1F}标\u{7F}\u{80}\u{9F}杆\u{FFFE}\u{FFFF}", "质量标杆");
    }

    #[test]
    fn ordinary_text_is_borrowed() {
        let text = "标题\t“甲”……\u{A0}\u{3000}\u{FEFF}\u{FFFD}😀\n";
        assert!(matches!(clean(text), Cow::Borrowed(same) if same == text));
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing_more(text in any::<String>()) {
            let once = clean(&text).into_owned();
            prop_assert!(matches!(clean(&once), Cow::Borrowed(_)));
        }

        #[test]
        fn line_ends_next_to_controls_are_cleaned_in_one_go(text in "[\\r\\n\\x00\\x85\\u2028a]*") {
            let once = clean(&text).into_owned();
            prop_assert!(matches!(clean(&once), Cow::Borrowed(_)));
        }
    }
}
