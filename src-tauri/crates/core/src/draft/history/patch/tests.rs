//! Every way found leads where it should, is short, and is told as a place.

use super::*;
use proptest::prelude::*;
use serde_json::json;

/// The way from `before` to `after` leads there and is `expected`, as stored.
fn check(before: Value, after: Value, expected: Value) {
    let patch = diff(&before, &after);
    assert_eq!(serde_json::from_str::<Value>(&patch.stored()).unwrap(), expected);
    let mut reached = before;
    Patch::parse(&patch.stored()).unwrap().apply(&mut reached).unwrap();
    assert_eq!(reached, after);
}

#[test]
fn a_key_typed_into_a_text_does_not_store_the_text() {
    check(
        json!({ "a/b": "以数据说话" }),
        json!({ "a/b": "以数据，说话" }),
        json!([{ "op": "splice", "path": "/a~1b", "at": 9, "cut": 0, "text": "，" }]),
    );
    check(json!("aaa"), json!("aa"), json!([{ "op": "splice", "path": "", "at": 2, "cut": 1, "text": "" }]));
    // 一 and 丁 share their first byte: a splice never parts a character.
    check(json!("一"), json!("丁"), json!([{ "op": "splice", "path": "", "at": 0, "cut": 3, "text": "丁" }]));
}

#[test]
fn a_row_put_in_or_taken_out_leaves_the_others_alone() {
    let rows = |names: &[&str]| json!(names.iter().map(|name| json!({ "name": name })).collect::<Vec<_>>());
    check(
        rows(&["a", "b", "c"]),
        rows(&["x", "a", "b", "c"]),
        json!([{ "op": "add", "path": "/0", "value": { "name": "x" } }]),
    );
    check(
        rows(&["a", "b", "c", "d"]),
        rows(&["a", "d", "e"]),
        json!([
            { "op": "remove", "path": "/1" },
            { "op": "remove", "path": "/1" },
            { "op": "add", "path": "/2", "value": { "name": "e" } },
        ]),
    );
}

#[test]
fn what_does_not_fit_is_damage_and_no_panic() {
    let fails = |patch: Value, to: Value| {
        let patch = Patch::parse(&patch.to_string());
        assert!(patch.and_then(|patch| patch.apply(&mut to.clone())).is_err(), "{to}");
    };
    fails(json!([{ "op": "splice", "path": "/a", "at": 1, "cut": 0, "text": "" }]), json!({ "a": "一" }));
    let far = u64::MAX;
    fails(json!([{ "op": "splice", "path": "/a", "at": far, "cut": far, "text": "" }]), json!({ "a": "一" }));
    fails(json!([{ "op": "add", "path": "/2", "value": 1 }]), json!([0]));
    fails(json!([{ "op": "remove", "path": "/1" }]), json!([0]));
    fails(json!([{ "op": "remove", "path": "" }]), json!([0]));
    fails(json!([{ "op": "replace", "path": "/x", "value": 1 }]), json!({}));
    fails(json!([{ "op": "jump", "path": "/x" }]), json!({}));
}

#[test]
fn a_patch_of_the_first_versions_is_understood() {
    let patch = json!([
        { "op": "replace", "path": "/name", "value": "甲" },
        { "op": "remove", "path": "/rows/1" },
        { "op": "add", "path": "/rows/0", "value": 7 },
    ]);
    let mut value = json!({ "name": "乙", "rows": [1, 2] });
    Patch::parse(&patch.to_string()).unwrap().apply(&mut value).unwrap();
    assert_eq!(value, json!({ "name": "甲", "rows": [7, 1] }));
}

#[test]
fn the_place_is_the_deepest_that_all_lies_in() {
    let block = |text: &str| json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] });
    let form = |blocks: Vec<Value>, rows: Value| {
        json!({ "experience": { "process": { "type": "doc", "content": blocks } }, "benefits": rows,
                "contact": { "name": "甲", "mobile": "1" } })
    };
    let rows = json!([{ "values": { "2024": "1" } }, { "values": { "2024": "2" }, "rank": "1" }]);
    let before = form(vec![block("一"), block("二")], rows);
    let check = |change: &dyn Fn(&mut Value), expected: (&str, Option<&str>)| {
        let mut after = before.clone();
        change(&mut after);
        // As a change is undone: from the content after it.
        let undo = diff(&after, &before);
        let found = leaf(&undo, &after);
        assert_eq!((place(&undo, &after).as_str(), found.as_deref()), expected);
        check_differing(&before, &after);
    };
    let values = ("benefits[1].values.2024", Some("benefits/1/values/2024"));
    check(&|form| form["benefits"][1]["values"]["2024"] = "9".into(), values);
    let added = ("benefits[1].values.2025", Some("benefits/1/values/2025"));
    check(&|form| form["benefits"][1]["values"]["2025"] = "9".into(), added);
    let row = |form: &mut Value| form["benefits"][1] = json!({ "values": { "2024": "3" }, "rank": "2" });
    check(&row, ("benefits[1]", None));
    check(&|form| form["contact"] = json!({ "name": "乙", "mobile": "2" }), ("contact", None));
    let text =
        |form: &mut Value| form["experience"]["process"]["content"][1]["content"][0]["text"] = "三".into();
    check(&text, ("experience.process.content[1]", Some("experience/process/content/1")));
    let list = |form: &mut Value| form["benefits"].as_array_mut().unwrap().push(json!({}));
    check(&list, ("benefits[2]", None));
    let removed = |form: &mut Value| drop(form["benefits"].as_array_mut().unwrap().remove(0));
    check(&removed, ("benefits", None));
    let split = |form: &mut Value| {
        let blocks = form["experience"]["process"]["content"].as_array_mut().unwrap();
        *blocks = vec![block("一"), block("二"), block("三")];
    };
    check(&split, ("experience.process.content[2]", None));
}

/// What differs leads the same way as the whole, and tells the same of it.
fn check_differing(before: &Value, after: &Value) {
    let [old, new] = differing(&before.to_string(), &after.to_string()).unwrap();
    let undo = diff(after, before);
    assert_eq!(diff(&new, &old), undo);
    assert_eq!(place(&undo, &new), place(&undo, after));
    // No content is an array.
    if !after.is_array() {
        let touched = touched(&after.to_string(), &undo).unwrap();
        assert_eq!(place(&undo, &touched), place(&undo, after), "{touched}");
    }
    assert_eq!(leaf(&undo, &new), leaf(&undo, after));
    let mut undone = new;
    undo.apply(&mut undone).unwrap();
    assert_eq!(undone, old);
}

#[test]
fn what_is_the_same_in_both_is_left_out() {
    let check = |before: &str, after: &str, expected: [Value; 2]| {
        assert_eq!(differing(before, after).unwrap(), expected, "{before} {after}");
    };
    check("[1, 2]", "[1, 2]", [Value::Null, Value::Null]);
    check(
        r#"{"a": [0, {"b\\\"": "x", "c": 1}], "d": []}"#,
        r#"{"a": [0, {"b\\\"": "y", "c": 1}], "d": []}"#,
        ["x", "y"].map(|text| json!({ "a": [null, { "b\\\"": text, "c": 1 }] })),
    );
    check(r#"{"a": [0]}"#, r#"{"a": [0, "]"]}"#, [json!({ "a": [0] }), json!({ "a": [0, "]"] })]);
    check(
        r#"{"a": 1, "b": 2}"#,
        r#"{"a": 3, "b": 4} "#,
        [json!({ "a": 1, "b": 2 }), json!({ "a": 3, "b": 4 })],
    );
    // Written otherwise, as by another program.
    check(
        r#"{"a":{"b":"一"}}"#,
        r#"{"a": {"b":"\u4e00"}}"#,
        [json!({ "a": { "b": "一" } }), json!({ "a": { "b": "一" } })],
    );
}

#[test]
fn what_a_patch_does_not_touch_is_not_read() {
    let check = |paths: &[&str], expected: Value| {
        let json = r#"{"a":[{"b":1},{"b":"],{","c/":[]},3],"c/":{"a":"x"},"d":0.5}"#;
        let ops = paths.iter().map(|path| Op::Remove { path: (*path).into() });
        assert_eq!(touched(json, &Patch(ops.collect())).unwrap(), expected, "{paths:?}");
    };
    let row = json!({ "b": "],{", "c/": [] });
    check(&["/a/1/b"], json!({ "a": [null, row] }));
    check(&["/a/1/b", "/a/1/c~1/0"], json!({ "a": [null, row] }));
    check(&["/a/2"], json!({ "a": [{ "b": 1 }, row, 3] }));
    check(&["/c~1/a"], json!({ "c/": { "a": "x" } }));
    check(&["/d", "/a/0"], Value::Null);
    check(&[], Value::Null);
    let whole = json!({ "a": [{ "b": 1 }, row, 3], "c/": { "a": "x" }, "d": 0.5 });
    check(&["/a/7/b"], whole.clone());
    check(&["/x/y/z"], whole);
}

/// Any JSON, of few different texts.
fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        "[ab甲乙]{0,4}".prop_map(Value::from)
    ];
    leaf.prop_recursive(3, 24, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map("[a/~0-2]{0,2}", inner, 0..4)
                .prop_map(|map| map.into_iter().collect::<serde_json::Map<_, _>>().into()),
        ]
    })
}

proptest! {
    #[test]
    fn a_way_leads_from_any_value_to_any_other(before in values(), after in values()) {
        let patch = Patch::parse(&diff(&before, &after).stored()).unwrap();
        let mut reached = before.clone();
        patch.apply(&mut reached).unwrap();
        prop_assert_eq!(&reached, &after);
        place(&patch, &before);
        leaf(&patch, &before);
        check_differing(&before, &after);
        let in_text = |block: &Value| json!({ "experience": { "process": { "content": [0, block, "甲"] } } });
        check_differing(&in_text(&before), &in_text(&after));
    }
}
