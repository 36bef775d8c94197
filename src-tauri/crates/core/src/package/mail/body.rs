//! What the mail says.

use super::super::delivery::{Delivery, one_line};
use super::super::size::megabytes;
use super::super::{MailTier, Stage};

/// The text of the mail, lines ended by `\n`. What the user must do before sending stands first, to be deleted.
pub(super) fn text(delivery: &Delivery) -> String {
    let paragraphs = [before_sending(delivery), letter(delivery), contact(delivery), closing(delivery)];
    let mut text = paragraphs.into_iter().flatten().collect::<Vec<_>>().join("\n\n");
    text.push('\n');
    text
}

fn before_sending(delivery: &Delivery) -> Option<String> {
    let draft = match delivery.stage {
        Stage::Draft => "【草稿，不得报送】本邮件和压缩包只供单位内部核对。\n",
        Stage::Final => "",
    };
    let attach = match delivery.tier() {
        MailTier::Attached => String::new(),
        tier => format!(
            "【发送前请按下面的办法添加附件，并删去本段】\n请添加：{}（{}）。{}\n",
            delivery.names.zip,
            megabytes(delivery.zip.bytes),
            tier.advice()
        ),
    };
    let text = format!("{draft}{attach}");
    (!text.is_empty()).then(|| text.trim_end().to_owned())
}

fn letter(delivery: &Delivery) -> Option<String> {
    let destination = delivery.destination();
    let experience = one_line(&delivery.content.declaration.experience_name);
    let named =
        if experience.is_empty() { String::new() } else { format!("，经验名称为“{experience}”") };
    let way = match delivery.tier() {
        MailTier::Attached => "附件",
        MailTier::Ordinary => "随信附件",
        MailTier::Cloud => "超大附件（云附件）",
    };
    let online = delivery.content.submission.online_form_on;
    let online = online.map_or(String::new(), |day| format!("在线填报已于{}完成。", day.chinese()));
    Some(format!(
        "{}：\n\n    您好！\n\n    现报送{}{}年{}申报材料{named}。\n    {way}“{}”（{}）内有{}三个可编辑文档。{online}\n    请查收。如有需要补充或修改之处，烦请告知，谢谢！",
        destination.mail_receiver,
        delivery.organization(),
        delivery.edition.year,
        destination.label,
        delivery.names.zip,
        megabytes(delivery.zip.bytes),
        listed(delivery),
    ))
}

/// 申报书、典型经验、证实性材料, as the files are called.
fn listed(delivery: &Delivery) -> String {
    let stem = |name: &str| name.strip_suffix(".docx").unwrap_or(name).to_owned();
    delivery.documents.iter().map(|document| stem(&document.name)).collect::<Vec<_>>().join("、")
}

fn contact(delivery: &Delivery) -> Option<String> {
    let contact = &delivery.content.declaration.contact;
    let post = one_line(&format!("{} {}", contact.department, contact.position));
    let labelled = [
        ("联系人", one_line(&contact.name)),
        ("部门职务", post),
        ("电话", one_line(&contact.telephone)),
        ("手机", one_line(&contact.mobile)),
        ("邮箱", one_line(&contact.email)),
    ];
    let line = |(label, value): &(&str, String)| format!("    {label}：{value}");
    let lines: Vec<_> = labelled.iter().filter(|(_, value)| !value.is_empty()).map(line).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn closing(delivery: &Delivery) -> Option<String> {
    Some(format!("    此致\n敬礼！\n\n{}\n{}", delivery.organization(), delivery.today.chinese()))
}
