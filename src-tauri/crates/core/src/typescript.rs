//! The TypeScript types of what crosses into the interface, made from the Rust types that write the JSON.
//!
//! They are committed (`ui/src/types`), one file for each crate that has some, and compared in the tests.

use crate::date::Date;
use crate::draft::{AttachTarget, Attached, Operation, Progress as AttachProgress};
use crate::edition::{Edition, Section, Year};
use crate::evidence::Page;
use crate::form::rich_text::SectionCount;
use crate::form::{Assignment, Content, Origin, Path, Rotation, Text};
use crate::overview::Overview;
use crate::package::{Budget, Exported, Progress, Sending, Stage};
use crate::roll::Report;
use crate::rules::{Finding, Rule};
use crate::settle::Which;
use std::marker::PhantomData;
use std::{env, fs, io};
use ts_rs::{TS, TypeVisitor};

pub use ts_rs::{Config, ExportError};

/// Set in the environment, it makes [`compare`] write the committed file anew instead of comparing it.
pub const REWRITE: &str = "BIAOGAN_REWRITE";

/// Writes the types of the core, as `core.ts`.
///
/// # Errors
/// When a file cannot be written.
pub fn export(config: &Config) -> Result<(), ExportError> {
    Content::export_all(config)?;
    Edition::export_all(config)?;
    Section::export_all(config)?;
    Finding::export_all(config)?;
    Rule::export_all(config)?;
    SectionCount::export_all(config)?;
    Page::export_all(config)?;
    Attached::export_all(config)?;
    AttachProgress::export_all(config)?;
    Operation::export_all(config)?;
    Budget::export_all(config)?;
    Stage::export_all(config)?;
    Progress::export_all(config)?;
    Exported::export_all(config)?;
    Overview::export_all(config)?;
    Sending::export_all(config)?;
    AttachTarget::export_all(config)?;
    Origin::export_all(config)?;
    Report::export_all(config)?;
    Which::export_all(config)?;
    Assignment::export_all(config)
}

/// Has types written into a folder of its own and compares the file of the same name with the `committed` one.
///
/// # Errors
/// When they differ, saying what to run; when a file cannot be written or read.
pub fn compare(
    committed: &std::path::Path,
    write: impl FnOnce(&Config) -> Result<(), ExportError>,
) -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    // JSON has one kind of number; nothing here reaches 2^53.
    write(&Config::new().with_out_dir(folder.path()).with_large_int("number")).map_err(io::Error::other)?;
    let name = committed.file_name().ok_or(io::ErrorKind::InvalidFilename)?;
    let made = without_trailing_blanks(&fs::read_to_string(folder.path().join(name))?);
    if env::var_os(REWRITE).is_some() {
        return fs::write(committed, made);
    }
    if fs::read_to_string(committed).unwrap_or_default().replace("\r\n", "\n") == made {
        return Ok(());
    }
    let advice =
        format!("{} is not what the Rust types say: run the test with {REWRITE}=1", committed.display());
    Err(io::Error::other(advice))
}

/// The text with a line feed after each line and no blanks before it.
fn without_trailing_blanks(text: &str) -> String {
    text.lines().flat_map(|line| [line.trim_end(), "\n"]).collect()
}

/// A map of which not every key need be there.
pub struct Keyed<T>(PhantomData<T>);

impl<T: TS> TS for Keyed<T> {
    type WithoutGenerics = Keyed<ts_rs::Dummy>;
    type OptionInnerType = Self;

    fn name(config: &Config) -> String {
        format!("{{ [key in string]?: {} }}", T::name(config))
    }

    fn inline(config: &Config) -> String {
        Self::name(config)
    }

    fn visit_dependencies(visitor: &mut impl TypeVisitor)
    where
        Self: 'static,
    {
        T::visit_dependencies(visitor);
    }

    fn visit_generics(visitor: &mut impl TypeVisitor)
    where
        Self: 'static,
    {
        T::visit_generics(visitor);
        visitor.visit::<T>();
    }
}

macro_rules! written_as {
    ($($kind:ty => $written:literal),* $(,)?) => {$(
        impl TS for $kind {
            type WithoutGenerics = Self;
            type OptionInnerType = Self;

            fn name(_: &Config) -> String {
                $written.to_owned()
            }

            fn inline(config: &Config) -> String {
                Self::name(config)
            }
        }
    )*};
}

written_as! {
    Date => "string",
    Path => "string",
    Rotation => "number",
    Text => "string",
    Year => "string",
}
