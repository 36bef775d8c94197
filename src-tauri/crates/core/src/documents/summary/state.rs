//! How far the application is: what is open, who vouched for what, the signed pages, 字数.

use crate::documents::compose::Composer;
use crate::documents::listing::{WIDTH, section};
use crate::summary::{Length, OpenPart, SignedPage, Summary};
use crate::text::quoted;

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
    let said = if summary.open.is_empty() { "没有待处理的事项。" } else { "" };
    let rows = summary.open.iter().map(row).collect();
    section(composer, "待处理", said, &columns, &["部分", "条数", "内容"], rows);
}

pub(super) fn vouched(composer: &mut Composer, summary: &Summary) {
    let rows = summary.vouched.iter().map(|one| vec![one.what.clone(), one.by.clone(), one.on.clone()]);
    let columns = [WIDTH - 2800, 1400, 1400];
    let header = ["确认的事项", "确认人", "日期"];
    let said = if summary.vouched.is_empty() { "还没有人确认。" } else { "" };
    section(composer, "由人确认的事项", said, &columns, &header, rows.collect());
}

pub(super) fn signed(composer: &mut Composer, summary: &Summary) {
    let columns = [1100, 1400, 2000, WIDTH - 4500];
    let header = ["页", "签署日期", "印章", "添加扫描件之后的改动"];
    let rows = summary.signed.iter().map(row).collect();
    section(composer, "签字盖章页", "", &columns, &header, rows);
}

fn row(page: &SignedPage) -> Vec<String> {
    let changes = page.changes.iter().map(|change| {
        let shown = |text: &str| if text.is_empty() { "（空）".to_owned() } else { quoted(text) };
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

/// 字数 of the sections, in one line.
pub(super) fn lengths(summary: &Summary) -> String {
    let one = |length: &Length| {
        let Length { title, count, limit } = length;
        let over = if count > limit { "，超出" } else { "" };
        format!("{title} {count}（上限 {limit}{over}）")
    };
    format!("字数：{}", summary.lengths.iter().map(one).collect::<Vec<_>>().join("、"))
}
