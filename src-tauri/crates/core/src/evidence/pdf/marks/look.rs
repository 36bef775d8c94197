//! Whether an annotation is seen, and how it is called.

use super::field;
use crate::evidence::Thing;
use hayro::hayro_syntax::object::Dict;

/// Flags of an annotation (ISO 32000-1, table 165).
const INVISIBLE: u32 = 1;
const HIDDEN: u32 = 1 << 1;
const PRINT: u32 = 1 << 2;
const NO_VIEW: u32 = 1 << 5;

/// The kinds that readers know (ISO 32000-2, table 171).
const KNOWN: [&[u8]; 28] = [
    b"Text",
    b"Link",
    b"FreeText",
    b"Line",
    b"Square",
    b"Circle",
    b"Polygon",
    b"PolyLine",
    b"Highlight",
    b"Underline",
    b"Squiggly",
    b"StrikeOut",
    b"Stamp",
    b"Caret",
    b"Ink",
    b"Popup",
    b"FileAttachment",
    b"Sound",
    b"Movie",
    b"Widget",
    b"Screen",
    b"PrinterMark",
    b"TrapNet",
    b"Watermark",
    b"3D",
    b"Redact",
    b"RichMedia",
    b"Projection",
];

/// Whether an annotation is seen on the screen or in print.
pub(super) fn is_visible(annotation: &Dict<'_>, kind: &[u8]) -> bool {
    let flags = annotation.get::<u32>("F").unwrap_or(0);
    let has = |flag: u32| flags & flag != 0;
    let never = matches!(kind, b"Popup" | b"PrinterMark" | b"TrapNet" | b"Projection");
    // An unheard-of kind may ask not to be shown.
    let unheard_of = has(INVISIBLE) && !KNOWN.contains(&kind);
    !never && !has(HIDDEN) && !unheard_of && (has(PRINT) || !has(NO_VIEW))
}

/// Whether it is printed: a box around a link is on the screen only, as a rule.
pub(super) fn is_printed(annotation: &Dict<'_>) -> bool {
    annotation.get::<u32>("F").unwrap_or(0) & PRINT != 0
}

/// How an annotation is called in a warning.
pub(super) fn thing(kind: &[u8], annotation: &Dict<'_>) -> Thing {
    match kind {
        b"Stamp" => Thing::Stamp,
        b"Widget" if field::kind(annotation).as_deref() == Some(b"Sig") => Thing::Signature,
        b"Widget" => Thing::Field,
        b"Text" => Thing::Note,
        b"FileAttachment" => Thing::File,
        b"Sound" | b"Movie" | b"Screen" | b"RichMedia" | b"3D" => Thing::Media,
        _ => Thing::Mark,
    }
}
