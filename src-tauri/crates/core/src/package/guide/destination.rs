//! 报送去向.

use super::html::{Html, escape, link};
use crate::edition::TrackLabels;
use crate::package::Stage;
use crate::package::shipment::Shipment;

/// Where the package is uploaded and mailed, and until when.
pub(super) fn write(shipment: &Shipment, html: &mut Html) {
    let destination = shipment.destination();
    html.section("报送去向");
    html.push("<table class=\"values where\">\n<tbody>\n");
    let deadline = format!("{}（{}）", shipment.deadline(), shipment.time_left());
    let rows = [
        ("报送渠道", escape(&destination.label)),
        ("截止日期", escape(&deadline)),
        ("在线填报地址", unless_preliminary(shipment, || address(&destination.online_form))),
        ("收件邮箱", unless_preliminary(shipment, || receivers(shipment))),
        ("邮件主题", escape(&shipment.subject())),
        ("咨询", escape(&shipment.edition.notice.contact)),
    ];
    for (label, value) in rows {
        html.push(&format!("<tr><th>{label}</th><td class=\"value\">{value}</td></tr>\n"));
    }
    html.push("</tbody>\n</table>\n");
    html.paragraph("note", &format!("{}（{}）", destination.upload_note, destination.clause));
    html.paragraph("advice", &advice(shipment));
}

/// Last year's addresses are not to be used.
fn unless_preliminary(shipment: &Shipment, address: impl Fn() -> String) -> String {
    if shipment.edition.preliminary { "以正式通知为准".into() } else { address() }
}

/// An address, where the edition has one.
fn address(address: &str) -> String {
    if address.is_empty() { "以通知为准".into() } else { link(address) }
}

/// The addresses, one a line, each with whose it is.
fn receivers(shipment: &Shipment) -> String {
    let line = |to: &TrackLabels| format!("{}<br>{}", address(&to.mail_to), escape(&to.mail_receiver));
    shipment.receivers().into_iter().map(line).collect::<Vec<_>>().join("<br>")
}

/// How to mail the zip; of a draft, how a final package of this size would go.
fn advice(shipment: &Shipment) -> String {
    let advice = shipment.tier().advice();
    match shipment.stage {
        Stage::Draft => format!("按这份草稿的大小，正式报送时：{advice}"),
        Stage::Final => advice.to_owned(),
    }
}
