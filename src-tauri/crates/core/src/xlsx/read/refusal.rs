//! What is said of a file that is no workbook to be read.

pub(super) const DAMAGED: &str = "不是完好的工作簿，请用Excel或WPS打开后另存为 .xlsx";
pub(super) const TOO_LARGE: &str = "太大，不像填报表，请检查文件";
