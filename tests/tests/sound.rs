//! Sound applications of six trades raise no alarm (`tests/applications/*.json`), though their words tempt the rules.

use biaogan::rules::Severity;
use end_to_end::case::{Case, in_short};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What some of them say and no rule may take for something else.
const TEMPTING: [&str; 24] = [
    "压缩机密封",
    "织机密度",
    "整机密封",
    "随机密钥",
    "杜绝密封不良",
    "机密计算",
    "第三季度",
    "第一阶段",
    "唯一编码",
    "标识的唯一性",
    "唯一供应商",
    "最佳实践",
    "最佳参数组合",
    "领先指标",
    "首创精神",
    "填补国内空白",
    "国内首创",
    "近三年",
    "待定系数法",
    "等待定位",
    "同行观摩",
    "技术中心现有员工",
    "北京首创水务有限公司",
    "商业秘密",
];

/// By the names of their files.
fn applications() -> BTreeMap<String, Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("applications");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let name = |file: &Path| file.file_stem().unwrap().to_string_lossy().into_owned();
    files.map(|file| (name(&file), Case::read(&fs::read_to_string(&file).unwrap()))).collect()
}

/// What is graver than a hint.
fn alarms(case: &Case) -> Vec<String> {
    let findings = case.findings();
    let alarms = findings.iter().filter(|finding| finding.severity != Severity::Hint);
    alarms.map(|alarm| format!("{}: {}", in_short(alarm), alarm.message)).collect()
}

#[test]
fn six_sound_applications_raise_no_alarm() {
    let applications = applications();
    assert_eq!(applications.len(), 6);
    let found: Vec<String> = applications
        .iter()
        .flat_map(|(name, case)| alarms(case).into_iter().map(move |alarm| format!("{name}: {alarm}")))
        .collect();
    assert!(found.is_empty(), "{} alarms:\n{}", found.len(), found.join("\n"));
}

#[test]
fn they_say_what_tempts_the_rules() {
    let all: String = applications().values().map(|case| case.json["experience"].to_string()).collect();
    let absent: Vec<&str> = TEMPTING.into_iter().filter(|words| !all.contains(words)).collect();
    assert!(absent.is_empty(), "{absent:?}");
}

/// The silence is no deafness: a fault put into them is heard.
#[test]
fn a_fault_in_a_sound_application_is_found() {
    let check = |name: &str, from: &str, to: &str, rule: &str| {
        let case = applications().remove(name).expect("an application").replace("experience", from, to);
        let found = case.findings();
        assert!(found.iter().any(|finding| finding.rule == rule), "{name} {to}: {found:#?}");
    };
    check("compressors", "压缩机密封件的泄漏", "机密文件的泄漏", "N015");
    check("compressors", "现有员工860人", "现有员工806人", "C003");
    check("looms", "2025年的0.84%", "2025年的0.48%", "C002");
    check("food", "不以规模第一为目标", "规模国内第一", "N016");
    check("coatings", "10.96亿元", "10.69亿元", "C002");
    check("automotive", "宁波虚驰汽车零部件股份有限公司", "宁波虚驰汽车部件股份有限公司", "C001");
    check("electronics", "《安全终端可靠性试验方法》", "《XXX》", "F023");
}
