//! 图N and 表N of the editor's documents, through all sections.

use serde_json::Value;
use std::collections::HashMap;

/// What a reference to each id prints.
pub struct Captions(HashMap<String, String>);

impl Captions {
    /// Counts figures and charts together and tables by themselves; of several with one id the first is meant.
    pub fn of(sections: &[Value]) -> Captions {
        let (mut labels, mut counts) = (HashMap::new(), Counts::default());
        for block in sections.iter().flat_map(|section| section["content"].as_array().into_iter().flatten()) {
            let Some(label) = counts.next(block) else { continue };
            let id = block["attrs"]["id"].as_str().expect("an id");
            labels.entry(id.to_owned()).or_insert(label);
        }
        Captions(labels)
    }

    /// What a reference prints, if there is something of that id.
    pub fn get(&self, id: &str) -> Option<&String> {
        self.0.get(id)
    }
}

/// How many figures and tables there were.
#[derive(Default)]
pub struct Counts {
    figures: usize,
    tables: usize,
}

impl Counts {
    /// The number of a figure, chart or table that comes next.
    pub fn next(&mut self, block: &Value) -> Option<String> {
        let (label, count) = match block["type"].as_str().expect("a type") {
            "figure" | "chart" => ("图", &mut self.figures),
            "table" => ("表", &mut self.tables),
            _ => return None,
        };
        *count += 1;
        Some(format!("{label}{count}"))
    }
}
