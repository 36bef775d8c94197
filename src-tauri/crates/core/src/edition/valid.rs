//! What the types of an edition cannot hold.

use super::contents::Edition;
use super::labels::{PackageLabels, TrackLabels};
use super::terms::{EvidenceCategory, Section};
use crate::text::file_name;
use std::collections::HashSet;
use toml::Value;

/// A key and what is wrong there.
pub(super) type Fault = (String, String);

/// Refuses, with the key, ids, limits and lists that are empty, repeat themselves or are none.
pub(super) fn check(edition: &Edition) -> Result<(), Fault> {
    call(edition)?;
    package(&edition.package)?;
    texts(edition)?;
    rows_and_lists(edition)?;
    for (name, mail) in [("provincial", &edition.tracks.provincial), ("national", &edition.tracks.national)] {
        track(edition, name, mail)?;
    }
    Ok(())
}

fn refuse(key: &str, reason: &str) -> Result<(), Fault> {
    Err((key.to_owned(), reason.to_owned()))
}

fn call(edition: &Edition) -> Result<(), Fault> {
    // The file it is kept in is named after it.
    let legal = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    if !(1..=32).contains(&edition.id.chars().count()) || !edition.id.chars().all(legal) {
        return refuse("id", "应为 1 到 32 个字母、数字、- 或 _");
    }
    if edition.deadline.is_none() && !edition.preliminary {
        return refuse("文件", "缺少“deadline”");
    }
    match unexpanded(edition) {
        Some(key) => refuse(&key, "年度只能写 {year}、{year-1}、{year-2} 或 {year-3}"),
        None => Ok(()),
    }
}

fn package(package: &PackageLabels) -> Result<(), Fault> {
    if package.limit_bytes < 1_000_000 {
        return refuse("package.limit_bytes", "应为不小于 1000000 的字节数");
    }
    let files = [&package.application_file, &package.experience_file, &package.evidence_file];
    for name in files {
        // As one file is put into the zip and read again by every system.
        let stem = name.strip_suffix(".docx").unwrap_or_default();
        if stem.is_empty() || file_name(name) != *name {
            return refuse("package.*_file", &format!("“{name}”应为以 .docx 结尾的文件名"));
        }
    }
    unique("package.*_file", files.map(|name| name.to_lowercase()).iter().map(String::as_str))
}

fn texts(edition: &Edition) -> Result<(), Fault> {
    if !(1..=3).contains(&edition.application.market.max_products) {
        return refuse("application.market.max_products", "应为 1 到 3");
    }
    let limits = Section::ALL.map(|section| edition.section(section).limit);
    if limits.contains(&0) || edition.experience.name_limit == 0 {
        return refuse("experience", "字数上限应大于 0");
    }
    Ok(())
}

fn rows_and_lists(edition: &Edition) -> Result<(), Fault> {
    let (categories, lists) = (&edition.evidence.categories, &edition.lists);
    unique("evidence.categories.key", categories.iter().map(|category| category.key.key()))?;
    if categories.len() != EvidenceCategory::COUNT {
        return refuse("evidence.categories", "应列出全部 11 个类别");
    }
    unique("evidence.categories", categories.iter().map(|category| category.label.as_str()))?;
    let rows = &edition.application.benefits.rows;
    unique("application.benefits.rows", rows.iter().map(|row| row.key.as_str()))?;
    check_criteria(edition)?;
    unique("lists.organization_types", lists.organization_types.iter().map(String::as_str))?;
    unique("lists.organization_sizes", lists.organization_sizes.iter().map(String::as_str))?;
    unique("lists.industries", lists.industries.iter().map(|industry| industry.section.as_str()))
}

/// What is graded is kept under the key, a step of a path.
fn check_criteria(edition: &Edition) -> Result<(), Fault> {
    let all = || edition.criteria.iter().flat_map(|group| &group.items);
    if all().next().is_none() {
        return Ok(());
    }
    let legal = |key: &str| key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if let Some(wrong) = all().find(|criterion| !legal(&criterion.key)) {
        let reason = format!("“{}”只能用小写英文字母、数字和 _", wrong.key);
        return refuse("criteria.items.key", &reason);
    }
    unique("criteria.items.key", all().map(|criterion| criterion.key.as_str()))?;
    unique("criteria.items.name", all().map(|criterion| criterion.name.as_str()))
}

fn track(edition: &Edition, name: &str, labels: &TrackLabels) -> Result<(), Fault> {
    let at = |key: &str| format!("tracks.{name}.{key}");
    if labels.mail_subject.trim().is_empty() {
        return refuse(&at("mail_subject"), "不能为空");
    }
    if labels.also_to.is_some_and(|other| edition.track(other) == labels) {
        return refuse(&at("also_to"), "应为另一个报送渠道");
    }
    Ok(())
}

/// The key of a text with a year that was not written in.
fn unexpanded(edition: &Edition) -> Option<String> {
    fn search(value: &Value, key: &str) -> Option<String> {
        match value {
            Value::String(text) => text.contains("{year").then(|| key.to_owned()),
            Value::Array(items) => items.iter().find_map(|item| search(item, key)),
            Value::Table(table) => {
                table.iter().find_map(|(name, item)| search(item, &format!("{key}.{name}")))
            }
            _ => None,
        }
    }
    let value = Value::try_from(edition).ok()?;
    search(&value, "").map(|key| key.trim_start_matches('.').to_owned())
}

fn unique<'a>(key: &str, names: impl Iterator<Item = &'a str>) -> Result<(), Fault> {
    let mut seen = HashSet::new();
    for name in names {
        if name.trim().is_empty() || !seen.insert(name) {
            return Err((key.into(), format!("“{name}”为空或重复")));
        }
    }
    if seen.is_empty() {
        return Err((key.into(), "不能为空".into()));
    }
    Ok(())
}
