//! How many findings there are: counted here and nowhere else.

use super::finding::{Finding, Group};
use serde::{Deserialize, Serialize};

/// How many findings there are, by what is to be done about them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Tally {
    /// All that is left to be looked at: everything but what is acknowledged. The one figure that is shown.
    pub open: usize,
    /// Of them, what stands in the way of a final package.
    pub blocking: usize,
    /// 错误.
    pub wrong: usize,
    /// 未填.
    pub missing: usize,
    /// 待确认.
    pub confirmations: usize,
    /// 警告.
    pub warnings: usize,
    /// 提示.
    pub hints: usize,
    /// 已核对.
    pub acknowledged: usize,
    /// All of it in words.
    pub words: String,
}

impl Tally {
    /// Counts findings.
    pub fn of<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Tally {
        Tally::of_groups(findings.into_iter().map(Finding::group))
    }

    /// Counts what is to be done.
    pub fn of_groups(groups: impl IntoIterator<Item = Group>) -> Tally {
        let mut tally = Tally::default();
        groups.into_iter().for_each(|group| *tally.of_group(group) += 1);
        tally.blocking = tally.wrong + tally.missing + tally.confirmations;
        tally.open = tally.blocking + tally.warnings + tally.hints;
        tally.words = tally.in_words();
        tally
    }

    fn of_group(&mut self, group: Group) -> &mut usize {
        match group {
            Group::Wrong => &mut self.wrong,
            Group::Missing => &mut self.missing,
            Group::Confirmation => &mut self.confirmations,
            Group::Warning => &mut self.warnings,
            Group::Hint => &mut self.hints,
            Group::Acknowledged => &mut self.acknowledged,
        }
    }

    fn in_words(&self) -> String {
        let counted = |groups: &[Group]| {
            let mut tally = self.clone();
            let counts = groups.iter().map(|group| (group.label(), *tally.of_group(*group)));
            let named = counts.filter(|(_, count)| *count > 0);
            named.map(|(label, count)| format!("{label} {count}")).collect::<Vec<_>>().join("，")
        };
        let rest = [Group::Warning, Group::Hint];
        let words = match (self.open, self.blocking) {
            (0, _) => "检查通过".to_owned(),
            (open, 0) => format!("可以导出，另有 {open} 条待核对：{}", counted(&rest)),
            (open, _) => format!("待处理 {open} 条：{}", counted(&Group::ALL[..5])),
        };
        match self.acknowledged {
            0 => words,
            count => format!("{words}；已核对 {count}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Editions;
    use crate::form::Content;
    use crate::rules::{Facts, check};

    fn check_words(tally: Tally, expected: &str) {
        assert_eq!(tally.in_words(), expected);
    }

    #[test]
    fn the_words_name_what_is_left() {
        let rest = |warnings, hints, acknowledged| Tally {
            open: warnings + hints,
            warnings,
            hints,
            acknowledged,
            ..Tally::default()
        };
        check_words(rest(0, 0, 0), "检查通过");
        check_words(rest(0, 0, 2), "检查通过；已核对 2");
        check_words(rest(12, 1, 0), "可以导出，另有 13 条待核对：警告 12，提示 1");
        let open = Tally { open: 8, blocking: 5, wrong: 1, missing: 4, warnings: 3, ..Tally::default() };
        check_words(open, "待处理 8 条：错误 1，未填 4，警告 3");
    }

    #[test]
    fn nothing_is_wrong_in_an_empty_draft() {
        let editions = Editions::built_in();
        let facts = Facts::on("2026-05-08".parse().unwrap());
        let findings = check(&Content::empty(editions.latest()), editions.latest(), &facts);
        let tally = Tally::of(&findings);
        assert_eq!((tally.wrong, tally.open), (0, findings.len()));
        assert!(tally.missing > 20 && tally.confirmations == 5, "{tally:?}");
    }
}
