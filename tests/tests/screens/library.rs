//! A library with all that can lie in it: this year's draft, last year's, one that is damaged, one thrown away,
//! backups.

use biaogan::draft::{Draft, NewFile, Source, backup};
use biaogan::edition::Editions;
use biaogan::form::Content;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

const PHOTO: &[u8] = include_bytes!("../../../src-tauri/crates/core/src/evidence/samples/photo.jpg");

/// Fills the library of a home whose user has read the page that greets.
pub fn fill(home: &Path) {
    let data = home.join(".local/share/biaogan");
    let library = home.join("质量标杆申报");
    fs::create_dir_all(&data).expect("a folder");
    fs::create_dir_all(&library).expect("a folder");
    let settings = json!({ "library": library, "welcomed": true });
    fs::write(data.join("settings.json"), settings.to_string()).expect("written");
    let sample = sample(&library.join("示例.biaogan"), &data.join("backups"));
    last_years(&library.join("杭州虚屿轴承有限公司-2025.biaogan"), &sample);
    damaged(&library.join("报送前.biaogan"));
}

fn sample(path: &Path, backups: &Path) -> Value {
    let at = "2026-05-06T16:20:00+08:00".parse().expect("a time");
    let draft = Draft::create_sample(path, &Editions::built_in(), at).expect("the sample");
    backup::back_up(&draft, backups, at, backup::Reason::Closing).expect("backed up");
    serde_json::to_value(draft.content().expect("content")).expect("JSON")
}

/// An application of 2025 with values of 2022 to 2024, and with the sample's pages that have no years.
fn last_years(path: &Path, sample: &Value) {
    let editions = Editions::built_in();
    let mut old =
        serde_json::to_value(Content::empty(editions.get("2025").expect("built in"))).expect("JSON");
    for page in ["declaration", "recommendation", "pledge", "qualification", "confirmations"] {
        old[page] = sample[page].clone();
    }
    old["organization"] = json!("杭州虚屿轴承有限公司");
    old["filled_on"] = json!("2025-05-06");
    old["benefits"][0]["values"] = json!({ "2022": "74.8", "2023": "79.6", "2024": "84.3" });
    old["benefits"][0]["rank"] = json!("3");
    old["evidence"] = json!([{ "id": "e1", "category": "iso9001", "title": "ISO 9001质量管理体系认证证书",
        "expires_on": "2026-03-01", "files": ["a1"] }]);
    let old: Content = serde_json::from_value(old).expect("content");
    let at = "2025-05-06T09:30:00+08:00".parse().expect("a time");
    let mut draft = Draft::create(path, &old, at).expect("made");
    let file = NewFile { name: "证书.jpg".into(), id: None, source: Source::Bytes(PHOTO.into()) };
    draft.attach(&[file], at).expect("attached");
}

/// A draft whose middle a bad stick has overwritten.
fn damaged(path: &PathBuf) {
    let at = "2026-04-20T10:00:00+08:00".parse().expect("a time");
    drop(Draft::create_sample(path, &Editions::built_in(), at).expect("the sample"));
    let mut bytes = fs::read(path).expect("read");
    let half = bytes.len() / 2;
    bytes[4096..half].fill(0xA5);
    fs::write(path, bytes).expect("written");
}
