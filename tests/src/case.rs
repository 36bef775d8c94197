//! The sample application as the checks see it, changed by one thing a case.

use biaogan::date::Date;
use biaogan::draft::Draft;
use biaogan::edition::{Edition, Editions};
use biaogan::form::{Content, Path, PathStep};
use biaogan::package::budget;
use biaogan::rules::{self, Facts, FileFacts, Finding, PageFacts};
use serde_json::{Value, json};
use std::sync::LazyLock;
use std::time::SystemTime;

static EDITIONS: LazyLock<Editions> = LazyLock::new(Editions::built_in);

/// The sample's content and facts on 2026-05-08.
static SAMPLE: LazyLock<(Value, Facts)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    let at = SystemTime::UNIX_EPOCH.into();
    let draft = Draft::create_sample(&folder.path().join("s.biaogan"), &EDITIONS, at).expect("the sample");
    let content = draft.content().expect("its content");
    let mut facts = draft.facts(&content, day("2026-05-08")).expect("its facts");
    facts.package_bytes = Some(budget(&draft, &content, edition()).expect("its size").expected_bytes);
    (serde_json::to_value(&content).expect("JSON"), facts)
});

/// The edition of the sample.
pub fn edition() -> &'static Edition {
    EDITIONS.get("2026").expect("built in")
}

/// The same, as if its notice were not out yet.
static PRELIMINARY: LazyLock<Edition> =
    LazyLock::new(|| Edition { preliminary: true, deadline: None, ..edition().clone() });

/// A day written `YYYY-MM-DD`.
pub fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

/// The sample with its changes.
#[derive(Clone)]
pub struct Case {
    /// The content as JSON.
    pub json: Value,
    /// What the rules may not fetch.
    pub facts: Facts,
    /// The edition it is checked by.
    edition: &'static Edition,
}

impl Case {
    /// The sample unchanged.
    pub fn sample() -> Case {
        let (json, facts) = SAMPLE.clone();
        Case { json, facts, edition: edition() }
    }

    /// Another application, with one good page for each of its files.
    pub fn read(json: &str) -> Case {
        let json: Value = serde_json::from_str(json).expect("JSON");
        let page = PageFacts { width: 1654, height: 2339 };
        let file = |id: &String| (id.clone(), FileFacts { sha256: format!("{id:0>64}"), pages: vec![page] });
        let ids = json["attachments"].as_object().expect("attachments").keys();
        let files = ids.map(file).collect();
        let facts = Facts { files, package_bytes: Some(9_000_000), ..Facts::on(day("2026-05-08")) };
        Case { json, facts, edition: edition() }
    }

    /// Writes a value at a path as findings name it; an index just behind the end appends.
    pub fn set(mut self, path: &str, value: impl Into<Value>) -> Case {
        *place(&mut self.json, path) = value.into();
        self
    }

    /// The notice is not out yet.
    pub fn preliminary(self) -> Case {
        Case { edition: &PRELIMINARY, ..self }
    }

    /// It is.
    pub fn of_the_notice(self) -> Case {
        Case { edition: edition(), ..self }
    }

    /// Takes an item out of a list.
    pub fn remove(mut self, list: &str, index: usize) -> Case {
        place(&mut self.json, list).as_array_mut().expect("a list").remove(index);
        self
    }

    /// Replaces a text somewhere below a path; it must stand there.
    pub fn replace(mut self, path: &str, from: &str, to: &str) -> Case {
        let below = if path.is_empty() { &mut self.json } else { place(&mut self.json, path) };
        let before = below.clone();
        each_text(below, &mut |text| *text = text.replace(from, to));
        assert_ne!(*below, before, "no “{from}” at {path}");
        self
    }

    /// Renames the applicant wherever it is named, on the signed pages too.
    pub fn rename(self, to: &str) -> Case {
        let from = self.json["organization"].as_str().expect("a name").to_owned();
        let to = to.to_owned();
        self.replace("", &from, &to).facts(|facts| {
            facts.organization_when_attached.values_mut().for_each(|name| name.clone_from(&to));
        })
    }

    /// Replaces a section of the 典型经验 by these paragraphs.
    pub fn paragraphs(self, section: &str, texts: &[&str]) -> Case {
        let content: Vec<Value> = texts.iter().map(|text| paragraph(text)).collect();
        self.set(&format!("experience.{section}.content"), content)
    }

    /// Adds a paragraph at the end of a section.
    pub fn append(mut self, section: &str, text: &str) -> Case {
        let content = place(&mut self.json, &format!("experience.{section}.content"));
        content.as_array_mut().expect("blocks").push(paragraph(text));
        self
    }

    /// Takes every figure, chart and table out of a section, and what refers to them.
    pub fn without_captioned(mut self, section: &str) -> Case {
        let content = place(&mut self.json, &format!("experience.{section}.content"));
        let blocks = content.as_array_mut().expect("blocks");
        blocks.retain(|block| !["figure", "chart", "table"].contains(&block["type"].as_str().unwrap_or("")));
        blocks.iter_mut().for_each(|block| drop_references(block, None));
        self
    }

    /// Takes the references to one figure, chart or table away.
    pub fn without_reference(mut self, target: &str) -> Case {
        drop_references(&mut self.json["experience"], Some(target));
        self
    }

    /// Makes it an application on the national track, with what that needs.
    pub fn national(self) -> Case {
        let item = json!({
            "id": "e20", "category": "provincial_benchmark", "title": "2024年浙江省质量标杆名单", "files": ["a20"],
            "issued_on": "2024-12-30", "expires_on": null, "years": ["2024"], "sealed": null, "note": "", "rotation": {}
        });
        let page = PageFacts { width: 1654, height: 2339 };
        let file = FileFacts { sha256: "20".repeat(32), pages: vec![page] };
        self.set("track", "national")
            .set("qualification.provincial_benchmark_year", "2024")
            .set("evidence[9]", item)
            .facts(|facts| drop(facts.files.insert("a20".into(), file)))
    }

    /// Changes the facts.
    pub fn facts(mut self, change: impl FnOnce(&mut Facts)) -> Case {
        change(&mut self.facts);
        self
    }

    /// Makes the only page of a file this wide.
    pub fn page_width(self, file: &str, width: u32) -> Case {
        self.facts(|facts| facts.files.get_mut(file).expect("a file").pages[0].width = width)
    }

    /// Another day.
    pub fn today(self, today: &str) -> Case {
        self.facts(|facts| facts.today = day(today))
    }

    /// The content.
    pub fn content(&self) -> Content {
        Content::from_json(&self.json.to_string(), &EDITIONS, edition()).expect("content")
    }

    /// What the checks find.
    pub fn findings(&self) -> Vec<Finding> {
        rules::check(&self.content(), self.edition, &self.facts)
    }
}

/// A finding as the tests write it: `error N003 experience.process`.
pub fn in_short(finding: &Finding) -> String {
    let severity = serde_json::to_value(finding.severity).expect("JSON");
    format!("{} {} {}", severity.as_str().expect("a word"), finding.rule, finding.path)
}

fn paragraph(text: &str) -> Value {
    json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] })
}

fn drop_references(value: &mut Value, target: Option<&str>) {
    match value {
        Value::Array(items) => {
            let dropped = |item: &Value| {
                item["type"] == "crossReference" && target.is_none_or(|id| item["attrs"]["target"] == id)
            };
            items.retain(|item| !dropped(item));
            items.iter_mut().for_each(|item| drop_references(item, target));
        }
        Value::Object(fields) => fields.values_mut().for_each(|field| drop_references(field, target)),
        _ => {}
    }
}

fn each_text(value: &mut Value, change: &mut impl FnMut(&mut String)) {
    match value {
        Value::String(text) => change(text),
        Value::Array(items) => items.iter_mut().for_each(|item| each_text(item, change)),
        Value::Object(fields) => fields.values_mut().for_each(|field| each_text(field, change)),
        _ => {}
    }
}

fn place<'a>(value: &'a mut Value, path: &str) -> &'a mut Value {
    Path::from(path).steps().fold(value, |value, step| match step {
        PathStep::Index(index) => {
            let list = value.as_array_mut().expect("a list");
            if index == list.len() {
                list.push(Value::Null);
            }
            &mut list[index]
        }
        PathStep::Key(key) => value.as_object_mut().expect("an object").entry(key).or_insert(Value::Null),
    })
}
