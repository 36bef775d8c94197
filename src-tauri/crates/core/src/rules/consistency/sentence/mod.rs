//! Reading what the sentences of the text say of the figures of the tables.

mod firm_names;
mod lexicon;
mod reader;
mod tokens;

pub(super) use lexicon::{Lexicon, is_unsure, without_bracket};
pub(super) use reader::{Statement, statements_in};
pub(super) use tokens::Number;
