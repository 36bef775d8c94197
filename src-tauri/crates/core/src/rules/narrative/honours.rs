//! Honours that the text gives another level or year than their certificate.

use super::proof::honours;
use super::words::{Hit, hits, last_chars};
use crate::form::{Evidence, EvidenceCategory};
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) const OTHERWISE: Rule = Rule {
    id: "N024",
    severity: Severity::Warning,
    title: "荣誉的级别或年份与证书不符",
    explanation: "正文所写荣誉的级别（全国、省、市、区县）和年份应与证实性材料里荣誉证书的题名一致。有同一种荣誉的证书、级别或年份却不同时提示。\
        请照证书改正正文，或补上所写荣誉的证书。",
    clause: "附件2 一、2；附件2 三；承诺书2",
    check: otherwise,
};

fn otherwise(context: &Context, findings: &mut Findings) {
    let items = context.content.evidence.iter().filter(|item| item.category == EvidenceCategory::Honor);
    let certificates: Vec<&Evidence> = items.collect();
    if certificates.is_empty() {
        return;
    }
    for passage in context.passages() {
        for (hit, name) in honours(&passage.text) {
            let (level, year) = (level(hit), last_year(hit.clause_lead()));
            let of_kind = certificates.iter().filter(|item| item.title.contains(hit.word));
            let titles: Vec<&&Evidence> = of_kind.collect();
            let fits = |item: &&Evidence| {
                let shown = hits(&item.title, hit.word).find_map(self::level);
                let same_level = level.zip(shown).is_none_or(|(said, shown)| said == shown);
                same_level && year.is_none_or(|year| is_of(item, year))
            };
            if titles.is_empty() || titles.iter().any(|item| fits(item)) {
                continue;
            }
            let shown: Vec<&str> = titles.iter().map(|item| item.title.trim()).collect();
            let said = year.map(|year| format!("{year}年的")).unwrap_or_default();
            let message = format!(
                "正文写到{said}“{name}”，证书是“{}”：请照证书改正级别或年份，或补上证书",
                shown.join("、")
            );
            findings.add(passage.path(), message).resting_on(&shown).span = passage.span_of(name);
            break;
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Nation,
    Province,
    City,
    County,
}

/// Who gives the award, by the last word for it before.
fn level(hit: Hit) -> Option<Level> {
    let lead = last_chars(hit.lead(), 14);
    let words = [
        ("全国", Level::Nation),
        ("国家", Level::Nation),
        ("中国", Level::Nation),
        ("省", Level::Province),
        ("市", Level::City),
        ("区", Level::County),
        ("县", Level::County),
    ];
    let last = words.iter().filter_map(|(word, level)| Some((lead.rfind(word)?, *level)));
    last.max_by_key(|(at, _)| *at).map(|(_, level)| level)
}

/// The year named last.
fn last_year(text: &str) -> Option<i32> {
    text.match_indices('年').filter_map(|(at, _)| text.get(at.checked_sub(4)?..at)?.parse().ok()).next_back()
}

/// Whether a certificate names a year, was issued in it or is said to be of it.
fn is_of(item: &Evidence, year: i32) -> bool {
    let words = year.to_string();
    let issued = item.issued_on.map(|day| day.year());
    let named = item.title.match_indices('年').any(|(at, _)| item.title[..at].ends_with(&words));
    let is_dated = issued.is_some() || !item.years.is_empty() || item.title.contains('年');
    !is_dated || named || issued == Some(year) || item.years.iter().any(|own| i32::from(own.number()) == year)
}

#[cfg(test)]
mod tests {
    use crate::rules::fixture::Case;

    fn check(text: &str, found: bool) {
        let case = Case::of("N024").paragraphs("overview", &["甲。", text]);
        case.expect(if found { &["warning experience.overview.content[1]"] } else { &[] });
    }

    #[test]
    fn another_level_or_year_is_found() {
        check("公司2024年获浙江省政府质量奖。", true);
        check("公司2023年获虚安区质量奖。", true);
        check("公司2024年荣获全国质量奖。", true);
    }

    #[test]
    fn what_the_certificate_says_is_right() {
        for text in [
            "公司2024年获虚安区质量奖。",
            "公司获宁波市虚安区质量奖。",
            "公司获政府质量奖，2023年获一等奖。",
            "力争2027年获浙江省政府质量奖。",
            "2023年获国家级专精特新“小巨人”称号。",
        ] {
            check(text, false);
        }
        Case::of("N024").set("evidence[3].category", "other").expect(&[]);
    }
}
