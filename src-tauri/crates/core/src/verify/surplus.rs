//! The files of a package that are none of its three documents.

use super::names::is_document;
use super::told::{SURPLUS, Told};

/// Surplus files that are told one by one.
const SHOWN: usize = 20;

/// Tells of files by their names, with the folders they lie in.
pub(super) fn surplus(names: &[String], told: &mut Vec<Told>) {
    told.extend(names.iter().take(SHOWN).map(|name| one(name)));
    let count = names.len();
    if count > SHOWN {
        let message = format!("压缩包里多出的文件共{count}个，这里只列了{SHOWN}个，请只打包三个文档");
        told.push(Told::of(SURPLUS, "压缩包", message));
    }
}

fn one(name: &str) -> Told {
    let way = match ending(name).as_str() {
        _ if is_document(name) => "请核对文件名是否为申报书、典型经验、证实性材料之一（.docx），多余的请移出",
        "pdf" | "ofd" => "要报送的是Word文档（.docx），是三个文档之一的请换成 .docx，多余的请移出",
        _ if is_archive(name) => "压缩包里不能再套压缩包，请解压后把三个文件直接打包",
        _ => "不是要求报送的文件，请移出",
    };
    Told::of(SURPLUS, name, format!("压缩包里多出“{name}”：{way}"))
}

/// Whether a file is an archive, by its name.
pub(super) fn is_archive(name: &str) -> bool {
    matches!(ending(name).as_str(), "zip" | "rar" | "7z" | "tar" | "gz" | "tgz" | "bz2" | "xz")
}

fn ending(name: &str) -> String {
    name.rsplit_once('.').map_or("", |(_, end)| end).to_lowercase()
}
