//! What is proved: certificates, claims and by what, items and what they prove, figures in several places.

use crate::documents::compose::Composer;
use crate::documents::listing::{WIDTH, section};
use crate::summary::{ClaimProof, ItemProof, RepeatedFigure, Summary};

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
    let row = |claim: &ClaimProof| {
        let words =
            if claim.kind == "数据" { claim.words.clone() } else { format!("“{}”", claim.words) };
        vec![claim.kind.to_owned(), words, claim.place.clone(), proof(claim, pages)]
    };
    let columns = [900, WIDTH - 5600, 1700, 3000];
    let header = ["类别", "正文的说法、统计表的数据", "位置", "证明"];
    section(
        composer,
        "说法和证明",
        "没有需要证明的说法和数据。",
        &columns,
        &header,
        summary.claims.iter().map(row).collect(),
    );
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

/// The other way round: what each item proves.
pub(super) fn items(composer: &mut Composer, summary: &Summary, pages: &[usize]) {
    let row = |item: &ItemProof| {
        let page = pages.get(item.number - 1).map(usize::to_string).unwrap_or_default();
        let gone = item.gone.iter().map(|words| format!("“{words}”已不在正文或统计表中，请核对"));
        let mut proves: Vec<String> = item.proves.iter().cloned().chain(gone).collect();
        if proves.is_empty() {
            proves.push("还没有确认".to_owned());
        }
        vec![format!("{}. {}", item.number, item.title), page, item.purpose.clone(), proves.join("\n")]
    };
    let columns = [2700, 700, 2400, WIDTH - 5800];
    let header = ["材料", "页码", "证明内容（印在目录中）", "证明哪些说法和数据"];
    let rows = summary.items.iter().map(row).collect();
    section(composer, "材料证明什么", "还没有证实性材料。", &columns, &header, rows);
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
