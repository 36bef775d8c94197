//! Places in the user's words.

use super::{PartKey, Path, PathStep, Root};
use crate::edition::Edition;
use crate::form::Content;
use serde_json::Value;

impl Path {
    /// The place for lists that cannot jump there: `组织名称`, `经济和质量效益统计表 第3行`, `实施过程 第6段`.
    pub fn in_words(&self, edition: &Edition) -> String {
        let title = self.title(edition);
        match self.row_in_words() {
            Some(row) => format!("{title} {row}"),
            None => title.into(),
        }
    }

    /// Likewise, a row by the name it has in `content`: `经济和质量效益统计表 资产总额`.
    pub fn named_in_words(&self, edition: &Edition, content: &Content) -> String {
        match content.row_name(self) {
            Some(name) => format!("{} {name}", self.title(edition)),
            None => self.in_words(edition),
        }
    }

    /// The place down to the field: `经济和质量效益统计表 资产总额 2024年`. The text of a section has no fields.
    pub fn field_in_words(&self, edition: &Edition, content: &Content) -> String {
        let mut words = self.named_in_words(edition, content);
        let Some(root) = self.root_key().filter(|root| *root != Root::Experience) else { return words };
        let labels = labels(root, edition);
        for step in self.steps().skip(1) {
            if let PathStep::Key(key) = step
                && let Some(field) = field(root, key, &labels)
            {
                words.push(' ');
                words.push_str(&field);
            }
        }
        words
    }

    /// The page or table of the form that it stands on: `封面`, `经济和质量效益统计表`, `实施过程`.
    pub fn sheet<'a>(&self, edition: &'a Edition) -> &'a str {
        match self.root_key() {
            Some(Root::Organization | Root::FilledOn) => "封面",
            _ => self.title(edition),
        }
    }

    /// Which of several on its sheet it is, if it is one of several: `第3行`, `第6段`.
    pub fn row_in_words(&self) -> Option<String> {
        let index = self.steps().skip(1).find_map(|step| match step {
            PathStep::Index(index) => Some(index),
            PathStep::Key(_) => None,
        });
        let unit = match self.root_key() {
            Some(Root::Experience) => "段",
            Some(Root::Evidence | Root::Market) => "项",
            _ => "行",
        };
        index.map(|index| format!("第{}{unit}", index + 1))
    }

    fn title<'a>(&self, edition: &'a Edition) -> &'a str {
        let labels = &edition.application;
        match (self.root_key(), PartKey::holding(self)) {
            (Some(Root::Organization), _) => &labels.organization,
            (Some(Root::FilledOn), _) => &labels.filled_on,
            (Some(Root::Pledge), _) => "承诺书",
            (Some(Root::Recommendation), _) => "推荐表",
            (Some(Root::Declaration), _) => &labels.declaration.title,
            (_, Some(part)) => part.title(edition),
            (Some(Root::Experience), None) => "典型经验",
            (Some(Root::Acknowledged), None) => "已核对的警告",
            (_, None) => "申报材料",
        }
    }
}

/// The labels of what lies under a root, mostly under the names of the content's own fields.
fn labels(root: Root, edition: &Edition) -> Value {
    let labels = match root {
        Root::Evidence => serde_json::to_value(&edition.evidence),
        Root::Criteria => {
            let all = edition.criteria.iter().flat_map(|group| &group.items);
            Ok(all.map(|criterion| (criterion.key.clone(), Value::from(criterion.name.as_str()))).collect())
        }
        _ => serde_json::to_value(&edition.application)
            .map(|mut all| all.get_mut(root.key()).map(Value::take).unwrap_or_default()),
    };
    labels.unwrap_or_default()
}

fn field(root: Root, key: &str, labels: &Value) -> Option<String> {
    if key.len() == 4 && key.chars().all(|c| c.is_ascii_digit()) {
        return Some(format!("{key}年"));
    }
    let label = match (root, key) {
        (Root::Evidence, "files") => return Some("文件".into()),
        (Root::Evidence, "rotation") => return Some("转向".into()),
        (Root::Evidence, "sealed") => return Some("盖章".into()),
        (Root::Benefits, "better") => return Some("优劣方向".into()),
        (Root::SignedPages, "pledge") => return Some("承诺书扫描件".into()),
        (Root::SignedPages, "recommendation") => return Some("推荐表扫描件".into()),
        (Root::Qualification, "provincial_benchmark_year") => return Some("成为省级质量标杆的年度".into()),
        (Root::Qualification, "capability_level") => return Some("制造业质量管理能力评价等级".into()),
        // A list, and a group of fields: what is in it is named.
        (Root::Market, "products") | (Root::Declaration, "contact") => return None,
        (Root::Declaration, "name") => "contact_name",
        (Root::Benefits, "name") => "item",
        (Root::Evidence, "title") => "name",
        (Root::Evidence, "proves") => "purpose",
        (Root::Market, "satisfaction_survey") => "satisfaction",
        (Root::Market, "loyalty_survey") => "loyalty",
        (Root::Market, "name") => "products",
        (_, key) => key,
    };
    let label = labels.get(label)?.as_str()?;
    // Some go on with an explanation, in the same line or below.
    Some(label.split(['：', '\n']).next().unwrap_or(label).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Editions;

    #[test]
    fn a_place_is_named_as_on_the_form() {
        let check = |path: &str, expected: &str| {
            assert_eq!(Path::from(path).in_words(Editions::built_in().latest()), expected);
        };
        check("declaration.contact.mobile", "质量标杆典型经验申报表");
        check("benefits[2].values.2024", "经济和质量效益统计表 第3行");
        check("experience.process.content[5].content[0]", "实施过程 第6段");
        check("evidence[1].files[0]", "证实性材料 第2项");
        check("organization", "组织名称");
        check("", "申报材料");
        check("experience", "典型经验");
        check("confirmations.Q002", "资格条件");
        check("signed_pages.pledge[1]", "签章页 第2行");
    }

    #[test]
    fn a_part_holds_what_stands_together_on_the_form() {
        let check = |path: &str, expected: (&str, Option<&str>)| {
            let (path, editions) = (Path::from(path), Editions::built_in());
            assert_eq!((path.sheet(editions.latest()), path.row_in_words().as_deref()), expected);
        };
        check("organization", ("封面", None));
        check("filled_on", ("封面", None));
        check("benefits[2].values.2024", ("经济和质量效益统计表", Some("第3行")));
        check("experience.process.content[5]", ("实施过程", Some("第6段")));
    }

    #[test]
    fn a_field_is_named_by_its_label() {
        let check = |path: &str, expected: &str| {
            let editions = Editions::built_in();
            let mut content = Content::empty(editions.latest());
            content.benefits[2].name = " 利润总额 ".into();
            content.benefits[3].name = "".into();
            assert_eq!(Path::from(path).field_in_words(editions.latest(), &content), expected);
        };
        check("declaration.contact.mobile", "质量标杆典型经验申报表 手机");
        check("benefits[2].values.2024", "经济和质量效益统计表 利润总额 2024年");
        check("benefits[3].values.2024", "经济和质量效益统计表 第4行 2024年");
        check("competitors[0].strengths", "主要竞争对手和标杆名录 第1行 主要优势");
        check("market.products[0].share.2024.domestic", "顾客市场绩效统计表 第1项 市场占有率 2024年 国内");
        check("experience.process.content[5].attrs.caption", "实施过程 第6段");
        check("evidence[1].purpose", "证实性材料 第2项 证明内容");
        check("criteria.leading.grade", "资格条件 行业引领");
    }
}
