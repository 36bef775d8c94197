//! 签章页: what is typed on the two pages, and the scans that replace them.

use super::super::stage::part;
use super::Story;
use super::pen::at;
use end_to_end::desktop::By;

impl Story<'_> {
    pub fn signed_pages(&mut self) {
        part(self.desk, "签章页");
        self.types("pledge.signed_on");
        for field in ["unit", "contact", "telephone", "mobile", "email", "opinion", "signed_on"] {
            self.types(&format!("recommendation.{field}"));
        }
        self.checks.gone("F025 S003");
        for (page, gone) in [("pledge", "S001"), ("recommendation", "S002")] {
            let place = format!("signed_pages.{page}");
            self.desk.answer_dialog([self.file(&self.value(&place)[0])]);
            self.clicks(&format!("aside{} button.empty", at(&place)));
            self.desk.find(By::Css(&format!("aside{} button.open", at(&place))));
            self.checks.gone(gone);
        }
    }
}
