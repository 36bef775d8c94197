//! The rows of a database file read page by page, without its indexes and its schema: any of them may be damaged.
//!
//! Rows of tables lie in leaf pages that tell themselves by their first byte (SQLite file format, 1.6 and 2.1).

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

/// The first byte of a leaf page of a table.
const LEAF: u8 = 0x0D;

/// How long a row may be, in bytes: the largest attachment and some.
const ROW_LIMIT: u64 = 320 << 20;

/// The pages of a file.
pub(super) struct Pages {
    file: File,
    size: usize,
    count: u64,
}

/// A row: its beginning, and where the rest of it lies.
pub(super) struct Cell {
    /// The row id.
    pub row: i64,
    payload: u64,
    local: Vec<u8>,
    overflow: u32,
}

/// A value of a row. Text and blobs are as long as what of them was found.
#[derive(Debug, PartialEq)]
pub(super) enum Column<'a> {
    Other,
    Text(&'a [u8]),
    Blob(&'a [u8]),
}

impl Pages {
    /// Opens a file; where its header says no page size that can be, `usual` is taken.
    pub fn open(path: &Path, usual: usize) -> io::Result<Pages> {
        let mut file = File::open(path)?;
        let mut header = [0; 18];
        let _ = file.read(&mut header)?;
        let size = match u16::from_be_bytes([header[16], header[17]]) {
            1 => 65_536,
            size if size.is_power_of_two() && size >= 512 => size.into(),
            _ => usual,
        };
        let count = file.metadata()?.len() / size as u64;
        Ok(Pages { file, size, count })
    }

    /// Gives every page, numbered from 1.
    pub fn each(&self, take: &mut dyn FnMut(u32, &[u8])) -> io::Result<()> {
        let mut page = vec![0; self.size];
        for number in 1..=self.count.min(u32::MAX.into()) as u32 {
            self.read(number, &mut page)?;
            take(number, &page);
        }
        Ok(())
    }

    /// The rows in a page; none where it is no leaf of a table.
    pub fn cells(&self, number: u32, page: &[u8]) -> Vec<Cell> {
        let start = if number == 1 { 100 } else { 0 };
        if page[start] != LEAF {
            return Vec::new();
        }
        let count = u16::from_be_bytes([page[start + 3], page[start + 4]]).into();
        let pointers = page[start + 8..].chunks_exact(2).take(count);
        let at = |pointer: &[u8]| u16::from_be_bytes([pointer[0], pointer[1]]).into();
        pointers.filter_map(|pointer| self.cell(page.get(at(pointer)..)?)).collect()
    }

    /// The bytes of a row, as far as the chain of its pages goes.
    pub fn row(&self, cell: &Cell) -> Vec<u8> {
        let mut bytes = cell.local.clone();
        let (mut next, mut page) = (cell.overflow, vec![0; self.size]);
        // No more pages than the row can have, should the chain be a ring.
        while (bytes.len() as u64) < cell.payload && next > 0 && u64::from(next) <= self.count {
            if self.read(next, &mut page).is_err() {
                break;
            }
            next = u32::from_be_bytes([page[0], page[1], page[2], page[3]]);
            let left = (cell.payload - bytes.len() as u64) as usize;
            bytes.extend(&page[4..self.size.min(4 + left)]);
        }
        bytes
    }

    fn cell(&self, from: &[u8]) -> Option<Cell> {
        let mut from = from;
        let payload = varint(&mut from)?;
        let row = varint(&mut from)? as i64;
        if payload > ROW_LIMIT {
            return None;
        }
        let local = local(self.size, payload as usize);
        let overflow = from.get(local..local + 4).filter(|_| (local as u64) < payload);
        let overflow =
            overflow.map_or(0, |number| u32::from_be_bytes([number[0], number[1], number[2], number[3]]));
        Some(Cell { row, payload, local: from.get(..local)?.to_vec(), overflow })
    }

    fn read(&self, number: u32, page: &mut [u8]) -> io::Result<()> {
        let mut file = &self.file;
        file.seek(SeekFrom::Start(u64::from(number - 1) * self.size as u64))?;
        file.read_exact(page)
    }
}

impl Cell {
    /// The values at the beginning of the row.
    pub fn beginning(&self) -> Vec<Column<'_>> {
        columns(&self.local)
    }
}

/// How much of a row lies in its leaf (1.6: U is the page size, nothing is reserved).
fn local(page: usize, payload: usize) -> usize {
    let most = page - 35;
    if payload <= most {
        return payload;
    }
    let least = (page - 12) * 32 / 255 - 23;
    let rest = least + (payload - least) % (page - 4);
    if rest <= most { rest } else { least }
}

/// The values of a row (2.1, record format).
pub(super) fn columns(row: &[u8]) -> Vec<Column<'_>> {
    let mut kinds = row;
    let Some(length) = varint(&mut kinds) else { return Vec::new() };
    let Some(mut values) = row.get(length as usize..) else { return Vec::new() };
    let header = length as usize - (row.len() - kinds.len()).min(length as usize);
    let mut kinds = &kinds[..header.min(kinds.len())];
    let mut columns = Vec::new();
    while let Some(kind) = varint(&mut kinds) {
        let length = match kind {
            0 | 8.. if kind < 12 => 0,
            1..=4 => kind,
            5 => 6,
            6 | 7 => 8,
            _ => (kind - 12) / 2,
        };
        let (value, rest) = values.split_at((length.min(values.len() as u64)) as usize);
        values = rest;
        columns.push(match kind {
            0..12 => Column::Other,
            kind if kind % 2 == 1 => Column::Text(value),
            _ => Column::Blob(value),
        });
    }
    columns
}

/// A number of one to nine bytes (1.6).
fn varint(from: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for place in 0..9 {
        let byte = *from.get(place)?;
        if place == 8 {
            number = number << 8 | u64::from(byte);
        } else {
            number = number << 7 | u64::from(byte & 0x7F);
        }
        if place == 8 || byte < 0x80 {
            *from = &from[place + 1..];
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::Connection;
    use std::collections::BTreeMap;

    #[test]
    fn a_row_leaves_its_leaf_at_the_byte_the_file_format_says() {
        for (page, payload, expected) in [
            (512, 477, 477),
            (512, 478, 39),
            (512, 39 + 508, 39),
            (512, 39 + 508 + 438, 477),
            (512, 39 + 508 + 439, 39),
            (16_384, 16_349, 16_349),
            (16_384, 16_350, 2_031),
            (16_384, 2_031 + 16_380 + 14_318, 16_349),
            (16_384, 2_031 + 16_380 + 14_319, 2_031),
        ] {
            assert_eq!(local(page, payload), expected, "{payload} bytes, pages of {page}");
        }
    }

    #[test]
    fn a_number_takes_one_to_nine_bytes() {
        let check = |bytes: &[u8], expected: Option<u64>| {
            let mut left = bytes;
            assert_eq!(varint(&mut left), expected, "{bytes:02X?}");
            assert_eq!(left.len(), expected.map_or(bytes.len(), |_| 1), "{bytes:02X?}");
        };
        check(&[0x7F, 9], Some(0x7F));
        check(&[0x81, 0x00, 9], Some(0x80));
        // -2, as a row id.
        check(&[0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFE, 9], Some(u64::MAX - 1));
        check(&[0x81], None);
    }

    #[test]
    fn rows_of_every_length_are_read_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rows");
        let rows = Connection::open(&path).unwrap();
        rows.execute_batch("PRAGMA page_size = 512; CREATE TABLE r (id INTEGER PRIMARY KEY, bytes BLOB)")
            .unwrap();
        let bytes = |length: usize| (0..length).map(|n| (n * 7 % 251) as u8).collect::<Vec<_>>();
        let filling = rows.unchecked_transaction().unwrap();
        for length in 1..1_600 {
            let row = (length as i64, bytes(length));
            filling.execute("INSERT INTO r VALUES (?1, ?2)", row).unwrap();
        }
        filling.commit().unwrap();
        let (pages, mut found) = (Pages::open(&path, 4_096).unwrap(), BTreeMap::new());
        pages
            .each(&mut |number, page| {
                for cell in pages.cells(number, page) {
                    let row = pages.row(&cell);
                    if let [_, Column::Blob(bytes)] = columns(&row)[..] {
                        found.insert(cell.row as usize, bytes.to_vec());
                    }
                }
            })
            .unwrap();
        assert_eq!(found.len(), 1_599);
        found.iter().for_each(|(length, found)| assert_eq!(*found, bytes(*length), "{length}"));
    }
}
