//! Figures, charts and tables in the text, and the pictures in them.

use super::captions::references;
use crate::form::rich_text::{Block, Figure, Numbers, SeriesSource};
use crate::form::{Path, Section};
use crate::rules::attached::is_attached;
use crate::rules::{Context, Findings, Rule, Severity};
use crate::text::quoted;

pub(super) const NONE: Rule = Rule {
    id: "N006",
    severity: Severity::Warning,
    title: "实施过程没有图表",
    explanation: "编写说明要求图文并茂，经验的核心内容要通过具体数据、图表展现。请至少插入一张总体框架或流程图，\
        再用表格或图表说明关键环节的数据。",
    clause: "附件2 一；附件2 一、4",
    check: none,
};

pub(super) const COARSE: Rule = Rule {
    id: "N019",
    severity: Severity::Hint,
    title: "插图打印出来不够清晰",
    explanation: "图片按所选的宽度打印时不到150点每英寸，文字和线条会模糊。请换用像素更多的原图，或把宽度调小。",
    clause: "附件2 一",
    check: coarse,
};

pub(super) const DANGLING: Rule = Rule {
    id: "N020",
    severity: Severity::Error,
    title: "交叉引用、插图或图表落空",
    explanation: "交叉引用所指的图表或证实性材料已被删除，插图的图片没有附上，或图表要画的指标已不在统计表中，打印出来就是空的。请重新选择所引用的图表或材料、重新插入图片，或删去。",
    clause: "附件2 二、2",
    check: dangling,
};

fn none(context: &Context, findings: &mut Findings) {
    let process = &context.content.experience.process;
    if !process.is_blank() && process.captioned().next().is_none() {
        findings.report(
            Path::section(Section::Process),
            "“实施过程”没有一张图、表：请插入框架图、流程图、数据表格或图表，做到图文并茂",
        );
    }
}

/// A block's place: its section and its index there.
type BlockIndex = (Section, usize);

/// Every block with its place; paths are made only for what is reported.
fn blocks<'a>(context: &'a Context) -> impl Iterator<Item = (BlockIndex, &'a Block)> + use<'a> {
    context.content.experience.sections().flat_map(|(section, text)| {
        text.blocks.iter().enumerate().map(move |(block, content)| ((section, block), content))
    })
}

fn figures<'a>(context: &'a Context) -> impl Iterator<Item = (BlockIndex, &'a Figure)> + use<'a> {
    blocks(context).filter_map(|(place, block)| match block {
        Block::Figure(figure) => Some((place, figure)),
        _ => None,
    })
}

/// The text width of the page (A4 with the margins of `documents/style.rs`: 28 and 26 mm).
const TEXT_WIDTH_MM: u64 = 156;

/// What a laser printer needs to keep lettering sharp.
const ENOUGH_DPI: u64 = 150;

fn coarse(context: &Context, findings: &mut Findings) {
    for ((section, block), figure) in figures(context) {
        let file = context.facts.files.get(figure.attachment.as_str());
        let Some(page) = file.and_then(|file| file.pages.first()) else { continue };
        // An inch is 25.4 mm, the width is in percent: 2540 hundredths.
        let printed = TEXT_WIDTH_MM * u64::from(figure.width.max(1));
        let dpi = u64::from(page.width) * 2540 / printed;
        if page.width > 0 && dpi < ENOUGH_DPI {
            let wanted = (ENOUGH_DPI * printed).div_ceil(2540);
            let widest = u64::from(page.width) * 2540 / (ENOUGH_DPI * TEXT_WIDTH_MM);
            let narrower =
                if widest < 10 { String::new() } else { format!("，或把宽度改为{widest}%以下") };
            let message = format!(
                "插图{}宽{}像素，按{}%版心宽打印只有{dpi}点每英寸，不到{ENOUGH_DPI}：请换用宽{wanted}像素以上的图片{narrower}",
                quoted(&figure.caption),
                page.width,
                figure.width
            );
            // Another picture, or the same one wider, is to be looked at anew.
            let width = figure.width.to_string();
            findings.add(Path::block(section, block), message).resting_on(&[&figure.attachment, &width]);
        }
    }
}

fn dangling(context: &Context, findings: &mut Findings) {
    let numbers = Numbers::of(&context.content.experience, &context.content.evidence);
    for ((section, index), block) in blocks(context) {
        let mut lost = 0;
        references(block, &mut |target| lost += usize::from(numbers.get(target).is_none()));
        if lost > 0 {
            findings.report(
                Path::block(section, index),
                format!("这里有{lost}处交叉引用所指的图表或材料已不存在：请重新选择或删去"),
            );
        }
    }
    for ((section, block), figure) in figures(context) {
        if !is_attached(context, &figure.attachment) {
            let caption = quoted(&figure.caption);
            findings.report(
                Path::block(section, block),
                format!("插图{caption}的图片没有附上：请重新插入图片，或删去这张插图"),
            );
        }
    }
    for ((section, block), content) in blocks(context) {
        if let Block::Chart(chart) = content
            && (chart.series.is_empty() || !chart.series.iter().all(|series| has_source(context, series)))
        {
            let caption = quoted(&chart.caption);
            findings.report(
                Path::block(section, block),
                format!("图表{caption}要画的指标或产品已不在统计表中：请重新选择，或删去这张图表"),
            );
        }
    }
}

/// Whether what a chart's series names is in the tables.
fn has_source(context: &Context, series: &str) -> bool {
    let content = context.content;
    match SeriesSource::parse(series) {
        Some(SeriesSource::Benefit(key)) => content.benefits.iter().any(|row| row.key == *key),
        Some(
            SeriesSource::Satisfaction(product)
            | SeriesSource::Loyalty(product)
            | SeriesSource::DomesticShare(product)
            | SeriesSource::InternationalShare(product),
        ) => product < content.market.products.len(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::PageFacts;
    use crate::rules::fixture::Case;
    use serde_json::{Value, json};

    fn check(rule: &'static str, path: &str, value: Value, expected: &[&str]) {
        Case::of(rule).set(path, value).expect(expected);
    }

    #[test]
    fn the_process_shows_a_figure_a_chart_or_a_table() {
        Case::of("N006").paragraphs("process", &["甲"]).expect(&["warning experience.process"]);
        Case::of("N006").paragraphs("process", &[""]).expect(&[]);
        let table = json!({ "type": "table", "attrs": { "id": "t1" } });
        check("N006", "experience.process.content[2]", table, &[]);
        let chart = json!({ "type": "chart", "attrs": { "id": "c9" } });
        check("N006", "experience.process.content[2]", chart, &[]);
    }

    #[test]
    fn a_picture_has_150_dots_an_inch_where_it_is_printed() {
        let wide = |width| {
            let page = PageFacts { width, height: 9000 };
            Case::of("N019")
                .facts(move |facts| facts.files.get_mut("a10").unwrap().pages = vec![page])
                .set("experience.process.content[2].attrs.width", 100)
        };
        wide(921).expect(&["hint experience.process.content[2]"]);
        wide(922).expect(&[]);
        wide(921).set("experience.process.content[2].attrs.width", 99).expect(&[]);
        wide(0).expect(&[]);
        wide(921).facts(|facts| facts.files.clear()).expect(&[]);
    }

    #[test]
    fn a_reference_to_nothing_is_found_where_it_stands() {
        let target = "experience.process.content[1].content[1].attrs.target";
        check("N020", target, json!("f9"), &["error experience.process.content[1]"]);
        check("N020", target, json!(""), &["error experience.process.content[1]"]);
        check("N020", target, json!("c1"), &[]);
        check("N020", target, json!("e1"), &[]);
    }

    #[test]
    fn a_figure_has_its_picture() {
        let attachment = "experience.process.content[2].attrs.attachment";
        check("N020", attachment, json!("a77"), &["error experience.process.content[2]"]);
        check("N020", attachment, json!(""), &["error experience.process.content[2]"]);
        Case::of("N020")
            .set(attachment, "a77")
            .set("attachments", json!({ "a77": { "name": "框架.png" } }))
            .expect(&[]);
    }

    #[test]
    fn a_chart_has_something_to_draw() {
        let place = "experience.process.content[2]";
        let chart = |series: Value| json!({ "type": "chart", "attrs": { "id": "f1", "series": series } });
        for nothing in [json!([]), json!(["benefits:oeee"]), json!(["oee"]), json!(["share:9:domestic"])] {
            check("N020", place, chart(nothing), &["error experience.process.content[2]"]);
        }
        check("N020", place, chart(json!(["satisfaction:0", "benefits:total_profit"])), &[]);
    }
}
