//! 证实性材料 are kept; what will not hold for the new call is to be renewed. Files go with what names them.

use super::rolling::Rolling;
use crate::date::Date;
use crate::form::rich_text::Block;
use crate::form::{Evidence, EvidenceCategory, Path, Year};
use std::collections::HashSet;

/// What is issued anew for every call: it has to cover its three years.
const ANNUAL: [EvidenceCategory; 4] = [
    EvidenceCategory::Satisfaction,
    EvidenceCategory::Loyalty,
    EvidenceCategory::Financial,
    EvidenceCategory::Environment,
];

/// Why a report of a year that the form no longer prints is told.
const LEFT_BEHIND: &str = "证明的年度都不在新一年填报的三年内，请删去或换上新的材料";

impl Rolling<'_> {
    /// What is to be renewed is told at the field that will change with it.
    pub(super) fn evidence(&mut self) {
        for (index, item) in self.content.evidence.clone().iter().enumerate() {
            let path = Path::root("evidence").index(index);
            let title = if item.title.is_blank() { self.label(item) } else { item.title.to_string() };
            let reasons = [
                ("expires_on", self.expired(item)),
                ("years", self.uncovered(index, item)),
                ("files", self.outdated(item)),
            ];
            if reasons.iter().all(|(_, reason)| reason.is_none()) {
                self.carried(path, "", title, &self.label(item));
                continue;
            }
            for (key, reason) in reasons {
                reason.into_iter().for_each(|reason| self.renew(path.key(key), &title, reason));
            }
        }
        self.seals();
    }

    fn label(&self, item: &Evidence) -> String {
        self.to.evidence.category_label(item.category).to_owned()
    }

    /// Certificates have to hold on the day the call closes; while no notice says, on the same day as last time.
    fn expired(&self, item: &Evidence) -> Option<String> {
        let (deadline, which) = match self.to.deadline {
            Some(deadline) => (Some(deadline), "申报截止日期"),
            None => (self.to.expected_deadline, "预计的截止日期"),
        };
        match item.expires_on {
            Some(last) if deadline.is_some_and(|deadline| last < deadline) => {
                let (last, deadline) = (last.chinese(), deadline.map(Date::chinese).unwrap_or_default());
                Some(format!("有效期至{last}，到{which}{deadline}已过期，请换上有效的证书"))
            }
            None if item.category == EvidenceCategory::Iso9001 => {
                Some("没有填有效期，请核对证书是否仍然有效".into())
            }
            _ => None,
        }
    }

    /// Reports cover the three years together; the latest of them is the one to go on from.
    fn uncovered(&self, index: usize, item: &Evidence) -> Option<String> {
        if !ANNUAL.contains(&item.category) {
            return None;
        }
        if self.latest(item.category) != Some(index) {
            return self.is_left_behind(item).then(|| LEFT_BEHIND.into());
        }
        let missing: Vec<String> = self.missing(item.category).iter().map(Year::to_string).collect();
        let missing = missing.join("、");
        (!missing.is_empty()).then(|| format!("没有覆盖{missing}年，请换上或补上新的材料"))
    }

    /// The award that it proves is too long ago for the new call.
    fn outdated(&self, item: &Evidence) -> Option<String> {
        let path = "qualification.provincial_benchmark_year";
        let emptied = self.report.emptied.iter().any(|entry| entry.path.as_str() == path);
        let proof = item.category == EvidenceCategory::ProvincialBenchmark;
        (proof && emptied).then(|| "证明的年度不在新一年通知规定的年度内，请换上新的文件".into())
    }

    /// Whether all of the years that it covers are past for the new form.
    fn is_left_behind(&self, item: &Evidence) -> bool {
        !item.years.is_empty() && !item.years.iter().any(|year| self.prints(*year))
    }

    fn missing(&self, category: EvidenceCategory) -> Vec<Year> {
        let items = || self.content.evidence.iter().filter(|item| item.category == category);
        let covered = |year: &Year| items().any(|item| item.years.contains(year));
        self.to.years().into_iter().filter(|year| !covered(year)).collect()
    }

    fn latest(&self, category: EvidenceCategory) -> Option<usize> {
        let items = self.content.evidence.iter().enumerate().filter(|(_, item)| item.category == category);
        items.max_by_key(|(_, item)| item.years.iter().max().copied()).map(|(index, _)| index)
    }

    /// The word that a paper is sealed was given for the old paper.
    fn seals(&mut self) {
        let category = EvidenceCategory::Financial;
        if self.missing(category).is_empty() {
            return;
        }
        for index in 0..self.content.evidence.len() {
            let item = &mut self.content.evidence[index];
            if item.category == category
                && let Some(sealed) = item.sealed.take()
            {
                let (title, value) = (item.title.to_string(), if sealed { "已盖章" } else { "没有盖章" });
                self.emptied(Path::root("evidence").index(index).key("sealed"), &title, "盖章确认", value);
            }
        }
    }

    /// Files that nothing names any more stay behind; those of the signed pages were reported with them.
    pub(super) fn attachments(&mut self) {
        let named = self.named();
        for (id, attachment) in std::mem::take(&mut self.content.attachments) {
            if named.contains(&id) {
                self.content.attachments.insert(id, attachment);
            } else if !self.told.contains(&id) {
                let path = Path::root("attachments").key(&id);
                self.dropped(path, "", "没有用到的附件", &attachment.name);
            }
        }
    }

    fn named(&self) -> HashSet<String> {
        let items = self.content.evidence.iter().flat_map(|item| &item.files);
        let blocks = self.content.experience.sections().flat_map(|(_, text)| &text.blocks);
        let figures = blocks.filter_map(|block| match block {
            Block::Figure(figure) => Some(&figure.attachment),
            _ => None,
        });
        items.chain(figures).map(|id| id.to_string()).collect()
    }
}
