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
        check(&TEXT.replace("limit = 1000", "limit = 0"), "experience.background.limit：字数上限应大于 0");
        check(&TEXT.replace("key = \"patent\"", "key = \"honor\""), "evidence.categories：“honor”为空或重复");
        check(
            &TEXT.replace("\"典型经验.docx\"", "\"申报书.docx\""),
            "package.experience_file：“申报书.docx”为空或重复",
        );
        check(
            &TEXT.replace("\"qmb@caq.org.cn\"", "\"中国质协@caq.org.cn\""),
            "tracks.national.mail_to：应为一个邮箱地址，只能用英文字母、数字和 . _ + - @",
        );
        check(
            &TEXT.replacen("https://", "ftp://", 1),
            "tracks.provincial.online_form：应为 https:// 或 http:// 开头的网址，只能用英文字母、数字和符号（汉字要写成 %E7%94%B2 的形式）；没有网址的留空",
        );
        for name in ["典型经验.exe", "典型/经验.docx", "典型\u{202e}经验.docx", ".docx"] {
            let text =
                TEXT.replace("\"典型经验.docx\"", &format!("{name:?}").replace("\\u{202e}", "\u{202e}"));
            check(&text, &format!("package.experience_file：“{name}”应为以 .docx 结尾的文件名"));
        }
    }

    #[test]
    fn a_notice_needs_no_online_form() {
        let address = "https://gp1wdjxyz5v4migm.mikecrm.com/sWX32OM";
        let edition = Edition::from_toml(&TEXT.replace(address, ""), Path::new("a.toml")).unwrap();
        assert_eq!(edition.tracks.provincial.online_form, "");
    }

    #[test]
    fn an_installed_notice_loses_only_an_address_that_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let text = TEXT
            .replace("id = \"2026\"\nyear = 2026", "id = \"2027\"\nyear = 2027")
            .replacen("https://gp1wdjxyz5v4migm.mikecrm.com/sWX32OM", "见通知所附二维码", 1)
            .replace("\"qmb@caq.org.cn\"", "\"qmb@caq.org.cn;b@caq.org.cn\"");
        std::fs::write(folder.path().join("2027.toml"), &text).unwrap();
        let installed = Editions::installed(folder.path(), Date::parse("2027-06-30").unwrap());
        let tracks = &installed.editions.get("2027").unwrap().tracks;
        assert_eq!((&*tracks.provincial.online_form, &*tracks.national.mail_to), ("", ""));
        assert_eq!(tracks.provincial.mail_to, "boyi_star@163.com");
        assert!(tracks.national.online_form.starts_with("https://"));
        let told: Vec<String> = installed.refused.iter().map(|error| error.to_string()).collect();
        assert!(
            told[0].contains("tracks.provincial.online_form：“见通知所附二维码”没有采用")
                && told[1].contains("tracks.national.mail_to：“qmb@caq.org.cn;b@caq.org.cn”没有采用"),
            "{told:?}"
        );
        assert!(installed.editions.get("2028预备").is_some(), "next year's is still made of it");
        assert!(Edition::from_toml(&text, Path::new("2027.toml")).is_err(), "installing it anew is strict");
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
