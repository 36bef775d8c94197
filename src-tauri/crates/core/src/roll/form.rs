//! Cover, 承诺书, 推荐表, 申报表 and what is answered beside the form.

use super::rolling::Rolling;
use crate::date::Date;
use crate::edition::DeclarationLabels;
use crate::form::{Contact, Declaration, Grade, Path, Submission, Text};
use std::collections::HashMap;
use std::mem::take;

impl Rolling<'_> {
    pub(super) fn form(&mut self) {
        let organization = self.content.organization.clone();
        let labels = &self.to.application;
        self.carried(Path::root("organization"), "", &labels.organization, &organization);
        let filled_on = self.content.filled_on.take();
        self.emptied(Path::root("filled_on"), "", &labels.filled_on, &day(filled_on));
        let signed_on = self.content.pledge.signed_on.take();
        let label = labels.pledge.signed_on.trim_end_matches('：');
        self.emptied(Path::root("pledge").key("signed_on"), "", label, &day(signed_on));
        self.recommendation();
        self.declaration();
        self.signed_pages();
        self.qualification();
        self.submission();
        self.confirmations();
        self.criteria();
        self.acknowledged();
    }

    /// Unit and contact stay; opinion and seal are of the old call.
    fn recommendation(&mut self) {
        let (labels, root) = (&self.to.application.recommendation, Path::root("recommendation"));
        let given = self.content.recommendation.clone();
        for (key, label, value) in [
            ("unit", &labels.unit, &given.unit),
            ("contact", &labels.contact, &given.contact),
            ("telephone", &labels.telephone, &given.telephone),
            ("mobile", &labels.mobile, &given.mobile),
            ("email", &labels.email, &given.email),
        ] {
            self.carried(root.key(key), "", label, value);
        }
        let opinion = take(&mut self.content.recommendation.opinion);
        self.emptied(root.key("opinion"), "", labels.opinion.trim_end_matches('：'), &opinion);
        let signed_on = self.content.recommendation.signed_on.take();
        self.emptied(root.key("signed_on"), "", "盖章日期", &day(signed_on));
    }

    fn declaration(&mut self) {
        let (labels, given) = (&self.to.application.declaration, self.content.declaration.clone());
        let root = Path::root("declaration");
        for (key, label, value) in texts(labels, &given) {
            self.carried(root.key(key), "", short(label), value);
        }
        for (key, label, value) in choices(labels, &given) {
            self.carried(root.key(key), "", short(label), value);
        }
        for (key, label, value) in contact(labels, &given.contact) {
            self.carried(root.key("contact").key(key), "", label, value);
        }
    }

    fn signed_pages(&mut self) {
        let pages = take(&mut self.content.signed_pages);
        let labels = &self.from.application;
        for (key, label, files) in [
            ("pledge", &labels.pledge.title, pages.pledge),
            ("recommendation", &labels.recommendation.title, pages.recommendation),
        ] {
            let named: Vec<&str> = files.iter().map(|id| self.file_name(id)).collect();
            let value = named.join("、");
            self.told.extend(files.iter().map(ToString::to_string));
            self.emptied(Path::root("signed_pages").key(key), "", format!("{label}扫描件"), &value);
        }
    }

    /// The year of the provincial award stays while the new call still asks for it.
    fn qualification(&mut self) {
        let root = Path::root("qualification");
        let path = root.key("provincial_benchmark_year");
        let label = "省级质量标杆年度";
        if let Some(year) = self.content.qualification.provincial_benchmark_year {
            if self.to.qualification.benchmark_years.contains(&year) {
                self.carried(path, "", label, &year.to_string());
            } else {
                self.content.qualification.provincial_benchmark_year = None;
                self.emptied(path, "", label, &year.to_string());
            }
        }
        let level = self.content.qualification.capability_level.clone();
        self.carried(root.key("capability_level"), "", "制造业质量管理能力评价等级", &level);
    }

    fn submission(&mut self) {
        let Submission { online_form_on, emailed_on, also_emailed_on, note } =
            take(&mut self.content.submission);
        let root = Path::root("submission");
        self.emptied(root.key("online_form_on"), "", "在线填报日期", &day(online_form_on));
        self.emptied(root.key("emailed_on"), "", "邮件报送日期", &day(emailed_on));
        self.emptied(root.key("also_emailed_on"), "", "另一邮箱报送日期", &day(also_emailed_on));
        self.emptied(root.key("note"), "", "报送备注", &note);
    }

    fn confirmations(&mut self) {
        for (rule, answer) in take(&mut self.content.confirmations) {
            let value = format!("{} {}", day(answer.confirmed_on), answer.by);
            let title = crate::rules::find(&rule).map_or(rule.as_str(), |rule| rule.title);
            self.emptied(Path::root("confirmations").key(&rule), "", title, value.trim());
        }
    }

    /// The grades were given for the old text.
    fn criteria(&mut self) {
        let criteria = self.from.criteria.iter().flat_map(|group| &group.items);
        let names: HashMap<&str, &str> =
            criteria.map(|criterion| (criterion.key.as_str(), criterion.name.as_str())).collect();
        for (key, own) in take(&mut self.content.criteria) {
            let name = names.get(key.as_str()).copied().unwrap_or(&key);
            let value = format!("{} {}", own.grade.map_or("", Grade::label), own.note.trim());
            self.emptied(Path::root("criteria").key(&key), "", format!("自评：{name}"), value.trim());
        }
    }

    /// What was looked at last year is to be looked at again where it comes up.
    fn acknowledged(&mut self) {
        let json = serde_json::to_value(&self.content).expect("content is plain data");
        for (key, answer) in take(&mut self.content.acknowledged) {
            let title = crate::rules::find(&answer.rule).map_or(answer.rule.as_str(), |rule| rule.title);
            let place = answer.place.find(&json).map(|(place, _)| place);
            let place = place.unwrap_or_else(|| Path::root("acknowledged").key(&key));
            self.dropped(place, "", format!("去年核对过的“{title}”"), &answer.reason);
        }
    }

    /// The name of an attached file, or its id where it is attached nowhere.
    fn file_name<'b>(&'b self, id: &'b str) -> &'b str {
        self.content.attachments.get(id).map_or(id, |attachment| &attachment.name)
    }
}

/// The texts of the 申报表 with their labels.
fn texts<'a>(
    labels: &'a DeclarationLabels,
    given: &'a Declaration,
) -> [(&'static str, &'a str, &'a Text); 12] {
    [
        ("credit_code", &labels.credit_code, &given.credit_code),
        ("central_group", &labels.central_group, &given.central_group),
        ("industry", &labels.industry, &given.industry),
        ("organization_type", &labels.organization_type, &given.organization_type),
        ("organization_size", &labels.organization_size, &given.organization_size),
        ("recommending_unit", &labels.recommending_unit, &given.recommending_unit),
        ("experience_name", &labels.experience_name, &given.experience_name),
        ("employees", &labels.employees, &given.employees),
        ("tqm_education_rate", &labels.tqm_education_rate, &given.tqm_education_rate),
        ("quality_staff_rate", &labels.quality_staff_rate, &given.quality_staff_rate),
        ("engineering_training_rate", &labels.engineering_training_rate, &given.engineering_training_rate),
        ("improvement_rate", &labels.improvement_rate, &given.improvement_rate),
    ]
}

/// What was chosen in the 申报表, in the words of the form.
fn choices<'a>(labels: &'a DeclarationLabels, given: &Declaration) -> [(&'static str, &'a str, &'a str); 3] {
    let answer = |given: Option<bool>| given.map_or("", |yes| if yes { &labels.yes } else { &labels.no });
    let direction = labels.directions.all().into_iter().find(|(key, _)| Some(*key) == given.direction);
    [
        ("central_enterprise", &labels.central_enterprise, answer(given.central_enterprise)),
        ("direction", &labels.direction, direction.map_or("", |(_, label)| label)),
        ("iso9001", &labels.iso9001, answer(given.iso9001)),
    ]
}

fn contact<'a>(labels: &'a DeclarationLabels, given: &'a Contact) -> [(&'static str, &'a str, &'a Text); 8] {
    [
        ("name", &labels.contact_name, &given.name),
        ("department", &labels.department, &given.department),
        ("position", &labels.position, &given.position),
        ("telephone", &labels.telephone, &given.telephone),
        ("mobile", &labels.mobile, &given.mobile),
        ("email", &labels.email, &given.email),
        ("address", &labels.address, &given.address),
        ("postcode", &labels.postcode, &given.postcode),
    ]
}

/// A label without what explains it behind.
fn short(label: &str) -> &str {
    let label = label.split('：').next().unwrap_or_default();
    let remark = label.ends_with('）').then(|| label.rfind('（')).flatten();
    &label[..remark.unwrap_or(label.len())]
}

fn day(date: Option<Date>) -> String {
    date.map(Date::chinese).unwrap_or_default()
}
