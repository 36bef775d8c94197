//! Fonts, sizes and named styles (附件2 二: 黑体小二, 宋体四号, 宋体小四加粗).

use super::sheet::Sheet;
use crate::ooxml::{Alignment, Document, Fonts, Indent, Spacing, Style};

/// 黑体.
pub(super) const HEI: &str = "黑体";
/// 宋体.
pub(super) const SONG: &str = "宋体";
/// 楷体.
pub(super) const KAI: &str = "楷体";
const LATIN: &str = "Times New Roman";

/// 字号 in half points.
pub(super) mod size {
    /// 二号.
    pub const TWO: usize = 44;
    /// 小二.
    pub const SMALL_TWO: usize = 36;
    /// 三号.
    pub const THREE: usize = 32;
    /// 四号.
    pub const FOUR: usize = 28;
    /// 小四.
    pub const SMALL_FOUR: usize = 24;
    /// 五号.
    pub const FIVE: usize = 21;
}

/// Style ids.
pub(super) mod id {
    pub const TITLE: &str = "Title";
    pub const SUBTITLE: &str = "Subtitle";
    pub const BODY: &str = "BodyText";
    pub const CAPTION: &str = "Caption";
    pub const PICTURE: &str = "Picture";
    pub const CELL: &str = "TableText";
    pub const OPINION: &str = "Opinion";
    pub const NOTE: &str = "TableNote";
    pub const LIST: &str = "ListParagraph";
    pub const CONTENTS: &str = "TOCHeading";
    pub const HEADER: &str = "Header";
    pub const FOOTER: &str = "Footer";
    pub const HEADINGS: [&str; 4] = ["Heading1", "Heading2", "Heading3", "Heading4"];
    pub const CONTENTS_LEVELS: [&str; 3] = ["TOC1", "TOC2", "TOC3"];
}

/// Chinese in `east_asian`, Latin letters and digits in Times New Roman.
pub(super) fn fonts(east_asian: &'static str) -> Fonts {
    Fonts { latin: LATIN, east_asian }
}

/// An empty document of these pages with the styles of all three, its running text of `body` half points.
pub(super) fn document(sheet: Sheet, body: usize) -> Document {
    Document {
        page: sheet.page(),
        fonts: fonts(SONG),
        size: body,
        spacing: Spacing::SINGLE,
        styles: named(sheet, body),
        lists: Vec::new(),
        numberings: Vec::new(),
        header: None,
        footer: None,
        is_covered: false,
        body: Vec::new(),
    }
}

fn paragraph(id: &str, name: &str) -> Style {
    Style::new(id, name).based_on("Normal")
}

fn named(sheet: Sheet, body: usize) -> Vec<Style> {
    let mut styles = Vec::from(running(body));
    styles.extend(small());
    styles.extend(titles());
    styles.extend((0..4).map(heading));
    styles.extend((0..3).map(|level| contents_level(sheet, level)));
    styles
}

/// The text itself.
fn running(body: usize) -> [Style; 4] {
    [
        Style::new("Normal", "Normal").fonts(fonts(SONG)).size(body).spacing(Spacing::SINGLE).off_grid(),
        paragraph(id::BODY, "Body Text").size(body).align(Alignment::Both).indent(two_characters(body)),
        paragraph(id::PICTURE, "图片").align(Alignment::Center),
        paragraph(id::LIST, "List Paragraph").align(Alignment::Both),
    ]
}

/// In and around tables, at the edges of the page: 五号.
fn small() -> [Style; 5] {
    [
        paragraph(id::CELL, "表格文字").size(size::FIVE),
        paragraph(id::OPINION, "推荐意见")
            .size(size::FIVE)
            .align(Alignment::Both)
            .indent(two_characters(size::FIVE))
            .spacing(Spacing::SINGLE.line(300)),
        paragraph(id::NOTE, "表注").size(size::FIVE).spacing(Spacing::SINGLE.before(60)),
        paragraph(id::HEADER, "header").size(size::FIVE).align(Alignment::Right),
        paragraph(id::FOOTER, "footer").size(size::FIVE).align(Alignment::Center),
    ]
}

fn titles() -> [Style; 4] {
    let centred = |id: &str, name: &str| paragraph(id, name).align(Alignment::Center);
    [
        centred(id::SUBTITLE, "Subtitle")
            .fonts(fonts(HEI))
            .size(size::THREE)
            .bold()
            .spacing(Spacing::SINGLE.before(120).after(240)),
        centred(id::CONTENTS, "TOC Heading").spacing(Spacing::SINGLE.before(120).after(120)),
        centred(id::TITLE, "Title")
            .fonts(fonts(HEI))
            .size(size::SMALL_TWO)
            .spacing(Spacing::SINGLE.after(240))
            .keep_next()
            .keep_lines(),
        centred(id::CAPTION, "caption")
            .fonts(fonts(SONG))
            .size(size::SMALL_FOUR)
            .bold()
            .spacing(Spacing::SINGLE.before(60).after(60)),
    ]
}

/// A first line indented by two characters of this size.
fn two_characters(half_points: usize) -> Indent {
    Indent { first_line: Some(half_points as i32 * 20), ..Indent::default() }
}

/// How the headings of a level look.
pub(super) struct HeadingLook {
    font: &'static str,
    pub half_points: usize,
    is_bold: bool,
    /// Blanks in twips.
    pub before: u32,
    pub after: u32,
}

/// 一级标题黑体三号, 二级楷体四号加粗, 三、四级宋体四号加粗.
pub(super) const HEADINGS: [HeadingLook; 4] = [
    HeadingLook { font: HEI, half_points: size::THREE, is_bold: false, before: 240, after: 120 },
    HeadingLook { font: KAI, half_points: size::FOUR, is_bold: true, before: 120, after: 60 },
    HeadingLook { font: SONG, half_points: size::FOUR, is_bold: true, before: 60, after: 60 },
    HeadingLook { font: SONG, half_points: size::FOUR, is_bold: true, before: 60, after: 60 },
];

fn heading(level: usize) -> Style {
    let HeadingLook { font, half_points, is_bold, before, after } = HEADINGS[level];
    let style = paragraph(id::HEADINGS[level], &format!("heading {}", level + 1))
        .next(id::BODY)
        .outline_level(level)
        .fonts(fonts(font))
        .size(half_points)
        .spacing(Spacing::SINGLE.before(before).after(after))
        .keep_next()
        .keep_lines();
    if is_bold { style.bold() } else { style }
}

fn contents_level(sheet: Sheet, level: usize) -> Style {
    let left = (level * 2 * size::FOUR * 10) as i32;
    paragraph(id::CONTENTS_LEVELS[level], &format!("toc {}", level + 1))
        .fonts(fonts(SONG))
        .size(size::FOUR)
        .indent(Indent { left: Some(left), ..Indent::default() })
        .dotted_tab(sheet.width())
}
