//! 图片压缩.

use super::html::{Html, escape};
use crate::package::budget::{Look, Reduction};
use crate::package::shipment::Shipment;
use crate::package::size::megabytes;

/// Which pictures were downscaled, from what to what; nothing where all went in as they are.
pub(super) fn write(shipment: &Shipment, html: &mut Html) {
    if shipment.reduced.is_empty() {
        return;
    }
    html.section("图片压缩");
    let count = shipment.reduced.len();
    let saved = |reduction: &Reduction| reduction.before.bytes.saturating_sub(reduction.after.bytes);
    let saved = megabytes(shipment.reduced.iter().map(saved).sum());
    html.paragraph(
        "note",
        &format!(
            "为使压缩包不超过{}的上限，下列 {count} 幅图片按打印尺寸压缩，共减少 {saved}；其余图片原样放入，草稿里的原件都没有改动。",
            shipment.edition.package.limit_label
        ),
    );
    html.push("<table class=\"reduced\">\n<thead><tr><th>序号</th><th>图片</th><th>原来</th><th>现在</th></tr></thead>\n<tbody>\n");
    for (index, Reduction { title, before, after }) in shipment.reduced.iter().enumerate() {
        let cells = [(index + 1).to_string(), escape(title), look(before), look(after)];
        let cells = cells.map(|cell| format!("<td>{cell}</td>"));
        html.push(&format!("<tr>{}</tr>\n", cells.concat()));
    }
    html.push("</tbody>\n</table>\n");
}

fn look(look: &Look) -> String {
    let Look { format, width, height, dpi, bytes } = look;
    format!("{format} {width}×{height}，{dpi} dpi，{}", megabytes(*bytes))
}
