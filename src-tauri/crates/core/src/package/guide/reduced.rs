//! 图片压缩.

use super::super::delivery::Delivery;
use super::super::size::megabytes;
use super::super::{Look, Reduction};
use super::html::{Html, escape};

/// Which pictures were brought down, from what to what; nothing where all went in as they are.
pub(super) fn write(delivery: &Delivery, html: &mut Html) {
    if delivery.reduced.is_empty() {
        return;
    }
    html.section("图片压缩");
    let count = delivery.reduced.len();
    let saved = |reduction: &Reduction| reduction.before.bytes.saturating_sub(reduction.after.bytes);
    let saved = megabytes(delivery.reduced.iter().map(saved).sum());
    html.paragraph(
        "note",
        &format!(
            "为使压缩包不超过{}的上限，下列 {count} 幅图片按打印尺寸压缩，共减少 {saved}；其余图片原样放入，草稿里的原件都没有改动。",
            delivery.edition.package.limit_label
        ),
    );
    html.push("<table class=\"reduced\">\n<thead><tr><th>序号</th><th>图片</th><th>原来</th><th>现在</th></tr></thead>\n<tbody>\n");
    for (index, Reduction { title, before, after }) in delivery.reduced.iter().enumerate() {
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
