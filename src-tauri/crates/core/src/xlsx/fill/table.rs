//! The tables with rows of their own.

use crate::edition::Edition;
use crate::form::Path;
use serde_json::{Value, json};

/// A table whose rows have names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Table {
    Products,
    Benefits,
    Social,
    Brand,
    Competitors,
}

impl Table {
    pub const ALL: [Table; 5] =
        [Table::Products, Table::Benefits, Table::Social, Table::Brand, Table::Competitors];

    /// Where its rows stand.
    pub fn path(self) -> Path {
        match self {
            Table::Products => Path::root("market").key("products"),
            Table::Benefits => Path::root("benefits"),
            Table::Social => Path::root("social"),
            Table::Brand => Path::root("brand"),
            Table::Competitors => Path::root("competitors"),
        }
    }

    /// Its title as printed.
    pub fn title(self, edition: &Edition) -> &str {
        let labels = &edition.application;
        match self {
            Table::Products => &labels.market.title,
            Table::Benefits => &labels.benefits.title,
            Table::Social => &labels.social.title,
            Table::Brand => &labels.brand.title,
            Table::Competitors => &labels.competitors.title,
        }
    }

    /// The field that names a row.
    pub fn name(self) -> &'static str {
        match self {
            Table::Social | Table::Brand => "item",
            _ => "name",
        }
    }

    /// Another field, which tells rows of one name apart.
    pub fn second(self) -> Option<&'static str> {
        match self {
            Table::Benefits => Some("unit"),
            Table::Competitors => Some("product"),
            _ => None,
        }
    }

    /// The names of the rows that the form comes with.
    pub fn standards(self, edition: &Edition) -> Vec<&str> {
        let labels = &edition.application;
        match self {
            Table::Benefits => labels.benefits.rows.iter().map(|row| row.name.as_str()).collect(),
            Table::Social => labels.social.rows.iter().map(String::as_str).collect(),
            Table::Brand => labels.brand.rows.iter().map(String::as_str).collect(),
            Table::Products | Table::Competitors => Vec::new(),
        }
    }

    pub fn blank(self, key: &str) -> Value {
        match self {
            Table::Benefits => json!({ "key": key, "name": "", "unit": "", "better": null, "values": {},
                "industry_average": "", "industry_best": "", "rank": "" }),
            Table::Products => json!({ "name": "", "share": {}, "satisfaction": {}, "loyalty": {} }),
            Table::Social | Table::Brand => json!({ "item": "", "values": {} }),
            Table::Competitors => json!({ "product": "", "name": "", "market_share": "", "strengths": "" }),
        }
    }
}
