//! `biaogan export`

use crate::checked::{Checked, print, row};
use crate::day::day;
use crate::failure::{Failure, Outcome};
use biaogan::date::Date;
use biaogan::draft::Draft;
use biaogan::form::Content;
use biaogan::package::{self, Existing, Exported, ReportLine, Request, Stage, export_draft};
use biaogan::rules::Finding;
use clap::Args;
use serde_json::{Value, json};
use std::io::{self, ErrorKind, Write};
use std::ops::ControlFlow;
use std::path::PathBuf;

/// 生成报送材料：三个文档的压缩包、报送说明、邮件草稿
#[derive(Args)]
pub struct Export {
    /// 草稿文件（.biaogan）
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
    /// 放到这个文件夹
    #[arg(long, value_name = "DIR")]
    to: PathBuf,
    /// 生成草稿材料，供内部审阅，不检查是否齐全
    #[arg(long = "draft")]
    as_draft: bool,
    /// 替换已有的同名材料
    #[arg(long)]
    force: bool,
    /// 以这一天为准，默认为今天
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Date>,
    /// 以 JSON 输出
    #[arg(long)]
    json: bool,
}

impl Export {
    /// Makes the package, unless a final one is asked for and something stands in its way.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let today = day(self.today);
        let mut checked = Checked::open(&self.draft, today)?;
        // What is to be done after an export is no part of it: a second one gives the same bytes.
        checked.findings.retain(|finding| finding.rule != "P005");
        let blocking = checked.blocking();
        if !self.as_draft && !blocking.is_empty() {
            self.refuse(&blocking, &checked, out)?;
            return Ok(Outcome::HasErrors);
        }
        let report: Vec<ReportLine> =
            checked.findings.iter().map(|finding| ReportLine::of(finding, &checked.edition)).collect();
        let request = Request {
            edition: &checked.edition,
            stage: if self.as_draft { Stage::Draft } else { Stage::Final },
            today,
            folder: &self.to,
            existing: if self.force { Existing::Replace } else { Existing::Keep },
            report: &report,
        };
        let exported =
            export_draft(&checked.draft, &checked.content, &request, &mut |_| ControlFlow::Continue(()));
        if let Err(error @ (package::Error::TooLarge { .. } | package::Error::CannotFit { .. })) = &exported {
            writeln!(out, "{error}")?;
            return Ok(Outcome::HasErrors);
        }
        self.print(&exported.map_err(failure)?, out)?;
        let Checked { content, .. } = checked;
        self.record(&content, today);
        Ok(Outcome::Done)
    }

    /// Records a final package. The draft is read for the export, so that it may be open elsewhere: then the package is
    /// good all the same; what is missing is the reminder to send it, and what changed since cannot be told.
    fn record(&self, content: &Content, today: Date) {
        if self.as_draft {
            return;
        }
        if let Err(error) = Draft::open(&self.draft).and_then(|mut draft| draft.record_export(content, today))
        {
            eprintln!("注意：材料已生成，但没有在草稿里记下这次报送（{error}）");
        }
    }

    fn refuse(&self, blocking: &[&Finding], checked: &Checked, out: &mut dyn Write) -> io::Result<()> {
        if self.json {
            let rows: Vec<Value> = blocking.iter().map(|finding| row(finding)).collect();
            return writeln!(out, "{:#}", json!({ "refused": rows }));
        }
        print(blocking, &checked.edition, out)?;
        let count = blocking.len();
        writeln!(out, "还有 {count} 项需要解决，没有生成正式材料；先看样子可加 --draft 生成草稿材料")
    }

    fn print(&self, exported: &Exported, out: &mut dyn Write) -> io::Result<()> {
        if self.json {
            return writeln!(out, "{:#}", json!(exported));
        }
        for file in [&exported.zip, &exported.guide, &exported.mail] {
            writeln!(out, "{}", file.display())?;
        }
        if let Some(number @ 2..) = exported.number {
            writeln!(out, "这是第{number}次报送；修改说明用 biaogan changes 生成")?;
        }
        if !exported.reduced.is_empty() {
            let count = exported.reduced.len();
            writeln!(out, "注意：为不超过上限压缩了 {count} 幅图片（草稿里的原件不变），明细见报送说明")?;
        }
        exported.warnings.iter().try_for_each(|warning| writeln!(out, "注意：{warning}"))
    }
}

/// How a package or document that was not made ends the command.
pub fn failure(error: package::Error) -> Failure {
    match error {
        package::Error::Draft(error) => error.into(),
        package::Error::Folder { ref source, .. } if is_protected(source) => {
            Failure::Input(error.to_string())
        }
        package::Error::Write { ref source, .. } if source.kind() == ErrorKind::InvalidFilename => {
            Failure::Input(error.to_string())
        }
        package::Error::Document { .. }
        | package::Error::Folder { .. }
        | package::Error::Mixed { .. }
        | package::Error::Write { .. }
        | package::Error::Spool(_)
        | package::Error::Verify { .. } => Failure::Machine(error.to_string()),
        package::Error::Exists(_) => Failure::Input(format!("{error}（替换用 --force）")),
        _ => Failure::Input(error.to_string()),
    }
}

/// Whether another folder is to be chosen, rather than a disk to be seen to.
fn is_protected(error: &io::Error) -> bool {
    use ErrorKind::{InvalidFilename, NotFound, PermissionDenied, ReadOnlyFilesystem};
    matches!(error.kind(), PermissionDenied | ReadOnlyFilesystem | NotFound | InvalidFilename)
}
