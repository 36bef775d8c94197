//! Reading and checking edition files.

use super::editions::bases;
use super::source::Source;
use super::{Edition, EvidenceCategory, Section, based_on, expand};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use thiserror::Error;
use toml::Value;

/// A wrong edition file: which, where in it, and why.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("通知文件 {} 有误：{key}：{reason}", file.display())]
pub struct EditionError {
    /// The file.
    pub file: PathBuf,
    /// The key in it, such as `application.benefits.rows[2].better`.
    pub key: String,
    /// What is wrong there.
    pub reason: String,
}

impl Edition {
    /// Reads and checks an edition file, which may be based on one that is built in.
    pub fn read(file: &Path) -> Result<Edition, EditionError> {
        Edition::complete(&Source::read(file)?, &bases([].into_iter()))
    }

    /// Reads and checks the text of an edition file; `file` is named in errors.
    pub fn from_toml(text: &str, file: &Path) -> Result<Edition, EditionError> {
        Edition::complete(&Source::parse(text, file)?, &bases([].into_iter()))
    }

    /// Checks what a file says together with what it is based on.
    pub(super) fn complete(source: &Source, bases: &[&Source]) -> Result<Edition, EditionError> {
        let mut value = Value::Table(based_on::complete(source, bases)?);
        let year = value.get("year").and_then(Value::as_integer);
        let Some(year) =
            year.and_then(|year| u16::try_from(year).ok()).filter(|year| (2000..2999).contains(year))
        else {
            return Err(source.fault("year", "应为申报年度，如 2026"));
        };
        expand::years(&mut value, year);
        let edition: Edition = serde_path_to_error::deserialize(value).map_err(|error| {
            let path = error.path().to_string();
            let key = if path == "." { "文件" } else { &path };
            source.fault(key, in_the_users_words(&error.inner().to_string()))
        })?;
        check(&edition).map_err(|(key, reason)| source.fault(&key, reason))?;
        Ok(edition)
    }
}

fn in_the_users_words(text: &str) -> String {
    let text = text.lines().next().unwrap_or_default().trim();
    let quoted = text.split('`').nth(1).unwrap_or_default();
    if text.starts_with("missing field") {
        return format!("缺少“{quoted}”");
    }
    if text.starts_with("unknown field") {
        return format!("不认识键“{quoted}”");
    }
    if text.starts_with("unknown variant") {
        return format!("不能填“{quoted}”");
    }
    if text.starts_with("invalid type") {
        return format!("类型不对（{text}）");
    }
    text.into()
}

/// What the types cannot hold: ids, limits, lists that must not be empty or repeat themselves.
fn check(edition: &Edition) -> Result<(), (String, String)> {
    let refuse = |key: &str, reason: &str| Err((key.to_owned(), reason.to_owned()));
    // The file it is kept in is named after it.
    let legal = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    if !(1..=32).contains(&edition.id.chars().count()) || !edition.id.chars().all(legal) {
        return refuse("id", "应为 1 到 32 个字母、数字、- 或 _");
    }
    if edition.package.limit_bytes < 1_000_000 {
        return refuse("package.limit_bytes", "应为不小于 1000000 的字节数");
    }
    if !(1..=3).contains(&edition.application.market.max_products) {
        return refuse("application.market.max_products", "应为 1 到 3");
    }
    if let Some(key) = unexpanded(edition) {
        return refuse(&key, "年度只能写 {year}、{year-1}、{year-2} 或 {year-3}");
    }
    let package = &edition.package;
    let files = [&package.application_file, &package.experience_file, &package.evidence_file];
    unique("package.*_file", files.iter().map(|name| name.as_str()))?;
    unique("evidence.categories.key", edition.evidence.categories.iter().map(|category| category.key.key()))?;
    if edition.evidence.categories.len() != EvidenceCategory::COUNT {
        return refuse("evidence.categories", "应列出全部 11 个类别");
    }
    let limits = Section::ALL.map(|section| edition.section(section).limit);
    if limits.contains(&0) || edition.experience.name_limit == 0 {
        return refuse("experience", "字数上限应大于 0");
    }
    unique(
        "application.benefits.rows",
        edition.application.benefits.rows.iter().map(|row| row.key.as_str()),
    )?;
    unique(
        "evidence.categories",
        edition.evidence.categories.iter().map(|category| category.label.as_str()),
    )?;
    unique("lists.organization_types", edition.lists.organization_types.iter().map(String::as_str))?;
    unique("lists.organization_sizes", edition.lists.organization_sizes.iter().map(String::as_str))?;
    unique("lists.industries", edition.lists.industries.iter().map(|industry| industry.section.as_str()))?;
    for (name, mail) in [("provincial", &edition.tracks.provincial), ("national", &edition.tracks.national)] {
        if !mail.mail_to.contains('@') || !mail.mail_to.bytes().all(|byte| byte.is_ascii_graphic()) {
            return refuse(&format!("tracks.{name}.mail_to"), "应为邮箱地址");
        }
        if mail.mail_subject.trim().is_empty() {
            return refuse(&format!("tracks.{name}.mail_subject"), "不能为空");
        }
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

fn unique<'a>(key: &str, names: impl Iterator<Item = &'a str>) -> Result<(), (String, String)> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Editions;

    const TEXT: &str = include_str!("../../../../../assets/editions/2026.toml");

    fn check(text: &str, expected: &str) {
        let error = Edition::from_toml(text, Path::new("明年.toml")).unwrap_err();
        assert_eq!(error.to_string(), format!("通知文件 明年.toml 有误：{expected}"));
    }

    #[test]
    fn the_edition_built_in_says_what_the_notice_says() {
        let editions = Editions::built_in();
        let edition = editions.get("2026").unwrap();
        assert_eq!(edition.years().map(|year| year.number()), [2023, 2024, 2025]);
        assert_eq!(edition.application.title, "2026年质量标杆典型经验申报书");
        assert_eq!(edition.application.benefits.rank, "2025年本组织名次");
        assert_eq!(edition.deadline.to_string(), "2026-05-20");
        assert_eq!(edition.industries().len(), 97);
        assert_eq!(edition.evidence.categories.len(), 11);
    }

    #[test]
    fn a_wrong_edition_is_refused_with_file_key_and_reason() {
        check("id = [", "第 1 行：不是有效的 TOML：unclosed array, expected `]`");
        check("id = \"2027\"", "year：应为申报年度，如 2026");
        check(
            &TEXT.replace(
                "better = \"lower\" },\n  { key = \"pass_rate\"",
                "better = \"less\" },\n  { key = \"pass_rate\"",
            ),
            "application.benefits.rows[6].better：不能填“less”",
        );
        check(&TEXT.replace("limit = 500", "limt = 500"), "experience.overview.limt：不认识键“limt”");
        check(
            &TEXT.replace("deadline = \"2026-05-20\"", "deadline = \"5月20日\""),
            "deadline：日期“5月20日”应写作 2026-05-08 这样的形式",
        );
        check(
            &TEXT.replace("\"集体企业\"", "\"国有企业\""),
            "lists.organization_types：“国有企业”为空或重复",
        );
    }

    #[test]
    fn what_would_print_wrong_is_refused() {
        check(
            &TEXT.replacen("{year-3}", "{year-4}", 1).replace("{year-2}年、", "{year-4}年、"),
            "tracks.national.upload_note：年度只能写 {year}、{year-1}、{year-2} 或 {year-3}",
        );
        check(&TEXT.replace("limit = 1000", "limit = 0"), "experience：字数上限应大于 0");
        check(
            &TEXT.replace("key = \"patent\"", "key = \"honor\""),
            "evidence.categories.key：“honor”为空或重复",
        );
        check(
            &TEXT.replace("\"典型经验.docx\"", "\"申报书.docx\""),
            "package.*_file：“申报书.docx”为空或重复",
        );
        check(
            &TEXT.replace("\"qmb@caq.org.cn\"", "\"中国质协@caq.org.cn\""),
            "tracks.national.mail_to：应为邮箱地址",
        );
    }

    #[test]
    fn the_edition_of_2025_is_derived_and_not_the_latest() {
        let editions = Editions::built_in();
        let edition = editions.get("2025").unwrap();
        assert_eq!(edition.years().map(|year| year.number()), [2022, 2023, 2024]);
        assert_eq!(edition.application.benefits.rank, "2024年本组织名次");
        assert!(edition.derived && edition.notice.title.contains("推定"));
        assert_eq!((editions.latest().id.as_str(), editions.latest().derived), ("2026", false));
    }

    #[test]
    fn next_years_edition_moves_the_years() {
        let text = TEXT.replace("id = \"2026\"\nyear = 2026", "id = \"2027\"\nyear = 2027");
        let edition = Edition::from_toml(&text, Path::new("2027.toml")).unwrap();
        assert_eq!(edition.application.title, "2027年质量标杆典型经验申报书");
        assert_eq!(edition.last_year().number(), 2026);
    }
}
