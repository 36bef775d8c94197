//! Any content, made into documents and read again, is the same content.

use super::own::differences;
use crate::documents::{Sources, Stage, application, experience};
use crate::edition::{Edition, Editions, Section};
use crate::form::rich_text::{
    Block, Cell, CellKind, Flow, Heading, HeadingLevel, Inline, List, ListKind, Marks, Table,
};
use crate::form::{
    ByYear, Competitor, Content, Direction, Indicator, Product, RichText, Row, Share, Survey, SurveyMethod,
    Text,
};
use crate::import::pictures::Pictures;
use crate::import::report::Report;
use crate::import::{application as form, experience as narrative};
use crate::ooxml::{NoPictures, Parts, read_document, write_package};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::LazyLock;

static EDITIONS: LazyLock<Editions> = LazyLock::new(Editions::built_in);

fn edition() -> &'static Edition {
    EDITIONS.latest()
}

fn written(parts: &Parts) -> Vec<u8> {
    write_package(parts, &NoPictures, Cursor::new(Vec::new())).unwrap().into_inner()
}

/// Reads the 申报书 and the 典型经验 of a content again.
fn again(content: &Content) -> (Content, Report) {
    let pages = BTreeMap::new();
    let today = "2026-05-08".parse().unwrap();
    let sources = Sources { content, edition: edition(), pages: &pages, stage: Stage::Final, today };
    let read = |parts: Parts| read_document(Cursor::new(written(&parts))).unwrap();
    let mut report = Report::default();
    let mut came = form::read(&read(application(&sources).unwrap()), edition(), &mut report).content;
    came.edition = edition().id.as_str().into();
    let document = read(experience(&sources).unwrap());
    let read = narrative::read(&document, edition(), &came, &mut Pictures::from(1), &mut report);
    narrative::put(&mut came.experience, read.sections);
    (came, report)
}

pub fn words() -> impl Strategy<Value = String> {
    "[质量提升管控体系标准化客户产品][质量提升管控体系标准化客户产品，5G]{0,6}[质量提升管控]"
}

fn number() -> impl Strategy<Value = Text> {
    "([0-9]{1,3}(\\.[0-9]{1,2})?|[0-9],[0-9]{3}|/|—|)".prop_map(Text::from)
}

fn text() -> impl Strategy<Value = Text> {
    prop_oneof![3 => words().prop_map(Text::from), 1 => Just(Text::default()), 1 => (words(), words()).prop_map(|(a, b)| format!("{a}\n{b}").into())]
}

fn by_year<T: std::fmt::Debug + Clone>(value: impl Strategy<Value = T>) -> impl Strategy<Value = ByYear<T>> {
    prop::collection::vec(value, 3).prop_map(|values| edition().years().into_iter().zip(values).collect())
}

fn product() -> impl Strategy<Value = Product> {
    let share = (number(), number()).prop_map(|(domestic, international)| Share { domestic, international });
    (words(), by_year(share), by_year(number()), by_year(number())).prop_map(
        |(name, share, satisfaction, loyalty)| Product { name: name.into(), share, satisfaction, loyalty },
    )
}

fn survey() -> impl Strategy<Value = Survey> {
    let method = prop_oneof![
        Just(None),
        Just(Some(SurveyMethod::SelfAssessment)),
        Just(Some(SurveyMethod::ThirdParty))
    ];
    (method, prop_oneof![Just(String::new()), words()])
        .prop_map(|(method, agency)| Survey { method, agency: agency.into() })
}

fn indicators() -> impl Strategy<Value = Vec<Indicator>> {
    let row = (any::<bool>(), words(), by_year(number()), number(), number(), number());
    prop::collection::vec(row, 1..12).prop_map(|rows| {
        let own = &edition().application.benefits.rows;
        let mut last = 0;
        let indicator = |(at, (is_own, name, values, industry_average, industry_best, rank)): (usize, _)| {
            let known = own.get(at).filter(|_| is_own);
            last += usize::from(known.is_none());
            Indicator {
                key: known.map_or_else(|| format!("own{last}"), |row| row.key.clone()).into(),
                name: known.map_or(name, |row| row.name.clone()).into(),
                unit: known.map_or("个", |row| row.unit.as_str()).into(),
                better: known.map(|row| row.better),
                values,
                industry_average,
                industry_best,
                rank,
            }
        };
        rows.into_iter().enumerate().map(indicator).collect()
    })
}

fn row() -> impl Strategy<Value = Row> {
    (words(), by_year(text())).prop_map(|(item, values)| Row { item: item.into(), values })
}

fn competitor() -> impl Strategy<Value = Competitor> {
    (words(), words(), number(), text()).prop_map(|(product, name, market_share, strengths)| Competitor {
        product: product.into(),
        name: name.into(),
        market_share,
        strengths,
    })
}

fn line() -> impl Strategy<Value = Vec<Inline>> {
    let marks = (any::<bool>(), any::<bool>()).prop_map(|(italic, underline)| Marks {
        italic,
        underline,
        ..Marks::default()
    });
    let bold = Marks { bold: true, ..Marks::default() };
    (words(), prop::collection::vec((words(), marks), 0..3), words()).prop_map(
        move |(first, middle, last)| {
            let mut line = vec![Inline::Text(first.into(), Marks::default())];
            for (text, marks) in middle {
                match line.last() {
                    Some(Inline::Text(_, before)) if *before == marks => {
                        line.push(Inline::HardBreak(Marks::default()))
                    }
                    _ => {}
                }
                line.push(Inline::Text(text.into(), marks));
            }
            line.push(Inline::Text(format!("{last}。").into(), bold));
            line
        },
    )
}

fn flow() -> impl Strategy<Value = Flow> {
    let paragraph = || line().prop_map(Flow::Paragraph);
    let nested = prop::collection::vec(paragraph().prop_map(|one| vec![one]), 1..3)
        .prop_map(|items| Flow::List(List { kind: ListKind::Bullet, items }));
    let item = (paragraph(), prop::option::of(nested))
        .prop_map(|(first, nested)| std::iter::once(first).chain(nested).collect());
    let kind = prop_oneof![Just(ListKind::Bullet), Just(ListKind::Ordered)];
    let list =
        (kind, prop::collection::vec(item, 1..4)).prop_map(|(kind, items)| Flow::List(List { kind, items }));
    prop_oneof![3 => paragraph(), 1 => list]
}

fn table() -> impl Strategy<Value = Table> {
    let cell = |kind| {
        move |text: String| Cell {
            kind,
            colspan: 1,
            rowspan: 1,
            content: vec![Flow::Paragraph(vec![Inline::Text(text.into(), Marks::default())])],
        }
    };
    let rows = (1usize..4, prop::collection::vec(words(), 12));
    (words(), rows).prop_map(move |(caption, (columns, texts))| {
        let mut rows: Vec<Vec<Cell>> = texts
            .chunks_exact(columns)
            .map(|row| row.iter().cloned().map(cell(CellKind::Body)).collect())
            .collect();
        rows[0].iter_mut().for_each(|cell| cell.kind = CellKind::Header);
        Table { id: "".into(), caption: caption.into(), rows }
    })
}

fn section() -> impl Strategy<Value = RichText> {
    let level = prop_oneof![Just(HeadingLevel::Two), Just(HeadingLevel::Three), Just(HeadingLevel::Four)];
    let heading = (level, words()).prop_map(|(level, text)| {
        Block::Heading(Heading { level, content: vec![Inline::Text(text.into(), Marks::default())] })
    });
    let block =
        prop_oneof![2 => heading, 5 => flow().prop_map(Block::Flow), 1 => table().prop_map(Block::Table)];
    // Two lists in a row are one in print; something stands between.
    prop::collection::vec(block, 1..6).prop_map(|blocks| {
        let mut apart: Vec<Block> = Vec::new();
        for block in blocks {
            let is_list = |block: &Block| matches!(block, Block::Flow(Flow::List(_)));
            if apart.last().is_some_and(is_list) && is_list(&block) {
                apart.push(Block::Flow(Flow::Paragraph(vec![Inline::Text(
                    "其间。".into(),
                    Marks::default(),
                )])));
            }
            apart.push(block);
        }
        RichText { blocks: apart }
    })
}

pub fn content() -> impl Strategy<Value = Content> {
    let tables = (
        prop::collection::vec(product(), 1..4),
        by_year(survey()),
        by_year(survey()),
        indicators(),
        prop::collection::vec(row(), 1..5),
        prop::collection::vec(row(), 1..5),
        prop::collection::vec(competitor(), 1..7),
    );
    let texts = prop::collection::vec(section(), 4);
    (tables, texts, words(), number(), prop::option::of(any::<bool>())).prop_map(
        |(tables, texts, name, figure, answer)| {
            let mut content = Content { edition: edition().id.as_str().into(), ..Content::default() };
            content.organization = format!("{name}有限公司").into();
            content.filled_on = "2026-05-08".parse().ok();
            content.pledge.signed_on = "2026-05-06".parse().ok();
            content.recommendation.opinion = format!("{name}。\n同意推荐。").into();
            content.declaration.experience_name = format!("实施{name}的经验").into();
            content.declaration.employees = figure;
            content.declaration.iso9001 = answer;
            content.declaration.direction = answer.map(|_| Direction::FutureIndustries);
            let products;
            (
                products,
                content.market.satisfaction_survey,
                content.market.loyalty_survey,
                content.benefits,
                content.social,
                content.brand,
                content.competitors,
            ) = tables;
            content.market.products = products;
            for (section, text) in Section::ALL.into_iter().zip(texts) {
                narrative::put(&mut content.experience, [(section, text)].into());
            }
            number_tables(&mut content);
            content
        },
    )
}

/// Tables are numbered through all sections, as import does.
fn number_tables(content: &mut Content) {
    let tables =
        content.experience.texts_mut().into_iter().flat_map(|text| &mut text.blocks).filter_map(|block| {
            match block {
                Block::Table(table) => Some(table),
                _ => None,
            }
        });
    tables.enumerate().for_each(|(at, table)| table.id = format!("t{}", at + 1).into());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_content_comes_back_from_its_documents(content in content()) {
        let (came, report) = again(&content);
        let (given, came) = (super::own::compared(&content), super::own::compared(&came));
        let mut found = Vec::new();
        differences(&given, &came, String::new(), &mut found);
        prop_assert!(found.is_empty(), "{}\n{report}", found.join("\n"));
        prop_assert!(report.unplaced.is_empty(), "{report}");
    }
}
