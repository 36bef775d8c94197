//! Huffman codes of a JPEG (T.81, annexes C and F), and the bits they are read from.

/// How many bits of a code are looked up at once.
const QUICK: u32 = 9;

/// A Huffman table.
#[derive(Clone)]
pub(super) struct Table {
    /// By the next [`QUICK`] bits: the symbol, and its code's length or 0 for a longer one.
    quick: Vec<(u8, u8)>,
    /// By length: the first code beyond those of this length, left-aligned to 16 bits.
    limits: [u32; 17],
    /// By length: what is added to a code to find its symbol.
    offsets: [i32; 17],
    symbols: Vec<u8>,
}

impl Table {
    /// From how many codes there are of each length, 1 to 16, and the symbols in order (C.2).
    pub fn new(counts: &[u8; 16], symbols: &[u8]) -> Option<Table> {
        let (mut limits, mut offsets) = ([0; 17], [0; 17]);
        let mut quick = vec![(0, 0); 1 << QUICK];
        let (mut code, mut next) = (0_u32, 0_usize);
        for length in 1..=16_u32 {
            let count = usize::from(counts[length as usize - 1]);
            offsets[length as usize] = next as i32 - code as i32;
            for symbol in symbols.get(next..next + count)? {
                if length <= QUICK {
                    let (from, room) = ((code << (QUICK - length)) as usize, 1 << (QUICK - length));
                    quick.get_mut(from..from + room)?.fill((*symbol, length as u8));
                }
                code += 1;
            }
            next += count;
            if code > 1 << length {
                return None;
            }
            limits[length as usize] = code << (16 - length);
            code <<= 1;
        }
        Some(Table { quick, limits, offsets, symbols: symbols[..next].to_vec() })
    }
}

/// The bits of a scan. Where its data end, at a marker, they go on as zeros, and whoever took some of those is told.
pub(super) struct Bits<'a> {
    data: &'a [u8],
    at: usize,
    held: u64,
    count: u32,
    /// How many of the bits held are not of the data.
    made_up: u32,
}

impl<'a> Bits<'a> {
    /// The bits from `at` on.
    pub fn new(data: &'a [u8], at: usize) -> Bits<'a> {
        Bits { data, at, held: 0, count: 0, made_up: 0 }
    }

    /// Whether more was taken than there is.
    pub fn is_overdrawn(&self) -> bool {
        self.count < self.made_up
    }

    /// Drops what is left before the next marker, and gives the marker's place.
    pub fn marker(&self) -> Option<usize> {
        let mut at = self.at;
        loop {
            at += memchr::memchr(0xFF, self.data.get(at..)?)?;
            match self.data.get(at + 1)? {
                0 => at += 2,
                0xFF => at += 1,
                _ => return Some(at),
            }
        }
    }

    /// The next symbol of a table.
    pub fn symbol(&mut self, table: &Table) -> Option<u8> {
        self.fill();
        let next = (self.held >> (64 - 16)) as u32;
        let (symbol, length) = table.quick[(next >> (16 - QUICK)) as usize];
        if length > 0 {
            self.skip(length.into());
            return Some(symbol);
        }
        let length = (QUICK + 1..=16).find(|length| next < table.limits[*length as usize])?;
        self.skip(length);
        let index = (next >> (16 - length)) as i32 + table.offsets[length as usize];
        table.symbols.get(index as usize).copied()
    }

    /// A difference of so many bits (F.2.2.1, EXTEND).
    pub fn difference(&mut self, length: u32) -> i32 {
        if length == 0 {
            return 0;
        }
        self.fill();
        let value = (self.held >> (64 - length)) as i32;
        self.skip(length);
        if value < 1 << (length - 1) { value - (1 << length) + 1 } else { value }
    }

    /// Passes over up to 16 bits after a symbol of up to 16.
    pub fn skip(&mut self, length: u32) {
        self.held <<= length;
        self.count = self.count.saturating_sub(length);
    }

    fn fill(&mut self) {
        if self.count >= 32 {
            return;
        }
        // Mostly the next four bytes are plain data.
        if let Some(four) = self.data.get(self.at..).and_then(<[u8]>::first_chunk)
            && !has_marker(u32::from_be_bytes(*four))
        {
            self.held |= u64::from(u32::from_be_bytes(*four)) << (32 - self.count);
            (self.at, self.count) = (self.at + 4, self.count + 32);
            return;
        }
        while self.count <= 56 {
            let byte = match self.data.get(self.at..) {
                Some([0xFF, 0, ..]) => self.take(2, 0xFF),
                Some([0xFF, ..] | []) | None => {
                    self.made_up += 8;
                    0
                }
                Some([byte, ..]) => self.take(1, *byte),
            };
            self.held |= u64::from(byte) << (56 - self.count);
            self.count += 8;
        }
    }

    fn take(&mut self, length: usize, byte: u8) -> u8 {
        self.at += length;
        byte
    }
}

/// Whether one of four bytes is 0xFF, which begins a marker or stands for itself with a zero behind it.
fn has_marker(four: u32) -> bool {
    const LOW: u32 = 0x0101_0101;
    const HIGH: u32 = 0x8080_8080;
    // Such a byte is zero once turned, and only below a zero byte does taking one away borrow from above.
    let turned = !four;
    turned.wrapping_sub(LOW) & !turned & HIGH != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marker_is_seen_in_every_place_and_nothing_else_is_taken_for_it() {
        for other in [0, 1, 0x7F, 0x80, 0xFE] {
            assert!(!has_marker(u32::from_be_bytes([other; 4])), "{other}");
            for place in 0..4 {
                let mut four = [other; 4];
                four[place] = 0xFF;
                assert!(has_marker(u32::from_be_bytes(four)), "{four:?}");
            }
        }
    }
}
