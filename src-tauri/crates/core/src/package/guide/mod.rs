//! The 报送说明: one printable HTML page that says what was packed, where it goes and how.

mod destination;
mod form_values;
mod html;
mod letter;
mod packed;
mod reduced;
mod report;
mod steps;

use super::Stage;
use super::shipment::Shipment;
use html::{Html, escape};

/// The page, complete: no script and nothing loaded from elsewhere.
pub(super) fn page(shipment: &Shipment) -> String {
    let mut html = Html::new(&format!("{} 报送说明", shipment.organization()));
    heading(shipment, &mut html);
    packed::write(shipment, &mut html);
    destination::write(shipment, &mut html);
    steps::write(shipment, &mut html);
    form_values::write(shipment, &mut html);
    letter::write(shipment, &mut html);
    report::write(shipment, &mut html);
    reduced::write(shipment, &mut html);
    html.finish(&format!(
        "依据{}编制，{}导出。本页供单位内部使用，不在报送的压缩包内。",
        shipment.edition.notice.number,
        shipment.today.chinese()
    ))
}

fn heading(shipment: &Shipment, html: &mut Html) {
    if shipment.stage == Stage::Draft {
        html.push("<p class=\"draft\">草稿，不得报送</p>\n");
    }
    let ordinal = shipment.ordinal();
    let kicker =
        [&*shipment.destination().label, &ordinal, "报送说明"].into_iter().filter(|said| !said.is_empty());
    html.push(&format!(
        "<header>\n<p class=\"kicker\">{}年{}</p>\n<h1>{}</h1>\n",
        shipment.edition.year,
        escape(&kicker.collect::<Vec<_>>().join(" · ")),
        escape(&shipment.organization())
    ));
    html.push(&format!("<p class=\"facts\">{}</p>\n</header>\n", facts(shipment)));
}

fn facts(shipment: &Shipment) -> String {
    let deadline = shipment.deadline();
    let tone = if shipment.days_left().is_some_and(|days| days < 0) { "late" } else { "due" };
    format!(
        "<span>截止 {deadline}</span><span class=\"{tone}\">{}</span><span>压缩包 {}</span>",
        shipment.time_left(),
        super::size::megabytes(shipment.zip.bytes)
    )
}
