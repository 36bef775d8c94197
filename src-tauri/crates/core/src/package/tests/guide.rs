use super::*;
use crate::edition::Track;
use crate::rules::Group;

fn page(change: impl FnOnce(&mut Case)) -> String {
    texts(&Case::with(change), 10).0
}

fn check(change: impl FnOnce(&mut Case), expected: &[&str]) {
    let page = page(change);
    for expected in expected {
        assert!(page.contains(expected), "{expected} is not in {page}");
    }
}

fn line(group: Group, id: &str, message: &str) -> ReportLine {
    let text = str::to_owned;
    ReportLine {
        group,
        id: text(id),
        place: text("典型经验 实施过程"),
        message: text(message),
        clause: text("附件2 一、4"),
        answer: String::new(),
    }
}

#[test]
fn the_page_says_where_and_until_when() {
    check(
        |_| {},
        &[
            "href=\"https://gp1wdjxyz5v4migm.mikecrm.com/sWX32OM\"",
            "mailto:boyi_star@163.com",
            "申报质量标杆+浙江示例机械有限公司",
            "2026年5月20日（还有 12 天）",
        ],
    );
    check(|case| case.content.track = Track::National, NATIONAL);
    check(|case| case.today = "2026-05-20", &["今天截止"]);
    check(|case| case.today = "2026-05-23", &["已过截止日期 3 天"]);
}

/// 全国推荐 goes to the association and, through the province's form and mail, to the province.
const NATIONAL: &[&str] = &[
    "全国质量标杆推荐",
    "mailto:qmb@caq.org.cn",
    "mailto:boyi_star@163.com",
    "核对收件人（qmb@caq.org.cn、boyi_star@163.com）、主题",
    "中国质量协会质量标杆工作办公室",
    "浙江省经济和信息化厅产业处",
    "href=\"https://gp1wdjxyz5v4migm.mikecrm.com/sWX32OM\"",
    "通知二、三（二）",
];

#[test]
fn a_package_that_is_sent_again_says_which_it_is() {
    let second = |case: &mut Case| case.number = 2;
    check(
        second,
        &["征集 · 第2次报送 · 报送说明", "这是第2次报送：在程序的", "这是第2次报送，请以本次为准。"],
    );
    assert!(!page(|_| {}).contains("次报送"));
}

#[test]
fn the_page_lists_sizes_and_hashes() {
    let folder = tempfile::tempdir().unwrap();
    let exported = Case::new().run(folder.path(), documents(1_230_000)).unwrap();
    let page = fs::read_to_string(&exported.guide).unwrap();
    for file in exported.documents.iter().chain([&exported.package]) {
        assert!(page.contains(&file.sha256) && page.contains(&file.name), "{file:?}");
    }
    assert!(page.contains("1.23 MB<small>1,230,"), "{page}");
}

#[test]
fn the_values_stand_in_the_order_of_the_form() {
    let page = page(|_| {});
    let values = &page[page.find("四、在线填报用的内容").unwrap()..];
    let labels = [
        "组织名称",
        "统一社会信用代码",
        "经验名称",
        "申报方向（单选）",
        "员工总数",
        "联系人",
        "邮编",
        "检查报告",
    ];
    let places: Vec<_> = labels.map(|label| values.find(&format!("{label}<")).unwrap()).into();
    assert!(places.is_sorted(), "{places:?}");
    assert!(values.contains("<th>申报方向（单选）</th><td class=\"value\">提升产业链自主可控水平</td>"));
    assert!(values.contains("<th>统一社会信用代码</th><td class=\"blank\">未填写</td>"));
}

#[test]
fn findings_are_grouped_and_counted_and_what_stands_with_a_reason_comes_last() {
    let answered = ReportLine {
        answer: "数据来自年报（2026-05-08）".into(),
        ..line(Group::Acknowledged, "Y012", "三年相同")
    };
    let report = vec![
        answered,
        line(Group::Wrong, "N003", "超过8000字"),
        line(Group::Hint, "X001", "建议补充"),
        line(Group::Wrong, "N004", "缺图"),
    ];
    let page = page(|case| case.report = report);
    let place = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text} is not in {page}"));
    assert!(place("错误（2 条）") < place("N003") && place("N003") < place("N004"));
    assert!(place("N004") < place("提示（1 条）") && place("提示（1 条）") < place("X001"));
    assert!(place("待处理 3 条：错误 2，提示 1；已核对 1") < place("错误（2 条）"));
    assert!(place("X001") < place("已核对（1 条）"));
    assert!(place("已核对（1 条）") < place("三年相同——已核对：数据来自年报（2026-05-08）"));
}

#[test]
fn no_findings_are_told_too() {
    check(|_| {}, &["检查通过"]);
}

#[test]
fn nothing_typed_becomes_markup_and_nothing_is_loaded() {
    let evil = "<script src=\"x\">'&</script>";
    let page = page(|case| {
        case.content.organization = evil.into();
        case.content.declaration.contact.address = evil.into();
        case.report = vec![line(Group::Wrong, evil, evil)];
    });
    assert!(!page.contains("<script"), "{page}");
    for tag in ["<link", "<img", "<iframe", "src=\"", "url(", "@import"] {
        assert!(!page.contains(tag), "{tag}");
    }
    assert!(page.contains("&lt;script src=&quot;x&quot;&gt;&#39;&amp;&lt;/script&gt;"));
}
