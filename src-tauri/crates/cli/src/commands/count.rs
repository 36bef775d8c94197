//! `biaogan count`

use crate::failure::{Failure, Outcome};
use crate::source::{is_word, name, read};
use biaogan::counting::{DocumentCount, count_document};
use biaogan::edition::{Edition, Editions, Section};
use biaogan::form::rich_text::SectionCount;
use biaogan::ooxml::read::FileKind;
use biaogan::ooxml::read_document;
use biaogan::text::{self, Count as Counted};
use clap::Args;
use serde_json::{Value, json};
use std::io::{self, Cursor, Write};
use std::path::PathBuf;

/// 数字数：文本，或 .docx 的各部分
#[derive(Args)]
pub struct Count {
    /// 文本文件或 .docx，- 为标准输入
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// 以 JSON 输出
    #[arg(long)]
    json: bool,
}

impl Count {
    /// Prints low and high, of a Word document section by section.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        let bytes = read(&self.file)?;
        let refuse =
            |reason: &dyn std::fmt::Display| Failure::Input(format!("{}：{reason}", name(&self.file)));
        if is_word(&self.file, &bytes) {
            let document = read_document(Cursor::new(bytes)).map_err(|error| refuse(&error))?;
            let editions = Editions::built_in();
            let edition = editions.latest();
            self.document(&count_document(&document, edition), edition, out)?;
        } else {
            if let Some(kind) = FileKind::of(&bytes) {
                return Err(refuse(&kind.refusal()));
            }
            let text = text::decode(&bytes);
            let text = text.ok_or_else(|| refuse(&"不是文本文件，也不是 .docx，请检查文件"))?;
            self.text(text::count(&text), out)?;
        }
        Ok(Outcome::Done)
    }

    fn text(&self, counted: Counted, out: &mut dyn Write) -> io::Result<()> {
        if self.json {
            writeln!(out, "{:#}", json!(counted))
        } else {
            writeln!(out, "{}字", figures(counted))
        }
    }

    fn document(&self, counted: &DocumentCount, edition: &Edition, out: &mut dyn Write) -> io::Result<()> {
        if self.json {
            let sections: Vec<Value> =
                Section::ALL.into_iter().map(|section| row(section, counted, edition)).collect();
            let DocumentCount { whole, text_boxes, notes, foreign, remarks, .. } = counted;
            let json = json!({ "sections": sections, "whole": whole, "text_boxes": text_boxes, "notes": notes,
                "foreign": foreign, "remarks": remarks });
            return writeln!(out, "{json:#}");
        }
        for section in Section::ALL {
            let labels = edition.section(section);
            match counted.sections.get(&section) {
                Some(count) => writeln!(out, "{} {}，限{}字", labels.title, line(count), labels.limit)?,
                None => writeln!(out, "{} 没有找到这一部分的标题", labels.title)?,
            }
        }
        writeln!(out, "全文 {}", line(&counted.whole))?;
        apart(counted, out)
    }
}

/// What the figures leave out, so that nobody takes them for all there is.
fn apart(counted: &DocumentCount, out: &mut dyn Write) -> io::Result<()> {
    for (count, place) in [(counted.text_boxes, "文本框"), (counted.notes, "脚注和尾注")] {
        if count.high > 0 {
            writeln!(out, "{place}里的{}字没有计入", figures(count))?;
        }
    }
    if counted.foreign > 0 {
        writeln!(
            out,
            "注意：文档里插入了另外{}个文件的内容，没有计入，请在Word里合并后再数",
            counted.foreign
        )?;
    }
    counted.remarks.iter().try_for_each(|remark| writeln!(out, "注意：{remark}"))
}

fn row(section: Section, counted: &DocumentCount, edition: &Edition) -> Value {
    let labels = edition.section(section);
    let count = counted.sections.get(&section);
    json!({
        "section": section.key(), "title": labels.title, "limit": labels.limit,
        "all": count.map(|count| count.all), "prose": count.map(|count| count.prose),
    })
}

fn line(count: &SectionCount) -> String {
    let all = figures(count.all);
    if count.all == count.prose {
        return format!("{all}字");
    }
    format!("{all}字（不含表格和图表标题{}字）", figures(count.prose))
}

fn figures(Counted { low, high }: Counted) -> String {
    if low == high { low.to_string() } else { format!("{low}至{high}") }
}
