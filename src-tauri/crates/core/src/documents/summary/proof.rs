//! What is proved: claims and by what, items and what they prove, figures in several places.

use super::places::by_place;
use crate::documents::compose::Composer;
use crate::documents::listing::{WIDTH, section};
use crate::summary::{Certificate, ClaimProof, ItemProof, RepeatedFigure, Summary};
use crate::text::quoted;

/// How well something is proved, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    Open,
    Likely,
    Proved,
}

impl Standing {
    fn of(claim: &ClaimProof) -> Standing {
        match claim.likely {
            _ if !claim.proofs.is_empty() => Standing::Proved,
            Some(_) => Standing::Likely,
            None => Standing::Open,
        }
    }
}

/// Claims of a kind with the same proof, in one row.
struct Proved {
    standing: Standing,
    kind: &'static str,
    proof: String,
    said: Vec<(String, String)>,
}

/// `pages` are those on which the items begin in the 证实性材料.
pub(super) fn claims(composer: &mut Composer, summary: &Summary, pages: &[usize]) {
    let mut rows: Vec<Proved> = Vec::new();
    for claim in &summary.claims {
        let (kind, proof, said) =
            (claim.kind, proof(claim, pages), (claim.place.clone(), claim.words.clone()));
        match rows.iter_mut().find(|row| row.kind == kind && row.proof == proof) {
            Some(row) => row.said.push(said),
            None => rows.push(Proved { standing: Standing::of(claim), kind, proof, said: vec![said] }),
        }
    }
    rows.sort_by_key(|row| row.standing);
    let listed = rows.iter().map(|row| vec![row.kind.to_owned(), by_place(&row.said), row.proof.clone()]);
    let columns = [900, WIDTH - 3900, 3000];
    let header = ["类别", "正文的说法、统计表的数据", "证明"];
    section(composer, "说法和证明", &proved(&summary.claims), &columns, &header, listed.collect());
}

fn proved(claims: &[ClaimProof]) -> String {
    let count = |standing| claims.iter().filter(|claim| Standing::of(claim) == standing).count();
    match (claims.len(), count(Standing::Open), count(Standing::Likely)) {
        (0, ..) => "没有需要证明的说法和数据。".into(),
        (all, 0, 0) => format!("需要证明的说法和数据 {all} 处，都有证明。"),
        (all, open, 0) => format!("需要证明的说法和数据 {all} 处，其中 {open} 处没有证明，列在前面。"),
        (all, 0, likely) => format!("需要证明的说法和数据 {all} 处，其中 {likely} 处还没有确认，列在前面。"),
        (all, open, likely) => format!(
            "需要证明的说法和数据 {all} 处，其中 {open} 处没有证明，{likely} 处还没有确认，列在前面。"
        ),
    }
}

fn proof(claim: &ClaimProof, pages: &[usize]) -> String {
    let item = |item: &usize| match pages.get(*item) {
        Some(page) => format!("证实性材料第{}项，第{page}页", item + 1),
        None => format!("证实性材料第{}项", item + 1),
    };
    match claim.likely {
        _ if !claim.proofs.is_empty() => claim.proofs.iter().map(item).collect::<Vec<_>>().join("\n"),
        Some(likely) => format!("未确认：可能是{}", item(&likely)),
        None if claim.has_category => "有这一类材料，没有对得上的题名：请核对".to_owned(),
        None => "没有证明".to_owned(),
    }
}

/// The other way round: each item with its days, and what it proves.
pub(super) fn items(composer: &mut Composer, summary: &Summary, pages: &[usize]) {
    let row = |item: &ItemProof| {
        let page = pages.get(item.number - 1).map(|page| format!("（第{page}页）")).unwrap_or_default();
        let certificate = summary.certificates.iter().find(|one| one.number == item.number);
        let gone = item.gone.iter().map(|words| format!("{}已不在正文或统计表中，请核对", quoted(words)));
        let confirmed = (!item.proves.is_empty()).then(|| by_place(&item.proves));
        let proves: Vec<String> = confirmed.into_iter().chain(gone).collect();
        let proves = if proves.is_empty() { "还没有确认".to_owned() } else { proves.join("\n") };
        let title = format!("{}. {}{page}", item.number, item.title);
        vec![title, certificate.map(days).unwrap_or_default(), item.purpose.clone(), proves]
    };
    let columns = [2700, 2100, 1900, WIDTH - 6700];
    let header = ["材料", "日期", "证明内容（印在目录中）", "证明哪些说法和数据"];
    let rows: Vec<Vec<String>> = summary.items.iter().map(row).collect();
    let said = if rows.is_empty() { "还没有证实性材料。" } else { &summary.running_out };
    section(composer, "材料证明什么、何时到期", said, &columns, &header, rows);
}

fn days(certificate: &Certificate) -> String {
    let Certificate { issued, expires, remark, .. } = certificate;
    let issued = (!issued.is_empty()).then(|| format!("{issued}出具"));
    let expires = (!expires.is_empty()).then(|| format!("{expires}到期"));
    let remark = certificate.is_told().then(|| (*remark).to_owned());
    issued.into_iter().chain(expires).chain(remark).collect::<Vec<_>>().join("\n")
}

pub(super) fn figures(composer: &mut Composer, summary: &Summary) {
    let row = |figure: &&RepeatedFigure| {
        let places = figure.places.iter().map(|(place, said)| format!("{place}：{said}"));
        let mark = if figure.agrees { "" } else { "（不一致）" };
        let label = format!("{}{mark}", figure.label);
        vec![label, figure.in_table.clone(), places.collect::<Vec<_>>().join("\n")]
    };
    let mut figures: Vec<&RepeatedFigure> = summary.figures.iter().collect();
    figures.sort_by_key(|figure| figure.agrees);
    let said = match (figures.len(), figures.iter().filter(|figure| !figure.agrees).count()) {
        (0, _) => "统计表的数据没有在别处出现。".into(),
        (all, 0) => format!("统计表的 {all} 个指标在别处也写到，各处一致。"),
        (all, other) => format!("统计表的 {all} 个指标在别处也写到，其中 {other} 个不一致，列在前面。"),
    };
    let columns = [2200, 2100, WIDTH - 4300];
    let header = ["指标", "统计表（三年）", "其他各处"];
    section(composer, "多处出现的数据", &said, &columns, &header, figures.iter().map(row).collect());
}
