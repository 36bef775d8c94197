//! From an edition file and those it is based on to an edition.

use super::addresses::{self, WrongAddress};
use super::contents::Edition;
use super::error::EditionError;
use super::file::EditionFile;
use super::plain::Fault;
use super::{based_on, expand, valid};
use std::ops::Range;
use toml::Value;

/// The years an edition can be of: the three before it are years too.
pub(super) const YEARS: Range<u16> = 2000..2999;

impl Edition {
    /// Checks what a file says together with what it is based on.
    pub(super) fn complete(source: &EditionFile, bases: &[&EditionFile]) -> Result<Edition, EditionError> {
        let (edition, faults) = Edition::examined(source, bases)?;
        match faults.into_iter().next() {
            Some((key, reason)) => Err(source.fault(&key, reason)),
            None => Ok(edition),
        }
    }

    /// Likewise, with everything that is wrong; refused is only what is no edition at all.
    pub(super) fn examined(
        source: &EditionFile,
        bases: &[&EditionFile],
    ) -> Result<(Edition, Vec<Fault>), EditionError> {
        let mut edition = Edition::interpreted(source, bases)?;
        let mut faults = valid::faults(&edition);
        faults.extend(
            addresses::wrong(&mut edition).into_iter().map(|wrong| (wrong.key, wrong.reason.to_owned())),
        );
        Ok((edition, faults))
    }

    /// Likewise of a file that was installed, where an earlier version looked at addresses less closely: one that is
    /// none is left out and told, and the drafts of that year can still be opened.
    pub(super) fn installed(
        source: &EditionFile,
        bases: &[&EditionFile],
    ) -> Result<(Edition, Vec<EditionError>), EditionError> {
        let mut edition = Edition::interpreted(source, bases)?;
        if let Some((key, reason)) = valid::faults(&edition).into_iter().next() {
            return Err(source.fault(&key, reason));
        }
        let left_out = |wrong: WrongAddress| {
            let was = std::mem::take(wrong.address);
            source
                .fault(&wrong.key, format!("“{was}”没有采用（{}），请按官方通知改正后重新安装", wrong.reason))
        };
        let told = addresses::wrong(&mut edition).into_iter().map(left_out).collect();
        Ok((edition, told))
    }

    fn interpreted(source: &EditionFile, bases: &[&EditionFile]) -> Result<Edition, EditionError> {
        let mut value = Value::Table(based_on::complete(source, bases)?);
        let year = value.get("year").and_then(Value::as_integer);
        let Some(year) = year.and_then(|year| u16::try_from(year).ok()).filter(|year| YEARS.contains(year))
        else {
            return Err(source.fault("year", "应为申报年度，如 2026"));
        };
        expand::years(&mut value, year);
        let edition: Edition = serde_path_to_error::deserialize(value).map_err(|error| {
            let path = error.path().to_string();
            let key = if path == "." { "文件" } else { &path };
            source.fault(key, in_the_users_words(&error.inner().to_string()))
        })?;
        Ok(edition)
    }
}

fn in_the_users_words(text: &str) -> String {
    let text = text.lines().next().unwrap_or_default().trim();
    let quoted = text.split('`').nth(1).unwrap_or_default();
    if text.starts_with("missing field") {
        return format!("缺少“{quoted}”");
    }
    if text.starts_with("unknown field") {
        return format!("不认识键“{quoted}”");
    }
    if text.starts_with("unknown variant") {
        return format!("不能填“{quoted}”");
    }
    if text.starts_with("invalid type") {
        return format!("类型不对（{text}）");
    }
    text.into()
}
