//! Walking through the coded data of a sequential JPEG (T.81, annex F) from its first block to its last.
//!
//! Decoders fill up what is missing with grey and say nothing, or stumble over what is in order but rare. This reads
//! every code, makes no picture, and so tells whether all of it is there, whatever the sampling and the order of scans.

use super::frame::{Component, Frame, SOS, is_frame};
use super::huffman::{Bits, Table};
use super::plane::Plane;
use super::uniform::Range;

const SOI_LENGTH: usize = 2;
const EOI: u8 = 0xD9;
const DHT: u8 = 0xC4;
const DQT: u8 = 0xDB;
const DRI: u8 = 0xDD;

/// The values of a block.
const BLOCK: usize = 64;

/// What was found on the way.
pub(super) struct Walked {
    /// Whether nothing is to be seen: one colour all over.
    pub is_uniform: bool,
    /// By component, the means of its blocks.
    pub planes: Vec<Plane>,
}

/// Walks through a JPEG without metadata. None if anything is missing or makes no sense.
pub(super) fn walk(bytes: &[u8]) -> Option<Walked> {
    let mut walk = Walk::default();
    let mut at = SOI_LENGTH;
    loop {
        let code = *bytes.get(at + 1).filter(|_| bytes[at] == 0xFF)?;
        if code == EOI {
            return walk.end();
        }
        let length = usize::from(u16::from_be_bytes(*bytes.get(at + 2..)?.first_chunk()?));
        let body = bytes.get(at + 4..at + 2 + length)?;
        at += 2 + length;
        match code {
            SOS => at = walk.scan(body, bytes, at)?,
            _ => walk.segment(code, body)?,
        }
    }
}

/// The tables in force, and what was found so far.
#[derive(Default)]
struct Walk {
    frame: Option<Frame>,
    quantization: [Option<[u16; BLOCK]>; 4],
    direct: [Option<Table>; 4],
    alternating: [Option<Table>; 4],
    restart_interval: u32,
    /// By component: whether it has one value all over, and its blocks; absent until its scan.
    found: Vec<Option<(bool, Plane)>>,
}

/// A component in a scan.
struct Part<'a> {
    direct: &'a Table,
    alternating: &'a Table,
    /// Blocks across and down in a unit.
    factors: (u32, u32),
    range: Range,
    index: usize,
}

impl Walk {
    fn segment(&mut self, code: u8, body: &[u8]) -> Option<()> {
        match code {
            DHT => self.huffman_tables(body),
            DQT => self.quantization_tables(body),
            DRI => {
                self.restart_interval = u32::from(u16::from_be_bytes(*body.first_chunk()?));
                Some(())
            }
            _ if is_frame(code) && self.frame.is_some() => None,
            _ if is_frame(code) => {
                let frame = Frame::read(code, body)?;
                self.found = frame.components.iter().map(|_| None).collect();
                self.frame = Some(frame);
                Some(())
            }
            _ => Some(()),
        }
    }

    fn huffman_tables(&mut self, mut body: &[u8]) -> Option<()> {
        while let Some((place, rest)) = body.split_first() {
            let (counts, symbols) = rest.split_first_chunk::<16>()?;
            let tables = if place >> 4 == 0 { &mut self.direct } else { &mut self.alternating };
            *tables.get_mut(usize::from(place & 15))? = Some(Table::new(counts, symbols)?);
            let size: usize = counts.iter().map(|count| usize::from(*count)).sum();
            body = symbols.get(size..)?;
        }
        Some(())
    }

    fn quantization_tables(&mut self, mut body: &[u8]) -> Option<()> {
        while let Some((place, rest)) = body.split_first() {
            let wide = usize::from(place >> 4 != 0);
            let values = rest.get(..BLOCK << wide)?;
            let value = |at: usize| match wide {
                0 => u16::from(values[at]),
                _ => u16::from_be_bytes([values[2 * at], values[2 * at + 1]]),
            };
            *self.quantization.get_mut(usize::from(place & 15))? = Some(std::array::from_fn(value));
            body = &rest[BLOCK << wide..];
        }
        Some(())
    }

    /// Walks through a scan whose data begin at `at`; gives the place of the marker behind it.
    fn scan(&mut self, header: &[u8], bytes: &[u8], at: usize) -> Option<usize> {
        let frame = self.frame.as_ref()?;
        let mut parts = self.parts(frame, header)?;
        let (across, down) = units(frame, &parts);
        let mut bits = Bits::new(bytes, at);
        for unit in 0..u64::from(across) * u64::from(down) {
            if self.restart_interval > 0 && unit > 0 && unit.is_multiple_of(self.restart_interval.into()) {
                bits = restarted(&bits, bytes, unit / u64::from(self.restart_interval) - 1)?;
                parts.iter_mut().for_each(|part| part.range.restart());
            }
            parts.iter_mut().try_for_each(|part| part.unit(&mut bits))?;
            if bits.is_overdrawn() {
                return None;
            }
        }
        let plane = |part: Part| {
            (part.index, part.range.is_uniform(), Plane::of(part.range.means(), across, part.factors))
        };
        let found: Vec<_> = parts.into_iter().map(plane).collect();
        for (index, is_uniform, plane) in found {
            self.found[index] = Some((is_uniform, plane));
        }
        behind(&bits, bytes)
    }

    /// The components of a scan. One that comes twice, or has no tables, makes no sense.
    fn parts(&self, frame: &Frame, header: &[u8]) -> Option<Vec<Part<'_>>> {
        let count = usize::from(*header.first()?);
        let listed = header.get(1..1 + 2 * count)?.as_chunks::<2>().0;
        let part = |[id, tables]: &[u8; 2]| {
            let index = frame.components.iter().position(|component| component.id == *id)?;
            let Component { factors, table, .. } = frame.components[index];
            let steps = self.quantization.get(usize::from(table))?.as_ref()?;
            Some(Part {
                direct: self.direct.get(usize::from(tables >> 4))?.as_ref()?,
                alternating: self.alternating.get(usize::from(tables & 15))?.as_ref()?,
                // A component alone is coded block by block (A.2.2).
                factors: if count == 1 { (1, 1) } else { factors },
                range: Range::new(steps),
                index,
            })
        };
        let parts: Vec<Part> = listed.iter().map(part).collect::<Option<_>>()?;
        let fresh = parts.iter().all(|part| self.found[part.index].is_none());
        (fresh && !parts.is_empty()).then_some(parts)
    }

    fn end(self) -> Option<Walked> {
        let (uniform, planes): (Vec<bool>, Vec<Plane>) = self.found.into_iter().collect::<Option<_>>()?;
        (!planes.is_empty()).then(|| Walked { is_uniform: uniform.iter().all(|is_so| *is_so), planes })
    }
}

impl Part<'_> {
    /// Reads its blocks in a unit.
    fn unit(&mut self, bits: &mut Bits) -> Option<()> {
        (0..self.factors.0 * self.factors.1).try_for_each(|_| self.block(bits))
    }

    fn block(&mut self, bits: &mut Bits) -> Option<()> {
        let length = bits.symbol(self.direct).filter(|length| *length <= 15)?;
        self.range.level(bits.difference(length.into()));
        let mut at = 1;
        while at < BLOCK {
            let symbol = bits.symbol(self.alternating)?;
            let (zeros, length) = (usize::from(symbol >> 4), u32::from(symbol & 15));
            match (zeros, length) {
                (15, 0) => at += 16,
                (_, 0) => break,
                _ => {
                    at += zeros;
                    self.range.wave(*self.range.steps().get(at)?, length);
                    bits.skip(length);
                    at += 1;
                }
            }
        }
        Some(())
    }
}

/// How many units a scan has across and down (A.2).
fn units(frame: &Frame, parts: &[Part]) -> (u32, u32) {
    let (most_across, most_down) = frame.largest();
    match parts {
        [alone] => {
            let (across, down) = frame.components[alone.index].factors;
            let side = |side: u32, factor: u32, most: u32| (side * factor).div_ceil(most).div_ceil(8);
            (side(frame.width, across, most_across), side(frame.height, down, most_down))
        }
        _ => (frame.width.div_ceil(8 * most_across), frame.height.div_ceil(8 * most_down)),
    }
}

/// Goes on behind the restart marker that must come now; they are numbered 0 to 7 in turn.
fn restarted<'a>(bits: &Bits, bytes: &'a [u8], number: u64) -> Option<Bits<'a>> {
    let at = bits.marker()?;
    (bytes[at + 1] == 0xD0 + (number % 8) as u8).then(|| Bits::new(bytes, at + 2))
}

/// The place of the marker behind a scan. Some write a further restart there.
fn behind(bits: &Bits, bytes: &[u8]) -> Option<usize> {
    let mut at = bits.marker()?;
    while matches!(bytes[at + 1], 0xD0..=0xD7) {
        at = Bits::new(bytes, at + 2).marker()?;
    }
    Some(at)
}
