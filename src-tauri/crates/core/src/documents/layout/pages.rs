//! On which page each piece of a document begins.

/// A piece of a document, from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::documents) enum Piece {
    /// A paragraph of so many lines that may break between them. Height of a line in points.
    Lines { count: usize, height: f32 },
    /// A heading, caption, picture or row that does not break. Heights in points, and the blanks before and after it:
    /// of two that meet the larger counts, and at the top of a page none.
    Whole { before: f32, height: f32, after: f32, keep_next: bool },
    /// A row that may break anywhere. Height in points.
    Parted { height: f32 },
}

impl Piece {
    /// What must fit below a piece kept with this one.
    fn opening(&self) -> f32 {
        match *self {
            Piece::Lines { count, height } => height * opening_lines(count) as f32,
            Piece::Whole { height, .. } => height,
            Piece::Parted { height } => height.min(MOST_OPENING),
        }
    }

    fn before(&self) -> f32 {
        if let Piece::Whole { before, .. } = *self { before } else { 0.0 }
    }

    fn after(&self) -> f32 {
        if let Piece::Whole { after, .. } = *self { after } else { 0.0 }
    }

    fn is_kept(&self) -> bool {
        matches!(self, Piece::Whole { keep_next: true, .. })
    }
}

/// What of a row that may break must fit below what is kept with it.
const MOST_OPENING: f32 = 40.0;

/// The lines that may not be parted from the first: no orphan, no widow.
fn opening_lines(count: usize) -> usize {
    if count <= 3 { count } else { 2 }
}

/// The page on which each piece begins, from 1, on pages whose text is `page` points high.
pub(in crate::documents) fn first_pages(pieces: &[Piece], page: f32) -> Vec<usize> {
    let mut at = Cursor::new(page);
    pieces.iter().enumerate().map(|(index, piece)| at.place(piece, chain(&pieces[index..]))).collect()
}

/// The height left on the last page below these pieces, those at their end that are kept with the next among them.
pub(in crate::documents) fn room_below(pieces: &[Piece], page: f32) -> f32 {
    let kept = pieces.iter().rev().take_while(|piece| piece.is_kept()).count();
    let (placed, kept) = pieces.split_at(pieces.len() - kept);
    let mut at = Cursor::new(page);
    for (index, piece) in placed.iter().enumerate() {
        at.place(piece, chain(&placed[index..]));
    }
    let above = kept.first().map_or(0.0, |first| at.gap(first) - first.before());
    page - at.used - above - stacked(kept)
}

/// The height of a piece and all it is kept with, down to the first lines of what follows; without the blank above it.
fn chain(pieces: &[Piece]) -> f32 {
    let kept = pieces.iter().take_while(|piece| piece.is_kept()).count();
    let chained = &pieces[..pieces.len().min(kept + 1)];
    stacked(chained) - chained.first().map_or(0.0, Piece::before)
}

/// The height of pieces one below the other, with the blank above the first.
fn stacked(pieces: &[Piece]) -> f32 {
    let mut blank = 0.0;
    let mut height = 0.0;
    for piece in pieces {
        height += piece.before().max(blank) + piece.opening();
        blank = piece.after();
    }
    height
}

struct Cursor {
    page: usize,
    used: f32,
    /// After the last piece.
    blank: f32,
    height: f32,
}

impl Cursor {
    fn new(height: f32) -> Cursor {
        Cursor { page: 1, used: 0.0, blank: 0.0, height }
    }

    fn place(&mut self, piece: &Piece, chain: f32) -> usize {
        let gap = self.gap(piece);
        if self.used > 0.0 && self.used + gap + chain.min(self.height) > self.height {
            self.turn();
        } else {
            self.used += gap;
        }
        let first = self.page;
        match *piece {
            Piece::Whole { height, .. } | Piece::Parted { height } => self.fill(height),
            Piece::Lines { count, height } => self.lines(count, height),
        }
        self.blank = piece.after();
        first
    }

    /// The blank above a piece: a document that begins on a new page keeps that of its first.
    fn gap(&self, piece: &Piece) -> f32 {
        if self.used > 0.0 || self.page == 1 { piece.before().max(self.blank) } else { 0.0 }
    }

    fn turn(&mut self) {
        self.page += 1;
        self.used = 0.0;
    }

    fn fill(&mut self, height: f32) {
        self.used += height;
        while self.used > self.height {
            self.page += 1;
            self.used -= self.height;
        }
    }

    fn lines(&mut self, count: usize, height: f32) {
        let mut left = count;
        loop {
            let fit = ((self.height - self.used) / height).max(0.0) as usize;
            if left <= fit {
                break;
            }
            // No widow: at least two lines go over.
            let stay = if left - fit == 1 { fit.saturating_sub(1) } else { fit };
            left -= stay;
            self.turn();
        }
        self.used = (self.used + left as f32 * height).min(self.height);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: f32 = 10.0;

    fn paragraph(count: usize) -> Piece {
        Piece::Lines { count, height: LINE }
    }

    fn whole(lines: u8, keep_next: bool) -> Piece {
        Piece::Whole { before: 0.0, height: f32::from(lines) * LINE, after: 0.0, keep_next }
    }

    fn heading() -> Piece {
        whole(1, true)
    }

    fn check(pieces: &[Piece], expected: &[usize]) {
        assert_eq!(first_pages(pieces, 100.0), expected);
    }

    #[test]
    fn a_paragraph_flows_over_and_leaves_no_widow() {
        check(&[paragraph(8), paragraph(4), paragraph(7)], &[1, 1, 2]);
        check(&[paragraph(9), paragraph(2), paragraph(8)], &[1, 2, 2]);
        check(&[paragraph(7), paragraph(4), whole(8, false)], &[1, 1, 2]);
        check(&[paragraph(7), paragraph(4), whole(9, false)], &[1, 1, 3]);
    }

    #[test]
    fn a_paragraph_that_would_leave_an_orphan_goes_over_whole() {
        check(&[paragraph(8), paragraph(3), whole(7, false)], &[1, 2, 2]);
        check(&[paragraph(9), paragraph(5), whole(5, false)], &[1, 2, 2]);
        check(&[paragraph(7), paragraph(3)], &[1, 1]);
    }

    #[test]
    fn a_heading_stays_with_what_follows() {
        check(&[paragraph(8), heading(), paragraph(3)], &[1, 2, 2]);
        check(&[paragraph(7), heading(), paragraph(4)], &[1, 1, 1]);
        check(&[paragraph(7), heading(), paragraph(3)], &[1, 2, 2]);
    }

    #[test]
    fn what_is_taller_than_a_page_takes_several() {
        check(&[whole(25, false), paragraph(1)], &[1, 3]);
        check(&[paragraph(35), paragraph(1)], &[1, 4]);
    }

    #[test]
    fn the_blank_above_a_heading_falls_away_at_the_top_of_a_page() {
        let heading = Piece::Whole { before: 10.0, height: LINE, after: 0.0, keep_next: true };
        check(&[paragraph(7), heading, paragraph(2)], &[1, 2, 2]);
        check(&[paragraph(9), heading, paragraph(9), paragraph(1)], &[1, 2, 2, 3]);
    }

    #[test]
    fn of_two_blanks_that_meet_the_larger_counts() {
        let heading = |before, after| Piece::Whole { before, height: LINE, after, keep_next: true };
        check(&[paragraph(5), heading(0.0, 10.0), heading(10.0, 0.0), paragraph(2)], &[1, 1, 1, 1]);
        check(&[paragraph(6), heading(0.0, 10.0), heading(10.0, 0.0), paragraph(2)], &[1, 2, 2, 2]);
    }

    #[test]
    fn what_is_kept_with_the_next_is_not_room() {
        assert_eq!(room_below(&[paragraph(4), heading()], 100.0), 50.0);
        assert_eq!(room_below(&[paragraph(13), heading(), paragraph(2)], 100.0), 40.0);
        assert_eq!(room_below(&[], 100.0), 100.0);
    }
}
