//! The parts of a draft, filled in and empty, and what opens over them.

use super::Screen;
use end_to_end::desktop::{By, Desk};
use end_to_end::stage::drawn;
use serde_json::json;

/// Opens the sample from the page that greets.
pub fn sample(desk: &Desk) {
    desk.click(By::Role("button", "看示例"));
    desk.find(By::Css("[data-path='declaration.credit_code']"));
}

/// Goes to a part by its entry on the left, and waits for something in it.
pub fn part(desk: &Desk, title: &str, shows: &str) {
    desk.click(By::Css(&format!("nav.parts button[aria-label^='{title} ']")));
    desk.find(By::Css(shows));
}

/// To the end of the part.
pub fn end(desk: &Desk) {
    desk.run("const part = document.querySelector('main.part'); part.scrollTo(0, part.scrollHeight)", &[]);
}

fn document(desk: &Desk, name: &str) {
    desk.click(By::Role("tab", name));
    desk.until("return document.querySelectorAll('.holder .leaf').length > 0", &[]);
}

/// The sample, from its first page to the last.
pub const SAMPLE: [Screen; 26] = [
    ("basics", sample),
    ("basics-end", end),
    ("industry", |desk| {
        desk.click(By::Css(
            "[data-path='declaration.industry'] input, input[data-path='declaration.industry']",
        ))
    }),
    ("qualification", |desk| {
        desk.press("Escape");
        part(desk, "资格条件", "main.part input[type=checkbox], main.part input[type=radio]");
    }),
    ("market", |desk| part(desk, "顾客市场绩效统计表", "td[data-path^='market']")),
    ("benefits", |desk| part(desk, "经济和质量效益统计表", "td[data-path^='benefits']")),
    ("paste", |desk| {
        desk.copy("指标\t2023年\t2024年\n资产总额\t186350\t198720\n主营业务收入\t142680\t163950\n", None);
        desk.click(By::Css("td[data-path='benefits[9].values.2025']"));
        desk.press("Control+v");
        desk.find(By::Css("dialog.frame"));
    }),
    ("social", |desk| {
        desk.press("Escape");
        desk.gone(By::Css("dialog.frame"));
        part(desk, "社会效益统计表", "td[data-path^='social']");
    }),
    ("brand", |desk| part(desk, "品牌影响与创新成果统计表", "td[data-path^='brand']")),
    ("competitors", |desk| part(desk, "主要竞争对手和标杆名录", "td[data-path^='competitors']")),
    ("overview", |desk| part(desk, "组织概况", ".ProseMirror")),
    ("background", |desk| part(desk, "实施背景", ".ProseMirror")),
    ("process", |desk| part(desk, "实施过程", ".ProseMirror")),
    ("results", |desk| part(desk, "实施成效", ".ProseMirror")),
    ("evidence", |desk| part(desk, "证实性材料", "article[data-item]")),
    ("evidence-end", end),
    ("page-large", |desk| {
        desk.click(By::Css("article[data-item] .thumb"));
        desk.find(By::Css("dialog.pages-dialog img"));
    }),
    ("signed", |desk| {
        desk.press("Escape");
        desk.gone(By::Css("dialog.pages-dialog"));
        part(desk, "签章页", ".signed");
    }),
    ("signed-end", end),
    ("preview-application", |desk| {
        part(desk, "预览", ".preview");
        document(desk, "申报书");
    }),
    ("preview-experience", |desk| document(desk, "典型经验")),
    ("preview-evidence", |desk| document(desk, "证实性材料")),
    ("submission", |desk| part(desk, "导出与报送", ".submission")),
    ("submission-end", end),
    ("history", |desk| {
        desk.click(By::Css("header.bar button[title='修改记录']"));
        desk.find(By::Css(".history"));
    }),
    ("find", |desk| {
        desk.press("Control+Shift+f");
        desk.find(By::Css("#find-text"));
        desk.type_keys("SPC");
        desk.find(By::Css("mark"));
    }),
];

/// A draft that was just made.
pub const EMPTY: [Screen; 8] = [
    ("empty-basics", |desk| {
        desk.click(By::Role("button", "新建申报"));
        desk.find(By::Css("input[placeholder^='申报组织全称']"));
        drawn(desk);
        desk.type_into(By::Css("input[placeholder^='申报组织全称']"), "杭州虚屿轴承有限公司");
        desk.click(By::Role("button", "新建并填写"));
        desk.find(By::Css("[data-path='declaration.credit_code']"));
    }),
    ("empty-market", |desk| part(desk, "顾客市场绩效统计表", "main.part table")),
    ("empty-benefits", |desk| part(desk, "经济和质量效益统计表", "td[data-path^='benefits']")),
    ("empty-process", |desk| part(desk, "实施过程", ".ProseMirror")),
    ("empty-evidence", |desk| part(desk, "证实性材料", "[data-slot]")),
    ("empty-signed", |desk| part(desk, "签章页", ".signed")),
    ("empty-submission", |desk| part(desk, "导出与报送", ".submission")),
    ("findings-all", |desk| {
        desk.click(By::Css(".findings [role=tab]:last-child"));
        desk.until("return document.querySelectorAll('.findings li').length > arguments[0]", &[json!(10)]);
    }),
];
