//! Mail addresses with a slip of the pen in a well-known domain.

use crate::form::{Path, Text};
use crate::rules::{Context, Findings, Fix, Rule, Severity};
use crate::text::half_width;

pub(super) const SLIP: Rule = Rule {
    id: "F032",
    severity: Severity::Warning,
    title: "邮箱地址像是打错了",
    explanation: "“.con”“gmial.com”“163.co”一类的域名不存在或不是常用的邮箱，通知会寄不到。请核对，可以一键改正。",
    clause: "附件1 推荐表、申报表 邮箱",
    check: slip,
};

/// Top domains that do not exist, and what was meant.
const TOPS: [(&str, &str); 11] = [
    ("con", "com"),
    ("cmo", "com"),
    ("ocm", "com"),
    ("comm", "com"),
    ("vom", "com"),
    ("xom", "com"),
    ("coom", "com"),
    ("ccom", "com"),
    ("nte", "net"),
    ("ent", "net"),
    ("cnn", "cn"),
];

/// Domains that nobody means.
const DOMAINS: [(&str, &str); 16] = [
    ("gmial.com", "gmail.com"),
    ("gamil.com", "gmail.com"),
    ("gmil.com", "gmail.com"),
    ("gmali.com", "gmail.com"),
    ("hotmial.com", "hotmail.com"),
    ("outlok.com", "outlook.com"),
    ("sian.com", "sina.com"),
    ("sina.com.com", "sina.com"),
    ("aliyum.com", "aliyun.com"),
    ("foxmial.com", "foxmail.com"),
    ("163.co", "163.com"),
    ("126.co", "126.com"),
    ("qq.co", "qq.com"),
    ("163.cm", "163.com"),
    ("126.cm", "126.com"),
    ("qq.cm", "qq.com"),
];

fn slip(context: &Context, findings: &mut Findings) {
    let contact = Path::root("declaration").key("contact");
    let addresses: [(Path, &Text); 2] = [
        (contact.key("email"), &context.content.declaration.contact.email),
        (Path::root("recommendation").key("email"), &context.content.recommendation.email),
    ];
    for (path, typed) in addresses {
        if let Some(meant) = meant(typed) {
            let message = format!("“邮箱”填的是“{}”，域名像是打错了：请核对，应为“{meant}”", typed.trim());
            findings.add(path, message).fixed_by(Fix::rewrite(typed, meant));
        }
    }
}

fn meant(typed: &str) -> Option<String> {
    let typed = half_width(typed.trim());
    let (name, domain) = typed.split_once('@')?;
    let lower = domain.to_lowercase();
    let known = DOMAINS.iter().find(|(slip, _)| *slip == lower).map(|(_, meant)| (*meant).to_owned());
    let top = || {
        let (host, top) = lower.rsplit_once('.')?;
        let (_, meant) = TOPS.iter().find(|(slip, _)| *slip == top)?;
        Some(format!("{host}.{meant}"))
    };
    known.or_else(top).map(|domain| format!("{name}@{domain}"))
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    #[test]
    fn a_slip_in_the_domain_is_put_right() {
        for (typed, meant) in [
            ("zhiliang@example.con", "zhiliang@example.com"),
            ("zl@gmial.com", "zl@gmail.com"),
            ("zl@163.co", "zl@163.com"),
            ("zl@corp.example.nte", "zl@corp.example.net"),
        ] {
            for path in ["declaration.contact.email", "recommendation.email"] {
                Case::of("F032").set(path, typed).expect_fixed(&format!("warning {path}"), path, meant);
            }
        }
    }

    #[test]
    fn other_domains_are_left_alone() {
        for typed in ["zl@con.com", "zl@mail.example.co", "zl@company.cn", "a@b", "", "zl@example.comm.cn"] {
            Case::of("F032").set("declaration.contact.email", typed).expect(&[]);
        }
    }
}
