//! Full names of firms in running text.

use crate::text::half_width;

/// How a full name ends that no common noun does.
const ENDS: [&str; 2] = ["有限公司", "有限责任公司"];

/// What a name cannot hold.
const STOPS: [char; 20] = [
    '，', '。', '；', '：', '、', ',', ';', ':', '“', '”', '《', '》', '（', '）', '(', ')', '！', '？', ' ',
    '\n',
];

/// What leads up to a name without being part of it.
const LEADS: [&str; 20] = [
    "经审核",
    "经审查",
    "经核实",
    "由",
    "向",
    "与",
    "对",
    "为",
    "是",
    "在",
    "被",
    "和",
    "及",
    "推荐",
    "同意",
    "审核",
    "审查",
    "根据",
    "按照",
    "将",
];

/// The shortest stem of a firm's name, in characters.
const SHORTEST: usize = 4;

/// Half width, without blanks.
pub(super) fn folded(text: &str) -> String {
    half_width(text).split_whitespace().collect()
}

/// Every full name of a firm in a text, as far as it can be told from what leads up to it.
pub(super) fn full_names(text: &str) -> impl Iterator<Item = &str> {
    let ends = text.match_indices("公司").map(|(at, word)| at + word.len());
    ends.filter_map(|end| name_up_to(&text[..end]))
}

fn name_up_to(text: &str) -> Option<&str> {
    let form = ENDS.iter().find(|form| text.ends_with(**form))?;
    let start = text.rfind(STOPS).map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let mut name = &text[start..];
    while let Some(rest) = LEADS.iter().find_map(|lead| name.strip_prefix(lead)) {
        name = rest;
    }
    let stem = name.strip_suffix(form)?.chars().count();
    (SHORTEST..=24).contains(&stem).then_some(name)
}

/// The first firm named that is neither the applicant nor called nearly so.
pub(super) fn first_stranger<'t>(text: &'t str, own: &str) -> Option<&'t str> {
    let own = folded(own);
    full_names(text).find(|name| is_stranger(name, &own))
}

/// Whether a name is quite another than the applicant's, given in half width: most of its characters are not in it.
pub(super) fn is_stranger(name: &str, own: &str) -> bool {
    let stem = folded(name).replace("有限责任公司", "").replace("股份有限公司", "").replace("有限公司", "");
    let (count, shared) =
        stem.chars().fold((0, 0), |(count, shared), c| (count + 1, shared + usize::from(own.contains(c))));
    !folded(name).ends_with(own) && shared * 10 < count * 7
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_told_from_what_leads_to_it() {
        let check = |text: &str, expected: &[&str]| {
            assert_eq!(full_names(text).collect::<Vec<_>>(), expected, "{text}");
        };
        check("经审核，杭州虚舟阀门股份有限公司", &["杭州虚舟阀门股份有限公司"]);
        check("推荐杭州虚舟阀门有限责任公司申报", &["杭州虚舟阀门有限责任公司"]);
        check("公司、有限公司、本公司、虚安有限公司", &[]);
    }

    #[test]
    fn who_is_called_nearly_so_is_no_stranger() {
        let own = "浙江虚屿精密轴承股份有限公司";
        assert!(is_stranger("宁波海曙阀门有限公司", own));
        assert!(
            !is_stranger("浙江虚屿精密轴承有限公司", own)
                && !is_stranger("我方浙江虚屿精密轴承股份有限公司", own)
        );
    }
}
