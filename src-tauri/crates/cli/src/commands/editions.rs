//! `biaogan editions`

use crate::failure::{Failure, Outcome};
use biaogan::edition::{Edition, Editions};
use clap::Args;
use serde_json::{Value, json};
use std::io::Write;

/// 列出已有的年度通知
#[derive(Args)]
pub struct List {
    /// 以 JSON 输出
    #[arg(long)]
    json: bool,
}

impl List {
    /// Prints the editions, oldest first.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let editions = Editions::built_in();
        if self.json {
            let rows: Vec<Value> = editions.iter().map(row).collect();
            writeln!(out, "{:#}", Value::from(rows))?;
            return Ok(Outcome::Done);
        }
        for edition in editions.iter() {
            writeln!(out, "{}\t{}\t截止 {}", edition.id, edition.application.title, edition.deadline)?;
        }
        Ok(Outcome::Done)
    }
}

fn row(edition: &Edition) -> Value {
    json!({ "id": edition.id, "year": edition.year, "title": edition.application.title,
        "deadline": edition.deadline.to_string() })
}
