//! 在线填报用的内容.

use super::html::{Html, escape};
use crate::package::online_form::values;
use crate::package::shipment::Shipment;

/// The values of the 申报表 in its order, each in a cell that one click selects.
pub(super) fn write(shipment: &Shipment, html: &mut Html) {
    html.section("在线填报用的内容");
    html.paragraph("note", "按申报表的次序排列。点一下右边的内容即可整格选中，复制后粘贴到在线表单。");
    html.push("<table class=\"values\">\n<tbody>\n");
    for (label, value) in values(shipment.content, shipment.edition) {
        html.push(&format!("<tr><th>{}</th>{}</tr>\n", escape(label), cell(&value)));
    }
    html.push("</tbody>\n</table>\n");
}

fn cell(value: &str) -> String {
    match value.trim() {
        "" => "<td class=\"blank\">未填写</td>".to_owned(),
        // Words to the reader, not a value to copy.
        hint if hint.starts_with('（') && hint.ends_with('）') => {
            format!("<td class=\"blank\">{}</td>", escape(hint))
        }
        value => format!("<td class=\"value\">{}</td>", escape(value)),
    }
}
