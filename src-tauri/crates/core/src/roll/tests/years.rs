//! Rolling over a gap, and twice in a row.

use super::*;
use crate::form::rich_text::{Block, SeriesSource};

/// The editions on a day of 2026 when its call has closed.
static LATER: LazyLock<Editions> =
    LazyLock::new(|| Editions::installed(FilePath::new(""), Date::parse("2026-11-30").unwrap()).editions);

fn later(id: &str) -> &'static Edition {
    LATER.get(id).unwrap()
}

fn over_the_gap(content: &Content) -> Rolled {
    roll(content, later("2025"), later("2027预备"))
}

fn twice(content: &Content) -> Rolled {
    let first = roll(content, later("2025"), later("2026")).content;
    roll(&first, later("2026"), later("2027预备"))
}

/// Last year's, with a row of the user's own, a chart of it and figures of it in the text.
fn with_own_row() -> Content {
    let mut json = serde_json::to_value(last_years()).unwrap();
    let own = json!({ "key": "own7", "name": "客户投诉次数", "unit": "次", "better": "lower",
        "values": { "2022": "30", "2023": "20", "2024": "10" } });
    json["benefits"].as_array_mut().unwrap().push(own);
    let figure = |year: &str, text: &str| json!({ "type": "dataReference", "attrs": { "source": "benefits:own7", "year": year, "text": text } });
    let words = |text: &str| json!({ "type": "text", "text": text });
    json["experience"]["results"] = json!({ "type": "doc", "content": [
        { "type": "paragraph", "content": [words("投诉由"), figure("2022", "30次"), words("降到"), figure("2024", "10次"), words("。客户满意。")] },
        { "type": "chart", "attrs": { "id": "c1", "caption": "投诉次数", "kind": "line", "series": ["benefits:own7"], "compare": false } }
    ] });
    serde_json::from_value(json).unwrap()
}

#[test]
fn values_stand_under_their_own_years_only() {
    let old = last_years();
    let before = by_year(&old);
    for rolled in [over_the_gap(&old), twice(&old)] {
        let after = by_year(&rolled.content);
        assert!(!after.is_empty() && after.iter().all(|value| before.contains(value)));
        assert!(after.iter().all(|(path, _)| path.contains(".2024")), "{after:?}");
        assert!(rolled.content.benefits.iter().all(|row| row.rank.is_empty()));
    }
}

#[test]
fn twice_in_a_row_leads_where_the_gap_does() {
    let old = with_own_row();
    assert_eq!(twice(&old).content, over_the_gap(&old).content);
}

fn draws_own_row(block: &Block) -> bool {
    let Block::Chart(chart) = block else { return false };
    chart.series.iter().any(|one| SeriesSource::parse(one) == Some(SeriesSource::Benefit("own7")))
}

#[test]
fn own_rows_their_charts_and_their_figures_follow() {
    for rolled in [over_the_gap(&with_own_row()), twice(&with_own_row())] {
        let mut content = rolled.content;
        let row = content.benefits.iter().position(|row| row.key == "own7").unwrap();
        assert_eq!(content.benefits[row].values.text(Year::new(2024).unwrap()), "10");
        let blocks = &content.experience.results.blocks;
        assert!(blocks.iter().any(draws_own_row));
        content.benefits[row].values.set(Year::new(2024).unwrap(), "12".into());
        assert!(content.follow_tables(), "the figure of a year in common is still linked");
        let text = content.experience.results.lines(&Path::section(crate::form::Section::Results));
        assert_eq!(text[0].text, "投诉由30次降到12次。客户满意。");
    }
}

#[test]
fn a_figure_of_a_year_that_is_left_behind_is_to_be_renewed() {
    let told = |rolled: Rolled| {
        let own = rolled.report.renew.into_iter().filter(|entry| entry.path.as_str().contains("results"));
        own.map(|entry| (entry.label, entry.reason)).collect::<Vec<_>>()
    };
    let expected =
        ("投诉由30次降到10次。".to_owned(), "写的是统计表2022年的数据30次，请按新一年的情况改写".to_owned());
    assert_eq!(told(over_the_gap(&with_own_row())), std::slice::from_ref(&expected));
    assert_eq!(told(roll(&with_own_row(), later("2025"), later("2026"))), [expected]);
}

#[test]
fn certificates_that_will_have_run_out_are_told_over_a_gap_too() {
    let mut content = last_years();
    let certificate = |id: &str, until: &str| json!({ "id": id, "category": "capability_level", "title": id, "expires_on": until, "files": [] });
    let items =
        [certificate("甲", "2027-05-19"), certificate("乙", "2027-05-20"), certificate("丙", "2025-12-31")];
    content.evidence = serde_json::from_value(items.into_iter().collect()).unwrap();
    for rolled in [over_the_gap(&content), twice(&content)] {
        let told = rolled.report.renew.iter().filter(|entry| entry.path.as_str().ends_with("expires_on"));
        let told: Vec<(&str, bool)> = told
            .map(|entry| (entry.label.as_str(), entry.reason.contains("预计的截止日期2027年5月20日")))
            .collect();
        assert_eq!(told, [("甲", true), ("丙", true)]);
    }
}

#[test]
fn reports_of_years_that_the_form_no_longer_prints_are_told_each() {
    let mut content = last_years();
    let report = |title: &str, years: &[&str]| json!({ "id": title, "category": "financial", "title": title, "years": years, "files": [] });
    let items = [
        report("前年审计", &["2022"]),
        report("去年审计", &["2023"]),
        report("今年审计", &["2024"]),
        json!({ "id": "h", "category": "honor", "title": "荣誉", "years": ["2022"], "files": [] }),
    ];
    content.evidence = serde_json::from_value(items.into_iter().collect()).unwrap();
    let told = |rolled: Rolled| {
        let own = rolled.report.renew.into_iter().filter(|entry| entry.path.as_str().ends_with("years"));
        own.map(|entry| (entry.label, entry.reason)).collect::<Vec<_>>()
    };
    let left = |title: &str| {
        (title.to_owned(), "证明的年度都不在新一年填报的三年内，请删去或换上新的材料".to_owned())
    };
    let missing = |years: &str| ("今年审计".to_owned(), format!("没有覆盖{years}年，请换上或补上新的材料"));
    assert_eq!(told(roll(&content, later("2025"), later("2026"))), [left("前年审计"), missing("2025")]);
    let gap = [left("前年审计"), left("去年审计"), missing("2025、2026")];
    assert_eq!(told(over_the_gap(&content)), gap);
    assert_eq!(told(twice(&content)), gap);
}
