//! 导出与报送: refused while something is missing; then the two packages, and ticking off what was sent.

use super::super::package::{PACKAGES, into_folder, is_what_the_core_makes, makes};
use super::super::stage::{part, stored};
use super::Story;
use biaogan::documents::Stage;
use end_to_end::desktop::By;
use end_to_end::docx::{Document, open_package, squeeze};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

impl Story<'_> {
    /// Before all is filled in there is no final package, and it is said what stands in the way; each line leads to its
    /// place.
    pub fn final_package_is_refused(&self) {
        part(self.desk, "导出与报送");
        let blocking = self.checks.blocking();
        let counted = format!("还有 {} 项需要解决或确认，解决后才能生成正式材料", blocking.len());
        self.desk.find(By::Text(&counted));
        let mut messages: Vec<&str> = blocking.iter().map(|one| one.message.as_str()).collect();
        messages.sort_unstable();
        let listed = "const shown = [...document.querySelectorAll('main details li')].map((one) => one.textContent.trim());
            return JSON.stringify(shown.sort()) === JSON.stringify(arguments[0].sort())";
        self.desk.until(listed, &[json!(messages)]);
        let button = self.desk.find(By::Role("button", "生成正式材料"));
        assert_eq!(
            (button.attribute("disabled"), button.attribute("title")),
            ("true".into(), "还有需要解决或确认的项".into())
        );
        self.desk.click(By::Css("main summary"));
        self.desk.click(By::Css("main details button"));
        let first = blocking[0].path.as_str();
        self.desk.until(
            "return document.activeElement.closest('[data-path]')?.dataset.path === arguments[0]",
            &[json!(first)],
        );
    }

    /// Makes the draft and the final package; each is what the core makes of the same draft, and holds what was typed.
    pub fn packages(&mut self, to: &Path) {
        part(self.desk, "导出与报送");
        self.desk.find(By::Text("没有妨碍正式报送的问题"));
        into_folder(self.desk, to);
        for (button, stage, end) in PACKAGES {
            let zip = to.join(format!("{}{end}.zip", self.text("organization")));
            makes(self.desk, button, &zip);
            is_what_the_core_makes(&zip, &self.path, stage);
            self.holds_what_was_typed(&zip);
            self.checks.changed("", if stage == Stage::Final { "P005×2" } else { "" });
        }
        assert_eq!(fs::read_dir(to).expect("listed").count(), 6, "nothing besides");
    }

    fn holds_what_was_typed(&self, zip: &Path) {
        let documents = open_package(zip);
        let names: Vec<&str> = documents.keys().map(String::as_str).collect();
        assert_eq!(names, ["典型经验.docx", "申报书.docx", "证实性材料.docx"]);
        let form = ["organization", "declaration", "market", "benefits", "social", "brand", "competitors"];
        for part in form {
            holds(&documents["申报书.docx"], self.value(part));
        }
        holds(&documents["典型经验.docx"], self.value("declaration.experience_name"));
        holds(&documents["典型经验.docx"], self.value("experience"));
        for item in self.value("evidence").as_array().expect("items") {
            holds(&documents["证实性材料.docx"], &item["title"]);
            holds(&documents["证实性材料.docx"], &item["note"]);
        }
    }

    /// Ticks off the online form and the mail: nothing is left.
    pub fn sent(&mut self) {
        for (tick, key) in [("在线填报已完成", "online_form_on"), ("邮件已发送", "emailed_on")] {
            self.desk.click(By::Name(tick));
            stored(&self.path, &format!("/submission/{key}"), &json!("2026-05-08"));
        }
        self.checks.gone("P005×2");
        self.checks.none_is_left();
    }
}

/// A document has every text below a value.
#[track_caller]
fn holds(document: &Document, value: &Value) {
    let printed = document.squeezed();
    let mut missing = Vec::new();
    texts(value, &mut |text| {
        if !printed.contains(&squeeze(text)) {
            missing.push(text.to_owned());
        }
    });
    assert!(missing.is_empty(), "{missing:?}");
}

/// The texts that are printed as they were typed; what stands for a choice is printed in other words.
fn texts(value: &Value, take: &mut impl FnMut(&str)) {
    const CHOICES: [&str; 12] = [
        "type",
        "id",
        "target",
        "attachment",
        "kind",
        "series",
        "marks",
        "direction",
        "key",
        "better",
        "method",
        "width",
    ];
    match value {
        Value::String(text) => take(text),
        Value::Array(items) => items.iter().for_each(|item| texts(item, take)),
        Value::Object(fields) => {
            fields
                .iter()
                .filter(|(key, _)| !CHOICES.contains(&key.as_str()))
                .for_each(|(_, field)| texts(field, take));
        }
        _ => {}
    }
}
