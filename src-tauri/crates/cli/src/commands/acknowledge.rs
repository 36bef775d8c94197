//! `biaogan acknowledge`

use crate::backups;
use crate::checked::edition;
use crate::day::day;
use crate::failure::{Failure, Outcome};
use biaogan::date::Date;
use biaogan::settle::{self, Which};
use chrono::Utc;
use clap::Args;
use std::io::Write;
use std::path::PathBuf;

/// 核对警告：写明理由后不再提示，依据的数值改动后重新提示；--undo 撤回
#[derive(Args)]
pub struct Acknowledge {
    /// 草稿文件（.biaogan）
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
    /// 检查项编号，如 Y012
    #[arg(value_name = "ID", required_unless_present = "undo")]
    id: Option<String>,
    /// 只核对这一处，如 benefits[5].values；默认为这一检查项的全部警告
    #[arg(value_name = "PATH", conflicts_with = "undo")]
    path: Option<String>,
    /// 理由
    #[arg(long, value_name = "TEXT", required_unless_present = "undo")]
    reason: Option<String>,
    /// 撤回编号为 KEY 的核对（见 check --json 的 acknowledged.key）
    #[arg(long, value_name = "KEY", conflicts_with_all = ["id", "reason"])]
    undo: Option<String>,
    /// 以这一天为准，默认为今天
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Date>,
}

impl Acknowledge {
    /// Lets the warnings stand with the reason, or takes that back.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let mut draft = backups::open(&self.draft)?;
        let refuse = |reason: String| Failure::Input(format!("{}：{reason}", self.draft.display()));
        if let Some(key) = &self.undo {
            return match settle::take_back(&mut draft, key, Utc::now())? {
                true => Ok(Outcome::Done),
                false => Err(refuse(format!("没有编号为“{key}”的核对，请用 check --json 查看"))),
            };
        }
        let reason = self.reason.unwrap_or_default();
        if reason.trim().is_empty() {
            return Err(refuse("没有写理由，请在 --reason 后写明".into()));
        }
        let id = self.id.unwrap_or_default();
        let edition = edition(&draft.content()?, &self.draft)?;
        let path = self.path.as_deref().map(Into::into);
        let which = Which { id: Some(id.clone()), path, message: None };
        let count = settle::acknowledge(&mut draft, &edition, &which, &reason, day(self.today), Utc::now())?;
        if count == 0 {
            let advice = "这一处没有可以核对的警告（错误和待确认的项不能核对），请用 check 查看";
            return Err(refuse(format!("{id}：{advice}")));
        }
        writeln!(out, "已核对 {count} 条")?;
        Ok(Outcome::Done)
    }
}
