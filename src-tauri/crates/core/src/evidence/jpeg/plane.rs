//! A component of a JPEG seen from afar: the mean of each of its blocks.

/// Blocks in rows from the top.
pub(super) struct Plane {
    across: usize,
    means: Vec<u8>,
}

impl Plane {
    /// From the means in the order of coding: unit by unit, so many of them in a row, each of so many blocks across and
    /// down (T.81, A.2.3).
    pub fn of(coded: impl Iterator<Item = u8>, units: u32, (wide, high): (u32, u32)) -> Plane {
        let (units, wide, high) = (units as usize, wide as usize, high as usize);
        let (across, coded) = (units * wide, coded.collect::<Vec<_>>());
        if wide * high == 1 {
            return Plane { across, means: coded };
        }
        let mut means = vec![0; coded.len()];
        for (unit, blocks) in coded.chunks_exact(wide * high).enumerate() {
            let (left, top) = (unit % units * wide, unit / units * high);
            for (row, blocks) in blocks.chunks_exact(wide).enumerate() {
                let first = (top + row) * across + left;
                means[first..first + wide].copy_from_slice(blocks);
            }
        }
        Plane { across, means }
    }

    /// The mean of a block; grey where there is none.
    pub fn at(&self, column: usize, row: usize) -> u8 {
        self.means.get(row * self.across + column).copied().unwrap_or(128)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_lie_where_they_are_seen_whatever_a_unit_holds() {
        let check = |units, factors, expected: [u8; 8]| {
            let plane = Plane::of(0..8, units, factors);
            let seen = |at: usize| plane.at(at % 4, at / 4);
            assert_eq!(std::array::from_fn(seen), expected, "{factors:?}");
        };
        check(4, (1, 1), [0, 1, 2, 3, 4, 5, 6, 7]);
        check(2, (2, 1), [0, 1, 2, 3, 4, 5, 6, 7]);
        check(4, (1, 2), [0, 2, 4, 6, 1, 3, 5, 7]);
        check(2, (2, 2), [0, 1, 4, 5, 2, 3, 6, 7]);
        assert_eq!(Plane::of(0..8, 4, (1, 1)).at(0, 2), 128);
    }
}
