//! Reading an edition file by itself.

use super::contents::Edition;
use super::editions::bases;
use super::error::EditionError;
use super::file::EditionFile;
use std::path::Path;

impl Edition {
    /// Reads and checks an edition file, which may be based on one that is built in.
    pub fn read(file: &Path) -> Result<Edition, EditionError> {
        Edition::complete(&EditionFile::read(file)?, &bases([].into_iter()))
    }

    /// Reads and checks the text of an edition file; `file` is named in errors.
    pub fn from_toml(text: &str, file: &Path) -> Result<Edition, EditionError> {
        Edition::complete(&EditionFile::parse(text, file)?, &bases([].into_iter()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;
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
        assert_eq!(edition.deadline, Some(Date::parse("2026-05-20").unwrap()));
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
            "tracks.national.mail_to：应为一个邮箱地址",
        );
        check(
            &TEXT.replacen("https://", "ftp://", 1),
            "tracks.provincial.online_form：应为 https:// 或 http:// 开头的网址",
        );
        for name in ["典型经验.exe", "典型/经验.docx", "典型\u{202e}经验.docx", ".docx"] {
            let text =
                TEXT.replace("\"典型经验.docx\"", &format!("{name:?}").replace("\\u{202e}", "\u{202e}"));
            check(&text, &format!("package.*_file：“{name}”应为以 .docx 结尾的文件名"));
        }
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
