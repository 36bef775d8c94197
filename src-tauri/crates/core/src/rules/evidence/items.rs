//! The items and their files.

use super::files::{each_file, item, title};
use crate::rules::attached::{READABLE, coarse_page, is_attached};
use crate::rules::{Context, Findings, Rule, Severity};
use std::collections::HashMap;

pub(super) const INCOMPLETE: Rule = Rule {
    id: "V008",
    severity: Severity::Error,
    title: "证实性材料缺题名或文件",
    explanation: "每件材料要有题名和至少一个文件，题名印在目录和页首。文件已从草稿中删去的，请重新添加；不用的材料请整行删去。",
    clause: "附件2 三；通知一（三）3",
    check: incomplete,
};

pub(super) const COARSE: Rule = Rule {
    id: "V009",
    severity: Severity::Warning,
    title: "扫描件不够清晰",
    explanation: "短边不到1000像素的扫描件，按A4打印时文字和印章难以辨认。请用200点每英寸以上重新扫描，或用手机靠近重拍。",
    clause: "附件2 三",
    check: coarse,
};

pub(super) const TWICE: Rule = Rule {
    id: "V010",
    severity: Severity::Warning,
    title: "同一个文件附了两次",
    explanation: "两处材料是同一个文件，会重复打印，也占用压缩包的空间。请删去一处；一份文件证明几件事的，在题名或备注里写明即可。",
    clause: "附件1 填报说明4",
    check: twice,
};

fn incomplete(context: &Context, findings: &mut Findings) {
    for (index, evidence) in context.content.evidence.iter().enumerate() {
        let number = index + 1;
        match (evidence.title.is_blank(), evidence.files.is_empty()) {
            (true, true) => {
                let message = format!("第{number}件证实性材料没有题名和文件：请补上，不用的请删去");
                findings.report_missing(item(index), message);
            }
            (true, false) => {
                let message = format!("第{number}件证实性材料没有题名：请填写");
                findings.report_missing(item(index).key("title"), message);
            }
            (false, true) => {
                let message = format!("“{}”没有文件：请添加扫描件或照片", evidence.title.trim());
                findings.report_missing(item(index).key("files"), message);
            }
            (false, false) => {}
        }
    }
    for file in each_file(context) {
        if !is_attached(context, file.id) {
            let message =
                format!("{}的第{}个文件不在草稿里：请重新添加", title(context, file.item), file.file + 1);
            findings.report(file.path(), message);
        }
    }
}

fn coarse(context: &Context, findings: &mut Findings) {
    for file in each_file(context) {
        let Some((page, short)) = context.facts.files.get(file.id).and_then(coarse_page) else { continue };
        let title = title(context, file.item);
        findings.report(
            file.path(),
            format!(
                "{title}的文件第{page}页短边只有{short}像素，不到{READABLE}：请用200点每英寸以上重新扫描"
            ),
        );
    }
}

fn twice(context: &Context, findings: &mut Findings) {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for file in each_file(context) {
        let hash = hash(context, file.id);
        let key = if hash.is_empty() { file.id } else { hash };
        let Some(first) = seen.get(key) else {
            seen.insert(key, file.item);
            continue;
        };
        let (here, first) = (title(context, file.item), title(context, *first));
        findings.report(file.path(), format!("{here}与{first}用了同一个文件：请删去一处，在备注里写明"));
    }
}

fn hash<'a>(context: &'a Context, id: &str) -> &'a str {
    let facts = context.facts.files.get(id).map(|file| file.sha256.as_str()).filter(|hash| !hash.is_empty());
    facts.or_else(|| context.content.attachments.get(id).map(|file| file.sha256.as_str())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::rules::PageFacts;
    use crate::rules::fixture::Case;
    use serde_json::json;

    #[test]
    fn an_item_has_a_title_and_a_file() {
        Case::of("V008").set("evidence[1].title", " ").expect(&["error evidence[1].title"]);
        Case::of("V008").set("evidence[1].files", json!([])).expect(&["error evidence[1].files"]);
        Case::of("V008").set("evidence[7]", json!({ "id": "e9" })).expect(&["error evidence[7]"]);
        Case::of("V008").set("evidence[1].title", "报告").expect(&[]);
    }

    #[test]
    fn a_file_is_attached() {
        Case::of("V008")
            .set("evidence[1].files", json!(["a2", "a77"]))
            .expect(&["error evidence[1].files[1]"]);
        Case::of("V008")
            .set("evidence[1].files", json!(["a77"]))
            .set("attachments", json!({ "a77": { "name": "报告.pdf" } }))
            .expect(&[]);
    }

    #[test]
    fn a_scan_can_be_read() {
        let pages = |sizes: &'static [(u32, u32)]| {
            let pages = sizes.iter().map(|&(width, height)| PageFacts { width, height }).collect();
            Case::of("V009").facts(move |facts| facts.files.get_mut("a2").unwrap().pages = pages)
        };
        pages(&[(999, 1400)]).expect(&["warning evidence[1].files[0]"]);
        pages(&[(1000, 1400), (1400, 990), (3000, 980)]).expect_message(&["第3页", "980"]);
        pages(&[(1000, 1400)]).expect(&[]);
        pages(&[]).expect(&[]);
        Case::of("V009").facts(|facts| facts.files.clear()).expect(&[]);
    }

    #[test]
    fn the_same_file_stands_once() {
        Case::of("V010").set("evidence[3].files", json!(["a2"])).expect(&["warning evidence[3].files[0]"]);
        Case::of("V010")
            .set("evidence[1].files", json!(["a2", "a2"]))
            .expect(&["warning evidence[1].files[1]"]);
        let same = |facts: &mut crate::rules::Facts| {
            let sha256 = facts.files["a2"].sha256.clone();
            facts.files.get_mut("a4").unwrap().sha256 = sha256;
        };
        Case::of("V010").facts(same).expect(&["warning evidence[3].files[0]"]);
    }

    #[test]
    fn files_of_unknown_content_are_not_taken_for_the_same() {
        let unknown = |facts: &mut crate::rules::Facts| {
            facts.files.values_mut().for_each(|file| file.sha256 = String::new());
        };
        Case::of("V010").facts(unknown).expect(&[]);
    }
}
