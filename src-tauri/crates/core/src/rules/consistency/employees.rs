//! 员工总数 in the text.

use crate::number;
use crate::rules::clauses::clauses;
use crate::rules::{Context, Findings, Rule, Severity, Span};
use crate::text::half_width;
use rust_decimal::Decimal;

pub(super) const EMPLOYEES: Rule = Rule {
    id: "C003",
    severity: Severity::Warning,
    title: "正文中的员工总数与申报表不一致",
    explanation: "正文（多在组织概况）所写的现有员工人数应与申报表“员工总数”一致。约数、往年人数、部分员工的人数不比对。",
    clause: "附件1 申报表 员工总数；附件2 一、2",
    check: employees,
};

/// What comes before the number of all employees.
const ALL: &[&str] = &[
    "员工总数",
    "员工总人数",
    "职工总数",
    "员工人数",
    "职工人数",
    "现有员工",
    "现有职工",
    "在职员工",
    "在职职工",
    "在册员工",
    "在册职工",
    "在岗员工",
    "拥有员工",
    "公司员工",
    "从业人员",
    "全体员工",
    "共有员工",
    "有员工",
];

/// Stands between these words and the number.
const LINKS: &[&str] =
    &["总数", "总人数", "人数", "共计", "共有", "为", "共", "达到", "达", "是", "有", "计", ":"];

/// Whose employees they may be instead.
const OTHERS: &[&str] = &[
    "子公司",
    "分公司",
    "事业部",
    "车间",
    "分厂",
    "供方",
    "供应商",
    "客户",
    "对手",
    "行业",
    "同行",
    "培训",
    "新增",
    "增加",
    "减少",
    "目标",
    "计划",
    "集团现有",
    "工序",
    "产线",
    "海外",
    "全省",
    "全国",
    "全市",
    "园区",
    "产业集群",
];

/// What has employees of its own inside the firm: 检测中心现有员工36人.
const DEPARTMENTS: [&str; 17] = [
    "中心",
    "实验室",
    "研究院",
    "研究所",
    "部门",
    "质量部",
    "制造部",
    "技术部",
    "研发部",
    "生产部",
    "营销部",
    "小组",
    "班组",
    "团队",
    "基地",
    "工厂",
    "工作站",
];

fn employees(context: &Context, findings: &mut Findings) {
    let Some(declared) = number::parse(&context.content.declaration.employees) else { return };
    let mentioning = |text: &str| ["员工", "职工", "从业人员"].iter().any(|word| text.contains(word));
    for passage in context.passages().iter().filter(|passage| mentioning(&passage.text)) {
        let text = half_width(&passage.text);
        let said_all = clauses(&text).filter_map(|clause| said_in(context, clause));
        for (said, digits) in said_all.filter(|(said, _)| *said != declared) {
            let message =
                format!("正文中员工总数为{said}人，申报表“员工总数”为{declared}：请核对，改正有误的一处");
            let at = digits.as_ptr() as usize - text.as_ptr() as usize;
            let span = Span::in_folded(passage.place, &passage.text, &text, at..at + digits.len());
            findings.add(passage.path(), message).resting_on(&[&declared.to_string()]).marking(span);
        }
    }
}

/// The number of all employees that a clause gives, if it plainly does, and its digits there.
fn said_in<'s>(context: &Context, clause: &'s str) -> Option<(Decimal, &'s str)> {
    if !clause.contains(['员', '职']) {
        return None;
    }
    let (start, word) = ALL.iter().find_map(|word| Some((clause.find(word)?, word)))?;
    let before = &clause[..start];
    let competitor = |name: &str| !name.is_empty() && before.contains(name);
    let phrase = before.rsplit(['，', ',', '、', ':']).next().unwrap_or_default();
    let is_others = OTHERS.iter().any(|other| before.contains(other))
        || DEPARTMENTS.iter().any(|part| phrase.contains(part))
        || context.content.competitors.iter().any(|row| competitor(row.name.trim()));
    if is_others || !years_agree(context, before) {
        return None;
    }
    let mut rest = &clause[start + word.len()..];
    while let Some(link) = LINKS.iter().find(|link| rest.starts_with(**link)) {
        rest = &rest[link.len()..];
    }
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != ',').unwrap_or(rest.len());
    let behind = &rest[end..];
    let behind = behind.strip_prefix(['人', '名'])?;
    // 员工36人参加培训 tells of some of them: of all of them nothing more is said.
    let is_all =
        behind.is_empty() || behind.starts_with(['，', ',', '、', '(', ')']) || behind.starts_with("其中");
    let digits = &rest[..end];
    if is_all { Some((number::parse(digits)?, digits)) } else { None }
}

/// What follows the year of an event: 2009年成立.
const EVENTS: &[&str] =
    &["成立", "创立", "创建", "创办", "建厂", "建成", "改制", "上市", "投产", "注册", "起", "入驻", "搬迁"];

/// Whether the number is of now: the year named last is that of an event, the last one or the edition's own.
fn years_agree(context: &Context, before: &str) -> bool {
    let Some((before, behind)) = before.rsplit_once('年') else { return true };
    let Some(start) = before.len().checked_sub(4) else { return true };
    let Some(Ok(year)) = before.get(start..).map(str::parse::<u16>) else { return true };
    let is_event =
        before[..start].ends_with(['于', '自', '从']) || EVENTS.iter().any(|event| behind.starts_with(event));
    is_event || year + 1 >= context.edition.year
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    fn check(text: &str, expected: &[&str]) {
        Case::of("C003").paragraphs("overview", &[text]).expect(expected);
    }

    #[test]
    fn another_number_of_employees_is_found() {
        for text in [
            "公司成立于2009年，现有员工428人，其中工程师60人。",
            "截至2025年底，公司员工总数为４２１人。",
            "公司拥有员工1,420人。",
            "公司2009年成立，2015年上市，现有员工480人。",
            "公司位于宁波，现有在职员工共计400名。",
        ] {
            check(text, &["warning experience.overview.content[0]"]);
        }
    }

    /// None gives the number of all employees of today.
    const NOT_ALL: &[&str] = &[
        "现有员工420人，其中质量工程师60人、六西格玛黑带12人。",
        "2021年公司员工总数为350人。",
        "2021年，公司员工总数为350人。",
        "公司现有员工400余人。",
        "公司现有员工约400人。",
        "子公司现有员工35人。",
        "组织员工培训860人次，全体员工860人次参加。",
        "竞争对手虚江仪表股份有限公司现有员工3000人。",
        "新增员工30人，技术员工88人。",
        "公司员工36人参加了质量管理小组活动。",
        "公司建有检测中心，检测中心现有员工46人。",
        "2025年有员工86人取得内审员资格。",
        "全省从业人员52000人。",
        "公司员工人均产值25.1万元，员工人数的12%为工程师。",
    ];

    #[test]
    fn part_of_them_other_years_and_round_numbers_are_left_alone() {
        for text in NOT_ALL {
            check(text, &[]);
        }
    }

    #[test]
    fn without_a_declared_number_there_is_nothing_to_compare() {
        Case::of("C003").set("declaration.employees", "").expect(&[]);
        Case::of("C003")
            .set("declaration.employees", "421")
            .expect(&["warning experience.overview.content[0]"]);
    }
}
