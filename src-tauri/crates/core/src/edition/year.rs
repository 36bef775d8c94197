//! Calendar years as keys.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// A calendar year, 1900 to 2999, written with four digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(u16);

impl Year {
    /// The year of this number, if it is one from 1900 to 2999.
    pub fn new(year: u16) -> Option<Year> {
        (1900..3000).contains(&year).then_some(Year(year))
    }

    /// The year's number.
    pub fn number(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl FromStr for Year {
    type Err = String;

    fn from_str(text: &str) -> Result<Year, String> {
        let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        let year = digits.then(|| text.parse().ok()).flatten();
        year.and_then(Year::new).ok_or_else(|| format!("年度“{text}”应为四位数字，如 2025"))
    }
}

impl Serialize for Year {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Year {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(Error::custom)
    }
}

impl JsonSchema for Year {
    fn schema_name() -> Cow<'static, str> {
        "Year".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^(19|2[0-9])[0-9]{2}$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_four_digits() {
        assert_eq!("2026".parse(), Ok(Year(2026)));
        for wrong in ["26", "0026", "02026", "3000", "２０２６", "+026", ""] {
            assert!(wrong.parse::<Year>().is_err(), "{wrong}");
        }
    }
}
