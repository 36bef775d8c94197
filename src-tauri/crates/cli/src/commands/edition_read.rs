//! `biaogan edition read`

use crate::at_hand::{asked, editions, folder};
use crate::failure::{Failure, Outcome};
use crate::source::{name, read};
use crate::text_file::write;
use biaogan::edition::{Edition, NewNotice, Shelf};
use biaogan::notice::{self, Outcome as Found, ReadItem, Reading, of_file, read_notice, year_of};
use clap::Args;
use serde_json::json;
use std::io::Write;
use std::path::{Path, PathBuf};

/// 读官方通知（.docx、PDF 或文本），与上一年度对照，生成通知文件
#[derive(Args)]
pub struct ReadNotice {
    /// 官方通知：.docx、有文字的 PDF，或从网页复制的文本（.txt）
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
        let refuse = |reason: String| Failure::Input(format!("{}：{reason}", name(&self.notice)));
        let lines = of_file(read(&self.notice)?).map_err(|error| refuse(error.to_string()))?;
        let year = year_of(&lines).map_err(|error| refuse(error.to_string()))?;
        let base = self.base(year)?;
        let reading = read_notice(lines, &base).map_err(|error| refuse(error.to_string()))?;
        let text = notice::toml(&reading);
        NewNotice::of_text(text.clone(), &self.to, &folder()?)
            .map_err(|error| Failure::Input(error.to_string()))?;
        write(&self.to, &text)?;
        match self.json {
            true => writeln!(out, "{:#}", json!({ "year": reading.year, "items": reading.items }))?,
            false => tell(&reading, &base, &self.to, out)?,
        }
        Ok(Outcome::Done)
    }

    /// The edition that it is compared with.
    fn base(&self, year: u16) -> Result<Edition, Failure> {
        let editions = editions();
        if let Some(id) = &self.based_on {
            return asked(&editions, Some(id)).cloned();
        }
        let best = Shelf::read(&folder()?).best_base(year, &year.to_string());
        Ok(best.unwrap_or_else(|| editions.latest().clone()))
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
