//! How cells look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The kinds of cells.
pub(super) struct Look {
    pub title: Format,
    /// The head of a column, locked.
    pub head: Format,
    /// A label that is no head, locked.
    pub label: Format,
    /// A label that may be typed, such as the name of a row that is added.
    pub open: Format,
    /// A figure to fill in. As text it stays as it is typed, 98.50 too.
    pub figure: Format,
    /// A text to fill in.
    pub words: Format,
    /// What is not to be filled in.
    pub closed: Format,
    pub note: Format,
    pub step: Format,
    /// The three colours of what is wrong.
    pub no_number: Format,
    pub over: Format,
    pub other_year: Format,
}

const FONT: &str = "宋体";
/// The number format of texts.
const TEXT: &str = "@";

impl Look {
    pub fn new() -> Look {
        let plain = || Format::new().set_font_name(FONT).set_font_size(11);
        let cell = || {
            let bordered = plain().set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x0099_A3AD));
            bordered.set_align(FormatAlign::VerticalCenter).set_text_wrap()
        };
        let open = |format: Format| format.set_unlocked().set_num_format(TEXT);
        let grey = Color::RGB(0x00EE_F1F4);
        let fill = |colour| Format::new().set_background_color(Color::RGB(colour));
        Look {
            title: plain().set_font_name("黑体").set_font_size(16).set_align(FormatAlign::Left),
            head: cell()
                .set_bold()
                .set_align(FormatAlign::Center)
                .set_background_color(Color::RGB(0x00DC_E6F1)),
            label: cell().set_background_color(grey).set_num_format(TEXT),
            open: open(cell()),
            figure: open(cell().set_align(FormatAlign::Right)),
            words: open(cell().set_align(FormatAlign::Top)),
            closed: cell().set_background_color(grey).set_align(FormatAlign::Center),
            note: plain().set_font_size(10).set_font_color(Color::RGB(0x0059_636E)).set_text_wrap(),
            step: plain().set_text_wrap().set_align(FormatAlign::Top),
            no_number: fill(0x00FF_C7CE),
            over: fill(0x00FF_D58A),
            other_year: fill(0x00D9_C2F0),
        }
    }
}
