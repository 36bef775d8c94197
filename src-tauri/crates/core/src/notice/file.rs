//! The edition file of a notice that was read.

use super::reading::Reading;
use toml::Table;

/// What the edition file says, as TOML.
pub fn toml(reading: &Reading) -> String {
    let table = Table::try_from(&reading.file).expect("texts, numbers, lists and tables are TOML");
    let head = format!("# {}年通知，由官方通知读出；没有写的与所依据的年度相同。\n\n", reading.year);
    head + &toml::to_string_pretty(&table).expect("a table is TOML")
}
