//! The pages and tables of the 申报书, told by their titles.

use crate::edition::Edition;
use crate::form::Content;
use crate::import::words::bare;

/// A page or table of the 申报书.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Sheet {
    Cover,
    Instructions,
    Pledge,
    Recommendation,
    Declaration,
    Market,
    Benefits,
    Social,
    Brand,
    Competitors,
}

impl Sheet {
    const ALL: [Sheet; 10] = [
        Sheet::Cover,
        Sheet::Instructions,
        Sheet::Pledge,
        Sheet::Recommendation,
        Sheet::Declaration,
        Sheet::Market,
        Sheet::Benefits,
        Sheet::Social,
        Sheet::Brand,
        Sheet::Competitors,
    ];

    /// Its title as printed.
    pub fn title(self, edition: &Edition) -> String {
        let labels = &edition.application;
        match self {
            Sheet::Cover => "封面".into(),
            Sheet::Instructions => labels.instructions_title.clone(),
            Sheet::Pledge => "承诺书".into(),
            Sheet::Recommendation => "推荐表".into(),
            Sheet::Declaration => labels.declaration.title.clone(),
            Sheet::Market => labels.market.title.clone(),
            Sheet::Benefits => labels.benefits.title.clone(),
            Sheet::Social => labels.social.title.clone(),
            Sheet::Brand => labels.brand.title.clone(),
            Sheet::Competitors => labels.competitors.title.clone(),
        }
    }

    /// Puts a table of `given` in the place of the present one.
    pub fn take(self, present: &mut Content, given: &Content) {
        match self {
            Sheet::Market => present.market = given.market.clone(),
            Sheet::Benefits => present.benefits = given.benefits.clone(),
            Sheet::Social => present.social = given.social.clone(),
            Sheet::Brand => present.brand = given.brand.clone(),
            Sheet::Competitors => present.competitors = given.competitors.clone(),
            _ => {}
        }
    }

    /// The page or table that a line is the title of; 附页 and （续） may stand around it.
    pub fn titled(text: &str, edition: &Edition) -> Option<Sheet> {
        let line = bare(text);
        let line = without_marks(&line);
        let labels = &edition.application;
        let title = |sheet: Sheet| match sheet {
            Sheet::Cover => bare(&labels.title),
            Sheet::Pledge => bare(&labels.pledge.title),
            Sheet::Recommendation => bare(&labels.recommendation.title),
            sheet => bare(&sheet.title(edition)),
        };
        let is_it = |sheet: &Sheet| {
            let title = title(*sheet);
            line == title
                || line.starts_with("年") && line[3..] == title
                || title.starts_with("年") && line == &title[3..]
        };
        Sheet::ALL.into_iter().find(is_it).or_else(|| named(line))
    }
}

/// A title without what may stand around it.
fn without_marks(line: &str) -> &str {
    let line = line.trim_start_matches("附件").trim_start_matches("附页").trim_start_matches("附表");
    let line = line.trim_end_matches("签字盖章页").trim_end_matches("盖章页");
    line.trim_end_matches("续表").trim_end_matches('续').trim_end_matches("附页")
}

/// Titles that users shorten.
fn named(line: &str) -> Option<Sheet> {
    if line.chars().count() > 24 {
        return None;
    }
    let ends = [
        ("申报承诺书", Sheet::Pledge),
        ("经验推荐表", Sheet::Recommendation),
        ("经验申报表", Sheet::Declaration),
        ("市场绩效统计表", Sheet::Market),
        ("质量效益统计表", Sheet::Benefits),
        ("社会效益统计表", Sheet::Social),
        ("创新成果统计表", Sheet::Brand),
        ("竞争对手和标杆名录", Sheet::Competitors),
        ("经验申报书", Sheet::Cover),
    ];
    ends.into_iter().find(|(end, _)| line.ends_with(end)).map(|(_, sheet)| sheet)
}
