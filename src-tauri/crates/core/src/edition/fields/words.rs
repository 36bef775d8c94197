//! What the fields of an edition are called.

use super::flat;
use serde_json::Value;

/// Keys that several parts have, in words.
const KEYS: [(&str, &str); 21] = [
    ("limit", "字数上限"),
    ("name_limit", "名称字数上限"),
    ("limit_bytes", "压缩包上限（字节）"),
    ("max_products", "产品数上限"),
    ("mail_to", "收件邮箱"),
    ("mail_subject", "邮件主题"),
    ("mail_receiver", "收件单位"),
    ("also_to", "同时报送"),
    ("online_form", "在线填报地址"),
    ("upload_note", "填报说明"),
    ("instructions", "填报说明"),
    ("unit", "单位"),
    ("better", "方向"),
    ("note", "注"),
    ("guidance", "写作要求"),
    ("wants", "材料要求"),
    ("benchmark_years", "省级质量标杆年度"),
    ("capability_levels", "能力等级"),
    ("organization_types", "组织类型"),
    ("organization_sizes", "组织规模"),
    ("industries", "行业"),
];

/// Those whose value does not say what they are, for the form only.
const FIELDS: [(&str, &str); 34] = [
    ("criteria", "各项标准"),
    ("year", "申报年度"),
    ("deadline", "截止日期"),
    ("notice.number", "文号"),
    ("notice.title", "通知标题"),
    ("notice.issuer", "发文单位"),
    ("notice.issued_on", "发文日期"),
    ("notice.contact", "联系人和电话"),
    ("package.limit_label", "压缩包上限的印法"),
    ("package.application_file", "申报书的文件名"),
    ("package.experience_file", "典型经验的文件名"),
    ("package.evidence_file", "证实性材料的文件名"),
    ("application.title", "申报书标题"),
    ("application.pledge.opening", "开头一句"),
    ("application.pledge.promises", "承诺的各项"),
    ("application.pledge.closing", "结尾一句"),
    ("application.benefits.rows", "各项指标"),
    ("application.benefits.unit", "栏目“单位”"),
    ("application.social.rows", "各行项目"),
    ("application.brand.rows", "各行项目"),
    ("application.competitors.min_rows", "最少印几行"),
    ("experience.name_guidance", "经验名称的写法"),
    ("experience.name_clause", "名称要求的出处"),
    ("experience.format_clause", "格式要求的出处"),
    ("experience.format_guidance", "格式要求"),
    ("evidence.categories", "各类材料"),
    ("evidence.note", "栏目“备注”"),
    ("qualification.benchmark_clause", "年度要求的出处"),
    ("qualification.conditions", "各项条件"),
    ("tracks.provincial.label", "渠道名称"),
    ("tracks.national.label", "渠道名称"),
    ("evidence.title", "文档标题"),
    ("evidence.contents", "目录标题"),
    ("application.instructions_title", "填报说明的标题"),
];

/// The parts of an edition whose name it does not say itself.
const PARTS: [(&str, &str); 8] = [
    ("criteria", "征集标准"),
    ("notice", "通知"),
    ("package", "压缩包与文件"),
    ("application", "封面与填报说明"),
    ("experience", "典型经验"),
    ("evidence", "证实性材料"),
    ("qualification", "征集条件"),
    ("lists", "选项"),
];

/// What a key that several parts have is called, such as `limit`: 字数上限.
pub fn key_in_words(key: &str) -> Option<&'static str> {
    find(&KEYS, key)
}

/// What the field at `path` is called, whose value in the edition it is based on is this.
pub(super) fn label(path: &str, value: &Value) -> String {
    let key = path.rsplit('.').next().unwrap_or_default();
    if let Some(words) = find(&FIELDS, path).or_else(|| key_in_words(key)) {
        return words.into();
    }
    match (key, value) {
        ("title", _) => "标题".into(),
        ("clause", _) => "出处".into(),
        (_, Value::String(text)) => {
            format!("栏目“{}”", text.lines().next().unwrap_or_default().trim_end_matches('：'))
        }
        _ => key.into(),
    }
}

/// The part that the field at `path` belongs to, by the title that the edition gives that part.
pub(super) fn group(path: &str, edition: &Value) -> String {
    let mut above = path;
    while let Some((part, _)) = above.rsplit_once('.').filter(|(part, _)| part.contains('.')) {
        let part_value = flat::at(edition, part);
        let named = |key| part_value.and_then(|value| value.get(key)).and_then(Value::as_str);
        if let Some(title) = named("title").or_else(|| named("label")) {
            return title.into();
        }
        above = part;
    }
    let part = path.split('.').next().unwrap_or_default();
    find(&PARTS, part).unwrap_or("通知").into()
}

fn find(words: &[(&'static str, &'static str)], key: &str) -> Option<&'static str> {
    words.iter().find(|(known, _)| *known == key).map(|(_, words)| *words)
}
