//! `biaogan edition read`

use super::at_hand::{asked, editions};
use super::source::{is_word, name, read};
use super::text_file::write;
use crate::failure::{Failure, Outcome};
use biaogan::edition::Edition;
use biaogan::notice::{self, Line, Outcome as Found, ReadItem, Reading, of_document, of_text, read_notice};
use biaogan::ooxml::read::{FileKind, read_document};
use biaogan::text;
use clap::Args;
use serde_json::json;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

/// 读官方通知（.docx 或文本），与上一年度对照，生成通知文件
#[derive(Args)]
pub struct ReadNotice {
    /// 官方通知：.docx，或从网页、PDF复制的文本（.txt）
    #[arg(value_name = "NOTICE")]
    notice: PathBuf,
    /// 与哪个年度对照，默认为最近的通知
    #[arg(long, value_name = "ID")]
    based_on: Option<String>,
    /// 生成的通知文件
    #[arg(long, value_name = "FILE.toml")]
    to: PathBuf,
    /// 以 JSON 输出
    #[arg(long)]
    json: bool,
}

impl ReadNotice {
    /// Writes the file and tells what differs, what is doubtful, and what was not found.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let editions = editions();
        let base = match &self.based_on {
            Some(id) => asked(&editions, Some(id))?,
            None => editions.latest(),
        };
        let refuse = |reason: String| Failure::Input(format!("{}：{reason}", name(&self.notice)));
        let reading = read_notice(self.lines()?, base).map_err(|error| refuse(error.to_string()))?;
        let text = notice::toml(&reading);
        Edition::from_toml(&text, &self.to).map_err(|error| Failure::Input(error.to_string()))?;
        write(&self.to, &text)?;
        match self.json {
            true => writeln!(out, "{:#}", json!({ "year": reading.year, "items": reading.items }))?,
            false => tell(&reading, base, &self.to, out)?,
        }
        Ok(Outcome::Done)
    }

    fn lines(&self) -> Result<Vec<Line>, Failure> {
        let bytes = read(&self.notice)?;
        let refuse =
            |reason: &dyn std::fmt::Display| Failure::Input(format!("{}：{reason}", name(&self.notice)));
        if is_word(&self.notice, &bytes) {
            return Ok(of_document(&read_document(Cursor::new(bytes)).map_err(|error| refuse(&error))?));
        }
        if bytes.starts_with(b"%PDF") {
            return Err(refuse(&"PDF请在阅读器里全选、复制到文本文件（.txt）后再读，或另存为Word文档"));
        }
        if let Some(kind) = FileKind::of(&bytes) {
            return Err(refuse(&kind.refusal()));
        }
        Ok(of_text(&text::decode(&bytes).ok_or_else(|| refuse(&"不是文本文件，也不是 .docx，请检查文件"))?))
    }
}

fn tell(reading: &Reading, base: &Edition, to: &Path, out: &mut dyn Write) -> std::io::Result<()> {
    let count = |outcome| reading.items.iter().filter(|item| item.outcome == outcome).count();
    writeln!(
        out,
        "{}年通知：对照{}，{}处相同，{}处不同，{}处请核对，{}处没有找到（沿用{}）",
        reading.year,
        base.id,
        count(Found::Same),
        count(Found::Changed),
        count(Found::Doubtful) + count(Found::Unfit),
        count(Found::Missing),
        base.id
    )?;
    let kinds = [
        (Found::Changed, "不同"),
        (Found::Doubtful, "请核对"),
        (Found::Unfit, "放不下"),
        (Found::Missing, "没有找到"),
    ];
    for (outcome, label) in kinds {
        for item in reading.items.iter().filter(|item| item.outcome == outcome) {
            writeln!(out, "{label}：{}", line(item))?;
        }
    }
    writeln!(out, "已写入 {}，核对后用 biaogan edition 安装", to.display())
}

fn line(item: &ReadItem) -> String {
    let ReadItem { key, before, after, read_in, outcome } = item;
    match outcome {
        Found::Unfit => format!("“{after}”是新的表，本程序没有这张表，请按通知另附"),
        Found::Missing => format!("{key}（“{before}”）"),
        _ if before.is_empty() => format!("{key}：“{after}”"),
        Found::Doubtful if !read_in.is_empty() && read_in != after => {
            format!("{key}：“{before}”改为“{after}”（原文：{read_in}）")
        }
        _ => format!("{key}：“{before}”改为“{after}”"),
    }
}
