//! 预备版: an edition for a year whose notice is not out yet, made of the latest notice before it.

use super::contents::Edition;
use super::file::EditionFile;
use crate::date::Date;
use serde_json::json;
use std::path::Path;
use toml::Table;

/// The first year that there is one for: the program came with the notices before.
const FIRST: u16 = 2027;

/// So many years after the latest notice the clock is not to be believed.
const FAR: u16 = 20;

/// What tells the id of a preliminary edition from that of the notice.
const MARK: &str = "预备";

/// One for every year from [`FIRST`] to the one after the latest of these notices and the one after `today`'s. Those of
/// years whose notice came out remain: drafts may still be written for them.
pub(super) fn editions(notices: &[Edition], bases: &[&EditionFile], today: Date) -> Vec<Edition> {
    let latest = notices.iter().map(|notice| notice.year).max().unwrap_or(FIRST);
    let present = u16::try_from(today.year()).unwrap_or(latest).min(latest.saturating_add(FAR));
    let made = |year: u16| {
        let before = notices.iter().filter(|notice| notice.year < year).max_by_key(|notice| notice.year)?;
        Edition::installed(&source(year, before), bases).ok().map(|(edition, _)| edition)
    };
    (FIRST..=latest.max(present).saturating_add(1)).filter_map(made).collect()
}

/// The file that it would be, based on the notice `before`.
fn source(year: u16, before: &Edition) -> EditionFile {
    let note = format!(
        "{year}年的通知还没有发布，在线填报地址和邮箱是{}年的，请勿使用，以正式通知为准。",
        before.year
    );
    let expected = before.deadline.and_then(|deadline| deadline.in_year(year.into()));
    let mut said = json!({
        "id": format!("{year}{MARK}"),
        "based_on": before.id,
        "preliminary": true,
        "year": year,
        "notice": {
            "number": "（未发布）",
            "title": format!("{year}年度预备版（通知未发布，沿用{}年要求）", before.year),
            "issuer": before.notice.issuer,
            "issued_on": before.notice.issued_on,
            "contact": "（以正式通知为准）",
        },
        "tracks": { "provincial": { "upload_note": note }, "national": { "upload_note": note } },
    });
    if let Some(expected) = expected {
        said["expected_deadline"] = json!(expected);
    }
    let table = Table::try_from(said).expect("texts, numbers and tables are TOML");
    EditionFile { file: Path::new("预备版").into(), table }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Editions;

    fn on(day: &str) -> Editions {
        Editions::installed(Path::new(""), Date::parse(day).unwrap()).editions
    }

    fn with_notice_of_2027(day: &str) -> Editions {
        let folder = tempfile::tempdir().unwrap();
        let text = "id = \"2027\"\nbased_on = \"2026\"\nyear = 2027\ndeadline = \"2027-06-10\"\n[notice]\n\
            number = \"某\"\ntitle = \"某\"\nissuer = \"某\"\nissued_on = \"2027-03-31\"\ncontact = \"某\"";
        std::fs::write(folder.path().join("2027.toml"), text).unwrap();
        Editions::installed(folder.path(), Date::parse(day).unwrap()).editions
    }

    fn offered<'a>(editions: &'a Editions, day: &str) -> Vec<&'a str> {
        editions.offered(Date::parse(day).unwrap()).map(|edition| edition.id.as_str()).collect()
    }

    #[test]
    fn it_is_the_latest_form_with_the_years_moved_and_no_deadline() {
        let editions = on("2026-11-30");
        let edition = editions.get("2027预备").unwrap();
        assert_eq!(edition.years().map(|year| year.number()), [2024, 2025, 2026]);
        assert_eq!(edition.application.title, "2027年质量标杆典型经验申报书");
        assert_eq!((edition.deadline, edition.preliminary), (None, true));
        assert_eq!(edition.expected_deadline, Date::parse("2027-05-20").ok());
        assert_eq!(edition.notice.title, "2027年度预备版（通知未发布，沿用2026年要求）");
        assert!(
            edition.tracks.national.upload_note.contains("请勿使用"),
            "{}",
            edition.tracks.national.upload_note
        );
        assert_eq!((editions.latest().id.as_str(), editions.latest().preliminary), ("2026", false));
    }

    #[test]
    fn it_is_suggested_from_the_day_after_the_deadline() {
        for (day, expected) in [
            ("2026-05-20", "2026"),
            ("2026-05-21", "2027预备"),
            ("2027-05-20", "2027预备"),
            ("2027-05-21", "2028预备"),
            ("2031-01-01", "2031预备"),
        ] {
            assert_eq!(on(day).suggested(Date::parse(day).unwrap()).id, expected, "{day}");
        }
        assert_eq!(offered(&on("2026-05-20"), "2026-05-20"), ["2025", "2026"]);
        assert_eq!(offered(&on("2026-05-21"), "2026-05-21"), ["2025", "2026", "2027预备"]);
        assert_eq!(offered(&on("2028-01-01"), "2028-01-01"), ["2025", "2026", "2027预备", "2028预备"]);
    }

    #[test]
    fn once_the_notice_is_out_it_is_known_and_not_offered() {
        let editions = with_notice_of_2027("2027-04-01");
        assert_eq!(offered(&editions, "2027-04-01"), ["2025", "2026", "2027"]);
        assert_eq!(offered(&editions, "2027-06-11"), ["2025", "2026", "2027", "2028预备"]);
        let preliminary = editions.get("2027预备").unwrap();
        assert_eq!(editions.notice_of(preliminary).map(|edition| edition.id.as_str()), Some("2027"));
        assert_eq!(editions.notice_of(editions.latest()), None);
        assert_eq!(editions.suggested(Date::parse("2027-06-10").unwrap()).id, "2027");
        assert_eq!(editions.suggested(Date::parse("2027-06-11").unwrap()).id, "2028预备");
    }

    #[test]
    fn a_clock_far_off_does_no_harm() {
        assert_eq!(on("1999-12-31").suggested(Date::parse("1999-12-31").unwrap()).id, "2026");
        assert_eq!(on("2999-12-31").iter().last().map(|edition| edition.year), Some(2047));
    }
}
