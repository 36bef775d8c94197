//! What a file from outside is, told by its bytes: people give any file, whatever it is called.

use super::archive::open_zip;
use crate::evidence::has_stream;
use std::io::{self, Read, Seek, SeekFrom};

/// A kind of file that is no Word document of today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A `.doc`, of Word or of WPS (`.wps`).
    OldWord,
    /// A document with a password.
    Encrypted,
    /// A workbook: `.xls`, `.et`, `.xlsx`.
    Workbook,
    /// A presentation: `.ppt`, `.dps`, `.pptx`.
    Presentation,
    /// An OLE file of another program.
    Ole,
    /// `.rtf`
    Rtf,
    /// `.odt`, `.fodt` and their kin.
    OpenDocument,
    /// `.pdf`
    Pdf,
    /// `.ofd`
    Ofd,
    /// The XML of Word 2003, or a flat one of a later Word.
    WordXml,
    /// `.html`, `.mht`
    WebPage,
    /// Another XML.
    Xml,
    /// A picture.
    Picture,
}

/// As far as is looked into a file that is no zip.
const START: u64 = 64 << 10;

impl FileKind {
    /// What a file is by its first bytes; `None` for a zip, a text, and what is not known.
    pub fn of(start: &[u8]) -> Option<FileKind> {
        let text = readable(start);
        let begins = |with: &str| text.starts_with(with);
        match start {
            [0xD0, 0xCF, 0x11, 0xE0, ..] => Some(ole(start)),
            _ if begins("{\\rtf") => Some(FileKind::Rtf),
            _ if begins("%PDF-") => Some(FileKind::Pdf),
            [0xFF, 0xD8, 0xFF, ..] | [0x89, b'P', b'N', b'G', ..] => Some(FileKind::Picture),
            _ if begins("MIME-Version:") => Some(FileKind::WebPage),
            _ if begins("<") => markup(&text),
            _ => None,
        }
    }

    /// What to tell the user: what it is and the way out.
    pub fn refusal(self) -> String {
        let (is, way) = match self {
            FileKind::OldWord => ("旧版 .doc（或 .wps）文件", "请用Word或WPS打开后另存为 .docx"),
            FileKind::Encrypted => ("加了密码的文件", "请用Word或WPS打开后去掉密码另存"),
            FileKind::Workbook => ("Excel表格（.xls、.xlsx或 .et）", "不是Word文档，请选 .docx 文件"),
            FileKind::Presentation => ("演示文稿（.ppt、.pptx或 .dps）", "不是Word文档，请选 .docx 文件"),
            FileKind::Ole => ("旧版Office文件", "请用Word或WPS打开后另存为 .docx"),
            FileKind::Rtf => ("RTF文件", "请用Word或WPS打开后另存为 .docx"),
            FileKind::OpenDocument => {
                ("OpenDocument文件（.odt等）", "请用WPS、LibreOffice或Word打开后另存为 .docx")
            }
            FileKind::Pdf => ("PDF文件", "请用转成它的原 .docx 文件"),
            FileKind::Ofd => ("OFD文件", "请用转成它的原 .docx 文件"),
            FileKind::WordXml => ("Word的 .xml 文件", "请用Word或WPS打开后另存为 .docx"),
            FileKind::WebPage => ("网页文件（.html、.mht）", "请用Word或WPS打开后另存为 .docx"),
            FileKind::Xml => ("XML文件", "不是Word文档，请选 .docx 文件"),
            FileKind::Picture => ("图片", "不是Word文档，请选 .docx 文件"),
        };
        format!("是{is}，{way}")
    }
}

/// The letters of the beginning, of whatever encoding, without blanks before them.
fn readable(start: &[u8]) -> String {
    let letters = start.iter().filter(|byte| **byte != 0 && byte.is_ascii()).map(|byte| *byte as char);
    letters.collect::<String>().trim_start().to_owned()
}

/// An OLE file, told by the names of its streams.
fn ole(bytes: &[u8]) -> FileKind {
    let has = |name: &str| has_stream(bytes, name);
    match () {
        () if has("EncryptedPackage") => FileKind::Encrypted,
        () if has("WordDocument") => FileKind::OldWord,
        () if has("Workbook") || has("Book") => FileKind::Workbook,
        () if has("PowerPoint Document") => FileKind::Presentation,
        () => FileKind::Ole,
    }
}

fn markup(text: &str) -> Option<FileKind> {
    let text = text.to_ascii_lowercase();
    let has = |word: &str| text.contains(word);
    if has("word.document") || has("<w:worddocument") || has("<pkg:package") {
        Some(FileKind::WordXml)
    } else if has("<office:document") {
        Some(FileKind::OpenDocument)
    } else if has("<html") || has("<!doctype html") {
        Some(FileKind::WebPage)
    } else {
        text.starts_with("<?xml").then_some(FileKind::Xml)
    }
}

/// The kind of a file that is no Word document of today: of what is no zip by its bytes, of other programs' zips by
/// what is in them.
pub(super) fn other_kind<R: Read + Seek>(reader: &mut R) -> io::Result<Option<FileKind>> {
    let mut start = Vec::new();
    reader.by_ref().take(START).read_to_end(&mut start)?;
    let mut kind = FileKind::of(&start);
    if kind == Some(FileKind::Ole) {
        // Its directory may stand anywhere.
        reader.by_ref().take(64 << 20).read_to_end(&mut start)?;
        kind = FileKind::of(&start);
    }
    reader.seek(SeekFrom::Start(0))?;
    if kind.is_none() && start.starts_with(b"PK") {
        kind = zipped(reader);
        reader.seek(SeekFrom::Start(0))?;
    }
    Ok(kind)
}

/// What a zip is of another program, told by its entries.
fn zipped<R: Read + Seek>(reader: &mut R) -> Option<FileKind> {
    // Of a file that was cut off another one inside may be found.
    let zip = open_zip(reader).ok().filter(|zip| zip.offset() == 0)?;
    let has = |name: &str| zip.index_for_name(name).is_some();
    match () {
        () if has("word/document.xml") => None,
        () if has("xl/workbook.xml") || has("xl/workbook.bin") => Some(FileKind::Workbook),
        () if has("ppt/presentation.xml") => Some(FileKind::Presentation),
        () if has("OFD.xml") => Some(FileKind::Ofd),
        () if has("content.xml") && has("mimetype") => Some(FileKind::OpenDocument),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(start: &[u8], expected: Option<FileKind>) {
        assert_eq!(FileKind::of(start), expected, "{}", String::from_utf8_lossy(start));
    }

    fn ole_file(stream: &str) -> Vec<u8> {
        let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
        [0xD0, 0xCF, 0x11, 0xE0].into_iter().chain(vec![0; 508]).chain(name).chain(vec![0; 100]).collect()
    }

    #[test]
    fn files_are_told_by_their_bytes() {
        check(&ole_file("WordDocument"), Some(FileKind::OldWord));
        check(&ole_file("Workbook"), Some(FileKind::Workbook));
        check(&ole_file("EncryptedPackage"), Some(FileKind::Encrypted));
        check(&ole_file("Book"), Some(FileKind::Workbook));
        // A font that a text is set in.
        check(&ole_file("Book Antiqua"), Some(FileKind::Ole));
        check(&ole_file("Other"), Some(FileKind::Ole));
        check(b"{\\rtf1\\ansi", Some(FileKind::Rtf));
        check(b"%PDF-1.7\n", Some(FileKind::Pdf));
        check(b"<?xml version='1.0'?><?mso-application progid=\"Word.Document\"?>", Some(FileKind::WordXml));
        check(b"\xEF\xBB\xBF<?xml?><office:document/>", Some(FileKind::OpenDocument));
        check(b"  <!DOCTYPE html><p>", Some(FileKind::WebPage));
        check(b"\xFF\xFE<\0h\0t\0m\0l\0>\0", Some(FileKind::WebPage));
        check(b"<?xml?><a/>", Some(FileKind::Xml));
        check(b"\xFF\xD8\xFF\xE0", Some(FileKind::Picture));
        check("质量<5%".as_bytes(), None);
        check(b"<5% of all", None);
        check(b"PK\x03\x04", None);
    }
}
