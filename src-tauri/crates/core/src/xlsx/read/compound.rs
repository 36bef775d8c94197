//! A stream of an OLE file ([MS-CFB]): the workbook inside a `.xls` or `.et`.

/// A sector number from here on is none ([MS-CFB] 2.1).
const LAST: u32 = 0xFFFF_FFFA;
const ENTRY: usize = 128;
/// Shorter streams lie elsewhere; no workbook is one.
const SHORT: usize = 4096;

/// The first of these streams that there is; `None` where the file is not as it should be.
pub(super) fn stream(file: &[u8], names: &[&str]) -> Option<Vec<u8>> {
    let size = 1usize << u16_at(file, 30)?.clamp(9, 12);
    let compound = Compound { file, size, table: table(file, size)? };
    let directory = compound.chain(u32_at(file, 48)?);
    let entries: Vec<&[u8]> = directory.chunks_exact(ENTRY).collect();
    let (start, length) = names.iter().find_map(|name| {
        let entry = entries.iter().find(|entry| is_called(entry, name))?;
        Some((u32_at(entry, 116)?, u32_at(entry, 120)? as usize))
    })?;
    let mut bytes = compound.chain(start);
    bytes.truncate(length);
    (length >= SHORT).then_some(bytes)
}

struct Compound<'f> {
    file: &'f [u8],
    size: usize,
    /// The sector behind each one.
    table: Vec<u32>,
}

impl Compound<'_> {
    /// The sectors from one on, each once at most.
    fn chain(&self, start: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut at = start;
        while at < LAST && bytes.len() < self.file.len() {
            let Some(sector) = sector(self.file, self.size, at) else { break };
            bytes.extend_from_slice(sector);
            let Some(next) = self.table.get(at as usize) else { break };
            at = *next;
        }
        bytes
    }
}

/// The allocation table, whose sectors the header and further sectors list.
fn table(file: &[u8], size: usize) -> Option<Vec<u32>> {
    let mut listed = numbers(file.get(76..512)?);
    let mut more = u32_at(file, 68)?;
    while more < LAST && listed.len() * size <= file.len() {
        let mut next = numbers(sector(file, size, more)?);
        more = next.pop()?;
        listed.extend(next);
    }
    let sectors = listed.into_iter().filter(|at| *at < LAST);
    Some(sectors.filter_map(|at| sector(file, size, at)).flat_map(numbers).collect())
}

fn sector(file: &[u8], size: usize, at: u32) -> Option<&[u8]> {
    let start = (at as usize).checked_add(1)?.checked_mul(size)?;
    file.get(start..(start + size).min(file.len())).filter(|sector| !sector.is_empty())
}

fn is_called(entry: &[u8], name: &str) -> bool {
    let wanted: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    entry.starts_with(&wanted) && u16_at(entry, 64) == Some(wanted.len() as u16)
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])).collect()
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
