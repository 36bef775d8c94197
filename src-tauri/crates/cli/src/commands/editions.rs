//! `biaogan editions`

use super::at_hand::installed;
use crate::failure::{Failure, Outcome};
use biaogan::edition::{Edition, Installed};
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
    /// Prints the editions, oldest first, and on stderr the files that are none.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let installed = installed();
        if self.json {
            let rows: Vec<Value> =
                installed.editions.iter().map(|edition| row(edition, &installed)).collect();
            writeln!(out, "{:#}", Value::from(rows))?;
        } else {
            for edition in installed.editions.iter() {
                let Edition { id, deadline, .. } = edition;
                let (title, origin) = (&edition.application.title, origin(edition, &installed));
                writeln!(out, "{id}\t{title}\t截止 {deadline}\t{origin}")?;
            }
        }
        installed.refused.iter().for_each(|error| eprintln!("注意：{error}"));
        Ok(Outcome::Done)
    }
}

fn origin(edition: &Edition, installed: &Installed) -> String {
    let place = installed.files.get(&edition.id);
    let place = place.map_or_else(|| "自带".into(), |file| file.display().to_string());
    if edition.derived { format!("{place}，推定，非正式通知") } else { place }
}

/// The key `file` is null for an edition that the program comes with.
fn row(edition: &Edition, installed: &Installed) -> Value {
    json!({ "id": edition.id, "year": edition.year, "title": edition.application.title,
        "deadline": edition.deadline.to_string(), "derived": edition.derived,
        "file": installed.files.get(&edition.id) })
}
