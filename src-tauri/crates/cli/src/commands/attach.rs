//! `biaogan attach`

use crate::backups;
use crate::failure::{Failure, Outcome};
use biaogan::draft::{Attached, NewFile};
use biaogan::evidence::Warning;
use chrono::Utc;
use clap::Args;
use serde_json::{Value, json};
use std::io::Write;
use std::path::PathBuf;

/// 添加附件（证明材料、签字盖章页、插图）
#[derive(Args)]
pub struct Attach {
    /// 草稿文件（.biaogan）
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
    /// 图片（JPEG、PNG、TIFF、BMP、GIF、WebP、HEIC、JPEG 2000）或 PDF，全部合格才会添加
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// 指定附件编号（只能用于一个文件）
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// 以 JSON 输出
    #[arg(long)]
    json: bool,
}

impl Attach {
    /// Attaches all files or none and prints what they are.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        if self.id.is_some() && self.files.len() > 1 {
            return Err(Failure::Input("--id 只能用于一个文件，请去掉 --id 或逐个添加".into()));
        }
        let new = |path: &PathBuf| NewFile { id: self.id.clone(), ..NewFile::at(path) };
        let files: Vec<NewFile> = self.files.iter().map(new).collect();
        let attached = backups::open(&self.draft)?.attach(&files, Utc::now())?;
        for (path, file) in self.files.iter().zip(&attached) {
            for warning in Warning::told_together(&file.warnings) {
                eprintln!("{}：{warning}", path.display());
            }
        }
        if self.json {
            let rows: Vec<Value> = attached.iter().map(row).collect();
            writeln!(out, "{:#}", Value::from(rows))?;
            return Ok(Outcome::Done);
        }
        for Attached { id, media_type, pages, bytes, .. } in &attached {
            writeln!(out, "{id}\t{media_type}\t{pages} 页\t{bytes} 字节")?;
        }
        Ok(Outcome::Done)
    }
}

/// The key `warnings` is there only if there are any.
fn row(attached: &Attached) -> Value {
    let Attached { id, media_type, pages, bytes, warnings } = attached;
    let mut row = json!({ "id": id, "media_type": media_type, "pages": pages, "bytes": bytes });
    if !warnings.is_empty() {
        row["warnings"] = Warning::told_together(warnings).into();
    }
    row
}
