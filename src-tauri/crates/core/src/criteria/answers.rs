//! What answers a criterion, and what is missing.

use crate::form::Path;
use crate::form::map::PartKey;
use serde::Serialize;

/// Something in the application that seems to answer a criterion.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Answer {
    /// What it is.
    pub kind: AnswerKind,
    /// The part of the application that it is in.
    pub part: PartKey,
    /// Where it stands.
    pub path: Path,
    /// What it is called: 实施过程：数字化SPC与分级预警, 图1 …, 证实性材料第6项 ….
    pub label: String,
}

/// What answers a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(rename_all = "snake_case")]
pub enum AnswerKind {
    /// 正文: a heading or a paragraph.
    Text,
    /// 图表: a figure, chart or table of the text.
    Figure,
    /// 统计表: a table of the form.
    Table,
    /// 材料: an item of the evidence.
    Evidence,
    /// 确认: a person's word.
    Word,
}

impl AnswerKind {
    /// All, in the order shown.
    pub const ALL: [AnswerKind; 5] =
        [AnswerKind::Text, AnswerKind::Figure, AnswerKind::Table, AnswerKind::Evidence, AnswerKind::Word];

    /// The word for it.
    pub fn label(self) -> &'static str {
        match self {
            AnswerKind::Text => "正文",
            AnswerKind::Figure => "图表",
            AnswerKind::Table => "统计表",
            AnswerKind::Evidence => "材料",
            AnswerKind::Word => "确认",
        }
    }
}

/// What was found for a criterion.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub answers: Vec<Answer>,
    pub gaps: Vec<String>,
}

impl Found {
    pub fn answer(&mut self, kind: AnswerKind, path: Path, label: impl Into<String>) {
        let part = PartKey::of(&path);
        self.answers.push(Answer { kind, part, path, label: label.into() });
    }

    pub fn gap(&mut self, what: impl Into<String>) {
        self.gaps.push(what.into());
    }
}
