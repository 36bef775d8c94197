//! Any bytes are read as a Word document or a package, and brought in as far as reading goes.
#![no_main]

use biaogan::edition::Editions;
use biaogan::import::read_files;
use libfuzzer_sys::fuzz_target;
use std::io::Write;
use std::sync::LazyLock;

static EDITIONS: LazyLock<Editions> = LazyLock::new(Editions::built_in);

fuzz_target!(|bytes: &[u8]| {
    let mut file = tempfile::NamedTempFile::with_suffix("申报书.docx").unwrap();
    file.write_all(bytes).unwrap();
    let _ = read_files(&[file.path().to_owned()], &EDITIONS, EDITIONS.latest(), 1);
});
