//! `{year-1}` and the like in the texts of an edition.

use toml::Value;

/// Writes the years into every text below `value`.
pub(super) fn years(value: &mut Value, year: u16) {
    match value {
        Value::String(text) if text.contains("{year") => *text = expand(text, year),
        Value::Array(items) => items.iter_mut().for_each(|item| years(item, year)),
        Value::Table(table) => table.iter_mut().for_each(|(_, item)| years(item, year)),
        _ => {}
    }
}

/// Writes the years into a text.
pub(super) fn expand(text: &str, year: u16) -> String {
    let named = [("{year}", 0), ("{year-1}", 1), ("{year-2}", 2), ("{year-3}", 3)];
    named.iter().fold(text.to_owned(), |text, (name, back)| text.replace(name, &(year - back).to_string()))
}

/// The other way round: years that are followed by 年 as the edition's own and those before it, so that a text can be
/// written for another year.
pub fn template(text: &str, year: u16) -> String {
    let named = ["{year}", "{year-1}", "{year-2}", "{year-3}"];
    (0..).zip(named).fold(text.to_owned(), |text, (back, name)| {
        text.replace(&format!("{}年", year.saturating_sub(back)), &format!("{name}年"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_count_back_from_the_editions_own() {
        assert_eq!(
            expand("{year-3}、{year-1}至{year}年 {organization}", 2026),
            "2023、2025至2026年 {organization}"
        );
    }
}
