//! `biaogan new`

use crate::at_hand::{asked, editions};
use crate::failure::{Failure, Outcome};
use biaogan::draft::Draft;
use biaogan::edition::Track;
use biaogan::form::Content;
use chrono::Utc;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// 新建草稿
#[derive(Args)]
pub struct New {
    /// 草稿文件（.biaogan）
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
    /// 组织名称（申报组织全称）
    #[arg(long, value_name = "NAME")]
    organization: String,
    /// 年度，默认为最新一年；申报截止后为下一年的预备版
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
        let mut content = Content::empty(asked(&editions(), self.edition.as_deref())?);
        content.organization = self.organization.as_str().into();
        if content.organization.is_blank() {
            return Err(Failure::Input("--organization 不能为空，请填写申报组织全称".into()));
        }
        content.track = match self.track {
            Call::Provincial => Track::Provincial,
            Call::National => Track::National,
        };
        Draft::create(&self.draft, &content, Utc::now())?;
        Ok(Outcome::Done)
    }
}
