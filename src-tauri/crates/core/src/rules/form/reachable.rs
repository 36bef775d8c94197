//! Numbers and addresses one can be reached under.

use crate::text::half_width;

/// 11 digits from 13 to 19, blanks, hyphens and +86 aside.
pub(super) fn is_mobile(typed: &str) -> bool {
    let digits = digits(typed).unwrap_or_default();
    let number = digits.strip_prefix("+86").unwrap_or(&digits);
    number.len() == 11
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && ("13".."20").contains(&&number[..2])
}

/// Area code and number with or without extension, a service number (400), a mobile, or `/` for none; several
/// parted by `、`, `;` or `,`.
pub(super) fn is_telephone(typed: &str) -> bool {
    let typed = half_width(typed);
    if matches!(typed.trim(), "/" | "—" | "——" | "-" | "无") {
        return true;
    }
    let mut numbers = typed.split(['、', ';', ',', '/']);
    let is_one = |one: &str| is_mobile(one) || is_landline(one.trim());
    numbers.next().is_some_and(is_one) && numbers.all(|other| is_one(other) || is_local(other.trim()))
}

/// A number whose area code stands before another.
fn is_local(typed: &str) -> bool {
    (7..=8).contains(&typed.len()) && typed.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_landline(typed: &str) -> bool {
    let Some(number) = without_extension(typed).and_then(digits) else { return false };
    let number = number.strip_prefix("+86").map_or(number.clone(), |abroad| format!("0{abroad}"));
    if !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    match number.as_bytes() {
        [b'4' | b'8', b'0', b'0', ..] => number.len() == 10,
        _ if typed.ends_with('-') => false,
        [b'0', b'1' | b'2', ..] => (10..=11).contains(&number.len()),
        [b'0', b'3'..=b'9', ..] => (11..=12).contains(&number.len()),
        _ => false,
    }
}

/// Cuts off `转802`, `分机802`, `ext.802`, `-802`; `None` where the extension is none.
fn without_extension(typed: &str) -> Option<&str> {
    let is_extension =
        |text: &str| (1..=6).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    for mark in ["转分机", "分机号", "转", "分机", "ext.", "ext", "#", "*"] {
        if let Some((number, extension)) = typed.split_once(mark) {
            return is_extension(extension.trim()).then(|| number.trim_end_matches(['-', ' ', '(', ',']));
        }
    }
    match typed.rsplit_once('-') {
        Some((number, extension))
            if number.contains(['-', ')']) && extension.len() <= 5 && is_extension(extension) =>
        {
            // 400-123-4567 has three groups and no extension
            if number.starts_with("400") || number.starts_with("800") { Some(typed) } else { Some(number) }
        }
        _ => Some(typed),
    }
}

/// The number without what only groups it; `None` where anything else stands in it.
fn digits(typed: &str) -> Option<String> {
    let typed = half_width(typed);
    let kept: String = typed.chars().filter(|c| !matches!(c, ' ' | '-' | '–' | '—' | '(' | ')')).collect();
    kept.bytes().all(|byte| byte.is_ascii_digit() || byte == b'+').then_some(kept)
}

/// What is wrong with a mail address.
pub(super) fn mail_fault(typed: &str) -> Option<&'static str> {
    if typed.contains(char::is_whitespace) {
        return Some("中间有空格，请去掉");
    }
    if !typed.is_ascii() {
        return Some("含有全角或中文字符，请改为半角的字母、数字和符号");
    }
    let Some((name, domain)) = typed.split_once('@') else {
        return Some("缺少“@”，请写作name@example.com的形式");
    };
    if domain.contains('@') || typed.contains([',', ';', '/']) {
        return Some("不止一个邮箱地址，请只留一个");
    }
    let allowed = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-=?^_`{|}~.".contains(c);
    if name.is_empty()
        || !name.chars().all(allowed)
        || name.starts_with('.')
        || name.ends_with('.')
        || name.contains("..")
    {
        return Some("“@”前的用户名不完整或有不能用的字符，请改正");
    }
    let label = |label: &str| {
        !label.is_empty()
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let ending = domain.rsplit('.').next().unwrap_or_default();
    let complete =
        domain.contains('.') && ending.len() >= 2 && !ending.bytes().all(|byte| byte.is_ascii_digit());
    (!complete || !domain.split('.').all(label)).then_some("“@”后的域名不完整，请补全，如example.com")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mobiles_have_eleven_digits_from_13_to_19() {
        for right in
            ["13800000001", "19912345678", "138 0000 0001", "+86 138-0000-0001", "１３８０００００００１"]
        {
            assert!(is_mobile(right), "{right}");
        }
        for wrong in
            ["", "1380000000", "138000000011", "12800000001", "20800000001", "1380000000a", "0571-88000001"]
        {
            assert!(!is_mobile(wrong), "{wrong}");
        }
    }

    #[test]
    fn telephones_have_an_area_code() {
        for right in [
            "0571-88000001",
            "(0571)88000001",
            "（0571）8800 0001",
            "010-62345678",
            "0571-88000001-802",
            "0571-88000001转802",
            "0574-8800001",
            "400-800-1234",
            "13800000001",
            "057188000001",
            "+86-571-88000001",
            "0571-88000001、88000002",
        ] {
            assert!(is_telephone(right), "{right}");
        }
        for wrong in [
            "88000001",
            "0571-88",
            "abc",
            "0571-88000001-",
            "0571-880000012345",
            "电话：0571-88000001",
            "0571",
        ] {
            assert!(!is_telephone(wrong), "{wrong}");
        }
    }

    /// Mail addresses, and the words that tell what is wrong with them.
    const WRONG_MAIL: [(&str, &str); 11] = [
        ("example.com", "缺少“@”"),
        ("a@example", "域名"),
        ("a@example.", "域名"),
        ("a@.com", "域名"),
        ("@example.com", "用户名"),
        ("a b@example.com", "空格"),
        ("a＠example.com", "半角"),
        ("a@example。com", "半角"),
        ("a@b.cn;c@d.cn", "一个"),
        ("a@@b.cn", "一个"),
        ("a@10.0.0.1", "域名"),
    ];

    #[test]
    fn a_mail_address_is_told_what_it_lacks() {
        for right in ["a@b.cn", "zhi.liang-1@mail.example.com.cn", "x_y@163.com", "12345@qq.com"] {
            assert_eq!(mail_fault(right), None, "{right}");
        }
        for (wrong, part) in WRONG_MAIL {
            assert!(mail_fault(wrong).is_some_and(|fault| fault.contains(part)), "{wrong}");
        }
    }
}
