//! Who applies, who recommends, who competes.

use super::{Slip, said, slip};
use end_to_end::case::Case;

const OWN: &str = "浙江虚屿精密轴承股份有限公司";

/// Fifteen of them.
pub fn slips() -> Vec<Slip> {
    let set = |what, place: &'static str, value: &str| slip(what, place, Case::sample().set(place, value));
    let other = "该企业系宁波海曙阀门有限公司，近三年连续盈利，同意推荐。";
    vec![
        set("推荐意见是别家的", "recommendation.opinion", other),
        set("推荐意见只有同意", "recommendation.opinion", "同意。"),
        set(
            "推荐意见张冠李戴的简称",
            "recommendation.opinion",
            "海曙阀门近三年连续盈利，防错经验成熟，同意推荐申报。",
        ),
        set("推荐单位填了自己", "declaration.recommending_unit", OWN),
        slip(
            "推荐单位简称",
            "recommendation.unit",
            Case::sample().set("declaration.recommending_unit", "区经信局"),
        ),
        set("推荐单位电话是自己的", "recommendation.telephone", "0571-88000001"),
        set("邮箱 .con", "declaration.contact.email", "zhiliang@example.con"),
        set("推荐单位邮箱打错", "recommendation.email", "tuijian@gmial.com"),
        set("竞争对手是自己", "competitors[3].name", OWN),
        set("竞争对手产品是去年的", "competitors[3].product", "智能水表"),
        set("自评却填机构", "market.loyalty_survey.2024.agency", "浙江虚衡质量测评中心"),
        slip(
            "调查机构不是报告的出具单位",
            "market.satisfaction_survey",
            Case::sample().set("evidence[1].note", "杭州虚量市场研究有限公司出具"),
        ),
        said("正文漏改别家的名称", "宁波海曙阀门有限公司高度重视质量文化建设，每年开展质量月活动。"),
        said("正文漏改别家的简称", "海曙阀门高度重视质量文化建设，每年开展质量月活动。"),
        set("联系人职务和部门填反", "declaration.contact.position", "质量工程中心"),
    ]
}
