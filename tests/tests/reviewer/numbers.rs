//! Numbers that do not follow, and years that cannot be.

use super::{Slip, said, slip};
use end_to_end::case::Case;
use serde_json::json;

/// Thirty of them.
pub fn slips() -> Vec<Slip> {
    let mut slips = changes();
    slips.extend(sums());
    slips.extend(years());
    slips.extend(ranks());
    slips.extend(cells());
    slips
}

fn replaced(what: &'static str, place: &'static str, from: &str, to: &str) -> Slip {
    slip(what, place, Case::sample().replace(place, from, to))
}

fn changes() -> Vec<Slip> {
    let revenue = "experience.results.content[6]";
    vec![
        replaced("年均增长算错", revenue, "年均增长14.9%", "年均增长16.9%"),
        replaced("利润年均增长抄错", revenue, "年均增长28.0%", "年均增长36.0%"),
        said("降幅算错", "停机由2023年的386小时降到2025年的143小时，下降73%。"),
        said("百分比之差写成百分比", "直通率由92.1%提高到97.4%，提高5.3%。"),
        said("百分点算错", "直通率由92.1%提高到97.4%，提高6.3个百分点。"),
        said("倍数算错", "寿命由8200小时提高到12600小时，提高3.5倍。"),
        said("差额算错", "检验人员由176人减少到98人，减少88人。"),
        said("降到却变大", "误报率由1.3%降到8.5%。"),
        said("增长到却变小", "产能由36万吨增加到30万吨。"),
        said("同比与统计表不符", "2025年公司实现主营业务收入188240万元，同比增长18.4%。"),
        said("比某年提高与统计表不符", "设备综合效率2025年比2023年提高10.5个百分点。"),
        said("三年年均增长与统计表不符", "2023—2025年主营业务收入年均增长24.9%。"),
    ]
}

fn sums() -> Vec<Slip> {
    vec![
        replaced("合计与三年之和不符", "experience.process.content[43]", "合计5060万元", "合计5600万元"),
        replaced("共几项与各年之和不符", "experience.process.content[43]", "共101项", "共111项"),
        said("其中大于总数", "公司拥有软件著作权11项，其中当年登记14项。"),
        said("占比之和超过百分之百", "外购件、设备和人员造成的不良分别占54%、38%和21%。"),
    ]
}

fn years() -> Vec<Slip> {
    let header = "experience.results.content[7]";
    vec![
        replaced("2025年打成2015年", "experience.process.content[37]", "2025年达到84.3%", "2015年达到84.3%"),
        said("年份先后颠倒", "一次交验合格率由2023年的91.2%提高到2015年的96.4%。"),
        said("年份范围颠倒", "2025—2023年共完成改进课题286项。"),
        said("还没有到的月份说已完成", "2026年9月，公司已完成6条产线的改造。"),
        said("近三年写成去年的三年", "近三年（2022—2024年）完成改进项目101项。"),
        replaced("表头年份打错", header, "2024年", "2014年"),
    ]
}

fn ranks() -> Vec<Slip> {
    let share = "experience.overview.content[1]";
    vec![
        said("名次与统计表不符", "2025年质量损失率0.63%，居行业第1位。"),
        replaced("份额第一而名录里有更大的", share, "均居行业第2位", "均居行业第1位"),
        slip("优于行业最佳却第二", "benefits[4]", Case::sample().set("benefits[4].industry_best", "36.8")),
    ]
}

fn cells() -> Vec<Slip> {
    let scores = json!({ "2023": "4.4", "2024": "4.5", "2025": "4.6" });
    vec![
        replaced("社会效益表能耗与效益表不符", "social[2].values.2025", "0.094", "0.098"),
        replaced("专利三年之和不符", "experience.results.content[13]", "发明专利21项", "发明专利26项"),
        replaced("品牌价值前后不符", "experience.results.content[13]", "13.7亿元", "17.3亿元"),
        slip(
            "5分制百分制混用",
            "market.products[1].loyalty",
            Case::sample().set("market.products[1].loyalty", scores),
        ),
        slip("自拟指标没有单位", "benefits[10].unit", Case::sample().set("benefits[10].unit", "")),
    ]
}
