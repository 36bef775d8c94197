//! The zip: its names, and its documents copied out.

use super::documents::kind_of;
use super::names::{DOCUMENTS, is_document, is_noise, meant};
use super::opened::opened;
use super::surplus::{is_archive, surplus};
use super::told::{ABSENT, BROKEN, ENCODED, MISNAMED, NESTED, Told, UNREADABLE};
use crate::edition::Edition;
use crate::import::Kind;
use crate::text;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use zip::ZipArchive;

/// Bytes that are copied out of a zip. The limit for packages is 100 MB.
const UNPACKED: u64 = 300 << 20;
/// Documents whose names tell nothing that are looked into.
const SEARCHED: usize = 10;
/// Characters of a name that are shown.
const NAME: usize = 80;

/// Copies the documents of a package into a folder, each under the name it should have.
pub(super) fn unpack(
    zip: &Path,
    folder: &Path,
    edition: &Edition,
    told: &mut Vec<Told>,
) -> Vec<(&'static str, PathBuf)> {
    let mut archive = match opened(zip) {
        Ok(archive) => archive,
        Err(message) => {
            told.push(Told::of(BROKEN, "压缩包", message));
            return Vec::new();
        }
    };
    let mut entries = entries(&mut archive, told);
    choose(&mut entries);
    let mut unpacking = Unpacking { archive, folder, left: UNPACKED, found: Vec::new(), told };
    for entry in &entries {
        if let Some(document) = entry.document {
            unpacking.take(entry, document);
        }
    }
    unpacking.search(&mut entries, edition);
    unpacking.finish(&entries)
}

/// A file of the zip.
struct Entry {
    index: usize,
    /// Its name as it is shown.
    whole: String,
    /// The same without folders.
    name: String,
    is_utf8: bool,
    /// The document that it is taken for.
    document: Option<&'static str>,
}

impl Entry {
    /// Windows in China writes names in GBK and says nothing.
    fn of(index: usize, raw: &[u8]) -> Entry {
        let whole = text::decode(raw).unwrap_or_default().replace('\\', "/");
        let name = whole.rsplit('/').next().unwrap_or_default().to_owned();
        let is_utf8 = std::str::from_utf8(raw).is_ok();
        Entry { index, whole, name, is_utf8, document: None }
    }

    fn shown(&self) -> String {
        match self.whole.char_indices().nth(NAME) {
            Some((end, _)) => format!("{}…", &self.whole[..end]),
            None => self.whole.clone(),
        }
    }
}

/// The files that someone sent.
fn entries(archive: &mut ZipArchive<File>, told: &mut Vec<Told>) -> Vec<Entry> {
    let (mut entries, mut is_hidden) = (Vec::new(), false);
    for index in 0..archive.len() {
        match archive.by_index(index) {
            Ok(entry) if entry.is_dir() => {}
            Ok(entry) => entries.push(Entry::of(index, entry.name_raw())),
            Err(_) => is_hidden = true,
        }
    }
    if is_hidden {
        let message = "有的文件取不出来（可能加了密码），请重新打包后报送";
        told.push(Told::of(BROKEN, "压缩包", message));
    }
    entries.retain(|entry| !entry.name.is_empty() && !is_noise(&entry.whole, &entry.name));
    entries
}

/// Takes for each document the file whose name tells it surest, of equals the first.
fn choose(entries: &mut [Entry]) {
    for document in DOCUMENTS {
        let named = entries.iter().enumerate().filter_map(|(at, entry)| {
            meant(&entry.name).filter(|(meant, _)| *meant == document).map(|(_, sure)| (sure, at))
        });
        if let Some((_, at)) = named.min() {
            entries[at].document = Some(document);
        }
    }
}

struct Unpacking<'a> {
    archive: ZipArchive<File>,
    folder: &'a Path,
    /// Bytes that may still be copied out.
    left: u64,
    found: Vec<(&'static str, PathBuf)>,
    told: &'a mut Vec<Told>,
}

impl Unpacking<'_> {
    fn has(&self, document: &str) -> bool {
        self.found.iter().any(|(found, _)| *found == document)
    }

    fn take(&mut self, entry: &Entry, document: &'static str) {
        self.named(entry, document);
        let path = self.folder.join(document);
        if let Err(reason) = self.copied(entry, &path) {
            self.told.push(Told::of(UNREADABLE, document, format!("{reason}，请重新打包后报送")));
        }
        self.found.push((document, path));
    }

    /// Looks for documents that no name tells, by what is in the others.
    fn search(&mut self, entries: &mut [Entry], edition: &Edition) {
        let others = entries.iter_mut().filter(|entry| entry.document.is_none() && is_document(&entry.name));
        for entry in others.take(SEARCHED) {
            if DOCUMENTS.iter().all(|document| self.has(document)) {
                return;
            }
            let path = self.folder.join(format!("{}.docx", entry.index));
            let is_copied = self.copied(entry, &path).is_ok();
            let kind = is_copied.then(|| kind_of(&entry.name, &path, edition)).flatten();
            // Any text may speak of proofs.
            let kind = kind.filter(|kind| *kind != Kind::Materials);
            let document = kind.and_then(document_of).filter(|document| !self.has(document));
            let Some(document) = document else { continue };
            let to = self.folder.join(document);
            if fs::rename(&path, &to).is_ok() {
                self.named(entry, document);
                self.found.push((document, to));
                entry.document = Some(document);
            }
        }
    }

    fn named(&mut self, entry: &Entry, document: &str) {
        if !entry.is_utf8 {
            let message = "文件名是GBK编码，换一台电脑可能显示为乱码，请用新版压缩软件以UTF-8重新打包";
            self.told.push(Told::of(ENCODED, document, message));
        }
        if entry.whole != entry.name {
            let message = format!("放在压缩包里的文件夹中（{}），请直接打包三个文件", entry.shown());
            self.told.push(Told::of(NESTED, document, message));
        }
        if entry.name != document {
            let message = format!("应名为“{document}”，现为“{}”，请改名后重新打包", entry.name);
            self.told.push(Told::of(MISNAMED, document, message));
        }
    }

    /// What was found, in order; what was not is told.
    fn finish(mut self, entries: &[Entry]) -> Vec<(&'static str, PathBuf)> {
        let others: Vec<String> =
            entries.iter().filter(|entry| entry.document.is_none()).map(Entry::shown).collect();
        surplus(&others, self.told);
        match others.iter().find(|name| is_archive(name)).filter(|_| self.found.is_empty()) {
            Some(inner) => {
                let message = format!("三个文档没有直接打包，请解压里面的“{inner}”，把三个文档重新打包");
                self.told.push(Told::of(ABSENT, "压缩包", message));
            }
            None => self.absent(),
        }
        self.found.sort_by_key(|(name, _)| DOCUMENTS.iter().position(|document| document == name));
        self.found
    }

    fn absent(&mut self) {
        for document in DOCUMENTS.into_iter().filter(|document| !self.has(document)).collect::<Vec<_>>() {
            self.told.push(Told::of(ABSENT, document, format!("压缩包里没有“{document}”，请补上")));
        }
    }

    /// Copies a file; what the zip says of sizes is not believed.
    fn copied(&mut self, entry: &Entry, to: &Path) -> Result<(), String> {
        let reason = |error: io::Error| crate::io_error::reason(&error);
        let damaged = || "内容已损坏".to_owned();
        let mut file = File::create(to).map_err(reason)?;
        let content = self.archive.by_index(entry.index).map_err(|_| damaged())?;
        match io::copy(&mut content.take(self.left + 1), &mut file) {
            Ok(bytes) if bytes <= self.left => {
                self.left -= bytes;
                Ok(())
            }
            Ok(_) => Err(format!("解压后超过 {} MB，不像申报材料", UNPACKED >> 20)),
            Err(_) => Err(damaged()),
        }
    }
}

/// The document of a kind.
fn document_of(kind: Kind) -> Option<&'static str> {
    DOCUMENTS.into_iter().find(|document| document.strip_suffix(".docx") == Some(kind.label()))
}
