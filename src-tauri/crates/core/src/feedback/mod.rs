//! What whoever looks after the program needs to find a fault (反馈包): versions, which checks find how much, how large
//! things are, the log. Nothing of the content is in it: no text, no name, no path.

mod log;
mod parts;
#[cfg(test)]
mod tests;
mod text;

use crate::date::Date;
use crate::draft::{Draft, DraftError};
use crate::edition::{Edition, Editions};
use crate::rules::Finding;
use crate::settle;
use std::collections::BTreeMap;
use text::Text;

/// The log of the program (错误记录), in its data folder.
pub const LOG_FILE: &str = "错误记录.txt";

/// Stands above everything, for whoever decides whether to hand it on.
const HEAD: &str = "质量标杆申报助手　反馈包\n\
    以下是反馈包的全部内容：版本、各条检查的条数、各部分的大小和个数、程序的错误记录。\n\
    其中没有填写的内容，没有单位和人员的名称，没有文件名和路径。本程序不会发送它，是否交给维护人员由您决定。\n";

/// The program that tells of itself.
#[derive(Debug, Clone, Default)]
pub struct Program {
    /// Its version.
    pub version: String,
    /// Which program it is, and what its window is drawn by.
    pub kind: String,
    /// Its log.
    pub log: String,
}

/// The whole text, of a draft too where one is open.
///
/// # Errors
/// When the draft cannot be read.
pub fn feedback(
    program: &Program,
    draft: Option<&Draft>,
    editions: &Editions,
    today: Date,
) -> Result<String, DraftError> {
    let mut text = Text(HEAD.to_owned());
    text.section("版本");
    text.line("程序", &format!("{} {}", program.kind, program.version));
    text.line("系统", &format!("{} {}", std::env::consts::OS, std::env::consts::ARCH));
    text.line("日期", &today.to_string());
    if let Some(draft) = draft {
        of_draft(&mut text, draft, editions, today)?;
    }
    text.section("错误记录");
    let log = log::without_paths(&program.log);
    text.0.push_str(if log.is_empty() { "没有。\n" } else { &log });
    Ok(text.0)
}

fn of_draft(text: &mut Text, draft: &Draft, editions: &Editions, today: Date) -> Result<(), DraftError> {
    let content = draft.content()?;
    text.line("草稿格式", &draft.format()?.to_string());
    let Some(edition) = editions.get(&content.edition) else {
        text.line("年度", "没有安装这一年度的通知");
        return Ok(());
    };
    text.line("年度", &named(edition));
    text.section("检查结果（编号、类别、条数）");
    found(text, &settle::findings(draft, &content, edition, today)?);
    text.section("各部分的大小");
    parts::write(text, draft, &content, edition)?;
    text.line("已核对的警告", &content.acknowledged.len().to_string());
    text.line("修改次数", &draft.revisions()?.len().to_string());
    text.line("报送次数", &draft.exports()?.len().to_string());
    Ok(())
}

/// An edition that is built in, by its id; of another the year only.
fn named(edition: &Edition) -> String {
    let kind = if edition.preliminary { "（预备）" } else { "" };
    match Editions::built_in().get(&edition.id) {
        Some(_) => format!("{}{kind}", edition.id),
        None => format!("{}{kind}，另外安装", edition.year),
    }
}

fn found(text: &mut Text, findings: &[Finding]) {
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for finding in findings {
        *counts.entry((finding.rule, finding.group().label())).or_default() += 1;
    }
    for ((rule, group), count) in &counts {
        text.line(rule, &format!("{group} {count}"));
    }
    if counts.is_empty() {
        text.0.push_str("没有。\n");
    }
}
