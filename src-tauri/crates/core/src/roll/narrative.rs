//! The 典型经验 stays word for word and is marked line by line; what speaks of a time that has passed is to be renewed.

use super::rolling::Rolling;
use super::times::{Calendar, reason};
use crate::edition::Year;
use crate::form::map::Path;
use crate::form::rich_text::{Block, DataReference, Line, LineKind};
use crate::form::{Origin, OriginKind, Section};
use crate::text::sentences;

impl Rolling<'_> {
    pub(super) fn narrative(&mut self) {
        let calendar = Calendar::between(self.from, self.to);
        for section in Section::ALL {
            let text = self.content.experience.section(section).clone();
            if text.is_blank() {
                continue;
            }
            let (path, size) = (Path::section(section), text.blocks.len());
            self.listed(path.clone(), "", "正文", &format!("{size}段"));
            let lines = text.lines(&path);
            for (index, block) in text.blocks.iter().enumerate() {
                let place = Path::block(section, index);
                let own: Vec<&Line> = lines.iter().filter(|line| line.path.is_within(&place)).collect();
                let outdated = own.iter().flat_map(|line| self.line(line, &calendar)).collect();
                self.report_block(place, block, outdated);
            }
        }
    }

    /// Marks a line, and gives what of it speaks of a time that has passed.
    fn line(&mut self, line: &Line, calendar: &Calendar) -> Vec<Outdated> {
        let label = match line.kind {
            LineKind::Heading => "标题",
            LineKind::Paragraph => "",
            LineKind::Cell => "表格",
            LineKind::Caption => "图表标题",
        };
        let text = line.text.trim();
        let pieces: Vec<&str> = match line.kind {
            LineKind::Paragraph => sentences(text).collect(),
            _ => vec![text],
        };
        let mut outdated: Vec<Outdated> =
            pieces.iter().map(|words| (words.to_string(), calendar.outdated(words))).collect();
        for (year, reads) in self.left_behind(line) {
            let holding = outdated.iter_mut().find(|(words, _)| words.contains(&reads));
            let time = format!("统计表{year}年的数据{reads}");
            if let Some((_, times)) = holding.filter(|(_, times)| !times.contains(&time)) {
                times.push(time);
            }
        }
        outdated.retain(|(_, times)| !times.is_empty());
        for (words, times) in &outdated {
            self.mark(&line.path, OriginKind::Renew, label, words, &reason(times));
        }
        // A heading that names no time says nothing of last year.
        if outdated.is_empty() && !text.is_empty() && line.kind != LineKind::Heading {
            self.mark(&line.path, OriginKind::Carried, label, text, "");
        }
        outdated
    }

    /// The figures of the tables in a line that follow these no more: of years that the new form does not print.
    fn left_behind(&self, line: &Line) -> Vec<(Year, String)> {
        let gone = |figure: &DataReference| {
            let year = figure.year.parse().ok().filter(|year| !self.prints(*year))?;
            Some((year, figure.text.trim().to_owned())).filter(|(_, reads)| !reads.is_empty())
        };
        line.figures.iter().filter_map(gone).collect()
    }

    /// A table is told once, by its caption.
    fn report_block(&mut self, path: Path, block: &Block, outdated: Vec<Outdated>) {
        let Block::Table(table) = block else {
            outdated.into_iter().for_each(|(words, times)| self.tell(path.clone(), words, reason(&times)));
            return;
        };
        let mut all: Vec<String> = Vec::new();
        for time in outdated.into_iter().flat_map(|(_, times)| times) {
            if !all.contains(&time) {
                all.push(time);
            }
        }
        if !all.is_empty() {
            let caption = if table.caption.is_blank() { "表格" } else { table.caption.as_str() };
            self.tell(path, caption, reason(&all));
        }
    }

    fn mark(&mut self, path: &Path, kind: OriginKind, label: &str, value: &str, reason: &str) {
        let (label, value, reason) = (label.into(), value.into(), reason.into());
        let edition = self.from.id.clone();
        self.marks.push(Origin { id: 0, path: path.clone(), kind, label, value, reason, edition });
    }
}

/// Words of the text, and what they say of time that has passed.
type Outdated = (String, Vec<String>);
