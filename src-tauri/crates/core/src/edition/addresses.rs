//! Where a notice sends applications. A notice may come from anyone: an address is one plain address, and what differs
//! from what was known is shown before it is used.

use super::contents::Edition;
use serde::Serialize;

/// An address that two editions give differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
pub struct AddressChange {
    /// Which: `省级质量标杆征集 收件邮箱`.
    pub what: String,
    /// What was known.
    pub before: String,
    /// What the new edition says.
    pub after: String,
}

impl Edition {
    /// The addresses that this edition gives otherwise than the `known` one, by track.
    pub fn address_changes(&self, known: &Edition) -> Vec<AddressChange> {
        let tracks = [
            (&known.tracks.provincial, &self.tracks.provincial),
            (&known.tracks.national, &self.tracks.national),
        ];
        let both = tracks.into_iter().flat_map(|(before, after)| {
            let named = |name: &str| format!("{} {name}", after.label);
            [
                (named("收件邮箱"), &before.mail_to, &after.mail_to),
                (named("在线填报地址"), &before.online_form, &after.online_form),
            ]
        });
        both.filter(|(_, before, after)| before != after)
            .map(|(what, before, after)| AddressChange { what, before: before.clone(), after: after.clone() })
            .collect()
    }
}

/// An address of a track that is none.
pub(super) struct WrongAddress<'e> {
    /// Its key in the edition file.
    pub key: String,
    /// What is wrong.
    pub reason: &'static str,
    /// What stands there.
    pub address: &'e mut String,
}

const WRONG_MAIL: &str = "应为一个邮箱地址，只能用英文字母、数字和 . _ + - @";
const WRONG_FORM: &str = "应为 https:// 或 http:// 开头的网址，只能用英文字母、数字和符号（汉字要写成 %E7%94%B2 的形式）；没有网址的留空";

/// The addresses that are none. A notice needs no online form: the note on filing may tell of a code to scan.
pub(super) fn wrong(edition: &mut Edition) -> Vec<WrongAddress<'_>> {
    let tracks = &mut edition.tracks;
    let both = [("provincial", &mut tracks.provincial), ("national", &mut tracks.national)];
    let all = both.into_iter().flat_map(|(track, labels)| {
        let is_mail = is_mail_address(&labels.mail_to);
        let is_form = labels.online_form.is_empty() || is_web_address(&labels.online_form);
        [
            (!is_mail).then_some(("mail_to", WRONG_MAIL, &mut labels.mail_to)),
            (!is_form).then_some(("online_form", WRONG_FORM, &mut labels.online_form)),
        ]
        .map(|found| found.map(|(key, reason, address)| (format!("tracks.{track}.{key}"), reason, address)))
    });
    all.flatten().map(|(key, reason, address)| WrongAddress { key, reason, address }).collect()
}

/// Whether a text is one mail address (addr-spec of RFC 5322, unquoted): nothing that a mail program could read as
/// several, or as a subject or a name.
fn is_mail_address(text: &str) -> bool {
    let part = |part: &str, others: &[u8]| {
        !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || others.contains(&byte))
    };
    let Some((name, domain)) = text.split_once('@') else { return false };
    let labels: Vec<&str> = domain.split('.').collect();
    text.len() <= 254
        && name.split('.').all(|word| part(word, b"_+-"))
        && labels.len() >= 2
        && labels.iter().all(|label| part(label, b"-") && !label.starts_with('-') && !label.ends_with('-'))
}

/// Whether a text is the address of a web page: http or https, and a host without a name or a password before it.
fn is_web_address(text: &str) -> bool {
    let Some(rest) = ["https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme)) else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let of_a_host = |byte: u8| byte.is_ascii_alphanumeric() || b".-:".contains(&byte);
    text.len() <= 2000
        && host.starts_with(|c: char| c.is_ascii_alphanumeric())
        && host.bytes().all(of_a_host)
        && rest.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Editions;

    #[test]
    fn a_mail_address_is_one_plain_address() {
        for good in ["qmb@caq.org.cn", "boyi_star@163.com", "a.b+c-d@x-1.gov.cn"] {
            assert!(is_mail_address(good), "{good}");
        }
        for bad in [
            "",
            "@",
            "a@b",
            "a@b..cn",
            "a@.cn",
            "a@-b.cn",
            "a b@c.cn",
            "a@b.cn,c@d.cn",
            "a@b.cn;c@d.cn",
            "a@b.cn?subject=x",
            "甲<a@b.cn>",
            "a@b@c.cn",
            "a@质协.cn",
            "\"a\"@b.cn",
            "a%0d@b.cn",
            "a..b@c.cn",
        ] {
            assert!(!is_mail_address(bad), "{bad}");
        }
    }

    #[test]
    fn a_web_address_is_http_and_names_its_host() {
        for good in ["https://gp1wdjxyz5v4migm.mikecrm.com/sWX32OM", "http://a.cn:8080/x?y=1&z=%E7%94%B2#b"] {
            assert!(is_web_address(good), "{good}");
        }
        for bad in [
            "",
            "a.cn",
            "ftp://a.cn",
            "javascript:alert(1)",
            "file:///c:/x",
            "https://",
            "https:///x",
            "https://caq.org.cn@evil.example/x",
            "https://甲.cn",
            "https://a.cn/甲",
            "https://a.cn/ x",
            "https://a.cn/\"><b>",
        ] {
            assert!(!is_web_address(bad), "{bad}");
        }
    }

    #[test]
    fn what_changed_is_told_by_track() {
        let editions = Editions::built_in();
        let known = editions.latest();
        assert_eq!(known.address_changes(known), []);
        let mut other = known.clone();
        other.tracks.national.mail_to = "b@c.cn".into();
        let expected = AddressChange {
            what: "全国质量标杆推荐 收件邮箱".into(),
            before: "qmb@caq.org.cn".into(),
            after: "b@c.cn".into(),
        };
        assert_eq!(other.address_changes(known), [expected]);
    }
}
