//! Another applicant's workbook, and what was taken out of ours.

use super::{Book, Content, FillReport, content, edition, filled, sheet, written};

/// Fills the correct application from its own workbook, changed so.
fn changed(change: impl FnOnce(&mut Book)) -> (Content, FillReport) {
    let mut book = written(&content());
    change(&mut book);
    filled(&content(), &edition(), &book)
}

/// The place of the first cell with this text: sheet, row, column.
fn place(book: &Book, text: &str) -> (usize, u32, u32) {
    let cells = book.sheets.iter().enumerate().flat_map(|(sheet, cells)| {
        let rows = cells.rows.iter().map(move |(row, line)| (sheet, *row, line));
        rows.flat_map(|(sheet, row, line)| line.iter().map(move |(at, cell)| (sheet, row, *at, cell)))
    });
    let mut found = cells.filter(|(.., cell)| cell.text == text);
    found.next().map(|(sheet, row, at, _)| (sheet, row, at)).expect("the cell")
}

fn write(book: &mut Book, from: &str, to: &str) {
    let (sheet, row, at) = place(book, from);
    book.sheets[sheet].rows.get_mut(&row).unwrap().get_mut(&at).unwrap().text = to.into();
}

fn reasons(report: &FillReport) -> Vec<String> {
    report.unread.iter().map(ToString::to_string).collect()
}

#[test]
fn the_workbook_of_another_organization_is_told_before_all_else() {
    let own = content().organization.to_string();
    let (_, report) = changed(|book| {
        write(book, &format!("组织名称：{own}"), "组织名称：另一家有限公司");
        write(book, "利润总额", "某个指标");
    });
    let first = &report.unread[0];
    let expected =
        format!("填报表是“另一家有限公司”2026年度的，草稿是“{own}”2026年度的，请核对是不是选错了文件");
    assert_eq!((&*first.sheet, &*first.reason), ("说明", &*expected), "{report}");
    let (_, report) = changed(|book| {
        let title = edition().application.title;
        write(
            book,
            &format!("填报表说明：{title}"),
            &format!("填报表说明：{}", title.replace("2026", "2025")),
        );
    });
    assert!(report.unread[0].reason.contains("2025年度的，草稿是"), "{report}");
}

#[test]
fn what_was_taken_out_of_the_workbook_is_told() {
    let (after, report) = changed(|book| {
        let (sheet, row, _) = place(book, "利润总额");
        book.sheets[sheet].rows.remove(&row);
        book.sheets.retain(|sheet| sheet.name != "社会效益统计表");
    });
    assert_eq!(after, content());
    let told = reasons(&report);
    assert_eq!(told.len(), 2, "{report}");
    assert_eq!(told[0], "工作表“经济和质量效益统计表”（利润总额）：草稿里有、表里没有，草稿保留原内容");
    assert_eq!(told[1], "工作表“社会效益统计表”：填报表里没有这张表，草稿保留原内容");
}

#[test]
fn a_row_that_was_called_otherwise_is_asked_about() {
    let (after, report) = changed(|book| write(book, "利润总额", "税前利润"));
    assert_eq!(after.benefits.len(), content().benefits.len() + 1);
    let told = reasons(&report);
    assert_eq!(told.len(), 1, "{report}");
    assert!(told[0].contains("税前利润") && told[0].contains("是不是“利润总额”改了名？"), "{report}");
    let product = content().market.products[0].name.to_string();
    let (_, report) = changed(|book| write(book, &product, "改名产品"));
    assert!(
        reasons(&report).iter().any(|line| line.contains(&format!("是不是“{product}”改了名"))),
        "{report}"
    );
}

#[test]
fn a_workbook_of_someone_s_own_need_not_have_all() {
    let rows: &[&[&str]] = &[&["项目", "单位", "2023年", "2024年"], &["利润总额", "万元", "1", "2"]];
    let book = Book { sheets: vec![sheet("表", rows)], hidden: Vec::new() };
    let (_, report) = filled(&content(), &edition(), &book);
    assert!(report.unread.is_empty(), "{report}");
}
