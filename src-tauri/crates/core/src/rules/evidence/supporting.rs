//! What supports the 典型经验: honours, patents, innovations; environment, capability level, 省级质量标杆.

use super::files::{has, item, items_of};
use crate::edition::Track;
use crate::form::{EvidenceCategory, Path, Row};
use crate::rules::quantity::has_quantity;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const ACHIEVEMENTS: Rule = Rule {
    id: "V007",
    severity: Severity::Warning,
    title: "没有荣誉、专利或创新成果",
    explanation: "证实性材料包括与典型经验直接相关的荣誉证书、专利证书和创新成果（标准、软件著作权、论文专著、科技成果）。\
        三类里一件也没有时提示。请附上与经验直接相关、有代表性的几件，不必求多。",
    clause: "附件2 三；通知一（三）3",
    check: achievements,
};

pub(super) const PROVINCIAL_BENCHMARK: Rule = Rule {
    id: "V012",
    severity: Severity::Error,
    title: "缺少省级质量标杆文件",
    explanation: "申报全国质量标杆须为省级质量标杆，请附公布名单的文件。当年新征集的省级质量标杆文件可能还没有下发，只作提醒。\
        申报省级质量标杆的不需要这一份；填了省级质量标杆年度而没有文件时提醒。",
    clause: "通知二",
    check: provincial_benchmark,
};

pub(super) const CAPABILITY: Rule = Rule {
    id: "V013",
    severity: Severity::Hint,
    title: "质量管理能力等级没有证书或不在列表中",
    explanation: "制造业质量管理能力评价等级在检验级及以上的企业优先推荐。填了等级的，请附有效的等级证书，评审时才能认可。\
        填的等级不在今年通知的列表中时也提示。",
    clause: "通知二",
    check: capability,
};

pub(super) const ENVIRONMENT: Rule = Rule {
    id: "V014",
    severity: Severity::Warning,
    title: "环保和资源数据没有证明",
    explanation: "社会效益统计表后注明，环保、资源利用等指标需提供证实性材料，如环境监测报告、能源审计或清洁生产验收文件。\
        只写“达标排放”而没有数据的不算。",
    clause: "附件1 社会效益统计表注",
    check: environment,
};

fn achievements(context: &Context, findings: &mut Findings) {
    let wanted = [EvidenceCategory::Honor, EvidenceCategory::Patent, EvidenceCategory::Innovation];
    if !wanted.iter().any(|category| has(context, *category)) {
        let message = "没有荣誉证书、专利证书或创新成果：请附上与典型经验直接相关的几件";
        findings.report_missing(Path::root("evidence"), message);
    }
}

fn provincial_benchmark(context: &Context, findings: &mut Findings) {
    if has(context, EvidenceCategory::ProvincialBenchmark) {
        return;
    }
    let year = context.content.qualification.provincial_benchmark_year;
    let severity = match (context.content.track, year) {
        (Track::Provincial, None) => return,
        (Track::Provincial, Some(_)) => Severity::Warning,
        (Track::National, Some(year)) if year.number() == context.edition.year => Severity::Warning,
        (Track::National, _) => Severity::Error,
    };
    let category = context.edition.evidence.category_label(EvidenceCategory::ProvincialBenchmark);
    let message = format!("缺少省级质量标杆文件：请添加公布省级质量标杆名单的文件，类别选“{category}”");
    let year = year.map(|year| year.to_string()).unwrap_or_default();
    findings.add(Path::root("evidence"), message).missing().with_severity(severity).resting_on(&[&year]);
}

fn capability(context: &Context, findings: &mut Findings) {
    let level = context.content.qualification.capability_level.trim();
    if level.is_empty() || ["/", "—", "无"].contains(&level) {
        return;
    }
    if !context.edition.qualification.capability_levels.iter().any(|listed| listed == level) {
        let message = format!("“质量管理能力评价等级”填的“{level}”不在列表中，请从列表中选择");
        findings.report(Path::root("qualification").key("capability_level"), message);
        return;
    }
    another_level(context, findings, level);
    let day = context.content.filled_on.unwrap_or(context.facts.today);
    let items = || items_of(context, EvidenceCategory::CapabilityLevel);
    if items().any(|(_, certificate)| certificate.expires_on.is_none_or(|last| last >= day)) {
        return;
    }
    match items().next() {
        Some((index, certificate)) => {
            let message = format!("质量管理能力等级（{level}）的证书已过期：请换上有效的证书");
            let day = certificate.expires_on.map(|day| day.to_string()).unwrap_or_default();
            findings.add(item(index).key("expires_on"), message).resting_on(&[level, &day]);
        }
        None => {
            let message =
                format!("填了质量管理能力等级（{level}），没有附等级证书：请添加证书，没有评价的请清空等级");
            findings.add(Path::root("evidence"), message).missing().resting_on(&[level]);
        }
    }
}

/// A certificate whose title names another level.
fn another_level(context: &Context, findings: &mut Findings, level: &str) {
    let levels = &context.edition.qualification.capability_levels;
    for (index, certificate) in items_of(context, EvidenceCategory::CapabilityLevel) {
        let title = certificate.title.as_str();
        let other = levels.iter().find(|other| *other != level && title.contains(other.as_str()));
        if let Some(other) = other.filter(|_| !title.contains(level)) {
            let message = format!("填的质量管理能力等级是{level}，证书题名是{other}：请核对，改正有误的一处");
            findings.add(item(index).key("title"), message).resting_on(&[level, title]);
        }
    }
}

fn environment(context: &Context, findings: &mut Findings) {
    if has(context, EvidenceCategory::Environment) {
        return;
    }
    let rows = context.content.social.iter().filter(|row| has_environmental_figures(context, row));
    let rows: Vec<&Row> = rows.collect();
    if rows.is_empty() {
        return;
    }
    let items: Vec<String> = rows.iter().map(|row| format!("“{}”", row.item.trim())).collect();
    let category = context.edition.evidence.category_label(EvidenceCategory::Environment);
    let message = format!(
        "社会效益统计表的{}写了环保或资源数据，没有证明：请添加监测报告等材料，类别选“{category}”",
        items.join("、")
    );
    let years = context.edition.years();
    let texts = rows.iter().flat_map(|row| years.map(|year| row.values.text(year)));
    let told: Vec<&str> = items.iter().map(String::as_str).chain(texts).collect();
    findings.add(Path::root("evidence"), message).missing().resting_on(&told);
}

const ENVIRONMENTAL: [&str; 16] = [
    "环境", "环保", "污染", "排放", "能耗", "资源", "节能", "节水", "节电", "碳", "废水", "废气", "固废",
    "危废", "回用", "光伏",
];

/// Where these words speak of something else: 人力资源, 碳钢.
#[rustfmt::skip]
const OTHERWISE: [&str; 16] = [
    "人力资源", "客户资源", "供应商资源", "资源共享", "资源整合", "共享资源", "营商环境", "市场环境", "环境试验", "环境适应", "使用环境",
    "碳钢", "碳纤维", "碳化硅", "碳化钨", "光伏客户",
];

fn has_environmental_figures(context: &Context, row: &Row) -> bool {
    let speaks = |text: &str| {
        let text = OTHERWISE.iter().fold(text.to_owned(), |text, word| text.replace(word, ""));
        ENVIRONMENTAL.iter().any(|word| text.contains(word))
    };
    context.edition.years().iter().any(|year| {
        let text = row.values.text(*year);
        has_quantity(text) && (speaks(&row.item) || speaks(text))
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;
    use serde_json::{Value, json};

    #[test]
    fn at_least_one_achievement_is_shown() {
        let none =
            || Case::of("V007").set("evidence[3].category", "other").set("evidence[6].category", "other");
        none().expect(&["warning evidence"]);
        none().set("evidence[3].category", "innovation").expect(&[]);
    }

    #[test]
    fn the_national_track_asks_for_the_provincial_document() {
        let national = || Case::of("V012").set("track", "national");
        national().expect(&["error evidence"]);
        national().set("qualification.provincial_benchmark_year", "2025").expect(&["error evidence"]);
        national().set("evidence[3].category", "provincial_benchmark").expect(&[]);
    }

    #[test]
    fn this_years_document_may_not_be_out_yet() {
        Case::of("V012")
            .set("track", "national")
            .set("qualification.provincial_benchmark_year", "2026")
            .expect(&["warning evidence"]);
    }

    #[test]
    fn no_false_alarm_on_the_provincial_track() {
        Case::of("V012").expect(&[]);
        Case::of("V012").set("qualification.provincial_benchmark_year", "2024").expect(&["warning evidence"]);
    }

    #[test]
    fn a_level_that_is_named_has_its_certificate() {
        let level = |level: &str| Case::of("V013").set("qualification.capability_level", level);
        level("保证级").expect(&["hint evidence"]);
        level("/").expect(&[]);
        let certificate = |until: &str| {
            let level = level("保证级").set("evidence[3].category", "capability_level");
            level.set("evidence[3].expires_on", until)
        };
        certificate("2028-01-01").expect(&[]);
        certificate("2026-05-05").expect(&["hint evidence[3].expires_on"]);
    }

    #[test]
    fn a_level_is_one_of_the_list() {
        let level = Case::of("V013").set("qualification.capability_level", "五星级");
        level.expect(&["hint qualification.capability_level"]);
    }

    #[test]
    fn the_certificate_names_the_level() {
        let titled = |title: &str| {
            let case = Case::of("V013").set("qualification.capability_level", "保证级");
            case.set("evidence[3].category", "capability_level").set("evidence[3].title", title)
        };
        titled("能力等级证书（检验级）").expect(&["hint evidence[3].title"]);
        titled("能力等级证书（保证级）").expect(&[]);
        titled("能力等级证书").expect(&[]);
    }

    #[test]
    fn a_level_holds_to_the_last_day_of_its_certificate() {
        let certificate = |until: Value| {
            let level = Case::of("V013").set("qualification.capability_level", "保证级");
            level.set("evidence[3].category", "capability_level").set("evidence[3].expires_on", until)
        };
        certificate(json!("2026-05-06")).expect(&[]);
        certificate(Value::Null).expect(&[]);
        let today = |until: &str| certificate(json!(until)).set("filled_on", Value::Null);
        today("2026-05-08").expect(&[]);
        today("2026-05-07").expect(&["hint evidence[3].expires_on"]);
        let valid = json!({ "id": "e9", "category": "capability_level", "title": "证书", "expires_on": "2027-01-01", "files": ["a4"] });
        certificate(json!("2025-01-01")).set("evidence[7]", valid).expect(&[]);
    }

    #[test]
    fn no_level_asks_for_no_certificate() {
        for none in ["", " ", "/", "—", "无"] {
            Case::of("V013").set("qualification.capability_level", none).expect(&[]);
        }
    }

    #[test]
    fn environmental_figures_have_their_proof() {
        let without = || Case::of("V014").set("evidence[5].category", "other");
        without().expect(&["warning evidence"]);
        let texts =
            json!({ "2023": "2023年达标排放", "2024": "无环境违法行为", "2025": "—（2025年3月投产）" });
        without().set("social[1].values", texts.clone()).expect(&[]);
        let chain = "带动供方36家，培训人力资源骨干120人，碳钢件合格率99.2%。";
        without().set("social[1].values", texts).set("social[0].values.2025", chain).expect(&[]);
        Case::of("V014").expect(&[]);
    }

    #[test]
    fn every_row_of_environmental_figures_is_named() {
        let values = json!({ "2023": "回用废水1200吨", "2024": "", "2025": "" });
        Case::of("V014")
            .set("evidence[5].category", "other")
            .set("social[0].values", values)
            .expect_message(&["“", "”、“", "写了环保或资源数据"]);
    }
}
