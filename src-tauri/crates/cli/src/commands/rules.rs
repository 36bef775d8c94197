//! `biaogan rules`

use crate::failure::{Failure, Outcome};
use biaogan::rules::{REGISTRY, find};
use clap::Args;
use serde_json::json;
use std::io::Write;

/// 列出检查规则，或说明其中一条
#[derive(Args)]
pub struct Rules {
    /// 规则编号，如 N003
    #[arg(value_name = "ID")]
    id: Option<String>,
    /// 以 JSON 输出
    #[arg(long)]
    json: bool,
}

impl Rules {
    /// Prints the registry, or one rule with its explanation.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let Some(id) = &self.id else {
            self.list(out)?;
            return Ok(Outcome::Done);
        };
        let rule = find(&id.to_uppercase())
            .ok_or_else(|| Failure::Input(format!("没有规则 {id}，请用 biaogan rules 查看全部规则")))?;
        if self.json {
            writeln!(out, "{:#}", json!(rule))?;
        } else {
            writeln!(out, "{} {} {}", rule.id, rule.severity.label(), rule.title)?;
            writeln!(out, "{}\n依据：{}", rule.explanation, rule.clause)?;
        }
        Ok(Outcome::Done)
    }

    fn list(&self, out: &mut dyn Write) -> std::io::Result<()> {
        if self.json {
            return writeln!(out, "{:#}", json!(REGISTRY));
        }
        for rule in REGISTRY {
            writeln!(out, "{}\t{}\t{}\t{}", rule.id, rule.severity.label(), rule.title, rule.clause)?;
        }
        Ok(())
    }
}
