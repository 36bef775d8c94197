//! What changed from the preliminary edition to the notice, as data and as text.

use crate::date::Date;
use crate::form::Path;
use serde::Serialize;
use std::fmt;

/// What moving over to the notice changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct NoticeReport {
    /// The id of the preliminary edition.
    pub from: String,
    /// The id of the notice's.
    pub to: String,
    /// The title of the notice.
    pub notice: String,
    /// Its last day to apply.
    pub deadline: Option<Date>,
    /// Where the notice says something else.
    pub differences: Vec<Difference>,
    /// Rows that the notice adds to the tables, in the user's words.
    pub added: Vec<String>,
    /// Rows of the notice that the draft does not have and that are not added: the user took them out or replaced them,
    /// or they were not known yet when it was begun.
    pub lacking: Vec<String>,
    /// Rows that keep another unit than the notice's, grades of criteria that it words otherwise, and what the checks
    /// find by the notice and did not find before.
    pub touched: Vec<Touched>,
}

/// Something that the notice says otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Difference {
    /// Of what: `报送渠道`, `字数上限`.
    pub what: String,
    /// What the preliminary edition says; empty for what is new.
    pub before: String,
    /// What the notice says; empty for what is gone.
    pub after: String,
}

/// A place of the application that the notice asks something else of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Touched {
    /// Where.
    pub path: Path,
    /// The same in the user's words.
    pub place: String,
    /// What is asked.
    pub message: String,
}

/// As text: one line each; whether it was done or is to be is for the caller to say before it.
impl fmt::Display for NoticeReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let deadline = self.deadline.map_or_else(String::new, |day| format!("（截止 {day}）"));
        writeln!(f, "从 {} 转到正式通知 {}：{}{deadline}", self.from, self.to, self.notice)?;
        writeln!(f, "【通知的变化】{}处", self.differences.len())?;
        for Difference { what, before, after } in &self.differences {
            writeln!(f, "  {what}：{}", change(before, after))?;
        }
        writeln!(f, "【增加的行】{}行", self.added.len())?;
        self.added.iter().try_for_each(|row| writeln!(f, "  {row}"))?;
        writeln!(f, "【草稿里没有的行】{}行（有意删去或换成其他指标的不用管）", self.lacking.len())?;
        self.lacking.iter().try_for_each(|row| writeln!(f, "  {row}"))?;
        writeln!(f, "【需要处理】{}处", self.touched.len())?;
        self.touched.iter().try_for_each(|touched| writeln!(f, "  {}：{}", touched.place, touched.message))
    }
}

fn change(before: &str, after: &str) -> String {
    match (before.is_empty(), after.is_empty()) {
        (true, _) => format!("新增“{after}”"),
        (_, true) => format!("取消“{before}”"),
        _ => format!("“{before}”改为“{after}”"),
    }
}
