//! Arbitrary texts in every place of an application break no rule.

use crate::form::Content;
use crate::rules::fixture::{application, edition, facts};
use crate::rules::{Facts, check};
use proptest::prelude::*;
use serde_json::Value;

/// Keys whose texts the model holds to a list or a form.
const CLOSED: [&str; 15] = [
    "type",
    "edition",
    "track",
    "direction",
    "better",
    "method",
    "kind",
    "category",
    "filled_on",
    "signed_on",
    "issued_on",
    "expires_on",
    "confirmed_on",
    "years",
    "rotation",
];

/// Pieces that the rules look for, cut and joined in every way, and any Unicode.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "机密", "秘密", "★", "第一", "唯一", "领先", "首创", "填补", "空白", "最佳", "行业", "国内", "一、", "（一）", "1.2.", "图1",
            "GB/T 19580-2012", "T/", "ZL2023", "CN", "专利“", "获", "质量奖", "小巨人", "2024年", "三成", "5G", "２０", "，", "。", " ", "、",
            "制定", "—", "零缺陷", "(", ")", "第", "章", ".", "②",
        ]).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

/// Puts the texts, one after another and over again, where texts are free.
fn fill(value: &mut Value, texts: &mut impl Iterator<Item = String>) {
    match value {
        Value::String(text) => *text = texts.next().unwrap_or_default(),
        Value::Array(items) => items.iter_mut().for_each(|item| fill(item, texts)),
        Value::Object(fields) => {
            let open = fields.iter_mut().filter(|(key, _)| !CLOSED.contains(&key.as_str()));
            open.for_each(|(_, field)| fill(field, texts));
        }
        _ => {}
    }
}

proptest! {
    #[test]
    fn no_rule_panics_whatever_is_typed_wherever(texts in prop::collection::vec(texts(), 1..40)) {
        let mut json = application();
        fill(&mut json, &mut texts.into_iter().cycle());
        // Without honours and innovations the claims are judged too.
        json["evidence"][3]["category"] = "other".into();
        let content: Content = serde_json::from_value(json).unwrap();
        check(&content, edition(), &facts());
        check(&content, edition(), &Facts::on(facts().today));
    }
}
