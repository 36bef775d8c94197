//! Rich text as JSON.

use super::tree::RichText;
use super::{read, write};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

impl<'de> Deserialize<'de> for RichText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(deserializer)?;
        read::document(value).map_err(|fault| D::Error::custom(fault.encoded()))
    }
}

impl Serialize for RichText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write::document(self).serialize(serializer)
    }
}
