//! Fonts, sizes and named styles (附件2 二: 黑体小二, 宋体四号, 宋体小四加粗).

use docx_rs::{
    AlignmentType, Docx, LineSpacing, LineSpacingType, PageMargin, RunFonts, SpecialIndentType, Style,
    StyleType, Tab, TabLeaderType, TabValueType,
};

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
pub(super) fn fonts(east_asian: &str) -> RunFonts {
    RunFonts::new().ascii(LATIN).hi_ansi(LATIN).cs(LATIN).east_asia(east_asian)
}

/// 单倍行距.
pub(super) fn single() -> LineSpacing {
    LineSpacing::new().line_rule(LineSpacingType::Auto).line(240)
}

/// A document on A4 with the styles of all three, its running text of `body` half points.
pub(super) fn document(body: usize) -> Docx {
    let margin = PageMargin {
        top: page::TOP,
        bottom: page::BOTTOM,
        left: page::LEFT,
        right: page::RIGHT,
        header: 851,
        footer: 992,
        gutter: 0,
    };
    let docx = Docx::new()
        .page_size(page::WIDTH, page::HEIGHT)
        .page_margin(margin)
        .default_fonts(fonts(SONG))
        .default_size(body)
        .default_line_spacing(single());
    named(body).into_iter().fold(docx, Docx::add_style)
}

fn paragraph(id: &str, name: &str) -> Style {
    Style::new(id, StyleType::Paragraph).name(name).based_on("Normal").q_format(true)
}

fn named(body: usize) -> Vec<Style> {
    let mut styles = vec![
        Style::new("Normal", StyleType::Paragraph)
            .name("Normal")
            .q_format(true)
            .fonts(fonts(SONG))
            .size(body)
            .line_spacing(single())
            .snap_to_grid(false),
        paragraph(id::BODY, "Body Text").size(body).align(AlignmentType::Both).indent(
            None,
            two_characters(body),
            None,
            None,
        ),
        paragraph(id::PICTURE, "Picture").align(AlignmentType::Center),
        paragraph(id::LIST, "List Paragraph").align(AlignmentType::Both),
        paragraph(id::CELL, "Table Text").size(size::FIVE),
        paragraph(id::OPINION, "Opinion")
            .size(size::FIVE)
            .align(AlignmentType::Both)
            .indent(None, two_characters(size::FIVE), None, None)
            .line_spacing(single().line(300)),
        paragraph(id::NOTE, "Table Note").size(size::FIVE).line_spacing(single().before(60)),
        paragraph(id::HEADER, "header").size(size::FIVE).align(AlignmentType::Right),
        paragraph(id::FOOTER, "footer").size(size::FIVE).align(AlignmentType::Center),
        paragraph(id::SUBTITLE, "Subtitle")
            .fonts(fonts(HEI))
            .size(size::THREE)
            .bold()
            .align(AlignmentType::Center)
            .line_spacing(single().before(120).after(240)),
        paragraph(id::CONTENTS, "TOC Heading")
            .align(AlignmentType::Center)
            .line_spacing(single().before(120).after(120)),
        keep_next(
            paragraph(id::TITLE, "Title")
                .fonts(fonts(HEI))
                .size(size::SMALL_TWO)
                .align(AlignmentType::Center)
                .line_spacing(single().after(240)),
        ),
        paragraph(id::CAPTION, "caption")
            .fonts(fonts(SONG))
            .size(size::SMALL_FOUR)
            .bold()
            .align(AlignmentType::Center)
            .line_spacing(single().before(60).after(60)),
    ];
    styles.extend((0..4).map(heading));
    styles.extend((0..3).map(contents_level));
    styles
}

/// A first line indented by two characters of this size.
fn two_characters(half_points: usize) -> Option<SpecialIndentType> {
    Some(SpecialIndentType::FirstLine(half_points as i32 * 20))
}

fn keep_next(mut style: Style) -> Style {
    style.paragraph_property = style.paragraph_property.keep_next(true).keep_lines(true);
    style
}

/// 一级标题黑体三号, 二级楷体四号加粗, 三、四级宋体四号加粗.
fn heading(level: usize) -> Style {
    let style =
        paragraph(id::HEADINGS[level], &format!("heading {}", level + 1)).next(id::BODY).outline_lvl(level);
    let style = match level {
        0 => style.fonts(fonts(HEI)).size(size::THREE).line_spacing(single().before(240).after(120)),
        1 => style.fonts(fonts(KAI)).size(size::FOUR).bold().line_spacing(single().before(120).after(60)),
        _ => style.fonts(fonts(SONG)).size(size::FOUR).bold().line_spacing(single().before(60).after(60)),
    };
    keep_next(style)
}

fn contents_level(level: usize) -> Style {
    let indent = (level * 2 * size::FOUR * 10) as i32;
    let mut style = paragraph(id::CONTENTS_LEVELS[level], &format!("toc {}", level + 1))
        .fonts(fonts(SONG))
        .size(size::FOUR)
        .indent(Some(indent), None, None, None);
    let to_the_edge = Tab::new().val(TabValueType::Right).leader(TabLeaderType::Dot).pos(page::TEXT_WIDTH);
    style.paragraph_property.tabs = vec![to_the_edge];
    style
}
