//! Writing into the editor of the 典型经验.

use super::Story;
use end_to_end::desktop::By;
use serde_json::{Value, json};

/// The text of the section.
pub const EDITOR: &str = ".ProseMirror[contenteditable=true]";

/// Whether the cursor is there, and no figure is selected any more.
const AT_THE_END: &str = "
return document.querySelector(arguments[0]).contains(getSelection().anchorNode) && !document.querySelector('figure.selected')";

impl Story<'_> {
    /// Pastes blocks of the sample as Word puts them on the clipboard, at the end of the section. Whatever a paste
    /// cannot bring is left out: figures, charts, and references to what is not pasted along.
    #[track_caller]
    pub fn pastes(&self, blocks: &[Value]) {
        self.desk.copy(&plain(blocks), Some(&html(blocks)));
        self.at_the_end();
        self.desk.press("Control+v");
        let last = blocks.last().expect("a block");
        if last["type"] == "paragraph" {
            let end: Vec<char> = plain(std::slice::from_ref(last)).trim().chars().collect();
            self.desk.find(By::Text(&end[end.len() - 10..].iter().collect::<String>()));
        }
    }

    /// Puts the cursor behind everything.
    pub fn at_the_end(&self) {
        let last = format!("{EDITOR} > :last-child");
        self.clicks(&last);
        self.desk.press("Control+End");
        self.desk.until(AT_THE_END, &[json!(last)]);
    }

    /// Presses a button of the editor.
    pub fn tool(&self, name: &str) {
        self.desk.click(By::Css(&format!("[role=toolbar] button[aria-label='{name}']")));
    }

    /// Refers to a figure, chart or table right behind a text.
    #[track_caller]
    pub fn refers(&self, behind: &str, caption: &str) {
        let count = self.desk.find_all(By::Css(".reference")).len();
        self.desk.click_behind(EDITOR, behind);
        self.tool("引用图表、材料（图N、证实性材料第N项）");
        self.desk.type_into(By::Css("dialog input[role=combobox]"), caption);
        self.desk.find(By::Css("dialog [role=option][aria-selected=true]"));
        self.desk.press("Enter");
        self.desk.gone(By::Css("dialog"));
        self.desk
            .until("return document.querySelectorAll('.reference').length > arguments[0]", &[json!(count)]);
    }

    /// The blocks of a section of the sample.
    pub fn blocks(&self, section: &str) -> &[Value] {
        self.value(&format!("experience.{section}.content")).as_array().expect("blocks")
    }
}

/// What Word writes of such blocks.
fn html(blocks: &[Value]) -> String {
    let tables = blocks
        .iter()
        .filter(|block| block["type"] == "table")
        .filter_map(|block| block["attrs"]["id"].as_str());
    Word { tables: tables.collect() }.blocks(blocks)
}

/// Writes HTML.
struct Word<'a> {
    /// The tables that are pasted along: texts refer to them by their labels.
    tables: Vec<&'a str>,
}

impl Word<'_> {
    fn blocks(&self, blocks: &[Value]) -> String {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&self, block: &Value) -> String {
        match block["type"].as_str().expect("a type") {
            "heading" => format!("<h{0}>{1}</h{0}>", block["attrs"]["level"], self.line(block)),
            "paragraph" => format!("<p>{}</p>", self.line(block)),
            "bulletList" => format!(
                "<ul>{}</ul>",
                each(block, |item| format!("<li>{}</li>", self.blocks(children(item))))
            ),
            "table" => format!("<p>{}</p><table>{}</table>", title(block), each(block, |row| self.row(row))),
            other => panic!("{other} is not pasted"),
        }
    }

    fn row(&self, row: &Value) -> String {
        let cell = |cell: &Value| {
            let tag = if cell["type"] == "tableHeader" { "th" } else { "td" };
            let spans = ["colspan", "rowspan"].map(|name| format!("{name}={}", cell["attrs"][name]));
            format!("<{tag} {}>{}</{tag}>", spans.join(" "), self.blocks(children(cell)))
        };
        format!("<tr>{}</tr>", each(row, cell))
    }

    fn line(&self, block: &Value) -> String {
        each(block, |inline| {
            let text = inline["text"].as_str().unwrap_or_default();
            match inline["attrs"]["target"].as_str() {
                Some(target) if self.tables.contains(&target) => label(target),
                _ if inline["marks"][0]["type"] == "bold" => format!("<b>{text}</b>"),
                _ => text.to_owned(),
            }
        })
    }
}

/// `表1 …`, above a table.
fn title(table: &Value) -> String {
    let text = |key: &str| table["attrs"][key].as_str().expect("a text");
    format!("{} {}", label(text("id")), text("caption"))
}

/// The label by which a table that is pasted along is known again.
fn label(id: &str) -> String {
    id.replace('t', "表")
}

/// The same as plain text.
fn plain(blocks: &[Value]) -> String {
    let mut text = String::new();
    for block in blocks {
        match block["text"].as_str() {
            Some(own) => text += own,
            None => text += &plain(children(block)),
        }
        if block["type"] == "paragraph" || block["type"] == "heading" {
            text += "\n";
        }
    }
    text
}

fn children(node: &Value) -> &[Value] {
    node["content"].as_array().map_or(&[], Vec::as_slice)
}

fn each(node: &Value, write: impl Fn(&Value) -> String) -> String {
    children(node).iter().map(write).collect()
}
