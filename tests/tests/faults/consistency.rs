//! Faults between text and tables, C001–C007.

use super::{Fault, fault, sample};

/// One a rule.
pub fn faults() -> Vec<Fault> {
    let mut faults = names();
    faults.extend(statements());
    faults.extend(proportions());
    faults
}

fn names() -> Vec<Fault> {
    let (overview, own) = ("experience.overview.content[0]", "浙江虚屿精密轴承股份有限公司");
    let former = sample().replace(overview, own, "浙江虚山轴承总厂");
    let former = former.facts(|facts| facts.former_organization = Some("浙江虚山轴承总厂".into()));
    vec![
        fault(
            "C001",
            "warning experience.overview.content[0]",
            sample().replace(overview, own, "浙江虚屿精密轴承有限公司"),
        ),
        fault(
            "C001",
            "warning experience.overview.content[0]",
            sample().replace(overview, own, "浙江虚渔精密轴承股份有限公司"),
        ),
        fault(
            "C001",
            "warning experience.overview.content[0]",
            sample().replace(overview, own, "宁波海曙阀门有限公司"),
        ),
        fault("C001", "warning experience.overview.content[0]", former),
        fault(
            "C001",
            "warning recommendation.opinion",
            sample().replace("recommendation.opinion", own, "浙江虚屿精密轴承有限公司"),
        ),
    ]
}

fn statements() -> Vec<Fault> {
    let said = |path: &str, from: &str, to: &str| sample().replace(path, from, to);
    vec![
        fault(
            "C002",
            "warning experience.overview.content[1]",
            said("experience.overview.content[1]", "188240万元", "18.28亿元"),
        ),
        fault(
            "C002",
            "warning experience.process.content[37]",
            said("experience.process.content[37]", "2024年的79.6%", "2024年的76.9%"),
        ),
        fault(
            "C002",
            "warning experience.results.content[1]",
            said("experience.results.content[1]", "2025年的15.3%", "2025年的13.5%"),
        ),
        fault(
            "C002",
            "warning experience.results.content[3]",
            said("experience.results.content[3]", "93.8和94.0", "93.8和94.9"),
        ),
        fault(
            "C002",
            "warning experience.results.content[6]",
            said("experience.results.content[6]", "2025年降到0.63%", "2025年降到0.36%"),
        ),
        fault(
            "C002",
            "warning experience.results.content[7]",
            said("experience.results.content[7]", "79.6", "76.9"),
        ),
        fault(
            "C003",
            "warning experience.overview.content[0]",
            said("experience.overview.content[0]", "1286人", "1268人"),
        ),
    ]
}

fn proportions() -> Vec<Fault> {
    let staff = sample().set("declaration.employees", "12860");
    let staff = staff.replace("experience.overview.content[0]", "1286人", "12860人");
    let rework = sample().set("benefits[8].values.2024", "0.52");
    vec![
        fault("C004", "warning benefits[4].values.2025", staff),
        fault("C005", "warning benefits[3].values.2024", sample().set("benefits[3].values.2024", "0.74")),
        fault(
            "C006",
            "warning declaration.organization_size",
            sample().set("declaration.organization_size", "中型"),
        ),
        fault(
            "C007",
            "warning benefits[8].values.2024",
            rework.replace("experience.results.content[7]", "0.33", "0.52"),
        ),
    ]
}
