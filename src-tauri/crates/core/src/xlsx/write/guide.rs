//! The sheet that says what to do.

use super::look::Look;
use super::paper::lock;
use crate::edition::Edition;
use crate::form::Content;
use rust_xlsxwriter::{Workbook, XlsxError};

/// How the sheet is known.
pub(in crate::xlsx) struct Guide {
    pub sheet: &'static str,
    /// What its first line begins with.
    pub title: &'static str,
}

pub(in crate::xlsx) const GUIDE: Guide = Guide { sheet: "说明", title: "填报表说明" };

const STEPS: [&str; 8] = [
    "1. 请在各张表的白格里填写，填好保存后交还给发表的人，由申报助手按项目名称和年度读回。",
    "2. 灰格和蓝格是表头和标签，已锁定（没有密码）。不要改项目名称和年度，读回时靠它们找位置。",
    "3. 数值格只填数字，单位已在表里；“%”的格填 99.12，不填 0.9912。空着的格不会改动草稿里已有的内容。",
    "4. 确实不适用的，填“/”或“—（原因）”，如“—（2024年3月投产）”。",
    "5. 数值格是文本格式，填 98.50 就是 98.50。要用公式，请先把格式改成“常规”，算出结果后保存。",
    "6. 行业指标不同的，在表下面的空行里填名称、单位和数据；也可以插入行、移动行、排序、改工作表的名称。",
    "7. 用Excel、WPS、LibreOffice都可以；请保存为 .xlsx，也可以是 .xls 或 .et。",
    "8. 需要财务部门出具证明的，数据要与盖章的证明材料一致。",
];

pub(super) fn add(
    workbook: &mut Workbook,
    content: &Content,
    edition: &Edition,
    look: &Look,
) -> Result<(), XlsxError> {
    let sheet = workbook.add_worksheet().set_name(GUIDE.sheet)?;
    sheet.set_column_width(0, 24)?.set_column_width(1, 84)?;
    let title = format!("{}：{}", GUIDE.title, edition.application.title);
    sheet.write_string_with_format(0, 0, title, &look.title)?.set_row_height(0, 28)?;
    let name = content.organization.trim();
    if !name.is_empty() {
        let owner = format!("{}：{name}", edition.application.organization);
        sheet.write_string_with_format(1, 0, owner, &look.note.clone().unset_text_wrap())?;
    }
    for (at, step) in STEPS.iter().enumerate() {
        let row = 3 + at as u32;
        sheet.merge_range(row, 0, row, 1, step, &look.step)?.set_row_height(row, 20)?;
    }
    let first = 4 + STEPS.len() as u32;
    let bold = look.step.clone().set_bold();
    sheet.write_string_with_format(first, 0, "格子变了颜色，说明填得不对：", &bold.unset_text_wrap())?;
    let colours = [
        (&look.no_number, "不是数字", "这一格应该填数字"),
        (&look.over, "超过 100", "百分数超过了 100，请核对是不是多写了位数"),
        (&look.other_year, "年度不对", "表头或标签的年度被改动了，请改回来"),
    ];
    for (at, (format, name, meaning)) in colours.into_iter().enumerate() {
        let row = first + 1 + at as u32;
        sheet.write_string_with_format(row, 0, name, format)?;
        sheet.write_string_with_format(row, 1, meaning, &look.step)?;
    }
    sheet.set_screen_gridlines(false).set_landscape().set_print_fit_to_pages(1, 0);
    lock(sheet);
    Ok(())
}
