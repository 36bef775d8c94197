//! What a character is to 字数.

/// The four kinds of character that 字数 tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Unicode white space: counts nothing and ends a run.
    Blank,
    /// Part of a run of other characters (5G, GB/T), which together counts 1.
    Run,
    /// A Han character, kana, or full-width letter, digit or mark: counts 1.
    Wide,
    /// A mark (“ ” — … · ℃ ± →) that Word takes for [`Class::Wide`] or [`Class::Run`], after the font hint of
    /// its run.
    Mark,
}

impl Class {
    /// The class of any character. Most frequent first: this runs on every key.
    pub(super) fn of(c: char) -> Class {
        match c {
            '\u{4E00}'..='\u{9FFF}' => Class::Wide,
            '\0'..='\u{7F}' => ASCII[c as usize],
            '\u{80}'..='\u{2E7F}' => below_cjk(c),
            _ => from_cjk(c),
        }
    }
}

const ASCII: [Class; 128] = {
    let mut classes = [Class::Run; 128];
    let blanks = *b"\t\n\x0B\x0C\r ";
    let mut i = 0;
    while i < blanks.len() {
        classes[blanks[i] as usize] = Class::Blank;
        i += 1;
    }
    classes
};

/// Latin, the alphabets, and the symbols before the first CJK block, U+0080–U+2E7F.
fn below_cjk(c: char) -> Class {
    match c {
        // The letters of Latin-1 whose font Word takes from the hint ([MS-OI29500] 2.1.88); ©2025 is one run.
        '\u{A1}' | '\u{A4}' | '\u{A7}' | '\u{A8}' | '\u{AA}' | '\u{AD}' | '\u{AF}' => Class::Mark,
        '\u{B0}'..='\u{B4}' | '\u{B6}'..='\u{BA}' | '\u{BC}'..='\u{BF}' | '×' | '÷' => Class::Mark,
        '\u{2010}'..='\u{2E7F}' if !c.is_whitespace() => Class::Mark,
        _ if c.is_whitespace() => Class::Blank,
        _ => Class::Run,
    }
}

/// U+2E80 and above. Hangul counts by words, as in Word, and so do Yi, private use and emoji.
fn from_cjk(c: char) -> Class {
    match c {
        '\u{3000}' => Class::Blank,
        '\u{2E80}'..='\u{312F}' // radicals, CJK punctuation, kana, bopomofo
        | '\u{3190}'..='\u{9FFF}' // enclosed and squared CJK, extension A, unified ideographs
        | '\u{F900}'..='\u{FAFF}' // compatibility ideographs
        | '\u{FE10}'..='\u{FE1F}' // vertical forms
        | '\u{FE30}'..='\u{FE6F}' // compatibility forms, small form variants
        | '\u{FF01}'..='\u{FF9F}' // full-width forms, half-width kana
        | '\u{FFE0}'..='\u{FFE6}' // full-width signs
        | '\u{16FE0}'..='\u{16FFF}' // ideographic iteration marks
        | '\u{1AFF0}'..='\u{1B16F}' // kana extensions
        | '\u{1F200}'..='\u{1F2FF}' // enclosed ideographs
        | '\u{20000}'..='\u{3FFFF}' // extensions B and later: planes 2 and 3
            => Class::Wide,
        _ => Class::Run,
    }
}

#[cfg(test)]
mod tests {
    use super::Class::{self, Blank, Mark, Run, Wide};

    fn check(characters: &str, expected: Class) {
        for c in characters.chars() {
            assert_eq!(Class::of(c), expected, "{c:?} U+{:04X}", c as u32);
        }
    }

    #[test]
    fn han_of_every_block_is_wide() {
        check("中々〇〆㐀鿿龘﨑⺀⼀\u{20000}\u{2A6DF}\u{2B740}\u{30000}\u{323AF}", Wide);
    }

    #[test]
    fn kana_full_width_forms_and_cjk_punctuation_are_wide() {
        check("あアｱ゛ー㍿㎡㈠㊣、。《》「」【】〔〕〜ＡＺａ０９！～（），．／：％￥￠︵︰﹐﹪ㄅ", Wide);
    }

    #[test]
    fn marks_between_the_alphabets_and_cjk_are_marks() {
        check("“”‘’‐–—…‰※€℃№ⅠⅫ→⇒∑≈≥①⑳⒈─■□☑★♀✓⟨⸺·±×÷°§¤¨ªº²½¿¡", Mark);
    }

    #[test]
    fn letters_other_scripts_and_symbols_beyond_are_runs() {
        check("aZ09-/.%~^éßØαЖאกﬁµ©®«»¥¢£¦¬한ㄱꀀ\u{E000}😀𝐀", Run);
    }

    #[test]
    fn exactly_the_white_space_of_unicode_is_blank() {
        for c in '\0'..=char::MAX {
            assert_eq!(Class::of(c) == Blank, c.is_whitespace(), "{c:?}");
        }
    }
}
