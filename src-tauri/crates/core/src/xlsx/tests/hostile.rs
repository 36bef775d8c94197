//! Workbooks that claim or hold more than any of ours are refused in a moment, before room is made for it.

use super::read_bytes;
use std::io::{Cursor, Write};
use std::time::{Duration, Instant};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook with one sheet and these shared strings.
fn book(sheet: &str, strings: &str) -> Vec<u8> {
    let relation = |id: &str, kind: &str, part: &str| {
        format!("<Relationship Id='{id}' Type='{RELATIONS}/{kind}' Target='{part}'/>")
    };
    let leads = relation("a", "worksheet", "worksheets/sheet1.xml")
        + &relation("b", "sharedStrings", "sharedStrings.xml");
    let sheets = "<sheets><sheet name='表' sheetId='1' r:id='a'/></sheets>";
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let whole = relation("a", "officeDocument", "xl/workbook.xml");
    for (name, text) in [
        ("_rels/.rels", format!("<Relationships>{whole}</Relationships>")),
        ("xl/workbook.xml", format!("<workbook xmlns:r='{RELATIONS}'>{sheets}</workbook>")),
        ("xl/_rels/workbook.xml.rels", format!("<Relationships>{leads}</Relationships>")),
        ("xl/worksheets/sheet1.xml", sheet.to_owned()),
        ("xl/sharedStrings.xml", strings.to_owned()),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn sheet(rows: &str, behind: &str) -> String {
    format!("<worksheet><sheetData>{rows}</sheetData>{behind}</worksheet>")
}

#[track_caller]
fn check(bytes: Vec<u8>, expected: &str) {
    let begun = Instant::now();
    let refused = read_bytes(bytes).unwrap_err();
    assert!(refused.contains(expected), "{refused}");
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
}

#[test]
fn what_a_workbook_claims_is_not_made_room_for() {
    let row = "<row r='1'><c r='A1' t='s'><v>0</v></c></row>";
    let strings = "<sst><si><t>甲</t></si></sst>";
    assert!(read_bytes(book(&sheet(row, ""), strings)).is_ok());
    let claims = |number: &str| strings.replace("<sst", &format!("<sst uniqueCount='{number}'"));
    for number in ["1000000000000", "18446744073709551615"] {
        check(book(&sheet(row, ""), &claims(number)), "太大");
    }
    let shared = "<row r='1'><c r='A1'><f t='shared' ref='A1:A2' si='4000000000'>1</f><v>1</v></c></row>";
    check(book(&sheet(shared, ""), strings), "太大");
    let billions =
        format!("<worksheet><dimension ref='A1:XFD1048576'/><sheetData>{row}</sheetData></worksheet>");
    assert!(read_bytes(book(&billions, strings)).is_ok());
}

#[test]
fn what_a_workbook_holds_is_bounded() {
    let strings = "<sst><si><t>甲</t></si></sst>";
    let row = |number: usize| format!("<row r='{number}'><c r='A{number}' t='s'><v>0</v></c></row>");
    let rows: String = (1..4_990).map(row).collect();
    let merged = "<mergeCells><mergeCell ref='A1:GR5000'/></mergeCells>";
    check(book(&sheet(&rows, merged), strings), "太大");
    let long = strings.replace('甲', &"甲".repeat(20_000));
    check(book(&sheet(&rows, ""), &long), "太大");
    check(book(&sheet(&"<a>".repeat(200), ""), strings), "太大");
    check(book(&sheet(&row(1), ""), &strings.replace("<si>", &"<si></si>".repeat(600_000))), "太大");
    check(book(&sheet(&row(1), ""), &["<!DOCTYPE a [<!ENTITY x 'y'>]>", strings].concat()), "DOCTYPE");
    check(book(&sheet("<row r='1'><c r='XFD1'><v>1</v></c></row>", ""), strings), "200 列");
}

/// An OLE file ([MS-CFB]) with a workbook of these sheets ([MS-XLS]).
fn old(sheets: &[Vec<u8>]) -> Vec<u8> {
    const SECTOR: usize = 512;
    let begin = record(0x0809, &[0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    let mut at = begin.len() + sheets.len() * 13 + 4;
    let mut stream = begin;
    for sheet in sheets {
        stream.extend(record(0x0085, &[&(at as u32).to_le_bytes()[..], &[0, 0, 1, 0, b'a']].concat()));
        at += sheet.len();
    }
    stream.extend(record(0x000A, &[]));
    stream.extend(sheets.concat());
    stream.resize(stream.len().next_multiple_of(SECTOR).max(8 * SECTOR), 0);
    let count = (stream.len() / SECTOR) as u32;
    // The allocation table, the directory, then the stream.
    let mut table: Vec<u32> = [0xFFFF_FFFD, 0xFFFF_FFFE].into_iter().chain(3..count + 2).collect();
    table.push(0xFFFF_FFFE);
    table.resize(SECTOR / 4, u32::MAX);
    let mut head = vec![0; SECTOR];
    head[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    head[24..34].copy_from_slice(&[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    let numbers = [(44, 1), (48, 1), (56, 4096), (60, u32::MAX - 1), (68, u32::MAX - 1)];
    numbers.iter().for_each(|(at, number)| head[*at..at + 4].copy_from_slice(&u32::to_le_bytes(*number)));
    head[80..].fill(0xFF);
    let names = [("Root Entry", 5, u32::MAX - 1, 0), ("Workbook", 2, 2, stream.len() as u32)];
    let directory = names.map(|(name, kind, start, length)| entry(name, kind, start, length)).concat();
    let table = table.iter().flat_map(|number| number.to_le_bytes()).collect();
    [head, table, directory, vec![0; 256], stream].concat()
}

fn entry(name: &str, kind: u8, start: u32, length: u32) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    let named = entry.len() as u16;
    entry.resize(128, 0);
    entry[64..66].copy_from_slice(&named.to_le_bytes());
    entry[66] = kind;
    entry[68..80].fill(0xFF);
    entry[116..120].copy_from_slice(&start.to_le_bytes());
    entry[120..124].copy_from_slice(&length.to_le_bytes());
    if kind == 5 {
        entry[76..80].copy_from_slice(&1u32.to_le_bytes());
    }
    entry
}

fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &(body.len() as u16).to_le_bytes(), body].concat()
}

/// A sheet with these records in it.
fn old_sheet(records: &[Vec<u8>]) -> Vec<u8> {
    let begin = record(0x0809, &[0, 6, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    [begin, records.concat(), record(0x000A, &[])].concat()
}

fn number(row: u16, column: u16) -> Vec<u8> {
    let place = [row.to_le_bytes(), column.to_le_bytes(), [0; 2]].concat();
    record(0x0203, &[&place[..], &1f64.to_le_bytes()].concat())
}

#[test]
fn an_old_workbook_is_bounded_likewise() {
    let read = read_bytes(old(&[old_sheet(&[number(0, 0)])])).unwrap();
    assert_eq!(read.sheets[0].rows[&0][&0].text, "1");
    check(old(&[old_sheet(&[number(0, 0), number(65_535, 255)])]), "200 列");
    let claims = [[0; 4], [0xF0, 0xFF, 0xFF, 0xFF], [0, 0, 0xFF, 0xFF], [0; 4]].concat();
    check(old(&[old_sheet(&[record(0x0200, &claims[..14]), number(0, 0)])]), "200 列");
    let wide = old_sheet(&[number(0, 199), number(4_999, 0)]);
    check(old(&vec![wide; 100]), "200 列");
}
