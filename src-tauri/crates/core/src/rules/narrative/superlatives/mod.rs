//! Words that claim to be first, only or ahead, told from the same words in ordinary prose.

mod attitude;

use super::words::{Hit, begins_with, ends_in, has, hits, last_chars};
use attitude::{is_aim, is_denied, is_of_others};

/// Whether a word, where it stands, claims anything.
type IsClaim = fn(Hit) -> bool;

/// The first claim of a text, with a little of what leads up to it.
pub(super) fn claimed(text: &str) -> Option<&str> {
    const KINDS: [(&str, IsClaim); 6] = [
        ("首创", is_first_made),
        ("领先", is_ahead),
        ("第一", is_first),
        ("唯一", is_only),
        ("填补", is_gap_filled),
        ("最佳", is_best),
    ];
    KINDS.iter().find_map(|(word, is_claim)| {
        let hit = hits(text, word).find(|hit| is_claim(*hit) && is_held(*hit))?;
        let (lead, tail) = (last_chars(hit.lead(), 6), tail(hit));
        Some(&text[hit.before.len() - lead.len()..hit.before.len() + word.len() + tail.len()])
    })
}

/// Whether the applicant says it of itself, as it is.
fn is_held(hit: Hit) -> bool {
    !is_aim(hit) && !is_of_others(hit) && !is_denied(hit)
}

/// What shows the rest of 填补…空白.
fn tail<'a>(hit: Hit<'a>) -> &'a str {
    let end = hit.tail().find("空白").map_or(0, |at| at + "空白".len());
    &hit.tail()[..if hit.word == "填补" { end } else { 0 }]
}

/// Among whom one may be the first.
const FIELDS: [&str; 15] = [
    "行业", "国内", "国际", "全国", "世界", "全球", "省内", "全省", "业内", "亚洲", "国家", "我国", "我省",
    "同行", "领域",
];

const RANKED: [&str; 12] =
    ["排名", "名列", "位列", "位居", "居", "占有率", "份额", "销量", "产量", "销售额", "规模", "出口量"];

/// 国内首创, 首创了; not 首创精神, 鼓励基层首创.
fn is_first_made(hit: Hit) -> bool {
    let exempt = ["精神", "意识", "活动", "者", "奖", "热情", "积极性"];
    // 首创 is also a group of companies.
    let firm = ["股份", "集团", "环保", "环境", "生态", "水务", "置业", "证券", "大气", "公司", "钢"];
    let encouraged = ["鼓励", "尊重", "基层", "员工", "群众", "弘扬", "激发", "发扬", "调动"];
    !begins_with(hit.behind, &exempt) && !begins_with(hit.behind, &firm) && !has(hit.lead(), &encouraged)
}

/// 行业领先, 处于领先地位; not 领先指标, 成本领先战略, 领先于计划.
fn is_ahead(hit: Hit) -> bool {
    let stands = ["处于", "保持", "遥遥", "达到", "水平", "始终", "一直", "全面", "持续"];
    let exempt = ["指标", "战略", "型", "用户", "于计划", "计划", "理念", "者"];
    if begins_with(hit.behind, &exempt) || ends_in(hit.lead(), &["成本", "差异化"]) {
        return false;
    }
    has(last_chars(hit.lead(), 8), &FIELDS)
        || ends_in(hit.lead(), &stands)
        || begins_with(hit.behind, &["水平", "地位", "优势"])
}

/// 行业第一, 市场占有率第一, 第一品牌; not 第一阶段, 质量第一, 放在第一位.
fn is_first(hit: Hit) -> bool {
    #[rustfmt::skip]
    let counted = [
        "阶段", "季度", "步", "时间", "责任人", "批", "次", "轮", "期", "届", "线", "手", "书记", "道", "章", "条", "类",
        "层", "方", "部分", "个", "年", "版", "代", "件", "级", "遍", "要务", "要素", "资源", "生产力", "动力", "现场",
        "顺位", "工序", "车间", "工厂", "分厂", "汽车", "医院", "议题", "课",
    ];
    let only_counts = begins_with(hit.behind, &counted) && !begins_with(hit.behind, &["方阵"]);
    if only_counts || is_of_a_chart(hit) {
        return false;
    }
    let lead = last_chars(hit.lead(), 8);
    ends_in(lead, &FIELDS)
        || ends_in(lead, &RANKED)
        || (has(lead, &FIELDS) && has(lead, &RANKED))
        || begins_with(hit.behind, &["品牌"])
        || (has(lead, &FIELDS) && begins_with(hit.behind, &["位", "名", "家", "梯队", "方阵"]))
}

/// 排名第一的缺陷, 居第一位的是密封渗漏: the longest bar of a chart, nobody's rank.
fn is_of_a_chart(hit: Hit) -> bool {
    let bars = [
        "缺陷", "不良", "问题", "失效", "故障", "原因", "因素", "投诉", "损失", "风险", "停机", "浪费",
        "隐患", "短板",
    ];
    has(hit.tail(), &bars) || hit.clause_has(&["帕累托", "柏拉图", "排列图"])
}

/// 国内唯一, 唯一一家; not 唯一编码, 唯一性, 唯一供应商的风险.
fn is_only(hit: Hit) -> bool {
    #[rustfmt::skip]
    let identity = [
        "编", "标", "码", "性", "身份", "识别", "序列", "二维码", "ID", "对应", "途径", "选择", "责任", "追溯", "批",
        "流水", "号", "电子", "主键", "键", "数据", "来源", "入口", "出口", "接口", "判据", "依据", "准则", "解", "索引",
        "条码", "条形码", "凭证", "归口", "负责", "特征", "确定",
    ];
    let behind = hit.behind.trim_start_matches(['的', '“', '且', '、']);
    let dependence = ["风险", "物料", "依赖", "替代", "双源", "备选", "单一"];
    let owners = ["一家", "通过", "入选", "获", "供应商", "企业", "单位", "拥有", "掌握"];
    let labels = ["编码", "编号", "号", "ID", "标识", "标签", "码"];
    !begins_with(behind, &identity)
        && !has(hit.tail(), &dependence)
        && !has(last_chars(hit.lead(), 8), &labels)
        && (has(last_chars(hit.lead(), 8), &FIELDS) || begins_with(behind, &owners))
}

/// 填补了国内空白, 填补行业技术空白; not 填补岗位空白.
fn is_gap_filled(hit: Hit) -> bool {
    let gap = hit.tail().split("空白").next().filter(|gap| gap.len() < hit.tail().len());
    let own = ["公司", "本企业", "内部", "岗位", "制度", "管理"];
    gap.is_some_and(|gap| has(gap, &FIELDS) || (has(gap, &["技术", "市场"]) && !has(gap, &own)))
}

/// 达到行业最佳, 优于国内最佳; not 最佳实践, 最佳参数, 与行业最佳水平的对比.
fn is_best(hit: Hit) -> bool {
    let verbs = ["达到", "处于", "为", "居", "保持", "实现", "优于", "超过", "创"];
    let exempt =
        ["实践", "参数", "工艺", "状态", "组合", "方案", "时机", "供应商", "值", "对比", "标杆", "案例"];
    let lead = last_chars(hit.lead(), 8);
    !begins_with(hit.behind, &exempt) && ends_in(lead, &FIELDS) && has(lead, &verbs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, claims: bool) {
        assert_eq!(claimed(text).is_some(), claims, "{text}: {:?}", claimed(text));
    }

    #[test]
    fn claims_of_every_kind_are_found() {
        for text in [
            "该方法为行业首创",
            "首创了逐级传递法",
            "处于领先地位",
            "质量稳定，已成为行业领先企业",
            "市场占有率全国第一",
            "销量连续多年位居第一",
            "中国水表第一品牌",
            "处于行业第一方阵",
            "是国内唯一掌握该技术的企业",
            "唯一一家通过认证的供应商",
            "填补了国内空白",
            "填补了该领域的技术空白",
            "设备效率达到行业最佳",
            "是国内领先的轴承企业",
            "传动精度国内领先，齿距误差最小",
            "排名第一，顾客评价最好",
        ] {
            check(text, true);
        }
    }

    #[test]
    fn no_false_alarm_on_the_same_words_in_ordinary_prose() {
        for text in [
            "与行业最佳水平的对比见图1",
            "接近行业最佳水平",
            "推广最佳实践，选取最佳参数组合",
            "第一阶段为试点，第一步梳理差错",
            "第一季度完成，第一批上线",
            "坚持质量第一、顾客第一",
            "把安全放在第一位",
            "第一，统一编码；第二，贯通数据",
            "总经理是质量第一责任人，第一时间响应",
            "第一方审核与第二方审核",
            "把过程能力作为领先指标",
            "成立领导小组，由技术带头人牵头",
            "实施成本领先战略",
            "弘扬“首创精神”，鼓励基层首创",
            "每个特性使用唯一编码，保证标识的唯一性",
            "一物一码，二维码是唯一的身份",
            "与国际领先水平相比，仍有较大差距",
            "对标世界领先企业",
            "力争三年内做到行业第一",
            "以“成为全球领先的轴承企业”为愿景",
            "公司致力于打造国内领先的制造基地",
            "填补岗位空白，填补了制度上的空白",
            "被评为年度最佳供应商",
            "我国轴承产量居世界第一",
            "服务全球领先的车企，配备国际领先的检测设备",
            "在职工中开展“五小”活动",
            "走访国内领先企业，学到三项做法",
            "某国内领先的新能源车企提出零异音要求",
            "外资品牌长期处于领先地位",
            "尚未达到行业领先水平",
            "不以规模第一为荣",
            "以行业领先为追求",
            "按帕累托图，排名第一的是密封渗漏",
            "排名第一的缺陷为焊点虚焊",
            "全国第一批智能制造试点的做法",
            "系统为每批原料生成全国唯一的追溯码",
            "对唯一供应商物料逐项开发替代来源",
            "库存数据以MES为唯一数据来源",
            "主要顾客有北京首创水务和各地自来水公司",
            "激发一线员工的首创热情",
            "填补公司在过程数据管理上的技术空白",
            "参与行业最佳案例评选",
            "力求在细分领域做到国内领先",
            "料箱的RFID全球唯一",
            "进入国内第一梯队主机厂的供应商名录",
            "省内同行中居第一位的是杭州虚泵股份有限公司",
        ] {
            check(text, false);
        }
    }
}
