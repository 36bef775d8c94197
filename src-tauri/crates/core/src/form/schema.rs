//! The JSON Schema of the content.

use super::Content;
use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

/// The JSON Schema (2020-12) of [`Content`].
pub fn json_schema() -> Value {
    let settings = SchemaSettings::draft2020_12().with_transform(NullIsAbsent);
    settings.into_generator().into_root_schema_for::<Content>().to_value()
}

/// Lets every property be `null` or `""`, which both mean "not filled in".
#[derive(Debug, Clone)]
struct NullIsAbsent;

impl Transform for NullIsAbsent {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) else { return };
        for property in properties.values_mut() {
            if !allows_null(property) {
                let shape = property.take();
                *property = json!({ "anyOf": [shape, { "type": "null" }, { "const": "" }] });
            }
        }
    }
}

fn allows_null(property: &Value) -> bool {
    let is_null = |kind: &Value| kind == "null";
    let listed = property["type"].as_array().is_some_and(|kinds| kinds.iter().any(is_null));
    let offered = property["anyOf"].as_array().is_some_and(|any| any.iter().any(|one| is_null(&one["type"])));
    listed || offered || property.get("const").is_some()
}

pub(super) fn rotation(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "object", "additionalProperties": { "type": "integer", "multipleOf": 90 } })
}

pub(super) fn rich_text() -> Schema {
    let list = |items: &str| json!({ "type": "array", "items": { "$ref": items } });
    let node = |kinds: Value, attrs: Value, content: Value| {
        json!({ "type": "object", "required": ["type"], "additionalProperties": false,
            "properties": { "type": { "enum": kinds }, "attrs": attrs, "content": content } })
    };
    let attrs = |properties: Value| json!({ "type": "object", "additionalProperties": false, "properties": properties });
    let text = json!({ "type": "string" });
    let none = || attrs(json!({}));
    let at = |name: &str| format!("#/$defs/RichText/$defs/{name}");
    let span = json!({ "type": "integer", "minimum": 1 });
    let inline_attrs = attrs(json!({ "target": text, "source": text, "year": text, "text": text }));
    let figure = attrs(json!({ "id": text, "attachment": text, "caption": text,
        "width": { "type": "integer", "minimum": 1, "maximum": 100 } }));
    let chart = attrs(json!({ "id": text, "caption": text, "kind": { "enum": ["column", "line"] },
        "series": { "type": "array", "items": text }, "compare": { "type": "boolean" } }));
    let inline = json!({ "type": "object", "required": ["type"], "additionalProperties": false, "properties": {
        "type": { "enum": ["text", "hardBreak", "crossReference", "dataReference"] }, "text": text, "attrs": inline_attrs,
        "marks": { "type": "array", "items": { "type": "object", "properties": {
            "type": { "enum": ["bold", "italic", "underline", "subscript", "superscript"] } } } } } });
    let defs = json!({
        "inline": inline,
        "flow": { "anyOf": [
            node(json!(["paragraph"]), none(), list(&at("inline"))),
            node(json!(["bulletList", "orderedList"]), none(), list(&at("listItem"))) ] },
        "listItem": node(json!(["listItem"]), none(), list(&at("flow"))),
        "cell": node(json!(["tableCell", "tableHeader"]), attrs(json!({ "colspan": span, "rowspan": span })), list(&at("flow"))),
        "row": node(json!(["tableRow"]), none(), list(&at("cell"))),
        "block": { "anyOf": [
            { "$ref": at("flow") },
            node(json!(["heading"]), attrs(json!({ "level": { "enum": [2, 3, 4] } })), list(&at("inline"))),
            node(json!(["figure"]), figure, json!(false)),
            node(json!(["chart"]), chart, json!(false)),
            node(json!(["table"]), attrs(json!({ "id": text, "caption": text })), list(&at("row"))) ] }
    });
    let document = json!({ "type": "object", "additionalProperties": false, "$defs": defs,
        "properties": { "type": { "const": "doc" }, "content": list(&at("block")) } });
    Schema::try_from(document).expect("an object is a schema")
}
