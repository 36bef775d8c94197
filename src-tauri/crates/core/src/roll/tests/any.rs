//! Any content at all rolls, and nothing changes its year.

use super::*;
use crate::draft::{Draft, Operation};
use crate::form::Origin;
use proptest::prelude::*;

fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), ".{0,8}", "[0-9]{1,3}", "20[12][0-9]年.{0,4}[。！]"]
}

/// A text for some years, printed or not.
fn years() -> impl Strategy<Value = Value> {
    prop::collection::btree_map(2018u16..2030, text(), 0..7).prop_map(|years| {
        years.into_iter().map(|(year, text)| (year.to_string(), Value::from(text))).collect()
    })
}

fn day() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        (2022..2029, 1..13).prop_map(|(year, month)| json!(format!("{year}-{month:02}-15")))
    ]
}

fn narrative() -> impl Strategy<Value = Value> {
    let block = (0u8..4, text()).prop_map(|(kind, text)| {
        let inline = if text.is_empty() { json!([]) } else { json!([{ "type": "text", "text": text }]) };
        let paragraph = json!({ "type": "paragraph", "content": inline });
        match kind {
            0 => json!({ "type": "heading", "attrs": { "level": 2 }, "content": inline }),
            1 => json!({ "type": "bulletList", "content": [{ "type": "listItem", "content": [paragraph] }] }),
            2 => json!({ "type": "table", "attrs": { "id": "t", "caption": text }, "content": [
                { "type": "tableRow", "content": [{ "type": "tableCell", "content": [paragraph] }] }] }),
            _ => paragraph,
        }
    });
    prop::collection::vec(block, 0..5).prop_map(|blocks| json!({ "type": "doc", "content": blocks }))
}

fn evidence() -> impl Strategy<Value = Value> {
    let category =
        prop::sample::select(vec!["iso9001", "financial", "satisfaction", "honor", "provincial_benchmark"]);
    (category, text(), day(), prop::collection::vec(2018u16..2030, 0..4), any::<Option<bool>>()).prop_map(
        |(category, title, expires_on, years, sealed)| {
            let years: Vec<String> = years.iter().map(u16::to_string).collect();
            json!({ "category": category, "title": title, "expires_on": expires_on, "years": years,
                "sealed": sealed, "files": ["a1", "a9"] })
        },
    )
}

pub(in crate::roll) fn contents() -> impl Strategy<Value = Content> {
    let rows = prop::collection::vec((text(), years(), years(), text()), 0..4);
    let rest = (prop::collection::vec(evidence(), 0..4), narrative(), narrative(), day(), any::<bool>());
    (rows, rest).prop_map(|(rows, (evidence, overview, results, day, national))| {
        let item = |(item, values, _, _): &(String, Value, Value, String)| json!({ "item": item, "values": values });
        let indicator = |(n, (name, values, _, rank)): (usize, &(String, Value, Value, String))| {
            json!({ "key": format!("k{n}"), "name": name, "values": values, "rank": rank })
        };
        let product = |(name, one, two, _): &(String, Value, Value, String)| {
            json!({ "name": name, "satisfaction": one, "loyalty": two })
        };
        let json = json!({ "edition": "2025", "track": if national { "national" } else { "provincial" },
            "filled_on": day, "market": { "products": rows.iter().map(product).collect::<Value>() },
            "benefits": rows.iter().enumerate().map(indicator).collect::<Value>(),
            "social": rows.iter().map(item).collect::<Value>(), "evidence": evidence,
            "experience": { "overview": overview, "results": results },
            "attachments": { "a1": { "name": "甲" }, "a2": { "name": "乙" } } });
        serde_json::from_value(json).unwrap()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_content_rolls_and_nothing_changes_its_year(content in contents(), ahead in 1u16..4) {
        let mut to = edition("2026").clone();
        (to.id, to.year) = ((2025 + ahead).to_string(), 2025 + ahead);
        let rolled = roll(&content, edition("2025"), &to);
        prop_assert_eq!(&roll(&content, edition("2025"), &to), &rolled);
        let Rolled { content: new, report, marks } = rolled;
        let stands = serde_json::to_value(&new).unwrap();
        prop_assert!(marks.iter().all(|mark| !mark.is_open() || stands.pointer(&mark.path.pointer()).is_some()));
        let (before, after) = (by_year(&content), by_year(&new));
        prop_assert!(after.iter().all(|value| before.contains(value)));
        let printed = |path: &str| to.years().iter().any(|year| path.contains(&format!(".{year}")));
        for (path, text) in &before {
            let dropped = report.dropped.iter().any(|entry| entry.path.as_str() == path && entry.value == *text);
            prop_assert_eq!(after.iter().any(|(kept, _)| kept == path), printed(path));
            prop_assert_eq!(dropped, !printed(path), "what is not kept is reported: {}", path);
        }
        let texts = |content: &Content| serde_json::to_value(&content.experience).unwrap();
        prop_assert_eq!(texts(&new), texts(&content));
        prop_assert_eq!(new.evidence.len(), content.evidence.len());
        prop_assert!(report.to_string().lines().count() >= 5);
    }
}

/// Moves blocks within their section, as any editor would.
fn shuffled(content: &Content, by: usize) -> Content {
    let mut content = content.clone();
    for text in [&mut content.experience.overview, &mut content.experience.results] {
        let size = text.blocks.len();
        text.blocks.rotate_left(by % size.max(1));
    }
    content.evidence.reverse();
    content
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn marks_follow_what_moves_and_go_when_all_is_confirmed(content in contents(), by in 0usize..5) {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let now = chrono::DateTime::UNIX_EPOCH;
        let mut content = Content { attachments: Default::default(), ..content };
        content.evidence.iter_mut().enumerate().for_each(|(n, item)| item.id = format!("e{n}").into());
        drop(Draft::create(&at("old.biaogan"), &content, now).unwrap());
        roll_draft(&at("old.biaogan"), &at("new.biaogan"), edition("2026"), &EDITIONS, now).unwrap();
        let mut draft = Draft::open(&at("new.biaogan")).unwrap();
        let open = |draft: &Draft| draft.origins().unwrap().into_iter().filter(Origin::is_open).collect::<Vec<_>>();
        let values = |marks: &[Origin]| {
            let mut values: Vec<_> = marks.iter().map(|mark| (mark.id, mark.value.clone())).collect();
            values.sort();
            values
        };
        let marks = open(&draft);
        let rolled = draft.content().unwrap();
        draft.change(Operation::Edit, now, |content| *content = shuffled(content, by)).unwrap();
        prop_assert_eq!(values(&open(&draft)), values(&marks));
        draft.undo(now).unwrap();
        let ids: Vec<i64> = marks.iter().map(|mark| mark.id).collect();
        prop_assert_eq!(draft.confirm(&ids, now).unwrap(), ids.len());
        prop_assert_eq!(open(&draft), vec![]);
        prop_assert_eq!(draft.content().unwrap(), rolled);
        if !ids.is_empty() {
            draft.undo(now).unwrap();
            prop_assert_eq!(open(&draft), marks);
        }
    }
}
