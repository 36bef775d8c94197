//! Content without what differs from draft to draft: ids, days of ticking, and the like.

use serde_json::{Map, Value, json};

/// Files by their names and figures, charts and tables by their captions, in place of ids. The widths of figures go:
/// the window offers only some. Days of confirming and of sending go.
pub fn comparable(mut content: Value) -> Value {
    let files = content["attachments"].as_object().expect("by id").clone();
    let name = |id: &str| files.get(id).map(|file| file["name"].clone());
    let mut captions = Map::new();
    collect_captions(&content["experience"], &mut captions);
    visit(&mut content, &mut |object| {
        rename(object, "attachment", &name);
        rename(object, "target", &|id| captions.get(id).cloned());
        if object.contains_key("width") {
            object.remove("width");
        }
        object.remove("id");
        object.remove("confirmed_on");
    });
    for page in ["/signed_pages/pledge", "/signed_pages/recommendation"] {
        by_name(content.pointer_mut(page).expect("files"), &name);
    }
    for item in content["evidence"].as_array_mut().expect("items") {
        by_name(&mut item["files"], &name);
        let turned = item["rotation"].as_object().expect("by file").clone();
        let turned = turned.into_iter().map(|(id, degrees)| json!([name(&id), degrees]));
        item["rotation"] = turned.collect();
    }
    content["attachments"] = attached(&files);
    content["submission"] = Value::Null;
    // Graded in a story of its own.
    content["criteria"] = Value::Null;
    content
}

/// The files, by what they are.
fn attached(files: &Map<String, Value>) -> Value {
    let mut all: Vec<(String, &Value)> =
        files.values().map(|file| (file["name"].to_string(), &file["sha256"])).collect();
    all.sort_by(|one, other| one.0.cmp(&other.0));
    json!(all)
}

fn collect_captions(value: &Value, captions: &mut Map<String, Value>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect_captions(item, captions)),
        Value::Object(fields) => {
            if let (Some(id), Some(caption)) =
                (fields.get("id").and_then(Value::as_str), fields.get("caption"))
            {
                captions.insert(id.into(), caption.clone());
            }
            fields.values().for_each(|field| collect_captions(field, captions));
        }
        _ => {}
    }
}

fn visit(value: &mut Value, change: &mut impl FnMut(&mut Map<String, Value>)) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| visit(item, change)),
        Value::Object(fields) => {
            change(fields);
            fields.values_mut().for_each(|field| visit(field, change));
        }
        _ => {}
    }
}

fn rename(object: &mut Map<String, Value>, key: &str, name: &dyn Fn(&str) -> Option<Value>) {
    if let Some(known) = object.get(key).and_then(Value::as_str).and_then(name) {
        object.insert(key.into(), known);
    }
}

fn by_name(list: &mut Value, name: &dyn Fn(&str) -> Option<Value>) {
    *list = list.as_array().expect("ids").iter().map(|id| json!(name(id.as_str().expect("an id")))).collect();
}
