//! The text of a 反馈包, line by line.

use std::fmt::Write;

/// The text in the making.
pub(super) struct Text(pub String);

impl Text {
    /// Begins a section.
    pub fn section(&mut self, title: &str) {
        writeln!(self.0, "\n【{title}】").expect("writing to a String cannot fail");
    }

    /// What is told of something.
    pub fn line(&mut self, label: &str, value: &str) {
        writeln!(self.0, "{label}：{value}").expect("writing to a String cannot fail");
    }
}
