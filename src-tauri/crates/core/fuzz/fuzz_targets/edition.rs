//! Any text is read as an edition file, by itself and as what differs from the newest; what is one is drawn.
#![no_main]

use biaogan::date::Date;
use biaogan::edition::Edition;
use biaogan::package::preview_empty;
use libfuzzer_sys::fuzz_target;
use std::path::Path;

const HEAD: &str = "id = \"2027\"\nbased_on = \"2026\"\nyear = 2027\ndeadline = \"2027-05-18\"\n";

fuzz_target!(|text: &str| {
    for text in [text.to_owned(), format!("{HEAD}{text}")] {
        if let Ok(edition) = Edition::from_toml(&text, Path::new("2027.toml")) {
            let today = Date::parse("2027-05-01").unwrap();
            preview_empty(&edition, today).unwrap();
        }
    }
});
