//! Faults in the form, F001–F025.

use super::{Fault, fault, sample};
use serde_json::Value::Null;

/// One a rule, and one a severity where a rule has two.
pub fn faults() -> Vec<Fault> {
    let mut faults = head();
    faults.extend(staff());
    faults.extend(contact());
    faults.extend(rest());
    faults
}

fn head() -> Vec<Fault> {
    vec![
        fault("F001", "error organization", sample().set("organization", " ")),
        fault("F002", "error declaration.credit_code", sample().set("declaration.credit_code", "")),
        fault(
            "F002",
            "error declaration.credit_code",
            sample().set("declaration.credit_code", "9133O100MA00000X70"),
        ),
        fault(
            "F002",
            "error declaration.credit_code",
            sample().set("declaration.credit_code", "91330100MA00000X7"),
        ),
        fault(
            "F002",
            "error declaration.credit_code",
            sample().set("declaration.credit_code", "91330100MA00000X71"),
        ),
        fault(
            "F003",
            "warning declaration.credit_code",
            sample().set("declaration.credit_code", "91330100MA00000X83"),
        ),
        fault(
            "F004",
            "error declaration.central_enterprise",
            sample().set("declaration.central_enterprise", Null),
        ),
        fault(
            "F005",
            "error declaration.central_group",
            sample().set("declaration.central_enterprise", true),
        ),
        fault(
            "F006",
            "warning declaration.central_group",
            sample().set("declaration.central_group", "某某集团有限公司"),
        ),
        fault("F007", "error declaration.industry", sample().set("declaration.industry", "")),
        fault(
            "F007",
            "warning declaration.industry",
            sample().set("declaration.industry", "制造业 > 轴承制造业"),
        ),
        fault(
            "F008",
            "error declaration.organization_type",
            sample().set("declaration.organization_type", ""),
        ),
        fault(
            "F009",
            "error declaration.organization_size",
            sample().set("declaration.organization_size", ""),
        ),
        fault(
            "F010",
            "error declaration.recommending_unit",
            sample().set("declaration.recommending_unit", ""),
        ),
        fault(
            "F011",
            "warning recommendation.unit",
            sample().set("recommendation.unit", "杭州市虚屿区科学技术局"),
        ),
        fault("F012", "error declaration.direction", sample().set("declaration.direction", Null)),
        fault("F013", "error declaration.iso9001", sample().set("declaration.iso9001", Null)),
    ]
}

fn staff() -> Vec<Fault> {
    vec![
        fault("F014", "error declaration.employees", sample().set("declaration.employees", "")),
        fault("F014", "error declaration.employees", sample().set("declaration.employees", "1286人")),
        fault(
            "F015",
            "error declaration.quality_staff_rate",
            sample().set("declaration.quality_staff_rate", ""),
        ),
        fault(
            "F015",
            "error declaration.improvement_rate",
            sample().set("declaration.improvement_rate", "782"),
        ),
        fault(
            "F016",
            "warning declaration.quality_staff_rate",
            sample().set("declaration.quality_staff_rate", "100"),
        ),
    ]
}

fn contact() -> Vec<Fault> {
    let contact = |key: &str, typed: &str| sample().set(&format!("declaration.contact.{key}"), typed);
    let unit = |key: &str, typed: &str| sample().set(&format!("recommendation.{key}"), typed);
    vec![
        fault("F017", "error declaration.contact.department", contact("department", "")),
        fault("F018", "error declaration.contact.mobile", contact("mobile", "1380000000")),
        fault("F018", "warning recommendation.mobile", unit("mobile", "23800000010")),
        fault("F019", "error declaration.contact.email", contact("email", "zhiliang.example.com")),
        fault("F019", "warning recommendation.email", unit("email", "tuijian@example")),
        fault("F020", "error declaration.contact.telephone", contact("telephone", "88000001")),
        fault("F020", "warning recommendation.telephone", unit("telephone", "0571-8800")),
        fault("F021", "error declaration.contact.postcode", contact("postcode", "31001")),
        fault("F021", "warning declaration.contact.postcode", contact("postcode", "200000")),
    ]
}

fn rest() -> Vec<Fault> {
    vec![
        fault("F022", "error filled_on", sample().set("filled_on", Null)),
        fault("F022", "warning filled_on", sample().set("filled_on", "2026-05-12")),
        fault("F022", "warning filled_on", sample().set("filled_on", "2026-05-21")),
        fault(
            "F023",
            "error declaration.contact.position",
            sample().set("declaration.contact.position", "选择一项"),
        ),
        fault("F023", "error evidence[3].note", sample().set("evidence[3].note", "证书编号XXX")),
        fault(
            "F023",
            "error experience.process.content[7]",
            sample().replace("experience.process.content[7]", "64名", "____名"),
        ),
        fault("F023", "error social[0].values.2024", sample().set("social[0].values.2024", "待补充")),
        fault("F024", "warning organization", sample().rename("浙江虚屿精密轴承")),
        fault("F025", "hint recommendation.contact", sample().set("recommendation.contact", "")),
    ]
}
