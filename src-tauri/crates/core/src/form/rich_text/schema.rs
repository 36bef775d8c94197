//! The JSON Schema of rich text.

use super::tree::RichText;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Value, json};
use std::borrow::Cow;

impl JsonSchema for RichText {
    fn schema_name() -> Cow<'static, str> {
        "RichText".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        rich_text()
    }
}

fn rich_text() -> Schema {
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
