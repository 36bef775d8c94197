//! Content as JSON, whatever it says, goes through every check.
#![no_main]

use biaogan::date::Date;
use biaogan::edition::Editions;
use biaogan::form::Content;
use biaogan::rules::{Facts, check};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static EDITIONS: LazyLock<Editions> = LazyLock::new(Editions::built_in);

fuzz_target!(|json: &str| {
    let edition = EDITIONS.latest();
    if let Ok(content) = Content::from_json(json, &EDITIONS, edition) {
        let facts = Facts::on(Date::new(2026, 5, 8).expect("a day"));
        for finding in check(&content, edition, &facts) {
            assert!(!finding.message.is_empty() && !finding.clause.is_empty());
        }
    }
});
