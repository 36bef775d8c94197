//! 检查报告.

use super::html::{Html, escape};
use crate::package::report_line::ReportLine;
use crate::package::shipment::Shipment;
use crate::rules::{Group, Tally};

/// What the check found, by what is to be done about it; last what stands with a reason.
pub(super) fn write(shipment: &Shipment, html: &mut Html) {
    html.section("检查报告");
    let tally = Tally::of_groups(shipment.report.iter().map(|line| line.group));
    html.paragraph(if tally.open == 0 { "good" } else { "count" }, &format!("{}。", tally.words));
    for group in Group::ALL {
        let lines: Vec<&ReportLine> = shipment.report.iter().filter(|line| line.group == group).collect();
        if !lines.is_empty() {
            table(group, &lines, html);
        }
    }
}

fn table(group: Group, lines: &[&ReportLine], html: &mut Html) {
    html.push(&format!("<h3>{}（{} 条）</h3>\n", group.label(), lines.len()));
    html.push("<table class=\"report\">\n<thead><tr><th>编号</th><th>位置</th><th>问题和处理</th><th>依据</th></tr></thead>\n<tbody>\n");
    for ReportLine { id, place, message, clause, answer, .. } in lines {
        let message = match answer.as_str() {
            "" => message.clone(),
            answer => format!("{message}——已核对：{answer}"),
        };
        let cells = [id, place, &message, clause].map(|text| format!("<td>{}</td>", escape(text)));
        html.push(&format!("<tr>{}</tr>\n", cells.concat()));
    }
    html.push("</tbody>\n</table>\n");
}
