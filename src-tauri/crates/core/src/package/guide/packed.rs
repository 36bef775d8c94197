//! 压缩包内容.

use super::html::{Html, escape};
use crate::package::Stage;
use crate::package::archive::FileDigest;
use crate::package::shipment::Shipment;
use crate::package::size::{bytes, megabytes};

/// What the package holds: names, sizes, SHA-256; and whether it keeps to the limit.
pub(super) fn write(shipment: &Shipment, html: &mut Html) {
    html.section("压缩包内容");
    html.push("<table class=\"files\">\n<thead><tr><th>文件</th><th>大小</th><th>SHA-256</th></tr></thead>\n<tbody>\n");
    row(&shipment.names.zip, shipment.zip, "zip", html);
    for document in shipment.documents {
        row(&document.name, document, "inside", html);
    }
    html.push("</tbody>\n</table>\n");
    let labels = &shipment.edition.package;
    let over = shipment.zip.bytes > labels.limit_bytes;
    let (class, verdict) = if over { ("alert", "已超过") } else { ("note", "未超过") };
    let text = format!("{verdict}{}的上限（{}）。", labels.limit_label, labels.clause);
    html.paragraph(class, &text);
    if shipment.stage == Stage::Draft {
        html.paragraph("alert", "这是草稿：只供单位内部核对。报送前请在程序里导出正式材料。");
    }
}

fn row(name: &str, file: &FileDigest, class: &str, html: &mut Html) {
    html.push(&format!(
        "<tr class=\"{class}\"><td>{}</td><td class=\"size\">{}<small>{}</small></td><td class=\"hash\">{}</td></tr>\n",
        escape(name),
        megabytes(file.bytes),
        bytes(file.bytes),
        file.sha256
    ));
}
