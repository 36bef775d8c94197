//! How far the application is: what is open, who vouched for what, the signed pages, 字数.

use crate::documents::compose::Composer;
use crate::documents::listing::{WIDTH, section};
use crate::summary::{OpenPart, SignedPage, Summary};

/// So many findings of a part are listed; of the others it is said how many they are.
const LISTED: usize = 8;

pub(super) fn open(composer: &mut Composer, summary: &Summary) {
    let row = |part: &OpenPart| {
        let shown = part.findings.iter().take(LISTED).map(|(kind, message)| format!("{kind}：{message}"));
        let mut lines: Vec<String> = shown.collect();
        if part.findings.len() > LISTED {
            lines.push(format!("另有 {} 条", part.findings.len() - LISTED));
        }
        vec![part.title.clone(), part.findings.len().to_string(), lines.join("\n")]
    };
    let columns = [1900, 640, WIDTH - 2540];
    let rows = summary.open.iter().map(row).collect();
    section(composer, "待处理", "没有待处理的事项。", &columns, &["部分", "条数", "内容"], rows);
}

pub(super) fn vouched(composer: &mut Composer, summary: &Summary) {
    let rows = summary.vouched.iter().map(|one| vec![one.what.clone(), one.word.clone(), one.on.clone()]);
    let columns = [WIDTH - 4000, 2600, 1400];
    let header = ["确认的事项", "确认人或理由", "日期"];
    section(composer, "由人确认的事项", "还没有人确认。", &columns, &header, rows.collect());
}

pub(super) fn signed(composer: &mut Composer, summary: &Summary) {
    let columns = [1100, 1400, 2000, WIDTH - 4500];
    let header = ["页", "签署日期", "印章", "添加扫描件之后的改动"];
    let rows = summary.signed.iter().map(row).collect();
    section(composer, "签字盖章页", "", &columns, &header, rows);
}

fn row(page: &SignedPage) -> Vec<String> {
    let changes = page.changes.iter().map(|change| {
        let shown =
            |text: &str| if text.is_empty() { "（空）".to_owned() } else { format!("“{text}”") };
        format!("{}由{}改为{}", change.label, shown(&change.then), shown(&change.now))
    });
    let changes: Vec<String> = changes.collect();
    let since = match (page.scans, page.since.as_str(), changes.is_empty()) {
        (0, ..) => "还没有扫描件".to_owned(),
        (_, "", _) => "不知道何时添加".to_owned(),
        (_, since, true) => format!("{since}添加，之后没有改动"),
        (_, since, false) => {
            format!("{since}添加，纸上印的已不是现在的内容，须重新打印签字盖章：{}", changes.join("；"))
        }
    };
    vec![page.title.to_owned(), page.signed_on.clone(), page.seal.to_owned(), since]
}

pub(super) fn lengths(composer: &mut Composer, summary: &Summary) {
    let row = |length: &crate::summary::Length| {
        let over = if length.count > length.limit { "超出" } else { "" };
        vec![length.title.clone(), length.count.to_string(), length.limit.to_string(), over.to_owned()]
    };
    let columns = [WIDTH - 5100, 1700, 1700, 1700];
    let rows = summary.lengths.iter().map(row).collect();
    section(composer, "字数", "", &columns, &["部分", "字数", "上限", ""], rows);
}
