//! Finding a short way from one content to another.

use super::{Op, Patch};
use serde_json::{Map, Value};
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::HashMap;

/// The way from `before` to `after`.
pub(in crate::draft::history) fn diff(before: &Value, after: &Value) -> Patch {
    let mut differ = Differ { path: String::new(), patch: Patch::default() };
    differ.value(before, after);
    differ.patch
}

struct Differ {
    path: String,
    patch: Patch,
}

impl Differ {
    fn value(&mut self, before: &Value, after: &Value) {
        match (before, after) {
            (Value::Object(before), Value::Object(after)) => self.object(before, after),
            (Value::Array(before), Value::Array(after)) => self.array(before, after),
            (before, after) if before == after => {}
            (Value::String(before), Value::String(after)) => self.text(before, after),
            (_, after) => {
                let path = self.path.clone();
                self.patch.0.push(Op::Replace { path, value: after.clone() });
            }
        }
    }

    fn object(&mut self, before: &Map<String, Value>, after: &Map<String, Value>) {
        for (key, value) in after {
            match before.get(key) {
                Some(old) => self.at(key, |differ| differ.value(old, value)),
                None => self.at(key, |differ| differ.add(value)),
            }
        }
        for key in before.keys().filter(|key| !after.contains_key(*key)) {
            self.at(key, Differ::remove);
        }
    }

    /// What stands at both ends of both lists stays; between them what is equal keeps its place in the order.
    fn array(&mut self, before: &[Value], after: &[Value]) {
        let (start, [before, after]) = trim(before, after);
        let mut index = start;
        for op in matches(before, after) {
            let (_, old, new) = op.as_tag_tuple();
            if matches!(op, DiffOp::Equal { .. }) {
                index += new.len();
                continue;
            }
            let pairs = old.len().min(new.len());
            for (old, new) in before[old.clone()].iter().zip(&after[new.clone()]) {
                self.at(&index.to_string(), |differ| differ.value(old, new));
                index += 1;
            }
            for _ in pairs..old.len() {
                self.at(&index.to_string(), Differ::remove);
            }
            for value in &after[new][pairs..] {
                self.at(&index.to_string(), |differ| differ.add(value));
                index += 1;
            }
        }
    }

    fn text(&mut self, before: &str, after: &str) {
        let same = |(a, b): &(char, char)| a == b;
        let size = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
            pairs.take_while(same).map(|(c, _)| c.len_utf8()).sum()
        };
        let start = size(&mut before.chars().zip(after.chars()));
        let (old, new) = (&before[start..], &after[start..]);
        let end = size(&mut old.chars().rev().zip(new.chars().rev()));
        let text = new[..new.len() - end].to_owned();
        let path = self.path.clone();
        self.patch.0.push(Op::Splice { path, at: start, cut: old.len() - end, text });
    }

    fn add(&mut self, value: &Value) {
        let path = self.path.clone();
        self.patch.0.push(Op::Add { path, value: value.clone() });
    }

    fn remove(&mut self) {
        let path = self.path.clone();
        self.patch.0.push(Op::Remove { path });
    }

    fn at(&mut self, key: &str, work: impl FnOnce(&mut Differ)) {
        let here = self.path.len();
        self.path.push('/');
        self.path.push_str(&key.replace('~', "~0").replace('/', "~1"));
        work(self);
        self.path.truncate(here);
    }
}

/// How many elements both lists begin with, and what is left without the equal ends.
fn trim<'a>(before: &'a [Value], after: &'a [Value]) -> (usize, [&'a [Value]; 2]) {
    let start = before.iter().zip(after).take_while(|(a, b)| a == b).count();
    let (before, after) = (&before[start..], &after[start..]);
    let end = before.iter().rev().zip(after.iter().rev()).take_while(|(a, b)| a == b).count();
    (start, [&before[..before.len() - end], &after[..after.len() - end]])
}

/// The longest common subsequence, by equality.
fn matches(before: &[Value], after: &[Value]) -> Vec<DiffOp> {
    let mut numbers = HashMap::new();
    let mut numbered = |values| number(values, &mut numbers);
    let (before, after) = (numbered(before), numbered(after));
    capture_diff_slices(Algorithm::Myers, &before, &after)
}

fn number<'a>(values: &'a [Value], numbers: &mut HashMap<&'a Value, usize>) -> Vec<usize> {
    let mut one = |value| {
        let next = numbers.len();
        *numbers.entry(value).or_insert(next)
    };
    values.iter().map(&mut one).collect()
}
