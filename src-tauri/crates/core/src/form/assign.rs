//! Setting single places of the content, as the interface sends them.

use super::map::Root;
use super::{Content, ContentError, Path, PathStep};
use serde::Deserialize;
use serde_json::{Value, json};

/// A place and what is to stand there.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct Assignment {
    /// The path of the place, such as `benefits[2].values.2024`.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub path: Path,
    /// The new value; `null` empties the place.
    #[cfg_attr(feature = "typescript", ts(type = "unknown"))]
    pub value: Value,
}

impl Content {
    /// Sets these places, one after the other; what lies under other roots is not looked at. The result must be
    /// content.
    ///
    /// # Errors
    /// [`ContentError::Shape`] for a place that is not there, and for what does not fit the model; nothing is set then.
    pub fn assign(&mut self, assignments: Vec<Assignment>) -> Result<(), ContentError> {
        let mut touched = json!({});
        for Assignment { path, value } in assignments {
            if let Some(root) = path.root_key().filter(|root| touched.get(root.key()).is_none()) {
                touched[root.key()] = self.json_around(&path)[root.key()].take();
            }
            let place = place(&mut touched, &path).filter(|_| !path.is_whole());
            *place.ok_or_else(|| no_such_place(&path))? = value;
        }
        let mut changed = Content::from_stored_value(&touched)?;
        let roots = Root::ALL.into_iter().filter(|root| touched.get(root.key()).is_some());
        roots.for_each(|root| self.take(root, &mut changed));
        Ok(())
    }
}

/// The place in a value; a key of an object is made where it is missing (the year of a value, a confirmation).
fn place<'a>(value: &'a mut Value, path: &Path) -> Option<&'a mut Value> {
    path.steps().try_fold(value, |value, step| match step {
        PathStep::Index(index) => value.get_mut(index),
        PathStep::Key(key) => {
            if value.is_null() {
                *value = Value::Object(Default::default());
            }
            Some(value.as_object_mut()?.entry(key).or_insert(Value::Null))
        }
    })
}

fn no_such_place(path: &Path) -> ContentError {
    ContentError::Shape {
        path: path.clone(), reason: "没有这一处，请重新打开草稿后再试".into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Editions;
    use serde_json::json;

    fn check(path: &str, value: Value, expected: Result<&str, &str>) {
        let empty = Content::empty(Editions::built_in().latest());
        let mut content = empty.clone();
        let set = content.assign(vec![Assignment { path: path.into(), value }]);
        let read = |()| {
            let value = serde_json::to_value(&content).unwrap();
            value.pointer(&Path::from(path).pointer()).unwrap().to_string()
        };
        assert!(set.is_ok() || content == empty);
        assert_eq!(
            set.map(read).map_err(|error| error.to_string()),
            expected.map(Into::into).map_err(Into::into)
        );
    }

    #[test]
    fn a_place_is_set_and_what_is_missing_on_the_way_is_made() {
        check("organization", json!("甲公司"), Ok("\"甲公司\""));
        check("benefits[2].values.2024", json!("12"), Ok("\"12\""));
        check("market.satisfaction_survey.2025.agency", json!("某所"), Ok("\"某所\""));
        check("confirmations.Q002.confirmed_on", json!("2026-05-01"), Ok("\"2026-05-01\""));
        check("filled_on", json!(null), Ok("null"));
    }

    #[test]
    fn several_places_are_set_one_after_the_other_and_all_else_stays() {
        let mut content = Content::empty(Editions::built_in().latest());
        content.organization = "甲公司".into();
        let set = |path: &str, value: Value| Assignment { path: path.into(), value };
        let product = json!({ "name": "产品" });
        let places = vec![
            set("market.products", json!([product])),
            set("market.products[0].name", json!("轴承")),
            set("declaration.employees", json!("12")),
        ];
        let before = content.clone();
        content.assign(places).unwrap();
        assert_eq!((&*content.market.products[0].name, &*content.declaration.employees), ("轴承", "12"));
        let Content { market, declaration, .. } = before.clone();
        assert_eq!(Content { market, declaration, ..content }, before);
    }

    #[test]
    fn what_does_not_fit_is_refused_with_its_place() {
        check("benefits[99].name", json!("x"), Err("benefits[99].name：没有这一处，请重新打开草稿后再试"));
        check("organization.name", json!("x"), Err("organization.name：没有这一处，请重新打开草稿后再试"));
        check("filled_on", json!("soon"), Err("filled_on：日期“soon”应写作 2026-05-08 这样的形式"));
        check("", json!({}), Err("内容：没有这一处，请重新打开草稿后再试"));
        check("nothing", json!("x"), Err("nothing：不认识键“nothing”，请检查拼写"));
    }
}
