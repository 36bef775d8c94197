//! What 附件2 二 asks of the look of the 典型经验, measured in the document.

mod letters;
mod lines;

use super::told::{
    CAPTION, CAPTION_NUMBER, CAPTION_PLACE, Check, HEADING, PAPER, SPACING, TEXT, TITLE, Told,
};
use crate::edition::Edition;
use crate::form::Section;
use crate::ooxml::read::{Measured, MeasuredBlock, MeasuredLine};
use crate::sections::Caption;
use letters::{FOUR, HEI, SMALL_FOUR, SMALL_TWO, SONG, faults};
use lines::{Kind, Text, begin};

/// Whether all pages are A4 and upright; for each of the documents.
pub(super) fn paper(name: &str, measured: &Measured) -> Option<Told> {
    // Programs round the sides of A4 (210 × 297 mm) to whole points or tenths of an inch.
    let is_a4 = |(width, height): &(u32, u32)| width.abs_diff(11_906) <= 60 && height.abs_diff(16_838) <= 60;
    let (width, height) = *measured.pages.iter().find(|page| !is_a4(page))?;
    let millimetres = |twips: u32| (f64::from(twips) / 1440.0 * 25.4).round();
    let message = format!(
        "有的页面是{}×{}毫米，请在“页面设置”里改为A4（210×297毫米）纵向",
        millimetres(width),
        millimetres(height)
    );
    Some(Told::of(PAPER, name, message))
}

/// What does not look as 附件2 asks.
pub(super) fn format(name: &str, measured: &Measured, edition: &Edition) -> Vec<Told> {
    let text = Text::of(measured, edition);
    let mut told = Vec::new();
    told.extend(text.title(name));
    told.extend(text.letters(name));
    told.extend(text.spacing(name));
    told.extend(text.headings(name));
    told.extend(text.captions(name));
    told
}

impl Text<'_> {
    fn title(&self, name: &str) -> Option<Told> {
        let (_, line, ..) = self.lines.iter().find(|(_, _, kind, _)| *kind == Kind::Title)?;
        let mut wrong = faults(line, HEI, "黑体", SMALL_TWO, "小二号", None);
        if !line.is_centred {
            wrong.push("没有居中".into());
        }
        let place = format!("{name} 题目“{}”", begin(&line.text));
        let message = || format!("{}，请改为黑体小二号居中", wrong.join("、"));
        (!wrong.is_empty()).then(|| Told::of(TITLE, place, message()))
    }

    fn letters(&self, name: &str) -> Option<Told> {
        let wrong = |line: &MeasuredLine| faults(line, SONG, "宋体", FOUR, "四号", None).into_iter().next();
        self.of_text(name, TEXT, wrong, "请改为宋体四号")
    }

    fn spacing(&self, name: &str) -> Option<Told> {
        let wrong = |line: &MeasuredLine| (!line.is_single).then(|| "行距不是单倍".to_owned());
        self.of_text(name, SPACING, wrong, "请在“段落”里改为单倍行距")
    }

    /// One line for all paragraphs of the text that are wrong, with the places of the first.
    fn of_text(
        &self,
        name: &str,
        check: Check,
        wrong: impl Fn(&MeasuredLine) -> Option<String>,
        way: &str,
    ) -> Option<Told> {
        const SHOWN: usize = 3;
        let lines = self.lines.iter().filter(|(_, _, kind, _)| matches!(kind, Kind::Body | Kind::Contents));
        let found: Vec<(&MeasuredLine, Option<Section>, String)> =
            lines.filter_map(|(_, line, _, section)| Some((*line, *section, wrong(line)?))).collect();
        let (.., first) = found.first()?;
        // A place is told by counting the lines before it.
        let shown = found.iter().take(SHOWN);
        let places: Vec<String> = shown.map(|(line, section, _)| self.place(line, *section)).collect();
        let all = if found.len() > SHOWN { format!("等{}处", found.len()) } else { String::new() };
        let place = format!("{name} {}{all}", places.join("、"));
        Some(Told::of(check, place, format!("{first}，{way}")))
    }

    fn headings(&self, name: &str) -> Vec<Told> {
        let unnumbered = self.lines.iter().filter_map(|(_, _, kind, section)| match kind {
            Kind::SectionHeading { is_chinese: false } => *section,
            _ => None,
        });
        let told = |section| {
            let title = &self.edition.section(section).title;
            let message = format!("标题“{title}”没有用“一、”编号，请按一、（一）1.（1）编各级标题");
            Told::of(HEADING, format!("{name} {title}"), message)
        };
        unnumbered.map(told).collect()
    }

    fn captions(&self, name: &str) -> Vec<Told> {
        let mut told = Vec::new();
        let mut next = [1, 1];
        for (index, line, kind, _) in &self.lines {
            let Kind::Caption(caption) = kind else { continue };
            let place = format!("{name} “{}”", begin(&line.text));
            told.extend(looking(line, &place));
            told.extend(self.standing(*index, caption, &place));
            told.extend(numbered(caption, &mut next[usize::from(caption.is_table)], &place));
        }
        told
    }

    /// A caption stands above its table, below its picture.
    fn standing(&self, index: usize, caption: &Caption, place: &str) -> Option<Told> {
        let is_blank = |block: &&MeasuredBlock| match block {
            MeasuredBlock::Line(line) => line.text.trim().is_empty() && !line.has_picture,
            MeasuredBlock::Table => false,
        };
        let after = self.blocks[index + 1..].iter().find(|block| !is_blank(block));
        let before = self.blocks[..index].iter().rev().find(|block| !is_blank(block));
        let is_picture = |block: Option<&MeasuredBlock>| match block {
            Some(MeasuredBlock::Line(line)) => line.has_picture,
            _ => false,
        };
        let is_table = |block: Option<&MeasuredBlock>| matches!(block, Some(MeasuredBlock::Table));
        let message = match caption.is_table {
            true if !is_table(after) && is_table(before) => "附表标题应放在附表上方，请移到表的上面",
            false if !is_picture(before) && is_picture(after) => "插图标题应放在插图下方，请移到图的下面",
            _ => return None,
        };
        Some(Told::of(CAPTION_PLACE, place, message))
    }
}

fn looking(line: &MeasuredLine, place: &str) -> Option<Told> {
    let mut wrong = faults(line, SONG, "宋体", SMALL_FOUR, "小四号", Some(true));
    if !line.is_centred {
        wrong.push("没有居中".into());
    }
    let message = || format!("{}，请改为宋体小四号加粗居中", wrong.join("、"));
    (!wrong.is_empty()).then(|| Told::of(CAPTION, place, message()))
}

/// Whether a caption bears the next number; one like 图2-1 counts by chapter and is not judged.
fn numbered(caption: &Caption, next: &mut u32, place: &str) -> Option<Told> {
    let number = caption.number.parse::<u32>().ok()?;
    let (wanted, kind) = (*next, if caption.is_table { "表" } else { "图" });
    *next = number.saturating_add(1);
    let message = format!("编号应为{kind}{wanted}，请把图、表分别从1起连续编号，并核对正文里的引用");
    (number != wanted).then(|| Told::of(CAPTION_NUMBER, place, message))
}
