//! Names of legal persons, and how near one is to another.

/// Legal forms that stand at the end of a name, longest first.
const FORMS: &[&str] = &[
    "集团股份有限公司",
    "集团有限责任公司",
    "股份有限公司",
    "有限责任公司",
    "集团有限公司",
    "集团公司",
    "有限公司",
    "总公司",
    "公司",
    "集团",
    "总厂",
    "厂",
    "研究院",
    "研究所",
    "院",
    "所",
];

/// How many characters of a name may differ.
const NEAR: usize = 2;

/// The text up to each place where a name may end.
pub(super) fn legal_names(text: &str) -> impl Iterator<Item = &str> {
    let ends = text.char_indices().filter(|(at, c)| match c {
        '司' => text[..*at].ends_with('公'),
        '团' => text[..*at].ends_with('集') && !text[at + '团'.len_utf8()..].starts_with(['股', '有', '公']),
        '厂' => true,
        '院' | '所' => text[..*at].ends_with("研究"),
        _ => false,
    });
    ends.map(|(at, c)| &text[..at + c.len_utf8()])
}

/// Whether most characters of `own`, or of it without its legal form, stand at the end of `before`: a quick look before
/// the thorough one.
pub(super) fn is_similar(own: &str, before: &str) -> bool {
    let length = own.chars().count();
    let tail = || before.chars().rev().take(length + 2 * NEAR);
    let missing = own.chars().filter(|c| !tail().any(|other| other == *c)).count();
    missing <= 2 * NEAR
}

/// The name at the end of `before` that is nearly `own`, yet not the same: one or two characters off, or of another
/// legal form.
pub(super) fn is_near(own: &str, before: &str) -> Option<String> {
    let own: Vec<char> = own.chars().collect();
    let stem = without_form(&own);
    let longest = own.len() + NEAR;
    let tail: Vec<char> = tail(before, longest);
    let other_form = without_form(&tail);
    if stem.len() >= 4
        && stem.len() < own.len()
        && other_form.ends_with(stem)
        && other_form.len() < tail.len()
    {
        return Some(tail[other_form.len() - stem.len()..].iter().collect());
    }
    if stem.len() < 5 || other_form.len() == tail.len() {
        return None;
    }
    // the best of the substrings that end here, shortest first
    let lengths = own.len().saturating_sub(NEAR)..=longest.min(tail.len());
    let candidates = lengths.map(|length| &tail[tail.len() - length.min(tail.len())..]);
    let (distance, name) =
        candidates.map(|name| (distance(&own, name), name)).min_by_key(|(distance, _)| *distance)?;
    let alike = name.iter().zip(&own).take(2).filter(|(a, b)| a == b).count() > 0;
    ((1..=NEAR).contains(&distance) && alike && !is_other_word(&own, name)).then(|| name.iter().collect())
}

/// Whether the names differ by a whole word in the place of another (智能水表 and 水务): two neighbours that are both
/// new.
fn is_other_word(own: &[char], name: &[char]) -> bool {
    own.len() == name.len() && {
        let differing: Vec<usize> = (0..own.len()).filter(|place| own[*place] != name[*place]).collect();
        matches!(differing.as_slice(), [one, other] if one + 1 == *other)
    }
}

fn tail(text: &str, length: usize) -> Vec<char> {
    let mut tail: Vec<char> = text.chars().rev().take(length).collect();
    tail.reverse();
    tail
}

fn without_form(name: &[char]) -> &[char] {
    let form = FORMS.iter().find(|form| name.len() > form.chars().count() && ends_with(name, form));
    form.map_or(name, |form| &name[..name.len() - form.chars().count()])
}

fn ends_with(name: &[char], form: &str) -> bool {
    name.iter().rev().zip(form.chars().rev()).all(|(a, b)| *a == b)
}

/// The number of characters to put in, leave out or replace (Levenshtein).
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(a != b);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(own: &str, text: &str, expected: Option<&str>) {
        let near = legal_names(text).find_map(|before| is_near(own, before));
        assert_eq!(near.as_deref(), expected, "{text}");
    }

    #[test]
    fn one_or_two_characters_off_is_near() {
        let own = "浙江虚屿精密轴承股份有限公司";
        check(own, "我们浙江虚与精密轴承股份有限公司", Some("浙江虚与精密轴承股份有限公司"));
        check(own, "浙江虚屿精密轴承有限公司", Some("浙江虚屿精密轴承有限公司"));
        check(own, "浙江虚屿轴承股份有限公司", Some("浙江虚屿轴承股份有限公司"));
        check(own, "浙江虚屿精密轴承集团", Some("浙江虚屿精密轴承集团"));
    }

    #[test]
    fn other_names_are_not() {
        let own = "浙江虚屿精密轴承股份有限公司";
        for other in [
            "浙江虚恒钢铁股份有限公司",
            "虚原轴承集团股份有限公司",
            "公司",
            "轴承有限公司",
            "浙江虚屿精密机械股份有限公司",
            "研究院和检测中心",
        ] {
            check(own, other, None);
        }
        check("甲厂", "乙厂", None);
    }
}
