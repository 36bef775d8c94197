//! What axe-core finds wrong for people who use a screen reader or the keyboard alone.

use super::Desk;
use serde_json::Value;
use std::fmt;
use std::path::Path;

/// A rule of axe-core that the screen breaks.
#[derive(Debug, Clone)]
pub struct Violation {
    /// The rule, such as `label`.
    pub id: String,
    /// `serious` or `critical`.
    pub impact: String,
    /// What it asks for.
    pub help: String,
    /// The elements, as HTML.
    pub elements: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}): {}", self.id, self.impact, self.help)?;
        self.elements.iter().try_for_each(|element| write!(f, "\n  {element}"))
    }
}

const RUN: &str = "
const done = arguments[0];
axe.run(document, { resultTypes: ['violations'] }).then(
  (found) => done(found.violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, nodes: nodes.map((n) => n.html) }))),
  (error) => done(String(error)));";

impl Desk {
    /// Has axe-core look at the screen as it is; gives what is serious or critical.
    #[track_caller]
    pub fn axe(&self) -> Vec<Violation> {
        if self.run("return typeof axe === 'undefined'", &[]) == true {
            // As a script of the driver's, which the content security policy lets pass.
            let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
            let source =
                std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            self.run(&source, &[]);
        }
        let found = self.run_async(RUN, &[]);
        let found = found.as_array().unwrap_or_else(|| panic!("axe-core: {found}"));
        let grave = |one: &&Value| one["impact"] == "serious" || one["impact"] == "critical";
        found.iter().filter(grave).map(violation).collect()
    }
}

fn violation(found: &Value) -> Violation {
    let text = |key: &str| found[key].as_str().unwrap_or_default().to_owned();
    let elements =
        found["nodes"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
    Violation { id: text("id"), impact: text("impact"), help: text("help"), elements: elements.collect() }
}
