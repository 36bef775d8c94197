//! The pages of the three documents: A4, each with margins of its own.

use crate::ooxml::Page;

/// Twips in a metre.
const TWIPS_PER_METRE: i32 = 56_693;
/// A4, in twips.
const WIDTH: i32 = 11_906;
const HEIGHT: i32 = 16_838;
/// EMU in a twip.
pub(super) const EMU: u64 = 635;

/// A4 with its margins, in twips.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sheet {
    top: i32,
    bottom: i32,
    left: i32,
    right: i32,
    /// From the edges to header and footer.
    edge: i32,
}

impl Sheet {
    /// 申报书, for which the notice gives no margins: its tables need the width.
    pub const FORM: Sheet = Sheet::of([25, 25, 20, 20], 13);
    /// 典型经验, as 附件2 has it.
    pub const EXPERIENCE: Sheet = Sheet::of([37, 35, 28, 26], 15);
    /// 证实性材料: scans as large as every printer prints.
    pub const SCANS: Sheet = Sheet::of([15, 18, 15, 15], 9);

    /// Margins at the top, the bottom, the left and the right, in millimetres.
    const fn of([top, bottom, left, right]: [i32; 4], edge: i32) -> Sheet {
        Sheet {
            top: twips(top),
            bottom: twips(bottom),
            left: twips(left),
            right: twips(right),
            edge: twips(edge),
        }
    }

    /// Width of the text in twips.
    pub const fn width(self) -> usize {
        (WIDTH - self.left - self.right) as usize
    }

    /// Height of the text in twips.
    pub const fn height(self) -> usize {
        (HEIGHT - self.top - self.bottom) as usize
    }

    /// The page as Word has it.
    pub fn page(self) -> Page {
        let Sheet { top, bottom, left, right, edge } = self;
        let (width, height) = (WIDTH as u32, HEIGHT as u32);
        Page { width, height, top, bottom, left, right, header: edge, footer: edge }
    }
}

const fn twips(millimetres: i32) -> i32 {
    millimetres * TWIPS_PER_METRE / 1000
}

/// Twips as points.
pub(super) const fn points(twips: usize) -> f32 {
    twips as f32 / 20.0
}
