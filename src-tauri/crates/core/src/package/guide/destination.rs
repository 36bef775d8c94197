//! 报送去向.

use super::super::Stage;
use super::super::delivery::Delivery;
use super::days_left;
use super::html::{Html, escape, link};

/// Where the package is uploaded and mailed, and until when.
pub(super) fn write(delivery: &Delivery, html: &mut Html) {
    let destination = delivery.destination();
    html.section("报送去向");
    html.push("<table class=\"values where\">\n<tbody>\n");
    let deadline = format!("{}（{}）", delivery.edition.deadline.chinese(), days_left(delivery.days_left()));
    let rows = [
        ("报送渠道", escape(&destination.label)),
        ("截止日期", escape(&deadline)),
        ("在线填报地址", link(&destination.online_form)),
        ("收件邮箱", link(&destination.mail_to)),
        ("邮件主题", escape(&delivery.subject())),
        ("收件单位", escape(&destination.mail_receiver)),
        ("咨询", escape(&delivery.edition.notice.contact)),
    ];
    for (label, value) in rows {
        html.push(&format!("<tr><th>{label}</th><td class=\"value\">{value}</td></tr>\n"));
    }
    html.push("</tbody>\n</table>\n");
    html.paragraph("note", &format!("{}（{}）", destination.upload_note, destination.clause));
    html.paragraph("advice", &advice(delivery));
}

/// How to mail the zip; of a draft, how a final package of this size would go.
fn advice(delivery: &Delivery) -> String {
    let advice = delivery.tier().advice();
    match delivery.stage {
        Stage::Draft => format!("正式报送包如与草稿大小相同，届时：{advice}"),
        Stage::Final => advice.to_owned(),
    }
}
