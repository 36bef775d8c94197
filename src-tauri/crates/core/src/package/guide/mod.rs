//! The 报送说明: one printable HTML page that says what was packed, where it goes and how.

mod destination;
pub(super) mod form_values;
mod html;
mod packed;
mod reduced;
mod report;
mod steps;

use super::Stage;
use super::delivery::Delivery;
use html::{Html, escape};

/// The page, complete: no script and nothing loaded from elsewhere.
pub(super) fn page(delivery: &Delivery) -> String {
    let mut html = Html::new(&format!("{} 报送说明", delivery.organization()));
    heading(delivery, &mut html);
    packed::write(delivery, &mut html);
    destination::write(delivery, &mut html);
    steps::write(delivery, &mut html);
    form_values::write(delivery, &mut html);
    report::write(delivery, &mut html);
    reduced::write(delivery, &mut html);
    html.finish(&format!(
        "依据{}编制，{}导出。本页供单位内部使用，不在报送的压缩包内。",
        delivery.edition.notice.number,
        delivery.today.chinese()
    ))
}

fn heading(delivery: &Delivery, html: &mut Html) {
    if delivery.stage == Stage::Draft {
        html.push("<p class=\"draft\">草稿，不得报送</p>\n");
    }
    html.push(&format!(
        "<header>\n<p class=\"kicker\">{}年{} · 报送说明</p>\n<h1>{}</h1>\n",
        delivery.edition.year,
        escape(&delivery.destination().label),
        escape(&delivery.organization())
    ));
    html.push(&format!("<p class=\"facts\">{}</p>\n</header>\n", facts(delivery)));
}

fn facts(delivery: &Delivery) -> String {
    let deadline = delivery.edition.deadline.chinese();
    let tone = if delivery.days_left() < 0 { "late" } else { "due" };
    format!(
        "<span>截止 {deadline}</span><span class=\"{tone}\">{}</span><span>压缩包 {}</span>",
        days_left(delivery.days_left()),
        super::size::megabytes(delivery.zip.bytes)
    )
}

/// How much time there is, in words.
fn days_left(days: i64) -> String {
    match days {
        0 => "今天截止".to_owned(),
        1.. => format!("还有 {days} 天"),
        _ => format!("已过截止日期 {} 天", -days),
    }
}
