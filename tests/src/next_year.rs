//! The application of the year to come, and the notice that asks for it: for the stories in the window and on the
//! command line.

use crate::sample;
use serde_json::{Value, json};

/// A notice of 2027 with some thirty changes, as its text is copied from a web page.
pub const NOTICE: &str = include_str!("../../src-tauri/crates/core/src/notice/tests/notice-2027.txt");

/// What a year of work on a rolled draft comes to.
pub struct WorkedOn {
    /// The sample as it is a year later: its figures under the years that moved on.
    pub content: Value,
    /// Files that the rolled draft lacks, by the id they are attached with.
    pub files: Vec<(String, String)>,
}

/// Works on a draft that the sample was rolled to.
pub fn worked_on(rolled: &Value) -> WorkedOn {
    let years = (2019..=2040).rev().map(|year: u16| (year.to_string(), (year + 1).to_string()));
    let later = years.fold(sample::content().to_string(), |json, (year, next)| json.replace(&year, &next));
    let mut content: Value = serde_json::from_str(&later).expect("JSON");
    content["edition"] = rolled["edition"].clone();
    let attached = content["attachments"].as_object().expect("files");
    let files = attached.iter().filter(|(id, _)| rolled["attachments"].get(id.as_str()).is_none());
    let files =
        files.map(|(id, file)| (id.clone(), file["name"].as_str().expect("a name").to_owned())).collect();
    WorkedOn { content, files }
}

/// Fills in what the notice of 2027 asks for besides.
pub fn as_the_notice_asks(mut moved: Value) -> Value {
    let values = json!({ "2024": "71.5", "2025": "76.2", "2026": "82.0" });
    for row in
        moved["benefits"].as_array_mut().expect("rows").iter_mut().filter(|row| row["name"] == "数控化率")
    {
        row["values"] = values.clone();
        row["industry_average"] = json!("60.3");
        row["industry_best"] = json!("88.1");
        row["rank"] = json!("5");
    }
    for row in moved["social"]
        .as_array_mut()
        .expect("rows")
        .iter_mut()
        .filter(|row| row["item"] == "带动就业方面的情况")
    {
        row["values"] = json!({ "2024": "1210", "2025": "1248", "2026": "1286" });
    }
    moved
}
