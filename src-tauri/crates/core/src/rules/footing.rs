//! What a warning rests on, by which its answer (已核对) finds it again: at which row and field, whose values.

use super::context::Context;
use super::finding::{Answer, Finding};
use crate::form::map::Anchor;
use crate::form::{Acknowledgement, Path};
use serde_json::Value;

/// Where a finding stands, and how what it speaks of reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footing {
    /// The place, rows named by what they are known by. In the text it is the section: blocks have no names.
    pub place: Anchor,
    /// In the text the sentence of the words it marks, or the block; else what stands at its place; and the values it
    /// compares. Nothing for what is about a table, a list or a section as a whole: that changes with every key.
    pub rests_on: String,
}

impl Footing {
    /// What a finding of this content rests on.
    pub fn of(finding: &Finding, context: &Context) -> Footing {
        let (path, given) = (&finding.path, finding.rests_on.clone());
        let Some(section) = path.in_section() else {
            let json = context.content.json_around(path);
            let rests_on = given.unwrap_or_else(|| value(path, &json));
            return Footing { place: Anchor::of(path, &json).by_name(), rests_on };
        };
        let said = match &finding.span {
            Some(span) => span.sentence.clone(),
            None => passages(path, context),
        };
        let parts: Vec<String> = [Some(said), given].into_iter().flatten().collect();
        let place = Anchor::of(&Path::section(section), &Value::Null);
        Footing { place, rests_on: parts.join(" | ") }
    }

    fn is_of(&self, answer: &Acknowledgement) -> bool {
        self.place == answer.place && self.rests_on == *answer.rests_on
    }
}

/// The text of a block; of a section as a whole none.
fn passages(path: &Path, context: &Context) -> String {
    let of_block = context.passages().iter().filter(|passage| path.is_block() && passage.path() == *path);
    let texts: Vec<&str> = of_block.map(|passage| passage.text.trim()).collect();
    texts.join("\n")
}

fn value(path: &Path, json: &Value) -> String {
    match json.pointer(&path.pointer()) {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(values @ Value::Object(_)) if is_series(path) => values.to_string(),
        Some(whole @ (Value::Number(_) | Value::Bool(_))) => whole.to_string(),
        _ => String::new(),
    }
}

/// Whether values by year stand there.
fn is_series(path: &Path) -> bool {
    let ends = [".values", ".share", ".satisfaction", ".loyalty"];
    ends.iter().any(|end| path.as_str().ends_with(end))
}

/// Gives every finding that was answered its answer.
pub(super) fn answer(findings: &mut [Finding], context: &Context) {
    let answers = &context.content.acknowledged;
    for finding in findings.iter_mut().filter(|finding| finding.can_be_acknowledged()) {
        let mut own = answers
            .iter()
            .filter(|(_, answer)| answer.rule == finding.rule && !answer.reason.is_blank())
            .peekable();
        if own.peek().is_none() {
            continue;
        }
        let footing = Footing::of(finding, context);
        finding.acknowledged = own.find(|(_, answer)| footing.is_of(answer)).map(|(key, answer)| Answer {
            key: key.clone(),
            reason: answer.reason.to_string(),
            on: answer.on.map(|on| on.to_string()).unwrap_or_default(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Date;
    use crate::form::Content;
    use crate::rules::fixture::{application, edition, facts};
    use crate::rules::{Group, check};
    use serde_json::json;

    /// The fixture with something changed.
    fn content(change: impl FnOnce(&mut Value)) -> Content {
        let mut json = application();
        change(&mut json);
        serde_json::from_value(json).unwrap()
    }

    /// Answers every finding of a rule.
    fn answered(mut content: Content, rule: &str) -> Content {
        let facts = facts();
        let findings = check(&content, edition(), &facts);
        let own: Vec<&Finding> = findings.iter().filter(|finding| finding.rule == rule).collect();
        assert!(!own.is_empty(), "{findings:#?}");
        let context = Context::new(&content, edition(), &facts);
        let footings: Vec<Footing> = own.iter().map(|finding| Footing::of(finding, &context)).collect();
        for (number, Footing { place, rests_on }) in footings.into_iter().enumerate() {
            let answer = Acknowledgement {
                rule: rule.into(),
                place,
                rests_on: rests_on.into(),
                reason: "已与财务核对".into(),
                on: Date::parse("2026-05-08").ok(),
            };
            content.acknowledged.insert(format!("{rule}-{number}"), answer);
        }
        content
    }

    /// The groups that the findings of a rule are in.
    fn groups(content: &Content, rule: &str) -> Vec<Group> {
        let findings = check(content, edition(), &facts());
        findings.iter().filter(|finding| finding.rule == rule).map(Finding::group).collect()
    }

    fn jump() -> Content {
        content(|json| json["benefits"][5]["values"]["2024"] = json!("8.04"))
    }

    #[test]
    fn an_answer_holds_while_rows_move_and_other_values_change() {
        let mut content = answered(jump(), "Y005");
        assert_eq!(groups(&content, "Y005"), [Group::Acknowledged]);
        content.benefits.swap(0, 5);
        content.benefits.remove(5);
        content.benefits[1].rank = "7".into();
        assert_eq!(groups(&content, "Y005"), [Group::Acknowledged]);
    }

    #[test]
    fn it_is_asked_again_once_the_value_changes() {
        let mut content = answered(jump(), "Y005");
        let year = edition().years()[1];
        content.benefits[5].values.set(year, "8.05".into());
        assert_eq!(groups(&content, "Y005"), [Group::Warning]);
        content.benefits[5].values.set(year, "8.04".into());
        assert_eq!(groups(&content, "Y005"), [Group::Acknowledged]);
    }

    #[test]
    fn it_is_asked_again_once_what_it_is_compared_with_changes() {
        let below = content(|json| json["benefits"][5]["values"]["2025"] = json!("60"));
        let mut content = answered(below, "Y011");
        assert_eq!(groups(&content, "Y011"), [Group::Acknowledged]);
        content.benefits[5].industry_average = "61".into();
        assert_eq!(groups(&content, "Y011"), [Group::Warning]);
    }

    #[test]
    fn an_answer_in_the_text_holds_while_other_sentences_change() {
        let claim = |before: &str, after: &str| {
            content(|json| {
                json["evidence"] = json!([]);
                let text =
                    json!([{ "type": "text", "text": format!("{before}公司技术处于国内领先地位。{after}") }]);
                let blocks = json!([{ "type": "paragraph" }, { "type": "paragraph", "content": text }]);
                json["experience"]["background"] = json!({ "type": "doc", "content": blocks });
            })
        };
        let first = answered(claim("", ""), "N016");
        assert_eq!(groups(&first, "N016"), [Group::Acknowledged]);
        let kept = first.acknowledged.clone();
        let later =
            Content { acknowledged: kept, ..claim("前面添了一句。", "后面也添了一句。") };
        assert_eq!(groups(&later, "N016"), [Group::Acknowledged]);
        let moved = Content { acknowledged: later.acknowledged.clone(), ..claim("本", "") };
        assert_eq!(groups(&moved, "N016"), [Group::Warning]);
    }

    #[test]
    fn errors_cannot_be_answered() {
        let mut wrong = content(|json| json["declaration"]["employees"] = json!("许多"));
        let answer = Acknowledgement {
            rule: "F014".into(),
            place: Anchor::of(&"declaration.employees".into(), &Value::Null),
            rests_on: "许多".into(),
            reason: "就是许多".into(),
            on: None,
        };
        wrong.acknowledged.insert("k1".into(), answer);
        assert_eq!(groups(&wrong, "F014"), [Group::Wrong]);
    }
}
