//! The four sections of the 典型经验.

use super::super::stage::{drawn, part};
use super::Story;
use super::writing::EDITOR;
use end_to_end::desktop::By;
use end_to_end::sample;
use serde_json::Value;

/// The table that is made in the program; the others come along with the text.
const MADE_HERE: &str = "t1";

impl Story<'_> {
    pub fn overview(&mut self) {
        part(self.desk, "组织概况");
        self.desk.find(By::Css(EDITOR));
        self.writes("overview");
        self.checks.changed("N004", "N017");
    }

    pub fn background(&mut self) {
        part(self.desk, "实施背景");
        self.writes("background");
        self.checks.gone("N004");
    }

    pub fn process(&mut self) {
        part(self.desk, "实施过程");
        self.writes("process");
        self.checks.gone("N004");
    }

    pub fn results(&mut self) {
        part(self.desk, "实施成效");
        self.writes("results");
        self.checks.gone("N004");
    }

    /// Writes a section from top to bottom: its first heading typed, texts pasted, figures, charts and a table put
    /// where they belong; at last what refers to them.
    fn writes(&self, section: &str) {
        self.desk.find(By::Css(&format!("[data-path='experience.{section}'] {EDITOR}")));
        let mut rest = self.blocks(section);
        if let [first, after @ ..] = rest
            && first["type"] == "heading"
        {
            self.types_heading(first);
            rest = after;
        }
        while let Some(at) = rest.iter().position(is_made_here) {
            if at > 0 {
                self.pastes(&rest[..at]);
                self.desk.press("Control+End");
            }
            self.makes(&rest[at], at > 0 && rest[at - 1]["type"] != "table");
            rest = &rest[at + 1..];
        }
        self.pastes(rest);
        self.refers_to_what_was_made(section);
    }

    fn types_heading(&self, heading: &Value) {
        self.desk.click(By::Css(EDITOR));
        self.desk.press(&format!("Control+Alt+{}", heading["attrs"]["level"].as_u64().expect("a level") - 1));
        self.desk.type_keys(&format!("{}\n", heading["content"][0]["text"].as_str().expect("text")));
    }

    fn makes(&self, block: &Value, in_a_new_line: bool) {
        if in_a_new_line {
            self.desk.press("Enter");
        }
        match block["type"].as_str().expect("a type") {
            "figure" => self.makes_figure(&block["attrs"]),
            "chart" => self.makes_chart(&block["attrs"]),
            _ => self.makes_table(block),
        }
    }

    fn makes_figure(&self, attrs: &Value) {
        let name = self.text(&format!("attachments.{}.name", text(attrs, "attachment")));
        self.desk.answer_dialog([sample::folder().join("files").join(name)]);
        let before = self.desk.find_all(By::Css("figure.figure-block")).len();
        self.tool("图片");
        self.desk.until(
            &format!("return document.querySelectorAll('figure.figure-block').length > {before}"),
            &[],
        );
        self.desk.until("return document.activeElement.ariaLabel === '图题'", &[]);
        self.desk.type_keys(&format!("{}\n", text(attrs, "caption")));
    }

    fn makes_chart(&self, attrs: &Value) {
        self.tool("图表");
        self.desk.until("return document.activeElement.type === 'checkbox'", &[]);
        drawn(self.desk);
        for series in attrs["series"].as_array().expect("series") {
            let tick = format!("dialog input[value='{}']", series.as_str().expect("a series"));
            self.desk.click(By::Css(&tick));
            self.desk.find(By::Css(&format!("{tick}:checked")));
        }
        self.desk.click(By::Css(&format!("dialog input[type=radio][value={}]", text(attrs, "kind"))));
        self.desk.click(By::Css("dialog .caption input"));
        self.desk.press("Control+a");
        self.desk.type_keys(text(attrs, "caption"));
        self.desk.click(By::Role("button", "插入"));
        self.desk.gone(By::Css("dialog"));
    }

    fn makes_table(&self, table: &Value) {
        let rows = table["content"].as_array().expect("rows");
        let cells = |row: &Value| row["content"].as_array().expect("cells").clone();
        self.tool("表格");
        for (name, count) in [("行数", rows.len()), ("列数", cells(&rows[0]).len())] {
            self.desk.click(By::Name(name));
            self.desk.press("Control+a");
            self.desk.type_keys(&count.to_string());
        }
        self.desk.type_into(By::Css("dialog .caption input"), text(&table["attrs"], "caption"));
        self.desk.press("Enter");
        self.desk.gone(By::Css("dialog"));
        let texts: Vec<String> = rows
            .iter()
            .flat_map(cells)
            .map(|cell| text(&cell["content"][0]["content"][0], "text").to_owned())
            .collect();
        self.desk.type_keys(&texts.join("\t"));
    }

    /// References are picked once all they may name is there.
    fn refers_to_what_was_made(&self, section: &str) {
        let blocks = self.blocks(section);
        let made: Vec<&Value> =
            blocks.iter().filter(|block| is_made_here(block)).map(|block| &block["attrs"]).collect();
        for paragraph in blocks.iter().filter(|block| block["type"] == "paragraph") {
            for pair in paragraph["content"].as_array().expect("text").windows(2) {
                let target = &pair[1]["attrs"]["target"];
                if let Some(attrs) = made.iter().find(|attrs| attrs["id"] == *target) {
                    let before: Vec<char> = text(&pair[0], "text").chars().collect();
                    let behind: String = before[before.len() - 12..].iter().collect();
                    self.refers(&behind, text(attrs, "caption"));
                }
            }
        }
    }
}

fn is_made_here(block: &Value) -> bool {
    ["figure", "chart"].contains(&block["type"].as_str().expect("a type"))
        || block["attrs"]["id"] == MADE_HERE
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("{key} of {value}"))
}
