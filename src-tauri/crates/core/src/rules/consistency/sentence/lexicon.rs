//! The words that say which figure of which year a number of the text is.

use super::firm_names::names_of;
use crate::rules::{Context, Measure};
use crate::text::half_width;

/// What a word does in a statement such as `质量损失率由2023年的1.42%降到2025年的0.63%`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// A row of the 经济和质量效益统计表, by its place among the series.
    Row(usize),
    /// A product, by its place in the table.
    Product(usize),
    /// So many products of the table at once: 两类产品.
    Products(usize),
    /// What the table says of a product.
    OfProduct(OfProduct),
    /// The applicant: 公司.
    Own,
    /// 由, 从: what follows is the earlier value.
    From,
    /// 分别, 依次.
    Respectively,
    /// Leads from a measure to its number or a year: 提高到, 为, 的.
    Link,
    /// 高于, 比: what follows is compared with, up to the next comma.
    Compare,
    /// Somebody else's figure, a target, a part of the whole: nothing that follows in the sentence is sure.
    Unsure,
    /// 近三年.
    ThreeYears,
    /// 去年, 当年, 年底前: a year that is not said.
    SomeYear,
    /// 和, 、.
    Joiner,
}

/// What the 顾客市场绩效统计表 says of a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OfProduct {
    Domestic,
    International,
    Satisfaction,
    Loyalty,
}

#[rustfmt::skip]
const OWN: &[&str] = &[
    "公司", "我公司", "本公司", "我们", "本企业", "企业", "本单位", "我厂", "本厂",
];
#[rustfmt::skip]
const LINKS: &[&str] = &[
    "的", "为", "是", "达", "达到", "达到了", "实现", "完成", "实现了", "完成了", "至", "到", "提高到", "提高至", "提高为",
    "提升到", "提升至", "提升为", "上升到", "上升至", "增长到", "增长至", "增加到", "增加至", "增至", "升至", "升到", "降到", "降至",
    "降为", "降低到", "降低至", "下降到", "下降至", "减少到", "减少至", "减至", "缩减到", "保持在", "稳定在", "保持", "再到", "进一步",
    "又", "再", "已", "已经", "则", "也", "年底", "年末", "全年", "持续", "稳步", "逐年", "逐步", "变为", "改善到", "改善至",
    "优化到", "优化至", "实为", "截至", "截止", "据统计", "统计显示", "仅为", "仅", "其中", "使", "将", "同时", "且", "并", "全面",
];
#[rustfmt::skip]
const UNSURE: &[&str] = &[
    "目标", "力争", "计划", "规划", "预计", "预期", "预测", "拟", "争取", "不低于", "不高于", "不超过", "不少于", "不大于", "不小于",
    "要求", "承诺", "行业", "同行", "业内", "竞争", "对手", "标杆", "竞品", "友商", "国外", "国际先进", "国际领先", "平均", "最佳",
    "累计", "合计", "总计", "三年累计", "试点", "样板", "示范线", "产线", "生产线", "车间", "工序", "分厂", "基地", "班组", "机台",
    "小组", "团队", "项目", "课题", "案例", "子公司", "分公司", "事业部", "供方", "供应商", "某", "该", "季度", "上半年", "下半年",
    "月均", "月度", "同期", "全国", "全球", "省内", "细分", "假设", "如果", "客户", "国家", "标准", "阶段", "单月", "年化",
    "新产品", "部分", "口径", "合并报表", "母公司", "出口产品", "剔除",
];
#[rustfmt::skip]
const COMPARE: &[&str] = &[
    "高于", "低于", "优于", "好于", "超过", "超出", "高出", "领先", "比", "较", "接近", "相比", "同比", "环比", "对比", "大于",
    "小于", "不及", "约", "近", "逾", "超", "突破", "将近", "差距", "相差", "大约", "左右",
];
/// Years that are not said; 前三年 and 三年行动 hold 三年 and are not the last three.
#[rustfmt::skip]
const SOME_YEAR: &[&str] = &[
    "去年", "上年", "前年", "当年", "今年", "次年", "每年", "同年", "上一年度", "本年度", "前三年", "头三年", "此前三年", "第三年",
    "未来三年", "今后三年", "三年前", "三年后", "三年行动", "三年计划", "三年规划", "三年期", "三年一",
];
const SATISFACTION: &[&str] = &["顾客满意度", "客户满意度", "用户满意度"];
const LOYALTY: &[&str] = &["顾客忠诚度", "顾客忠诚程度", "客户忠诚度", "客户忠诚程度", "用户忠诚度"];

/// Known words, found by their first character.
pub(in crate::rules::consistency) struct Lexicon {
    words: Vec<(String, Word)>,
    buckets: Vec<Vec<u16>>,
}

impl Lexicon {
    /// The words of an application: its own indicators, products and competitors, and the language's.
    pub(in crate::rules::consistency) fn of(context: &Context) -> Lexicon {
        let mut lexicon = Lexicon { words: Vec::new(), buckets: vec![Vec::new(); 256] };
        lexicon.language();
        lexicon.measures(context);
        lexicon.others(context);
        lexicon
    }

    /// The longest known word that a text begins with, and its length in bytes.
    pub(super) fn at(&self, text: &str) -> Option<(Word, usize)> {
        let bucket = &self.buckets[text.chars().next()? as usize & 255];
        let known = bucket.iter().map(|word| &self.words[usize::from(*word)]);
        let longest =
            known.filter(|(word, _)| text.starts_with(word.as_str())).max_by_key(|(word, _)| word.len())?;
        Some((longest.1, longest.0.len()))
    }

    fn add(&mut self, word: &str, kind: Word) {
        let Some(first) = word.chars().next() else { return };
        if let Ok(place) = u16::try_from(self.words.len()) {
            self.buckets[first as usize & 255].push(place);
            self.words.push((word.to_owned(), kind));
        }
    }

    fn language(&mut self) {
        let lists = [(OWN, Word::Own), (LINKS, Word::Link), (UNSURE, Word::Unsure), (COMPARE, Word::Compare)];
        for (words, kind) in lists {
            words.iter().for_each(|word| self.add(word, kind));
        }
        ["由", "从", "自"].iter().for_each(|word| self.add(word, Word::From));
        ["分别", "依次"].iter().for_each(|word| self.add(word, Word::Respectively));
        ["和", "与", "及", "以及", "、"].iter().for_each(|word| self.add(word, Word::Joiner));
        ["近三年", "三年", "三年来", "近三年来", "过去三年"]
            .iter()
            .for_each(|word| self.add(word, Word::ThreeYears));
        SOME_YEAR.iter().for_each(|word| self.add(word, Word::SomeYear));
        let shares = ["国内市场占有率", "国内市场份额", "国内占有率", "国内市占率"];
        shares.iter().for_each(|word| self.add(word, Word::OfProduct(OfProduct::Domestic)));
        let shares = ["国际市场占有率", "国际市场份额", "国际占有率", "国际市占率"];
        shares.iter().for_each(|word| self.add(word, Word::OfProduct(OfProduct::International)));
        SATISFACTION.iter().for_each(|word| self.add(word, Word::OfProduct(OfProduct::Satisfaction)));
        LOYALTY.iter().for_each(|word| self.add(word, Word::OfProduct(OfProduct::Loyalty)));
        for (count, words) in
            [(2, ["两类产品", "两种产品", "两个产品"]), (3, ["三类产品", "三种产品", "三个产品"])]
        {
            words.iter().for_each(|word| self.add(word, Word::Products(count)));
        }
    }

    /// Rows and products whose name is long enough and stands once.
    fn measures(&mut self, context: &Context) {
        let rows: Vec<(usize, String)> = context
            .series()
            .iter()
            .enumerate()
            .filter_map(|(place, series)| match series.measure {
                Measure::Benefit(row) => Some((place, without_bracket(&row.name))),
                _ => None,
            })
            .collect();
        for (place, name) in &rows {
            if name.chars().count() >= 3 && rows.iter().filter(|(_, other)| other == name).count() == 1 {
                self.add(name, Word::Row(*place));
            }
        }
        let products = &context.content.market.products;
        for (place, product) in products.iter().enumerate() {
            let same = products.iter().filter(|other| other.name.trim() == product.name.trim()).count();
            if product.name.trim().chars().count() >= 2 && same == 1 {
                self.add(&without_bracket(&product.name), Word::Product(place));
            }
        }
    }

    fn others(&mut self, context: &Context) {
        self.add(&half_width(context.content.organization.trim()), Word::Own);
        for competitor in &context.content.competitors {
            let own = context.content.organization.as_str();
            let name = without_bracket(&competitor.name);
            let names = names_of(&name);
            names.iter().filter(|name| !own.contains(*name)).for_each(|name| self.add(name, Word::Unsure));
        }
    }
}

/// Whether a sentence speaks of somebody else's figure, a target or a part of the whole.
pub(in crate::rules::consistency) fn is_unsure(sentence: &str) -> bool {
    UNSURE.iter().any(|word| sentence.contains(word))
}

/// Half width, without a unit or remark in brackets behind.
pub(in crate::rules::consistency) fn without_bracket(name: &str) -> String {
    let name = half_width(name.trim());
    let bare = name.split('(').next().unwrap_or_default().trim();
    if bare.is_empty() { name.into_owned() } else { bare.to_owned() }
}
