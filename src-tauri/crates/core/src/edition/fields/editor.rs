//! How a field is typed: one editor a kind of value.

use serde::Serialize;
use serde_json::Value;

/// How a field is typed.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Editor {
    /// A text of one line.
    Line,
    /// A text of several lines, or one that wraps.
    Text,
    /// A whole number.
    Figure,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// Rows.
    Rows {
        /// What each has.
        columns: Vec<Column>,
        /// None can be added, removed or moved: the program knows each of them.
        fixed: bool,
    },
}

/// A column of rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Column {
    /// Its key in each row of an edition file; empty where a row is a text.
    #[serde(skip)]
    pub key: &'static str,
    /// What it is, in the user's words.
    pub label: String,
    /// How it is typed.
    pub kind: ColumnKind,
}

/// How a cell of a row is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ColumnKind {
    /// Not at all: what the program tells rows apart by; empty in a new one.
    Hidden,
    /// As a text.
    Text,
    /// As one of these.
    Choice {
        /// The choices, the first of which a new row has.
        choices: Vec<Choice>,
    },
}

/// A choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Choice {
    /// What is kept.
    pub value: String,
    /// What is shown.
    pub label: String,
}

/// Text of more characters wraps.
const LINE: usize = 40;

/// Indicators of the 经济和质量效益统计表.
pub(super) const INDICATORS: &str = "application.benefits.rows";
/// Industries with their divisions.
pub(super) const INDUSTRIES: &str = "lists.industries";

/// The 征集标准 in their groups.
pub(super) const CRITERIA: &str = "criteria";

/// The years that a 省级质量标杆 may be of.
pub(super) const YEARS_OF_BENCHMARKS: &str = "qualification.benchmark_years";

impl Editor {
    /// Of the field at `path` that has this value in the edition it is based on.
    pub(super) fn of(path: &str, value: &Value) -> Editor {
        match value {
            Value::Number(_) => Editor::Figure,
            Value::Array(_) => rows(path),
            _ if path == "deadline" || path == "notice.issued_on" => Editor::Day,
            Value::String(text) if !is_long(path, text) => Editor::Line,
            _ => Editor::Text,
        }
    }
}

fn is_long(path: &str, text: &str) -> bool {
    let key = path.rsplit('.').next().unwrap_or_default();
    let wraps = ["note", "upload_note", "guidance", "name_guidance", "opening", "closing"].contains(&key);
    wraps || text.contains('\n') || text.chars().count() > LINE
}

fn rows(path: &str) -> Editor {
    let column = |key, label: &str, kind| Column { key, label: label.into(), kind };
    let text = |key, label| column(key, label, ColumnKind::Text);
    let hidden = |key| column(key, "", ColumnKind::Hidden);
    let choice = |value: &str, label: &str| Choice { value: value.into(), label: label.into() };
    let better = || {
        let choices = vec![choice("higher", "越高越好"), choice("lower", "越低越好")];
        column("better", "方向", ColumnKind::Choice { choices })
    };
    let (columns, fixed) = match path {
        INDICATORS => (vec![hidden("key"), text("name", "项目"), text("unit", "单位"), better()], false),
        INDUSTRIES => (vec![text("section", "门类"), text("divisions", "大类")], false),
        CRITERIA => (vec![hidden("whole"), text("name", "名称"), text("text", "要求")], true),
        "evidence.categories" => {
            (vec![hidden("key"), text("label", "类别"), text("wants", "材料要求")], true)
        }
        "qualification.conditions" => {
            (vec![hidden("rule"), text("text", "条件"), text("clause", "出处")], true)
        }
        _ => (vec![text("", "内容")], false),
    };
    Editor::Rows { columns, fixed }
}
