//! Whether one claims a rank for oneself, aims at it, denies it, or gives it to others.

use crate::rules::narrative::words::{Hit, begins_with, first_chars, has, last_chars};

/// 力争行业第一, 以“国内领先”为愿景: what one aims at is no claim; 已成为 is.
pub(super) fn is_aim(hit: Hit) -> bool {
    #[rustfmt::skip]
    let aims = [
        "力争", "争创", "争做", "争当", "目标", "愿景", "致力", "打造", "努力", "追求", "迈向", "赶超", "瞄准", "旨在", "勇争",
        "创建", "建设", "计划", "规划", "使命", "战略", "冲刺", "理念", "若要", "要想", "奋斗", "志在", "剑指", "朝着", "迈进",
        "争取", "力求", "谋求", "立志", "有望", "冲击",
    ];
    #[rustfmt::skip]
    let named = [
        "目标", "愿景", "理念", "战略", "为追求", "为己任", "为方向", "为宗旨", "的追求", "奋斗", "迈进", "口号", "的要求",
    ];
    let lead = last_chars(hit.lead(), 20);
    let becoming = lead.contains("成为") && !has(lead, &["已成为", "已经成为", "发展成为", "现成为"]);
    becoming || has(lead, &aims) || has(first_chars(hit.tail(), 12), &named)
}

/// 尚未达到行业领先水平, 不以规模第一为荣.
pub(super) fn is_denied(hit: Hit) -> bool {
    #[rustfmt::skip]
    let denied = [
        "尚未", "未达", "未能", "远未", "没有", "不是", "并非", "还不", "不求", "不以", "而非", "不追求", "不敢", "距国", "距行业",
        "距离", "离国", "难以",
    ];
    has(last_chars(hit.lead(), 14), &denied)
}

#[rustfmt::skip]
const OTHERS: [&str; 15] = [
    "差距", "落后", "对标", "学习", "借鉴", "看齐", "追赶", "引进", "引入", "竞争对手", "标杆", "不及", "低于", "接近", "参照",
];

#[rustfmt::skip]
const STRANGERS: [&str; 16] = [
    "外资", "外企", "欧美", "日系", "德系", "国外", "跨国", "进口", "友商", "对手", "同行企业", "该企业", "日本", "德国",
    "美国", "瑞典",
];

/// 与国际领先企业相比仍有差距, 对标行业最佳, 服务全球领先的车企, 我国产量居世界第一: others are ahead.
pub(super) fn is_of_others(hit: Hit) -> bool {
    let of_the_country =
        has(hit.clause_lead(), &["我国", "我省"]) && has(hit.lead(), &["世界", "全球", "国际", "全国"]);
    // 居第一位的是杭州某公司.
    let named = ["位的是", "名的是", "的是"].iter().find_map(|words| hit.behind.strip_prefix(words));
    let of_another = named.is_some_and(|behind| has(first_chars(behind, 20), &["公司", "集团", "厂"]));
    of_another
        || hit.clause_has(&OTHERS)
        || of_the_country
        || has(hit.lead(), &STRANGERS)
        || is_of_a_partner(hit)
}

/// 服务全球领先的车企, 配备国际领先的检测设备, 走访国内领先企业; not 是国内领先的轴承企业.
fn is_of_a_partner(hit: Hit) -> bool {
    let dealt_with = ["服务", "供应", "配套", "合作", "采用", "购置", "配置", "配备", "选用", "联合", "携手"];
    #[rustfmt::skip]
    let partners = [
        "企业", "同行", "厂家", "厂商", "公司", "品牌", "主机厂", "车企", "客户", "顾客", "用户", "制造商", "供应商", "高校",
        "研究院", "实验室", "集团",
    ];
    let ahead = hit.word == "领先";
    let oneself = ["成为", "是", "作为", "系", "跻身"];
    let whose = first_chars(hit.tail(), 8).trim_start_matches('的');
    let partner =
        begins_with(hit.behind, &partners) || (hit.behind.starts_with('的') && has(whose, &partners));
    let in_rank = begins_with(hit.behind, &["梯队", "方阵"]) && has(whose, &partners);
    let whose_rank = (ahead && partner) || in_rank;
    (ahead && has(hit.lead(), &dealt_with)) || (whose_rank && !has(last_chars(hit.lead(), 12), &oneself))
}
