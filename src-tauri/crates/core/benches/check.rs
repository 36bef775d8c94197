//! Time of all the checks on the fullest application: `cargo bench -p biaogan --bench check`. The aim is 2 ms.
//!
//! The sample, its 实施过程 grown to 8000 字, 25 indicators, 60 evidence items, 12 competitors, 3 products, and every
//! warning and hint that it has acknowledged (已核对).

use biaogan::date::Date;
use biaogan::edition::{Edition, Editions};
use biaogan::form::rich_text::{Numbers, SectionCount};
use biaogan::form::{Acknowledgement, Content, Section};
use biaogan::rules::{self, Context, Facts, FileFacts, Finding, Footing, Footings, PageFacts};
use serde_json::{Value, json};
use std::hint::black_box;
use std::time::{Duration, Instant};

fn main() {
    let editions = Editions::built_in();
    let edition = editions.get("2026").expect("built in");
    let content = fullest(&editions, edition);
    let facts = facts(&content);
    let content = acknowledged(content, edition, &facts);
    let experience = &content.experience;
    let counted = SectionCount::of(&experience.process, &Numbers::of(experience, &content.evidence), edition);
    println!(
        "实施过程 {}字, {} indicators, {} items, {} competitors, {} findings, {} acknowledged",
        counted.all.high,
        content.benefits.len(),
        content.evidence.len(),
        content.competitors.len(),
        rules::check(&content, edition, &facts).len(),
        content.acknowledged.len(),
    );
    let [best, median] = times(|| drop(black_box(rules::check(black_box(&content), edition, &facts))));
    println!("all checks      best {best:?}, median {median:?}");
    let [best, median] = times(|| {
        let numbers = Numbers::of(experience, &content.evidence);
        experience.sections().for_each(|(_, text)| {
            black_box(SectionCount::of(black_box(text), &numbers, edition));
        });
    });
    println!("section counts  best {best:?}, median {median:?}");
}

/// The best and the median of the rounds that fit in two seconds.
fn times(mut work: impl FnMut()) -> [Duration; 2] {
    let begun = Instant::now();
    let mut rounds = Vec::new();
    while begun.elapsed() < Duration::from_secs(2) {
        let round = Instant::now();
        work();
        rounds.push(round.elapsed());
    }
    rounds.sort();
    [rounds[0], rounds[rounds.len() / 2]]
}

/// The content with every warning and hint that it has answered, as at the end of the work.
fn acknowledged(content: Content, edition: &Edition, facts: &Facts) -> Content {
    let context = Context::new(&content, edition, facts);
    let mut footings = Footings::new(&context);
    let found = rules::check_in(&context);
    let answers = found.iter().filter(|finding| finding.can_be_acknowledged()).enumerate();
    let acknowledged = answers
        .map(|(number, finding)| {
            (format!("{}-{number}", finding.rule), answer(finding, footings.of(finding)))
        })
        .collect();
    Content { acknowledged, ..content.clone() }
}

fn answer(finding: &Finding, Footing { place, rests_on }: Footing) -> Acknowledgement {
    let reason = "已核对".into();
    Acknowledgement { rule: finding.rule.into(), place, rests_on: rests_on.into(), reason, on: None }
}

fn fullest(editions: &Editions, edition: &Edition) -> Content {
    let json = include_str!("../../../../assets/sample/application.json");
    let mut json: Value = serde_json::from_str(json).expect("the sample");
    grow(&mut json["benefits"], 25, |row, n| {
        row["key"] = format!("own{n}").into();
        row["name"] = format!("过程指标{n}的达成率").into();
    });
    grow(&mut json["competitors"], 12, |row, n| row["name"] = format!("虚远轴承{n}有限公司").into());
    grow(&mut json["market"]["products"], 3, |row, n| row["name"] = format!("精密主轴轴承{n}").into());
    grow(&mut json["evidence"], 60, |row, n| {
        row["id"] = format!("more{n}").into();
        row["title"] = format!("质量改进成果证明材料{n}").into();
        row["files"] = json!([format!("b{n}")]);
    });
    let paragraph = json["experience"]["process"]["content"][37].clone();
    loop {
        let content = Content::from_json(&json.to_string(), editions, edition).expect("content");
        let experience = &content.experience;
        let counted =
            SectionCount::of(&experience.process, &Numbers::of(experience, &content.evidence), edition);
        let longest = edition.section(Section::Process).limit;
        if counted.all.high >= longest {
            return content;
        }
        let mut paragraph = paragraph.clone();
        if longest - counted.all.high < 200 {
            let rest: String = "持续改进".chars().cycle().take(longest - counted.all.high).collect();
            paragraph = json!({ "type": "paragraph", "content": [{ "type": "text", "text": rest }] });
        }
        json["experience"]["process"]["content"].as_array_mut().expect("blocks").push(paragraph);
    }
}

/// Repeats the items of a list, changed, until there are so many.
fn grow(list: &mut Value, count: usize, change: impl Fn(&mut Value, usize)) {
    let items = list.as_array_mut().expect("a list");
    let first = items.len();
    for n in first..count {
        let mut item = items[n % first].clone();
        change(&mut item, n);
        items.push(item);
    }
}

/// A good page for every file.
fn facts(content: &Content) -> Facts {
    let page = PageFacts { width: 1654, height: 2339 };
    let files = content.evidence.iter().flat_map(|item| &item.files).map(|id| id.as_str());
    let files = files.chain(content.attachments.keys().map(String::as_str));
    let file = |id: &str| (id.to_owned(), FileFacts { sha256: format!("{id:0>64}"), pages: vec![page; 2] });
    Facts {
        files: files.map(file).collect(),
        package_bytes: Some(20_000_000),
        ..Facts::on(Date::new(2026, 5, 8).expect("a day"))
    }
}
