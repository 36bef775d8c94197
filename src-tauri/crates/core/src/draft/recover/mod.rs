//! What can still be read of a damaged draft (修复), as a new draft.

mod cells;
mod marks;
mod remains;
mod salvage;
#[cfg(test)]
mod tests;

use super::{Draft, DraftError, NewFile, Source, origins};
use crate::edition::Editions;
use crate::form::{Attachment, Content};
use chrono::{DateTime, Utc};
use remains::Remains;
use salvage::Salvage;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::path::Path;

/// What became of a damaged draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovered {
    /// What is lost or to be looked at, a sentence each, in the user's words. Never empty: the history is.
    pub lost: Vec<String>,
}

/// Makes a new draft at `target` of what can be read of the one at `path`, which is only read and may be damaged
/// anywhere. An existing file is refused, and on failure nothing is left.
///
/// # Errors
/// [`DraftError::NotADraft`] if nothing of a draft is found.
pub fn recover(path: &Path, target: &Path, at: DateTime<Utc>) -> Result<Recovered, DraftError> {
    super::file::refuse_existing(target)?;
    let salvage = Salvage::of(path, target)?;
    let remains = Remains::of(&salvage)?;
    let mut lost = Vec::new();
    if salvage.unreadable > 0 {
        lost.push(format!("文件有 {} 字节在磁盘上读不出来", salvage.unreadable));
    }
    let whole = content(&remains, &mut lost).ok_or_else(|| DraftError::NotADraft(path.into()))?;
    let bare = Content { attachments: Default::default(), ..whole.clone() };
    Draft::create_filled(target, &bare, at, |draft| {
        for (id, attachment) in &whole.attachments {
            if let Err(reason) = attach(draft, &remains, id, attachment, at)? {
                lost.push(format!("附件“{}”（编号 {id}）{reason}，请重新添加", &*attachment.name));
            }
        }
        draft.write(|transaction, recent| {
            origins::take(transaction, &remains.marks())?;
            Ok(((), recent))
        })
    })?;
    lost.push("修改记录没有恢复，不能再撤销到以前的状态".into());
    Ok(Recovered { lost })
}

/// The content as far as it can be read: whole, or up to where it breaks off with the texts behind that.
fn content(remains: &Remains, lost: &mut Vec<String>) -> Option<Content> {
    if let Some((content, is_present)) = remains.content() {
        if !is_present {
            lost.push("最后的内容读不出来，恢复的是较早的一次，请核对".into());
        }
        return Some(content);
    }
    let (broken, texts) = remains.texts();
    let found = broken.or_else(|| {
        let empty = || Content::empty(Editions::built_in().latest());
        (!texts.is_empty()).then(empty)
    });
    let mut content = found?;
    lost.push("内容只读出一部分，其余栏目是空的，请逐项核对".into());
    if !texts.is_empty() {
        lost.push(format!(
            "找到 {} 段不知属于哪一栏的文字，放在典型经验“实施过程”的末尾，请移到原处",
            texts.len()
        ));
        append(&mut content, &texts);
    }
    Some(content)
}

/// Puts texts of unknown place where the user finds them.
fn append(content: &mut Content, texts: &[String]) {
    let paragraph =
        |text: &String| json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] });
    let mut section = serde_json::to_value(&content.experience.process).expect("plain data");
    let mut blocks = section["content"].as_array().cloned().unwrap_or_default();
    blocks.extend(texts.iter().map(paragraph));
    section = json!({ "type": "doc", "content": blocks });
    content.experience.process = serde_json::from_value(section).expect("paragraphs of text");
}

/// Attaches a file whose bytes are found and are those once attached; else says what is wrong with them.
fn attach(
    draft: &mut Draft,
    remains: &Remains,
    id: &str,
    attachment: &Attachment,
    at: DateTime<Utc>,
) -> Result<Result<(), String>, DraftError> {
    let Some(bytes) = remains.blob(&attachment.sha256) else { return Ok(Err("的内容找不到".into())) };
    // It was left out when the draft was handed on; no file that is attached is empty.
    if bytes.is_empty() {
        return Ok(Err("在这份给他人的副本里只有各页的图片，修复取不回来".into()));
    }
    if hex::encode(Sha256::digest(&bytes)) != *attachment.sha256 {
        return Ok(Err("的内容已损坏".into()));
    }
    let file =
        NewFile { name: attachment.name.to_string(), id: Some(id.into()), source: Source::Bytes(bytes) };
    match draft.attach(&[file], at) {
        Ok(_) => Ok(Ok(())),
        Err(DraftError::Refused { refusal, .. }) => Ok(Err(format!("不能再用：{refusal}"))),
        Err(DraftError::BadId(_)) => Ok(Err("的编号不合要求".into())),
        Err(error) => Err(error),
    }
}
