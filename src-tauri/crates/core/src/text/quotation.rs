//! Quotation marks as print has them (GB/T 15834): single ones within double ones.

/// A text in quotation marks, without blanks around it: “‘一核三链’框架”.
pub fn quoted(text: &str) -> String {
    format!("“{}”", text.trim().replace('“', "‘").replace('”', "’"))
}

/// A sentence whose quotations hold further ones in double marks, with single ones there. Where a mark lacks its other
/// half nobody knows which stands within which, and all stay.
pub fn nested(sentence: String) -> String {
    let (mut depth, mut is_paired) = (0_i32, true);
    let turn = |mark| {
        match mark {
            '“' => depth += 1,
            '”' => depth -= 1,
            _ => return mark,
        }
        is_paired &= depth >= 0;
        match mark {
            '“' if depth > 1 => '‘',
            '”' if depth > 0 => '’',
            _ => mark,
        }
    };
    let turned: String = sentence.chars().map(turn).collect();
    if is_paired && depth == 0 { turned } else { sentence }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_inside_are_single_ones() {
        assert_eq!(quoted(" “一核三链”框架"), "“‘一核三链’框架”");
        assert_eq!(quoted("框架"), "“框架”");
    }

    #[test]
    fn a_quotation_within_another_has_single_marks() {
        let check = |sentence: &str, expected: &str| assert_eq!(nested(sentence.into()), expected);
        check("““双链”管理”没有证明：请改写“双链”", "“‘双链’管理”没有证明：请改写“双链”");
        check("以““甲”和“乙””为题", "以“‘甲’和‘乙’”为题");
        check("“甲”“乙”", "“甲”“乙”");
        check("", "");
        check("“双链”管理”没有证明", "“双链”管理”没有证明");
        check("““双链管理”没有证明", "““双链管理”没有证明");
    }
}
