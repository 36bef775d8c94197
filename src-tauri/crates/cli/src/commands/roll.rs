//! `biaogan roll`

use crate::at_hand::{asked, editions};
use crate::day::day;
use crate::failure::{Failure, Outcome};
use biaogan::draft::{Blame, Draft};
use biaogan::edition::{Edition, Editions};
use biaogan::roll::{RollError, roll_draft};
use chrono::Utc;
use clap::Args;
use serde_json::json;
use std::io::Write;
use std::path::{Path, PathBuf};

/// 由去年的草稿生成新一年的草稿
#[derive(Args)]
pub struct Roll {
    /// 去年的草稿，不会改动
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// 新草稿文件，不能已存在
    #[arg(value_name = "NEW")]
    new: PathBuf,
    /// 新草稿的年度，默认为最新一年；最新的通知就是旧草稿的年度时，申报截止后为下一年的预备版
    #[arg(long, value_name = "ID")]
    edition: Option<String>,
    /// 以 JSON 输出
    #[arg(long)]
    json: bool,
}

impl Roll {
    /// Makes the new draft and prints what was carried over, emptied, and is to be renewed.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let editions = editions();
        let to = match &self.edition {
            Some(_) => asked(&editions, self.edition.as_deref())?,
            None => next(&editions, &self.old)?,
        };
        let report = roll_draft(&self.old, &self.new, to, &editions, Utc::now());
        let report = report.map_err(failure)?;
        if self.json {
            writeln!(out, "{:#}", json!(report))?;
        } else {
            write!(out, "{report}")?;
        }
        Ok(Outcome::Done)
    }
}

/// The latest notice, or the first preliminary edition after it where the old draft answers that notice already.
fn next<'a>(editions: &'a Editions, old: &Path) -> Result<&'a Edition, Failure> {
    let old = Draft::open_read_only(old).and_then(|draft| draft.content())?;
    let year = editions.get(&old.edition).map_or(0, |edition| edition.year);
    let latest = editions.latest();
    let later = |edition: &&Edition| edition.year > year.max(latest.year - 1);
    Ok(editions.offered(day(None)).find(later).unwrap_or(latest))
}

fn failure(error: RollError) -> Failure {
    match error.blame() {
        Blame::Input => Failure::Input(error.to_string()),
        Blame::Machine => Failure::Machine(error.to_string()),
    }
}
