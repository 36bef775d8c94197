//! Titles of two lines, broken between words and about as long as each other.

use super::layout::{is_closing, is_opening, text_width};
use super::sheet::{Sheet, points};
use super::style::id;
use super::text::line;
use crate::ooxml::{Indent, Paragraph};

/// Words of titles that are not to be parted.
const WORDS: &str = "质量 管理 模式 体系 实践 经验 标杆 典型 基于 面向 数字 智能 制造 过程 控制 精益 \
    精密 精准 提升 改进 创新 融合 驱动 协同 供应 产业 产品 服务 技术 平台 系统 数据 \
    全员 全链 全过程 全生命 周期 追溯 检测 检验 预防 预测 在线 工艺 工程 研发 设计 \
    生产 可靠 可靠性 零缺陷 缺陷 卓越 绩效 顾客 客户 满意 价值 绿色 低碳 安全 稳定 \
    一致性 标准 品牌 建设 应用 构建 打造 推动 推进 实现 实施 有限 公司 股份 集团 \
    科技 工业 机械 轴承 汽车 新能源 零部件 电子 材料 设备 装备 食品 纺织 医药 化工 \
    人工 孪生 双链 闭环 协作 赋能 转型 升级 发展 变革 方法 关键 核心 能力 水平 行业 \
    企业 组织 高质量 高端 一体化 多维 动态 优化 评价 风险 信息 网络 互联 申报";
/// Behind these a title breaks well, but never before them.
const BREAKS_BEHIND: &str = "的与和及、，：；”》）—";

/// A title in this style and size, in half points, on pages of this kind. Its lines are made even by indents, so that
/// its text stays as typed.
pub(super) fn title(style: &str, text: &str, half_points: usize, sheet: Sheet) -> Paragraph {
    evened(line(style, text), text, half_points, points(sheet.width()))
}

/// A centred paragraph whose text, of this size in half points, takes even lines in a column so many points wide.
pub(super) fn evened(paragraph: Paragraph, text: &str, half_points: usize, column: f32) -> Paragraph {
    match even_line(text, half_points as f32 / 2.0, column) {
        Some(width) => {
            let side = Some(((column - width) * 10.0) as i32);
            paragraph.indent(Indent { left: side, right: side, first_line: None })
        }
        None => paragraph,
    }
}

/// The title of a document, in its style.
pub(super) fn document_title(text: &str, sheet: Sheet) -> Paragraph {
    title(id::TITLE, text, super::style::size::SMALL_TWO, sheet)
}

/// The width of lines at which a text breaks best into two, in points; `None` where it needs one line or more than
/// two.
fn even_line(text: &str, size: f32, column: f32) -> Option<f32> {
    if text_width(text, size) <= column || text.contains('\n') {
        return None;
    }
    let places = text.char_indices().map(|(at, _)| at).skip(1);
    let breaks = places.filter_map(|at| {
        let (first, second) = text.split_at(at);
        let next = second.chars().next()?;
        let (left, right) = (text_width(first, size), text_width(second, size));
        let line = left.max(right) + 0.3 * size;
        // Word fills the first line: what follows must not fit onto it.
        let fills = line < left + text_width(&next.to_string(), size) && line <= column;
        fills.then(|| (line, penalty(text, at) + (left - right).abs() / size))
    });
    breaks.min_by(|one, other| one.1.total_cmp(&other.1)).map(|(line, _)| line)
}

/// How bad it is to break here.
fn penalty(text: &str, at: usize) -> f32 {
    let (first, second) = text.split_at(at);
    let (before, after) = (first.chars().next_back(), second.chars().next());
    let (Some(before), Some(after)) = (before, after) else { return f32::INFINITY };
    let parts_word = |word: &str| {
        let ends = |length: usize| first.ends_with(&word[..length]) && second.starts_with(&word[length..]);
        word.char_indices().skip(1).any(|(length, _)| ends(length))
    };
    if is_closing(after) || is_opening(before) || after == '的' || (before.is_ascii() && after.is_ascii()) {
        return 40.0;
    }
    let word = if WORDS.split(' ').any(parts_word) { 12.0 } else { 0.0 };
    word - if BREAKS_BEHIND.contains(before) { 4.0 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::layout::line_count;

    fn check(text: &str, column: f32, expected: Option<&str>) {
        let line = even_line(text, 1.0, column);
        let first = line.map(|width| {
            let fits = |end: &usize| line_count(&text[..*end], 1.0, width, 0.0) == 1;
            let mut ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
            &text[..ends.rfind(fits).unwrap()]
        });
        assert_eq!(first, expected);
    }

    #[test]
    fn a_title_of_two_lines_breaks_between_words() {
        check("质量管理模式", 10.0, None);
        check("基于数字孪生的轴承全过程质量管理模式", 16.0, Some("基于数字孪生的轴承"));
        check("以“零缺陷”为目标的新能源汽车电机质量管理", 20.0, Some("以“零缺陷”为目标的新能源"));
    }
}
