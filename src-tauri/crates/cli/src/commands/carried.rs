//! `biaogan carried`

use crate::backups;
use crate::checked::edition;
use crate::failure::{Failure, Outcome};
use biaogan::draft::Draft;
use biaogan::edition::Edition;
use biaogan::form::map::PartKey;
use biaogan::form::{Origin, OriginKind, Path as Place};
use chrono::Utc;
use clap::Args;
use serde_json::{Value, json};
use std::io::{self, Write};
use std::path::PathBuf;

/// 去年内容待更新：列出由去年草稿沿用、还没有更新或确认的内容，或确认沿用
#[derive(Args)]
pub struct Carried {
    /// 草稿文件（.biaogan）
    #[arg(value_name = "DRAFT")]
    draft: PathBuf,
    /// 确认沿用这个位置及其下的内容，如 benefits、experience.process；全部确认用 all
    #[arg(long, value_name = "PATH")]
    confirm: Vec<String>,
    /// 以 JSON 输出
    #[arg(long)]
    json: bool,
}

impl Carried {
    /// Confirms what is asked for, and prints what is open.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let open = match self.confirm.is_empty() {
            true => open(&Draft::open_read_only(&self.draft)?)?,
            false => self.confirmed(out)?,
        };
        if self.json {
            let rows: Vec<Value> = open.iter().map(row).collect();
            writeln!(out, "{:#}", Value::from(rows))?;
            return Ok(Outcome::Done);
        }
        let content = Draft::open_read_only(&self.draft)?.content()?;
        print(&open, &edition(&content, &self.draft)?, out)?;
        Ok(Outcome::Done)
    }

    fn confirmed(&self, out: &mut dyn Write) -> Result<Vec<Origin>, Failure> {
        let mut draft = backups::open(&self.draft)?;
        let marks = open(&draft)?;
        let mut ids = Vec::new();
        for place in &self.confirm {
            let place = Place::from(if place == "all" { "" } else { place.as_str() });
            let here = marks.iter().filter(|mark| mark.path.is_within(&place));
            let before = ids.len();
            ids.extend(here.map(|mark| mark.id));
            if ids.len() == before && !place.is_whole() {
                let message = "这里没有沿用去年、等待确认的内容；位置见 biaogan carried --json 的 path";
                return Err(Failure::Input(format!("{}：{place} {message}", self.draft.display())));
            }
        }
        let count = draft.confirm(&ids, Utc::now())?;
        if !self.json {
            writeln!(out, "已确认沿用 {count} 处")?;
        }
        open(&draft)
    }
}

/// In the order of the form.
fn open(draft: &Draft) -> Result<Vec<Origin>, Failure> {
    let mut marks = draft.origins()?;
    marks.retain(Origin::is_open);
    marks.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(marks)
}

fn row(mark: &Origin) -> Value {
    let Origin { path, kind, value, reason, edition, .. } = mark;
    json!({ "path": path, "place": mark.place(), "kind": kind, "value": value, "reason": reason, "edition": edition })
}

fn print(open: &[Origin], edition: &Edition, out: &mut dyn Write) -> io::Result<()> {
    for key in PartKey::ALL {
        let own: Vec<&Origin> = open.iter().filter(|mark| PartKey::of(&mark.path) == key).collect();
        if own.is_empty() {
            continue;
        }
        let renew = own.iter().filter(|mark| mark.kind == OriginKind::Renew).count();
        writeln!(out, "【{}】{}处，其中须更新{renew}处", key.title(edition), own.len())?;
        own.iter().try_for_each(|mark| line(mark, out))?;
    }
    match open.len() {
        0 => writeln!(out, "没有等待更新或确认的去年内容"),
        count => writeln!(out, "去年内容待更新 {count} 处：改成今年的，或用 --confirm 确认沿用"),
    }
}

/// How much of a value a line shows, in characters.
const SHOWN: usize = 40;

fn line(mark: &Origin, out: &mut dyn Write) -> io::Result<()> {
    let text = mark.value.split_whitespace().collect::<Vec<_>>().join(" ");
    let shown: String = text.chars().take(SHOWN).collect();
    let rest = if shown.len() < text.len() { "…" } else { "" };
    let why = if mark.reason.is_empty() { "沿用待确认" } else { &mark.reason };
    writeln!(out, "  {}：“{shown}{rest}”{why}", mark.place())
}
