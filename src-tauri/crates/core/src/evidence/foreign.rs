//! Files that are no evidence, each by its name and with what to do about it.

use super::kind::brands;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A kind of file that is recognised and cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Foreign {
    /// A text of Word or WPS.
    Word,
    /// A table of Excel or WPS.
    Excel,
    /// Slides of PowerPoint or WPS.
    Slides,
    /// One of them that has a password.
    Locked,
    /// One of them that is not told further.
    Office,
    /// A document of OpenDocument.
    OpenDocument,
    /// GB/T 33190.
    Ofd,
    /// zip, RAR, 7z and the like.
    Archive,
    /// A shortcut of Windows.
    Shortcut,
    /// A link to a page in the net.
    Link,
    /// AVIF.
    Avif,
    /// A film.
    Video,
    /// Sound.
    Sound,
    /// A page of the net.
    WebPage,
    /// Rich text.
    RichText,
    /// A message of a mail program.
    Mail,
    /// A drawing of AutoCAD.
    Drawing,
    /// A picture of Photoshop.
    Photoshop,
    /// PostScript, Illustrator.
    PostScript,
    /// A drawing in SVG.
    Svg,
    /// A paper of CNKI.
    Caj,
    /// A program.
    Program,
    /// Plain text.
    Text,
}

impl Foreign {
    /// What these bytes are, if it is known.
    pub fn of(bytes: &[u8]) -> Option<Foreign> {
        const MAGIC: &[(&[u8], Foreign)] = &[
            (b"Rar!\x1A\x07", Foreign::Archive),
            (b"7z\xBC\xAF\x27\x1C", Foreign::Archive),
            (b"\x1F\x8B", Foreign::Archive),
            (b"BZh", Foreign::Archive),
            (b"\xFD7zXZ\0", Foreign::Archive),
            (b"MSCF", Foreign::Archive),
            (b"\x4C\0\0\0\x01\x14\x02\0", Foreign::Shortcut),
            (b"{\\rtf", Foreign::RichText),
            (b"AC10", Foreign::Drawing),
            (b"8BPS", Foreign::Photoshop),
            (b"%!PS", Foreign::PostScript),
            (b"\xC5\xD0\xD3\xC6", Foreign::PostScript),
            (b"CAJ\0", Foreign::Caj),
            (b"HN\0\0", Foreign::Caj),
            (b"KDH ", Foreign::Caj),
            (b"MZ", Foreign::Program),
            (b"ID3", Foreign::Sound),
            (b"\x1A\x45\xDF\xA3", Foreign::Video),
            (b"FLV\x01", Foreign::Video),
        ];
        let plain = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind);
        plain
            .or_else(|| zipped(bytes))
            .or_else(|| compound(bytes))
            .or_else(|| media(bytes))
            .or_else(|| text(bytes))
    }

    fn name(self) -> &'static str {
        match self {
            Foreign::Word => "Word（WPS 文字）文档",
            Foreign::Excel => "Excel（WPS 表格）文件",
            Foreign::Slides => "PowerPoint（WPS 演示）文件",
            Foreign::Locked => "设有密码的 Office 文档",
            Foreign::Office => "Office 文档",
            Foreign::OpenDocument => "OpenDocument 文档",
            Foreign::Ofd => "OFD 版式文件",
            Foreign::Archive => "压缩包",
            Foreign::Shortcut => "快捷方式",
            Foreign::Link => "网址链接",
            Foreign::Avif => "AVIF 图片",
            Foreign::Video => "视频",
            Foreign::Sound => "录音",
            Foreign::WebPage => "网页",
            Foreign::RichText => "RTF 文档",
            Foreign::Mail => "邮件",
            Foreign::Drawing => "CAD 图纸（DWG）",
            Foreign::Photoshop => "Photoshop 图片（PSD）",
            Foreign::PostScript => "PostScript（AI、EPS）文件",
            Foreign::Svg => "SVG 图形",
            Foreign::Caj => "CAJ 文献",
            Foreign::Program => "程序",
            Foreign::Text => "纯文本",
        }
    }

    fn advice(self) -> &'static str {
        match self {
            Foreign::Word | Foreign::Excel | Foreign::Slides | Foreign::Office | Foreign::OpenDocument => {
                "请用打开它的软件导出（另存）为 PDF，再添加"
            }
            Foreign::Locked => "请先用密码打开，再导出（另存）为 PDF 后添加",
            Foreign::Ofd => "请在 OFD 阅读器或 WPS 中打开，打印（导出）为 PDF，核对印章后再添加",
            Foreign::Archive => "请先解压，再添加其中的文件",
            Foreign::Shortcut => "请添加它指向的文件",
            Foreign::Link | Foreign::WebPage => "请在浏览器中打开，打印为 PDF 后再添加",
            Foreign::Avif | Foreign::Photoshop => "请用看图软件另存为 JPEG 或 PNG 后再添加",
            Foreign::Video => "请截取其中需要的画面，存为图片后再添加",
            Foreign::Sound | Foreign::Program => "不能作为材料，请添加图片或 PDF",
            Foreign::RichText | Foreign::Mail | Foreign::Text => "请打开后打印（导出）为 PDF，再添加",
            Foreign::Drawing | Foreign::PostScript | Foreign::Svg | Foreign::Caj => {
                "请用打开它的软件打印（导出）为 PDF，再添加"
            }
        }
    }
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Between Chinese and Latin letters there is a blank.
        let blank = if self.name().starts_with(|first: char| first.is_ascii()) { " " } else { "" };
        write!(f, "是{blank}{}，{}", self.name(), self.advice())
    }
}

/// What a zip is, told by the names of its parts, which stand in it unfolded.
fn zipped(bytes: &[u8]) -> Option<Foreign> {
    const NAMES: &[(&[u8], Foreign)] = &[
        (b"OFD.xml", Foreign::Ofd),
        (b"word/", Foreign::Word),
        (b"xl/", Foreign::Excel),
        (b"ppt/", Foreign::Slides),
        (b"mimetypeapplication/vnd.oasis.opendocument", Foreign::OpenDocument),
        (b"[Content_Types].xml", Foreign::Office),
    ];
    if !bytes.starts_with(b"PK\x03\x04") && !bytes.starts_with(b"PK\x05\x06") {
        return None;
    }
    let names = entry_names(bytes);
    let holds = |name: &[u8]| names.iter().any(|entry| entry.starts_with(name));
    let own = NAMES
        .iter()
        .find(|(name, _)| holds(name) || bytes.get(30..).is_some_and(|head| head.starts_with(name)));
    Some(own.map_or(Foreign::Archive, |(_, kind)| *kind))
}

/// The names in the central directory of a zip, or in what is left of it.
fn entry_names(bytes: &[u8]) -> Vec<&[u8]> {
    const ENTRIES: usize = 4096;
    let name = |at: usize| {
        let length = u16::from_le_bytes(*bytes.get(at + 28..)?.first_chunk()?);
        bytes.get(at + 46..at + 46 + usize::from(length))
    };
    memchr::memmem::find_iter(bytes, b"PK\x01\x02").take(ENTRIES).filter_map(name).collect()
}

/// What an OLE compound file ([MS-CFB]) is, told by the names of its streams, which are in UTF-16.
fn compound(bytes: &[u8]) -> Option<Foreign> {
    const STREAMS: &[(&str, Foreign)] = &[
        ("EncryptedPackage", Foreign::Locked),
        ("WordDocument", Foreign::Word),
        ("Workbook", Foreign::Excel),
        ("Book", Foreign::Excel),
        ("PowerPoint Document", Foreign::Slides),
        ("__properties_version1.0", Foreign::Mail),
    ];
    if !bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return None;
    }
    let found = STREAMS.iter().find(|(name, _)| has_stream(bytes, name));
    Some(found.map_or(Foreign::Office, |(_, kind)| *kind))
}

/// Whether an OLE compound file has a stream of this name. Entries of its directory are 128 bytes long and begin with
/// their name in UTF-16 (\[MS-CFB\] 2.6.1).
pub(crate) fn has_stream(bytes: &[u8], name: &str) -> bool {
    let name: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    memchr::memmem::find_iter(bytes, &name).any(|at| at % 128 == 0)
}

fn media(bytes: &[u8]) -> Option<Foreign> {
    if bytes.starts_with(b"RIFF") {
        return match bytes.get(8..12)? {
            b"AVI " => Some(Foreign::Video),
            b"WAVE" => Some(Foreign::Sound),
            _ => None,
        };
    }
    if bytes.starts_with(b"#!AMR")
        || bytes.get(..2).is_some_and(|head| head[0] == 0xFF && head[1] & 0xE6 == 0xE2)
    {
        return Some(Foreign::Sound);
    }
    let brands = brands(bytes)?;
    let has = |list: &[&[u8; 4]]| brands.iter().any(|brand| list.contains(&brand));
    Some(match has(&[b"avif", b"avis"]) {
        true => Foreign::Avif,
        false if has(&[b"M4A ", b"M4B "]) => Foreign::Sound,
        false => Foreign::Video,
    })
}

/// What a text is: pages, drawings, messages and links are texts as well.
fn text(bytes: &[u8]) -> Option<Foreign> {
    const HEAD: usize = 4096;
    if let Some(wide) = bytes.strip_prefix(b"\xFF\xFE").or_else(|| bytes.strip_prefix(b"\xFE\xFF")) {
        return (!wide.is_empty()).then_some(Foreign::Text);
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    let is_control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C);
    if head.is_empty() || head.iter().any(is_control) {
        return None;
    }
    let lower = head.to_ascii_lowercase();
    let holds = |word: &[u8]| memchr::memmem::find(&lower, word).is_some();
    Some(match () {
        () if holds(b"[internetshortcut]") => Foreign::Link,
        () if holds(b"<html") || holds(b"<!doctype html") => Foreign::WebPage,
        () if holds(b"<svg") => Foreign::Svg,
        () if holds(b"mime-version:") || lower.starts_with(b"received:") => Foreign::Mail,
        () if holds(b"urn:schemas-microsoft-com:office") || holds(b"mso-application") => Foreign::Office,
        () => Foreign::Text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: Option<Foreign>) {
        assert_eq!(
            Foreign::of(bytes),
            expected,
            "{:?}",
            String::from_utf8_lossy(&bytes[..bytes.len().min(60)])
        );
    }

    /// A zip of empty files with these names.
    fn zip(names: &[&str]) -> Vec<u8> {
        let mut file = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for name in names {
            file.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        }
        file.finish().unwrap().into_inner()
    }

    #[test]
    fn a_zip_is_what_its_parts_say() {
        check(&zip(&["[Content_Types].xml", "word/document.xml"]), Some(Foreign::Word));
        check(&zip(&["xl/workbook.xml", "[Content_Types].xml"]), Some(Foreign::Excel));
        check(&zip(&["[Content_Types].xml", "ppt/presentation.xml"]), Some(Foreign::Slides));
        check(&zip(&["OFD.xml", "Doc_0/Document.xml"]), Some(Foreign::Ofd));
        check(&zip(&["证书.pdf", "word.pdf"]), Some(Foreign::Archive));
        check(b"PK\x05\x06\0\0", Some(Foreign::Archive));
    }

    #[test]
    fn an_older_office_file_is_what_its_streams_say() {
        let with = |name: &str| {
            let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let mut file = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
            file.resize(1024, 0);
            file.extend(name);
            file.resize(1536, 0);
            file
        };
        check(&with("WordDocument"), Some(Foreign::Word));
        check(&with("Workbook"), Some(Foreign::Excel));
        check(&with("PowerPoint Document"), Some(Foreign::Slides));
        check(&with("EncryptedPackage"), Some(Foreign::Locked));
        check(&with("Something"), Some(Foreign::Office));
    }

    #[test]
    fn other_files_are_named_as_well() {
        check(b"\x4C\0\0\0\x01\x14\x02\0\0\0", Some(Foreign::Shortcut));
        check(b"Rar!\x1A\x07\x01\0", Some(Foreign::Archive));
        check(b"\0\0\0\x1CftypavifXXXXavifmif1miaf", Some(Foreign::Avif));
        check(b"\0\0\0\x14ftypqt  XXXXqt  ", Some(Foreign::Video));
        check(b"\0\0\0\x18ftypisom\0\0\0\0isommp42", Some(Foreign::Video));
        check(b"<!DOCTYPE html><html>", Some(Foreign::WebPage));
        check(b"[InternetShortcut]\r\nURL=", Some(Foreign::Link));
        check(b"<?xml version=\"1.0\"?><svg/>", Some(Foreign::Svg));
        check("质量标杆".as_bytes(), Some(Foreign::Text));
        check(b"MZ\x90\0", Some(Foreign::Program));
        for nothing in [&b""[..], b"\0\0\0\0", b"\x01\x02\x03\x04\x05\x06\x07\x08"] {
            check(nothing, None);
        }
    }
}
