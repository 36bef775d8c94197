//! 邮件正文.

use super::html::{Html, escape};
use crate::package::mail;
use crate::package::shipment::Shipment;

/// The text of the mail, to be copied where a mail program does not open the draft as one.
pub(super) fn write(shipment: &Shipment, html: &mut Html) {
    html.section("邮件正文");
    html.paragraph("note", "邮件软件打不开邮件草稿时，新建邮件并复制这段文字；点一下即可全部选中。");
    html.push(&format!("<pre>{}</pre>\n", escape(mail::letter(shipment).trim_end())));
}
