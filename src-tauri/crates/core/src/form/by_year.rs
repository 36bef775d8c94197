//! Values by calendar year.

use crate::edition::Year;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// A value a year. Years that the edition does not print are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(
    feature = "typescript",
    derive(ts_rs::TS),
    ts(as = "crate::typescript::Keyed<T>", export_to = "core.ts")
)]
#[serde(transparent)]
pub struct ByYear<T>(BTreeMap<Year, T>);

impl<T> Default for ByYear<T> {
    fn default() -> Self {
        ByYear(BTreeMap::new())
    }
}

impl<T> ByYear<T> {
    /// The value of a year, if one is stored.
    pub fn get(&self, year: Year) -> Option<&T> {
        self.0.get(&year)
    }

    /// Stores the value of a year.
    pub fn set(&mut self, year: Year, value: T) {
        self.0.insert(year, value);
    }

    /// Takes a year's value out.
    pub fn remove(&mut self, year: Year) -> Option<T> {
        self.0.remove(&year)
    }

    /// All years with their values, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = (Year, &T)> {
        self.0.iter().map(|(year, value)| (*year, value))
    }
}

impl ByYear<super::Text> {
    /// What was typed for a year, empty where nothing was.
    pub fn text(&self, year: Year) -> &str {
        self.get(year).map_or("", |text| text.as_str())
    }
}

impl<T> FromIterator<(Year, T)> for ByYear<T> {
    fn from_iter<I: IntoIterator<Item = (Year, T)>>(years: I) -> Self {
        ByYear(years.into_iter().collect())
    }
}

impl<'de, T: Deserialize<'de> + Default> Deserialize<'de> for ByYear<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(YearsVisitor(PhantomData))
    }
}

struct YearsVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de> + Default> Visitor<'de> for YearsVisitor<T> {
    type Value = ByYear<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map of years")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut years = BTreeMap::new();
        while let Some(year) = map.next_key::<Year>()? {
            let value = map.next_value::<Option<T>>()?.unwrap_or_default();
            if years.insert(year, value).is_some() {
                return Err(Error::custom(format!("年度 {year} 写了两次")));
            }
        }
        Ok(ByYear(years))
    }
}

impl<T: JsonSchema> JsonSchema for ByYear<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("ByYear_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<T>();
        json_schema!({
            "type": "object",
            "patternProperties": { "^(19|2[0-9])[0-9]{2}$": { "anyOf": [value, { "type": "null" }] } },
            "additionalProperties": false
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Text;

    #[test]
    fn a_null_value_is_an_empty_one_and_a_year_stands_once() {
        let years: ByYear<Text> = serde_json::from_str(r#"{"2025": null, "2019": "7"}"#).unwrap();
        assert_eq!(years.text(Year::new(2025).unwrap()), "");
        assert_eq!(years.text(Year::new(2019).unwrap()), "7");
        assert!(serde_json::from_str::<ByYear<Text>>(r#"{"2025": "1", "2025": "2"}"#).is_err());
    }
}
