//! Content through its JSON and back.

use super::map::Anchor;
use super::*;
use crate::date::Date;
use crate::edition::Editions;
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

fn text() -> impl Strategy<Value = Text> {
    ".{0,16}".prop_map(Text::from)
}

fn texts<const N: usize>() -> impl Strategy<Value = [Text; N]> {
    vec(text(), N).prop_map(|texts| texts.try_into().expect("as many as asked for"))
}

fn year() -> impl Strategy<Value = Year> {
    (1900u16..3000).prop_map(|year| Year::new(year).expect("in range"))
}

fn by_year<T: std::fmt::Debug>(value: impl Strategy<Value = T>) -> impl Strategy<Value = ByYear<T>> {
    btree_map(year(), value, 0..4).prop_map(|years| years.into_iter().collect())
}

fn date() -> impl Strategy<Value = Option<Date>> {
    option::of((1900i32..3000, 1u8..13, 1u8..29).prop_map(|(y, m, d)| Date::new(y, m, d).expect("a day")))
}

fn declaration() -> impl Strategy<Value = Declaration> {
    let direction = select(vec![None, Some(Direction::KeyIndustries), Some(Direction::SupplyChain)]);
    (texts::<12>(), texts::<8>(), direction, any::<Option<bool>>(), any::<Option<bool>>()).prop_map(
        |(own, contact, direction, central_enterprise, iso9001)| {
            let [
                credit_code,
                central_group,
                industry,
                organization_type,
                organization_size,
                recommending_unit,
                experience_name,
                employees,
                tqm_education_rate,
                quality_staff_rate,
                engineering_training_rate,
                improvement_rate,
            ] = own;
            let [name, department, position, telephone, mobile, email, address, postcode] = contact;
            Declaration {
                credit_code,
                central_enterprise,
                central_group,
                industry,
                organization_type,
                organization_size,
                recommending_unit,
                experience_name,
                direction,
                iso9001,
                employees,
                tqm_education_rate,
                quality_staff_rate,
                engineering_training_rate,
                improvement_rate,
                contact: Contact { name, department, position, telephone, mobile, email, address, postcode },
            }
        },
    )
}

fn market() -> impl Strategy<Value = Market> {
    let share = texts::<2>().prop_map(|[domestic, international]| Share { domestic, international });
    let product = (text(), by_year(share), by_year(text()), by_year(text()))
        .prop_map(|(name, share, satisfaction, loyalty)| Product { name, share, satisfaction, loyalty });
    let method = select(vec![None, Some(SurveyMethod::SelfAssessment), Some(SurveyMethod::ThirdParty)]);
    let survey = || (method.clone(), text()).prop_map(|(method, agency)| Survey { method, agency });
    (vec(product, 0..3), by_year(survey()), by_year(survey())).prop_map(
        |(products, satisfaction_survey, loyalty_survey)| Market {
            products,
            satisfaction_survey,
            loyalty_survey,
        },
    )
}

fn benefits() -> impl Strategy<Value = Vec<Indicator>> {
    let better = select(vec![None, Some(Better::Higher), Some(Better::Lower)]);
    let row = (texts::<6>(), better, by_year(text())).prop_map(|(own, better, values)| {
        let [key, name, unit, industry_average, industry_best, rank] = own;
        Indicator { key, name, unit, better, values, industry_average, industry_best, rank }
    });
    vec(row, 0..3)
}

fn evidence() -> impl Strategy<Value = Vec<Evidence>> {
    let category =
        select(vec![EvidenceCategory::Iso9001, EvidenceCategory::Financial, EvidenceCategory::Other]);
    let turn = (0i64..4).prop_map(|quarters| Rotation::try_from(quarters * 90).expect("a quarter turn"));
    let own = (texts::<4>(), category, date(), date(), any::<Option<bool>>());
    let row = Anchor::of(&"benefits[0]".into(), &json!({ "benefits": [{ "key": "oee" }] }));
    let proven = texts::<1>().prop_map(move |[words]| Proven { place: row.clone(), words });
    let lists = (vec(year(), 0..3), vec(proven, 0..3), vec(text(), 0..3), btree_map("a[0-9]", turn, 0..3));
    let item = (own, lists).prop_map(|(own, (years, proves, files, rotation))| {
        let ([id, title, purpose, note], category, issued_on, expires_on, sealed) = own;
        let facts = Evidence { id, category, title, issued_on, expires_on, years, ..Evidence::default() };
        Evidence { sealed, purpose, proves, note, files, rotation, ..facts }
    });
    vec(item, 0..3)
}

fn experience() -> impl Strategy<Value = Experience> {
    use rich_text::tests::rich_text;
    (rich_text(), rich_text(), rich_text(), rich_text()).prop_map(
        |(overview, background, process, results)| Experience { overview, background, process, results },
    )
}

pub(crate) fn content() -> impl Strategy<Value = Content> {
    let rows = || vec((text(), by_year(text())).prop_map(|(item, values)| Row { item, values }), 0..3);
    let competitor = texts::<4>().prop_map(|[product, name, market_share, strengths]| Competitor {
        product,
        name,
        market_share,
        strengths,
    });
    let recommendation = (texts::<6>(), date()).prop_map(|(own, signed_on)| {
        let [unit, contact, telephone, mobile, email, opinion] = own;
        Recommendation { unit, contact, telephone, mobile, email, opinion, signed_on }
    });
    let confirmation = (date(), text()).prop_map(|(confirmed_on, by)| Confirmation { confirmed_on, by });
    let attachment = (texts::<3>(), any::<u64>())
        .prop_map(|([name, media_type, sha256], bytes)| Attachment { name, media_type, bytes, sha256 });
    let front = (
        text(),
        select(vec![Track::Provincial, Track::National]),
        date(),
        date(),
        recommendation,
        declaration(),
    );
    let tables = (market(), benefits(), rows(), rows(), vec(competitor, 0..3));
    let back = (experience(), evidence(), texts::<4>(), option::of(year()), date(), date());
    let acknowledgement = (texts::<3>(), date()).prop_map(|([rule, rests_on, reason], on)| {
        let place = Anchor::of(&"benefits[0].values.2025".into(), &json!({ "benefits": [{ "key": "oee" }] }));
        Acknowledgement { rule, place, rests_on, reason, on }
    });
    let grade = select(vec![None, Some(Grade::Full), Some(Grade::Lacking)]);
    let appraisal = (grade, text()).prop_map(|(grade, note)| Appraisal { grade, note });
    let kept = (
        btree_map("a[0-9]{1,2}", attachment, 0..3),
        btree_map("Q00[1-7]", confirmation, 0..3),
        btree_map("k[0-9]", acknowledgement, 0..3),
        btree_map("[a-z]{1,6}", appraisal, 0..3),
    );
    (front, tables, back, kept).prop_map(
        |(front, tables, back, (attachments, confirmations, acknowledged, criteria))| {
            let (organization, track, filled_on, signed_on, recommendation, declaration) = front;
            let (market, mut benefits, social, brand, competitors) = tables;
            benefits
                .iter_mut()
                .enumerate()
                .for_each(|(index, row)| row.key = format!("{}#{index}", row.key).into());
            let (mut experience, mut evidence, [pledge, scan, capability_level, note], year, online, mailed) =
                back;
            evidence.iter_mut().enumerate().for_each(|(index, item)| item.id = format!("e{index}").into());
            // Ids are given once in the whole text.
            experience.background = experience.overview.clone();
            experience.background.blocks.retain(|block| block.captioned().is_none());
            experience.results.blocks.retain(|block| block.captioned().is_none());
            experience.overview.blocks.retain(|block| block.captioned().is_none());
            Content {
                edition: "2026".into(),
                track,
                organization,
                filled_on,
                pledge: Pledge { signed_on },
                recommendation,
                declaration,
                market,
                benefits,
                social,
                brand,
                competitors,
                experience,
                evidence,
                signed_pages: SignedPages { pledge: vec![pledge], recommendation: vec![scan] },
                attachments,
                qualification: Qualification { provincial_benchmark_year: year, capability_level },
                submission: Submission {
                    online_form_on: online,
                    emailed_on: mailed,
                    also_emailed_on: filled_on,
                    note,
                },
                confirmations,
                criteria,
                acknowledged,
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn content_is_the_same_after_its_json(content in content()) {
        let editions = Editions::built_in();
        let json = content.to_json();
        prop_assert_eq!(&Content::from_json(&json, &editions, editions.latest()).unwrap(), &content);
        prop_assert_eq!(&Content::from_stored_json(&json).unwrap(), &content);
    }
}

/// Every key that the JSON of a content has is in its schema, and nothing else is allowed.
#[test]
fn the_schema_knows_every_key() {
    let schema = json_schema();
    let editions = Editions::built_in();
    let content: serde_json::Value =
        serde_json::from_str(&Content::empty(editions.latest()).to_json()).unwrap();
    for (key, value) in content.as_object().unwrap() {
        assert!(schema["properties"][key].is_object(), "{key}");
        assert!(value.is_string() || value.is_null() || value.is_array() || value.is_object());
    }
    assert_eq!(schema["additionalProperties"], false);
    assert_eq!(schema["properties"].as_object().unwrap().len(), content.as_object().unwrap().len());
}
