//! A small, complete, correct application for the tests of the rules, changed by one thing a test.

use super::{Facts, FileFacts, Finding, PageFacts, blocks_final, check, repair};
use crate::date::Date;
use crate::edition::{Edition, Editions};
use crate::form::{Content, Path, PathStep};
use serde_json::{Value, json};
use std::sync::LazyLock;

static EDITIONS: LazyLock<Editions> = LazyLock::new(Editions::built_in);

static APPLICATION: LazyLock<Value> = LazyLock::new(|| {
    let process = "针对每一种差错，班组、工艺和质量人员共同选择防错方式，先用样件验证，再纳入作业标准和点检表，每周复核。";
    let results = "员工在改进中增长了才干，主动报告差错的风气已经形成。";
    let text = include_str!("fixture.json")
        .replace("FILL", &process.repeat(55))
        .replace("RESULTS", &results.repeat(14));
    serde_json::from_str(&text).unwrap()
});

/// The edition of the fixture.
pub(super) fn edition() -> &'static Edition {
    EDITIONS.get("2026").unwrap()
}

/// The fixture's JSON.
pub(super) fn application() -> Value {
    APPLICATION.clone()
}

/// The facts that go with the fixture: 2026-05-08, every file one good page.
pub(super) fn facts() -> Facts {
    let page = PageFacts { width: 1654, height: 2339 };
    let file = |n: usize| (format!("a{n}"), FileFacts { sha256: format!("{n:064x}"), pages: vec![page] });
    Facts {
        files: (1..=10).map(file).collect(),
        package_bytes: Some(9_000_000),
        ..Facts::on(Date::new(2026, 5, 8).unwrap())
    }
}

/// The fixture with changes, and the rule it is shown to.
pub(super) struct Case {
    rule: &'static str,
    json: Value,
    facts: Facts,
}

impl Case {
    /// The fixture unchanged.
    pub(super) fn of(rule: &'static str) -> Case {
        Case { rule, json: application(), facts: facts() }
    }

    /// Writes a value at a path as findings name it; an index just behind the end appends.
    pub(super) fn set(mut self, path: &str, value: impl Into<Value>) -> Case {
        *place(&mut self.json, path) = value.into();
        self
    }

    /// Replaces a section of the 典型经验 by these paragraphs.
    pub(super) fn paragraphs(self, section: &str, texts: &[&str]) -> Case {
        let paragraph =
            |text: &&str| json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] });
        let content: Vec<Value> = texts.iter().map(paragraph).collect();
        self.set(&format!("experience.{section}"), json!({ "type": "doc", "content": content }))
    }

    /// Changes the facts.
    pub(super) fn facts(mut self, change: impl FnOnce(&mut Facts)) -> Case {
        change(&mut self.facts);
        self
    }

    /// Another day.
    pub(super) fn on(self, today: &str) -> Case {
        let today = Date::parse(today).unwrap();
        self.facts(|facts| facts.today = today)
    }

    /// What the rule finds.
    pub(super) fn findings(&self) -> Vec<Finding> {
        let content: Content = serde_json::from_value(self.json.clone()).unwrap();
        let mut findings = check(&content, edition(), &self.facts);
        findings.retain(|finding| finding.rule == self.rule);
        findings
    }

    /// The rule gives exactly these findings, each `severity path`.
    #[track_caller]
    pub(super) fn expect(self, expected: &[&str]) {
        let findings = self.findings();
        let found: Vec<String> = findings.iter().map(in_short).collect();
        assert_eq!(found, expected, "{findings:#?}");
    }

    /// The rule gives one finding, and once it is repaired, the rule is silent and no error has come. Gives the content
    /// then.
    #[track_caller]
    pub(super) fn fixed(self, expected: &str) -> Value {
        let mut content: Content = serde_json::from_value(self.json.clone()).unwrap();
        let before = check(&content, edition(), &self.facts);
        let own: Vec<&Finding> = before.iter().filter(|finding| finding.rule == self.rule).collect();
        assert_eq!(own.iter().map(|finding| in_short(finding)).collect::<Vec<_>>(), [expected], "{own:#?}");
        assert_eq!(repair(&mut content, &own).len(), 1, "{own:#?}");
        let after = check(&content, edition(), &self.facts);
        let is_new = |finding: &&Finding| !before.iter().any(|other| in_short(other) == in_short(finding));
        let new: Vec<&Finding> = after
            .iter()
            .filter(|finding| finding.rule == self.rule || is_new(finding) && blocks_final(finding))
            .collect();
        assert!(new.is_empty(), "{new:#?}");
        serde_json::to_value(content).unwrap()
    }

    /// Likewise, and this stands at a place then.
    #[track_caller]
    pub(super) fn expect_fixed(self, expected: &str, path: &str, value: &str) {
        let fixed = self.fixed(expected);
        assert_eq!(fixed.pointer(&Path::from(path).pointer()), Some(&Value::from(value)), "{path}");
    }

    /// The rule gives one finding, and its message says all this.
    #[track_caller]
    pub(super) fn expect_message(self, parts: &[&str]) {
        let findings = self.findings();
        assert_eq!(findings.len(), 1, "{findings:#?}");
        for part in parts {
            assert!(findings[0].message.contains(part), "{part}: {}", findings[0].message);
        }
    }
}

fn in_short(finding: &Finding) -> String {
    let severity = serde_json::to_value(finding.severity).unwrap();
    format!("{} {}", severity.as_str().unwrap(), finding.path)
}

fn place<'a>(value: &'a mut Value, path: &str) -> &'a mut Value {
    Path::from(path).steps().fold(value, |value, step| match step {
        PathStep::Index(index) => {
            let list = value.as_array_mut().unwrap();
            if index == list.len() {
                list.push(Value::Null);
            }
            &mut list[index]
        }
        PathStep::Key(key) => value.as_object_mut().unwrap().entry(key).or_insert(Value::Null),
    })
}
