//! The category of a material, told by the words of its title.

use crate::form::EvidenceCategory;
use crate::import::words::normal;

/// The category that the words of a title tell.
pub(super) fn guessed(title: &str) -> Option<EvidenceCategory> {
    use EvidenceCategory::*;
    let title = normal(title);
    let words: [(&[&str], EvidenceCategory); 11] = [
        (&["iso9001", "9001", "质量管理体系"], Iso9001),
        (&["满意"], Satisfaction),
        (&["忠诚"], Loyalty),
        (&["财务", "审计", "经济效益", "利润", "纳税"], Financial),
        (
            &["软件著作权", "著作权", "论文", "专著", "标准", "科技成果", "鉴定", "查新", "创新成果"],
            Innovation,
        ),
        (&["专利"], Patent),
        (&["管理能力", "能力评价", "能力等级"], CapabilityLevel),
        (&["质量标杆"], ProvincialBenchmark),
        (
            &[
                "环保",
                "环境",
                "排污",
                "节能",
                "能源",
                "碳排放",
                "碳足迹",
                "14001",
                "50001",
                "清洁生产",
                "绿色工厂",
            ],
            Environment,
        ),
        (&["荣誉", "奖", "称号", "表彰", "先进", "示范", "认定", "小巨人", "品牌"], Honor),
        (&["证书"], Other),
    ];
    words
        .into_iter()
        .find(|(words, _)| words.iter().any(|word| title.contains(word)))
        .map(|(_, category)| category)
}
