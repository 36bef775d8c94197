//! The portable folder (便携版), as a zip.

use super::stage::{LICENCES, NOTES, PROGRAMS};
use crate::delivery::{self, NAME, VERSION, dist, packaging, text_for_windows};
use anyhow::{Context, Result};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The file that has the programs keep everything beside themselves; as `data_folder` of the core names it.
const MARKER: &str = "portable.txt";

/// Where it lies.
pub fn place() -> PathBuf {
    dist().join(format!("{NAME}-{VERSION}-便携版.zip"))
}

/// Packs the staged files.
pub fn pack(stage: &Path) -> Result<()> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(delivery::moment()?);
    let place = place();
    let mut zip = ZipWriter::new(File::create(&place).with_context(|| place.display().to_string())?);
    let mut add = |name: &str, bytes: &[u8]| -> Result<()> {
        zip.start_file(format!("{NAME}/{name}"), options)?;
        Ok(zip.write_all(bytes)?)
    };
    for name in PROGRAMS.into_iter().chain([LICENCES, NOTES]) {
        add(name, &fs::read(stage.join(name)).with_context(|| name.to_owned())?)?;
    }
    let marker = fs::read_to_string(packaging().join("windows").join(MARKER)).context(MARKER)?;
    add(MARKER, text_for_windows(&marker).as_bytes())?;
    zip.finish().context("the zip")?;
    Ok(())
}
