//! Any bytes are checked as a package: as the zip itself, and as the text of documents that are whole.
#![no_main]

use biaogan::edition::Editions;
use biaogan::verify::verify;
use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write};
use std::sync::LazyLock;
use tempfile::NamedTempFile;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

static EDITIONS: LazyLock<Editions> = LazyLock::new(Editions::built_in);

/// Checksums are right: changed bytes of a zip seldom get past them.
fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        zip.start_file(*name, stored).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fuzz_target!(|bytes: &[u8]| {
    let whole = if bytes.starts_with(b"<") {
        let document = zipped(&[("word/document.xml", bytes)]);
        zipped(&[("申报书.docx", &document), ("典型经验.docx", &document), ("证实性材料.docx", &document)])
    } else {
        bytes.to_vec()
    };
    let mut file = NamedTempFile::with_suffix("甲.zip").unwrap();
    file.write_all(&whole).unwrap();
    let today = "2026-05-08".parse().unwrap();
    verify(file.path(), &EDITIONS, Default::default(), today).unwrap();
});
