//! Faults in the form, F001–F026.

use super::obeying::{replace, right, set};
use super::{Fault, fault, sample};
use end_to_end::case::Case;
use serde_json::Value::{self, Null};

/// One a rule, and one a severity where a rule has two.
pub fn faults() -> Vec<Fault> {
    let mut faults = organization();
    faults.extend(credit_code());
    faults.extend(choices());
    faults.extend(units());
    faults.extend(staff());
    faults.extend(contact());
    faults.extend(rest());
    faults
}

/// The sample with another value in the 申报表.
fn declared(key: &str, value: impl Into<Value>) -> Case {
    sample().set(&format!("declaration.{key}"), value)
}

fn organization() -> Vec<Fault> {
    let full = |case: Case, _: &str| case.rename("浙江虚屿精密轴承股份有限公司");
    vec![
        fault("F001", "error organization", sample().set("organization", " "))
            .obeyed("请填写与营业执照一致的申报组织全称", right("organization")),
        fault("F024", "warning organization", sample().rename("浙江虚屿精密轴承"))
            .obeyed("请按营业执照补全", full),
    ]
}

fn credit_code() -> Vec<Fault> {
    let path = "declaration.credit_code";
    let wrong = |code: &str, words: &'static str| {
        fault("F002", "error declaration.credit_code", declared("credit_code", code))
            .obeyed(words, right(path))
    };
    vec![
        wrong("", "请填写营业执照上的18位代码"),
        wrong("9133O100MA00000X70", "可能是 91330100MA00000X70"),
        wrong("91330100MA00000X7", "请对照营业执照补全"),
        wrong("91330100MA00000X71", "第18位应为“0”"),
        wrong("91330100ma00000X70", "请改为大写“M”"),
        wrong("９1330100MA00000X70", "请改为半角"),
        wrong("91330100 MA00000X70", "请去掉"),
        fault("F003", "warning declaration.credit_code", declared("credit_code", "91330100MA00000X83"))
            .obeyed("请对照营业执照核对", right(path)),
    ]
}

fn choices() -> Vec<Fault> {
    let listed = "不在列表中，请从列表中选择";
    let central = || declared("central_enterprise", true);
    vec![
        fault("F004", "error declaration.central_enterprise", declared("central_enterprise", Null))
            .obeyed("请选“是”或“否”", set("declaration.central_enterprise", false)),
        fault("F005", "error declaration.central_group", central())
            .obeyed("请填写集团全称", set("declaration.central_group", "中国虚装集团有限公司")),
        fault("F006", "warning declaration.central_group", declared("central_group", "某某集团有限公司"))
            .obeyed("请清空", set("declaration.central_group", "")),
        fault("F007", "error declaration.industry", declared("industry", ""))
            .obeyed("请从列表中选择门类和大类", right("declaration.industry")),
        fault("F007", "warning declaration.industry", declared("industry", "制造业 > 轴承制造业"))
            .obeyed(listed, right("declaration.industry")),
        fault("F007", "warning declaration.industry", declared("industry", "通用设备制造业"))
            .obeyed("应为“制造业 > 通用设备制造业”", right("declaration.industry")),
        fault("F008", "error declaration.organization_type", declared("organization_type", ""))
            .obeyed("请从列表中选一项", set("declaration.organization_type", "其他")),
        fault("F008", "warning declaration.organization_type", declared("organization_type", "私营企业"))
            .obeyed(listed, set("declaration.organization_type", "民营企业")),
        fault("F009", "error declaration.organization_size", declared("organization_size", ""))
            .obeyed("请从列表中选一项（大型", right("declaration.organization_size")),
        fault("F009", "warning declaration.organization_size", declared("organization_size", "特大型"))
            .obeyed(listed, right("declaration.organization_size")),
        fault("F012", "error declaration.direction", declared("direction", Null)).obeyed(
            "请选与典型经验最贴近的一项（推动重点产业",
            set("declaration.direction", "key_industries"),
        ),
        fault("F013", "error declaration.iso9001", declared("iso9001", Null))
            .obeyed("请选“是”或“否”", set("declaration.iso9001", true)),
    ]
}

fn units() -> Vec<Fault> {
    let other = sample().set("recommendation.unit", "杭州市虚屿区科学技术局");
    vec![
        fault("F010", "error declaration.recommending_unit", declared("recommending_unit", ""))
            .obeyed("请填写在推荐表上盖章的单位全称", right("declaration.recommending_unit")),
        fault("F011", "warning recommendation.unit", other)
            .obeyed("请都改为公章上的全称", right("recommendation.unit")),
        fault("F025", "hint recommendation.contact", sample().set("recommendation.contact", ""))
            .obeyed("由推荐单位填写", right("recommendation.contact")),
        fault(
            "F026",
            "hint recommendation.mobile",
            sample().set("recommendation.mobile", "１３８００００００１０"),
        )
        .obeyed("请改为半角", set("recommendation.mobile", "13800000010")),
    ]
}

fn staff() -> Vec<Fault> {
    let none = ["tqm_education_rate", "quality_staff_rate", "engineering_training_rate", "improvement_rate"]
        .iter()
        .fold(sample(), |case, key| case.set(&format!("declaration.{key}"), ""));
    vec![
        fault("F014", "error declaration.employees", declared("employees", ""))
            .obeyed("请填写人数", right("declaration.employees")),
        fault("F014", "error declaration.employees", declared("employees", "1286人"))
            .obeyed("请填写正整数，只写数字", set("declaration.employees", "1286")),
        fault("F015", "error declaration.quality_staff_rate", declared("quality_staff_rate", ""))
            .obeyed("请填写0至100之间的数", right("declaration.quality_staff_rate")),
        fault("F015", "error declaration.improvement_rate", declared("improvement_rate", "782"))
            .obeyed("请改为0至100之间的数", set("declaration.improvement_rate", "78.2")),
        fault("F015", "error declaration.tqm_education_rate", none)
            .obeyed("请逐项填写0至100之间的数，如98.6", right("declaration")),
        fault("F016", "warning declaration.quality_staff_rate", declared("quality_staff_rate", "100"))
            .obeyed("有误的请改正", set("declaration.quality_staff_rate", "97.4")),
    ]
}

fn contact() -> Vec<Fault> {
    let own = |key: &str, typed: &str| declared(&format!("contact.{key}"), typed);
    let unit = |key: &str, typed: &str| sample().set(&format!("recommendation.{key}"), typed);
    let email = "error declaration.contact.email";
    vec![
        fault("F017", "error declaration.contact.department", own("department", ""))
            .obeyed("没有的填“/”", set("declaration.contact.department", "/")),
        fault("F018", "error declaration.contact.mobile", own("mobile", "1380000000"))
            .obeyed("请改为11位数字，以13至19开头", set("declaration.contact.mobile", "13800000000")),
        fault("F018", "warning recommendation.mobile", unit("mobile", "23800000010"))
            .obeyed("请改为11位数字，以13至19开头", set("recommendation.mobile", "13800000010")),
        fault("F019", email, own("email", "zhiliang.example.com"))
            .obeyed("请写作name@example.com的形式", set("declaration.contact.email", "name@example.com")),
        fault("F019", email, own("email", "zhiliang@example.com, a@b.cn"))
            .obeyed("请去掉", set("declaration.contact.email", "zhiliang@example.com")),
        fault("F019", "warning recommendation.email", unit("email", "tuijian@example"))
            .obeyed("请补全，如example.com", set("recommendation.email", "tuijian@example.com")),
        fault("F020", "error declaration.contact.telephone", own("telephone", "88000001"))
            .obeyed("如0571-88000001", set("declaration.contact.telephone", "0571-88000001")),
        fault("F020", "warning recommendation.telephone", unit("telephone", "0571-8800"))
            .obeyed("请写作“区号-号码”", set("recommendation.telephone", "0571-88000010")),
        fault("F021", "error declaration.contact.postcode", own("postcode", "31001"))
            .obeyed("请改为6位数字", set("declaration.contact.postcode", "310018")),
        fault("F021", "warning declaration.contact.postcode", own("postcode", "200000"))
            .obeyed("改为通讯地址的邮编", right("declaration.contact.postcode")),
    ]
}

fn rest() -> Vec<Fault> {
    let dated = |day: &str| fault("F022", "warning filled_on", sample().set("filled_on", day));
    let (process, actual) = ("experience.process.content[7]", "请改为实际内容");
    vec![
        fault("F026", "hint benefits[3].values.2025", sample().set("benefits[3].values.2025", "１.８９"))
            .obeyed("请改为半角“1.89”", set("benefits[3].values.2025", "1.89")),
        fault("F022", "error filled_on", sample().set("filled_on", Null))
            .obeyed("请填写封面上的填表日期", right("filled_on")),
        dated("2026-05-12").obeyed("请改为实际填表的日期", right("filled_on")),
        dated("2026-05-21").obeyed("请改为实际填表的日期", right("filled_on")),
        fault("F023", "error declaration.contact.position", declared("contact.position", "选择一项"))
            .obeyed(actual, right("declaration.contact.position")),
        fault("F023", "error evidence[3].note", sample().set("evidence[3].note", "证书编号XXX"))
            .obeyed("不适用的删去", set("evidence[3].note", "")),
        fault("F023", "error experience.process.content[7]", sample().replace(process, "64名", "____名"))
            .obeyed(actual, replace(process, "____名", "64名")),
        fault("F023", "error social[0].values.2024", sample().set("social[0].values.2024", "待补充"))
            .obeyed(actual, right("social[0].values.2024")),
    ]
}
