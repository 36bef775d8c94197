//! `biaogan verify`

use crate::at_hand::editions;
use crate::day::day;
use crate::failure::{Failure, Outcome};
use biaogan::date::Date;
use biaogan::edition::Editions;
use biaogan::io_error::reason;
use biaogan::rules::Severity;
use biaogan::verify::{self, Letters, Report, ReportError, Verdict};
use chrono::Utc;
use clap::Args;
use serde_json::json;
use std::cmp::Reverse;
use std::io::{self, IsTerminal, Write};
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
    /// 把给各单位的意见各写成一个Word文件，放进这个文件夹里新建的文件夹
    #[arg(long, value_name = "DIR")]
    letters: Option<PathBuf>,
    /// 按这一天检查，默认为今天
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Date>,
    /// 以 JSON 输出
    #[arg(long)]
    json: bool,
}

impl Verify {
    /// Prints what is wrong with each package, the worst first. Ends with 1 where something is an error.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let packages = self.packages()?;
        let mut written = Written::begin(&self)?;
        let (editions, today) = (editions(), day(self.today));
        let (mut lines, mut unchecked) = (Vec::new(), Vec::new());
        for (at, package) in packages.iter().enumerate() {
            tell(at, packages.len());
            let verdict = verdict(package, &editions, today)?;
            let grave = [Severity::Error, Severity::Warning].map(|severity| verdict.count(severity));
            lines.push((grave, self.line(&verdict)?));
            unchecked.extend(verdict.unchecked().map(|why| format!("{}（{why}）", verdict.file)));
            written.add(verdict)?;
        }
        written.finish()?;
        let has_errors = lines.iter().any(|([errors, _], _)| *errors > 0);
        self.print(lines, out)?;
        if !unchecked.is_empty() && !self.json && self.path.is_dir() {
            writeln!(out, "没有检查：{}", unchecked.join("；"))?;
        }
        Ok(if has_errors { Outcome::HasErrors } else { Outcome::Done })
    }

    /// What is printed of a package.
    fn line(&self, verdict: &Verdict) -> io::Result<Vec<u8>> {
        let mut line = Vec::new();
        match (self.json, self.path.is_dir()) {
            (true, false) => write!(line, "{:#}", json!(verdict))?,
            (true, true) => write!(line, "{}", json!(verdict))?,
            (false, false) => print(verdict, &mut line)?,
            (false, true) => summary(verdict, &mut line)?,
        }
        Ok(line)
    }

    fn print(&self, mut lines: Vec<([usize; 2], Vec<u8>)>, out: &mut dyn Write) -> io::Result<()> {
        // Likewise bad ones stay in the order of their names.
        lines.sort_by_key(|(grave, _)| Reverse(*grave));
        let lines: Vec<Vec<u8>> = lines.into_iter().map(|(_, line)| line).collect();
        match (self.json, self.path.is_dir()) {
            (true, true) => writeln!(out, "[\n{}\n]", String::from_utf8_lossy(&lines.join(&b",\n"[..]))),
            (true, false) => writeln!(out, "{}", String::from_utf8_lossy(&lines.concat())),
            (false, _) => out.write_all(&lines.concat()),
        }
    }

    fn packages(&self) -> Result<Vec<PathBuf>, Failure> {
        let path = &self.path;
        path.metadata().map_err(|error| unreadable(path, &error))?;
        let found = verify::packages(std::slice::from_ref(path));
        let found = found.map_err(|(folder, error)| unreadable(&folder, &error))?;
        if found.is_empty() {
            let nothing = format!("{}：文件夹里没有压缩包（.zip），请选放压缩包的文件夹", path.display());
            return Err(Failure::Input(nothing));
        }
        Ok(found)
    }
}

/// What is written besides.
struct Written {
    report: Option<Report>,
    letters: Option<Letters>,
}

impl Written {
    fn begin(order: &Verify) -> Result<Written, Failure> {
        let report = order.to.as_deref().map(Report::begin).transpose().map_err(unwritten)?;
        let letters = order.letters.as_deref().map(|folder| Letters::begin(folder, day(order.today)));
        Ok(Written { report, letters: letters.transpose().map_err(unwritten)? })
    }

    fn add(&mut self, verdict: Verdict) -> Result<(), Failure> {
        if let Some(letters) = &mut self.letters {
            letters.add(&verdict).map_err(unwritten)?;
        }
        match &mut self.report {
            Some(report) => report.add(verdict).map_err(unwritten),
            None => Ok(()),
        }
    }

    fn finish(self) -> Result<(), Failure> {
        self.report.map(Report::finish).transpose().map_err(unwritten)?;
        self.letters.map(Letters::finish).transpose().map_err(unwritten)?;
        Ok(())
    }
}

/// How far it is, where a person looks on.
fn tell(at: usize, of: usize) {
    if of > 1 && io::stderr().is_terminal() {
        let end = if at + 1 == of { '\n' } else { '\r' };
        eprint!("正在检查第{}份，共{of}份{end}", at + 1);
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
