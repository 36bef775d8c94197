//! `biaogan new`

use crate::failure::{Failure, Outcome};
use biaogan::draft::Draft;
use biaogan::edition::{Edition, Editions, Track};
use biaogan::form::Content;
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use time::OffsetDateTime;

/// 新建草稿
#[derive(Args)]
pub struct New {
    /// 草稿文件（.biaogan）
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
    /// 组织名称（申报组织全称）
    #[arg(long, value_name = "NAME")]
    organization: String,
    /// 年度，默认为最新一年
    #[arg(long, value_name = "ID")]
    edition: Option<String>,
    /// 申报渠道：provincial 省级征集，national 全国推荐
    #[arg(long, value_name = "TRACK", value_enum, default_value = "provincial", hide_possible_values = true)]
    track: Call,
}

/// Which call the application answers.
#[derive(Clone, Copy, ValueEnum)]
enum Call {
    Provincial,
    National,
}

impl New {
    /// Makes the draft.
    pub fn run(self) -> Result<Outcome, Failure> {
        let editions = Editions::built_in();
        let mut content = Content::empty(self.edition(&editions)?);
        content.organization = self.organization.as_str().into();
        if content.organization.is_blank() {
            return Err(Failure::Input("--organization 不能为空，请填写申报组织全称".into()));
        }
        content.track = match self.track {
            Call::Provincial => Track::Provincial,
            Call::National => Track::National,
        };
        Draft::create(&self.draft, &content, OffsetDateTime::now_utc())?;
        Ok(Outcome::Done)
    }

    fn edition<'a>(&self, editions: &'a Editions) -> Result<&'a Edition, Failure> {
        let Some(id) = &self.edition else { return Ok(editions.latest()) };
        let missing = || format!("--edition：没有安装 {id} 年度的通知，请用 biaogan editions 查看已有年度");
        editions.get(id).ok_or_else(|| Failure::Input(missing()))
    }
}
