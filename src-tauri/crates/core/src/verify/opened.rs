//! A package opened, or what else a file is.

use crate::io_error::reason;
use crate::ooxml::ReadError;
use crate::ooxml::read::open_zip;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use zip::ZipArchive;

/// More files than these are in no package.
const ENTRIES: usize = 2_000;

/// Opens a package; else says what is wrong and what to do.
pub(super) fn opened(path: &Path) -> Result<ZipArchive<File>, String> {
    let again = |what: &str| format!("{what}，请重新打包后报送");
    let unreadable = |error: io::Error| again(&reason(&error));
    let mut file = File::open(path).map_err(unreadable)?;
    if let Some(other) = other(&mut file).map_err(unreadable)? {
        return Err(other.refusal(path));
    }
    match open_zip(file).map_err(ReadError::from) {
        Ok(archive) if archive.index_for_name("word/document.xml").is_some() => {
            Err(Other::Document("Word文档").refusal(path))
        }
        Ok(archive) if archive.len() <= ENTRIES => Ok(archive),
        Ok(_) | Err(ReadError::TooMuch(_)) => Err(again("里面的文件太多，不像申报材料")),
        Err(_) => Err(again("不是完好的zip文件")),
    }
}

/// Whether a file is an archive of another kind, whatever it is called.
pub(super) fn is_other_archive(path: &Path) -> bool {
    let other = File::open(path).and_then(|mut file| other(&mut file));
    matches!(other, Ok(Some(Other::Archive(_))))
}

/// What a file is that is no zip.
enum Other {
    Archive(&'static str),
    Document(&'static str),
}

impl Other {
    fn refusal(&self, path: &Path) -> String {
        let is_named_zip = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("zip"));
        match self {
            Other::Archive(kind) if is_named_zip => {
                format!("是{kind}格式，改扩展名没有用，请重新打包成 .zip")
            }
            Other::Archive(kind) => format!("是{kind}格式，没有检查，请重新打包成 .zip"),
            Other::Document(kind) => format!("这是一个{kind}，不是压缩包；请选 .zip 或文件夹"),
        }
    }
}

/// Tells a file by its first bytes.
fn other(file: &mut File) -> io::Result<Option<Other>> {
    let mut start = Vec::new();
    file.take(8).read_to_end(&mut start)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(match &start[..] {
        [b'R', b'a', b'r', b'!', ..] => Some(Other::Archive("RAR")),
        [b'7', b'z', 0xBC, 0xAF, ..] => Some(Other::Archive("7z")),
        [0x1F, 0x8B, ..] => Some(Other::Archive("gz")),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Some(Other::Document("旧版Office文件（如 .doc）")),
        [b'%', b'P', b'D', b'F', ..] => Some(Other::Document("PDF文件")),
        _ => None,
    })
}
