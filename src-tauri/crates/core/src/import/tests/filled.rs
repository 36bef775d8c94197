//! Forms as people fill them in: what stands beside a value has its place, or is told.

use crate::edition::Editions;
use crate::form::{Content, SurveyMethod};
use crate::import::application as form;
use crate::import::report::Report;
use crate::ooxml::read::tests::{document, p, read};

/// A table; `<` goes on with the cell on its left, `^` with the one above.
fn grid(rows: &[&[&str]]) -> String {
    let cell = |row: usize, at: usize| {
        let span = 1 + rows[row][at + 1..].iter().take_while(|text| **text == "<").count();
        let merge = match rows.get(row + 1).and_then(|below| below.get(at)) {
            _ if rows[row][at] == "^" => "<w:vMerge/>",
            Some(&"^") => r#"<w:vMerge w:val="restart"/>"#,
            _ => "",
        };
        let text = p("x", rows[row][at].trim_matches('^'));
        format!(r#"<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merge}</w:tcPr>{text}</w:tc>"#)
    };
    let row = |row: usize| {
        let own = (0..rows[row].len()).filter(|at| rows[row][*at] != "<");
        format!("<w:tr>{}</w:tr>", own.map(|at| cell(row, at)).collect::<String>())
    };
    format!("<w:tbl>{}</w:tbl>", (0..rows.len()).map(row).collect::<String>())
}

fn filled(parts: &[String]) -> (Content, Report) {
    let mut report = Report::default();
    let document = read(document(&parts.concat()));
    let content = form::read(&document, Editions::built_in().latest(), &mut report).content;
    (content, report)
}

/// The texts that found no place.
fn left(report: &Report) -> Vec<&str> {
    report.unplaced.iter().map(|left| left.text.as_str()).collect()
}

/// What was doubted, with the reason.
fn doubted(report: &Report) -> Vec<(&str, &str)> {
    report.doubtful.iter().map(|doubt| (doubt.text.as_str(), doubt.reason.as_str())).collect()
}

#[test]
fn labels_that_share_a_line_or_a_cell_each_have_their_value() {
    let (content, report) = filled(&[
        p("x", "2026年质量标杆典型经验申报书"),
        p("x", "组织名称：甲有限公司    填表日期：2026年5月10日"),
        p("x", "2026年质量标杆典型经验申报承诺书"),
        p("x", "组织名称：甲有限公司（盖章）    签署日期：2026年5月9日"),
        p("x", "质量标杆典型经验申报表"),
        grid(&[
            &["统一社会信用代码", "91330100MA2B0XQ03F"],
            &["联系人：张三  电话：0572-2345678，手机：13812345678", "<"],
            &["通讯地址", "浙江省湖州市样例路1号（邮编：313000）"],
        ]),
    ]);
    let contact = &content.declaration.contact;
    assert_eq!(&*content.organization, "甲有限公司");
    assert_eq!(content.filled_on, "2026-05-10".parse().ok());
    assert_eq!(content.pledge.signed_on, "2026-05-09".parse().ok());
    assert_eq!(
        [&*contact.name, &*contact.telephone, &*contact.mobile],
        ["张三", "0572-2345678", "13812345678"]
    );
    assert_eq!([&*contact.address, &*contact.postcode], ["浙江省湖州市样例路1号", "313000"]);
    assert_eq!((doubted(&report), left(&report)), (vec![], vec![]));
}

#[test]
fn a_name_that_ran_together_with_something_gives_way_and_other_values_are_doubted() {
    let (content, report) = filled(&[
        p("x", "2026年质量标杆典型经验申报书"),
        p("x", "组织名称：甲有限公司 传真：0572-2345678"),
        p("x", "质量标杆典型经验申报表"),
        grid(&[
            &["统一社会信用代码", "91330100MA2B0XQ03F"],
            &["组织名称", "甲有限公司"],
            &["部门", "质量部 传真：1"],
        ]),
    ]);
    assert_eq!(&*content.organization, "甲有限公司");
    let several = "像是几项内容连在一起，请核对并分开填写";
    let expected = [
        ("甲有限公司传真：0572-2345678", several),
        ("甲有限公司传真：0572-2345678", "像是几项内容连在一起，组织名称取了“甲有限公司”，请核对"),
        ("质量部传真：1", several),
    ];
    assert_eq!(doubted(&report), expected);
}

#[test]
fn words_beside_the_ticks_of_the_form_are_told() {
    let (content, report) = filled(&[
        p("x", "质量标杆典型经验申报表"),
        grid(&[
            &["统一社会信用代码", "91330100MA2B0XQ03F"],
            &["申报方向（单选）", "□推动重点产业提质升级 ☑加快新兴产业发展壮大（汽车零部件）"],
            &["是否通过ISO 9001质量管理体系认证且证书在有效期内", "☑是 □否（证书编号00125Q30001R0M）"],
        ]),
    ]);
    assert_eq!((content.declaration.iso9001, content.declaration.direction.is_some()), (Some(true), true));
    assert_eq!(left(&report), ["（汽车零部件）", "（证书编号00125Q30001R0M）"]);
}

const SELF: &str = "☑自评 □第三方调查 调查机构名称：";

/// A table of one product, with the six surveys and what stands in the corner over them.
fn market(product: &str, corner: &str, surveys: [&str; 6]) -> String {
    let [a, b, c, d, e, f] = surveys;
    grid(&[
        &["主导产品/服务", "<", product, "<", ""],
        &["市场占有率", "年度", "国内", "国际", corner],
        &["^", "2023年", "12.1", "3.1", ""],
        &["^", "2024年", "12.2", "3.2", ""],
        &["^", "2025年", "12.3", "3.3", ""],
        &["顾客满意度", "2023年", "95.1", "<", a],
        &["^", "2024年", "95.2", "<", b],
        &["^", "2025年", "95.3", "<", c],
        &["顾客忠诚程度", "2023年", "85.1", "<", d],
        &["^", "2024年", "85.2", "<", e],
        &["^", "2025年", "85.3", "<", f],
    ])
}

#[test]
fn a_survey_is_understood_or_told_and_one_cell_over_three_years_is_that_of_each() {
    let surveys = ["√第三方调查：样例咨询", "☑自评（问卷126份）", "委托样例咨询测评", SELF, "^", "^"];
    let (content, report) =
        filled(&[p("x", "顾客市场绩效统计表"), market("球阀", "数据来源：样例协会", surveys)]);
    let market = &content.market;
    let methods: Vec<_> = market.satisfaction_survey.iter().map(|(_, survey)| survey.method).collect();
    assert_eq!(methods, [Some(SurveyMethod::ThirdParty), Some(SurveyMethod::SelfAssessment)]);
    assert_eq!(market.satisfaction_survey.iter().next().map(|(_, survey)| &*survey.agency), Some("样例咨询"));
    let loyalty = market.loyalty_survey.iter().map(|(_, survey)| survey.method);
    assert!(loyalty.eq([Some(SurveyMethod::SelfAssessment); 3]));
    assert_eq!(left(&report), ["数据来源：样例协会", "（问卷126份）", "委托样例咨询测评"]);
}

#[test]
fn a_table_that_goes_on_does_not_change_the_surveys() {
    let others = ["□自评 ☑第三方调查 调查机构名称：样例咨询", SELF, SELF, SELF, SELF, SELF];
    let (content, report) = filled(&[
        p("x", "顾客市场绩效统计表"),
        market("球阀", "/", [SELF; 6]),
        p("x", "顾客市场绩效统计表（续）"),
        market("闸阀", "/", others),
    ]);
    assert_eq!(content.market.products.len(), 2);
    let satisfaction = content.market.satisfaction_survey.iter().map(|(_, survey)| survey.method);
    assert!(satisfaction.eq([Some(SurveyMethod::SelfAssessment); 3]));
    let reason = "与前面的“自评”不一致，保留了前面的，请核对";
    assert_eq!(doubted(&report), [("第三方调查 样例咨询", reason)]);
}

#[test]
fn a_market_table_of_one_row_a_year_is_told_row_by_row() {
    let head = ["主导产品/服务", "年度", "国内市场占有率", "国际市场占有率", "顾客满意度", "调查方式"];
    let (content, report) = filled(&[
        p("x", "顾客市场绩效统计表"),
        grid(&[
            &head,
            &["球阀", "2023年", "12.1%", "3.1%", "95.1", "自评"],
            &["^", "2024年", "12.2%", "3.2%", "95.2", "自评"],
        ]),
    ]);
    assert_eq!(content.market.products, []);
    assert_eq!(left(&report), ["球阀 2023年 12.1% 3.1% 95.1 自评", "球阀 2024年 12.2% 3.2% 95.2 自评"]);
}

#[test]
fn remarks_are_no_rows_and_a_unit_may_stand_in_the_name() {
    let years = ["2023年", "2024年", "2025年"];
    let [a, b, c] = years;
    let (content, report) = filled(&[
        p("x", "经济和质量效益统计表"),
        grid(&[
            &["序号", "项目", a, b, c, "2025年行业平均水平", "2025年行业最佳水平"],
            &["1", "资产总额（万元）", "1", "2", "3", "4", "5"],
            &["2", "客户投诉率", "1", "2", "3", "未公布", "<"],
            &["备注：数据经审计。", "<", "<", "<", "<", "<", "<"],
        ]),
        p("x", "续上表"),
        p("x", "社会效益统计表"),
        grid(&[&["项目", a, b, c], &["节水", "1", "2", "3"], &["备注：以上为本部数据。", "<", "<", "<"]]),
        p("x", "（续表）"),
        p("x", "主要竞争对手和标杆名录"),
        grid(&[
            &["产品/服务名称", "竞争对手/标杆名称", "市场份额（%）", "主要优势"],
            &["球阀", "乙公司", "15", "品种全"],
            &["份额为估计。", "<", "<", "<"],
        ]),
    ]);
    let row = |at: usize| {
        let row = &content.benefits[at];
        [&*row.key, &row.name, &row.unit, &row.industry_average, &row.industry_best]
    };
    assert_eq!(row(0), ["total_assets", "资产总额", "万元", "4", "5"]);
    assert_eq!(row(1), ["own1", "客户投诉率", "", "", ""]);
    assert_eq!((content.benefits.len(), content.social.len(), content.competitors.len()), (2, 1, 1));
    assert_eq!(&*content.competitors[0].market_share, "15");
    assert_eq!(left(&report), ["未公布", "备注：数据经审计。", "备注：以上为本部数据。", "份额为估计。"]);
}
