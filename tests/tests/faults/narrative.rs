//! Faults in the 典型经验, N001–N020.

use super::{Fault, fault, sample};
use biaogan::form::Section;
use biaogan::form::rich_text::{Numbers, SectionCount};
use end_to_end::case::{Case, edition};
use serde_json::json;

/// One a rule, and one a severity where a rule has two.
pub fn faults() -> Vec<Fault> {
    let mut faults = name();
    faults.extend(length());
    faults.extend(captions());
    faults.extend(headings());
    faults.extend(results());
    faults.extend(sections());
    faults.extend(claims());
    faults
}

fn name() -> Vec<Fault> {
    let path = "error declaration.experience_name";
    let named = |name: &str| sample().set("declaration.experience_name", name);
    vec![
        fault("N001", path, named("")),
        fault("N001", path, named("实施六西格玛管理与数字化统计过程控制深度融合的精密轴承零缺陷管控经验")),
        fault(
            "N001",
            "warning declaration.experience_name",
            named("实施六西格玛管理与数字化“SPC”深度融合的精密轴承零缺陷管控经验"),
        ),
        fault("N002", "warning declaration.experience_name", named("轴承零缺陷管控经验汇报材料")),
    ]
}

/// So many characters of prose.
fn prose(count: usize) -> String {
    "班组长每天对照作业标准复核首件".chars().cycle().take(count).collect()
}

fn overview() -> SectionCount {
    let experience = sample().content().experience;
    SectionCount::of(&experience.overview, &Numbers::of(&experience), &edition().experience)
}

fn length() -> Vec<Fault> {
    let background = ["设计、制造、采购三个环节各自记录质量问题，口径不一，同类问题反复发生，改进难以沉淀。"];
    let table = "experience.results.content[7].attrs.caption";
    let left = edition().section(Section::Overview).limit - overview().all.low;
    // Word counts “SPC” as one or as three, after the font of the marks: up to the limit, or two over it.
    let marks = format!("{}“SPC”", prose(left - 1));
    vec![
        fault("N003", "error experience.overview", sample().append("overview", &prose(200))),
        fault("N003", "warning experience.overview", sample().append("overview", &marks)),
        fault("N003", "warning experience.results", sample().set(table, prose(1200))),
        fault(
            "N004",
            "error experience.background",
            sample().set("experience.background.content", json!([])),
        ),
        fault("N005", "warning experience.background", sample().paragraphs("background", &background)),
    ]
}

fn captions() -> Vec<Fault> {
    let figure = "experience.process.content[6].attrs";
    let set = |key: &str, value: &str| sample().set(&format!("{figure}.{key}"), value);
    let reference = json!({ "type": "crossReference", "attrs": { "target": "f9" } });
    vec![
        fault("N006", "warning experience.process", sample().without_captioned("process")),
        fault("N007", "error experience.process.content[6]", set("caption", "")),
        fault(
            "N007",
            "error experience.process.content[14]",
            sample().set("experience.process.content[14].attrs.caption", " "),
        ),
        fault(
            "N007",
            "error experience.process.content[38]",
            sample().set("experience.process.content[38].attrs.caption", ""),
        ),
        fault("N008", "warning experience.process.content[6]", sample().without_reference("f1")),
        fault("N019", "hint experience.process.content[6]", sample().page_width("a12", 700)),
        fault(
            "N020",
            "error experience.process.content[7]",
            sample().set("experience.process.content[7].content[1]", reference),
        ),
        fault("N020", "error experience.process.content[6]", set("attachment", "a99")),
        fault(
            "N020",
            "error experience.process.content[38]",
            sample().set("experience.process.content[38].attrs.series[0]", "benefits:gone"),
        ),
    ]
}

fn headings() -> Vec<Fault> {
    let heading = "experience.background.content[0]";
    let typed = |text: &str| sample().set(&format!("{heading}.content[0].text"), text);
    vec![
        fault(
            "N009",
            "warning experience.background.content[0]",
            sample().set(&format!("{heading}.attrs.level"), 3),
        ),
        fault("N010", "warning experience.background.content[0]", typed("（一）经验产生的背景")),
        fault("N010", "warning experience.background.content[0]", typed("1.经验产生的背景")),
    ]
}

/// 实施成效 in prose: no table, and of the paragraphs only those kept.
fn results() -> Vec<Fault> {
    let three_years = "质量损失率近三年分别为1.42%、0.98%和0.63%，产品合格率逐年提高。";
    let comparison = "两项指标均优于行业平均水平。";
    let market = "主机厂对公司产品的评价稳步上升，顾客投诉明显减少。";
    let social = "节能减排取得实效，带动供方共同提高。";
    let fill = "过程能力持续增强，员工在改进中增长了才干，主动报告差错的风气已经形成。".repeat(18);
    let without = |left_out: &str| -> Case {
        let all = [three_years, comparison, market, social, &fill];
        let kept: Vec<&str> = all.into_iter().filter(|text| *text != left_out).collect();
        sample().paragraphs("results", &kept)
    };
    vec![
        fault(
            "N011",
            "warning experience.results",
            without(three_years).append("results", "产品合格率有所提高。"),
        ),
        fault("N012", "warning experience.results", without(comparison)),
        fault("N013", "warning experience.results", without(market)),
        fault("N013", "warning experience.results", without(social)),
    ]
}

fn sections() -> Vec<Fault> {
    let calm = "公司以数据为依据，围绕关键特性组织设计、工艺、检验和供方共同工作，逐级传递要求。".repeat(9);
    vec![
        fault("N014", "warning experience.background", sample().paragraphs("background", &[&calm])),
        fault("N015", "error evidence[0].note", sample().set("evidence[0].note", "秘密★10年")),
        fault(
            "N015",
            "error experience.process.content[11]",
            sample().replace("experience.process.content[11]", "组织上", "机密★组织上"),
        ),
        fault("N015", "warning evidence[0].note", sample().set("evidence[0].note", "机密文件")),
        fault(
            "N018",
            "warning experience.overview",
            sample().replace("experience.overview.content[2]", "为愿景", "为方向"),
        ),
    ]
}

fn claims() -> Vec<Fault> {
    let unproved = || sample().set("evidence[3].category", "other").set("evidence[5].category", "other");
    vec![
        fault(
            "N016",
            "warning experience.process.content[77]",
            unproved().append("process", "这套做法在轴承行业处于国内领先水平。"),
        )
        .also(&["warning N017 experience.overview.content[2]"]),
        fault(
            "N017",
            "warning experience.overview.content[2]",
            sample().set("evidence[3].category", "other"),
        ),
    ]
}
