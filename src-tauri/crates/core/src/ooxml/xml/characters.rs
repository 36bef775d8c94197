//! The characters of XML.

/// Whether XML 1.0 (2.2, production Char) admits the character.
pub(in crate::ooxml) fn is_allowed(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}
