//! 操作步骤.

use super::html::{Html, escape};
use crate::package::Stage;
use crate::package::mail_tier::MailTier;
use crate::package::shipment::Shipment;

/// What to do, one step after the other.
pub(super) fn write(shipment: &Shipment, html: &mut Html) {
    html.section("操作步骤");
    html.push("<ol class=\"steps\">\n");
    for step in steps(shipment) {
        html.push(&format!("<li>{}</li>\n", escape(&step)));
    }
    html.push("</ol>\n");
}

fn steps(shipment: &Shipment) -> Vec<String> {
    match shipment.stage {
        Stage::Draft => to_correct(shipment),
        Stage::Final => to_send(shipment),
    }
}

fn to_correct(shipment: &Shipment) -> Vec<String> {
    vec![
        format!("打开“{}”，把三个文档交有关部门核对。", shipment.names.zip),
        "按后面的检查报告逐条修改，并确认需要由您确认的事项。".to_owned(),
        "打印承诺书和推荐表，签字盖章后扫描，放回申报书。".to_owned(),
        "在程序里导出正式材料，再按新的报送说明报送。".to_owned(),
    ]
}

fn to_send(shipment: &Shipment) -> Vec<String> {
    let subject = shipment.subject();
    let mut steps = vec![
        format!("打开“{}”，用Word或WPS逐一打开三个文档，从头看一遍；不要再改动压缩包及其文件名。", shipment.names.zip),
        format!("{}，把第四部分的内容逐项复制进去；点一下即可选中整格内容。", online_form(shipment)),
        "按在线表单的要求上传三个文档或压缩包，提交后截图留存。".to_owned(),
        mail_step(shipment),
        format!(
            "核对收件人（{}）、主题（{subject}）和附件（{}），无误后发送。",
            shipment.listed(|to| if to.mail_to.is_empty() { "以通知为准" } else { &to.mail_to }),
            shipment.names.zip
        ),
        "发送后在“已发送”里打开这封邮件，确认附件能够下载；再回到程序的“导出与报送”，勾选在线填报和发送邮件，记下日期。"
            .to_owned(),
    ];
    let ordinal = shipment.ordinal();
    if !ordinal.is_empty() {
        let step = format!("这是{ordinal}：在程序的“导出与报送”里保存修改说明，核对后随邮件一并发送。");
        steps.insert(1, step);
    }
    steps
}

fn online_form(shipment: &Shipment) -> &'static str {
    match shipment.destination().online_form.as_str() {
        "" => "按通知的要求打开在线填报（如扫描通知所附二维码）",
        _ => "打开在线填报地址（或扫描通知所附二维码）",
    }
}

fn mail_step(shipment: &Shipment) -> String {
    let draft = &shipment.names.mail;
    match shipment.tier() {
        MailTier::Attached => format!(
            "双击“{draft}”，在邮件软件里打开已写好的邮件。如果打开后不能编辑、没有“发送”按钮（新版Outlook、Foxmail的部分版本和网页邮箱会把它当成收到的邮件），就新建一封邮件：收件人和主题从第二部分复制，正文从第五部分复制，再附上压缩包。"
        ),
        MailTier::Ordinary => {
            "在163或QQ邮箱里新建邮件，收件人和主题从第二部分复制，正文从第五部分复制，以普通附件添加压缩包。".to_owned()
        }
        MailTier::Cloud => {
            "在163或QQ邮箱里新建邮件，收件人和主题从第二部分复制，正文从第五部分复制，以云附件（163）或超大附件（QQ）添加压缩包。".to_owned()
        }
    }
}
