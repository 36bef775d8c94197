//! How large the parts of a draft are and how much is in them.

use super::text::Text;
use crate::draft::{Draft, DraftError};
use crate::edition::Edition;
use crate::form::Content;
use crate::form::map::PartKey;
use crate::form::rich_text::{Numbers, RichText, SectionCount};
use serde_json::Value;
use std::collections::BTreeMap;

/// What a file can be; of anything else it is only told that it is.
const KINDS: [&str; 10] = ["jpeg", "png", "tiff", "bmp", "gif", "webp", "heic", "heif", "jp2", "pdf"];

pub(super) fn write(
    text: &mut Text,
    draft: &Draft,
    content: &Content,
    edition: &Edition,
) -> Result<(), DraftError> {
    let json = serde_json::to_value(content).expect("content is plain data");
    let numbers = Numbers::of(&content.experience, &content.evidence);
    for part in PartKey::ALL {
        let places = part.places().into_iter().filter(|place| place.as_str() != "attachments");
        let values: Vec<&Value> = places.filter_map(|place| json.pointer(&place.pointer())).collect();
        let told = match part.section() {
            Some(section) => section_words(content.experience.section(section), &numbers, edition),
            None => fields_words(&values),
        };
        let bytes: usize = values.iter().map(|value| value.to_string().len()).sum();
        text.line(part.title(edition), &format!("{told}，{bytes} 字节"));
    }
    evidence(text, content, edition);
    files(text, draft, content)
}

fn section_words(section: &RichText, numbers: &Numbers, edition: &Edition) -> String {
    let count = SectionCount::of(section, numbers, edition).all;
    let captioned = section.captioned().count();
    format!("{} 段，其中图表 {captioned} 个，字数 {}", section.blocks.len(), count.high)
}

/// How many rows there are, and how many fields are filled in.
fn fields_words(values: &[&Value]) -> String {
    let rows: usize = values.iter().filter_map(|value| value.as_array()).map(Vec::len).sum();
    let filled: usize = values.iter().map(|value| filled(value)).sum();
    match rows {
        0 => format!("已填 {filled} 项"),
        rows => format!("{rows} 行，已填 {filled} 项"),
    }
}

fn filled(value: &Value) -> usize {
    match value {
        Value::Null => 0,
        Value::String(text) => usize::from(!text.trim().is_empty()),
        Value::Array(items) => items.iter().map(filled).sum(),
        Value::Object(fields) => fields.values().map(filled).sum(),
        Value::Bool(_) | Value::Number(_) => 1,
    }
}

fn evidence(text: &mut Text, content: &Content, edition: &Edition) {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for item in &content.evidence {
        let (items, files) = counts.entry(edition.evidence.category_label(item.category)).or_default();
        (*items, *files) = (*items + 1, *files + item.files.len());
    }
    for (category, (items, files)) in counts {
        text.line(&format!("材料·{category}"), &format!("{items} 件，文件 {files} 个"));
    }
}

fn files(text: &mut Text, draft: &Draft, content: &Content) -> Result<(), DraftError> {
    let pages = draft.all_pages(content)?;
    let mut counts: BTreeMap<&str, (usize, usize, u64)> = BTreeMap::new();
    for (id, file) in &content.attachments {
        let known = KINDS.into_iter().find(|kind| file.media_type.ends_with(&format!("/{kind}")));
        let (files, of_files, bytes) = counts.entry(known.unwrap_or("其他")).or_default();
        *files += 1;
        *of_files += pages.get(id).map_or(0, Vec::len);
        *bytes += file.bytes;
    }
    for (kind, (files, pages, bytes)) in counts {
        text.line(&format!("附件·{kind}"), &format!("{files} 个，{pages} 页，{bytes} 字节"));
    }
    Ok(())
}
