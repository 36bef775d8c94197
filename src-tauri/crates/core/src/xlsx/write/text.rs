//! What cells and sheets may hold.

/// What stands in the place of a text that a cell cannot hold; read back it changes nothing.
pub(in crate::xlsx) const TOO_LONG: &str = "（文字超过一格的上限，请在程序里填写）";
/// Letters that a cell holds (ECMA-376, 18.3.1.93), in UTF-16.
const LETTERS: usize = 32_767;

/// What a row is called that has no name yet; `at` from 0.
pub(in crate::xlsx) fn unnamed(at: usize) -> String {
    format!("（第{}项，未填名称）", at + 1)
}

/// A text as a cell holds it.
pub(super) fn held(text: &str) -> &str {
    if text.encode_utf16().count() > LETTERS { TOO_LONG } else { text }
}

/// The name of a sheet: what a name may not hold is left out.
pub(super) fn sheet_name(title: &str) -> String {
    let name: String = title.chars().filter(|c| !"[]:*?/\\'".contains(*c)).take(31).collect();
    if name.trim().is_empty() { "表".into() } else { name }
}
