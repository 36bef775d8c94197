//! What the mail says.

use crate::package::Stage;
use crate::package::mail_tier::MailTier;
use crate::package::shipment::{Shipment, one_line};
use crate::package::size::megabytes;

/// The text of the mail, lines ended by `\n`. What the user must do before sending stands first, to be deleted.
pub(super) fn text(shipment: &Shipment) -> String {
    let before = before_sending(shipment).map_or(String::new(), |text| text + "\n\n");
    before + &sent(shipment)
}

/// What is sent of it.
pub(super) fn sent(shipment: &Shipment) -> String {
    let paragraphs = [letter(shipment), contact(shipment), closing(shipment)];
    paragraphs.into_iter().flatten().collect::<Vec<_>>().join("\n\n") + "\n"
}

fn before_sending(shipment: &Shipment) -> Option<String> {
    let draft = match shipment.stage {
        Stage::Draft => "【草稿，不得报送】本邮件和压缩包只供单位内部核对。\n",
        Stage::Final => "",
    };
    let attach = match shipment.tier() {
        MailTier::Attached => String::new(),
        tier => format!(
            "【发送前请按下面的办法添加附件，并删去本段】\n请添加：{}（{}）。{}\n",
            shipment.names.zip,
            megabytes(shipment.zip.bytes),
            tier.advice()
        ),
    };
    let text = format!("{draft}{attach}");
    (!text.is_empty()).then(|| text.trim_end().to_owned())
}

fn letter(shipment: &Shipment) -> Option<String> {
    let destination = shipment.destination();
    let experience = one_line(&shipment.content.declaration.experience_name);
    let named =
        if experience.is_empty() { String::new() } else { format!("，经验名称为“{experience}”") };
    let way = match shipment.tier() {
        MailTier::Attached => "附件",
        MailTier::Ordinary => "随信附件",
        MailTier::Cloud => "超大附件（云附件）",
    };
    let ordinal = shipment.ordinal();
    let again =
        if ordinal.is_empty() { String::new() } else { format!("这是{ordinal}，请以本次为准。") };
    let online = shipment.content.submission.online_form_on;
    let online = online.map_or(String::new(), |day| format!("在线填报已于{}完成。", day.chinese()));
    Some(format!(
        "{}：\n\n    您好！\n\n    现报送{}{}年{}申报材料{named}。\n    {way}“{}”（{}）内有{}三个可编辑文档。{again}{online}\n    请查收。如有需要补充或修改之处，烦请告知，谢谢！",
        shipment.listed(|to| &to.mail_receiver),
        shipment.organization(),
        shipment.edition.year,
        destination.label,
        shipment.names.zip,
        megabytes(shipment.zip.bytes),
        listed(shipment),
    ))
}

/// 申报书、典型经验、证实性材料, as the files are called.
fn listed(shipment: &Shipment) -> String {
    let stem = |name: &str| name.strip_suffix(".docx").unwrap_or(name).to_owned();
    shipment.documents.iter().map(|document| stem(&document.name)).collect::<Vec<_>>().join("、")
}

fn contact(shipment: &Shipment) -> Option<String> {
    let contact = &shipment.content.declaration.contact;
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

fn closing(shipment: &Shipment) -> Option<String> {
    Some(format!("    此致\n敬礼！\n\n{}\n{}", shipment.organization(), shipment.today.chinese()))
}
