//! One part of the application as it was earlier (恢复这一部分).

use crate::draft::{Draft, DraftError, Operation, answers};
use crate::form::map::PartKey;
use crate::form::{Assignment, Attachment, Content};
use chrono::{DateTime, Utc};
use serde_json::Value;
use std::collections::BTreeMap;

impl Draft {
    /// Puts a part back as it was right after the revision `id`, as one change; all else stays. Files that the part
    /// names and that are attached no more come back with it.
    pub fn restore_part(&mut self, id: i64, part: PartKey, at: DateTime<Utc>) -> Result<(), DraftError> {
        let earlier = self.content_at(id)?;
        let places = places(&earlier, part);
        self.transact(Operation::Restore, at, |transaction, content| {
            answers::bring_back(transaction, &earlier)?;
            let files = named(&places, &earlier.attachments);
            content.assign(places).map_err(DraftError::Misfit)?;
            let present = std::mem::take(&mut content.attachments);
            content.attachments = files.into_iter().chain(present).collect();
            Ok(())
        })
    }
}

/// What the part held, place by place; the files are the draft's and no part's.
fn places(content: &Content, part: PartKey) -> Vec<Assignment> {
    let json = serde_json::to_value(content).expect("content is plain data");
    let places = part.places().into_iter().filter(|path| path.as_str() != "attachments");
    places
        .map(|path| Assignment { value: json.pointer(&path.pointer()).cloned().unwrap_or_default(), path })
        .collect()
}

/// Those of the files whose ids stand in the values.
fn named(places: &[Assignment], files: &BTreeMap<String, Attachment>) -> BTreeMap<String, Attachment> {
    let is_named = |id: &str| places.iter().any(|place| holds(&place.value, id));
    files.iter().filter(|(id, _)| is_named(id)).map(|(id, file)| (id.clone(), file.clone())).collect()
}

fn holds(value: &Value, id: &str) -> bool {
    match value {
        Value::String(text) => text == id,
        Value::Array(items) => items.iter().any(|item| holds(item, id)),
        Value::Object(fields) => fields.values().any(|field| holds(field, id)),
        _ => false,
    }
}
