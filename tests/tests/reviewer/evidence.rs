//! Certificates, reports, patents and standards.

use super::{Slip, said, slip};
use end_to_end::case::Case;

/// Twelve of them.
pub fn slips() -> Vec<Slip> {
    let set = |what, place: &'static str, value: &str| slip(what, place, Case::sample().set(place, value));
    let honour = |what, from: &str, to: &str| {
        let place = "experience.overview.content[2]";
        slip(what, place, Case::sample().replace(place, from, to))
    };
    vec![
        set("出具日期晚于填表日期", "evidence[6].issued_on", "2026-05-07"),
        set("有效期早于发证日期", "evidence[8].issued_on", "2029-11-05"),
        set("ISO证书截止前到期", "evidence[0].expires_on", "2026-05-15"),
        set("财务证明是别家的", "evidence[6].title", "宁波海曙阀门有限公司2023—2025年经济效益证明"),
        set("题名写着去年的三年", "evidence[6].title", "2022—2024年经济效益证明"),
        set("能力等级证书是另一级", "evidence[8].title", "制造业质量管理能力评价等级证书（检验级）"),
        honour("区奖写成省奖", "杭州市虚屿区政府质量奖", "浙江省政府质量奖"),
        honour("获奖年份写错", "2024年获杭州市虚屿区", "2023年获杭州市虚屿区"),
        said("专利号少一位", "获授权发明专利ZL 2023 1 012345.6。"),
        said("专利号抄错一位", "获授权发明专利ZL 2023 1 0123465.6。"),
        said("废止的标准", "公司按GB/T 19001-2008建立质量管理体系。"),
        said("标准年号打错", "公司对照GB/T 19580-2102开展自我评价。"),
    ]
}
