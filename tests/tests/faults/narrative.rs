//! Faults in the 典型经验, N001–N023.

use super::obeying::{evidence, number_behind, replace, right, set};
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
    faults.extend(pictures());
    faults.extend(headings());
    faults.extend(results());
    faults.extend(sections());
    faults.extend(secrecy());
    faults.extend(claims());
    faults
}

fn name() -> Vec<Fault> {
    let path = "error declaration.experience_name";
    let named = |name: &str| sample().set("declaration.experience_name", name);
    let own = || right("declaration.experience_name");
    vec![
        fault("N001", path, named("")).obeyed("请按命名规则填写，30字以内", own()),
        fault("N001", path, named("实施六西格玛管理与数字化统计过程控制深度融合的精密轴承零缺陷管控经验"))
            .obeyed("请精简到30字以内", own()),
        fault(
            "N001",
            "warning declaration.experience_name",
            named("实施六西格玛管理与数字化“SPC”深度融合的精密轴承零缺陷管控经验"),
        )
        .obeyed(
            "请再精简1字",
            set("declaration.experience_name", "实施六西格玛管理与数字化SPC深度融合的精密轴承零缺陷管控经验"),
        ),
        fault("N002", "warning declaration.experience_name", named("轴承零缺陷管控经验汇报材料")).obeyed(
            "应以“实施、构建、基于”之一开头，写明质量管理方法，以“经验、实践、模式”之一结尾",
            set("declaration.experience_name", "构建轴承零缺陷管控模式"),
        ),
    ]
}

/// So many characters of prose.
fn prose(count: usize) -> String {
    "班组长每天对照作业标准复核首件".chars().cycle().take(count).collect()
}

fn overview() -> SectionCount {
    let experience = sample().content().experience;
    SectionCount::of(&experience.overview, &Numbers::of(&experience, &[]), edition())
}

/// Takes as many characters from the end of a section as the message asks for.
fn shortened(section: &'static str, words: &'static str) -> impl Fn(Case, &str) -> Case {
    move |case, message| {
        let path = format!("/experience/{section}/content");
        let last = case.json.pointer(&path).and_then(|blocks| blocks.as_array()).map_or(0, Vec::len) - 1;
        let text = case.json.pointer(&format!("{path}/{last}/content/0/text")).and_then(|text| text.as_str());
        let text: Vec<char> = text.expect("a text").chars().collect();
        let kept: String = text[..text.len() - number_behind(message, words)].iter().collect();
        case.set(&format!("experience.{section}.content[{last}].content[0].text"), kept)
    }
}

fn length() -> Vec<Fault> {
    let background = ["设计、制造、采购三个环节各自记录质量问题，口径不一，同类问题反复发生，改进难以沉淀。"];
    let table = "experience.results.content[7].attrs.caption";
    let left = edition().section(Section::Overview).limit - overview().all.low;
    // Word counts “SPC” as one or as three, after the font of the marks: up to the limit, or two over it.
    let marks = format!("“SPC”{}", prose(left - 1));
    let empty = sample().set("experience.background.content", json!([]));
    vec![
        fault("N003", "error experience.overview", sample().append("overview", &prose(200)))
            .obeyed("请至少删减", shortened("overview", "请至少删减")),
        fault("N003", "warning experience.overview", sample().append("overview", &marks))
            .obeyed("请再删减", shortened("overview", "请再删减")),
        fault("N003", "warning experience.results", sample().set(table, prose(1200)))
            .obeyed("请精简表格和标题，减少", move |case, message| {
                case.set(table, prose(1200 - number_behind(message, "减少")))
            }),
        fault("N004", "error experience.background", empty)
            .obeyed("请按编写说明填写", right("experience.background.content")),
        fault("N005", "warning experience.background", sample().paragraphs("background", &background))
            .obeyed("写到300字以上", |case, message| {
                case.append("background", &prose(number_behind(message, "写到")))
            }),
    ]
}

const FIGURE: &str = "experience.process.content[6]";

fn captions() -> Vec<Fault> {
    let caption = |block: usize| format!("experience.process.content[{block}].attrs.caption");
    let without = |block: usize, expected: &'static str| {
        fault("N007", expected, sample().set(&caption(block), " "))
            .obeyed("请写明它表达什么", move |case, _| case.set(&caption(block), "各环节的关系"))
    };
    let referred = |case: Case, _: &str| {
        let reference = json!({ "type": "crossReference", "attrs": { "target": "f1" } });
        case.set("experience.process.content[5].content[1]", reference)
    };
    vec![
        fault("N006", "warning experience.process", sample().without_captioned("process"))
            .obeyed("请插入框架图", right("experience.process")),
        without(6, "error experience.process.content[6]"),
        without(14, "error experience.process.content[14]"),
        without(38, "error experience.process.content[38]"),
        fault("N008", "warning experience.process.content[6]", sample().without_reference("f1"))
            .obeyed("请在相应段落插入交叉引用", referred),
    ]
}

fn pictures() -> Vec<Fault> {
    let reference = json!({ "type": "crossReference", "attrs": { "target": "f9" } });
    let narrow = |case: Case, message: &str| {
        case.set(&format!("{FIGURE}.attrs.width"), number_behind(message, "把宽度改为"))
    };
    let finer = |case: Case, message: &str| {
        let pixels = number_behind(message, "请换用宽");
        case.page_width("a12", u32::try_from(pixels).expect("a width"))
    };
    let coarse = || fault("N019", "hint experience.process.content[6]", sample().page_width("a12", 700));
    vec![
        coarse().obeyed("或把宽度改为", narrow),
        coarse().obeyed("像素以上的图片", finer),
        fault(
            "N020",
            "error experience.process.content[7]",
            sample().set("experience.process.content[7].content[1]", reference),
        )
        .obeyed("请重新选择或删去", right("experience.process.content[7].content")),
        fault(
            "N020",
            "error experience.process.content[6]",
            sample().set(&format!("{FIGURE}.attrs.attachment"), "a99"),
        )
        .obeyed("请重新插入图片", right("experience.process.content[6].attrs.attachment")),
        fault(
            "N020",
            "error experience.process.content[38]",
            sample().set("experience.process.content[38].attrs.series[0]", "benefits:gone"),
        )
        .obeyed("请重新选择", set("experience.process.content[38].attrs.series[0]", "benefits:pass_rate")),
        fault(
            "N021",
            "hint experience.process.content[77]",
            sample().append("process", "总体框架如图1所示。"),
        )
        .obeyed("请改为交叉引用", replace("experience.process.content[77].content[0].text", "图1", "")),
        fault(
            "N022",
            "hint competitors[0].strengths",
            sample().set("competitors[0].strengths", "质量稳,交期短"),
        )
        .obeyed("请改为全角", set("competitors[0].strengths", "质量稳，交期短")),
    ]
}

fn headings() -> Vec<Fault> {
    let heading = "experience.background.content[0]";
    let level = format!("{heading}.attrs.level");
    let typed = |text: &str| {
        let case = sample().set(&format!("{heading}.content[0].text"), text);
        fault("N010", "warning experience.background.content[0]", case).obeyed(
            "编号由程序给出，请删去",
            set("experience.background.content[0].content[0].text", "经验产生的背景"),
        )
    };
    vec![
        fault("N009", "warning experience.background.content[0]", sample().set(&level, 3))
            .obeyed("请改为“（一）”一级", set("experience.background.content[0].attrs.level", 2)),
        fault("N009", "warning experience.background.content[0]", sample().set(&level, 4))
            .obeyed("请改为“（一）”一级", set("experience.background.content[0].attrs.level", 2)),
        typed("（一）经验产生的背景"),
        typed("1.经验产生的背景"),
    ]
}

fn adds(section: &'static str, text: &'static str) -> impl Fn(Case, &str) -> Case {
    move |case, _| case.append(section, text)
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
    let path = "warning experience.results";
    vec![
        fault("N011", path, without(three_years).append("results", "产品合格率有所提高。")).obeyed(
            "或逐年写出数值",
            adds("results", "质量损失率2023年为1.42%，2024年为0.98%，2025年为0.63%。"),
        ),
        fault("N012", path, without(comparison)).obeyed(
            "请写出他们的同期数值",
            adds("results", "2025年虚原轴承的产品合格率为99.60%，同行业平均为98.90%。"),
        ),
        fault("N013", path, without(market))
            .obeyed("没有写到顾客市场绩效：请补充", adds("results", "2025年顾客满意度达到93.8。")),
        fault("N013", path, without(social)).obeyed("没有写到社会效益：请补充", adds("results", social)),
    ]
}

fn sections() -> Vec<Fault> {
    let calm = "公司以数据为依据，围绕关键特性组织设计、工艺、检验和供方共同工作，逐级传递要求。".repeat(9);
    let vision = "experience.overview.content[2]";
    vec![
        fault("N014", "warning experience.background", sample().paragraphs("background", &[&calm])).obeyed(
            "请写明当时存在什么问题",
            adds("background", "当时的问题是沟道波纹度的过程能力只有1.08，顾客端百万件缺陷数为72。"),
        ),
        fault("N018", "warning experience.overview", sample().replace(vision, "为愿景", "为方向"))
            .obeyed("没有写愿景：请用一句话补上", replace(vision, "为方向", "为愿景")),
    ]
}

fn secrecy() -> Vec<Fault> {
    let note = |text: &str| sample().set("evidence[0].note", text);
    let block = "experience.process.content[11]";
    let other = "换一种说法，如“保密”“受控”";
    vec![
        fault("N015", "error evidence[0].note", note("秘密★10年"))
            .obeyed("请删去密级标志", set("evidence[0].note", "")),
        fault(
            "N015",
            "error experience.process.content[11]",
            sample().replace(block, "组织上", "机密★组织上"),
        )
        .obeyed("请删去密级标志", replace(block, "机密★", "")),
        fault("N015", "warning evidence[0].note", note("机密文件"))
            .obeyed(other, set("evidence[0].note", "受控文件")),
        fault(
            "N015",
            "warning experience.process.content[11]",
            sample().replace(block, "组织上", "组织上，机密资料专人保管"),
        )
        .obeyed(other, replace(block, "机密资料", "受控资料")),
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
        .also(&["warning N017 experience.overview.content[2]"])
        .obeyed("附上荣誉证书或创新成果", evidence(3)),
        fault(
            "N017",
            "warning experience.overview.content[2]",
            sample().set("evidence[3].category", "other"),
        )
        .obeyed("请添加这一类材料", evidence(3)),
    ]
}
