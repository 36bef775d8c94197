//! The content's JSON: strict in its keys, lenient in what is absent.

use super::json_error::{ContentError, describe, shape};
use super::{Content, Path, empty, strict};
use crate::edition::{Edition, Editions};
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

/// The largest JSON that is read, in bytes.
pub const READ_LIMIT: u64 = 64 << 20;

/// The keys whose absence means "the rows of the form", not "no rows".
#[derive(Deserialize)]
struct Present<'a> {
    #[serde(default)]
    edition: Option<String>,
    #[serde(borrow, default)]
    benefits: Option<&'a RawValue>,
    #[serde(borrow, default)]
    social: Option<&'a RawValue>,
    #[serde(borrow, default)]
    brand: Option<&'a RawValue>,
}

impl Content {
    /// Reads content, refusing unknown keys with their path. Absent keys are filled with the empty form of
    /// the edition the JSON names; where it names none, of `default`.
    pub fn from_json(json: &str, editions: &Editions, default: &Edition) -> Result<Content, ContentError> {
        let json = json.strip_prefix('\u{feff}').unwrap_or(json);
        let mut content = read(json)?;
        strict::refuse_repeated_keys(json)?;
        strict::refuse_arrays_for_objects(json)?;
        strict::refuse_repeated_ids(&content)?;
        let present: Present =
            serde_json::from_str(json).map_err(|error| shape(Path::default(), &error.to_string()))?;
        let edition = match present.edition.as_deref() {
            None | Some("") => default,
            Some(id) => editions.get(id).ok_or_else(|| ContentError::Edition(id.into()))?,
        };
        content.edition = edition.id.as_str().into();
        if present.benefits.is_none() {
            content.benefits = empty::benefits(edition);
        }
        if present.social.is_none() {
            content.social = empty::rows(&edition.application.social.rows);
        }
        if present.brand.is_none() {
            content.brand = empty::rows(&edition.application.brand.rows);
        }
        Ok(content)
    }

    /// Reads content exactly as it was stored, filling in nothing.
    pub fn from_stored_json(json: &str) -> Result<Content, ContentError> {
        read(json)
    }

    /// Likewise, of JSON that was read already.
    pub(crate) fn from_stored_value(json: &Value) -> Result<Content, ContentError> {
        Content::deserialize(json).or_else(|_| serde_path_to_error::deserialize(json).map_err(unfit))
    }

    /// The content as indented JSON with all its keys, ending in a line feed.
    pub fn to_json(&self) -> String {
        let mut json = serde_json::to_string_pretty(self).expect("content is plain data with text keys");
        json.push('\n');
        json
    }
}

fn read(json: &str) -> Result<Content, ContentError> {
    // To know the place of a fault takes a fifth longer: it is looked for where there is one.
    serde_json::from_str(json).or_else(|_| read_placed(json))
}

fn read_placed(json: &str) -> Result<Content, ContentError> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let content = serde_path_to_error::deserialize(&mut deserializer).map_err(unfit)?;
    deserializer.end().map_err(|error| describe(Path::default(), &error))?;
    Ok(content)
}

fn unfit(error: serde_path_to_error::Error<serde_json::Error>) -> ContentError {
    let path = error.path().to_string();
    let path = if path == "." { String::new() } else { path };
    describe(Path::from(path.as_str()), error.inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Editions;

    fn check(json: &str, expected: Result<(), &str>) {
        let editions = Editions::built_in();
        let read = Content::from_json(json, &editions, editions.latest());
        assert_eq!(
            read.map(drop).map_err(|error| error.to_string()),
            expected.map_err(str::to_owned),
            "{json}"
        );
    }

    #[test]
    fn a_typing_error_is_refused_with_its_place() {
        check(r#"{"organisation": "x"}"#, Err("organisation：不认识键“organisation”，请检查拼写"));
        check(
            r#"{"declaration": {"contact": {"fax": null}}}"#,
            Err("declaration.contact.fax：不认识键“fax”，请检查拼写"),
        );
        check(
            r#"{"benefits": [{"key": "a"}, {"kye": "b"}]}"#,
            Err("benefits[1].kye：不认识键“kye”，请检查拼写"),
        );
        check(r#"{"filled_on": "2026/5/8"}"#, Err("filled_on：日期“2026/5/8”应写作 2026-05-08 这样的形式"));
        check(
            r#"{"declaration": {"employees": 1286}}"#,
            Err("declaration.employees：应为文本（加引号），而不是数字"),
        );
        check(r#"{"track": "city"}"#, Err("track：不能填“city”，可填：provincial、national"));
        check(
            r#"{"market": {"products": [{"satisfaction": {"25": "9"}}]}}"#,
            Err("market.products[0].satisfaction.25：年度“25”应为四位数字，如 2025"),
        );
        check(
            r#"{"organization": "a", "organization": "b"}"#,
            Err("organization：键“organization”写了两次，请只留一个"),
        );
        check(
            r#"{"edition": "1999"}"#,
            Err("edition：没有安装 1999 年度的通知，请先用 biaogan edition 安装"),
        );
    }

    #[test]
    fn a_fault_in_rich_text_is_named_from_the_root() {
        check(
            r#"{"experience": {"process": {"type": "doc", "content": [{"type": "paragraph"}, {"type": "video"}]}}}"#,
            Err("experience.process.content[1].type：这里不能放“video”"),
        );
    }

    #[test]
    fn damaged_json_is_named_by_line_and_column() {
        check("{\"track\":", Err("第 1 行第 9 列不是有效的 JSON：文件不完整，末尾被截断"));
        check("{}{}", Err("第 1 行第 3 列不是有效的 JSON：JSON 之后还有多余的内容"));
    }

    #[test]
    fn what_is_absent_or_null_is_the_empty_form() {
        let editions = Editions::built_in();
        let edition = editions.latest();
        let empty = Content::empty(edition);
        assert_eq!(empty.benefits.len(), 10);
        for json in
            ["{}", r#"{"benefits": null, "filled_on": "", "declaration": {"iso9001": null}, "social": null}"#]
        {
            assert_eq!(Content::from_json(json, &editions, edition).unwrap(), empty, "{json}");
        }
        let none = Content::from_json(r#"{"benefits": []}"#, &editions, edition).unwrap();
        assert!(none.benefits.is_empty());
    }
}
