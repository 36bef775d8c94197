//! Any bytes are read as a Word document and counted.
#![no_main]

use biaogan::counting::count_document;
use biaogan::edition::Editions;
use biaogan::ooxml::read_document;
use libfuzzer_sys::fuzz_target;
use std::io::Cursor;
use std::sync::LazyLock;

static EDITIONS: LazyLock<Editions> = LazyLock::new(Editions::built_in);

fuzz_target!(|bytes: &[u8]| {
    if let Ok(document) = read_document(Cursor::new(bytes)) {
        count_document(&document, EDITIONS.latest());
    }
});
