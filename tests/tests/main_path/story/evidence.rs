//! 证实性材料: a slot after the other, its files through the dialog.

use super::super::stage::{part, stored};
use super::Story;
use super::pen::at;
use end_to_end::desktop::By;
use end_to_end::sample;
use serde_json::{Value, json};
use std::path::PathBuf;

/// The items of the sample: category, and the findings that go with it.
const ITEMS: [(&str, &str); 9] = [
    ("iso9001", "V001"),
    ("satisfaction", "V003"),
    ("loyalty", "V004"),
    ("honor", "N017 V007"),
    ("patent", ""),
    ("innovation", ""),
    ("financial", "V005"),
    ("environment", "V014"),
    ("capability_level", "V013"),
];

impl Story<'_> {
    pub fn evidence(&mut self) {
        part(self.desk, "证实性材料");
        for (index, (category, gone)) in ITEMS.into_iter().enumerate() {
            self.adds(index, category);
            self.describes(index);
            self.checks.gone(gone);
        }
    }

    /// Chooses an item's files in the dialog of its slot.
    fn adds(&self, index: usize, category: &str) {
        assert_eq!(self.text(&format!("evidence[{index}].category")), category);
        let ids = self.value(&format!("evidence[{index}].files")).as_array().expect("files");
        let files: Vec<PathBuf> = ids.iter().map(|id| self.file(id)).collect();
        self.desk.answer_dialog(&files);
        self.clicks(&format!("[data-slot={category}] > header button[aria-label$='：添加文件']"));
        let shown = "return document.querySelectorAll(arguments[0] + ' [data-file]').length === arguments[1]";
        self.desk.until(shown, &[json!(at(&format!("evidence[{index}]"))), json!(files.len())]);
        // The line that told of the progress goes, and what is below it moves up.
        self.desk.gone(By::Css(".notes .running"));
    }

    /// A file of the sample, by its attachment's id.
    pub fn file(&self, id: &Value) -> PathBuf {
        let name = self.text(&format!("attachments.{}.name", id.as_str().expect("an id")));
        sample::folder().join("files").join(name)
    }

    /// Its title, days, years, seal and note; a scan that lies on its side is turned.
    fn describes(&self, index: usize) {
        let field = |name: &str| format!("evidence[{index}].{name}");
        self.types_over(&field("title"));
        for name in ["issued_on", "expires_on", "purpose", "note"] {
            if self.value(&field(name)).as_str().is_some_and(|text| !text.is_empty()) {
                self.types(&field(name));
            }
        }
        for year in self.value(&field("years")).as_array().expect("years") {
            self.presses(&field("years"), year.as_str().expect("a year"));
        }
        if self.value(&field("sealed")) == true {
            self.presses(&field("sealed"), "是");
        }
        self.confirms(index);
        for name in ["title", "issued_on", "expires_on", "purpose", "proves", "note", "years", "sealed"] {
            let pointer = format!("/evidence/{index}/{name}");
            stored(&self.path, &pointer, self.value(&field(name)));
        }
        if !self.value(&field("rotation")).as_object().expect("by file").is_empty() {
            self.clicks(&format!(
                "{} button[aria-label$='顺时针旋转90度']",
                at(&format!("evidence[{index}]"))
            ));
        }
    }

    /// Confirms all that it is offered to prove.
    fn confirms(&self, index: usize) {
        let proves = format!("evidence[{index}].proves");
        let count = self.value(&proves).as_array().expect("a list").len();
        let offered = "return document.querySelectorAll(arguments[0] + ' .likely').length === arguments[1]";
        self.desk.until(offered, &[json!(at(&proves)), json!(count)]);
        if count > 0 {
            let one = if count > 1 { "button.all" } else { "button.likely" };
            self.clicks(&format!("{} {one}", at(&proves)));
        }
    }

    fn presses(&self, path: &str, button: &str) {
        self.among(&format!("{} button", at(path)), button).click();
    }
}
