//! 检查报告.

use super::html::{Html, escape};
use crate::package::report_line::ReportLine;
use crate::package::shipment::Shipment;

/// What the check found, by severity in the order they come.
pub(super) fn write(shipment: &Shipment, html: &mut Html) {
    html.section("检查报告");
    if shipment.report.is_empty() {
        html.paragraph("good", "检查未发现问题。");
        return;
    }
    for (severity, lines) in by_severity(shipment.report) {
        group(severity, &lines, html);
    }
}

fn by_severity(report: &[ReportLine]) -> Vec<(&str, Vec<&ReportLine>)> {
    let mut groups: Vec<(&str, Vec<&ReportLine>)> = Vec::new();
    for line in report {
        match groups.iter_mut().find(|(severity, _)| *severity == line.severity) {
            Some((_, lines)) => lines.push(line),
            None => groups.push((&line.severity, vec![line])),
        }
    }
    groups
}

fn group(severity: &str, lines: &[&ReportLine], html: &mut Html) {
    html.push(&format!("<h3>{}（{} 条）</h3>\n", escape(severity), lines.len()));
    html.push("<table class=\"report\">\n<thead><tr><th>编号</th><th>位置</th><th>问题和处理</th><th>依据</th></tr></thead>\n<tbody>\n");
    for ReportLine { id, place, message, clause, .. } in lines {
        let cells = [id, place, message, clause].map(|text| format!("<td>{}</td>", escape(text)));
        html.push(&format!("<tr>{}</tr>\n", cells.concat()));
    }
    html.push("</tbody>\n</table>\n");
}
