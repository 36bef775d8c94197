//! Every text of the content is printed, in its document and its cell.

use biaogan::edition::Editions;
use end_to_end::docx::{Document, squeeze};
use end_to_end::sample;
use serde_json::{Value, json};

/// The texts of a JSON value, dates and keys apart.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(map) => map.values().for_each(|item| texts(item, found)),
        _ => {}
    }
}

fn assert_prints(document: &Document, value: &Value) {
    let printed = document.squeezed();
    let mut wanted = Vec::new();
    texts(value, &mut wanted);
    for text in wanted.iter().map(|text| squeeze(text)) {
        assert!(printed.contains(&text), "not printed: {text}");
    }
}

/// The texts of rich text nodes and the captions; not the ids.
fn rich_texts(node: &Value, found: &mut Vec<String>) {
    if let Some(text) = node["text"].as_str() {
        found.push(text.to_owned());
    }
    if let Some(caption) = node["attrs"]["caption"].as_str() {
        found.push(caption.to_owned());
    }
    node["content"].as_array().into_iter().flatten().for_each(|child| rich_texts(child, found));
}

fn chinese_date(date: &str) -> String {
    let parts: Vec<u32> = date.split('-').map(|part| part.parse().unwrap()).collect();
    format!("{}年{}月{}日", parts[0], parts[1], parts[2])
}

#[test]
fn every_text_of_the_sample_is_printed_in_its_document() {
    let mut content = sample::content();
    content["signed_pages"] = json!({});
    let exported = sample::export(&content);
    let application = exported.application();
    let mut declaration = content["declaration"].clone();
    declaration["direction"] = json!("☑推动重点产业提质升级");
    assert_prints(application, &declaration);
    for part in ["recommendation", "pledge"] {
        let mut part = content[part].clone();
        part["signed_on"] = json!(chinese_date(part["signed_on"].as_str().unwrap()));
        assert_prints(application, &part);
    }
    for part in ["social", "brand", "competitors"] {
        assert_prints(application, &content[part]);
    }
    assert_prints(application, &content["organization"]);

    let mut wanted = Vec::new();
    content["experience"].as_object().unwrap().values().for_each(|section| rich_texts(section, &mut wanted));
    assert!(wanted.len() > 150);
    assert_prints(exported.experience(), &json!(wanted));
    assert_prints(exported.experience(), &content["declaration"]["experience_name"]);

    for item in content["evidence"].as_array().unwrap() {
        assert_prints(exported.evidence(), &json!([item["title"], item["purpose"], item["note"]]));
        for date in [&item["issued_on"], &item["expires_on"]].into_iter().filter_map(Value::as_str) {
            assert_prints(exported.evidence(), &json!(chinese_date(date)));
        }
    }
}

/// The table whose first cell is this.
fn table<'a>(tables: &'a [Vec<Vec<String>>], first: &str) -> &'a Vec<Vec<String>> {
    tables.iter().find(|table| table[0][0] == first).unwrap_or_else(|| panic!("no table “{first}”"))
}

#[test]
fn every_value_stands_in_its_cell() {
    let mut content = sample::content();
    content["signed_pages"] = json!({});
    let tables = sample::export(&content).application().tables();
    let declaration = table(&tables, "组织名称");
    let value = |label: &str| {
        let row = declaration.iter().find(|row| row.iter().any(|cell| cell == label)).expect(label);
        row[row.iter().position(|cell| cell == label).unwrap() + 1].clone()
    };
    let wanted = &content["declaration"];
    assert_eq!(value("统一社会信用代码"), wanted["credit_code"]);
    assert_eq!(value("是否属于中央企业"), "□是　☑否");
    assert_eq!(value("行业分类"), wanted["industry"]);
    assert_eq!(value("组织规模"), wanted["organization_size"]);
    assert_eq!(value("员工总数"), wanted["employees"]);
    assert_eq!(value("邮箱"), wanted["contact"]["email"]);
    assert_eq!(value("邮编"), wanted["contact"]["postcode"]);
    let directions = value("申报方向（单选）");
    assert!(directions.starts_with("☑推动重点产业提质升级\n□加快新兴产业"), "{directions}");

    let market = table(&tables, "主导产品/服务");
    let products = &content["market"]["products"];
    assert_eq!(
        market[0][1..3],
        [products[0]["name"].as_str().unwrap(), products[1]["name"].as_str().unwrap()]
    );
    assert_eq!(market[1], ["市场占有率", "年度", "国内", "国际", "国内", "国际", "国内", "国际", "/"]);
    assert_eq!(market[4][..4], ["", "2025年", "14.1", "3.0"]);
    assert_eq!(market[5][..4], ["顾客满意度", "2023年", "91.2", "90.4"]);
    assert_eq!(market[5].last().unwrap(), "□自评　☑第三方调查\n调查机构名称：浙江虚衡质量测评中心");
    assert_eq!(market[8][..4], ["顾客忠诚程度", "2023年", "86.3", "84.9"]);

    let benefits = table(&tables, "序号");
    for (row, wanted) in benefits[1..].iter().zip(content["benefits"].as_array().unwrap()) {
        let values = &wanted["values"];
        let cells = [
            &wanted["name"],
            &wanted["unit"],
            &values["2023"],
            &values["2024"],
            &values["2025"],
            &wanted["industry_average"],
            &wanted["industry_best"],
            &wanted["rank"],
        ];
        assert_eq!(row[1..], cells.map(|cell| cell.as_str().unwrap()));
    }
    let social = table(&tables, "项目");
    assert_eq!(social[2][3], content["social"][1]["values"]["2025"]);
    let competitors = tables.last().unwrap();
    assert_eq!(competitors.len(), 6);
    assert_eq!(competitors[2][1], "", "an equal neighbour is merged");
    assert_eq!(competitors[3][2], content["competitors"][2]["name"]);
}

#[test]
fn the_labels_of_the_form_stand_in_the_order_of_the_notice() {
    let mut content = sample::content();
    content["signed_pages"] = json!({});
    content["organization"] = json!("");
    let printed = sample::export(&content).application().squeezed();
    let editions = Editions::built_in();
    let application = &editions.get("2026").unwrap().application;
    let mut at = 0;
    for label in in_order(application) {
        let label = squeeze(&label.replace("{organization}", ""));
        let found =
            printed[at..].find(&label).unwrap_or_else(|| panic!("“{label}” is missing or out of order"));
        at += found + label.len();
    }
}

/// 附件1 from top to bottom.
fn in_order(labels: &biaogan::edition::ApplicationLabels) -> Vec<&str> {
    let (pledge, recommendation, declaration) = (&labels.pledge, &labels.recommendation, &labels.declaration);
    let (market, benefits) = (&labels.market, &labels.benefits);
    let mut order = vec![&labels.annex, &labels.title, &labels.organization, &labels.filled_on];
    order.push(&labels.instructions_title);
    order.extend(&labels.instructions);
    order.extend([&pledge.title, &pledge.opening]);
    order.extend(&pledge.promises);
    order.extend([&pledge.closing, &pledge.organization, &pledge.signature, &pledge.signed_on, &pledge.note]);
    order.extend([
        &recommendation.title,
        &recommendation.unit,
        &recommendation.contact,
        &recommendation.telephone,
    ]);
    order.extend([
        &recommendation.mobile,
        &recommendation.email,
        &recommendation.opinion,
        &recommendation.seal,
    ]);
    order.push(&recommendation.note);
    order.extend([&declaration.title, &declaration.organization, &declaration.credit_code]);
    order.extend([&declaration.central_enterprise, &declaration.central_group, &declaration.industry]);
    order.extend([
        &declaration.organization_type,
        &declaration.organization_size,
        &declaration.recommending_unit,
    ]);
    order.extend([
        &declaration.experience_name,
        &declaration.direction,
        &declaration.directions.key_industries,
    ]);
    order.extend([&declaration.directions.emerging_industries, &declaration.directions.future_industries]);
    order.extend([&declaration.directions.supply_chain, &declaration.iso9001, &declaration.employees]);
    order.extend([&declaration.tqm_education_rate, &declaration.quality_staff_rate]);
    order.extend([&declaration.engineering_training_rate, &declaration.improvement_rate]);
    order.extend([
        &declaration.contact_name,
        &declaration.department,
        &declaration.position,
        &declaration.telephone,
    ]);
    order.extend([&declaration.mobile, &declaration.email, &declaration.address, &declaration.postcode]);
    order.extend([&declaration.note, &market.title, &market.products, &market.share, &market.year]);
    order.extend([&market.domestic, &market.international, &market.not_applicable, &market.satisfaction]);
    order.extend([
        &market.self_assessment,
        &market.third_party,
        &market.agency,
        &market.loyalty,
        &market.note,
    ]);
    order.extend([&benefits.title, &benefits.number, &benefits.item, &benefits.unit]);
    order.extend([&benefits.industry_average, &benefits.industry_best, &benefits.rank]);
    order.extend(benefits.rows.iter().map(|row| &row.name));
    order.extend([&benefits.note, &labels.social.title, &labels.social.item]);
    order.extend(&labels.social.rows);
    order.extend(labels.social.note.iter().chain([&labels.brand.title, &labels.brand.item]));
    order.extend(&labels.brand.rows);
    let competitors = &labels.competitors;
    order.extend([&competitors.title, &competitors.number, &competitors.product, &competitors.name]);
    order.extend([&competitors.market_share, &competitors.strengths, &competitors.note]);
    order.into_iter().map(String::as_str).collect()
}
