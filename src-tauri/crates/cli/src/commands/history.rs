//! `biaogan history`

use crate::at_hand::editions;
use crate::failure::{Failure, Outcome};
use biaogan::date::stamp;
use biaogan::draft::{Draft, Point, Revision, Session};
use biaogan::edition::Edition;
use chrono::{DateTime, Local, Utc};
use clap::Args;
use serde_json::{Value, json};
use std::io::Write;
use std::path::PathBuf;

/// 查看修改记录：每次打开期间的修改，和命名的时间点
#[derive(Args)]
pub struct History {
    /// 草稿文件（.biaogan）
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
    /// 以 JSON 输出，包括保留的每一次修改
    #[arg(long)]
    json: bool,
}

impl History {
    /// Prints the sessions and the named points, each with its revision, for `biaogan restore`.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let draft = Draft::open_read_only(&self.draft)?;
        let history = draft.history()?;
        let editions = editions();
        let edition = editions.get(&draft.content()?.edition).unwrap_or(editions.latest());
        if self.json {
            let sessions: Vec<Value> = history.sessions.iter().map(|one| session(one, edition)).collect();
            let points: Vec<Value> = history.points.iter().map(point).collect();
            let revisions: Vec<Value> = draft.revisions()?.iter().map(revision).collect();
            let all = json!({ "sessions": sessions, "points": points, "revisions": revisions });
            writeln!(out, "{all:#}")?;
            return Ok(Outcome::Done);
        }
        for session in &history.sessions {
            let Session { revision, began, ended, changes, .. } = session;
            let (began, ended, parts) = (local(*began), local(*ended), parts(session, edition).join("、"));
            writeln!(out, "{revision}\t{began} 至 {ended}\t修改 {changes} 次\t{parts}")?;
        }
        for Point { revision, name, at, .. } in &history.points {
            writeln!(out, "{revision}\t{}\t时间点\t{name}", local(*at))?;
        }
        Ok(Outcome::Done)
    }
}

fn session(session: &Session, edition: &Edition) -> Value {
    json!({
        "revision": session.revision, "began": stamp(session.began), "ended": stamp(session.ended),
        "changes": session.changes, "parts": parts(session, edition),
    })
}

fn point(point: &Point) -> Value {
    json!({ "revision": point.revision, "name": point.name, "at": stamp(point.at) })
}

fn revision(revision: &Revision) -> Value {
    let Revision { id, at, operation } = revision;
    json!({ "revision": id, "at": stamp(*at), "operation": operation.key(), "label": operation.label() })
}

/// The parts of the form that were touched, as the form calls them, each once.
fn parts(session: &Session, edition: &Edition) -> Vec<String> {
    let mut parts: Vec<String> = session.parts.iter().map(|path| path.sheet(edition).to_owned()).collect();
    let mut seen = std::collections::BTreeSet::new();
    parts.retain(|part| seen.insert(part.clone()));
    parts
}

/// A time on this machine's clock, to the minute.
fn local(at: DateTime<Utc>) -> String {
    at.with_timezone(&Local).format("%Y-%m-%d %H:%M").to_string()
}
