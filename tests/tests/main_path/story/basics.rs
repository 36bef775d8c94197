//! 基本信息 and 资格条件.

use super::super::stage::part;
use super::Story;
use super::pen::at;
use end_to_end::desktop::By;

/// The conditions that only a person can confirm.
const CONDITIONS: [&str; 5] = ["Q001", "Q002", "Q003", "Q004", "Q007"];

impl Story<'_> {
    /// The cover and the 申报表, but for 组织规模: that is proposed once the revenue is known.
    pub fn basics(&mut self) {
        self.types("filled_on");
        self.checks.gone("F022");
        self.industry();
        self.checks.gone("F007");
        self.choices();
        self.checks.changed("F004 F008 F012 F013", "V001");
        let staff = [
            "employees",
            "tqm_education_rate",
            "quality_staff_rate",
            "engineering_training_rate",
            "improvement_rate",
        ];
        for field in staff.into_iter().chain(["recommending_unit", "experience_name"]) {
            self.types(&format!("declaration.{field}"));
        }
        self.checks.gone("F010 F014 F015 N001");
        for field in ["name", "department", "position", "telephone", "mobile", "email", "address", "postcode"]
        {
            self.types(&format!("declaration.contact.{field}"));
        }
        self.checks.gone("F017");
    }

    /// The two levels of 行业分类, by a word of the second.
    fn industry(&self) {
        self.desk.type_into(By::Css(&at("declaration.industry")), "通用设备");
        self.desk.find(By::Role("option", self.text("declaration.industry")));
        self.desk.press("Enter");
        self.desk.gone(By::Css("[role=listbox]"));
    }

    fn choices(&self) {
        self.ticks("declaration.central_enterprise", "否");
        self.selects("declaration.organization_type");
        self.ticks("declaration.direction", "推动重点产业提质升级");
        self.ticks("declaration.iso9001", "是");
    }

    /// Takes the proposal of 组织规模.
    pub fn size_is_proposed(&mut self) {
        part(self.desk, "基本信息");
        let size = self.text("declaration.organization_size");
        self.desk.click(By::Role("button", &format!("按人数和收入应为“{size}”，采用")));
        self.desk.gone(By::Css("button.proposal"));
        self.checks.gone("F009");
    }

    /// Confirms one condition after the other.
    pub fn qualification(&mut self) {
        part(self.desk, "资格条件");
        for rule in CONDITIONS {
            self.desk
                .click(By::Css(&format!("{} input[type=checkbox]", at(&format!("confirmations.{rule}")))));
            self.types(&format!("confirmations.{rule}.by"));
            self.checks.gone(rule);
        }
        self.selects("qualification.capability_level");
        self.checks.changed("", "V013");
    }
}
