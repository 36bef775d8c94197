//! Lines above the text of a 典型经验: which of them is its title.

use crate::text::half_width;

/// Whether a line above the text is none of its title: 附件2, what kind of document it is, or who made it.
pub(crate) fn is_no_title(text: &str) -> bool {
    is_of_form(text) || author(text).is_some()
}

/// Whether a line says no more than the notice does: 附件2, 质量标杆典型经验材料.
pub(crate) fn is_of_form(text: &str) -> bool {
    let is_kept = |c: &char| c.is_alphanumeric();
    let line: String = half_width(text).chars().filter(is_kept).collect();
    let behind = line.strip_prefix("附件").map(|rest| {
        rest.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
    });
    let kind = behind.unwrap_or(&line);
    let kind = kind.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('年');
    let kind = kind.trim_end_matches("材料").trim_end_matches("申报");
    behind == Some("") || matches!(kind, "质量标杆典型经验" | "典型经验")
}

/// Who made the document, behind a dash or a label: ——浙江某某有限公司, 申报单位：….
pub(crate) fn author(text: &str) -> Option<&str> {
    let line = text.trim();
    let named = line.trim_start_matches(['—', '―', '─', '－', '-']).trim_start();
    if named.len() < line.len() {
        return Some(named);
    }
    let (label, name) = line.split_once(['：', ':'])?;
    let label: String = label.chars().filter(|c| !c.is_whitespace()).collect();
    AUTHORS.contains(&label.as_str()).then(|| name.trim())
}

const AUTHORS: &[&str] =
    &["申报单位", "申报组织", "申报企业", "组织名称", "单位名称", "企业名称", "单位", "编制单位", "推荐单位"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_told_from_what_stands_above_and_below_it() {
        for text in [
            "附件2",
            "附件２：",
            "附件 二",
            "附件",
            "质量标杆典型经验",
            "质量标杆典型经验材料",
            "附件2 质量标杆典型经验",
            "2026年质量标杆典型经验",
            "——浙江试金阀门有限公司",
            "申报单位：浙江试金阀门有限公司",
            "组 织 名 称：浙江试金阀门有限公司",
        ] {
            assert!(is_no_title(text), "{text}");
        }
        for text in [
            "实施精益六西格玛的经验",
            "构建质量标杆典型经验推广机制的实践",
            "附件加工质量提升的经验",
            "经验名称：实施精益六西格玛的经验",
            "5G+质量检测的经验",
        ] {
            assert!(!is_no_title(text), "{text}");
        }
        assert_eq!(author("—— 浙江试金阀门有限公司"), Some("浙江试金阀门有限公司"));
    }
}
