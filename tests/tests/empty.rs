//! What the checks say of a draft that was just made: a list of things to do, part by part.

use end_to_end::biaogan;
use serde_json::Value;
use std::collections::HashSet;
use std::path::Path;
use tempfile::TempDir;

/// Checks a new draft, which has errors, and gives what was printed.
fn check(arguments: &[&str]) -> String {
    let desk = TempDir::new().unwrap();
    let draft = desk.path().join("新.biaogan");
    let run = |arguments: &[&str], draft: &Path| {
        let (command, rest) = arguments.split_first().unwrap();
        biaogan().arg(command).arg(draft).args(rest).output().unwrap()
    };
    assert!(
        run(&["new", "--edition", "2026", "--organization", "浙江甲机械有限公司"], &draft).status.success()
    );
    let output = run(&[&["check", "--today", "2026-05-08"], arguments].concat(), &draft);
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(1), &[][..]));
    String::from_utf8(output.stdout).unwrap()
}

fn rows() -> Vec<Value> {
    serde_json::from_str(&check(&["--json"])).unwrap()
}

#[test]
fn an_empty_draft_has_a_short_list_and_nothing_twice() {
    let rows = rows();
    assert!(rows.len() < 40, "{}", rows.len());
    let of = |key: &str| rows.iter().map(|row| row[key].as_str().unwrap()).collect::<Vec<_>>();
    assert_eq!(of("message").into_iter().collect::<HashSet<_>>().len(), rows.len());
    let places: HashSet<_> = of("id").into_iter().zip(of("path")).collect();
    assert_eq!(places.len(), rows.len());
    for table in ["market", "benefits", "social", "brand", "competitors"] {
        let found = of("path").into_iter().filter(|path| path.starts_with(table)).count();
        assert_eq!(found, 1, "{table}");
    }
}

#[test]
fn findings_are_printed_part_by_part_as_on_the_form() {
    let printed = check(&[]);
    let parts: Vec<&str> = printed.lines().filter(|line| line.starts_with('【')).collect();
    let expected = [
        "封面",
        "承诺书",
        "推荐表",
        "质量标杆典型经验申报表",
        "顾客市场绩效统计表",
        "经济和质量效益统计表",
        "社会效益统计表",
        "品牌影响与创新成果统计表",
        "主要竞争对手和标杆名录",
        "组织概况",
        "实施背景",
        "实施过程",
        "实施成效",
        "证实性材料",
        "签章页",
        "资格条件",
    ];
    assert_eq!(parts, expected.map(|part| format!("【{part}】")));
    let (findings, rest): (Vec<&str>, Vec<&str>) = printed.lines().partition(|line| line.starts_with("  "));
    assert_eq!(findings.len(), rows().len());
    let counts = rest.last().unwrap();
    let counted =
        |label: &str| findings.iter().filter(|line| line.starts_with(&format!("  {label} "))).count();
    let expected = ["未填", "待确认", "警告", "提示"].map(|label| format!("{label} {}", counted(label)));
    assert_eq!(*counts, format!("待处理 {} 条：{}", findings.len(), expected.join("，")));
}

#[test]
fn only_what_blocks_a_final_package_is_listed_on_demand() {
    let printed = check(&["--final"]);
    let findings = || printed.lines().filter(|line| line.starts_with("  "));
    assert!(findings().all(|line| line.starts_with("  未填 ") || line.starts_with("  待确认 ")), "{printed}");
    assert!(findings().count() > 20);
}

#[test]
fn findings_as_data_keep_their_keys_and_the_order_of_the_form() {
    let rows = rows();
    for row in &rows {
        let keys: Vec<&String> = row.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["id", "severity", "kind", "path", "message", "clause"]);
        assert_eq!(row["kind"], "missing", "{row}");
    }
    let root = |row: &Value| row["path"].as_str().unwrap().split(['.', '[']).next().unwrap().to_owned();
    let mut roots: Vec<String> = rows.iter().map(root).collect();
    roots.dedup();
    let distinct: HashSet<&String> = roots.iter().collect();
    assert_eq!(distinct.len(), roots.len(), "{roots:?}");
}
