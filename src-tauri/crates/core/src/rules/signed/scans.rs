//! The scans of the signed pages.

use crate::form::{Path, Text};
use crate::rules::attached::{READABLE, coarse_page, is_attached, is_without_seal};
use crate::rules::{Context, Findings, Rule, Severity};
use crate::text::half_width;

pub(super) const PLEDGE: Rule = Rule {
    id: "S001",
    severity: Severity::Error,
    title: "没有承诺书的签字盖章页",
    explanation: "承诺书由法人代表或相关领导签字并加盖公章后，替换成照片或扫描件。请先打印承诺书，签字盖章，再添加扫描件。",
    clause: "附件1 填报说明1、4；承诺书注",
    check: pledge,
};

pub(super) const RECOMMENDATION: Rule = Rule {
    id: "S002",
    severity: Severity::Error,
    title: "没有推荐表的盖章页",
    explanation: "推荐表由推荐单位撰写推荐意见、加盖公章后，替换成照片或扫描件。请先打印推荐表送推荐单位，再添加扫描件。",
    clause: "附件1 填报说明4；推荐表注",
    check: recommendation,
};

pub(super) const COARSE: Rule = Rule {
    id: "S004",
    severity: Severity::Warning,
    title: "签字盖章页不够清晰",
    explanation: "签字盖章页整页替换成扫描件，短边不到1000像素时文字和印章难以辨认。请用200点每英寸以上重新扫描。",
    clause: "附件1 承诺书注；推荐表注",
    check: coarse,
};

pub(super) const RENAMED: Rule = Rule {
    id: "S005",
    severity: Severity::Warning,
    title: "附上签字页后改了组织名称",
    explanation: "扫描件上印的是添加时的组织名称，与现在的不一致。请用现在的名称重新打印、签字盖章；如果只是更正，请核对扫描件上的名称。",
    clause: "附件1 承诺书；填报说明4",
    check: renamed,
};

pub(super) const NO_SEAL: Rule = Rule {
    id: "S007",
    severity: Severity::Hint,
    title: "签字盖章页上没有看到红色印章",
    explanation: "承诺书、推荐表加盖公章后才有效。程序在彩色扫描件上找红色的圆章或椭圆章，没有找到；灰度、黑白扫描件不判断。\
        请核对：没有盖的请盖章后重新扫描；印章太淡、遮住太多的，可以核对后说明。",
    clause: "附件1 填报说明1、4；承诺书注；推荐表注",
    check: no_seal,
};

/// The two pages: key, name, scans.
fn pages<'a>(context: &Context<'a>) -> [(&'static str, &'static str, &'a [Text]); 2] {
    let pages = &context.content.signed_pages;
    [("pledge", "承诺书", &pages.pledge), ("recommendation", "推荐表", &pages.recommendation)]
}

fn path(key: &str) -> Path {
    Path::root("signed_pages").key(key)
}

fn pledge(context: &Context, findings: &mut Findings) {
    let scans = &context.content.signed_pages.pledge;
    absent(context, findings, path("pledge"), scans, "承诺书签字盖章页");
}

fn recommendation(context: &Context, findings: &mut Findings) {
    let scans = &context.content.signed_pages.recommendation;
    absent(context, findings, path("recommendation"), scans, "推荐表盖章页");
}

fn absent(context: &Context, findings: &mut Findings, path: Path, scans: &[Text], page: &str) {
    if scans.is_empty() {
        return findings.report_missing(path, format!("没有{page}：请打印、签字盖章后添加扫描件"));
    }
    for (index, scan) in scans.iter().enumerate() {
        if !is_attached(context, scan) {
            findings
                .report(path.index(index), format!("{page}的第{}个文件不在草稿里：请重新添加", index + 1));
        }
    }
}

fn coarse(context: &Context, findings: &mut Findings) {
    for (key, page, scans) in pages(context) {
        for (index, scan) in scans.iter().enumerate() {
            let file = context.facts.files.get(scan.as_str());
            let Some((_, short)) = file.and_then(coarse_page) else { continue };
            let message =
                format!("{page}的扫描件短边只有{short}像素，不到{READABLE}：请用200点每英寸以上重新扫描");
            findings.report(path(key).index(index), message);
        }
    }
}

fn no_seal(context: &Context, findings: &mut Findings) {
    for (key, page, scans) in pages(context) {
        if is_without_seal(context, scans) {
            let message = format!("{page}这一页没有看到红色印章：请核对，没有盖的请盖章后重新扫描添加");
            let resting: Vec<&str> = scans.iter().map(|scan| scan.as_str()).collect();
            findings.add(path(key).index(0), message).resting_on(&resting);
        }
    }
}

fn renamed(context: &Context, findings: &mut Findings) {
    let now = context.content.organization.trim();
    if now.is_empty() {
        return;
    }
    for (key, page, scans) in pages(context) {
        for (index, scan) in scans.iter().enumerate() {
            let Some(then) = context.facts.organization_when_attached.get(scan.as_str()) else { continue };
            if !then.trim().is_empty() && !is_same_name(then, now) {
                let message = format!(
                    "{page}扫描件添加时组织名称是“{then}”，现在是“{now}”：请用现在的名称重新打印、签字盖章后添加"
                );
                findings.add(path(key).index(index), message).resting_on(&[scan, then, now]);
            }
        }
    }
}

/// Whether two names read the same on paper: blanks and the width of brackets do not matter.
fn is_same_name(one: &str, other: &str) -> bool {
    let read = |name: &str| half_width(name).chars().filter(|c| !c.is_whitespace()).collect::<String>();
    read(one) == read(other)
}

#[cfg(test)]
mod tests {
    use crate::rules::PageFacts;
    use crate::rules::fixture::Case;
    use serde_json::json;

    #[test]
    fn both_pages_are_scanned() {
        Case::of("S001").set("signed_pages.pledge", json!([])).expect(&["error signed_pages.pledge"]);
        Case::of("S002")
            .set("signed_pages.recommendation", json!([]))
            .expect(&["error signed_pages.recommendation"]);
        Case::of("S001").set("signed_pages.recommendation", json!([])).expect(&[]);
        Case::of("S002").set("signed_pages.pledge", json!([])).expect(&[]);
    }

    #[test]
    fn a_scan_that_is_not_in_the_draft_is_none() {
        Case::of("S001").set("signed_pages.pledge", json!(["a77"])).expect(&["error signed_pages.pledge[0]"]);
        Case::of("S002")
            .set("signed_pages.recommendation", json!(["a9", "a77"]))
            .expect(&["error signed_pages.recommendation[1]"]);
    }

    #[test]
    fn a_scan_can_be_read() {
        let wide = |width| {
            let page = PageFacts { width, height: 2000 };
            Case::of("S004").facts(move |facts| facts.files.get_mut("a9").unwrap().pages = vec![page])
        };
        wide(999).expect(&["warning signed_pages.recommendation[0]"]);
        wide(1000).expect(&[]);
    }

    #[test]
    fn a_signed_page_shows_its_seal() {
        let without = |files: &'static [&'static str]| {
            Case::of("S007")
                .facts(move |facts| facts.without_seal.extend(files.iter().map(|id| id.to_string())))
        };
        without(&["a8"]).expect(&["hint signed_pages.pledge[0]"]);
        without(&["a9"]).expect_message(&["推荐表这一页没有看到红色印章"]);
        without(&["a8"]).set("signed_pages.pledge", json!(["a8", "a7"])).expect(&[]);
        without(&["a1"]).expect(&[]);
        without(&["a8"]).set("signed_pages.pledge", json!([])).expect(&[]);
    }

    #[test]
    fn the_name_on_the_scan_is_the_name_in_the_form() {
        let attached_as = |name: &'static str| {
            Case::of("S005")
                .facts(move |facts| drop(facts.organization_when_attached.insert("a8".into(), name.into())))
        };
        attached_as("宁波虚安水表有限公司").expect(&["warning signed_pages.pledge[0]"]);
        attached_as("宁波虚安水表有限公司").set("organization", "").expect(&[]);
        attached_as("宁波虚安智能水表有限公司 ").expect(&[]);
        attached_as("虚安（宁波）有限公司").set("organization", "虚安(宁波) 有限公司").expect(&[]);
    }
}
