//! Whether a text backs what it says by a number.

/// Whether a paragraph holds a number that says how much: 98.5%, 12条, 三成. Not years and dates, names (5G, ISO 9001),
/// nor the numbers of figures and tables.
pub(super) fn has_quantity(text: &str) -> bool {
    let mut at = 0;
    while let Some(start) = text[at..].find(is_digit) {
        let (before, number) = text.split_at(at + start);
        let end = number.find(|c| !is_digit(c) && !matches!(c, '.' | ',' | '．')).unwrap_or(number.len());
        let (number, behind) = number.split_at(end);
        if !is_name(before, behind) && !is_date(number, behind) {
            return true;
        }
        at = text.len() - behind.len();
    }
    in_words(text)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// 5G, 8D, ISO 9001, GB/T 19580, 图3.
fn is_name(before: &str, behind: &str) -> bool {
    let before = before.trim_end_matches([' ', '-', '/']);
    let named = before.ends_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '图' | '表'));
    let mut behind = behind.chars();
    let letter = behind.next().is_some_and(|c| matches!(c, 'G' | 'D' | 'S' | 'C'));
    named || (letter && !behind.next().is_some_and(|c| c.is_ascii_alphanumeric()))
}

/// 2024年, 3月, 15日, and the first of 2023—2025年.
fn is_date(number: &str, behind: &str) -> bool {
    let year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    let dashes = ['—', '-', '–', '~', '～', '至', '、'];
    behind.starts_with(['月', '日']) || (year && (behind.starts_with('年') || behind.starts_with(dashes)))
}

/// 三成, 两倍, 百分之九十.
fn in_words(text: &str) -> bool {
    let numerals = ['一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '半'];
    let counted = |unit: char| text.match_indices(unit).any(|(at, _)| text[..at].ends_with(numerals));
    text.contains("百分之") || counted('成') || counted('倍')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: bool) {
        assert_eq!(has_quantity(text), expected, "{text}");
    }

    #[test]
    fn quantities_are_figures() {
        for text in [
            "合格率99.5%",
            "服务18家",
            "２０条产线",
            "提高了三成",
            "效率翻两倍",
            "占百分之九十",
            "2024年达到98",
            "2500万元",
            "转速12000r/min",
        ] {
            check(text, true);
        }
    }

    #[test]
    fn dates_and_names_are_none() {
        for text in [
            "2024年国内领先",
            "2023—2025年",
            "5G应用",
            "通过ISO 9001认证",
            "符合GB/T 19580",
            "见图3",
            "8D方法",
            "12月15日",
            "无",
            "成倍提升",
        ] {
            check(text, false);
        }
    }
}
