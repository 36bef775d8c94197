//! What the content's types let pass and the user should hear of: arrays in an object's place, keys written twice,
//! ids given twice.

use super::json_error::{ContentError, describe};
use super::{Content, Path, schema};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use std::collections::HashSet;
use std::fmt;
use std::sync::LazyLock;

static SCHEMA: LazyLock<Value> = LazyLock::new(schema::json_schema);

/// Refuses a key that stands twice in one object, anywhere in the JSON.
pub(super) fn refuse_repeated_keys(json: &str) -> Result<(), ContentError> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let read: Result<Unique, _> = serde_path_to_error::deserialize(&mut deserializer);
    read.map(drop).map_err(|error| describe(Path::from(error.path().to_string().as_str()), error.inner()))
}

/// Any JSON whose objects have each key once.
struct Unique;

impl<'de> Deserialize<'de> for Unique {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Unique)
    }
}

macro_rules! passes {
    ($($visit:ident($kind:ty)),*) => { $(fn $visit<E: Error>(self, _: $kind) -> Result<Unique, E> { Ok(Unique) })* };
}

impl<'de> Visitor<'de> for Unique {
    type Value = Unique;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    passes!(visit_bool(bool), visit_i64(i64), visit_u64(u64), visit_f64(f64), visit_str(&str));

    fn visit_unit<E: Error>(self) -> Result<Unique, E> {
        Ok(Unique)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Unique, A::Error> {
        while items.next_element::<Unique>()?.is_some() {}
        Ok(Unique)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Unique, A::Error> {
        let mut seen = HashSet::new();
        while let Some(key) = map.next_key::<String>()? {
            map.next_value::<Unique>()?;
            if !seen.insert(key.clone()) {
                return Err(Error::custom(format!("duplicate field `{key}`")));
            }
        }
        Ok(Unique)
    }
}

/// Refuses an array where the schema has an object: serde would read it field by field.
pub(super) fn refuse_arrays_for_objects(json: &str) -> Result<(), ContentError> {
    let value: Value = serde_json::from_str(json).map_err(|error| describe(Path::default(), &error))?;
    match misplaced_array(&SCHEMA, &value, Path::default()) {
        None => Ok(()),
        Some(path) => {
            Err(ContentError::Shape { path, reason: "应为对象 { }，而不是数组 [ ]".into() })
        }
    }
}

/// The place of the first array that should be an object. Rich text is refused by its own reader.
fn misplaced_array(schema: &'static Value, value: &Value, path: Path) -> Option<Path> {
    let schema = resolved(schema);
    let is_object = schema["type"] == "object";
    match value {
        Value::Array(_) if is_object => Some(path),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(index, item)| misplaced_array(&schema["items"], item, path.index(index))),
        Value::Object(map) if is_object => {
            map.iter().find_map(|(key, item)| misplaced_array(of_key(schema, key), item, path.key(key)))
        }
        _ => None,
    }
}

fn of_key(schema: &'static Value, key: &str) -> &'static Value {
    let named = &schema["properties"][key];
    let by_pattern = || schema["patternProperties"].as_object().and_then(|patterns| patterns.values().next());
    if named.is_null() { by_pattern().unwrap_or(&schema["additionalProperties"]) } else { named }
}

/// Behind `$ref` and `anyOf` with `null`.
fn resolved(schema: &'static Value) -> &'static Value {
    let mut schema = schema;
    for _ in 0..4 {
        if let Some(name) = schema["$ref"].as_str().and_then(|target| target.strip_prefix("#/$defs/")) {
            schema = &SCHEMA["$defs"][name];
        } else if let Some(options) = schema["anyOf"].as_array() {
            let Some(option) = options.iter().find(|option| option["type"] != "null") else { break };
            schema = option;
        }
    }
    schema
}

/// Refuses keys of indicators and ids of evidence given twice: what refers to them would mean only the first. Figures
/// may share an id for a while, as after copying one in the editor; the checks speak of it.
pub(super) fn refuse_repeated_ids(content: &Content) -> Result<(), ContentError> {
    let benefits = content.benefits.iter().enumerate();
    unique(benefits.map(|(index, row)| (Path::root("benefits").index(index).key("key"), row.key.as_str())))?;
    let evidence = content.evidence.iter().enumerate();
    unique(evidence.map(|(index, item)| (Path::root("evidence").index(index).key("id"), item.id.as_str())))
}

fn unique<'a>(ids: impl Iterator<Item = (Path, &'a str)>) -> Result<(), ContentError> {
    let mut seen = HashSet::new();
    for (path, id) in ids {
        if !id.is_empty() && !seen.insert(id) {
            return Err(ContentError::Shape {
                path, reason: format!("“{id}”用了两次，请改成不同的编号")
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Editions;

    fn check(json: &str, expected: &str) {
        let editions = Editions::built_in();
        let read = Content::from_json(json, &editions, editions.latest());
        assert_eq!(read.unwrap_err().to_string(), expected, "{json}");
    }

    #[test]
    fn an_array_in_an_objects_place_loses_nothing() {
        let reason = "应为对象 { }，而不是数组 [ ]";
        check("[]", &format!("内容：{reason}"));
        for place in
            ["pledge", "declaration", "market", "experience", "signed_pages", "submission", "qualification"]
        {
            check(&format!(r#"{{"{place}": []}}"#), &format!("{place}：{reason}"));
        }
        check(r#"{"declaration": {"contact": ["a"]}}"#, &format!("declaration.contact：{reason}"));
        check(r#"{"competitors": [["a", "b"]]}"#, &format!("competitors[0]：{reason}"));
        check(
            r#"{"market": {"products": [{"share": {"2025": ["1"]}}]}}"#,
            &format!("market.products[0].share.2025：{reason}"),
        );
        check(r#"{"confirmations": {"Q001": []}}"#, &format!("confirmations.Q001：{reason}"));
    }

    #[test]
    fn a_key_written_twice_is_refused_everywhere() {
        check(
            r#"{"confirmations": {"Q001": {}, "Q001": {}}}"#,
            "confirmations.Q001：键“Q001”写了两次，请只留一个",
        );
        check(
            r#"{"experience": {"process": {"type": "doc", "content": [], "content": []}}}"#,
            "experience.process.content：键“content”写了两次，请只留一个",
        );
    }

    #[test]
    fn an_id_given_twice_is_refused() {
        check(
            r#"{"benefits": [{"key": "oee"}, {"key": "x"}, {"key": "oee"}]}"#,
            "benefits[2].key：“oee”用了两次，请改成不同的编号",
        );
        check(
            r#"{"evidence": [{"id": "e1"}, {"id": "e1"}]}"#,
            "evidence[1].id：“e1”用了两次，请改成不同的编号",
        );
    }
}
