//! What a reviewer sees at the desk: parties, certificates, numbers and what was left over in the text.

use super::obeying::{replace, right, set};
use super::{Fault, fault, sample};
use end_to_end::case::Case;
use serde_json::json;

/// One a rule, and one a severity where a rule has two.
pub fn faults() -> Vec<Fault> {
    let mut faults = opinion();
    faults.extend(reached());
    faults.extend(industry());
    faults.extend(surveys());
    faults.extend(days());
    faults.extend(holders());
    faults.extend(numbers());
    faults.extend(honours());
    faults.extend(pointing());
    faults.extend(counted());
    faults.extend(left_over());
    faults
}

fn opinion() -> Vec<Fault> {
    let path = "recommendation.opinion";
    let place = "warning recommendation.opinion";
    let other = "宁波海曙阀门有限公司近三年连续盈利，经验成熟，同意推荐。";
    let own = "浙江虚屿精密轴承股份有限公司";
    let unit = |path: &str| sample().set(path, own);
    vec![
        fault("F028", place, sample().set(path, other)).obeyed("请改为申报组织的名称", right(path)),
        fault("F029", place, sample().set(path, "同意。")).obeyed("请推荐单位写明推荐理由", right(path)),
        fault("F030", "warning recommendation.unit", unit("recommendation.unit"))
            .also(&["warning F011 recommendation.unit"])
            .obeyed("请改为在推荐表上盖章的单位全称", right("recommendation.unit")),
    ]
}

fn reached() -> Vec<Fault> {
    let path = "recommendation.telephone";
    vec![
        fault("F031", "warning recommendation.telephone", sample().set(path, "0571-88000001"))
            .obeyed("请向推荐单位问清后改正", right(path)),
        fault(
            "F032",
            "warning declaration.contact.email",
            sample().set("declaration.contact.email", "zhiliang@example.con"),
        )
        .obeyed("应为“zhiliang@example.com”", right("declaration.contact.email")),
    ]
}

fn industry() -> Vec<Fault> {
    let own = "浙江虚屿精密轴承股份有限公司";
    vec![
        fault("Y024", "warning benefits[4].rank", sample().set("benefits[4].industry_best", "36.8"))
            .obeyed("改正名次、数值或行业最佳水平", set("benefits[4].industry_best", "39.8")),
        fault("Y026", "warning competitors[3].name", sample().set("competitors[3].name", own))
            .obeyed("请改为竞争对手或标杆的名称", right("competitors[3].name")),
        fault("Y027", "hint competitors[3].product", sample().set("competitors[3].product", "智能水表"))
            .obeyed("改为对应的主导产品", right("competitors[3].product")),
    ]
}

fn surveys() -> Vec<Fault> {
    let scores = json!({ "2023": "4.4", "2024": "4.5", "2025": "4.6" });
    let path = "market.products[1].loyalty";
    let agency = "market.loyalty_survey.2024.agency";
    let note = "杭州虚量市场研究有限公司出具";
    let report = sample().set("evidence[1].note", note);
    vec![
        fault("Y025", "warning market.products[1].loyalty.2023", sample().set(path, scores))
            .also(&["warning C002 experience.results.content[3]"])
            .obeyed("请换算成同一种分制", right(path)),
        fault(
            "Y028",
            "warning market.loyalty_survey.2024.agency",
            sample().set(agency, "浙江虚衡质量测评中心"),
        )
        .obeyed("或删去机构", set(agency, "")),
        fault("V023", "warning market.satisfaction_survey.2023.agency", report)
            .also(&[
                "warning V023 market.satisfaction_survey.2024.agency",
                "warning V023 market.satisfaction_survey.2025.agency",
            ])
            .obeyed("请核对，改正有误的一处", right("evidence[1].note")),
    ]
}

fn days() -> Vec<Fault> {
    vec![
        fault("V017", "warning evidence[6].issued_on", sample().set("evidence[6].issued_on", "2026-05-07"))
            .obeyed("改正有误的日期", right("evidence[6].issued_on")),
        fault("V018", "warning evidence[8].expires_on", sample().set("evidence[8].issued_on", "2029-11-05"))
            .also(&["warning V017 evidence[8].issued_on"])
            .obeyed("请照证书改正", right("evidence[8].issued_on")),
        fault("V019", "warning evidence[0].expires_on", sample().set("evidence[0].expires_on", "2026-05-15"))
            .obeyed("用新证书替换", set("evidence[0].expires_on", "2029-05-15")),
    ]
}

fn holders() -> Vec<Fault> {
    let title = "宁波海曙阀门有限公司2023—2025年经济效益证明";
    vec![
        fault("V020", "warning evidence[6].title", sample().set("evidence[6].title", title))
            .obeyed("请换上本组织的材料，或改正题名", right("evidence[6].title")),
    ]
}

fn numbers() -> Vec<Fault> {
    let text = "experience.results.content[13]";
    let named = |number: &str| sample().replace(text, "发明专利21项", &format!("发明专利21项（如{number}）"));
    let patent = |severity: &'static str, number: &'static str, words: &'static str| {
        fault("V021", severity, named(number)).obeyed(words, replace(text, number, "ZL 202310123456.6"))
    };
    let standard = |severity: &'static str, number: &'static str, words: &'static str| {
        fault("V022", severity, named(number)).obeyed(words, replace(text, number, "GB/T 19001-2016"))
    };
    vec![
        patent("warning experience.results.content[13]", "ZL 20231012345.6", "请照专利证书改正"),
        patent("hint experience.results.content[13]", "ZL 202310123456.7", "校验位应为6"),
        standard("warning experience.results.content[13]", "GB/T 19001-2061", "请照标准文本改正"),
        standard("hint experience.results.content[13]", "GB/T 19001-2008", "改为现行的GB/T 19001-2016"),
    ]
}

fn honours() -> Vec<Fault> {
    let path = "experience.overview.content[2]";
    let named = |from: &'static str, to: &'static str| {
        fault("N024", "warning experience.overview.content[2]", sample().replace(path, from, to))
            .obeyed("请照证书改正级别或年份", replace(path, to, from))
    };
    vec![
        named("杭州市虚屿区政府质量奖", "浙江省政府质量奖"),
        named("2024年获杭州市虚屿区", "2023年获杭州市虚屿区"),
    ]
}

/// A paragraph at the end of 实施过程.
fn with(text: &str) -> Case {
    sample().append("process", text)
}

/// Where it stands.
const LAST: &str = "experience.process.content[77]";

/// Writes another paragraph there.
fn rewritten(text: &'static str) -> impl Fn(Case, &str) -> Case {
    set("experience.process.content[77].content[0].text", text)
}

fn pointing() -> Vec<Fault> {
    let place = "warning experience.process.content[77]";
    vec![
        fault("N025", place, with("改进前后的对比如图19所示。"))
            .obeyed("改正、删去这句话", rewritten("改进前后作了对比。")),
        fault("N025", place, with("改进流程见下图。")).obeyed("请补上图表", rewritten("改进流程已经固化。")),
    ]
}

fn counted() -> Vec<Fault> {
    vec![
        fault("N026", "warning experience.process.content[77]", with("一是定标准；二是抓培训；四是严考核。"))
            .obeyed("改正序号", rewritten("一是定标准；二是抓培训；三是严考核。")),
        fault(
            "N027",
            "hint experience.process.content[77]",
            with("公司采取两项措施。一是定标准；二是抓培训；三是严考核。"),
        )
        .obeyed("改正条数", rewritten("公司采取三项措施。一是定标准；二是抓培训；三是严考核。")),
    ]
}

fn left_over() -> Vec<Fault> {
    let place = "warning experience.process.content[77]";
    let notice = "经验的核心内容要通过具体数据、图表等方式展现，必要时适当举例。";
    let again = "公司向12家主机厂开放关键特性数据看板，顾客可以随时查看本批产品的Cpk、振动分组和追溯信息，3家顾客据此取消入厂检验。双方每季度召开联合质量评审会，2025年提前识别装配过盈量匹配等潜在问题17项，全部在批量供货前解决。";
    vec![
        fault("N028", place, with(notice)).obeyed("请删去，换成本组织的内容", rewritten("数据见各表。")),
        fault("N029", place, with(again)).obeyed("请删去一处", rewritten("数据向顾客开放。")),
        fault("N030", place, with("宁波海曙阀门有限公司高度重视质量文化建设。"))
            .obeyed("改正漏改的名称", rewritten("公司高度重视质量文化建设。")),
        fault("N031", place, with("联系人王某，手机13800000002。"))
            .obeyed("请删去个人信息", rewritten("欢迎同行来公司交流。")),
        fault("N032", place, with("公司被评为质量标竿。"))
            .obeyed("请改为“标杆”", rewritten("公司被评为质量标杆。")),
    ]
}

// What the helper knows and the compiler wants used.
#[test]
fn the_last_paragraph_stands_where_it_is_said() {
    let count = sample().json["experience"]["process"]["content"].as_array().expect("blocks").len();
    assert_eq!(LAST, format!("experience.process.content[{count}]"));
}
