//! `biaogan editions`

use crate::at_hand::installed;
use crate::day::day;
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
                installed.editions.offered(day(None)).map(|edition| row(edition, &installed)).collect();
            writeln!(out, "{:#}", Value::from(rows))?;
        } else {
            for edition in installed.editions.offered(day(None)) {
                let (title, origin) = (&edition.application.title, origin(edition, &installed));
                writeln!(out, "{}\t{title}\t{}\t{origin}", edition.id, deadline(edition))?;
            }
        }
        installed.refused.iter().for_each(|error| eprintln!("注意：{error}"));
        Ok(Outcome::Done)
    }
}

/// The last day to apply, in words.
pub fn deadline(edition: &Edition) -> String {
    edition.deadline.map_or_else(|| "截止日期未定".into(), |day| format!("截止 {day}"))
}

fn origin(edition: &Edition, installed: &Installed) -> String {
    if edition.preliminary {
        return "预备，通知未发布".into();
    }
    let place = installed.files.get(&edition.id);
    let place = place.map_or_else(|| "自带".into(), |file| file.display().to_string());
    if edition.derived { format!("{place}，推定，非正式通知") } else { place }
}

/// The key `file` is null for an edition that the program comes with.
fn row(edition: &Edition, installed: &Installed) -> Value {
    json!({ "id": edition.id, "year": edition.year, "title": edition.application.title,
        "deadline": edition.deadline, "derived": edition.derived, "preliminary": edition.preliminary,
        "file": installed.files.get(&edition.id) })
}
