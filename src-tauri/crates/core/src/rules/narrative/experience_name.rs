//! 经验名称.

use crate::form::Path;
use crate::rules::{Context, Findings, Rule, Severity};
use crate::text::{count, quoted};

pub(super) const LENGTH: Rule = Rule {
    id: "N001",
    severity: Severity::Error,
    title: "经验名称未填写或超过30字",
    explanation: "经验名称是典型经验的题目，也印在申报表里，编写说明要求30字以内。按Word的“字数”计：汉字和标点各算1，\
        连写的字母数字（如SPC、5G）算1。请删去单位名称和修饰语，只留方法和“经验、实践、模式”。",
    clause: "附件2 一、1",
    check: length,
};

pub(super) const PATTERN: Rule = Rule {
    id: "N002",
    severity: Severity::Warning,
    title: "经验名称不合命名规则",
    explanation: "命名规则为：实施（构建、基于）+质量管理方法（数字化技术、手段）+经验（实践、模式），如“实施六西格玛设计的经验”。\
        名称前不必写单位名称，后面不必写“探索、汇报、材料”。",
    clause: "附件2 一、1",
    check: pattern,
};

fn path() -> Path {
    Path::root("declaration").key("experience_name")
}

fn length(context: &Context, findings: &mut Findings) {
    let name = &context.content.declaration.experience_name;
    let limit = context.edition.experience.name_limit;
    if name.is_blank() {
        return findings.report_missing(path(), format!("“经验名称”未填写：请按命名规则填写，{limit}字以内"));
    }
    let counted = count(name);
    if counted.low > limit {
        findings
            .report(path(), format!("“经验名称”有{}字，超过{limit}字：请精简到{limit}字以内", counted.low));
    } else if counted.high > limit {
        findings.report_as(
            Severity::Warning,
            path(),
            format!(
                "“经验名称”在Word里可能计为{}至{}字，限{limit}字：请再精简{}字",
                counted.low,
                counted.high,
                counted.high - limit
            ),
        );
    }
}

const BEGINNINGS: [&str; 3] = ["实施", "构建", "基于"];
const ENDINGS: [&str; 3] = ["经验", "实践", "模式"];
const AROUND: [char; 8] = ['“', '”', '"', '《', '》', '「', '」', '。'];

fn pattern(context: &Context, findings: &mut Findings) {
    let name = context.content.declaration.experience_name.trim();
    if name.is_empty() || follows_pattern(name.trim_matches(AROUND).trim()) {
        return;
    }
    findings.report(
        path(),
        format!("经验名称{}不合命名规则：应以“实施、构建、基于”之一开头，写明质量管理方法，以“经验、实践、模式”之一结尾", quoted(name)),
    );
}

fn follows_pattern(name: &str) -> bool {
    let method = BEGINNINGS.iter().find_map(|beginning| name.strip_prefix(beginning));
    let method = method.and_then(|rest| ENDINGS.iter().find_map(|ending| rest.strip_suffix(ending)));
    method.is_some_and(|method| count(method.trim_matches('的')).high > 0)
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    fn check(rule: &'static str, name: &str, expected: &[&str]) {
        Case::of(rule).set("declaration.experience_name", name).expect(expected);
    }

    #[test]
    fn a_name_has_thirty_characters_at_most() {
        let name = |filling: usize| format!("实施{}SPC的经验", "六".repeat(filling));
        check("N001", &name(24), &[]);
        check("N001", &name(25), &["error declaration.experience_name"]);
        check("N001", "\u{3000}", &["error declaration.experience_name"]);
    }

    #[test]
    fn a_name_that_is_over_only_by_its_marks_is_a_warning() {
        let name = format!("实施“甲—TQM”{}的经验", "六".repeat(22));
        check("N001", &name, &["warning declaration.experience_name"]);
    }

    #[test]
    fn a_name_follows_the_pattern() {
        for name in [
            "六西格玛设计的经验",
            "某某公司实施六西格玛设计的经验",
            "实施六西格玛设计的探索",
            "实施的经验",
            "基于模式",
        ] {
            check("N002", name, &["warning declaration.experience_name"]);
        }
    }

    #[test]
    fn no_false_alarm_on_names_of_the_pattern() {
        for name in [
            "实施六西格玛设计的经验",
            "“构建“一核三链”的质量管控模式”",
            " 基于数字孪生的质量管理实践 ",
            "基于“实践—认识—再实践”的QC小组活动实践经验",
            "构建5G+SPC模式",
            "",
        ] {
            check("N002", name, &[]);
        }
    }
}
