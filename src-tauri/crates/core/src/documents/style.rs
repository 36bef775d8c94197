//! Fonts, sizes and named styles (附件2 二: 黑体小二, 宋体四号, 宋体小四加粗).

use crate::ooxml::{Alignment, Document, Fonts, Indent, Page, Spacing, Style};

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

/// A4 with margins 37/35/28/26 mm (top/bottom/left/right).
pub(super) mod page {
    /// Twips in a millimetre, times 1000.
    const TWIPS_PER_METRE: i32 = 56_693;
    const fn twips(millimetres: i32) -> i32 {
        millimetres * TWIPS_PER_METRE / 1000
    }
    pub const WIDTH: u32 = 11906;
    pub const HEIGHT: u32 = 16838;
    pub const TOP: i32 = twips(37);
    pub const BOTTOM: i32 = twips(35);
    pub const LEFT: i32 = twips(28);
    pub const RIGHT: i32 = twips(26);
    /// Width of the text in twips.
    pub const TEXT_WIDTH: usize = WIDTH as usize - (LEFT + RIGHT) as usize;
    /// Height of the text in twips.
    pub const TEXT_HEIGHT: usize = HEIGHT as usize - (TOP + BOTTOM) as usize;
    /// EMU in a twip.
    pub const EMU: u64 = 635;
}

/// Chinese in `east_asian`, Latin letters and digits in Times New Roman.
pub(super) fn fonts(east_asian: &'static str) -> Fonts {
    Fonts { latin: LATIN, east_asian }
}

/// An empty document on A4 with the styles of all three, its running text of `body` half points.
pub(super) fn document(body: usize) -> Document {
    Document {
        page: PAGE,
        fonts: fonts(SONG),
        size: body,
        spacing: Spacing::SINGLE,
        styles: named(body),
        lists: Vec::new(),
        numberings: Vec::new(),
        header: None,
        footer: None,
        body: Vec::new(),
    }
}

const PAGE: Page = Page {
    width: page::WIDTH,
    height: page::HEIGHT,
    top: page::TOP,
    bottom: page::BOTTOM,
    left: page::LEFT,
    right: page::RIGHT,
    header: 851,
    footer: 992,
};

fn paragraph(id: &str, name: &str) -> Style {
    Style::new(id, name).based_on("Normal")
}

fn named(body: usize) -> Vec<Style> {
    let mut styles = Vec::from(running(body));
    styles.extend(small());
    styles.extend(titles());
    styles.extend((0..4).map(heading));
    styles.extend((0..3).map(contents_level));
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

/// 一级标题黑体三号, 二级楷体四号加粗, 三、四级宋体四号加粗.
fn heading(level: usize) -> Style {
    let style =
        paragraph(id::HEADINGS[level], &format!("heading {}", level + 1)).next(id::BODY).outline_level(level);
    let style = match level {
        0 => style.fonts(fonts(HEI)).size(size::THREE).spacing(Spacing::SINGLE.before(240).after(120)),
        1 => style.fonts(fonts(KAI)).size(size::FOUR).bold().spacing(Spacing::SINGLE.before(120).after(60)),
        _ => style.fonts(fonts(SONG)).size(size::FOUR).bold().spacing(Spacing::SINGLE.before(60).after(60)),
    };
    style.keep_next().keep_lines()
}

fn contents_level(level: usize) -> Style {
    let left = (level * 2 * size::FOUR * 10) as i32;
    paragraph(id::CONTENTS_LEVELS[level], &format!("toc {}", level + 1))
        .fonts(fonts(SONG))
        .size(size::FOUR)
        .indent(Indent { left: Some(left), ..Indent::default() })
        .dotted_tab(page::TEXT_WIDTH)
}
