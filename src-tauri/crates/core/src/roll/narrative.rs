//! The 典型经验 stays word for word; what speaks of the old year is to be read again.

use super::rolling::Rolling;
use crate::form::{Path, Section};
use crate::rules::{self, Passage, PassageKind};
use crate::text::half_width;

impl Rolling<'_> {
    pub(super) fn narrative(&mut self) {
        for section in Section::ALL {
            let text = self.content.experience.section(section);
            if !text.is_blank() {
                let (path, size) = (Path::section(section), text.blocks.len());
                self.carried(path, "", "正文", &format!("{size}段"));
            }
        }
        self.outdated_sentences();
    }

    /// The last year of the old tables, which ends the old three-year span too, and the year of the old call: what the
    /// text says of them was the newest then.
    fn outdated_sentences(&mut self) {
        let old = [self.from.last_year().to_string(), self.from.year.to_string()];
        let passages = rules::passages(&self.content.experience);
        let place = |passage: &Passage| (passage.section, passage.block);
        for block in passages.chunk_by(|one, next| place(one) == place(next)) {
            for (sentence, year) in outdated(block, &old) {
                self.renew(block[0].path(), sentence, format!("写的是{year}年，请按新一年的情况改写"));
            }
        }
    }
}

/// What a block says of one of these years, and which; a table is told by its caption.
fn outdated<'a>(block: &'a [Passage], years: &'a [String; 2]) -> Vec<(&'a str, &'a str)> {
    let named = |text: &str| {
        let text = half_width(text);
        years.iter().find(|year| names(&text, year)).map(String::as_str)
    };
    let table = block.iter().any(|passage| passage.kind == PassageKind::Cell);
    if table {
        let year = block.iter().find_map(|passage| named(&passage.text));
        let caption = if block[0].text.trim().is_empty() { "表格" } else { block[0].text.as_str() };
        return year.map(|year| (caption, year)).into_iter().collect();
    }
    let sentences = block.iter().flat_map(|passage| sentences(&passage.text));
    sentences.filter_map(|sentence| Some((sentence, named(sentence)?))).collect()
}

/// The sentences of a passage, with the marks that end them.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['。', '！', '？', '\n']).map(str::trim).filter(|sentence| !sentence.is_empty())
}

/// Whether a text names this year: `2024年`, `2024 年`, `2024—2026年`, but not `2024r/min` or `12024年`.
fn names(text: &str, year: &str) -> bool {
    text.match_indices(year).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + year.len()..]);
        !before.ends_with(|c: char| c.is_ascii_digit() || c == '.') && ends_as_year(after)
    })
}

/// What may follow the digits of a year, such as `年`, or a span's mark and another year.
fn ends_as_year(after: &str) -> bool {
    let after = after.trim_start();
    if after.starts_with('年') {
        return true;
    }
    let rest = after.trim_start_matches(['-', '—', '–', '~', '～', '至', '到', '/', ' ']);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    rest.len() < after.len() && (digits == 2 || digits == 4) && rest[digits..].trim_start().starts_with('年')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: bool) {
        assert_eq!(names(&half_width(text), "2024"), expected, "{text}");
    }

    #[test]
    fn a_year_is_told_from_other_numbers() {
        for text in [
            "2024年达到",
            "到2024 年",
            "２０２４年",
            "2022—2024年",
            "2024—2026年",
            "2024-26年",
            "2022至2024年度",
        ] {
            check(text, true);
        }
        for text in ["2024r/min", "12024年", "0.2024年", "20241年", "2024", "2024—", "2023年", "2024件、3年"]
        {
            check(text, false);
        }
    }

    #[test]
    fn sentences_end_with_their_marks() {
        assert_eq!(sentences("甲。乙！\n丙；丁").collect::<Vec<_>>(), ["甲。", "乙！", "丙；丁"]);
    }
}
