//! The pages that are signed and sealed, and what was changed since.

use crate::form::{Content, Text};
use crate::rules::Context;

/// What was filled in when the scan of a signed page was put in.
#[derive(Debug, Clone, PartialEq)]
pub struct PageThen {
    /// `pledge` or `recommendation`.
    pub key: &'static str,
    /// The day, `2026年5月6日`.
    pub on: String,
    /// The content then.
    pub content: Content,
}

/// A page that is signed and sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedPage {
    /// What it is called.
    pub title: &'static str,
    /// How many scans there are.
    pub scans: usize,
    /// The day of the signature, or empty.
    pub signed_on: String,
    /// Whether a red seal is seen: `看到红色印章`.
    pub seal: &'static str,
    /// The day its scan was put in, where it is known.
    pub since: String,
    /// What is printed on it and was changed since.
    pub changes: Vec<PrintedChange>,
}

/// A field that is printed on a signed page and reads otherwise now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedChange {
    /// The field.
    pub label: String,
    /// What stands on the paper.
    pub then: String,
    /// What is filled in now.
    pub now: String,
}

/// The scans of a page.
pub fn pages_signed(content: &Content) -> [(&'static str, &[Text]); 2] {
    let pages = &content.signed_pages;
    [("pledge", &pages.pledge), ("recommendation", &pages.recommendation)]
}

pub(super) fn pages(context: &Context, then: &[PageThen]) -> Vec<SignedPage> {
    let content = context.content;
    let page = |(key, scans): (&'static str, &[Text])| {
        let (title, day) = match key {
            "pledge" => ("承诺书", content.pledge.signed_on),
            _ => ("推荐表", content.recommendation.signed_on),
        };
        let then = then.iter().find(|then| then.key == key).filter(|_| !scans.is_empty());
        SignedPage {
            title,
            scans: scans.len(),
            signed_on: day.map(|day| day.to_string()).unwrap_or_default(),
            seal: seal(context, scans),
            since: then.map(|then| then.on.clone()).unwrap_or_default(),
            changes: then.map(|then| changes(context, key, &then.content)).unwrap_or_default(),
        }
    };
    pages_signed(content).into_iter().map(page).collect()
}

fn seal(context: &Context, scans: &[Text]) -> &'static str {
    let is_without = |scan: &Text| context.facts.without_seal.contains(scan.as_str());
    match scans {
        [] => "还没有扫描件",
        scans if scans.iter().all(is_without) => "没有看到红色印章",
        _ => "看到红色印章，或为灰度页未判断",
    }
}

/// What is printed on a page, with the labels of the form.
fn printed(context: &Context, key: &str, content: &Content) -> Vec<(String, String)> {
    let organization =
        (context.edition.application.organization.clone(), content.organization.trim().to_owned());
    if key == "pledge" {
        return vec![organization];
    }
    let (form, labels) = (&content.recommendation, &context.edition.application.recommendation);
    let fields = [
        (&labels.unit, &form.unit),
        (&labels.contact, &form.contact),
        (&labels.telephone, &form.telephone),
        (&labels.mobile, &form.mobile),
        (&labels.email, &form.email),
        (&labels.opinion, &form.opinion),
    ];
    fields.into_iter().map(|(label, text)| field(label, text)).collect()
}

fn field(label: &str, text: &Text) -> (String, String) {
    (label.trim_end_matches(['：', ':']).to_owned(), text.trim().to_owned())
}

fn changes(context: &Context, key: &str, then: &Content) -> Vec<PrintedChange> {
    let pairs = printed(context, key, then).into_iter().zip(printed(context, key, context.content));
    let changed = pairs.filter(|((_, then), (_, now))| then != now);
    changed.map(|((label, then), (_, now))| PrintedChange { label, then, now }).collect()
}
