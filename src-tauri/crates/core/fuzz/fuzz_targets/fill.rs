//! Any bytes are read as a workbook and filled in as far as that goes: as a file, and as the sheet of a whole one.
#![no_main]

use biaogan::draft::Draft;
use biaogan::edition::Editions;
use biaogan::xlsx::foresee;
use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write};
use std::sync::LazyLock;
use tempfile::NamedTempFile;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

static EDITIONS: LazyLock<Editions> = LazyLock::new(Editions::built_in);

thread_local! {
    static DRAFT: Draft = {
        let place = tempfile::tempdir().unwrap().keep().join("sample.biaogan");
        Draft::create_sample(&place, &EDITIONS, Default::default()).unwrap()
    };
}

const WORKBOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
 <sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const RELATIONSHIPS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
 <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"
 Target="worksheets/sheet1.xml"/></Relationships>"#;

/// A workbook whose only sheet this is. Checksums are right: changed bytes of a zip seldom get past them.
fn workbook(sheet: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in [
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONSHIPS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
    ] {
        let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        zip.start_file(name, stored).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fuzz_target!(|bytes: &[u8]| {
    let whole = if bytes.starts_with(b"<") { workbook(bytes) } else { bytes.to_vec() };
    let mut file = NamedTempFile::with_suffix(".xlsx").unwrap();
    file.write_all(&whole).unwrap();
    DRAFT.with(|draft| drop(foresee(draft, file.path(), &EDITIONS)));
});
