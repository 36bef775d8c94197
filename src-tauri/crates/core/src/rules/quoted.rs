//! Quoting what the user wrote in a message.

/// In quotation marks, those inside turned into single ones: “‘一核三链’框架”.
pub(super) fn quoted(text: &str) -> String {
    format!("“{}”", text.trim().replace('“', "‘").replace('”', "’"))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn marks_inside_are_single_ones() {
        assert_eq!(quoted(" “一核三链”框架"), "“‘一核三链’框架”");
        assert_eq!(quoted("框架"), "“框架”");
    }
}
