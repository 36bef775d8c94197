//! What the types of an edition cannot hold.

use super::contents::Edition;
use super::labels::{PackageLabels, TrackLabels};
use super::plain::{self, Fault};
use super::terms::{EvidenceCategory, Section};
use crate::text::file_name;
use std::collections::HashSet;

/// The most rows a table of the form is printed with.
const MOST_ROWS: usize = 50;

/// Every key where ids, limits, lists or texts are empty, repeat themselves or are none, with the reason.
pub(super) fn faults(edition: &Edition) -> Vec<Fault> {
    let mut faults = Vec::new();
    call(edition, &mut faults);
    package(&edition.package, &mut faults);
    figures(edition, &mut faults);
    rows_and_lists(edition, &mut faults);
    for (name, mail) in [("provincial", &edition.tracks.provincial), ("national", &edition.tracks.national)] {
        track(edition, name, mail, &mut faults);
    }
    faults.extend(plain::faults(edition));
    faults
}

fn add(faults: &mut Vec<Fault>, key: &str, reason: impl Into<String>) {
    faults.push((key.to_owned(), reason.into()));
}

fn call(edition: &Edition, faults: &mut Vec<Fault>) {
    // The file it is kept in is named after it.
    let legal = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    if !(1..=32).contains(&edition.id.chars().count()) || !edition.id.chars().all(legal) {
        add(faults, "id", "应为 1 到 32 个字母、数字、- 或 _");
    }
    if edition.deadline.is_none() && !edition.preliminary {
        add(faults, "文件", "缺少“deadline”");
    }
}

fn package(package: &PackageLabels, faults: &mut Vec<Fault>) {
    if package.limit_bytes < 1_000_000 {
        add(faults, "package.limit_bytes", "应为不小于 1000000 的字节数");
    }
    let files = [
        ("package.application_file", &package.application_file),
        ("package.experience_file", &package.experience_file),
        ("package.evidence_file", &package.evidence_file),
    ];
    let mut seen = HashSet::new();
    for (key, name) in files {
        // As one file is put into the zip and read again by every system.
        let stem = name.strip_suffix(".docx").unwrap_or_default();
        if stem.is_empty() || file_name(name) != *name {
            add(faults, key, format!("“{name}”应为以 .docx 结尾的文件名"));
        } else if !seen.insert(name.to_lowercase()) {
            add(faults, key, format!("“{name}”为空或重复"));
        }
    }
}

fn figures(edition: &Edition, faults: &mut Vec<Fault>) {
    if !(1..=3).contains(&edition.application.market.max_products) {
        add(faults, "application.market.max_products", "应为 1 到 3");
    }
    if edition.application.competitors.min_rows > MOST_ROWS {
        add(faults, "application.competitors.min_rows", format!("应为 0 到 {MOST_ROWS}"));
    }
    let limits = Section::ALL
        .map(|section| (format!("experience.{}.limit", section.key()), edition.section(section).limit));
    let name = ("experience.name_limit".to_owned(), edition.experience.name_limit);
    for (key, _) in limits.iter().chain([&name]).filter(|(_, limit)| *limit == 0) {
        add(faults, key, "字数上限应大于 0");
    }
}

fn rows_and_lists(edition: &Edition, faults: &mut Vec<Fault>) {
    let (categories, lists) = (&edition.evidence.categories, &edition.lists);
    unique(faults, "evidence.categories", categories.iter().map(|category| category.key.key()));
    if categories.len() != EvidenceCategory::COUNT {
        add(faults, "evidence.categories", "应列出全部 11 个类别");
    }
    unique(faults, "evidence.categories", categories.iter().map(|category| category.label.as_str()));
    let rows = &edition.application.benefits.rows;
    unique(faults, "application.benefits.rows", rows.iter().map(|row| row.key.as_str()));
    criteria(edition, faults);
    unique(faults, "lists.organization_types", lists.organization_types.iter().map(String::as_str));
    unique(faults, "lists.organization_sizes", lists.organization_sizes.iter().map(String::as_str));
    unique(faults, "lists.industries", lists.industries.iter().map(|industry| industry.section.as_str()));
}

/// What is graded is kept under the key, a step of a path.
fn criteria(edition: &Edition, faults: &mut Vec<Fault>) {
    let all = || edition.criteria.iter().flat_map(|group| &group.items);
    if all().next().is_none() {
        return;
    }
    let legal = |key: &str| key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if let Some(wrong) = all().find(|criterion| !legal(&criterion.key)) {
        add(faults, "criteria.items.key", format!("“{}”只能用小写英文字母、数字和 _", wrong.key));
    }
    unique(faults, "criteria.items.key", all().map(|criterion| criterion.key.as_str()));
    unique(faults, "criteria.items.name", all().map(|criterion| criterion.name.as_str()));
    if let Some(wrong) = all().flat_map(|criterion| &criterion.words).find(|word| !is_expression(word)) {
        add(
            faults,
            "criteria.items.words",
            format!("“{wrong}”应为用一个空格或“|”隔开的词，不得有的词前面写“!”，放在最后"),
        );
    }
}

/// Whether these are words as a criterion has them: a blank one would be in every text, and with nothing but words that
/// must not be there every text would answer.
fn is_expression(words: &str) -> bool {
    let is_ruled_out = |part: &&str| part.starts_with('!');
    let parts: Vec<&str> = words.split(' ').collect();
    let wanted = parts.iter().take_while(|part| !is_ruled_out(part)).count();
    wanted > 0
        && parts[wanted..].iter().all(is_ruled_out)
        && parts.iter().all(|part| {
            let plain = part.strip_prefix('!').unwrap_or(part);
            plain.split('|').all(|word| !word.is_empty() && !word.contains('!'))
        })
}

fn track(edition: &Edition, name: &str, labels: &TrackLabels, faults: &mut Vec<Fault>) {
    let at = |key: &str| format!("tracks.{name}.{key}");
    if labels.mail_subject.trim().is_empty() {
        add(faults, &at("mail_subject"), "不能为空");
    }
    if labels.also_to.is_some_and(|other| edition.track(other) == labels) {
        add(faults, &at("also_to"), "应为另一个报送渠道");
    }
}

/// The first name of a list that is empty or stands there twice, or that it has none.
fn unique<'a>(faults: &mut Vec<Fault>, key: &str, names: impl Iterator<Item = &'a str>) {
    let mut seen = HashSet::new();
    for name in names {
        if name.trim().is_empty() || !seen.insert(name) {
            return add(faults, key, format!("“{name}”为空或重复"));
        }
    }
    if seen.is_empty() {
        add(faults, key, "不能为空");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_parts_that_are_wanted_and_then_some_that_are_not() {
        for words in ["推广", "推广 行业|同行", "推广 行业|同行 !不|没有", "模式 新 !失效 !故障"]
        {
            assert!(is_expression(words), "{words}");
        }
        for words in [
            "",
            " ",
            "推广  行业",
            "推广|",
            "!不",
            "!不 推广",
            "推广 !不 行业",
            "推广 !",
            "模式 新|!失效",
            "推广 !!不",
        ] {
            assert!(!is_expression(words), "{words}");
        }
    }
}
