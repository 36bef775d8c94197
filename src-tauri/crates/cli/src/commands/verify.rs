//! `biaogan verify`

use super::at_hand::editions;
use super::day::day;
use crate::failure::{Failure, Outcome};
use biaogan::date::Date;
use biaogan::edition::Editions;
use biaogan::io_error::reason;
use biaogan::rules::Severity;
use biaogan::verify::{self, Report, ReportError, Verdict};
use chrono::Utc;
use clap::Args;
use serde_json::json;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// 初核别人做好的压缩包：文件、格式、表格和各项规则；文件夹则逐个检查其中的压缩包
#[derive(Args)]
pub struct Verify {
    /// 压缩包（.zip），或放压缩包的文件夹；不会改动
    #[arg(value_name = "PACKAGE|FOLDER")]
    path: PathBuf,
    /// 写一份报告：清单和给各单位的意见（.html），或清单和全部问题（.xlsx）
    #[arg(long, value_name = "REPORT.html|.xlsx")]
    to: Option<PathBuf>,
    /// 按这一天检查，默认为今天
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Date>,
    /// 以 JSON 输出
    #[arg(long)]
    json: bool,
}

impl Verify {
    /// Prints what is wrong with each package. Ends with 1 where something is an error.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let packages = self.packages()?;
        let mut report = self.to.as_deref().map(Report::begin).transpose().map_err(unwritten)?;
        let (editions, today) = (editions(), day(self.today));
        let mut has_errors = false;
        for (at, package) in packages.iter().enumerate() {
            let verdict = verdict(package, &editions, today)?;
            has_errors |= verdict.count(Severity::Error) > 0;
            self.print(&verdict, (at + 1, packages.len()), out)?;
            if let Some(report) = &mut report {
                report.add(verdict).map_err(unwritten)?;
            }
        }
        report.map(Report::finish).transpose().map_err(unwritten)?;
        Ok(if has_errors { Outcome::HasErrors } else { Outcome::Done })
    }

    /// Prints one of so many packages as soon as it is checked.
    fn print(&self, verdict: &Verdict, (at, of): (usize, usize), out: &mut dyn Write) -> io::Result<()> {
        match (self.json, self.path.is_dir()) {
            (true, false) => writeln!(out, "{:#}", json!(verdict)),
            (true, true) => {
                let (before, after) = (if at == 1 { "[\n" } else { "" }, if at == of { "\n]" } else { "," });
                writeln!(out, "{before}{}{after}", json!(verdict))
            }
            (false, false) => print(verdict, out),
            (false, true) => summary(verdict, out),
        }
    }

    fn packages(&self) -> Result<Vec<PathBuf>, Failure> {
        let path = &self.path;
        if !path.is_dir() {
            return Ok(vec![path.clone()]);
        }
        let found = verify::packages(path).map_err(|error| unreadable(path, &error))?;
        if found.is_empty() {
            let nothing = format!("{}：文件夹里没有压缩包（.zip），请选放压缩包的文件夹", path.display());
            return Err(Failure::Input(nothing));
        }
        Ok(found)
    }
}

fn verdict(package: &Path, editions: &Editions, today: Date) -> Result<Verdict, Failure> {
    verify::verify(package, editions, Utc::now(), today).map_err(|error| unreadable(package, &error))
}

fn unreadable(path: &Path, error: &io::Error) -> Failure {
    let reason = match error.kind() {
        io::ErrorKind::NotFound => "找不到文件，请检查路径".into(),
        _ => format!("读不出来（{}），请检查路径、权限和磁盘空间", reason(error)),
    };
    Failure::Input(format!("{}：{reason}", path.display()))
}

fn unwritten(error: ReportError) -> Failure {
    Failure::Input(error.to_string())
}

fn print(verdict: &Verdict, out: &mut dyn Write) -> io::Result<()> {
    summary(verdict, out)?;
    for told in &verdict.findings {
        writeln!(
            out,
            "  {} {} {}：{}（{}）",
            told.severity, told.rule, told.place, told.message, told.clause
        )?;
    }
    Ok(())
}

fn summary(verdict: &Verdict, out: &mut dyn Write) -> io::Result<()> {
    let size = (verdict.bytes as f64 / 100_000.0).ceil() / 10.0;
    let words = match verdict.findings.len() {
        0 => "没有发现问题".to_owned(),
        _ => {
            let count = |severity: Severity| match verdict.count(severity) {
                0 => None,
                count => Some(format!("{severity}{count}")),
            };
            Severity::ALL.into_iter().filter_map(count).collect::<Vec<_>>().join("，")
        }
    };
    writeln!(out, "{}（{}，{size:.1} MB）：{words}", verdict.name(), verdict.file)
}
