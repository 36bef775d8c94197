//! Why a JSON text is no content, in the user's words.

use super::map::Path;
use super::rich_text::FAULT_MARK;
use thiserror::Error;

/// Why a JSON text is not the content of an application.
#[derive(Debug, Error, PartialEq)]
pub enum ContentError {
    /// The text is no JSON.
    #[error("第 {line} 行第 {column} 列不是有效的 JSON：{reason}")]
    Syntax {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// In the user's words.
        reason: String,
    },
    /// A value does not fit the model.
    #[error("{}：{reason}", named(path))]
    Shape {
        /// Where.
        path: Path,
        /// In the user's words.
        reason: String,
    },
    /// The content is of an edition that is not installed.
    #[error("edition：没有安装 {0} 年度的通知，请先用 biaogan edition 安装")]
    Edition(String),
}

/// A place as errors name it.
fn named(path: &Path) -> &str {
    if path.as_str().is_empty() { "内容" } else { path.as_str() }
}

pub(super) fn describe(path: Path, error: &serde_json::Error) -> ContentError {
    let text = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    let text = text.strip_suffix(&position).unwrap_or(&text);
    if error.is_data() {
        return shape(path, text);
    }
    let reason = match text {
        "recursion limit exceeded" => "嵌套过深",
        text if text.starts_with("EOF") => "文件不完整，末尾被截断",
        text if text.starts_with("trailing characters") => "JSON 之后还有多余的内容",
        _ => "请检查逗号、引号和括号",
    };
    ContentError::Syntax { line: error.line(), column: error.column(), reason: reason.into() }
}

pub(super) fn shape(path: Path, text: &str) -> ContentError {
    if let Some((_, coded)) = text.split_once(FAULT_MARK)
        && let Some((inner, reason)) = coded.split_once(FAULT_MARK)
    {
        let reason = reason.split(" at line ").next().unwrap_or(reason);
        return ContentError::Shape { path: path.join(&inner.into()), reason: reason.into() };
    }
    let twice = text.strip_prefix("duplicate field ").map(|rest| path.key(quoted(rest)));
    ContentError::Shape { path: twice.unwrap_or(path), reason: in_the_users_words(text) }
}

/// What serde says, in Chinese. Messages of our own pass unchanged.
fn in_the_users_words(text: &str) -> String {
    if let Some(rest) = text.strip_prefix("unknown field ") {
        return format!("不认识键“{}”，请检查拼写", quoted(rest));
    }
    if let Some(rest) = text.strip_prefix("unknown variant ") {
        let options = rest.split_once("expected ").map_or("", |(_, options)| options);
        let options =
            options.trim_start_matches("one of ").replace('`', "").replace(" or ", "、").replace(", ", "、");
        return format!("不能填“{}”，可填：{options}", quoted(rest));
    }
    if let Some(rest) = text.strip_prefix("duplicate field ") {
        return format!("键“{}”写了两次，请只留一个", quoted(rest));
    }
    if let Some(rest) = text.strip_prefix("invalid type: ") {
        let (found, expected) = rest.split_once(", expected ").unwrap_or((rest, ""));
        return format!("应为{}，而不是{}", kind(expected), kind(found));
    }
    if text.starts_with("invalid value") || text.starts_with("invalid length") {
        return "值超出允许的范围".into();
    }
    text.into()
}

fn quoted(text: &str) -> &str {
    text.split('`').nth(1).unwrap_or(text)
}

fn kind(text: &str) -> &'static str {
    const KINDS: &[(&str, &str)] = &[
        ("string", "文本（加引号）"),
        ("integer", "数字"),
        ("floating point", "数字"),
        ("u64", "非负整数"),
        ("i64", "整数"),
        ("bool", "true 或 false"),
        ("null", "null"),
        ("unit", "null"),
        ("sequence", "数组"),
        ("map", "对象"),
        ("struct", "对象"),
        ("variant", "选项"),
    ];
    KINDS.iter().find(|(english, _)| text.contains(english)).map_or("别的类型", |(_, chinese)| chinese)
}
