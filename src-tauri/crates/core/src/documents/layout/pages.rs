//! On which page each piece of a document begins.

/// A piece of a document, from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::documents) enum Piece {
    /// A paragraph that may break between its lines. Heights in points.
    Lines { count: usize, height: f32, before: f32, after: f32 },
    /// A heading, caption, picture or row that does not break. Heights in points.
    Whole { height: f32, keep_next: bool },
}

impl Piece {
    /// What must fit below a piece kept with this one.
    fn opening(&self) -> f32 {
        match *self {
            Piece::Lines { count, height, before, .. } => before + height * count.min(2) as f32,
            Piece::Whole { height, .. } => height,
        }
    }
}

/// The page on which each piece begins, from 1, on pages whose text is `page` points high.
pub(in crate::documents) fn first_pages(pieces: &[Piece], page: f32) -> Vec<usize> {
    let mut at = Cursor { page: 1, used: 0.0, height: page };
    pieces.iter().enumerate().map(|(index, piece)| at.place(piece, chain(&pieces[index..]))).collect()
}

/// The height of a piece and all it is kept with, down to the first lines of what follows.
fn chain(pieces: &[Piece]) -> f32 {
    let mut height = 0.0;
    for piece in pieces {
        height += piece.opening();
        if !matches!(piece, Piece::Whole { keep_next: true, .. }) {
            break;
        }
    }
    height
}

struct Cursor {
    page: usize,
    used: f32,
    height: f32,
}

impl Cursor {
    fn place(&mut self, piece: &Piece, chain: f32) -> usize {
        if self.used > 0.0 && self.used + chain.min(self.height) > self.height {
            self.turn();
        }
        let first = self.page;
        match *piece {
            Piece::Whole { height, .. } => self.fill(height),
            Piece::Lines { count, height, before, after } => self.lines(count, height, before, after),
        }
        first
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

    fn lines(&mut self, count: usize, height: f32, before: f32, after: f32) {
        self.used += before;
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
        self.used = (self.used + left as f32 * height + after).min(self.height);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: f32 = 10.0;

    fn paragraph(count: usize) -> Piece {
        Piece::Lines { count, height: LINE, before: 0.0, after: 0.0 }
    }

    fn heading() -> Piece {
        Piece::Whole { height: LINE, keep_next: true }
    }

    fn check(pieces: &[Piece], expected: &[usize]) {
        assert_eq!(first_pages(pieces, 100.0), expected);
    }

    #[test]
    fn a_paragraph_flows_over_and_leaves_no_widow() {
        check(&[paragraph(8), paragraph(4), paragraph(7)], &[1, 1, 2]);
        check(&[paragraph(9), paragraph(2), paragraph(8)], &[1, 2, 2]);
        let rest = |lines: u8| Piece::Whole { height: f32::from(lines) * LINE, keep_next: false };
        check(&[paragraph(8), paragraph(3), rest(8)], &[1, 1, 2]);
        check(&[paragraph(8), paragraph(3), rest(9)], &[1, 1, 3]);
    }

    #[test]
    fn a_heading_stays_with_what_follows() {
        check(&[paragraph(8), heading(), paragraph(3)], &[1, 2, 2]);
        check(&[paragraph(7), heading(), paragraph(3)], &[1, 1, 1]);
    }

    #[test]
    fn what_is_taller_than_a_page_takes_several() {
        check(&[Piece::Whole { height: 250.0, keep_next: false }, paragraph(1)], &[1, 3]);
        check(&[paragraph(35), paragraph(1)], &[1, 4]);
    }
}
