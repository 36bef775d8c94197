//! 在线填报用的内容.

use super::html::{Html, escape};
use crate::package::online_form::{Entry, values};
use crate::package::shipment::Shipment;

/// The values of the 申报表 in its order, each in a cell that one click selects.
pub(super) fn write(shipment: &Shipment, html: &mut Html) {
    html.section("在线填报用的内容");
    html.paragraph("note", "按申报表的次序排列。点一下内容即可选中整格，复制后粘贴到在线表单。");
    html.push("<table class=\"values\">\n<tbody>\n");
    for (label, value) in values(shipment.content, shipment.edition) {
        html.push(&format!("<tr><th>{}</th>{}</tr>\n", escape(label), cell(&value)));
    }
    html.push("</tbody>\n</table>\n");
}

fn cell(entry: &Entry) -> String {
    match entry {
        Entry::Hint(hint) => format!("<td class=\"blank\">{}</td>", escape(hint)),
        Entry::Value(value) => match value.trim() {
            "" => "<td class=\"blank\">未填写</td>".to_owned(),
            value => format!("<td class=\"value\">{}</td>", escape(value)),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_in_brackets_is_one_to_copy() {
        let value = |text: &str| cell(&Entry::Value(text.to_owned()));
        assert_eq!(value("（集团）"), "<td class=\"value\">（集团）</td>");
        assert_eq!(value(" "), "<td class=\"blank\">未填写</td>");
        assert_eq!(cell(&Entry::Hint("不用填")), "<td class=\"blank\">不用填</td>");
    }
}
