use super::*;
use crate::edition::Track;
use base64::prelude::{BASE64_STANDARD, Engine};

/// Header lines unfolded, and what follows the empty line.
fn split(part: &str) -> (Vec<(String, String)>, &str) {
    let (head, body) = part.split_once("\r\n\r\n").unwrap();
    let unfolded = head.replace("\r\n ", " ");
    let field = |line: &str| {
        let (name, value) = line.split_once(": ").unwrap();
        (name.to_owned(), value.to_owned())
    };
    (unfolded.split("\r\n").map(field).collect(), body)
}

fn header<'a>(headers: &'a [(String, String)], name: &str) -> &'a str {
    let found: Vec<_> = headers.iter().filter(|(found, _)| found == name).collect();
    assert_eq!(found.len(), 1, "{name} in {headers:?}");
    &found[0].1
}

/// Encoded words decoded and joined (RFC 2047 §6.2).
fn decoded_words(value: &str) -> String {
    let word = |word: &str| match word.strip_prefix("=?UTF-8?B?").and_then(|rest| rest.strip_suffix("?=")) {
        Some(base64) => String::from_utf8(decoded(base64)).unwrap(),
        None => word.to_owned(),
    };
    value.split(' ').map(word).collect()
}

/// The value of a parameter in sections (RFC 2231).
fn decoded_parameter(value: &str, name: &str) -> String {
    let sections = value.split("; ").filter(|part| part.starts_with(&format!("{name}*")));
    let escaped: String = sections.map(|part| part.split_once('=').unwrap().1).collect();
    let escaped = escaped.strip_prefix("UTF-8''").unwrap();
    let mut bytes = Vec::new();
    let mut rest = escaped.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || char::from(rest.next().unwrap()).to_digit(16).unwrap() as u8;
        bytes.push(if byte == b'%' { digit() << 4 | digit() } else { byte });
    }
    String::from_utf8(bytes).unwrap()
}

fn decoded(base64: &str) -> Vec<u8> {
    BASE64_STANDARD.decode(base64.replace("\r\n", "")).unwrap()
}

/// The parts of a mail with an attachment: its text, and the attachment.
fn parts<'a>(headers: &[(String, String)], body: &'a str) -> [(Vec<(String, String)>, &'a str); 2] {
    let kind = header(headers, "Content-Type");
    let boundary = kind.split_once("boundary=\"").unwrap().1.trim_end_matches('"');
    let parts: Vec<_> = body.split(&format!("--{boundary}")).collect();
    assert_eq!((parts.len(), parts[3]), (4, "--\r\n"));
    [parts[1], parts[2]].map(|part| split(part.trim_start_matches("\r\n")))
}

fn check_shape(mail: &str) {
    assert!(mail.is_ascii());
    assert_eq!(mail.matches('\n').count(), mail.matches("\r\n").count());
    assert!(mail.lines().all(|line| line.len() <= 78), "a line is too long");
}

#[test]
fn a_small_package_is_attached_to_a_draft_ready_to_send() {
    let folder = tempfile::tempdir().unwrap();
    let exported = Case::new().run(folder.path(), documents(200_000)).unwrap();
    let mail = fs::read_to_string(exported.mail).unwrap();
    check_shape(&mail);
    let (headers, body) = split(&mail);
    assert_eq!(header(&headers, "X-Unsent"), "1");
    assert_eq!(header(&headers, "To"), "boyi_star@163.com");
    assert_eq!(decoded_words(header(&headers, "Subject")), "申报质量标杆+浙江示例机械有限公司");
    assert_eq!(header(&headers, "MIME-Version"), "1.0");
    let [(_, text), (attached, zip)] = parts(&headers, body);
    let text = String::from_utf8(decoded(text)).unwrap();
    for expected in [
        "产业处：",
        "您好！",
        "实施全流程数字化质量管控的经验",
        "联系人：张三",
        "0571-12345678",
        "2026年5月8日",
    ] {
        assert!(text.contains(expected), "{text}");
    }
    assert!(!text.contains("发送前"), "{text}");
    let disposition = header(&attached, "Content-Disposition");
    assert_eq!(decoded_parameter(disposition, "filename"), "浙江示例机械有限公司.zip");
    let name = header(&attached, "Content-Type").split_once("name=\"").unwrap().1.trim_end_matches('"');
    assert_eq!(decoded_words(name), "浙江示例机械有限公司.zip");
    assert_eq!(decoded(zip), fs::read(exported.zip).unwrap());
}

#[test]
fn long_names_and_rare_characters_are_folded_and_read_back() {
    let organization = "𠮷田（浙江）数字化智能制造科技股份有限公司杭州湾新区第一分公司".to_owned();
    let case = Case::with(|case| case.content.organization = organization.as_str().into());
    let mail = texts(&case, 10).1;
    check_shape(&mail);
    let (headers, body) = split(&mail);
    assert_eq!(decoded_words(header(&headers, "Subject")), format!("申报质量标杆+{organization}"));
    let [_, (attached, _)] = parts(&headers, body);
    let disposition = header(&attached, "Content-Disposition");
    assert_eq!(decoded_parameter(disposition, "filename"), format!("{organization}.zip"));
}

#[test]
fn a_name_cannot_bring_headers_into_the_mail() {
    let case = Case::with(|case| case.content.organization = "甲公司\nBcc: x@example.com\n\nbody".into());
    let mail = texts(&case, 10).1;
    let (headers, _) = split(&mail);
    let names: Vec<_> = headers.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"]);
}

#[test]
fn a_large_package_is_not_attached_and_the_text_says_how_to_send_it() {
    let check = |picture_bytes, tier, expected: &str| {
        let folder = tempfile::tempdir().unwrap();
        let exported = Case::new().run(folder.path(), documents(picture_bytes)).unwrap();
        assert_eq!(exported.tier, tier);
        let mail = fs::read_to_string(exported.mail).unwrap();
        check_shape(&mail);
        let (headers, body) = split(&mail);
        assert_eq!(header(&headers, "Content-Type"), "text/plain; charset=UTF-8");
        let text = String::from_utf8(decoded(body)).unwrap();
        assert!(
            text.starts_with("【发送前请按下面的办法添加附件，并删去本段】") && text.contains(expected),
            "{text}"
        );
        assert!(fs::read_to_string(exported.guide).unwrap().contains(tier.advice()));
    };
    check(18_000_000, MailTier::Ordinary, "以普通附件添加");
    check(36_000_000, MailTier::Cloud, "QQ邮箱的“超大附件”");
}

#[test]
fn the_national_track_goes_to_the_association_and_to_the_province() {
    let mail = texts(&Case::with(|case| case.content.track = Track::National), 10).1;
    check_shape(&mail);
    let (headers, body) = split(&mail);
    assert_eq!(header(&headers, "To"), "qmb@caq.org.cn, boyi_star@163.com");
    assert_eq!(decoded_words(header(&headers, "Subject")), "申报质量标杆+浙江示例机械有限公司");
    let [(_, text), _] = parts(&headers, body);
    let text = String::from_utf8(decoded(text)).unwrap();
    assert!(text.starts_with("中国质量协会质量标杆工作办公室、浙江省经济和信息化厅产业处：\r\n"), "{text}");
}

#[test]
fn the_mail_of_a_draft_says_so_in_subject_and_text() {
    let mail = texts(&Case::with(|case| case.stage = Stage::Draft), 10).1;
    let (headers, body) = split(&mail);
    assert!(!mail.contains("\r\nTo: "), "one click must not send it");
    assert!(decoded_words(header(&headers, "Subject")).starts_with("【草稿，不得报送】申报质量标杆+"));
    let [(_, text), _] = parts(&headers, body);
    assert!(String::from_utf8(decoded(text)).unwrap().starts_with("【草稿，不得报送】"));
}
