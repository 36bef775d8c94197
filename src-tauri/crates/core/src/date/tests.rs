use proptest::prelude::*;

use super::*;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn check_error(text: &str, expected: &str) {
    assert_eq!(Date::parse(text).unwrap_err().to_string(), expected);
}

#[test]
fn another_form_is_refused_with_the_right_one() {
    check_error("2026/5/8", "日期“2026/5/8”应写作 2026-05-08 这样的形式");
    for text in [
        "",
        "2026-5-8",
        " 2026-05-08",
        "2026-05-08 ",
        "２０２６-05-08",
        "+026-05-08",
        "2026-05-0８",
        "20260508",
        "2026年5月8日",
    ] {
        assert_eq!(Date::parse(text), Err(DateError::Form(text.to_owned())));
    }
}

#[test]
fn a_long_text_is_cut_in_the_message() {
    check_error(&"日".repeat(1000), &format!("日期“{}…”应写作 2026-05-08 这样的形式", "日".repeat(30)));
}

#[test]
fn days_that_do_not_exist_are_refused() {
    check_error("2026-02-29", "日期“2026-02-29”不存在，请核对月份和日子");
    for text in ["2026-13-01", "2026-00-10", "2026-04-31", "2026-04-00"] {
        assert_eq!(Date::parse(text), Err(DateError::Day(text.to_owned())));
    }
    assert_eq!(date("2028-02-29").day(), 29);
}

#[test]
fn years_outside_1900_to_2999_are_refused() {
    check_error("0206-05-08", "日期“0206-05-08”的年份应在 1900 至 2999 之间");
    assert_eq!(Date::parse("1899-12-31"), Err(DateError::Year("1899-12-31".to_owned())));
    assert!(matches!(Date::new(3000, 1, 1), Err(DateError::Year(_))));
    assert!(Date::new(i32::MIN, 1, 1).is_err() && Date::new(i32::MAX, 1, 1).is_err());
}

#[test]
fn print_form_has_no_leading_zeros() {
    assert_eq!(date("2026-05-08").chinese(), "2026年5月8日");
    assert_eq!(date("2026-12-31").chinese(), "2026年12月31日");
}

#[test]
fn days_are_counted_both_ways() {
    assert_eq!(date("2026-05-08").days_until(date("2026-05-20")), 12);
    assert_eq!(date("2026-05-20").days_until(date("2026-05-08")), -12);
    assert_eq!(date("2028-02-28").plus_days(2), Some(date("2028-03-01")));
    assert_eq!(date("2999-12-31").plus_days(1), None);
    assert_eq!(date("1900-01-01").plus_days(i64::MIN), None);
}

#[test]
fn json_is_the_string() {
    let json = serde_json::to_string(&date("2026-05-08")).unwrap();
    assert_eq!(json, r#""2026-05-08""#);
    assert_eq!(serde_json::from_str::<Date>(&json).unwrap(), date("2026-05-08"));
    let error = serde_json::from_str::<Date>(r#""2026/5/8""#).unwrap_err().to_string();
    assert!(error.contains("应写作 2026-05-08"), "{error}");
}

#[test]
fn the_schema_is_a_string_with_a_pattern() {
    let schema = serde_json::to_value(schemars::schema_for!(Date)).unwrap();
    assert_eq!(schema["type"], "string");
    assert!(schema["pattern"].as_str().unwrap().starts_with('^'));
}

fn dates() -> impl Strategy<Value = Date> {
    let first = date("1900-01-01");
    (0..=first.days_until(date("2999-12-31"))).prop_map(move |days| first.plus_days(days).unwrap())
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof!["[0-9]{4}-[0-9]{2}-[0-9]{2}", any::<String>()]
}

proptest! {
    #[test]
    fn every_date_is_read_back_and_ordered_as_its_text(a in dates(), b in dates()) {
        prop_assert_eq!(Date::parse(&a.to_string()), Ok(a));
        prop_assert_eq!(Date::new(a.year(), a.month(), a.day()), Ok(a));
        prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        prop_assert_eq!(a.plus_days(a.days_until(b)), Some(b));
    }

    #[test]
    fn any_text_is_read_without_panic(text in texts(), days in any::<i64>()) {
        if let Ok(date) = Date::parse(&text) {
            prop_assert_eq!(date.to_string(), text);
            let _ = date.plus_days(days);
        }
    }
}
