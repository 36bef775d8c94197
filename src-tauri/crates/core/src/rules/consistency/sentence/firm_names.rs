//! The names that a text gives to a firm.

/// Where firms are named after: what follows is their own name.
#[rustfmt::skip]
const PLACES: &[&str] = &[
    "北京", "上海", "天津", "重庆", "浙江", "江苏", "山东", "广东", "福建", "安徽", "江西", "湖南", "湖北", "河南", "河北", "山西",
    "陕西", "四川", "贵州", "云南", "辽宁", "吉林", "海南", "甘肃", "青海", "广西", "宁夏", "新疆", "内蒙古", "黑龙江", "香港", "台湾",
    "杭州", "宁波", "温州", "绍兴", "嘉兴", "湖州", "金华", "衢州", "舟山", "台州", "丽水", "苏州", "无锡", "常州", "南京", "南通",
    "青岛", "济南", "烟台", "深圳", "广州", "东莞", "佛山", "珠海", "厦门", "福州", "武汉", "长沙", "成都", "西安", "沈阳", "大连",
    "哈尔滨", "长春", "合肥", "郑州", "洛阳", "中国", "美国", "德国", "日本", "法国", "英国", "意大利", "瑞典", "瑞士", "荷兰", "韩国",
    "丹麦", "芬兰", "奥地利", "西班牙", "比利时", "加拿大", "以色列", "新加坡", "印度",
];

const FORMS: [&str; 6] = ["公司", "有限责任", "有限", "股份", "集团", "株式会社"];

/// `北京虚京网络安全股份有限公司` as 北京虚京网络安全, 北京虚京, 虚京网络安全 and 虚京; of one without a place only the
/// first, and its first four characters.
pub(super) fn names_of(name: &str) -> Vec<&str> {
    let stem = FORMS.iter().fold(name, |name, form| name.trim_end_matches(form));
    let place = PLACES.iter().find_map(|place| stem.strip_prefix(place).map(|own| (place.len(), own)));
    let mut names = vec![stem];
    match place {
        Some((_, own)) if own.chars().count() < 2 => {}
        Some((place, own)) => {
            let brand = own.char_indices().nth(2).map_or(own.len(), |(at, _)| at);
            names.extend([&stem[..place + brand], own, &own[..brand]]);
        }
        None => names.extend(stem.char_indices().nth(4).map(|(at, _)| &stem[..at])),
    }
    names.retain(|name| name.chars().count() >= 2);
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_firm_goes_by_several_names() {
        let check = |name: &str, expected: &[&str]| assert_eq!(names_of(name), expected, "{name}");
        check("北京虚京网络安全股份有限公司", &["北京虚京网络安全", "北京虚京", "虚京网络安全", "虚京"]);
        check("虚原轴承集团股份有限公司", &["虚原轴承"]);
        check("虚川高速轴承有限公司", &["虚川高速轴承", "虚川高速"]);
        check("上海公司", &["上海"]);
        check("司", &[]);
    }
}
