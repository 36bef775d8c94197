//! Whether 绝密, 机密 and 秘密 stand in a text as words, and speak of a secret of the state.

use crate::rules::narrative::words::{Hit, begins_with, has, hits, last_chars};

/// What a text says of secrecy, gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Secrecy {
    /// 机密★.
    Mark,
    /// The word alone.
    Word,
}

const LEVELS: [&str; 3] = ["绝密", "机密", "秘密"];

/// The gravest that a text says.
pub(super) fn secrecy(text: &str) -> Option<(Secrecy, &str)> {
    if !text.contains('密') {
        return None;
    }
    every(text).min_by_key(|(kind, _)| *kind)
}

/// The places of the words, slices of the text; a mark is none of them.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    every(text).filter(|(kind, _)| *kind == Secrecy::Word).map(|(_, word)| word)
}

fn every(text: &str) -> impl Iterator<Item = (Secrecy, &str)> {
    let all = LEVELS.iter().flat_map(|level| hits(text, level));
    all.filter_map(|hit| Some((kind(hit)?, hit.word)))
}

fn kind(hit: Hit) -> Option<Secrecy> {
    if hit.behind.trim_start().starts_with(['★', '☆', '*', '＊', '⭐']) {
        return Some(Secrecy::Mark);
    }
    (is_word(hit) && !is_ordinary(hit)).then_some(Secrecy::Word)
}

/// What only a secret is followed by; these come before the words that 密 begins: 机密文件, 绝密实验.
const OF_SECRETS: [&str; 40] = [
    "文件", "文档", "文稿", "资料", "材料", "档案", "信息", "情报", "数据", "图纸", "图样", "图档", "技术",
    "工艺", "内容", "事项", "等级", "级", "件", "会议", "项目", "工程", "课题", "任务", "合同", "合作",
    "实验", "试验", "配方", "载体", "单位", "部位", "岗位", "装备", "产品", "范围", "型号", "人员", "程度",
    "图册",
];

/// Words of 密 that begin like those of secrets: 密实验证, 密合同轴.
const NOT_OF_SECRETS: [&str; 5] = ["级配", "实验证", "实验算", "合同轴", "合同心"];

/// Words that begin with 密, without it: 密封, 密度, 密钥.
const OF_DENSITY: [&str; 24] = [
    "封", "度", "钥", "码", "闭", "合", "集", "实", "炼", "排", "切", "着", "胺", "齿", "布", "植", "织",
    "匙", "室", "纹", "林", "网", "级配", "配",
];

/// What stands before a word of its own: 属机密, 涉及秘密, 定为绝密.
const BEFORE_A_WORD: &str = "的属为是及和与或含涉等了列入定注明标级家作载有无各该项类于担分制造";

/// Whether the two letters are a word: not 压缩机密封, 织机密度, 随机密钥, 杜绝密封不良, 神秘密码.
fn is_word(hit: Hit) -> bool {
    // POS机密码 and X光机密封 have a letter there.
    let part = |c: &char| is_han(*c) || c.is_ascii_alphanumeric();
    let Some(before) = hit.before.chars().next_back().filter(part) else { return true };
    let ends_another = match hit.word.chars().next() {
        Some('绝') => "杜拒隔断谢禁灭决弃回".contains(before),
        Some('秘') => "神奥隐揭解诡探便".contains(before),
        // 机 ends far too many words to list them: 压缩机, 织机, 整机, 随机, 司机.
        _ => !BEFORE_A_WORD.contains(before),
    };
    if begins_with(hit.behind, &OF_SECRETS) && !begins_with(hit.behind, &NOT_OF_SECRETS) {
        return !ends_another || hit.word == "机密";
    }
    let stands_last = hit.word == "机密" && !hit.behind.starts_with(is_han);
    !begins_with(hit.behind, &OF_DENSITY) && (!ends_another || stands_last)
}

fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9FFF}').contains(&c)
}

/// Whose secrets are no state secrets.
const OWNERS: [&str; 15] = [
    "商业", "技术", "企业", "公司", "工艺", "客户", "顾客", "个人", "专有", "经营", "贸易", "配方", "同业",
    "核心", "行业",
];

/// Keeping secrets, asking whether there are any, or saying that there are none.
const KEPT: [&str; 31] = [
    "保守",
    "严守",
    "保护",
    "泄露",
    "泄漏",
    "侵犯",
    "窃取",
    "不涉及",
    "未涉及",
    "不涉",
    "不含",
    "不包含",
    "不属于",
    "不得",
    "没有",
    "无任何",
    "并无",
    "均无",
    "无涉",
    "无国家",
    "无商业",
    "严禁",
    "禁止",
    "防止",
    "杜绝",
    "避免",
    "是否",
    "揭开",
    "揭示",
    "破解",
    "探索",
];

/// What follows where the word only names a quality, a law, a technique or a classification.
const NAMED: [&str; 15] = [
    "性",
    "武器",
    "所在",
    "载体",
    "法",
    "计算",
    "虚拟机",
    "容器",
    "等级保护",
    "共享",
    "分享",
    "的信息系统",
    "级别划分",
    "分级",
    "配方",
];

fn is_ordinary(hit: Hit) -> bool {
    let of_the_state = hit.before.ends_with("国家");
    (!of_the_state && is_owned(hit.before))
        || has(last_phrase(last_chars(hit.before, 12)), &KEPT)
        || is_denied(hit.before)
        || begins_with(hit.behind, &NAMED)
        || hit.before.ends_with('的') && !begins_with(hit.behind, &OF_SECRETS)
        || is_classified(hit)
        || is_titled(hit)
}

/// 无机密内容, 无绝密、机密文件; not 无锡某所秘密级任务.
fn is_denied(before: &str) -> bool {
    let listed = before.trim_end_matches(['、', '和', '或', '及', '”', '“']);
    let earlier = LEVELS.iter().find_map(|level| listed.strip_suffix(level));
    listed.ends_with('无') || earlier.is_some_and(is_denied)
}

/// 商业秘密, 客户的机密, 公司核心技术秘密; not 我公司承担秘密级项目.
fn is_owned(before: &str) -> bool {
    let owner = before.trim_end_matches(['的', '等', '”', '“', '和', '与', '、']);
    OWNERS.iter().any(|name| owner.ends_with(name)) || has(last_chars(before, 6), &["商业", "客户", "顾客"])
}

/// 按绝密、机密、秘密三级管理: the levels told one by one.
fn is_classified(hit: Hit) -> bool {
    let others = ["非密", "内部", "公开", "普通", "一般", "受控", "核心"];
    let levels = || LEVELS.iter().chain(&others);
    let beside = |text: &str| levels().any(|level| text == *level);
    let before = hit.before.trim_end_matches(['、', '”', '“']);
    let behind = hit.behind.trim_start_matches(['、', '”', '“']);
    let listed = (before.len() < hit.before.len() && beside(last_chars(before, 2)))
        || (behind.len() < hit.behind.len() && levels().any(|level| behind.starts_with(level)));
    listed && hit.clause_has(&["分级", "分为", "划分", "等级", "两级", "三级", "四级", "五级", "类别"])
}

/// In the title of a rule or law: 《国家秘密定密管理暂行规定》.
fn is_titled(hit: Hit) -> bool {
    let open = hit.before.rfind('《');
    open.is_some_and(|open| !hit.before[open..].contains('》')) && hit.behind.contains('》')
}

fn last_phrase(text: &str) -> &str {
    text.rsplit(['。', '；', '，', '\n']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<Secrecy>) {
        assert_eq!(secrecy(text).map(|(kind, _)| kind), expected, "{text}");
    }

    #[test]
    fn marks_are_found() {
        for text in ["机密★", "绝密★长期", "（秘密★10年）", "秘密 ★", "不涉及商业秘密，机密★1年"]
        {
            check(text, Some(Secrecy::Mark));
        }
    }

    #[test]
    fn the_words_are_found() {
        for text in [
            "密级：机密",
            "某产品属国家秘密",
            "【绝密】工艺文件",
            "秘密级项目",
            "列为机密",
            "绝密实验数据",
            "该图纸为机密文件",
            "军品机密资料",
            "机密封存",
            "定为绝密，仅限内部",
            "涉及国家秘密",
            "承担机密装备研制",
            "属于机密范围",
            "部分机密产品",
            "我公司承担秘密级科研项目",
            "无锡某所秘密级任务",
            "该型号的机密资料已移交",
            "无锡研究所的秘密项目",
        ] {
            check(text, Some(Secrecy::Word));
        }
    }

    #[test]
    fn letters_of_two_words_are_none() {
        for text in [
            "压缩机密封",
            "改进主机密封结构",
            "织机密度误差",
            "整机密封试验",
            "随机密钥",
            "计算机密码",
            "密炼机密炼室",
            "风机密闭性",
            "飞机密集起降",
            "有机密封胶",
            "司机密切配合",
            "经纬机密织",
            "装载机密排布置",
            "杜绝密封不良",
            "隔绝密闭空间",
            "拒绝密码为空的登录",
            "断绝密切接触",
            "神秘密码",
            "揭秘密封技术",
            "电动机密级配筛分",
            "单片机密文传输",
            "POS机密码键盘",
            "压实机密实验证",
            "装配机密合同轴度",
            "X光机密封结构",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn no_false_alarm_on_ordinary_prose() {
        for text in [
            "保守商业秘密和技术秘密",
            "与供方签订保密协议",
            "保护客户的商业机密",
            "材料不涉及任何国家秘密",
            "不涉及国家秘密和商业秘密",
            "遵守《中华人民共和国保守国家秘密法》",
            "执行《国家秘密定密管理暂行规定》",
            "保证数据的机密性、完整性和可用性",
            "采用机密计算和机密虚拟机",
            "精密加工与紧密协作，密封可靠",
            "这是产品长寿命的秘密",
            "具有国家秘密载体印制资质",
            "数据加密传输，防止泄露顾客图样等秘密",
            "在不涉及商业机密的情况下参与分享",
            "发布前审查是否涉及国家秘密",
            "文件按绝密、机密、秘密三级管理",
            "把信息划分为“机密”“秘密”“内部”三个等级",
            "核心机密由双人保管",
            "非密、秘密两级台账分开保管",
            "材料中无机密内容",
            "本项目无秘密信息",
            "经审查无绝密、机密和秘密级文件",
        ] {
            check(text, None);
        }
    }
}
