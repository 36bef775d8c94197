//! The zip: its names, and its documents copied out.

use super::told::{ABSENT, BROKEN, ENCODED, NESTED, SURPLUS, Told, UNREADABLE};
use crate::ooxml::ReadError;
use crate::ooxml::read::open_zip;
use crate::text;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use zip::ZipArchive;

/// The three documents, in the order in which they are read: tables before what is drawn from them.
pub(super) const DOCUMENTS: [&str; 3] = ["申报书.docx", "典型经验.docx", "证实性材料.docx"];

/// Bytes that are copied out of a zip. The limit for packages is 100 MB.
const UNPACKED: u64 = 300 << 20;
/// More files than these are in no package.
const ENTRIES: usize = 2_000;
/// Surplus files that are told one by one, and characters of a name that are shown.
const SHOWN: usize = 20;
const NAME: usize = 80;

/// Copies the documents of a package into a folder, each under its own name.
pub(super) fn unpack(zip: &Path, folder: &Path, told: &mut Vec<Told>) -> Vec<(&'static str, PathBuf)> {
    let broken = |reason: String| Told::of(BROKEN, "压缩包", format!("{reason}，请重新打包后报送"));
    let mut archive = match opened(zip) {
        Ok(archive) => archive,
        Err(reason) => {
            told.push(broken(reason));
            return Vec::new();
        }
    };
    let mut unpacking = Unpacking { folder, left: UNPACKED, found: Vec::new(), surplus: 0, told };
    let mut hidden = false;
    for index in 0..archive.len() {
        match archive.by_index(index) {
            Ok(entry) if entry.is_dir() => {}
            Ok(mut entry) => unpacking.entry(&Name::of(entry.name_raw()), &mut entry),
            Err(_) => hidden = true,
        }
    }
    if hidden {
        unpacking.told.push(broken("有的文件取不出来（可能加了密码）".into()));
    }
    unpacking.finish()
}

fn opened(zip: &Path) -> Result<ZipArchive<File>, String> {
    let file = File::open(zip).map_err(|error| crate::io_error::reason(&error))?;
    match open_zip(file).map_err(ReadError::from) {
        Ok(archive) if archive.len() <= ENTRIES => Ok(archive),
        Ok(_) | Err(ReadError::TooMuch(_)) => Err("里面的文件太多，不像申报材料".into()),
        Err(_) => Err("不是完好的zip文件".into()),
    }
}

/// The name of an entry.
struct Name {
    /// As it is shown.
    whole: String,
    /// Without folders.
    last: String,
    is_utf8: bool,
}

impl Name {
    /// Windows in China writes names in GBK and says nothing.
    fn of(raw: &[u8]) -> Name {
        let whole = text::decode(raw).unwrap_or_default().replace('\\', "/");
        let last = whole.rsplit('/').next().unwrap_or_default().to_owned();
        let whole = match whole.char_indices().nth(NAME) {
            Some((end, _)) => format!("{}…", &whole[..end]),
            None => whole,
        };
        Name { whole, last, is_utf8: std::str::from_utf8(raw).is_ok() }
    }
}

struct Unpacking<'a> {
    folder: &'a Path,
    left: u64,
    found: Vec<(&'static str, PathBuf)>,
    /// How many files are surplus.
    surplus: usize,
    told: &'a mut Vec<Told>,
}

impl Unpacking<'_> {
    fn entry(&mut self, name: &Name, content: &mut impl Read) {
        if name.last.is_empty() {
            return;
        }
        let document = DOCUMENTS.into_iter().find(|document| *document == name.last);
        let document = document.filter(|document| !self.found.iter().any(|(found, _)| found == document));
        let Some(document) = document else { return self.surplus(name) };
        self.named(name, document);
        let path = self.folder.join(document);
        if let Err(reason) = self.copied(content, &path) {
            self.told.push(Told::of(UNREADABLE, document, format!("{reason}，请重新打包后报送")));
        }
        self.found.push((document, path));
    }

    fn named(&mut self, name: &Name, document: &str) {
        if !name.is_utf8 {
            let message = "文件名是GBK编码，换一台电脑可能显示为乱码，请用新版压缩软件以UTF-8重新打包";
            self.told.push(Told::of(ENCODED, document, message));
        }
        if name.whole != name.last {
            let message = format!("放在压缩包里的文件夹中（{}），请直接打包三个文件", name.whole);
            self.told.push(Told::of(NESTED, document, message));
        }
    }

    /// What was found, in order; what was not is told.
    fn finish(self) -> Vec<(&'static str, PathBuf)> {
        let Unpacking { mut found, surplus, told, .. } = self;
        if surplus > SHOWN {
            let message = format!("压缩包里多出的文件共{surplus}个，这里只列了{SHOWN}个，请只打包三个文档");
            told.push(Told::of(SURPLUS, "压缩包", message));
        }
        for document in DOCUMENTS {
            if !found.iter().any(|(name, _)| *name == document) {
                told.push(Told::of(ABSENT, document, format!("压缩包里没有“{document}”，请补上")));
            }
        }
        found.sort_by_key(|(name, _)| DOCUMENTS.iter().position(|document| document == name));
        found
    }

    fn surplus(&mut self, name: &Name) {
        self.surplus += 1;
        if self.surplus > SHOWN {
            return;
        }
        let way = match name.last.rsplit_once('.').map(|(_, end)| end.to_lowercase()).as_deref() {
            Some("doc" | "wps" | "docx") => {
                "请核对文件名是否为申报书、典型经验、证实性材料之一（.docx），多余的请移出"
            }
            Some("zip" | "rar" | "7z") => "压缩包里不能再套压缩包，请解压后把三个文件直接打包",
            _ => "不是要求报送的文件，请移出",
        };
        self.told.push(Told::of(SURPLUS, &name.whole, format!("压缩包里多出“{}”：{way}", name.whole)));
    }

    /// Copies a document; what the zip says of sizes is not believed.
    fn copied(&mut self, content: &mut impl Read, to: &Path) -> Result<(), String> {
        let reason = |error: io::Error| crate::io_error::reason(&error);
        let mut file = File::create(to).map_err(reason)?;
        let copied = io::copy(&mut content.take(self.left + 1), &mut file);
        match copied {
            Ok(bytes) if bytes <= self.left => {
                self.left -= bytes;
                Ok(())
            }
            Ok(_) => Err(format!("解压后超过 {} MB，不像申报材料", UNPACKED >> 20)),
            Err(_) => Err("内容已损坏".into()),
        }
    }
}
