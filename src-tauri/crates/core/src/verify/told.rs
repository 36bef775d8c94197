//! What is told of a package.

use crate::rules::{self, Severity};
use serde::Serialize;

/// A check of documents that no rule of a draft needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Check {
    /// Z and three digits; never reused.
    pub id: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong, in a few words.
    pub title: &'static str,
    /// The clause of the notice it rests on.
    pub clause: &'static str,
}

macro_rules! checks {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $severity:ident, $title:literal, $clause:literal;)*) => {
        $($(#[$doc])* pub(super) const $name: Check =
            Check { id: $id, severity: Severity::$severity, title: $title, clause: $clause };)*
        /// Every check of documents, by id.
        pub const CHECKS: &[Check] = &[$($name),*];
    };
}

checks! {
    /// The zip.
    BROKEN = "Z001", Error, "压缩包打不开", "附件1 填报说明4";
    NAMED = "Z002", Warning, "压缩包没有以组织全称命名", "附件1 填报说明4";
    ABSENT = "Z003", Error, "缺少文件", "附件1 填报说明4";
    SURPLUS = "Z004", Warning, "有多余的文件", "附件1 填报说明4";
    ENCODED = "Z005", Warning, "文件名不是UTF-8编码", "附件1 填报说明4";
    NESTED = "Z006", Warning, "文件放在文件夹里", "附件1 填报说明4";
    /// The documents.
    UNREADABLE = "Z007", Error, "文档读不出来", "附件1 填报说明4";
    DAMAGED = "Z008", Warning, "文档有损坏的部分", "附件1 填报说明4";
    UNKNOWN = "Z009", Warning, "有没有认出的内容", "附件1 填报说明4";
    REVIEWED = "Z010", Warning, "留有批注或修订", "附件1 填报说明4";
    DRAFTED = "Z011", Error, "标有草稿字样", "附件1 填报说明4";
    UNSURE = "Z020", Hint, "读得没有把握", "附件1 填报说明4";
    STUMBLED = "Z021", Error, "检查没有做完", "附件1 填报说明4";
    MISPLACED = "Z022", Error, "文件里装的是别的材料", "附件1 填报说明4";
    MISNAMED = "Z023", Warning, "文件名不符", "附件1 填报说明4";
    UNPACKED = "Z024", Error, "没有打包，没有检查", "附件1 填报说明4";
    /// The look of the 典型经验.
    PAPER = "Z012", Warning, "不是A4纵向", "附件2 二";
    TITLE = "Z013", Warning, "题目格式不符", "附件2 二";
    TEXT = "Z014", Warning, "目录、正文不是宋体四号", "附件2 二";
    SPACING = "Z015", Warning, "不是单倍行距", "附件2 二";
    HEADING = "Z016", Warning, "各部分标题没有用“一、”编号", "附件2 二";
    CAPTION = "Z017", Warning, "图表标题格式不符", "附件2 二";
    CAPTION_PLACE = "Z018", Warning, "图表标题位置不符", "附件2 二";
    CAPTION_NUMBER = "Z019", Warning, "图表没有统一编号", "附件2 二";
}

/// Something wrong or doubtful in a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Told {
    /// The id of the rule or check.
    #[serde(rename = "id")]
    pub rule: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// Where: the document or the part of the form, and the place in it.
    pub place: String,
    /// What is wrong and what to do.
    pub message: String,
    /// The clause of the notice it rests on.
    pub clause: String,
    /// How many more like it there are that are not told one by one.
    pub more: usize,
}

impl Told {
    /// What a check of documents found.
    pub(super) fn of(check: Check, place: impl Into<String>, message: impl Into<String>) -> Told {
        Told {
            rule: check.id,
            severity: check.severity,
            place: place.into(),
            message: message.into(),
            clause: check.clause.into(),
            more: 0,
        }
    }

    /// What it is about, in a few words.
    pub fn title(&self) -> &'static str {
        let own = CHECKS.iter().find(|check| check.id == self.rule).map(|check| check.title);
        own.or_else(|| rules::find(self.rule).map(|rule| rule.title)).unwrap_or_default()
    }
}
