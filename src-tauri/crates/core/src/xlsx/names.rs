//! Names of rows as people write them: with numbers before, units behind, blanks within. The page reads names that are
//! pasted by the same rules (`ui/src/tables/sheet/paste/names.ts`); the cases of `names.json` hold both together.

use crate::text::half_width;

/// What two ways of writing the same name have in common.
pub(super) fn plain(text: &str) -> String {
    #[cfg(test)]
    tests::COMPARED.set(tests::COMPARED.get() + 1);
    let is_kept = |c: &char| !c.is_whitespace() && !matches!(c, '*' | '★');
    let text: String = half_width(text).chars().filter(is_kept).flat_map(char::to_lowercase).collect();
    text.trim_end_matches([':', ';', ',', '。', '｡']).to_owned()
}

/// A name without the number before it: `1.`, `（二）`, `③`.
pub(super) fn without_number(text: &str) -> &str {
    let text = text.trim_start();
    if let Some(behind) = text.strip_prefix(|c| ('①'..='⑳').contains(&c)) {
        return behind.trim_start();
    }
    let inner = text.strip_prefix(['（', '(']).unwrap_or(text);
    let is_han = |c: char| "一二三四五六七八九十".contains(c);
    let digits = inner.chars().take_while(char::is_ascii_digit).count();
    let han = inner.chars().take_while(|c| is_han(*c)).count();
    let behind = match (digits, han) {
        (1..=2, _) => &inner[digits..],
        (0, 1..=3) => &inner[han * '一'.len_utf8()..],
        _ => return text,
    };
    let mut letters = behind.chars();
    match letters.next() {
        Some(')' | '）' | '、' | '．') => letters.as_str().trim_start(),
        // 1.5 is a number itself.
        Some('.') if han > 0 || !letters.as_str().starts_with(|c: char| c.is_ascii_digit()) => {
            letters.as_str().trim_start()
        }
        _ => text,
    }
}

const UNITS: &[&str] = &[
    "元",
    "美元",
    "吨标准煤",
    "吨标煤",
    "吨",
    "千克",
    "公斤",
    "克",
    "立方米",
    "平方米",
    "千瓦时",
    "度",
    "米",
    "人",
    "人次",
    "次",
    "件",
    "台",
    "套",
    "个",
    "项",
    "只",
    "辆",
    "天",
    "日",
    "小时",
    "分钟",
    "分",
    "秒",
    "家",
    "篇",
    "名",
    "位",
    "倍",
    "年",
    "月",
    "单位",
    "%",
    "‰",
    "ppm",
    "dppm",
    "pppm",
    "dpmo",
    "t",
    "tce",
    "kwh",
    "h",
    "min",
    "s",
    "㎡",
    "m2",
    "m3",
    "m²",
    "m³",
    "cm",
    "nm",
    "sigma",
    "σ",
    "g",
    "kg",
    "mg",
    "m",
    "km",
    "mm",
    "w",
    "kw",
    "mw",
];
const TIMES: &[&str] = &["千", "百", "十"];

/// Whether a text is a unit: `万元`, `吨/万元`.
pub(super) fn is_unit(text: &str) -> bool {
    let text = plain(text);
    let text = text.trim_start_matches("单位").trim_start_matches(':');
    let parts: Vec<&str> = text.split(['/', '·', '*', '每']).collect();
    parts.len() <= 3 && parts.iter().all(|part| is_one_unit(part))
}

fn is_one_unit(text: &str) -> bool {
    let bare = TIMES.iter().find_map(|times| text.strip_prefix(times)).unwrap_or(text);
    let is_large = matches!(bare, "万" | "亿");
    let bare = bare.strip_prefix(['万', '亿']).unwrap_or(bare);
    is_large || UNITS.contains(&bare) || UNITS.contains(&text)
}

/// A name, and the unit that was written behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WrittenName {
    pub name: String,
    pub unit: String,
}

impl WrittenName {
    fn bare(name: &str) -> WrittenName {
        WrittenName { name: name.trim().into(), unit: String::new() }
    }
}

/// A name with its unit in brackets or behind a stroke: `资产总额（万元）`, `资产总额/万元`.
pub(crate) fn split_unit(text: &str) -> WrittenName {
    let text = text.trim();
    let bracketed = text.strip_suffix([')', '）', ']', '】']).and_then(|inner| {
        let at = inner.rfind(['(', '（', '[', '【'])?;
        let open = inner[at..].chars().next()?.len_utf8();
        Some((&inner[..at], &inner[at + open..]))
    });
    let split =
        bracketed.or_else(|| text.split_once('/')).or_else(|| text.rsplit_once([',', '，', ' ', '　', '\n']));
    match split {
        Some((name, unit)) if !name.trim().is_empty() && is_unit(unit) => {
            let unit = unit.trim().trim_start_matches("单位").trim_start_matches([':', '：']);
            WrittenName { name: name.trim().into(), unit: unit.trim().into() }
        }
        _ => WrittenName::bare(text),
    }
}

/// The ways a name may be meant, the most literal first.
pub(super) fn readings(text: &str) -> [WrittenName; 4] {
    let bare = without_number(text);
    [WrittenName::bare(text), WrittenName::bare(bare), split_unit(text), split_unit(bare)]
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use serde_json::Value;
    use std::cell::Cell;

    thread_local! {
        /// How many names were made ready to be compared: what the work on a workbook grows with.
        pub(in crate::xlsx) static COMPARED: Cell<usize> = const { Cell::new(0) };
    }

    /// The cases that the page's reader of names is held to as well.
    const CASES: &str = include_str!("../../../../../ui/src/tables/sheet/paste/names.json");

    #[test]
    fn names_are_read_as_the_page_reads_them() {
        let cases: Value = serde_json::from_str(CASES).unwrap();
        for case in cases["plain"].as_array().unwrap() {
            assert_eq!(plain(case[0].as_str().unwrap()), case[1].as_str().unwrap(), "{case}");
        }
        for case in cases["numbered"].as_array().unwrap() {
            assert_eq!(without_number(case[0].as_str().unwrap()), case[1].as_str().unwrap(), "{case}");
        }
        for case in cases["units"].as_array().unwrap() {
            let read = split_unit(case[0].as_str().unwrap());
            assert_eq!(
                [read.name, read.unit],
                [case[1].as_str().unwrap(), case[2].as_str().unwrap()],
                "{case}"
            );
        }
    }
}
