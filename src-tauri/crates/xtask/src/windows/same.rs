//! What the program for Windows exports is the same to the byte as here.

use super::cross::folder;
use crate::run::{built, cargo, run, said, workspace};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::Command;

const SAMPLES: &str = "src-tauri/crates/core/src/evidence/samples";

/// What is decoded by a process of its own, by kind.
const APART: &[&str] = &["text.pdf", "scan.pdf", "pages.tif", "fax4.tif", "grid.heic", "picture.webp"];

/// Makes the sample's package with the program for Windows and with the one for this system.
pub fn bytes(program: &Path) -> Result<()> {
    run(&mut cargo(&["build", "--package", "biaogan-cli"]))?;
    let own = built("debug", "biaogan");
    let place = folder().join("same");
    let _ = fs::remove_dir_all(&place);
    let packages =
        [("windows", program), ("here", &own)].map(|(name, program)| export(program, &place.join(name)));
    let [windows, here] = packages;
    let (windows, here) = (windows?, here?);
    let differing: Vec<_> =
        here.iter().filter(|file| !windows.contains(file)).map(|(name, _)| name).collect();
    if windows.len() != here.len() || !differing.is_empty() {
        bail!("not the same on Windows: {differing:?}");
    }
    println!("the same bytes on both systems: {} files", here.len());
    Ok(())
}

/// Names and bytes of what is exported: the sample, with evidence that is decoded.
fn export(program: &Path, folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    fs::create_dir_all(folder)?;
    let biaogan = |arguments: &[&str]| run(Command::new(program).args(arguments).current_dir(folder));
    biaogan(&["demo", "d.biaogan"])?;
    let ids = APART.iter().zip(1..).map(|(name, number)| {
        let (id, file) = (format!("apart{number}"), workspace().join(SAMPLES).join(name));
        biaogan(&["attach", "d.biaogan", "--id", &id, &file.to_string_lossy()]).map(|()| id)
    });
    let ids = ids.collect::<Result<Vec<String>>>()?;
    let content = said(Command::new(program).args(["show", "d.biaogan"]).current_dir(folder))?;
    fs::write(folder.join("content.json"), with_evidence(&content, &ids)?)?;
    biaogan(&["put", "d.biaogan", "content.json"])?;
    biaogan(&["export", "d.biaogan", "--draft", "--to", "out", "--today", "2026-05-08"])?;
    let mut files = Vec::new();
    for entry in fs::read_dir(folder.join("out"))? {
        let entry = entry?;
        files.push((entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path())?));
    }
    Ok(files)
}

/// The content with one item of evidence more, of these files.
fn with_evidence(content: &str, files: &[String]) -> Result<String> {
    let mut content: Value = serde_json::from_str(content).context("the sample's content")?;
    let items = content["evidence"].as_array_mut().context("the sample's evidence")?;
    items.push(json!({ "id": "apart", "category": "honor", "title": "另行解码的材料", "files": files }));
    Ok(content.to_string())
}
