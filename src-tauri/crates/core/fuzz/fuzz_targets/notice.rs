//! Any bytes are read as an official notice: Word, PDF or text. What is one gives an edition file and a form.
#![no_main]

use biaogan::edition::{Editions, Shelf};
use biaogan::notice::{of_file, read_notice, toml};
use libfuzzer_sys::fuzz_target;
use std::path::Path;
use std::sync::LazyLock;

static EDITIONS: LazyLock<Editions> = LazyLock::new(Editions::built_in);

fuzz_target!(|bytes: &[u8]| {
    let Ok(lines) = of_file(bytes.to_vec()) else { return };
    let Ok(reading) = read_notice(lines, EDITIONS.latest()) else { return };
    let _ = toml(&reading);
    let shelf = Shelf::read(Path::new(""));
    let draft = shelf.of_reading(&reading.file).unwrap();
    let _ = shelf.fill(&draft).unwrap();
});
