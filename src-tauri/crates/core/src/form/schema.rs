//! The JSON Schema of the content.

use super::Content;
use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
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
