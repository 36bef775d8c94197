//! `biaogan schema`

use crate::failure::{Failure, Outcome};
use biaogan::form::json_schema;
use clap::Args;
use std::io::Write;

/// 显示内容的 JSON Schema
#[derive(Args)]
pub struct Schema {}

impl Schema {
    /// Prints the schema.
    pub fn run(self, out: &mut dyn Write) -> Result<Outcome, Failure> {
        writeln!(out, "{:#}", json_schema())?;
        Ok(Outcome::Done)
    }
}
