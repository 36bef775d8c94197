//! What is proved: certificates, claims, figures in several places.

use crate::documents::compose::Composer;
use crate::documents::listing::{WIDTH, section};
use crate::summary::{ClaimProof, RepeatedFigure, Summary};

pub(super) fn certificates(composer: &mut Composer, summary: &Summary) {
    let rows = summary.certificates.iter().map(|one| {
        let title = format!("{}. {}", one.number, one.title);
        vec![title, one.issued.clone(), one.expires.clone(), one.remark.to_owned()]
    });
    let columns = [WIDTH - 5000, 1500, 1500, 2000];
    let header = ["证书、报告", "出具日期", "有效期至", "情况"];
    section(composer, "证书和报告的日期", "没有写日期的材料。", &columns, &header, rows.collect());
}

/// `pages` are those on which the items begin in the 证实性材料.
pub(super) fn claims(composer: &mut Composer, summary: &Summary, pages: &[usize]) {
    let proof = |claim: &ClaimProof| match claim.proof {
        Some(item) => match pages.get(item) {
            Some(page) => format!("证实性材料第{}件，第{page}页", item + 1),
            None => format!("证实性材料第{}件", item + 1),
        },
        None if claim.has_category => "有这一类材料，没有对得上的题名：请核对".to_owned(),
        None => "没有证明".to_owned(),
    };
    let row = |claim: &ClaimProof| {
        vec![claim.kind.to_owned(), format!("“{}”", claim.words), claim.place.clone(), proof(claim)]
    };
    let columns = [900, WIDTH - 5300, 1400, 3000];
    let header = ["类别", "正文的说法", "位置", "证明"];
    section(
        composer,
        "说法和证明",
        "正文没有需要证明的说法。",
        &columns,
        &header,
        summary.claims.iter().map(row).collect(),
    );
}

pub(super) fn figures(composer: &mut Composer, summary: &Summary) {
    let row = |figure: &RepeatedFigure| {
        let places: Vec<String> =
            figure.places.iter().map(|(place, said)| format!("{place}：{said}")).collect();
        let agrees = if figure.agrees { "一致" } else { "不一致" };
        vec![figure.label.clone(), figure.in_table.clone(), places.join("\n"), agrees.to_owned()]
    };
    let columns = [2000, 2100, WIDTH - 4900, 800];
    let header = ["指标", "统计表（三年）", "其他各处", "核对"];
    section(
        composer,
        "多处出现的数据",
        "统计表的数据没有在别处出现。",
        &columns,
        &header,
        summary.figures.iter().map(row).collect(),
    );
}
